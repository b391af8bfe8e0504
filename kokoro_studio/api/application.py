"""The API as one application, and a middleware that puts it beside another one."""

from __future__ import annotations

from typing import Any

from fastapi import Depends, FastAPI
from fastapi.responses import Response
from fastapi_offline import FastAPIOffline

from ..engine import Engine
from ..listening.room import ListeningRoom
from ..settings import Settings
from ..version import __version__
from .aliases import host_aliases
from .context import Context
from .errors import RESPONSES, install
from .files import build_files
from .listening import build_listening
from .lists import build_lists
from .metrics import CONTENT_TYPE_LATEST, Metrics
from .paths import HeadAsGet
from .schemas import Health
from .speech import build_speech
from .voices import build_voices

_OURS = ("/v1/", "/dev/", "/listening/")
_OURS_EXACTLY = frozenset({"/health", "/metrics"})
_DESCRIPTION = """Speech from Kokoro-82M. OpenAI's clients work with `base_url` set to `…/v1`.
Wherever a voice is named, a formula such as `af_heart*0.6 + bf_emma*0.4` may stand."""


def build_api(engine: Engine, settings: Settings, room: ListeningRoom | None = None) -> FastAPI:
    """All routes for one engine. `room`: the listening room whose trials the page shows.

    `RequestError` for a mistake in KOKORO_ALIASES: told at the start, not to the first client.
    """
    host_aliases()
    context = Context(engine, settings)
    api = FastAPIOffline(
        title="Kokoro Studio",
        version=__version__,
        description=_DESCRIPTION,
        docs_url="/v1/docs",
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        static_url="/v1/static",
    )
    install(api)
    guarded = [Depends(context.check_key)]
    api.include_router(build_speech(context), dependencies=guarded)
    api.include_router(build_voices(context), dependencies=guarded)
    api.include_router(build_files(context), dependencies=guarded)
    api.include_router(build_lists(), dependencies=[] if settings.open_lists else guarded)
    api.include_router(build_listening(room or ListeningRoom(engine)))

    @api.get("/health", tags=["state"])
    async def health() -> Health:
        """Whether the studio answers; its version, device and weights."""
        return Health(
            version=__version__,
            ready=engine.warm,
            device=engine.device.type,
            precision=engine.precision,
            weights=engine.weights.label,
        )

    @api.get(
        "/metrics",
        tags=["state"],
        dependencies=guarded,
        responses={200: {"content": {"text/plain": {"schema": {"type": "string"}}}}, **RESPONSES},
        response_class=Response,
    )
    async def metrics() -> Response:
        """Counters for Prometheus."""
        return Response(context.metrics.page(), media_type=CONTENT_TYPE_LATEST)

    api.add_middleware(_Counted, metrics=context.metrics)
    api.add_middleware(HeadAsGet)
    api.openapi_schema = _schema(api)
    return api


def _schema(api: FastAPI) -> dict[str, Any]:
    """FastAPI's schema without its reply to malformed requests, which `install` replaces."""
    schema = api.openapi()
    for path in schema["paths"].values():
        for operation in path.values():
            operation["responses"].pop("422", None)
    for name in ("HTTPValidationError", "ValidationError"):
        schema["components"]["schemas"].pop(name, None)
    return schema


class Beside:
    """An ASGI middleware: the API answers its own paths, the application behind it all others."""

    def __init__(self, app: Any, api: FastAPI):
        self._app, self._api = app, api

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        path = scope.get("path", "")
        known = path.startswith(_OURS) or path.rstrip("/") in _OURS_EXACTLY
        ours = known and scope["type"] == "http"
        await (self._api if ours else self._app)(scope, receive, send)


class _Counted:
    """Counts each reply by its route and status."""

    def __init__(self, app: Any, metrics: Metrics):
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def count(message: Any) -> None:
            if message["type"] == "http.response.start":
                self._metrics.requests.labels(_route(scope), message["status"]).inc()
            await send(message)

        try:
            await self._app(scope, receive, count)
        except Exception:  # the handlers of `errors.install`, outside of this, answer it
            self._metrics.requests.labels(_route(scope), 500).inc()
            raise


def _route(scope: Any) -> str:
    return getattr(scope.get("route"), "path", "other")

"""Which other sites' pages may read replies (CORS): one policy for page and API.

Gradio has a policy of its own, which answers preflights itself: on localhost it refuses every other
origin, elsewhere it allows all. This middleware stands outside of it and replaces its headers.
https://fetch.spec.whatwg.org/#http-cors-protocol
"""

from __future__ import annotations

from typing import Any

from ..settings import Settings
from .guard import is_same_origin, refuse_origin

# Reply headers that a page may read, beside those that every page may.
EXPOSED = (
    "X-Download-Path",
    "X-Timing-Path",
    "X-Kokoro-Skipped",
    "X-Kokoro-Unused",
    "Accept-Ranges",
    "Content-Disposition",
    "Content-Range",
    "ETag",
    "Mcp-Session-Id",
    "Retry-After",
)
_METHODS = "DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT"
_MAX_AGE_SECONDS = 600  # that a browser may remember a preflight
_OURS = b"access-control-"


class Cors:
    """Answer preflights, and let pages of `Settings.origins` read replies; outside all else."""

    def __init__(self, app: Any, settings: Settings):
        self._app, self._settings = app, settings

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        asked = {name.decode("latin-1"): value for name, value in scope["headers"]}
        origin = asked.get("origin", b"").decode("latin-1")
        listed = self._settings.lists(origin)
        if scope["method"] == "OPTIONS" and "access-control-request-method" in asked:
            if listed or is_same_origin(origin, scope, self._settings.proxies):
                await _preflight(send, origin, asked)
            else:
                await refuse_origin(send, origin)
            return

        async def answer(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = self._headers(message.get("headers", ()), origin, listed)
            await send(message)

        await self._app(scope, receive, answer)

    def _headers(self, given: Any, origin: str, listed: bool) -> list[tuple[bytes, bytes]]:
        headers = [(name, value) for name, value in given if not name.lower().startswith(_OURS)]
        if listed:
            headers += [
                *_allow(origin),
                (b"access-control-expose-headers", ", ".join(EXPOSED).encode()),
            ]
        if self._settings.origins:
            headers.append((b"vary", b"Origin"))
        return headers


def _allow(origin: str) -> list[tuple[bytes, bytes]]:
    return [
        (b"access-control-allow-origin", origin.encode("latin-1")),
        (b"access-control-allow-credentials", b"true"),
    ]


async def _preflight(send: Any, origin: str, asked: dict[str, bytes]) -> None:
    headers = [
        *_allow(origin),
        (b"access-control-allow-methods", _METHODS.encode()),
        (b"access-control-max-age", str(_MAX_AGE_SECONDS).encode()),
        (b"vary", b"Origin, Access-Control-Request-Headers"),
    ]
    if wanted := asked.get("access-control-request-headers"):
        headers.append((b"access-control-allow-headers", wanted))
    if asked.get("access-control-request-private-network") == b"true":
        headers.append((b"access-control-allow-private-network", b"true"))
    await send({"type": "http.response.start", "status": 204, "headers": headers})
    await send({"type": "http.response.body", "body": b""})

"""ASGI middlewares for what clients and proxies do to addresses."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit


class HeadAsGet:
    """Answers HEAD as GET without the body, which FastAPI leaves to each route."""

    def __init__(self, app: Any):
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def without_body(message: Any) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        # Ranges are defined for GET alone.
        headers = [(name, value) for name, value in scope["headers"] if name != b"range"]
        scope = {**scope, "method": "GET", "headers": headers}
        await self._app(scope, receive, without_body)


class RelativeRedirects:
    """Makes redirects between `/path` and `/path/` relative.

    Behind a proxy that serves the studio under a prefix, and perhaps by TLS, only the browser knows
    the whole address.
    """

    def __init__(self, app: Any):
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        async def answer(message: Any) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    (name, _relative(value, scope["path"]) if name == b"location" else value)
                    for name, value in message.get("headers", ())
                ]
            await send(message)

        await self._app(scope, receive, answer if scope["type"] == "http" else send)


def _relative(location: bytes, path: str) -> bytes:
    """`location` as seen from `path`, where they differ in the last slash alone."""
    target = urlsplit(location.decode("latin-1"))
    name = target.path.rstrip("/").rpartition("/")[2]
    if not name or unquote(target.path).rstrip("/") != path.rstrip("/"):
        return location
    # "./" so that a colon in the name is not taken for the end of a scheme.
    moved = f"./{name}/" if target.path.endswith("/") else f"../{name}"
    return (moved + (f"?{target.query}" if target.query else "")).encode("latin-1")

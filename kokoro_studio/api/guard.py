"""In front of page and API: refuses requests of other sites' pages, and bodies that are too long.

An ASGI middleware. https://asgi.readthedocs.io
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

import anyio

from ..settings import Settings
from .admission import Rate
from .errors import Refused, error_body

MAX_BODY = 2 * 2**20  # bytes of a request
MAX_UPLOAD = 64 * 2**20  # bytes of a voice file
_DISCARDED_BYTES = 64 * 2**20  # of a body that is too long
_DISCARDED_SECONDS = 10.0
_READING = frozenset({"GET", "HEAD", "OPTIONS"})
_UPLOADS = "/gradio_api/upload"
_QUEUED = ("/gradio_api/queue/join", "/gradio_api/call/", _UPLOADS)
_QUEUED_TO_A_REQUEST = 20  # calls of the page for one that speaks: it asks about each change
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), payment=()"),
)


class TooLong(Exception):
    """The body is longer than allowed."""


class Guard:
    """Refuse requests of other sites' pages and bodies that are too long; add security headers."""

    def __init__(
        self, app: Any, settings: Settings, max_body: int = MAX_BODY, max_upload: int = MAX_UPLOAD
    ):
        self._app, self._settings = app, settings
        self._max_body, self._max_upload = max_body, max_upload
        self._queued = Rate(settings.rate * _QUEUED_TO_A_REQUEST)

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        origin = headers.get(b"origin", b"").decode("latin-1")
        # Without Origin it is a program, or a GET of our own page.
        own = is_same_origin(origin, scope, self._settings.proxies)
        welcome = not origin or own or self._settings.lists(origin)
        if not welcome and scope["method"] not in _READING:
            await refuse_origin(send, origin)
            return
        limit = self._limit(scope["path"])
        declared = headers.get(b"content-length", b"0")
        if not declared.isdigit() or int(declared[:20]) > limit:
            if b"expect" not in headers:  # else the client waits for 100 Continue before it sends
                await _discard(receive)
            await refuse(send, 413, _too_long(limit), "body_too_long")
            return
        if scope["method"] == "POST" and scope["path"].startswith(_QUEUED):
            try:
                self._queued.check(client_of(scope, self._settings.proxies))
            except Refused as refused:
                await refuse(send, 429, refused.message, refused.code, refused.retry_after)
                return
        # All code behind this sees the client's address instead of the proxy's.
        scope = {**scope, "client": (client_of(scope, self._settings.proxies), 0)}
        begun, ended, left = False, False, limit

        async def counted() -> Any:
            nonlocal ended, left
            message = await receive()
            ended = not message.get("more_body")
            left -= len(message.get("body", b""))
            if left < 0:
                raise TooLong
            return message

        async def answer(message: Any) -> None:
            nonlocal begun
            if left < 0 and not begun:
                raise TooLong  # also if the application has caught the first one
            if message["type"] == "http.response.start":
                begun = True
                message["headers"] = [*message["headers"], *_HEADERS]
            await send(message)

        try:
            await self._app(scope, counted, answer)
        except TooLong:
            if not begun:
                if not ended:
                    await _discard(receive)
                await refuse(send, 413, _too_long(limit), "body_too_long")

    def _limit(self, path: str) -> int:
        return self._max_upload if path.startswith(_UPLOADS) else self._max_body


def client_of(scope: Any, proxies: int) -> str:
    """The client's address, as the outermost of our own `proxies` saw it.

    Only the entries of `X-Forwarded-For` that these wrote are used: counted from the right.
    """
    address: str = (scope.get("client") or ("unknown",))[0]
    return _forwarded(scope, b"x-forwarded-for", proxies) or address


def is_same_origin(origin: str, scope: Any, proxies: int) -> bool:
    """Whether the page is the studio's own, at the host that was asked.

    Behind our own proxies the host in `X-Forwarded-Host` counts too: Apache, for one, changes
    `Host` by default.
    """
    host = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
    asked = _forwarded(scope, b"x-forwarded-host", proxies)
    return urlsplit(origin).netloc in {host, asked} - {""}


def _forwarded(scope: Any, header: bytes, proxies: int) -> str:
    """The entry of a header that the outermost of our own proxies wrote; '' if there is none."""
    named = [value for name, value in scope["headers"] if name == header]
    hops = [hop.strip() for hop in b",".join(named).decode("latin-1").split(",") if hop.strip()]
    return hops[-proxies] if 0 < proxies <= len(hops) else ""


def _too_long(limit: int) -> str:
    return f"The request is longer than {limit:,} bytes; send less."


async def _discard(receive: Any) -> None:
    """Read the rest of a body, within bounds, and drop it.

    Most clients read no reply before they have sent all, and a connection that is closed while
    they send is a broken pipe to them.
    """
    left = _DISCARDED_BYTES
    with anyio.move_on_after(_DISCARDED_SECONDS):
        while left > 0:
            message = await receive()
            left -= len(message.get("body", b""))
            if not message.get("more_body"):
                return


async def refuse_origin(send: Any, origin: str) -> None:
    message = f"Pages of {origin[:100]} may not call this studio; see KOKORO_ORIGINS."
    await refuse(send, 403, message, "foreign_origin")


async def refuse(
    send: Any, status: int, message: str, code: str, retry_after: int | None = None
) -> None:
    body = json.dumps(error_body(status, message, code)).encode()
    headers = [(b"content-type", b"application/json"), (b"connection", b"close"), *_HEADERS]
    headers.append((b"content-length", str(len(body)).encode()))
    if retry_after:
        headers.append((b"retry-after", str(retry_after).encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})

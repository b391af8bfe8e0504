"""ZeroGPU charges a loan to the visitor of a page, whom it finds in Gradio's own request."""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.context import LocalContext
from starlette.requests import Request


class AsGradioRequest:
    """An ASGI middleware: calls of the API carry their sender as calls of the page do."""

    def __init__(self, app: Any):
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            LocalContext.request.set(gr.Request(Request(scope)))
        await self._app(scope, receive, send)

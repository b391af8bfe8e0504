"""ZeroGPU bills the user in Gradio's request context; this sets that context for API calls too."""

from __future__ import annotations

from typing import Any

import gradio as gr
from gradio.context import LocalContext
from starlette.requests import Request


class AsGradioRequest:
    """An ASGI middleware that puts each API request into Gradio's request context."""

    def __init__(self, app: Any):
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "http":
            LocalContext.request.set(gr.Request(Request(scope)))
        await self._app(scope, receive, send)

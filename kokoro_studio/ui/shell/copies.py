"""Gradio's own copies of files, uploads among them: in a folder of the studio, bounded by bytes.

Gradio deletes them by age alone, keeps them all when it is killed, and shares its usual folder with
every other Gradio app of the machine.
"""

from __future__ import annotations

import os
import stat
import tempfile
import time
from pathlib import Path
from typing import Any

import anyio

from ...runtime import keep_gradio_copies_in
from ...settings import Settings
from ...storage.files import remove_oldest

MOST_BYTES = 2**30
MOST_SECONDS = 6 * 3600.0
_LOOK_SECONDS = 1.0  # between two looks at the folder, unless a file was uploaded
_CALLS, _UPLOAD = "/gradio_api/", "/gradio_api/upload"


def choose_folder() -> None:
    """Let Gradio keep its copies in a folder of the studio, inside its usual one.

    The folder is the same at each start, so that files of a killed studio are found and deleted. If
    somebody else owns it, Gradio keeps its usual folder, and nothing is deleted.
    """
    usual = Path(Settings.from_environment().gradio_copies or tempfile.gettempdir())
    folder = usual if usual.name == _name() else usual / _name()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return
    if stat.S_ISDIR(found.st_mode) and found.st_uid == _user():
        keep_gradio_copies_in(folder)


def _name() -> str:
    return f"kokoro-studio-page-{_user()}"


def _user() -> int:
    return os.getuid() if hasattr(os, "getuid") else 0  # Windows has no numbers for users


class BoundedCopies:
    """An ASGI middleware: after each call of the page, delete the oldest copies above a limit.

    Files of the last minute may be in use and are kept: see `remove_oldest`.
    """

    def __init__(self, app: Any):
        self._app = app
        self._looked = 0.0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        try:
            await self._app(scope, receive, send)
        finally:
            if scope["type"] == "http" and scope["path"].startswith(_CALLS):
                await self._look(uploaded=scope["path"].startswith(_UPLOAD))

    async def _look(self, uploaded: bool) -> None:
        folder = Path(Settings.from_environment().gradio_copies)
        lately = time.monotonic() - self._looked < _LOOK_SECONDS
        if folder.name != _name() or (lately and not uploaded):
            return
        self._looked = time.monotonic()
        with anyio.CancelScope(shield=True):  # the visitor may have left
            await anyio.to_thread.run_sync(remove_oldest, folder, MOST_BYTES, MOST_SECONDS)

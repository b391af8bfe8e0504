"""The route for files that a request asked to keep, whole or in parts.

https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse, Response

from .context import Context
from .errors import RESPONSES, ErrorReply, Refused, error_body

_RANGE = re.compile(r"bytes\s*=\s*(\d*)\s*-\s*(\d*)", re.I)
_FILE: dict[str, Any] = {"content": {"*/*": {}}}
_REPLIES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file", **_FILE},
    206: {"description": "The part of it that `Range` asked for", **_FILE},
    404: {"model": ErrorReply, "description": "There is none of that name"},
    416: {"model": ErrorReply, "description": "The file ends before `Range` begins"},
    **RESPONSES,
}


class UnsatisfiableRange(Exception):
    """A range that begins after the end of the file."""


def build_files(context: Context) -> APIRouter:
    router = APIRouter()

    @router.get("/v1/download/{name}", tags=["speech"], responses=_REPLIES, response_class=Response)
    async def download(
        name: str,
        request: Request,
        saved_as: Annotated[
            str, Query(alias="name", max_length=100, description="of the file when it is saved")
        ] = "",
    ) -> Response:
        """A file that `return_download_link` or `return_timing` promised; `Range` is understood."""
        found = context.downloads.get(name)
        if found is None or found.data is None:
            raise Refused(404, "There is no such file, not yet or no more.", "file_not_found")
        headers = {
            "Accept-Ranges": "bytes",
            "ETag": f'"{name}"',  # its bytes never change
            "Content-Disposition": _disposition(saved_as, PurePath(name).suffix, found.mime),
        }
        return _reply(request, found.data, found.mime, headers)

    return router


def _reply(request: Request, data: bytes, mime: str, headers: dict[str, str]) -> Response:
    wanted = request.headers.get("range", "")
    if request.headers.get("if-range", headers["ETag"]) != headers["ETag"]:
        wanted = ""  # the client has the beginning of another file
    try:
        span = byte_range(wanted, len(data))
    except UnsatisfiableRange:
        message = f"The file has {len(data):,} bytes, and none are at {wanted[:60]!r}."
        headers["Content-Range"] = f"bytes */{len(data)}"
        return JSONResponse(error_body(416, message, "unsatisfiable_range"), 416, headers)
    if span is None:
        return Response(data, media_type=mime, headers=headers)
    start, end = span
    headers["Content-Range"] = f"bytes {start}-{end - 1}/{len(data)}"
    # Gradio compresses JSON replies unless they name an encoding. The numbers above
    # count the bytes as they are.
    headers["Content-Encoding"] = "identity"
    return Response(data[start:end], 206, headers, mime)


def byte_range(header: str, size: int) -> tuple[int, int] | None:
    """(start, end) of one range; None for none or several, for which the whole file is sent."""
    match = _RANGE.fullmatch(header.strip())
    if match is None or len(header) > 60:
        return None
    first, last = match.groups()
    if not first:
        if not last:
            return None
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < start:
            return None  # not a range at all
    if start >= size:
        raise UnsatisfiableRange
    return start, end


def _disposition(wanted: str, extension: str, mime: str) -> str:
    """The header for a download, with the name that a browser saves it under."""
    stem = "timing" if mime == "application/json" else "speech"
    name = "".join(char for char in wanted if char.isprintable() and char not in '/\\"').strip(" .")
    name = name.removesuffix(extension) or stem
    encoded = quote(name + extension)
    plain = f'filename="{name}{extension}"'
    return "attachment; " + (
        plain if encoded == name + extension else f"filename*=UTF-8''{encoded}"
    )

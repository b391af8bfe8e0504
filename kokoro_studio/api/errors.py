"""Errors as OpenAI's clients read them: `{"error": {"message", "type", "param", "code"}}`."""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from ..errors import DeviceError, RequestError, StudioError, TextError, VoiceError, WeightsError
from .schemas import OWN_SENTENCE

log = logging.getLogger(__name__)


class ErrorBody(BaseModel):
    message: str
    type: str
    param: str | None
    code: str | None


class ErrorReply(BaseModel):
    error: ErrorBody


class Refused(Exception):
    """A request that is refused: status, sentence and headers of the reply."""

    def __init__(
        self,
        status: int,
        message: str,
        code: str,
        param: str | None = None,
        retry_after: int | None = None,
    ):
        super().__init__(message)
        self.status, self.message, self.code, self.param = status, message, code, param
        self.retry_after = retry_after


class ClientGone(Exception):
    """The client has disconnected, so no reply is needed."""


_KINDS = {400: "invalid_request_error", 401: "authentication_error", 403: "permission_error"}
_KINDS |= {404: "invalid_request_error", 429: "rate_limit_error"}
# For each kind of error: status, the field it is about, a code for programs.
_MISTAKES: dict[type[StudioError], tuple[int, str | None, str]] = {
    TextError: (400, "input", "invalid_input"),
    VoiceError: (400, "voice", "invalid_voice"),
    RequestError: (400, None, "invalid_request"),
    DeviceError: (503, None, "no_device"),
    WeightsError: (500, None, "no_weights"),
}
_CODES = {404: "not_found", 405: "method_not_allowed"}
CLIENT_GONE = 499  # appears in the log only
OOPS = "Something went wrong on this side; the server's log has the details."

# Replies that every route may give, for the OpenAPI page.
RESPONSES: dict[int | str, dict[str, Any]] = {
    400: {"model": ErrorReply, "description": "The request cannot be served as it is"},
    401: {"model": ErrorReply, "description": "The key is missing or wrong"},
    413: {"model": ErrorReply, "description": "The request is too long"},
    429: {"model": ErrorReply, "description": "Too many requests; Retry-After says when"},
    503: {"model": ErrorReply, "description": "A lent GPU is not to be had just now"},
}


def error_body(
    status: int, message: str, code: str | None, param: str | None = None
) -> dict[str, Any]:
    kind = _KINDS.get(status) or ("server_error" if status >= 500 else "invalid_request_error")
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


def explain(error: Exception) -> tuple[int, dict[str, Any], dict[str, str]]:
    """Status, body and headers for an exception. Anything but a person's mistake is logged."""
    if isinstance(error, Refused):
        headers = {"Retry-After": str(error.retry_after)} if error.retry_after else {}
        if error.status == 401:
            headers["WWW-Authenticate"] = "Bearer"
        return (
            error.status,
            error_body(error.status, error.message, error.code, error.param),
            headers,
        )
    for kind, (status, param, code) in _MISTAKES.items():
        if isinstance(error, kind):
            headers = {"Retry-After": "30"} if status == 503 else {}
            return status, error_body(status, str(error), code, param), headers
    log.error("A request failed", exc_info=error)
    return 500, error_body(500, OOPS, "internal_error"), {}


def install(api: FastAPI) -> None:
    """Let `api` answer every exception with an `ErrorReply`."""

    async def failed(_: Request, error: Exception) -> JSONResponse:
        status, body, headers = explain(error)
        return JSONResponse(body, status, headers)

    async def unknown(_: Request, error: HTTPException) -> JSONResponse:
        code = _CODES.get(error.status_code)
        body = error_body(error.status_code, str(error.detail), code)
        return JSONResponse(body, error.status_code, error.headers)

    async def malformed(_: Request, error: RequestValidationError) -> JSONResponse:
        message, param = _sentence(error)
        return JSONResponse(error_body(400, message, "invalid_request", param), 400)

    async def gone(_: Request, __: Exception) -> Response:
        return Response(status_code=CLIENT_GONE)

    api.add_exception_handler(ClientGone, gone)
    for kind in (Refused, StudioError, Exception):
        api.add_exception_handler(kind, failed)
    api.add_exception_handler(HTTPException, unknown)  # type: ignore[arg-type]
    api.add_exception_handler(RequestValidationError, malformed)  # type: ignore[arg-type]


def _sentence(error: RequestValidationError) -> tuple[str, str | None]:
    """The sentence for the first wrong field of a request."""
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return "The body is not JSON.", None
    place = ".".join(str(part) for part in first["loc"][1:]) or None
    if first["type"] == OWN_SENTENCE:
        return first["msg"], first["ctx"]["field"] or place
    where = f"Field {place!r}" if place else "The body"
    return f"{where} is not usable: {first['msg'][:1].lower()}{first['msg'][1:]}.", place

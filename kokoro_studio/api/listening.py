"""The sound of listening trials, by a token that does not tell the contestant."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from ..listening.room import ListeningRoom
from .errors import Refused

# Equal for every file: headers must not tell contestants apart.
_HEADERS = {"Cache-Control": "no-store"}


def build_listening(room: ListeningRoom) -> APIRouter:
    router = APIRouter(include_in_schema=False)

    @router.get("/listening/audio/{token}/{label}.wav")
    def audio(token: str, label: str) -> Response:
        """The sound of one side of a trial. The token is valid for half an hour."""
        data = room.playback.wav(token[:64], label[:2])
        if data is None:
            raise Refused(404, "There is no such sound, or no longer.", "no_trial")
        return Response(data, media_type="audio/wav", headers=_HEADERS)

    return router

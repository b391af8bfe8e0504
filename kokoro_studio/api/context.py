"""Shared by all routes: engine, limits, counters, and the start of a request's sound."""

from __future__ import annotations

import hashlib
import secrets
from itertools import chain
from typing import Annotated

from fastapi import Request, Security
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from ..engine import Engine
from ..engine.reading import set_silence
from ..engine.take import Take, check_length
from ..narration.script import Script
from ..settings import Settings
from ..text import check_silence
from .admission import Admission
from .downloads import Downloads
from .errors import Refused
from .guard import client_of
from .metrics import Metrics
from .models import check_model
from .schemas import Performance
from .stream import SpeechStream

_BEARER = HTTPBearer(auto_error=False, description="One of KOKORO_API_KEYS, where they are set")


class Context:
    """The engine, limits and counters of one studio's API."""

    def __init__(self, engine: Engine, settings: Settings):
        self.engine, self.settings = engine, settings
        self.admission, self.downloads = Admission(settings), Downloads()
        self.metrics = Metrics()
        self.metrics.inside.set_function(lambda: self.admission.inside)

    async def check_key(
        self, given: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)]
    ) -> None:
        """`Refused` with 401 unless the request brings a key, where keys are set."""
        if not self.settings.keys:
            return
        brought = (given.credentials if given else "").encode()
        # Every key is compared, each in constant time, so that the time reveals nothing of a key.
        if not sum(secrets.compare_digest(brought, key.encode()) for key in self.settings.keys):
            raise Refused(
                401,
                "A key is needed here: send it as 'Authorization: Bearer …'.",
                "invalid_api_key",
            )

    def client(self, request: Request) -> str:
        """The client: its key where keys are set, else its address."""
        if self.settings.keys:
            return hashlib.sha256(request.headers.get("authorization", "").encode()).hexdigest()
        return client_of(request.scope, self.settings.proxies)

    def take(self, wanted: Performance, text: str, voice: str) -> Take:
        """The take that a request asks for. `Refused` for an unknown model."""
        check_model(wanted.model)
        language = wanted.lang_code or wanted.language
        return Take(
            text,
            voice,
            language,
            wanted.speed,
            wanted.seed,
            pauses=wanted.pauses,
            equal_loudness=wanted.equal_loudness,
        )

    def start(self, request: Request, script: Script, streamed: bool) -> SpeechStream:
        """The sound of a script, rendered when it is read; it holds a place until it ends.

        `streamed`: the beginning is rendered in windows, so that it is heard sooner.
        """
        takes = [piece for piece in script if isinstance(piece, Take)]
        check_length(sum(len(take.phonemes or take.text) for take in takes))
        marked = [take.marked.pieces for take in takes if take.marked]
        check_silence(chain(script, *marked), sum(map(set_silence, takes)))
        place = self.admission.enter(self.client(request))
        patience = self.settings.write_seconds
        return SpeechStream(self.engine, script, streamed, place, self.metrics, patience)

"""What all routes share, and the way from a request to its sound."""

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
    """One studio's API: its engine, its limits, what it counts."""

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
        # Every key is compared, each in constant time: the time it takes tells nothing.
        if not sum(secrets.compare_digest(brought, key.encode()) for key in self.settings.keys):
            raise Refused(
                401,
                "A key is needed here: send it as 'Authorization: Bearer …'.",
                "invalid_api_key",
            )

    def client(self, request: Request) -> str:
        """Who is asking: a key, where keys are set, else an address."""
        if self.settings.keys:
            return hashlib.sha256(request.headers.get("authorization", "").encode()).hexdigest()
        return client_of(request.scope, self.settings.proxies)

    def take(self, wanted: Performance, text: str, voice: str) -> Take:
        """A take as a request asks for it. `Refused` for a model that is not here."""
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
        """A place for the script's sound, which begins when it is pulled.

        `streamed`: its beginning in windows, for somebody who waits to hear it.
        """
        takes = [piece for piece in script if isinstance(piece, Take)]
        check_length(sum(len(take.phonemes or take.text) for take in takes))
        marked = [take.marked.pieces for take in takes if take.marked]
        check_silence(chain(script, *marked), sum(map(set_silence, takes)))
        place = self.admission.enter(self.client(request))
        patience = self.settings.write_seconds
        return SpeechStream(self.engine, script, streamed, place, self.metrics, patience)

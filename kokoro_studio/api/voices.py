"""Routes about models, voices and how a text is read; and files that were asked for."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Body, Query
from fastapi.responses import Response

from ..engine import Take
from ..text.symbols import ids
from ..voices import VOICE_FORMATS, VOICES, all_voices, card_of, parse_formula, voice_label
from .aliases import formula_of
from .context import Context
from .models import MODELS, check_model
from .replies import RESPONSES, ErrorReply, Refused
from .schemas import (
    Formula,
    Model,
    Models,
    Phonemized,
    PhonemizeRequest,
    Skipped,
    VoiceEntry,
    Voices,
)

_RELEASED = 1737936000  # 27 January 2025, when Kokoro-82M v1.0 was
_PADDING = 0
_UNKNOWN = {404: {"model": ErrorReply, "description": "There is none of that name"}, **RESPONSES}
_BINARY = {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}


def build_voices(context: Context) -> APIRouter:
    router = APIRouter()

    @router.get("/v1/models", tags=["voices"], responses=RESPONSES)
    async def models() -> Models:
        """The models: one, under the names that clients ask for."""
        return Models(data=[_model(name) for name in MODELS])

    @router.get("/v1/models/{name:path}", tags=["voices"], responses=_UNKNOWN)
    async def model(name: str) -> Model:
        """One model."""
        check_model(name, 404, "model_not_found")
        return _model(name)

    @router.get("/v1/audio/voices", tags=["voices"], responses=RESPONSES)
    async def voices(
        legacy: Annotated[bool, Query(description="ids alone")] = False,
    ) -> Voices:
        """Every voice there is, one's own included."""
        found = all_voices().values()
        entries = [
            VoiceEntry(
                id=voice.id,
                name=voice_label(voice),
                language=voice.language,
                gender=voice.gender,
                grade=voice.grade,
                own=voice.id not in VOICES,
            )
            for voice in found
        ]
        listed = [entry.id for entry in entries] if legacy else entries
        return Voices(voices=listed, default_voice="af_heart")

    @router.post(
        "/v1/audio/voices/combine",
        tags=["voices"],
        responses={200: {"description": "A voice file (.pt)", **_BINARY}, **RESPONSES},
        response_class=Response,
    )
    async def combine(
        formula: Annotated[
            Formula | Annotated[list[Formula], Body(min_length=1, max_length=64)],
            Body(description="a formula, or voices to mix in equal parts"),
        ],
    ) -> Response:
        """A mix as a voice file for other Kokoro tools."""
        parts = [formula] if isinstance(formula, str) else formula
        blend = parse_formula(" + ".join(formula_of(part)[0] for part in parts))
        data = await run_sync(lambda: VOICE_FORMATS["pt"].encode([card_of(blend)]))
        headers = {"Content-Disposition": "attachment; filename=voice.pt"}
        return Response(data, media_type="application/octet-stream", headers=headers)

    @router.post("/dev/phonemize", tags=["voices"], responses=RESPONSES)
    async def phonemize(wanted: PhonemizeRequest) -> Phonemized:
        """How a text is read, and what of it will not be spoken."""
        take = Take(wanted.text, "af_heart", wanted.language)
        reading = await run_sync(context.engine.read, take)
        skipped = [
            Skipped(text=skip.text, start=skip.start, reason=str(skip.reason))
            for skip in reading.skipped
        ]
        tokens = [_PADDING, *ids(reading.phonemes), _PADDING]
        return Phonemized(phonemes=reading.phonemes, tokens=tokens, skipped=skipped)

    @router.get(
        "/v1/download/{name}",
        tags=["speech"],
        responses={200: {"description": "The file", "content": {"*/*": {}}}, **_UNKNOWN},
        response_class=Response,
    )
    async def download(name: str) -> Response:
        """A file that `return_download_link` or `return_timing` promised."""
        found = context.downloads.get(name)
        if found is None or found.data is None:
            raise Refused(404, "There is no such file, not yet or no more.", "file_not_found")
        return Response(found.data, media_type=found.mime)

    return router


def _model(name: str) -> Model:
    return Model(id=name, created=_RELEASED, owned_by="kokoro-studio")

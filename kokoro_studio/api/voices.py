"""Routes that mix voices, and that tell how a text is read."""

from __future__ import annotations

from typing import Annotated

from anyio.to_thread import run_sync
from fastapi import APIRouter, Body
from fastapi.responses import Response

from ..engine import Take
from ..text.symbols import ids
from ..voices import VOICE_FORMATS, card_of, parse_formula
from .aliases import formula_of
from .context import Context
from .errors import RESPONSES
from .schemas import Formula, Phonemized, PhonemizeRequest, ReadWord, Skipped

_PADDING = 0
_BINARY = {"content": {"application/octet-stream": {"schema": {"type": "string"}}}}


def build_voices(context: Context) -> APIRouter:
    router = APIRouter()

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
        """The phonemes of a text, how each word was found, and what will not be spoken."""
        take = Take(wanted.text, "af_heart", wanted.language)
        reading = await run_sync(context.engine.read, take)
        skipped = [
            Skipped(text=skip.text, start=skip.start, reason=str(skip.reason))
            for skip in reading.skipped
        ]
        words = [
            ReadWord(
                text=token.text,
                start=token.start,
                end=token.end,
                phonemes=token.phonemes,
                guessed=token.guessed,
                origin=token.origin,
            )
            for token in reading.tokens
            if token.phonemes
        ]
        tokens = [_PADDING, *ids(reading.phonemes), _PADDING]
        return Phonemized(phonemes=reading.phonemes, words=words, tokens=tokens, skipped=skipped)

    return router

"""Routes that list models and voices."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from ..voices import VOICES, all_voices, voice_label
from .errors import RESPONSES, ErrorReply
from .models import MODELS, check_model
from .schemas import AudioModels, Model, ModelName, Models, VoiceEntry, Voices

_RELEASED = 1737936000  # 27 January 2025, when Kokoro-82M v1.0 was
_UNKNOWN = {404: {"model": ErrorReply, "description": "There is none of that name"}, **RESPONSES}


def build_lists() -> APIRouter:
    router = APIRouter(tags=["voices"])

    @router.get("/v1/models", responses=RESPONSES)
    async def models() -> Models:
        """The models: one, under the names that clients ask for."""
        return Models(data=[_model(name) for name in MODELS])

    @router.get("/v1/models/{name}", responses=_UNKNOWN)
    async def model(name: str) -> Model:
        """One model."""
        check_model(name, 404, "model_not_found")
        return _model(name)

    @router.get("/v1/models/{owner}/{name}", include_in_schema=False)
    async def model_of(owner: str, name: str) -> Model:
        """One model by a name such as `hexgrad/Kokoro-82M`."""
        return await model(f"{owner}/{name}")

    @router.get("/v1/audio/models", responses=RESPONSES)
    async def audio_models() -> AudioModels:
        """The models once more, in the form that Open WebUI asks for."""
        return AudioModels(models=[ModelName(id=name) for name in MODELS])

    @router.get("/v1/audio/voices", responses=RESPONSES)
    async def voices(
        legacy: Annotated[bool, Query(description="ids alone")] = False,
    ) -> Voices:
        """Every voice, own voices included."""
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

    return router


def _model(name: str) -> Model:
    return Model(id=name, created=_RELEASED, owned_by="kokoro-studio")

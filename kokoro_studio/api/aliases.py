"""Names that stand for formulas: OpenAI's voices, and what a request brings along."""

from __future__ import annotations

from collections.abc import Mapping

from .schemas import Alias, VoiceReference

# Kokoro-FastAPI's table, and neighbours for the voices that OpenAI has added since.
OPENAI_VOICES = {
    "alloy": "am_adam",
    "ash": "af_nicole",
    "ballad": "bm_fable",
    "cedar": "am_fenrir",
    "coral": "bf_emma",
    "echo": "af_bella",
    "fable": "af_sarah",
    "marin": "af_aoede",
    "nova": "bf_isabella",
    "onyx": "bm_george",
    "sage": "am_michael",
    "shimmer": "af_sky",
    "verse": "am_puck",
}


def formula_of(
    voice: str | VoiceReference, aliases: Mapping[str, str | Alias] | None = None
) -> tuple[str, float]:
    """The formula a name stands for, and how much faster it speaks."""
    name = voice.id if isinstance(voice, VoiceReference) else voice
    found = (aliases or {}).get(name)
    if isinstance(found, Alias):
        return formula_of(found.voice)[0], found.rate
    return OPENAI_VOICES.get(found or name, found or name), 1.0

"""Names that stand for formulas: OpenAI's voices, the host's own, and those of a request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from ..errors import RequestError, VoiceError
from ..settings import Settings
from ..voices import parse_formula
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
_NEXT_PAIR = re.compile(r",(?=[^,=]*=)")  # formulas may hold commas, never an equals sign


def formula_of(
    voice: str | VoiceReference, aliases: Mapping[str, str | Alias] | None = None
) -> tuple[str, float]:
    """The formula a name stands for, and how much faster it speaks."""
    name = voice.id if isinstance(voice, VoiceReference) else voice
    found = (aliases or {}).get(name)
    if isinstance(found, Alias):
        return formula_of(found.voice)[0], found.rate
    return _known(found or name), 1.0


def _known(name: str) -> str:
    """`name` itself unless the host or OpenAI's table has it, in any case."""
    key = name.strip().lower()
    formula = host_aliases().get(key, name)
    return OPENAI_VOICES.get(formula.strip().lower(), formula)


def host_aliases() -> Mapping[str, str]:
    """Name -> formula, from `KOKORO_ALIASES`; `RequestError` for a malformed pair."""
    return _pairs(Settings.from_environment().aliases.strip())


@lru_cache(maxsize=4)
def _pairs(given: str) -> Mapping[str, str]:
    pairs = [pair.partition("=") for pair in _NEXT_PAIR.split(given.strip(", ")) if pair.strip()]
    for name, equals, formula in pairs:
        if not (name.strip() and equals and formula.strip()):
            raise RequestError(
                f"KOKORO_ALIASES has {(name + equals + formula).strip()[:60]!r}; write NAME=FORMULA"
                " with commas between, such as alloy=af_heart*0.5+am_puck*0.5,nova=bf_emma."
            )
        _check(name.strip(), formula)
    return {name.strip().lower(): formula.strip() for name, _, formula in pairs}


def _check(name: str, formula: str) -> None:
    try:
        parse_formula(OPENAI_VOICES.get(formula.strip().lower(), formula))
    except VoiceError as error:
        raise RequestError(f"KOKORO_ALIASES, {name}: {error}") from error

"""Any voice by its id: one of the 54, or one of the visitor's own."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ..errors import VoiceError
from .catalogue import VOICES, Voice
from .library import find_own, own_voices_or_problem

if TYPE_CHECKING:
    from .blend import Blend


def all_voices() -> dict[str, Voice]:
    """Every voice by id: the released ones, then own voices, newest first, if they can be read."""
    return {**VOICES, **{own.id: own.voice for own in own_voices_or_problem()[0]}}


def is_released(blend: Blend) -> bool:
    """Whether it is one of the 54 voices or made of them: nothing in it came from a file.

    A voice that was imported without its recipe may sound like no released one.
    """
    return all(voice in VOICES or _is_mixed(voice) for voice in blend.voices)


def _is_mixed(voice_id: str) -> bool:
    own = find_own(voice_id)
    return (
        own is not None
        and own.source == "mix"
        and all(parent in VOICES or _is_mixed(parent) for parent, _ in own.parents)
    )


def find_voice(voice_id: str, position: int | None = None) -> Voice:
    """The voice of that id, in any case; `VoiceError` with the nearest names if there is none."""
    key = voice_id.lower()
    if key in VOICES:
        return VOICES[key]
    if own := find_own(key):
        return own.voice
    near = difflib.get_close_matches(key, all_voices(), n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "take one of the 54, such as af_heart."
    raise VoiceError(f"There is no voice {voice_id[:60]!r}; {hint}", position)

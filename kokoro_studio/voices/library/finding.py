"""Any voice by its id: one of the 54, or one of the visitor's own."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from ...errors import VoiceError
from .catalogue import VOICES, Voice
from .own_voices import find_own, last_deleted, own_voices_or_problem

_ANY = "take one of the 54, such as Heart (af_heart)."

if TYPE_CHECKING:
    from ..mixing.blend import Blend


def all_voices() -> dict[str, Voice]:
    """Every voice by id: the released ones, then own voices, newest first, if they can be read."""
    return {**VOICES, **{own.id: own.voice for own in own_voices_or_problem()[0]}}


def is_released(blend: Blend) -> bool:
    """Whether a blend is made of released voices alone, without one from a file.

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
    """The voice of that id, or else of that name if only one has it; in any case of letters.

    `VoiceError` with the nearest names if there is none.
    """
    key = voice_id.lower()
    if key in VOICES:
        return VOICES[key]
    if own := find_own(key):
        return own.voice
    named = [voice for voice in all_voices().values() if voice.name.lower() == key]
    if len(named) == 1:
        return named[0]
    raise VoiceError(_why_not(voice_id, named), position)


def _why_not(given: str, named: list[Voice]) -> str:
    if named:
        ids = " or ".join(voice.id for voice in named)
        return f"{len(named)} voices have the name {given[:60]!r}; write {ids}."
    if gone := last_deleted(given.lower()):
        return f"The voice {gone.name!r} ({given.lower()}) has been deleted; choose another one."
    hint = f"did you mean {near}?" if (near := _nearest(given.lower())) else _ANY
    return f"There is no voice {given[:60]!r}; {hint}"


def _nearest(given: str) -> str:
    """The ids of the voices with the most similar ids or names, and those names."""
    known = all_voices()
    ids = {voice.name.lower(): id for id, voice in known.items()}
    hints: dict[str, str] = {}
    for match in difflib.get_close_matches(given, [*known, *ids], n=3, cutoff=0.5):
        id = ids.get(match, match)
        hints.setdefault(id, f"{known[id].name} ({id})" if match in ids else id)
    return ", ".join(hints.values())

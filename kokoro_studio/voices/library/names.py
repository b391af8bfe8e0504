"""Names and notes of own voices: what they may be, and which are free."""

from __future__ import annotations

import re
import unicodedata

from ...errors import VoiceError
from .catalogue import VOICES
from .ids import slug, voice_id_for
from .own_voices import MAX_NAME, own_voices

MAX_NOTES = 2_000  # characters
_JOINERS = "\u200c\u200d"  # unseen, and part of how Persian and Hindi are spelt


def check_name(name: str) -> str:
    """The name as it will be shown; `VoiceError` if it cannot be one."""
    tidy = unicodedata.normalize("NFC", " ".join(str(name).split()))
    if not tidy:
        raise VoiceError("A voice needs a name; type one such as Night narrator.")
    if len(tidy) > MAX_NAME:
        raise VoiceError(f"The name has {len(tidy)} characters; use at most {MAX_NAME}.")
    if any(unicodedata.category(c)[0] == "C" and c not in _JOINERS for c in tidy):
        raise VoiceError("The name holds characters that cannot be seen; type it again.")
    if not slug(tidy):
        raise VoiceError(f"The name {tidy!r} has neither a letter nor a digit; add one.")
    return tidy


def check_notes(notes: str) -> None:
    if len(notes) > MAX_NOTES:
        raise VoiceError(f"The notes have {len(notes):,} characters; use at most {MAX_NOTES:,}.")


def check_free(voice_id: str, name: str, but: str = "") -> None:
    """`VoiceError` if a released or own voice, other than `but`, has that name or that id."""
    names, ids = _used(but)
    if name.casefold() in names:
        raise name_taken(name)
    if voice_id in ids:
        raise VoiceError(
            f"The name {name!r} makes the id {voice_id}, which a voice has already; choose another."
        )


def free_name(name: str, language: str, gender: str) -> str:
    """The name itself, or the name with the lowest number that is free."""
    names, ids = _used()
    stem = re.sub(r" [0-9]+$", "", name)[: MAX_NAME - 5]
    number, candidate = 1, name
    while candidate.casefold() in names or voice_id_for(candidate, language, gender) in ids:
        number += 1
        candidate = f"{stem} {number}"
    return candidate


def _used(but: str = "") -> tuple[set[str], set[str]]:
    """Names, without regard to case, and ids of all voices other than `but`."""
    voices = [*VOICES.values(), *(own.voice for own in own_voices())]
    others = [voice for voice in voices if voice.id != but]
    return {voice.name.casefold() for voice in others}, {voice.id for voice in others}


def name_taken(name: str) -> VoiceError:
    return VoiceError(f"There is a voice named {name!r} already; choose another name.")

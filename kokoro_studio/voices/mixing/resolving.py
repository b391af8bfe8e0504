"""Which voices a formula means: its names become ids, and its weights a blend."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from ...errors import VoiceError
from ..library.catalogue import Voice
from .blend import Blend, Weights
from .formula import Mix, Name, Part, unexpected

# The voice of an id or a name, and the name's offset for the `VoiceError` if there is none;
# `find_voice` is the studio's own.
VoiceLookup = Callable[[str, int], Voice]
_LEAST = 1e-9  # a weight as small as that is 0


def resolve(mix: Mix, voices: VoiceLookup) -> Blend:
    """The blend of a formula, its voices by id.

    `VoiceError`, with the offset in the formula, for the first name that `voices` does not know,
    and for a sum in which no weight is above 0.
    """
    stages = [{part.of or "timbre": _weights(part, voices) for part in s} for s in mix.stages]
    blend = None
    for parts in reversed(stages):
        blend = Blend.of(**parts, method=mix.method, towards=blend)
    assert blend is not None
    return blend


def find_named(name: Name, voices: VoiceLookup) -> str:
    """The id of the voice that a name in a formula means."""
    first, *more = name.words
    if not more:
        return voices(first.text, first.position).id
    with suppress(VoiceError):
        return voices(str(name), first.position).id
    # The first word alone may be a voice: then what is wrong is the word after it.
    voices(first.text, first.position)
    wrong = more[0]
    raise VoiceError(unexpected(repr(wrong.text), wrong.position, name.then), wrong.position)


def _weights(part: Part, voices: VoiceLookup) -> Weights:
    """Added up by voice: one voice may stand there under its id and under its name."""
    totals: dict[str, float] = {}
    for name, weight in part.terms:
        voice = find_named(name, voices)
        totals[voice] = totals.get(voice, 0.0) + weight
    if not any(weight > _LEAST for weight in totals.values()):
        raise VoiceError(
            "Nothing is left to speak with: at least one weight must be above 0.", part.position
        )
    return tuple((voice, weight) for voice, weight in totals.items() if abs(weight) > _LEAST)

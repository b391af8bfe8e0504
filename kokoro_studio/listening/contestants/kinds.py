"""How contestants of each kind perform.

A contestant that fails raises `ContestantError`: its trial is void, and counts against no one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from ...audio.clip import Clip, checked
from ...engine import Engine
from ...errors import DeviceError, RequestError, StudioError, WeightsError
from ...text import LANGUAGES, language_of
from .anchor import perform_anchor
from .clips import perform_clip
from .contestant import LONGEST_SECONDS, MOST_CHARACTERS, Contestant, ContestantError
from .systems import perform_system, system_languages
from .voices import perform_voice, voice_languages


@dataclass(frozen=True)
class Kind:
    """How contestants of one kind perform."""

    perform: Callable[[Contestant, str, str, int, Engine], Clip]
    languages: Callable[[Contestant], Collection[str]]


KINDS: dict[str, Kind] = {
    "voice": Kind(perform_voice, voice_languages),
    "anchor": Kind(perform_anchor, lambda _: tuple(LANGUAGES)),
    "clip": Kind(perform_clip, lambda one: (one.recipe["language"],)),
    "system": Kind(perform_system, system_languages),
}


def languages_of(contestant: Contestant) -> Collection[str]:
    """Codes of the languages that it speaks."""
    return KINDS[contestant.kind].languages(contestant)


def speaks(contestant: Contestant, language: str) -> bool:
    """`language`: any name that `language_of` knows."""
    return language_of(language).code in languages_of(contestant)


def perform(contestant: Contestant, text: str, language: str, seed: int, engine: Engine) -> Clip:
    """The sound of a text by a contestant, untrimmed, at its own rate and loudness.

    `engine` is the one that is shared; `seed` is the trial's, the same for all its sides.
    `ContestantError` if it fails or its sound cannot be judged.
    """
    if not text.strip() or len(text) > MOST_CHARACTERS:
        raise RequestError(f"A text to compare on has 1 to {MOST_CHARACTERS:,} characters.")
    language = language_of(language).code
    if not speaks(contestant, language):
        raise ContestantError(f"{contestant.name} does not speak {LANGUAGES[language]}.")
    try:
        sound = KINDS[contestant.kind].perform(contestant, text, language, seed, engine)
    except (ContestantError, DeviceError, WeightsError):  # the last two: not the contestant's fault
        raise
    except StudioError as error:
        raise ContestantError(f"{contestant.name} could not say the text: {error}") from error
    try:
        return checked(sound, f"What {contestant.name} said", LONGEST_SECONDS)
    except RequestError as error:
        raise ContestantError(str(error)) from error

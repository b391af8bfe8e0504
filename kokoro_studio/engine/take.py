"""What a person asks for, and how it was understood."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from ..environment import whole_number
from ..errors import RequestError, TextError
from ..text import (
    LANGUAGES,
    MAX_CHARACTERS,
    Phonemized,
    Skip,
    Token,
    Utterance,
    phonemize,
    read_phonemes,
    segment,
    segment_ahead,
)
from ..voices import Blend, parse_formula

SLOWEST, FASTEST = 0.25, 4.0
MAX_SEED = 2**32 - 1
# Sentences are packed up to here: short ones share their melody, and the next is ready in time.
UTTERANCE_PHONEMES = 150
OPENING_PHONEMES = 20  # a second and a quarter, rendered in a third of that
READ_AT_ONCE = 2_000  # characters, a twentieth of a second: what is longer is read while it sounds


@dataclass(frozen=True)
class Take:
    """One request to speak. Equal takes make equal sound on the same machine.

    `RequestError` at once for a speed or seed out of range; text and voice are checked when read.
    """

    text: str
    voice: str = "af_heart"  # a voice id or a formula
    language: str | None = None  # a code of `LANGUAGES`; None: the first voice's
    speed: float = 1.0  # 0.25 to 4; 2 is twice as fast
    seed: int = 0  # the grain of the sound, never its timing
    phonemes: str | None = None  # spoken instead of the text, when given

    def __post_init__(self) -> None:
        number = isinstance(self.speed, (int, float)) and not isinstance(self.speed, bool)
        if not number or not math.isfinite(self.speed) or not SLOWEST <= self.speed <= FASTEST:
            raise RequestError(
                f"Speed {self.speed!r} is out of range; use {SLOWEST} to {FASTEST:g}."
            )
        if not isinstance(self.seed, int) or not 0 <= self.seed <= MAX_SEED:
            raise RequestError(f"Seed {self.seed!r} is out of range; use 0 to {MAX_SEED}.")
        if self.language is not None and self.language not in LANGUAGES:
            codes = ", ".join(f"{code} ({LANGUAGES[code].name})" for code in LANGUAGES)
            raise TextError(f"There is no language {self.language!r}; use one of {codes}.")

    @property
    def blend(self) -> Blend:
        return parse_formula(self.voice)


@dataclass(frozen=True)
class Reading:
    """A take as it will be spoken, before a sound is made."""

    language: str
    phonemized: Phonemized
    utterances: tuple[Utterance, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.phonemized.tokens

    @property
    def skipped(self) -> tuple[Skip, ...]:
        """What will not be spoken, with its offsets."""
        return self.phonemized.skipped

    @property
    def phonemes(self) -> str:
        return self.phonemized.phonemes


def most_characters() -> int:
    """KOKORO_MAX_CHARACTERS: of one take; never more than can be read at once."""
    return min(whole_number("KOKORO_MAX_CHARACTERS", MAX_CHARACTERS, lowest=1), MAX_CHARACTERS)


def check_length(characters: int) -> None:
    """`TextError` for more than is spoken at once here."""
    most = most_characters()
    if characters > most:
        raise TextError(
            f"The text has {characters:,} characters; at most {most:,} are spoken at once here: "
            "send it in parts."
        )


def read_take(take: Take) -> Reading:
    """Phonemes and utterances of a take. `TextError` or `VoiceError` as they apply."""
    check_length(max(len(take.text), len(take.phonemes or "")))
    language = take.language or take.blend.language
    if take.phonemes is None:
        phonemized = phonemize(take.text, language)
    else:
        phonemized = read_phonemes(take.phonemes, language)
    utterances = segment(phonemized, UTTERANCE_PHONEMES, opening=_opening(take))
    return Reading(language, phonemized, tuple(utterances))


def begin_take(take: Take) -> tuple[Iterator[Utterance], int | None]:
    """The utterances of `read_take`, and how many; None for more than is read before the first.

    `TextError` or `VoiceError` as they apply, for a take with nothing to say too.
    """
    if take.phonemes is not None or len(take.text) <= READ_AT_ONCE:
        reading = read_take(take)
        check_speakable(reading)
        return iter(reading.utterances), len(reading.utterances)
    check_length(len(take.text))
    language = take.language or take.blend.language
    utterances = segment_ahead(take.text, language, UTTERANCE_PHONEMES, _opening(take))
    first = next(utterances, None)
    if first is None:
        check_speakable(read_take(take))
        return iter(()), 0
    return chain((first,), utterances), None


def _opening(take: Take) -> int | None:
    # A morph starts anew with each utterance, and a short one would show little of it.
    return None if take.blend.towards else OPENING_PHONEMES


def check_speakable(reading: Reading) -> None:
    """`TextError` that says why, when a reading has nothing to say."""
    if reading.utterances:
        return
    name = LANGUAGES[reading.language].name
    if not reading.skipped:
        raise TextError(f"There is nothing to speak; give some text in {name}.")
    first = reading.skipped[0]
    raise TextError(
        f"Nothing in this text can be spoken in {name}: {first.text[:20]!r} is {first.reason}; "
        "give some words, or choose another language."
    )

"""What a person asks for, and how it was understood."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ..environment import whole_number
from ..errors import RequestError, TextError
from ..text import (
    LANGUAGES,
    MAX_CHARACTERS,
    Phonemized,
    Skip,
    Token,
    Utterance,
    language_of,
    phonemize,
    read_phonemes,
    segment,
)
from ..voices import Blend, parse_formula
from .edits import MOST_EDITS, Edit

SLOWEST, FASTEST = 0.25, 4.0
MAX_SEED = 2**32 - 1
# Sentences are packed up to here: those of one utterance share their melody. 10 seconds.
UTTERANCE_PHONEMES = 150
# The first utterance is kept to this where sentences allow: its plan is what a listener waits for.
FIRST_UTTERANCE_PHONEMES = 60


@dataclass(frozen=True)
class Take:
    """One request to speak. Equal takes make equal sound on the same machine.

    `RequestError` at once for a speed or seed out of range, `TextError` for an unknown language;
    text and voice are checked when read.
    """

    text: str
    voice: str = "af_heart"  # a voice id or a formula
    language: str | None = None  # any name of it; kept as its code. None: the first voice's
    speed: float = 1.0  # 0.25 to 4; 2 is twice as fast
    seed: int = 0  # the grain of the sound, never its timing
    phonemes: str | None = None  # spoken instead of the text, when given
    edits: tuple[Edit, ...] = ()  # of the prosody; offsets are those of what is spoken

    def __post_init__(self) -> None:
        number = isinstance(self.speed, (int, float)) and not isinstance(self.speed, bool)
        if not number or not math.isfinite(self.speed) or not SLOWEST <= self.speed <= FASTEST:
            raise RequestError(
                f"Speed {self.speed!r} is out of range; use {SLOWEST} to {FASTEST:g}."
            )
        if not isinstance(self.seed, int) or not 0 <= self.seed <= MAX_SEED:
            raise RequestError(f"Seed {self.seed!r} is out of range; use 0 to {MAX_SEED}.")
        if self.language is not None:
            # Equal takes must be equal however their language was written.
            object.__setattr__(self, "language", language_of(self.language).code)
        if len(self.edits) > MOST_EDITS:
            raise RequestError(f"A take has at most {MOST_EDITS:,} edits.")

    @property
    def blend(self) -> Blend:
        return parse_formula(self.voice)


@dataclass(frozen=True)
class Reading:
    """A take as it will be spoken, read as far as somebody has asked.

    `utterances` and `tokens` are read on as they are iterated; `skipped` and `phonemes` need all
    of the text. Whoever speaks a reading and then looks at it reads the text once.
    """

    take: Take
    language: str
    phonemized: Phonemized
    utterances: Sequence[Utterance]

    @property
    def tokens(self) -> Sequence[Token]:
        return self.phonemized.tokens

    @property
    def skipped(self) -> Sequence[Skip]:
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
    """The reading of a take. `TextError` or `VoiceError` at once, as they apply."""
    check_length(max(len(take.text), len(take.phonemes or "")))
    language = take.language or take.blend.language
    if take.phonemes is None:
        phonemized = phonemize(take.text, language)
    else:
        phonemized = read_phonemes(take.phonemes, language)
    utterances = segment(phonemized, UTTERANCE_PHONEMES, first_limit=FIRST_UTTERANCE_PHONEMES)
    return Reading(take, language, phonemized, utterances)


def check_speakable(reading: Reading) -> None:
    """`TextError` that says why, when a reading has nothing to say. Reads one utterance."""
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

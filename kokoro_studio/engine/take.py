"""What a person asks for."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

from ..errors import RequestError, TextError
from ..settings import Settings
from ..text import FASTEST, MAX_CHARACTERS, NO_LEXICON, SLOWEST, Lexicon, MarkedText, language_of
from ..voices import Blend, parse_formula
from .edits import MOST_EDITS, Edit
from .joins import AS_USUAL, Pauses

MAX_SEED = 2**32 - 1


@dataclass(frozen=True)
class Take:
    """One request to speak. Equal takes make equal sound on the same machine.

    `RequestError` at once for a speed or seed out of range, `TextError` for an unknown language;
    text and voice are checked when read.
    """

    text: str  # with markup, if any: see `text.read_markup`
    voice: str = "af_heart"  # a voice id or a formula
    language: str | None = None  # any name of it; kept as its code. None: the first voice's
    speed: float = 1.0  # 0.25 to 4; 2 is twice as fast
    seed: int = 0  # the grain of the sound, never its timing
    phonemes: str | None = None  # spoken instead of the text, when given
    edits: tuple[Edit, ...] = ()  # of the prosody; offsets are those of what is spoken
    marked: MarkedText | None = None  # the text's markup, read by whoever made the take
    pauses: Pauses = AS_USUAL
    equal_loudness: bool = False  # every voice and mix as loud as the others
    lexicon: Lexicon = NO_LEXICON  # how words of the text are said

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

    @cached_property
    def blend(self) -> Blend:
        """The voice as a value, looked up once. `VoiceError` for a formula that cannot be read.

        It is not a field: equality and hash do not use it.
        """
        return parse_formula(self.voice)


def most_characters() -> int:
    """KOKORO_MAX_CHARACTERS: of one take; never more than can be read at once."""
    return min(Settings.from_environment().max_characters, MAX_CHARACTERS)


def check_length(characters: int) -> None:
    """`TextError` for more than is spoken at once here."""
    most = most_characters()
    if characters > most:
        raise TextError(
            f"The text has {characters:,} characters; at most {most:,} are spoken at once here: "
            "send it in parts."
        )

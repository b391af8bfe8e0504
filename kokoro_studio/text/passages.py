"""The values that markup is read into: passages, each in one style, and pauses between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..errors import RequestError, TextError
from .tokens import Skip

SLOWEST, FASTEST = 0.25, 4.0  # times the usual speed
LONGEST_PAUSE_SECONDS = 60.0
MOST_SILENCE_SECONDS = 600.0  # all pauses of a text together

# A voice's name -> its formula, and how many times as fast it speaks.
FindVoice = Callable[[str], tuple[str, float]]


@dataclass(frozen=True)
class Style:
    """How a passage differs from its take."""

    voice: str = ""  # a name or formula as written; '': the take's
    rate: float = 1.0  # times the take's speed
    language: str = ""  # a code of `LANGUAGES`; 'en': English in the voice's accent; '': as usual
    pitch_semitones: float = 0.0
    gain: float = 1.0  # times the amplitude


@dataclass(frozen=True)
class Passage:
    """Text in one style. `start` is its offset in the source; in SSML, in the elements' text."""

    text: str
    start: int = 0
    style: Style = Style()


@dataclass(frozen=True)
class Pause:
    """Silence. `RequestError` for less than none and more than a minute."""

    seconds: float

    def __post_init__(self) -> None:
        if not 0 <= self.seconds <= LONGEST_PAUSE_SECONDS:
            raise RequestError(
                f"A pause of {self.seconds:g} s is out of range; use 0 to "
                f"{LONGEST_PAUSE_SECONDS:g}."
            )


Piece = Passage | Pause


def check_silence(pieces: Iterable[object], more_seconds: float = 0.0) -> None:
    """`TextError` if the pauses among them, and others, add up to more than ten minutes."""
    silent = sum((piece.seconds for piece in pieces if isinstance(piece, Pause)), more_seconds)
    if silent > MOST_SILENCE_SECONDS:
        raise TextError(
            f"The pauses add up to {silent:g} s; use at most {MOST_SILENCE_SECONDS:g} in one "
            "request."
        )


@dataclass(frozen=True)
class MarkedText:
    """A text with its markup read. `TextError` for more than ten minutes of pauses."""

    pieces: tuple[Piece, ...]  # without empty passages
    skipped: tuple[Skip, ...] = ()  # markup that was not allowed
    unused: tuple[str, ...] = ()  # markup that has no effect: names of elements and attributes

    def __post_init__(self) -> None:
        check_silence(self.pieces)

    def with_voices(self, find_voice: FindVoice, rate: float = 1.0) -> MarkedText:
        """Voices by their formulas; `rate` is that of the take's own voice."""

        def found(piece: Piece) -> Piece:
            if isinstance(piece, Pause):
                return piece
            style = piece.style
            voice, own_rate = find_voice(style.voice) if style.voice else ("", rate)
            return replace(piece, style=replace(style, voice=voice, rate=style.rate * own_rate))

        return replace(self, pieces=tuple(map(found, self.pieces)))

    def opening(self, characters: int) -> MarkedText:
        """The pieces of so many characters from the start."""
        pieces: list[Piece] = []
        for piece in self.pieces:
            if characters <= 0:
                break
            if isinstance(piece, Passage):
                piece = replace(piece, text=piece.text[:characters])
                characters -= len(piece.text)
            pieces.append(piece)
        return replace(self, pieces=tuple(pieces))

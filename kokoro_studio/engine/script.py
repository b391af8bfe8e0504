"""Several takes in a row, with pauses between them: a dialogue, a text whose voice changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..audio import silence
from ..errors import RequestError
from .engine import Engine
from .segment import Segment
from .take import Take, check_speakable

LONGEST_PAUSE_SECONDS = 60.0


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


Script = Sequence[Take | Pause]


def perform(
    engine: Engine, script: Script, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Segment]:
    """The segments of a script, numbered and timed as one. As `Engine.speak` for each take.

    Every take is read before the first is rendered, so a mistake in the last costs nothing.
    """
    readings = [engine.read(piece) for piece in script if isinstance(piece, Take)]
    for reading in readings:
        check_speakable(reading)
    count = sum(len(reading.utterances) for reading in readings)
    return _perform(engine, script, cancelled, count)


def _perform(
    engine: Engine, script: Script, cancelled: Callable[[], bool], count: int
) -> Iterator[Segment]:
    index, now = 0, 0.0
    for piece in script:
        if isinstance(piece, Pause):
            pause = Segment(index, count, silence(piece.seconds), now, "", (), 0)
            now += pause.seconds
            yield pause
            continue
        start = now
        for segment in engine.speak(piece, cancelled):
            yield replace(
                segment,
                index=index,
                count=count,
                start_seconds=start + segment.start_seconds,
                tokens=tuple(token.later(start) for token in segment.tokens),
            )
            index, now = index + 1, now + segment.seconds

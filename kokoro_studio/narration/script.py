"""Several takes in a row, with pauses between them: a dialogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from ..audio import silence
from ..engine.engine import Engine
from ..engine.reading import Reading, check_speakable
from ..engine.segment import Segment
from ..engine.take import Take
from ..text import Pause

Script = Sequence[Take | Pause]


def perform(
    engine: Engine,
    script: Sequence[Take | Reading | Pause],
    cancelled: Callable[[], bool] = lambda: False,
    streamed: bool = False,
) -> Iterator[Segment]:
    """The segments of a script, numbered and timed as one.

    `streamed`: as `Engine.speak` makes them, else as `Engine.record` does. The beginning of every
    take is read before the first is rendered, so a mistake in the last one costs nothing; the rest
    is read as it is spoken.
    """
    pieces = [engine.read(piece) if isinstance(piece, Take) else piece for piece in script]
    for piece in pieces:
        if isinstance(piece, Reading):
            check_speakable(piece)
    return _perform(engine, pieces, cancelled, streamed)


def _perform(
    engine: Engine,
    pieces: Sequence[Reading | Pause],
    cancelled: Callable[[], bool],
    streamed: bool,
) -> Iterator[Segment]:
    index, now, said = 0, 0.0, 0
    for piece in pieces:
        if isinstance(piece, Pause):
            pause = Segment(index, silence(piece.seconds), now, "", (), 0)
            now += pause.seconds
            yield pause
            continue
        start = now
        if streamed:
            spoken = engine.speak(piece, cancelled, said)
        else:
            spoken = engine.record(piece, cancelled)
        for segment in spoken:
            yield replace(
                segment,
                index=index,
                start_seconds=start + segment.start_seconds,
                tokens=tuple(token.later(start) for token in segment.tokens),
            )
            index, now = index + segment.ends, now + segment.seconds
            said += len(segment.phonemes)

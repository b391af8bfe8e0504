"""The header X-Kokoro-Skipped: parts of a text that are not spoken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import quote

from ..engine import Reading
from ..engine.reading import read_take
from ..text import MarkedText, Passage, Skip

LONGEST_HEADER = 500  # characters
LONGEST_NAMED = 20  # characters shown of each part
# A stream starts before all of its text is read: later parts are not named.
READ_BEFORE_STREAM = 1_000  # characters
_MORE = ", ..."
_PLAIN = " []<>/=:.!?*"  # not encoded; a comma separates two parts


def left_out(readings: Sequence[Reading], numbered: bool, streamed: bool) -> str:
    """`%F0%9F%91%8D (an emoji)`: text in per cent encoding, as headers are ASCII, and the reason.

    `numbered`: each in the form `turn 2: ...`, for a dialogue.
    """
    named: list[str] = []
    length = 0
    for item in _named(readings, numbered, streamed):
        length += len(item) + len(", ")
        if length > LONGEST_HEADER - len(_MORE):
            return ", ".join(named) + _MORE
        named.append(item)
    return ", ".join(named)


def _named(readings: Sequence[Reading], numbered: bool, streamed: bool) -> Iterator[str]:
    budget = READ_BEFORE_STREAM
    for number, reading in enumerate(readings, 1):
        skips = _skips(reading, budget) if streamed else reading.skipped
        budget -= _length(reading)
        for skip in skips:
            prefix = f"turn {number}: " if numbered else ""
            text = quote(skip.text[:LONGEST_NAMED].strip(), safe=_PLAIN, errors="replace")
            yield f"{prefix}{text} ({skip.reason})" if text else f"{prefix}{skip.reason}"


def _skips(reading: Reading, characters: int) -> Sequence[Skip]:
    """The skips within the first characters of the text."""
    if _length(reading) <= characters or not reading.utterances:
        return reading.skipped
    if characters <= 0:
        return ()
    take = reading.take
    if take.phonemes is not None:
        return read_take(replace(take, phonemes=take.phonemes[:characters])).skipped
    marked = take.marked or MarkedText((Passage(take.text),))
    return read_take(replace(take, marked=marked.opening(characters))).skipped


def _length(reading: Reading) -> int:
    take = reading.take
    return len(take.text if take.phonemes is None else take.phonemes)

"""Pronunciations written into the text: `[Kokoro](/kˈOkəɹO/)`, the same in all nine languages."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Of a word or a name: bounds the text that a G2P backend gets at once.
_OVERRIDE = re.compile(
    r"\[([^\[\]\r\n]{1,200})\]\(/([^()/\r\n]*(?:\([^()/\r\n]*\)[^()/\r\n]*)*)/\)"
)


@dataclass(frozen=True)
class Override:
    """What is said for `text[start:end]`, whatever a lexicon or a backend would say: phonemes, or
    other words. What a person typed into the text stands at `source[at:]`."""

    start: int
    end: int
    phonemes: str | None = None  # '' silences
    at: int = 0
    respelling: str | None = None  # read in its place


@dataclass(frozen=True)
class Plain:
    """A text without its markup; `places[i]` is where `text[i]` stood in the source."""

    text: str
    places: list[int]
    overrides: tuple[Override, ...]


def strip(source: str) -> Plain:
    """Take the overrides out of a text. Anything else in brackets is left as it is."""
    parts: list[str] = []
    places: list[int] = []
    overrides: list[Override] = []
    done = 0
    for found in _OVERRIDE.finditer(source):
        if not found[1].strip():
            continue
        word, word_end = found.span(1)
        places += range(done, found.start())
        start = len(places)
        places += range(word, word_end)
        parts += source[done : found.start()], found[1]
        overrides.append(Override(start, len(places), found[2], found.start(2)))
        done = found.end()
    places += range(done, len(source))
    return Plain("".join([*parts, source[done:]]), places, tuple(overrides))

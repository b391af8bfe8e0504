"""Rules of the normalizer, and how they are run over a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

# Borders of a word or number. `\b` will not do: it ends a Devanagari word at a vowel sign, and it
# sees no border between a digit and a Han character.
LEFT = r"(?<![0-9A-Za-zÀ-ɏ\u0900-\u0963_])"
RIGHT = r"(?![0-9A-Za-zÀ-ɏ\u0900-\u0963_])"


@dataclass(frozen=True)
class Piece:
    """A slice of the text and what is said in its place.

    `text[start:end]` is said as `spoken`, words in the same language ('' is silence). Where no
    spelling gives the right sound, `phonemes` has it, and `spoken` only serves the reading of the
    neighbouring words.
    """

    start: int
    end: int
    spoken: str
    phonemes: str | None = None


# What to say for a match: words, phonemes between slashes, or a function that finds either (`None`
# to leave it as it stands).
Reading = str | Callable[[re.Match[str]], str | None]


@dataclass(frozen=True)
class Rule:
    """A pattern, and what to say for a match: one piece, several in order, or
    `None` to leave the match as it stands."""

    name: str
    pattern: re.Pattern[str]
    speak: Callable[[re.Match[str]], Piece | tuple[Piece, ...] | None]
    of_figures: bool = False  # whether it matches nothing without a figure


def say(match: re.Match[str], reading: str, group: int | str = 0) -> Piece:
    """The piece that reads one group of a match: words, or phonemes between slashes."""
    start, end = match.span(group)
    if len(reading) > 2 and reading[0] == reading[-1] == "/":
        return Piece(start, end, match[group], reading[1:-1])
    return Piece(start, end, reading)


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, the longest first."""
    return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True)) + ")"


def scan(text: str, rules: tuple[Rule, ...]) -> Iterator[Piece]:
    """Pieces from left to right: the earliest match is taken, of equals that of the first rule.

    Where a pattern has a group `it`, that group counts and the rest is context, which may lie in
    pieces before. Each rule keeps its next match, so that a text is searched once by each rule
    and not once for each piece.
    """
    waiting = {i: m for i, rule in enumerate(rules) if (m := rule.pattern.search(text))}
    position = 0
    while waiting:
        first = min(waiting, key=lambda i: (_start(waiting[i]), i))
        spoken = rules[first].speak(waiting[first]) or ()
        for piece in (spoken,) if isinstance(spoken, Piece) else spoken:
            if piece.start >= position:
                yield piece
                position = piece.end
        for i in [i for i, m in waiting.items() if i == first or _start(m) < position]:
            found: re.Match[str] | None = waiting[i]
            while found and (found is waiting[i] or _start(found) < position):
                found = rules[i].pattern.search(text, found.start() + 1)
            if found:
                waiting[i] = found
            else:
                del waiting[i]


def _start(match: re.Match[str]) -> int:
    return match.start("it" if "it" in match.re.groupindex else 0)

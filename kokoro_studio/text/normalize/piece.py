"""Rules of the normalizer, and how they are run over a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heapreplace
from typing import Any

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
    """A pattern for one of the words, the longest first.

    It branches letter by letter, so that a text is not compared with each of some thousand words.
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: dict[str, Any]) -> str:
    branches = [re.escape(letter) + _branches(rest) for letter, rest in node.items() if letter]
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if '' in node else ''}" if branches else ""


def scan(text: str, rules: tuple[Rule, ...]) -> Iterator[Piece]:
    """Pieces from left to right: the earliest match is taken, of equals that of the first rule.

    Where a pattern has a group `it`, that group counts and the rest is context, which may lie in
    pieces before. Each rule keeps its next match, so that a text is searched once by each rule
    and not once for each piece. A heap has them in the order of their places.
    """
    waiting = [
        (_start(m), i, m) for i, rule in enumerate(rules) if (m := rule.pattern.search(text))
    ]
    heapify(waiting)
    position = 0
    while waiting:
        start, i, match = waiting[0]
        if start >= position:
            spoken = rules[i].speak(match) or ()
            for piece in (spoken,) if isinstance(spoken, Piece) else spoken:
                if piece.start >= position:
                    yield piece
                    position = piece.end
        following = rules[i].pattern.search(text, match.start() + 1)
        if following:
            heapreplace(waiting, (_start(following), i, following))
        else:
            heappop(waiting)


def _start(match: re.Match[str]) -> int:
    return match.start("it" if "it" in match.re.groupindex else 0)

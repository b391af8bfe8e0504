"""Written text to words a backend reads right: $5, 9:30, Dr., 15/07/2024, Louis XIV, https://…

It knows nothing of phonemizers, tokens or markup: plain text goes in, replacements of its slices
come out. A rule is a pattern and a function (`piece.py`), a topic is a file of rules (`money.py`,
`dates.py`, …) that reads a language's data (`languages/`). To teach a word, a unit or an acronym,
add a line to the language; to teach a new way of writing, add a rule to a topic.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from . import (
    dates,
    fractions,
    lengths,
    maths,
    money,
    numbers,
    roman,
    silence,
    times,
    units,
    web,
    words,
)
from .languages import locale_of
from .piece import Piece, Rule, scan

__all__ = ["Piece", "normalize"]

# Where two rules match at the same place, the one of the earlier topic is taken.
_TOPICS = (
    silence, web, words, dates, times, lengths, money, fractions, units, roman, numbers, maths,
)  # fmt: skip

# One spelling for marks that have several. Each replaces one character, so offsets stay valid.
# Digits and full-width letters are folded before.
_CANONICAL = {
    **dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f"), " "),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2212\uff0d"), "-"),
    ord("\u2019"): "'",
    ord("\u2044"): "/",
    ord("\u00b5"): "\u03bc",  # the micro sign, and mu
}


# Without one of these a line needs none of the rules for figures, which are most of them.
_FIGURE = re.compile(f"[0-9∞{fractions.VULGAR}]")
_OF_FIGURES = (dates, times, lengths, money, fractions, units, numbers)


@cache
def _rules(language: str, figures: bool = True) -> tuple[Rule, ...]:
    """The rules of a language; those for figures only if the text has some."""
    locale = locale_of(language)
    return tuple(
        rule
        for topic in _TOPICS
        for rule in topic.rules(locale)
        if figures or not (rule.of_figures or topic in _OF_FIGURES)
    )


def normalize(text: str, language: str) -> tuple[Piece, ...]:
    """The slices of `text` that are not spoken as written, in order, without overlap.

    `language` is one of the nine codes (`KeyError` otherwise). What lies outside the pieces is
    spoken as it is written.
    """
    locale = locale_of(language)
    shown = text.translate(_CANONICAL)

    def worded(piece: Piece) -> Piece:
        spoken = numbers.respelled(piece.spoken, locale.figures)
        if locale.counted is None:
            return replace(piece, spoken=numbers.in_words(spoken, locale))
        before = shown[max(0, piece.start - numbers.BEFORE) : piece.start]
        behind = shown[piece.end : piece.end + numbers.BEHIND]
        return replace(piece, spoken=numbers.agreed(spoken, before, behind, locale))

    return tuple(map(worded, scan(shown, _rules(language, _FIGURE.search(shown) is not None))))

"""Fractions: 1/2, ⅞, 2½, 1 1/2."""

from __future__ import annotations

import re
import unicodedata

from .locale import Locale
from .piece import LEFT, RIGHT, Piece, Rule, any_of, say

# ½ is its own character, and "1/2" to a reader.
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
_PLAIN = {char: unicodedata.normalize("NFKC", char).replace("\u2044", "/") for char in VULGAR}


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Only fractions that the language names: 24/7 and 9/11 are none."""
    if not locale.fractions:
        return ()
    vulgar = "".join(char for char, plain in _PLAIN.items() if plain in locale.fractions)
    pattern = (
        rf"(?:(?<![0-9A-Za-z.,/-])(?P<whole>[0-9]+) ?(?=[{vulgar}])"
        rf"|{LEFT}(?<![0-9][/.,-])(?P<counted>[0-9]+)[ -](?=[0-9]+/))?"
        rf"(?P<part>[{vulgar}]|(?<![0-9])(?<![0-9][/.,-]){any_of(locale.fractions)}"
        rf"{RIGHT}(?![/.,-][0-9]))"
    )

    def speak(match: re.Match[str]) -> Piece:
        written = _PLAIN.get(match["part"], match["part"])
        part = locale.fractions[written]
        whole = match["whole"] or match["counted"]
        if not whole or not locale.mixed:
            return say(match, part, "part")
        part = locale.mixed_parts.get(written, part)
        said = locale.mixed.format(whole=whole, part=part)
        after = match.string[match.end() : match.end() + 1]
        return say(match, said + locale.space if after.isalpha() else said)

    return (Rule("fraction", re.compile(pattern), speak),)

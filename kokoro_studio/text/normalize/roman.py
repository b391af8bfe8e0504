"""Roman numerals behind the words that make them numbers: chapters, centuries, rulers."""

from __future__ import annotations

import re
from collections.abc import Callable

from .locale import Locale
from .piece import LEFT, RIGHT, Piece, Rule, say

_NUMERAL = "(?P<numeral>[IVXLC]{1,8})"
_SMALL = "(?P<numeral>[IVX]{1,7})"  # "Le" and "Les" are no ordinals
_WELL_FORMED = re.compile("C{0,3}(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def value(numeral: str) -> int | None:
    """The number a numeral stands for, up to 399; `None` for letters that are none."""
    if not _WELL_FORMED.fullmatch(numeral):
        return None
    worths = [_WORTH[letter] for letter in numeral]
    return sum(
        -worth if worth < following else worth
        for worth, following in zip(worths, [*worths[1:], 0], strict=True)
    )


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Only the numeral is replaced, so that the words around it keep their sound."""

    def speaker(read: Callable[[int], str]) -> Callable[[re.Match[str]], Piece | None]:
        def speak(match: re.Match[str]) -> Piece | None:
            number = value(match["numeral"])
            return say(match, read(number), "it") if number else None

        return speak

    after = [
        (rf"{LEFT}(?:{context}) (?P<it>{_NUMERAL}){RIGHT}{locale.roman.guard}", read)
        for context, read in locale.roman.after
    ]
    suffixed = [
        (rf"{LEFT}(?P<it>{_SMALL}(?:{suffix})){RIGHT}", read)
        for suffix, read in locale.roman.suffixed
    ]
    return tuple(
        Rule("roman numeral", re.compile(pattern), speaker(read))
        for pattern, read in (*after, *suffixed)
    )

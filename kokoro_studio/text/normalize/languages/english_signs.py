"""English signs and numerals without a figure: C#, AT&T, Ctrl+T, (ii), page xiv, World War I."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..piece import Reading
from ..roman import value
from .number_words import cardinal, ordinal


def contexts(british: bool, spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Patterns with a group `it`, and its reading; `spell` gives the phonemes of capitals."""

    def joined(match: re.Match[str]) -> str:
        between = "and" if british else "ænd"
        return f"/{spell(match['left'])} {between} {spell(match['right'])}/"

    return (
        (r"(?<![A-Za-z0-9])[A-G](?P<it>#)(?![\w#])", " sharp"),
        (r"(?<![A-Za-z0-9])[A-G](?P<it>♯)", " sharp"),
        (r"(?<![A-Za-z0-9])[A-G](?P<it>♭)", " flat"),
        (r"(?<![A-Za-z0-9])C(?P<it>\+\+)(?!\w)", " plus plus"),
        (r"(?<![\w.])(?P<it>\.)(?=NET\b)", "dot "),
        (r"(?<=[A-Za-z])(?P<it>\.)(?=NET\b)", " dot "),
        (r"\b(?P<it>(?P<left>[A-Z]{2,3})&(?P<right>[A-Z]{1,2}))(?!\w)", joined),
        (r"\b(?:Ctrl|Alt|Shift|Cmd|Command|Option|Win|Control)(?P<it>\+)(?=\w)", " "),
        *_roman(),
    )


def _roman() -> tuple[tuple[str, Reading], ...]:
    def spoken(match: re.Match[str]) -> str | None:
        number = value(match["it"].upper())
        return cardinal(number, "en") if number else None

    def listed(match: re.Match[str]) -> str | None:
        """(v) and (x) only where others are listed as well."""
        if match["it"] in "vx" and not re.search(r"\((?:i|ii|iv|vi|ix|xi)\)", match.string):
            return None
        return spoken(match)

    pages = "(?:pages?|pgs?\\.|pp?\\.|Pages?)"
    return (
        (r"(?<!\w)\((?P<it>[ivx]{1,5})\)", listed),
        (rf"(?<!\w){pages} ?(?P<it>[ivxlc]{{1,7}})(?![\w'])", spoken),
        (
            rf"(?<!\w){pages} ?[ivxlc]{{1,7}}(?:,| and| or| to|[-–]) ?"
            r"(?P<it>[ivxlc]{1,7})(?![\w'])",
            spoken,
        ),
        (
            r"\b(?i:chapter|part|volume|book|act|scene|section|appendix|canto|phase|stage|table"
            r"|figure) (?P<it>[ivx]{2,6}|v)(?![\w'])",
            spoken,
        ),
        (
            rf"(?<!\w){pages} ?[ivxlc]{{1,7}}(?P<it> ?[-–] ?)(?=[ivxlc]{{1,7}}(?![\w']))",
            " to ",
        ),
        (
            r"(?<!\w)(?P<it>(?P<numeral>[IVX]{2,5})(?:th|st|nd|rd)?)(?=[ -][Cc]entur)",
            lambda m: ordinal(value(m["numeral"]) or 0, "en") if value(m["numeral"]) else None,
        ),
        (r"\b(?i:world war) (?P<it>I)\b(?!')", "one"),
        (r"\b(?:Part|Chapter|Book|Act|Volume|Phase|Type|Section|Class|Stage|Schedule|Title)"
         r" (?P<it>I)"
         r"\b(?! [a-z]|')", "one"),
        (r"(?m:^)[ \t]*(?P<it>[IVXLC]{2,7}|[IVX](?=\.))(?=\.?[ \t]*(?:$|\n))", spoken),
        (r"(?m:^)[ \t]*(?P<it>[IVX]{2,5}|I(?=\. [A-Z][a-z]{3}))(?=\. [A-Z])", spoken),
        (r"\b(?:iPhone|Mac OS|OS|Apple Watch Series) (?P<it>X)\b", "ten"),
    )  # fmt: skip

"""Measures before a noun, where English has the singular: a 55" TV, a $5 bill, a 60 W bulb."""

from __future__ import annotations

import re

from .locale import Locale

_NEARBY = 40  # characters


def is_attributive(match: re.Match[str], locale: Locale) -> bool:
    """Whether the measure of a match stands between words that make it an adjective."""
    if locale.attributive is None:
        return False
    words, (start, end) = locale.attributive, match.span()
    behind = match.string[end : end + _NEARBY]
    if re.match(words.nouns, behind):
        return True
    before = re.search(rf"(?:{words.before})\Z", match.string[max(0, start - _NEARBY) : start])
    return bool(before and re.match(words.after, behind))


def bare(one: str) -> str:
    """The unit of "1 inch" without its number."""
    return re.sub(r"\A1 ", "", one)

"""Plain spelling of a line before it is read: composed accents, ordinary digits."""

from __future__ import annotations

import re
import unicodedata

from .characters import fold
from .offsets import Edit, OffsetText

# A letter with its combining accents; half-width katakana, whose voicing marks stand apart.
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f\u3099\u309a]+|[\uff66-\uff9f]+")
_HALF_WIDTH = "\uff66"


def fold_line(line: OffsetText, borders: set[int]) -> OffsetText:
    """The same line in plain spelling. No change reaches across one of the `borders`, which are
    places in the original where an override begins or ends."""
    if line.text.isascii():
        return line
    composed = []
    for found in _COMBINED.finditer(line.text):
        start, end = line.span(*found.span())
        half_width = found[0] >= _HALF_WIDTH
        text = unicodedata.normalize("NFKC" if half_width else "NFC", found[0])
        if text != found[0] and not any(start < border < end for border in borders):
            composed.append(Edit(*found.span(), text))
    line = line.edit(composed)
    return line.edit(
        Edit(place, place + 1, fold(char))
        for place, char in enumerate(line.text)
        if fold(char) != char
    )

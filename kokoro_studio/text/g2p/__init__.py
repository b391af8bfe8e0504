"""One backend a language family: text of its own script in, sounds with offsets out.

A backend does not know markup, languages other than its own, paragraphs or the length limit; it
never sees a character outside its `alphabet`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ..tokens import Origin


@dataclass(frozen=True)
class Pronunciation:
    """The phonemes of `text[start:end]`; never empty, and only the model's symbols."""

    start: int
    end: int
    phonemes: str
    gap: str  # '' or ' '
    guessed: bool = False  # no dictionary has it, where there is one
    origin: Origin = Origin.DICTIONARY


class G2PBackend(Protocol):
    """Reads one line of at most some hundred characters; safe to call from any thread."""

    alphabet: re.Pattern[str]  # one character it can take
    spaced: bool  # words are parted by spaces in its script

    @property
    def unbroken(self) -> re.Pattern[str] | None:
        """The longest stretch without a space that it can read; None where words have no spaces."""
        ...

    @property
    def is_word(self) -> Callable[[str], bool] | None:
        """Whether a word is in the dictionary; None where capitals need no look-up."""
        ...

    def read(self, text: str) -> list[Pronunciation]:
        """Sounds in order, disjoint. What has no sound has no `Pronunciation`."""
        ...

    def knows(self, word: str) -> bool:
        """Whether a word in Latin letters is better read by this backend than as English."""
        ...


_CLOSING = tuple(",.!?:;…)”")
_OPENING = ("(", "“")


def gap_between(left: str, right: str) -> str:
    """The space between two phoneme strings where the script itself writes none."""
    return "" if not right or right.startswith(_CLOSING) or left.endswith(_OPENING) else " "


def part(
    said: list[tuple[int, int, str]], gap: Callable[[str, str], str] = gap_between
) -> list[Pronunciation]:
    """Sounds of (start, end, phonemes), with `gap` deciding the space between neighbours."""
    following = [phonemes for _, _, phonemes in said[1:]] + [""]
    return [
        Pronunciation(start, end, phonemes, gap(phonemes, after))
        for (start, end, phonemes), after in zip(said, following, strict=False)
    ]

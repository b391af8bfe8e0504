"""Emoji, invisible characters and marks of notes, which are not read aloud."""

from __future__ import annotations

import re

from .locale import Locale
from .piece import Rule, say

# Emoji with their modifiers, joiners, flags and keycap marks.
_EMOJI = (
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u23e9-\u23fa\u231a\u231b\u2328\u3030\u303d"
    "\u3297\u3299\u20e3\ufe0e\ufe0f\U000e0020-\U000e007f]+"
)
# Control characters except white space, soft hyphen, zero-width and bidirectional marks, byte
# order mark. A joiner inside a Devanagari word goes too: the word is read the same without it.
_INVISIBLE = (
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb]+"
)


# footnote¹ and [13][27]; a raised number behind a figure or one or two letters is a power.
_NOTE = (
    r"(?<=[A-Za-zÀ-ɏ][a-zà-ɏ][a-zà-ɏ])[⁰¹²³⁴-⁹]+(?![A-Za-z])|(?<=[a-zà-ɏ])¹(?![⁰¹²³⁴-⁹])"
    r"|(?<=[.,;:!?\"”»\u0900-\u0963ぁ-ヿ\u4e00-\u9fff])[⁰¹²³⁴-⁹]+"
)
_CITED = r"(?:\[[0-9]{1,3}(?:[,–-] ?[0-9]{1,3})*\])+"
_CITATION = rf"(?<=[\w.,;:!?\"”»)]){_CITED}|(?<=[\w.,]) {_CITED}(?=[.,;:)])"


def rules(locale: Locale) -> tuple[Rule, ...]:
    """The same in every language."""
    return (
        Rule("emoji", re.compile(_EMOJI), lambda match: say(match, "")),
        Rule("invisible", re.compile(_INVISIBLE), lambda match: say(match, "")),
        Rule("note", re.compile(_NOTE), lambda match: say(match, "")),
        Rule("citation", re.compile(_CITATION), lambda match: say(match, "")),
    )

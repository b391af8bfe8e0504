"""Single characters: their plain spelling, their script, and whether they have a sound."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from .symbols import SYMBOLS
from .tokens import Reason

# Marks the model has no symbol for, and the symbol that sounds like them ('' for none).
MARKS = {
    **dict.fromkeys("«「『《〈【〔„‟‹", "“"),
    **dict.fromkeys("»」』》〉】〕›", "”"),
    **dict.fromkeys("，、､،‚", ","),
    **dict.fromkeys("。．｡।॥۔", "."),
    **dict.fromkeys("（［[{｛", "("),
    **dict.fromkeys("）］]}｝", ")"),
    **dict.fromkeys("–―─〜～", "—"),
    "！": "!", "？": "?", "؟": "?", "；": ";", "؛": ";", "：": ":", "‥": "…", "⋯": "…",
    "＂": '"', "・": "", "·": "",
}  # fmt: skip

# Unicode calls these punctuation, but they are words: leaving them out would lose them.
_MEANINGFUL = frozenset("@#%&/\\§¶†‡‰‱※＠＃％＆／＼")
_KEPT_WIDE = frozenset("，．！？：；（）［］｛｝＂＇～№")  # left to `MARKS` and to the number rules
_FOLDABLE = ("<wide>", "<narrow>", "<font>", "<circle>", "<compat>", "<square>")

EMOJI = re.compile(
    "[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2300-\u23ff\u20e3\U000e0020-\U000e007f]"
)


@lru_cache(4096)
def fold(char: str) -> str:
    """A plainer spelling of a character: ＡＢ to AB, ٣ to 3, ﬁ to fi, ① to 1; else itself.

    Superscripts and fractions mean something in their place and stay.
    """
    if char.isascii() or char in _KEPT_WIDE or char == "№":
        return char
    if unicodedata.category(char) == "Cs":
        return "\ufffd"
    if "\u0958" <= char <= "\u095f":  # Devanagari letters whose dot is written apart
        return unicodedata.normalize("NFD", char)
    if unicodedata.category(char) == "Nd":
        return str(unicodedata.decimal(char))
    if not unicodedata.decomposition(char).startswith(_FOLDABLE):
        return char
    plain = unicodedata.normalize("NFKC", char)
    visible = all(unicodedata.category(c)[0] in "LNSP" for c in plain)
    return plain if visible and plain.strip(".()…‥") else char


@lru_cache(4096)
def is_silent(char: str) -> bool:
    """Whether a character never has a sound: spaces, quotes, brackets, hyphens, joiners."""
    category = unicodedata.category(char)
    if char in _MEANINGFUL:
        return False
    return char.isspace() or category[0] in "PM" or category == "Cf" or char in "`´"


@lru_cache(4096)
def is_dropped_softly(char: str) -> bool:
    """Whether a character is invisible or combining: a word without it is still one word."""
    return unicodedata.category(char) in ("Cf", "Mn", "Me", "Mc")


@lru_cache(4096)
def reason(char: str) -> Reason:
    """The reason to report for a character that got no phonemes."""
    category = unicodedata.category(char)
    if char == "\ufffd" or category in ("Cc", "Cs", "Co", "Cn"):
        return Reason.CONTROL
    if EMOJI.match(char):
        return Reason.EMOJI
    if category[0] in "LM":
        return Reason.READING if script(char) else Reason.SCRIPT
    return Reason.SYMBOL


SCRIPTS = {
    "latin": "A-Za-zªºÀ-ÖØ-öø-ɏḀ-ỿ",
    "han": "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
    "kana": "ぁ-ゖゝゞァ-ヺーヽヾㇰ-ㇿｦ-ﾟ",
    "devanagari": "\u0900-\u0963\u0966-\u097f\ua8e0-\ua8ff",
}
_SCRIPT = re.compile("|".join(f"(?P<{name}>[{span}])" for name, span in SCRIPTS.items()))


def script(char: str) -> str:
    """A key of `SCRIPTS`, or '' for a character of none of them."""
    found = _SCRIPT.match(char)
    return (found.lastgroup or "") if found else ""


_SPACES = re.compile(r"\s+")


def only_symbols(phonemes: str) -> str:
    """Keep the model's symbols, one space at a time.

    A precomposed nasal vowel (ã), as web clients that normalise send it, is taken apart; plain
    NFD for all would break ç, which is a symbol itself.
    """
    kept = (
        char if char in SYMBOLS else " " if char.isspace() else _decomposed(char)
        for char in phonemes
    )
    return _SPACES.sub(" ", "".join(kept)).strip()


def _decomposed(char: str) -> str:
    """The symbols in an accented letter; '' if the letter is none: a tilde alone has no sound."""
    base, *accents = list(unicodedata.normalize("NFD", char))
    return base + "".join(filter(SYMBOLS.__contains__, accents)) if base in SYMBOLS else ""


def sound_of_marks(text: str) -> str:
    """Punctuation as the model's symbols."""
    return only_symbols("".join(MARKS.get(char, char) for char in text))

"""Acronyms that cannot be said as words are said by the names of their letters: ADN, FGTS."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

PATTERN = r"(?<![\w.'-])(?P<it>[A-ZÀ-ÖØ-Ý]{2,6})(?![\w'-]|\.[A-Z]|\. [A-Z]{2}\.)"
_ROMAN = re.compile("[IVXLC]+")
_CAPITALS_BEFORE = re.compile(r"[A-ZÀ-Ý]{2}[,:]? \Z")
_CAPITALS_BEHIND = re.compile(r"[,:]? [A-ZÀ-Ý]{2}")


def speller(
    letters: Mapping[str, str],
    sayable: re.Pattern[str],
    words: frozenset[str],
    short: frozenset[str],
    others: frozenset[str],
) -> Callable[[re.Match[str]], str | None]:
    """A reading for `PATTERN`. `sayable` matches what has the syllables of the language, `words`
    are said as words although they have not, `short` are ordinary words of two letters, and
    `others` have readings elsewhere.

    espeak-ng spells capitals up to three letters, depending on the sentence, so what is said as a
    word loses them. Between other words in capitals, as in a heading, only those without a vowel
    are acronyms.
    """

    def read(match: re.Match[str]) -> str | None:
        word = match["it"]
        if word in others or _ROMAN.fullmatch(word):
            return None
        if word in short or not word.isascii():
            return word.lower()
        heading = _in_heading(match)
        if word in words:
            return None if heading else word.capitalize()
        if re.search("[AEIOUY]", word):
            vowels_only = len(word) == 2 and set(word) <= set("AEIOU")
            if sayable.fullmatch(word) and not vowels_only:
                return None if len(word) < 3 or (heading and len(word) > 3) else word.capitalize()
            if heading:
                return None
        return " ".join(letters[letter] for letter in word)

    return read


def _in_heading(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - 4) : match.start()]
    behind = match.string[match.end() : match.end() + 4]
    return bool(_CAPITALS_BEFORE.search(before) or _CAPITALS_BEHIND.match(behind))


def with_capitals(words: Mapping[str, str], plural: str = "") -> dict[str, str]:
    """The same readings for words that open a sentence, and for plurals in "s"."""
    found = {}
    for word, phonemes in words.items():
        forms = {word: phonemes}
        if plural and word.islower() and word[-1] not in "sxz":
            forms[word + plural] = phonemes + plural
        for form, reading in forms.items():
            found[form] = f"/{reading}/"
            if form.islower():
                found[form[0].upper() + form[1:]] = f"/{reading}/"
    return found

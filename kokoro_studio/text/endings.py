"""Endings of English words: the plural and the possessive."""

from __future__ import annotations

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z")
_NO_PLURAL = {"doe"}  # "does" is another word


def plural_ending(word: str) -> str:
    return "es" if _SIBILANT.search(word) else "s"


def takes_ending(word: str, ending: str) -> bool:
    """Whether a word in lower case has that ending: box-es, cat-s, anybody's; not a-s, bos-s."""
    if ending == "'s":
        return True
    if len(word) < 3 or word in _NO_PLURAL:
        return False
    return (ending == "es") == (plural_ending(word) == "es")


def sound_of_s(phonemes: str, language: str) -> str:
    """The ending's phonemes behind those of a word. https://en.wiktionary.org/wiki/-s"""
    last = phonemes.rstrip("ː,.!?")[-1:]
    if last in tuple("ptkfθ"):
        return "s"
    vowel = "ɪ" if language == "b" else "ᵻ"
    return f"{vowel}z" if last in tuple("szʃʒʧʤ") else "z"

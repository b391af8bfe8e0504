"""The data of each language, built when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ..locale import Locale
from . import english, french, hindi, italian, japanese, mandarin, portuguese, spanish

_LOCALES: dict[str, Callable[[], Locale]] = {
    "a": english.american,
    "b": english.british,
    "e": spanish.spanish,
    "f": french.french,
    "h": hindi.hindi,
    "i": italian.italian,
    "j": japanese.japanese,
    "p": portuguese.portuguese,
    "z": mandarin.mandarin,
}


@cache
def locale_of(language: str) -> Locale:
    """The locale of one of the nine language codes (`KeyError` otherwise)."""
    return _LOCALES[language]()

"""Numbers in words, for languages whose backend misreads figures."""

from __future__ import annotations


def cardinal(number: int, language: str) -> str:
    """Twenty-one for 21; `language` is a code of num2words ("en", "fr")."""
    from num2words import num2words

    return str(num2words(number, lang=language))


def ordinal(number: int, language: str) -> str:
    """Twenty-first for 21."""
    from num2words import num2words

    return str(num2words(number, lang=language, to="ordinal"))

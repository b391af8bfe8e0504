"""Phonemes typed by a person, spoken as they stand."""

from __future__ import annotations

import re
from dataclasses import replace

from .characters import only_symbols
from .languages import language_of
from .phonemizing import check_text, merge_skips, unknown_symbols
from .tokens import Origin, Phonemized, Token

_MARKS = ';:,.!?—…"()“”'
# A stop inside a word belongs to it: espeak writes the Hindi flap as "r.".
_WORD = rf"(?:[^\s{_MARKS}]|\.(?=[^\s{_MARKS}]))+"
_PART = re.compile(rf"{_WORD}|[{_MARKS}]+")
_HINDI_PART = re.compile(rf"(?:{_WORD}(?:(?<=r)\.)?)|[{_MARKS}]+")


def read_phonemes(phonemes: str, language: str) -> Phonemized:
    """Tokens of typed phonemes: a word or a run of marks each.

    Symbols the model does not have are left out and listed in `skipped`. `TextError` as for
    `phonemize`.
    """
    language = language_of(language).code
    check_text(phonemes)
    parts = list((_HINDI_PART if language == "h" else _PART).finditer(phonemes))
    tokens: list[Token] = []
    start = len(phonemes) - len(phonemes.lstrip())
    if start:
        tokens.append(Token("", phonemes[:start], "", "", 0, 0, origin=Origin.GIVEN))
    for index, part in enumerate(parts):
        after = parts[index + 1].start() if index + 1 < len(parts) else len(phonemes)
        whitespace = phonemes[part.end() : after]
        said = only_symbols(part[0])
        gap = " " if whitespace and after < len(phonemes) else ""
        gap_behind = gap if said else ""
        tokens.append(
            Token(part[0], whitespace, said, gap_behind, *part.span(), origin=Origin.GIVEN)
        )
        if gap and not said:
            _pass_gap_back(tokens)
    skips = tuple(merge_skips(list(unknown_symbols(phonemes)), phonemes))
    return Phonemized(language, phonemes, tuple(tokens), skips, phonemic=True)


def _pass_gap_back(tokens: list[Token]) -> None:
    """The space behind a token without symbols goes to the last token that has some."""
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        if token.phonemes:
            tokens[index] = replace(token, gap=" ")
            return

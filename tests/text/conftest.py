"""Promises that every reading keeps, for any text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest

from kokoro_studio.text import Origin, Phonemized, has_voice, segment
from kokoro_studio.text.characters import is_silent
from kokoro_studio.text.markup import strip
from kokoro_studio.text.symbols import SYMBOLS


def _whole(tokens) -> str:
    return "".join(token.text + token.whitespace for token in tokens)


def _says_something(char: str) -> bool:
    """Whether it is a letter or a digit; modifier letters are apostrophes and marks of stress."""
    return char.isalnum() and unicodedata.category(char) != "Lm"


def _check_reading(phonemized: Phonemized) -> None:
    source, tokens = phonemized.source, phonemized.tokens
    plain = source if phonemized.phonemic else strip(source).text
    assert _whole(tokens) == plain
    assert all(source[token.start : token.end] == token.text for token in tokens)
    assert all(not token.whitespace.strip() for token in tokens)
    assert all(token.text for token in tokens[1:])
    assert set(phonemized.phonemes) <= SYMBOLS
    assert "  " not in phonemized.phonemes
    assert all(token.gap in ("", " ") and (token.phonemes or not token.gap) for token in tokens)
    for skip in phonemized.skipped:
        assert source[skip.start : skip.end] == skip.text != ""
    listed = {place for skip in phonemized.skipped for place in range(skip.start, skip.end)}
    for token in tokens:
        if token.phonemes and token.origin is not Origin.GIVEN:
            assert has_voice(token.phonemes) or not any(map(_says_something, token.text)), token
        if not token.phonemes:
            silent = range(token.start, token.end)
            assert all(place in listed or is_silent(source[place]) for place in silent)


def _check_utterances(phonemized: Phonemized) -> None:
    utterances = segment(phonemized)
    if utterances:
        assert _whole(phonemized.tokens) == "".join(_whole(u.tokens) for u in utterances)
    for index, utterance in enumerate(utterances):
        assert utterance.index == index
        assert 1 <= len(utterance.phonemes) <= 510
        said = "".join(token.phonemes + token.gap for token in utterance.tokens)
        assert utterance.phonemes == said.strip()
        for token in utterance.tokens:
            assert phonemized.source[token.start : token.end] == token.text
    assert [u.boundary for u in utterances if u.boundary == "end"] == ["end"][: len(utterances)]


@pytest.fixture(scope="session")
def keeps_its_promises() -> Callable[[Phonemized], None]:
    """Nothing lost, nothing unknown, every place right, every utterance within the limits."""

    def check(phonemized: Phonemized) -> None:
        _check_reading(phonemized)
        _check_utterances(phonemized)

    return check

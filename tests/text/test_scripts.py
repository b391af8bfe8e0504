from __future__ import annotations

import pytest

from kokoro_studio.text.languages import backend_of
from kokoro_studio.text.offsets import OffsetText
from kokoro_studio.text.scripts import foreign_runs, own_text


def routed(text: str, language: str) -> tuple[str, list[tuple[str, str]]]:
    backend = backend_of(language)
    runs = foreign_runs(text, backend)
    own = own_text(OffsetText.of(text), backend, runs)
    assert all(backend.alphabet.match(char) for char in own.text)
    return own.text, [(text[start:end], reader) for start, end, reader in runs]


@pytest.mark.parametrize(
    ("language", "text", "own", "foreign"),
    [
        ("a", "See 東京 now", "See now", [("東京", "z")]),
        ("e", "El 東京タワー alto", "El alto", [("東京タワー", "j")]),
        ("f", "Le mot नमस्ते ici", "Le mot ici", [("नमस्ते", "h")]),
        ("z", "我用iPhone很好", "我用 很好", [("iPhone", "a")]),
        ("z", "用GPT-4吧の", "用 4吧 ", [("GPT-", "a"), ("の", "j")]),
        ("j", "JSONとiPhone", "JSONとiPhone", []),
        ("j", "Kokoroだ", " だ", [("Kokoro", "a")]),
        ("h", "मेरा laptop", "मेरा laptop", []),
    ],
)
def test_foreign_words_go_to_the_language_that_reads_them(language, text, own, foreign):
    assert routed(text, language) == (own, foreign)


def test_unreadable_characters_are_removed_without_joining_words():
    assert routed("one★two", "a")[0] == "one two"
    assert routed("sna\u00adpe *bold* Привет", "a")[0].split() == ["snape", "bold"]
    assert routed("¿Qué? ｛ok｝", "e")[0] == "¿Qué? (ok)"


def test_amounts_are_bounded():
    assert routed("what!!!!!!!!", "a")[0] == "what!!!"
    assert max(map(len, routed("a" * 500, "a")[0].split())) == 60
    assert routed("9" * 40, "a")[0].split() == ["9"] * 40
    assert routed("a\u00a0\u3000 b", "f")[0] == "a b"


def test_a_spaced_hyphen_is_a_dash():
    assert routed("one - two", "e")[0] == "one — two"
    assert routed("- item well-known", "a")[0] == "- item well-known"

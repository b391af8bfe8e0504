from __future__ import annotations

import pytest

from kokoro_studio.text.languages import engine_of
from kokoro_studio.text.sieve import foreign_runs, own_text
from kokoro_studio.text.traced import Traced


def sieved(text: str, language: str) -> tuple[str, list[tuple[str, str]]]:
    engine = engine_of(language)
    runs = foreign_runs(text, engine)
    own = own_text(Traced.of(text), engine, runs)
    assert all(engine.alphabet.match(char) for char in own.text)
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
    assert sieved(text, language) == (own, foreign)


def test_what_nobody_reads_is_taken_out_without_gluing_words():
    assert sieved("one★two", "a")[0] == "one two"
    assert sieved("sna\u00adpe *bold* Привет", "a")[0].split() == ["snape", "bold"]
    assert sieved("¿Qué? ｛ok｝", "e")[0] == "¿Qué? (ok)"


def test_amounts_are_bounded():
    assert sieved("what!!!!!!!!", "a")[0] == "what!!!"
    assert max(map(len, sieved("a" * 500, "a")[0].split())) == 60
    assert sieved("9" * 40, "a")[0].split() == ["9"] * 40
    assert sieved("a\u00a0\u3000 b", "f")[0] == "a b"


def test_a_spaced_hyphen_is_a_dash():
    assert sieved("one - two", "e")[0] == "one — two"
    assert sieved("- item well-known", "a")[0] == "- item well-known"

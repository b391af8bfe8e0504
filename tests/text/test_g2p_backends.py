from __future__ import annotations

import subprocess
import sys

import pytest

from kokoro_studio.text import LANGUAGES
from kokoro_studio.text.g2p import gap_between, part
from kokoro_studio.text.languages import backend_of
from kokoro_studio.text.symbols import SYMBOLS

SENTENCES = {
    "h": "मेरा नाम (राम) है, 3.5 घर।".replace("।", "."),
    "j": "彼は「はい」と言った。JSONは100%です。",
    "z": "第2次“大战”，3.5元！",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_sounds_are_in_order_disjoint_and_never_empty(language):
    text = SENTENCES.get(language, "The \"casa\" (21), c'est 3.5 o'clock: no?")
    sounds = backend_of(language).read(text)
    assert len(sounds) > 5
    done = 0
    for sound in sounds:
        assert done <= sound.start < sound.end <= len(text)
        assert sound.phonemes and set(sound.phonemes) <= SYMBOLS
        assert sound.phonemes == sound.phonemes.strip()
        assert sound.gap in ("", " ")
        done = sound.end


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_and_bare_marks_are_no_problem(language):
    backend = backend_of(language)
    for text in (" ", "-", "'", ",", "((", "3"):
        backend.read(text)


def read(text: str, language: str) -> str:
    return "".join(sound.phonemes + sound.gap for sound in backend_of(language).read(text)).strip()


def test_english_keeps_what_follows_a_decimal_point():
    assert read("3.5mm.", "a").endswith(".")
    assert "fˈIv" in read("3.5mm.", "a")


def test_english_says_currency_with_its_amount():
    (first, *_) = backend_of("a").read("$5 now")
    assert (first.start, first.end) == (0, 2)


def test_spanish_keeps_text_after_a_thousands_stop():
    assert read("El 20% de 1.250 es 250.", "e").endswith("ˈes ðosθjˈentos θinkwˈɛnta.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024年", "ɲi seɴ ɲiʥɨːjo neɴ"),
        ("約2時間半", "jakɯ ɲi ʥikaɴ haɴ"),
        ("何ですか", "naɴ desɨ ka"),
        ("美しい", "ɯʦɨkɯɕiː"),
        ("読んだので", "jonda no de"),
    ],
)
def test_japanese_readings(text, said):
    assert read(text, "j") == said


def test_japanese_survives_what_openjtalk_loses_its_place_in():
    assert read("999, 112 or 0800 1111.Qu';;es-ce que# c'est que ça ?", "j")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1998年", "i→ʨjou↓ʨjou↓pa→ njɛ↗n"),
        ("二〇二四年", "ɚ↘li↗ŋɚ↘ sɨ↘ njɛ↗n"),
        ("13800138000", None),
        ("90年代", None),
    ],
)
def test_mandarin_numbers(text, said):
    phonemes = read(text, "z")
    assert phonemes
    if said:
        assert phonemes.replace(" ", "") == said.replace(" ", "")


def test_gaps_hug_marks():
    assert gap_between("ni", ",") == gap_between("“", "ni") == gap_between("ni", "") == ""
    assert gap_between("ni", "xao") == gap_between("ni", "“") == " "
    assert [sound.gap for sound in part([(0, 1, "a"), (1, 2, "b"), (2, 3, ".")])] == [" ", "", ""]


def test_importing_the_package_loads_no_engine():
    heavy = "spacy misaki torch pyopenjtalk jieba phonemizer num2words sentencex cn2an pypinyin"
    code = (
        f"import sys, kokoro_studio.text; sys.exit(bool(set({heavy.split()}) & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

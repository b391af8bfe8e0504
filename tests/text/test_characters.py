from __future__ import annotations

import pytest

from kokoro_studio.text.characters import (
    MARKS,
    fold,
    is_silent,
    only_symbols,
    reason,
    script,
    sound_of_marks,
)
from kokoro_studio.text.symbols import PUNCTUATION
from kokoro_studio.text.tokens import Reason


@pytest.mark.parametrize(
    ("char", "plain"),
    [("Ａ", "A"), ("５", "5"), ("٣", "3"), ("१", "1"), ("ﬁ", "fi"), ("①", "1"), ("𝐇", "H"),
     ("℃", "°C"), ("Ⅳ", "IV"), ("％", "%"), ("\ud800", "\ufffd"),
     ("é", "é"), ("²", "²"), ("½", "½"), ("，", "，"), ("漢", "漢"), ("ß", "ß")],
)  # fmt: skip
def test_look_alikes_fold_and_meaningful_characters_stay(char, plain):
    assert fold(char) == plain


def test_silence_by_nature():
    assert all(map(is_silent, " \n\"'«»“”¿¡*_-–…()[]\u200b\ufeff\u00ad\u0301`"))
    assert not any(map(is_silent, "a5漢👍$€%&@#+=<>|~^\x07\ufffd☺"))


@pytest.mark.parametrize(
    ("char", "why"),
    [("👍", Reason.EMOJI), ("☂", Reason.EMOJI), ("★", Reason.EMOJI), ("∑", Reason.SYMBOL),
     ("|", Reason.SYMBOL), ("ж", Reason.SCRIPT), ("ש", Reason.SCRIPT), ("한", Reason.SCRIPT),
     ("\x07", Reason.CONTROL), ("\ue000", Reason.CONTROL), ("\ufffd", Reason.CONTROL),
     ("a", Reason.READING)],
)  # fmt: skip
def test_reasons(char, why):
    assert reason(char) is why


def test_scripts():
    assert [script(char) for char in "aé漢々かカーकж5"] == [
        "latin", "latin", "han", "han", "kana", "kana", "kana", "devanagari", "", "",
    ]  # fmt: skip


def test_precomposed_nasals_come_apart_and_c_cedilla_stays_whole():
    assert only_symbols("bɔ̃ ẽ õ ç") == "bɔ\u0303 e\u0303 o\u0303 ç"
    assert only_symbols("  a \n\t b  ") == "a b"
    assert only_symbols("g①字") == ""


def test_marks_of_every_script_become_the_models():
    assert sound_of_marks("「。」") == "“.”"
    assert sound_of_marks("¿¡") == ""
    assert all(set(mark) <= PUNCTUATION for mark in MARKS.values())


def test_an_accent_without_its_letter_is_no_sound():
    assert only_symbols("pãw") == "pa\u0303w"
    assert only_symbols("Ñ Ũa") == "a"

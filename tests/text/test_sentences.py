from __future__ import annotations

from itertools import pairwise

import pytest

from kokoro_studio.text.sentences import sentence_ends, stretches


def split(text: str, language: str, **options) -> list[str]:
    ends = [0, *sentence_ends(text, language, **options)]
    return [text[start:end] for start, end in pairwise(ends)]


@pytest.mark.parametrize(
    ("language", "sentences"),
    [
        ("a", ["Dr. Smith paid $3.50 at 5 p.m. today. ", "Then he left."]),
        ("e", ["El Sr. Ruiz llegó tarde. ", "¿Y tú? ", "Yo no."]),
        ("f", ["M. Dupont est là. ", "Il attend."]),
        ("h", ["वह आया। ", "वह गया।"]),
        ("i", ["Arriva domani. ", "Forse no!"]),
        ("p", ["O Dr. Silva chegou. ", "Ele saiu."]),
        ("j", ["「待って。」", "今は3時です。", "はい！"]),
        ("z", ["你好！", "我们3点见。", "好吗？"]),
        ("e", ["—¿Vienes? —preguntó Ana. ", "—Sí —dijo él. ", "—Ya."]),
        ("j", ["「待って。」と彼は言った。", "「なぜ？」", "彼は……去った。"]),
        ("z", ["“你好。”，他说。", "他……走了。"]),
    ],
)
def test_sentences(language, sentences):
    assert split("".join(sentences), language) == sentences


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("a", "Dr. Jones of St. Paul, Ms. Lee and J. R. Brown measured 3.5 inches."),
        ("e", "Vino el Sr. Ruiz con D. Juan y la Dña. Ana, p. ej. ayer."),
        ("f", "Voici M. Dupont, Mme. Roy et le Dr. Pic."),
        ("h", "यह डॉ. शर्मा का घर है।"),
        ("i", "Ecco il Sig. Rossi di S. Pietro, pag. 3."),
        ("p", "Moro na Av. Brasil, ao lado da Srta. Lima."),
    ],
)
def test_abbreviations_and_decimals_end_nothing(language, text):
    assert split(text, language) == [text]


def test_unpaired_brackets_do_not_glue_a_page_together():
    text = "Ligue para (11) 5555. " + "Ele saiu cedo hoje. " * 40 + "O (novo) chegou."
    assert max(map(len, split(text, "p"))) < 60


def test_typed_phonemes_end_at_a_stop_before_a_space():
    assert split("ɡˈʌr.ək hˈɛ. dˈoː", "h", phonemic=True) == ["ɡˈʌr.ək hˈɛ. ", "dˈoː"]


def test_long_lines_are_cut_behind_sentences_then_at_spaces_then_where_allowed():
    everywhere = {"may_cut": lambda place: True}
    text = "One two. Three four. Five six."
    assert list(stretches(text, "a", 100, **everywhere)) == [(0, len(text))]
    cut = [text[a:b] for a, b in stretches(text, "a", 21, **everywhere)]
    assert cut == ["One two. Three four. ", "Five six."]
    assert "".join(text[a:b] for a, b in stretches(text, "a", 7, **everywhere)) == text
    wall = "x" * 25
    assert [b - a for a, b in stretches(wall, "a", 10, **everywhere)] == [10, 10, 5]
    assert list(stretches(wall, "a", 10, lambda place: False)) == [(0, 25)]
    past_12 = list(stretches(wall, "a", 10, lambda place: place > 12))
    assert past_12 == [(0, 13), (13, 23), (23, 25)]


def test_lines_never_share_a_stretch():
    text = "one\ntwo\r\n\n three\u2028four"
    found = [text[a:b] for a, b in stretches(text, "a", 100, lambda place: True)]
    assert found == ["one", "two", "three", "four"]

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kokoro_studio.errors import TextError
from kokoro_studio.text import LANGUAGES, Reason, phonemize, read_phonemes
from kokoro_studio.text.symbols import SYMBOLS


def test_a_token_is_a_word_or_a_run_of_marks():
    typed = read_phonemes("həlˈO, (wˈɜɹld)!", "a")
    assert [t.text for t in typed.tokens] == ["həlˈO", ",", "(", "wˈɜɹld", ")!"]
    assert typed.phonemes == typed.source == "həlˈO, (wˈɜɹld)!"
    assert typed.phonemic


@pytest.mark.parametrize("language", LANGUAGES)
def test_phonemes_of_phonemize_can_be_typed_back(language):
    text = {
        "h": "वह पहाड़ पर सड़क है।", "j": "東京は2024年に「大きい」。", "z": "我们3点见，好吗？",
    }.get(language, "La casa (grande) c'est 21, mama!")  # fmt: skip
    said = phonemize(text, language).phonemes
    assert read_phonemes(said, language).phonemes == said


def test_unknown_symbols_are_left_out_and_listed():
    source = "kˈ☃æt g 漢字"
    typed = read_phonemes(source, "a")
    assert typed.phonemes == "kˈæt"
    assert [(s.text, s.reason) for s in typed.skipped] == [
        ("☃", Reason.PHONEME), ("g", Reason.PHONEME), ("漢字", Reason.PHONEME),
    ]  # fmt: skip
    assert all(source[s.start : s.end] == s.text for s in typed.skipped)


def test_precomposed_nasals_are_taken_apart():
    typed = read_phonemes("bˈõ ẽ", "f")
    assert typed.phonemes == "bˈo\u0303 e\u0303"
    assert not typed.skipped


def test_the_stop_of_a_hindi_flap_belongs_to_its_word():
    typed = read_phonemes("pəhˈaːr. sˈʌr.ək hˈɛ.", "h")
    assert [t.text for t in typed.tokens] == ["pəhˈaːr.", "sˈʌr.ək", "hˈɛ", "."]


@settings(deadline=None, max_examples=200)
@given(
    text=st.text(st.one_of(st.sampled_from(sorted(SYMBOLS)), st.characters())),
    language=st.sampled_from(sorted(LANGUAGES)),
)
@example(text=".0", language="a")
def test_anything_can_be_typed(text, language, keeps_its_promises):
    typed = read_phonemes(text, language)
    keeps_its_promises(typed)
    assert read_phonemes(typed.phonemes, language).phonemes == typed.phonemes


def test_the_same_texts_and_languages_are_refused():
    with pytest.raises(TextError):
        read_phonemes("a", "x")
    with pytest.raises(TextError):
        read_phonemes(None, "a")
    with pytest.raises(TextError):
        read_phonemes("a" * 100_001, "a")

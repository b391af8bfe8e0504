from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kokoro_studio.text import (
    LANGUAGES,
    Phonemized,
    Token,
    phonemize,
    phonemizing,
    segment,
)
from kokoro_studio.text.reading import read_line
from kokoro_studio.text.segment import has_voice


def made_of(*words: str, whitespace: str = " ") -> Phonemized:
    """A reading whose words are their own phonemes."""
    tokens, place = [], 0
    for word in words:
        tokens.append(Token(word, whitespace, word, " ", place, place + len(word)))
        place += len(word) + len(whitespace)
    source = "".join(token.text + token.whitespace for token in tokens)
    return Phonemized("a", source, tuple(tokens))


def texts(utterances) -> list[str]:
    return ["".join(t.text + t.whitespace for t in u.tokens).strip() for u in utterances]


def test_short_text_is_one_utterance():
    phonemized = phonemize("Hello there. How are you?", "a")
    (only,) = segment(phonemized)
    assert only.phonemes == phonemized.phonemes
    assert (only.index, only.boundary, only.tokens) == (0, "end", phonemized.tokens)


def test_nothing_speakable_is_no_utterance():
    for text in ("", "  \n", "👍", "...", "?!\n\n—"):
        assert segment(phonemize(text, "a")) == []


def test_a_paragraph_always_ends_an_utterance():
    utterances = segment(phonemize("One.\nTwo.\n\nThree.", "a"))
    assert texts(utterances) == ["One.", "Two.", "Three."]
    assert [u.boundary for u in utterances] == ["line", "paragraph", "end"]


def test_whole_sentences_are_packed_up_to_the_soft_limit():
    sentence = "The quick brown fox jumps over the lazy dog near the river bank."
    utterances = segment(phonemize(" ".join([sentence] * 30), "a"))
    assert all(text.endswith("bank.") for text in texts(utterances))
    assert all(300 < len(u.phonemes) <= 400 for u in utterances[:-1])
    assert {u.boundary for u in utterances[:-1]} == {"sentence"}


LONG = "We walked along the river until the lights of the town came on again"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LONG}. {LONG}. Yes.", [f"{LONG}.", f"{LONG}. Yes."]),
        (f"{LONG}. Yes. {LONG}.", [f"{LONG}.", f"Yes. {LONG}."]),
        (f"Yes. {LONG}.", [f"Yes. {LONG}."]),
        (f"{LONG}.\nYes.", [f"{LONG}.", "Yes."]),
    ],
)
def test_a_very_short_sentence_stays_with_its_neighbour_in_the_paragraph(text, expected):
    assert texts(segment(phonemize(text, "a"), soft_limit=65)) == expected


def test_many_very_short_sentences_keep_to_the_soft_limit():
    utterances = segment(phonemize("Yes. No. Maybe. " * 40, "a"), soft_limit=150)
    assert all(130 < len(u.phonemes) <= 150 for u in utterances[:-1])


@pytest.mark.parametrize("soft", [1, 150, 400])
def test_a_sentence_the_model_can_take_is_never_cut(soft):
    whole = f"{', '.join([LONG] * 7)}."
    phonemized = phonemize(f"{LONG}. {whole} {LONG}.", "a")
    assert 450 < len(phonemize(whole, "a").phonemes) <= 510
    assert texts(segment(phonemized, soft)) == [f"{LONG}.", whole, f"{LONG}."]


def test_the_first_limit_is_the_soft_limit_of_the_first_utterance_alone():
    phonemized = phonemize("***\n" + f"{LONG}. " * 12, "a")
    lengths = [len(u.phonemes) for u in segment(phonemized, 150, first_limit=70)]
    assert lengths[0] <= 70
    assert all(70 < length <= 150 for length in lengths[1:-1])
    assert segment(phonemized, 150, first_limit=150) == segment(phonemized, 150)


def test_a_first_sentence_longer_than_the_first_limit_stays_whole():
    assert texts(segment(phonemize(f"{LONG}. {LONG}.", "a"), first_limit=20))[0] == f"{LONG}."


def test_a_long_sentence_is_cut_at_clauses_into_even_parts():
    clause = "we walked along the river until the lights of the town came on"
    utterances = segment(phonemize(f"{', '.join([clause] * 28)}.", "a"))
    assert {u.boundary for u in utterances[:-1]} == {"clause"}
    assert all(text.endswith(",") for text in texts(utterances)[:-1])
    lengths = [len(u.phonemes) for u in utterances]
    assert len(lengths) == 4 and max(lengths) - min(lengths) < len(clause)


def cuts(*words: str, limit: int = 100) -> list[str]:
    """Utterances of one sentence whose words are their own phonemes."""
    return texts(segment(made_of(*words), hard_limit=limit))


WORD = "bˈadˈabˈa"  # ten phonemes with the space after it


@pytest.mark.parametrize("mark", ";:…")
def test_a_strong_mark_wins_over_a_comma_that_makes_more_even_parts(mark):
    words = [WORD] * 12
    words[2], words[5] = WORD + mark, WORD + ","
    first, second = cuts(*words)
    assert first.endswith(mark) and second.count(",") == 1


def test_of_equal_marks_the_one_that_makes_the_most_even_parts_is_cut_at():
    words = [WORD] * 12
    for place in (2, 6, 8):
        words[place] = WORD + ","
    assert [len(text.split()) for text in cuts(*words)] == [7, 5]


def test_a_mark_that_would_leave_a_very_short_part_is_no_place_to_cut():
    words = [WORD] * 12
    words[0] = WORD + ","
    assert [len(text.split()) for text in cuts(*words)] == [6, 6]


def test_without_marks_it_is_cut_before_a_word_without_stress():
    words = [WORD] * 12
    words[3] = "badabadab"
    first, second = cuts(*words)
    assert first == " ".join(words[:3]) and second.startswith("badabadab")
    text = "every good boy does fine in the old town by the sea " * 30
    utterances = segment(phonemize(text, "a"))
    assert {u.boundary for u in utterances[:-1]} == {"word"}
    assert all(u.tokens[0].text in ("in", "by", "the") for u in utterances[1:])


def test_the_stop_of_the_hindi_flap_is_no_mark():
    utterances = segment(phonemize("घर पहाड़ पर है और उसमें एक बगीचा है " * 40, "h"))
    assert any(t.phonemes.endswith("r.") for u in utterances for t in u.tokens)
    assert {u.boundary for u in utterances[:-1]} == {"word"}


def test_without_marks_and_stress_it_is_cut_between_words_into_even_parts():
    utterances = segment(made_of(*["badabadab"] * 102))
    assert [len(u.phonemes) for u in utterances] == [509, 509]
    assert utterances[0].boundary == "word"


LANGUAGES_AND_TEXTS = [
    ("a", f"  {LONG}, said [Kokoro](/kˈOkəɹO/).\n\n***\n🎉 {LONG}!  "),
    ("a", "  \n "),
    ("f", "« Bonjour », dit-il.\u2028Il s'en alla… sans un mot (ou presque) ; voilà 3,5 km."),
    ("j", "今日はとても良い天気です。公園に行きましょう！" * 9),
    ("z", "今天天气很好，我们去公园吧。OK？" * 9),
]


@pytest.mark.parametrize(("language", "text"), LANGUAGES_AND_TEXTS)
def test_tokens_read_as_they_are_asked_for_give_the_same_utterances(language, text):
    read = phonemize(text, language)
    whole = Phonemized(language, text, tuple(phonemize(text, language).tokens), read.skipped)
    assert segment(read, 150, first_limit=40) == segment(whole, 150, first_limit=40)
    assert read == whole


def test_the_first_utterance_is_there_before_the_rest_is_read(monkeypatch):
    read = []
    monkeypatch.setattr(
        phonemizing, "read_line", lambda line, *rest: read.append(line) or read_line(line, *rest)
    )
    utterances = segment(phonemize(f"{LONG}. " * 500, "a"), 150, first_limit=70)
    assert not read
    assert utterances[0].boundary == "sentence"
    assert sum(map(len, read)) < 1000
    many = len(utterances)
    lines = len(read)
    assert len(list(utterances)) == many and len(read) == lines  # nothing is read twice


def test_a_token_longer_than_the_limit_is_cut_inside():
    phonemized = made_of("a" * 1200)
    utterances = segment(phonemized)
    assert {u.boundary for u in utterances[:-1]} == {"character"}
    assert "".join(texts(utterances)) == "a" * 1200
    assert all(phonemized.source[t.start : t.end] == t.text for u in utterances for t in u.tokens)


@pytest.mark.parametrize("hard", [30, 60, 90])
def test_abbreviations_and_decimals_are_never_cut(hard):
    text = "Dr. Jones of St. Paul measured 3.5 inches while Mrs. Brown paid 2.75 dollars. " * 4
    for utterance in texts(segment(phonemize(text, "a"), soft_limit=hard, hard_limit=hard)):
        assert not utterance.endswith(("Dr.", "St.", "Mrs.", "3.", "2."))
        assert not utterance.startswith(("5 ", "75 ", ".5", ".75"))


def test_a_mark_stays_with_the_word_before_it():
    utterances = segment(phonemize("(one) two, three! " * 40, "a"), soft_limit=20, hard_limit=24)
    assert not any(u.phonemes.startswith((",", ".", "!", ")")) for u in utterances)


def test_voiceless_lines_join_their_neighbour_silenced():
    phonemized = phonemize("***\nOne.\n...\n👍\nTwo.", "a")
    utterances = segment(phonemized)
    assert [u.phonemes for u in utterances] == ["wˈʌn.", "tˈu."]
    assert "".join(t.text + t.whitespace for u in utterances for t in u.tokens) == phonemized.source
    assert utterances[0].boundary == "line"


def test_east_asian_sentences_end_at_their_stops():
    line = "今日はとても良い天気です。公園に行きましょう！" * 12
    utterances = segment(phonemize(line, "j"))
    assert len(utterances) > 1
    assert all(text[-1] in "。！" for text in texts(utterances))


@pytest.mark.parametrize("language", LANGUAGES)
def test_unmarked_walls_of_text_stay_within_the_limits(language, keeps_its_promises):
    wall = {"j": "春夏秋冬", "z": "春夏秋冬", "h": "नमस्ते "}.get(language, "lorem ipsum ")
    keeps_its_promises(phonemize(wall * 300, language))


_WORDS = st.lists(
    st.tuples(
        st.text("abɹˈ .,!?—", max_size=40).map(str.strip),
        st.sampled_from(["", " ", "\n", " \n\n"]),
        st.sampled_from(["", " "]),
    ),
    max_size=40,
)


@settings(deadline=None)
@given(
    words=_WORDS,
    soft=st.integers(1, 60),
    more=st.integers(0, 30),
    first=st.none() | st.integers(1, 60),
)
def test_any_tokens_and_limits(words, soft, more, first):
    tokens, place = [], 0
    for phonemes, whitespace, gap in words:
        text = "w" * 3
        tokens.append(Token(text, whitespace, phonemes, gap if phonemes else "", place, place + 3))
        place += 3 + len(whitespace)
    source = "".join(t.text + t.whitespace for t in tokens)
    utterances = segment(Phonemized("a", source, tuple(tokens)), soft, soft + more, first)
    assert all(1 <= len(u.phonemes) <= soft + more and has_voice(u.phonemes) for u in utterances)
    if utterances:
        assert "".join(t.text + t.whitespace for u in utterances for t in u.tokens) == source

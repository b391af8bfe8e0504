from __future__ import annotations

from itertools import pairwise

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
    segment_ahead,
)
from kokoro_studio.text.reading import read_line
from kokoro_studio.text.segment import GROWTH, SHORTEST_OPENING, has_voice


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
    assert [u.boundary for u in utterances] == ["paragraph", "paragraph", "end"]


def test_whole_sentences_are_packed_up_to_the_soft_limit():
    sentence = "The quick brown fox jumps over the lazy dog near the river bank."
    utterances = segment(phonemize(" ".join([sentence] * 30), "a"))
    assert all(text.endswith("bank.") for text in texts(utterances))
    assert all(300 < len(u.phonemes) <= 400 for u in utterances[:-1])
    assert {u.boundary for u in utterances[:-1]} == {"sentence"}


def test_a_very_short_sentence_stays_with_its_neighbour():
    long = "We walked along the river until the lights of the town came on again"
    text = f"{long}, and {long.lower()}. Yes."
    utterances = segment(phonemize(text, "a"), soft_limit=140)
    assert texts(utterances) == [text]


def test_a_long_sentence_is_cut_at_clauses_into_even_parts():
    clause = "we walked along the river until the lights of the town came on"
    utterances = segment(phonemize(f"{', '.join([clause] * 12)}.", "a"))
    assert len(utterances) > 1
    assert {u.boundary for u in utterances[:-1]} == {"clause"}
    assert all(text.endswith(",") for text in texts(utterances)[:-1])
    lengths = [len(u.phonemes) for u in utterances]
    assert min(lengths) > max(lengths) / 2


LONG = "We walked along the river until the lights of the town came on again"


@pytest.mark.parametrize(
    ("text", "first", "boundary"),
    [
        ("Hello there.", "Hello there.", "end"),
        (f"That was the plan for today. {LONG}.", "That was the plan for today.", "sentence"),
        (
            f"Oh, we waited there so long, until it rained. {LONG}.",
            "Oh, we waited there so long,",
            "clause",
        ),
        (f"When the rain stopped, we went on. {LONG}.", "When the rain stopped,", "clause"),
        (f"{LONG}, and the rain had stopped. {LONG}.", "We walked along", "word"),
        (f"Yes. No. We waited there so long, and {LONG}.", "Yes. No. We waited", "word"),
        (f"The town was old. Yes. {LONG}.", "The town was old. Yes.", "sentence"),
    ],
)
def test_an_opening_ends_at_a_sentence_a_clause_or_between_phrases(text, first, boundary):
    utterances = segment(phonemize(text, "a"), opening=28)
    assert (texts(utterances)[0], utterances[0].boundary) == (first, boundary)
    assert " ".join(texts(utterances)) == text


@pytest.mark.parametrize("text", ["Yes. They waited for the last train.", "The old town. Yes."])
def test_an_opening_leaves_nothing_too_short_to_sound_well(text):
    utterances = segment(phonemize(text, "a"), opening=14)
    assert all(len(utterance.phonemes) >= SHORTEST_OPENING for utterance in utterances)


def test_utterances_grow_after_an_opening():
    utterances = segment(phonemize(f"{LONG}. " * 40, "a"), 150, opening=25)
    lengths = [len(utterance.phonemes) for utterance in utterances]
    assert lengths[0] <= 25 < lengths[1] < 100 < max(lengths[2:]) <= 150
    endless = segment(phonemize("every good boy does fine " * 60, "a"), 150, opening=25)
    assert all(
        len(after.phonemes) <= GROWTH**2 * len(before.phonemes)
        for before, after in pairwise(endless)
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("a", f"  {LONG}, said [Kokoro](/kˈOkəɹO/).\n\n***\n🎉 {LONG}!  "),
        ("a", "  \n "),
        ("f", "« Bonjour », dit-il.\u2028Il s'en alla… sans un mot (ou presque) ; voilà 3,5 km."),
        ("j", "今日はとても良い天気です。公園に行きましょう！" * 9),
        ("z", "今天天气很好，我们去公园吧。OK？" * 9),
    ],
)
@pytest.mark.parametrize("opening", [None, 25])
def test_what_is_cut_as_it_is_read_is_what_is_cut_when_all_is_read(language, text, opening):
    expected = segment(phonemize(text, language), 150, opening=opening)
    assert list(segment_ahead(text, language, 150, opening)) == expected


def test_the_beginning_is_cut_before_the_rest_is_read(monkeypatch):
    read = []
    monkeypatch.setattr(
        phonemizing, "read_line", lambda line, *rest: read.append(line) or read_line(line, *rest)
    )
    next(segment_ahead(f"{LONG}. " * 500, "a", 150, opening=25))
    assert sum(map(len, read)) < 1500


def test_without_marks_it_is_cut_between_words():
    utterances = segment(phonemize("every good boy does fine " * 60, "a"))
    assert {u.boundary for u in utterances[:-1]} == {"word"}
    assert all(len(u.phonemes) <= 510 for u in utterances)


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
    assert utterances[0].boundary == "paragraph"


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
    opening=st.none() | st.integers(1, 60),
)
def test_any_tokens_and_limits(words, soft, more, opening):
    tokens, place = [], 0
    for phonemes, whitespace, gap in words:
        text = "w" * 3
        tokens.append(Token(text, whitespace, phonemes, gap if phonemes else "", place, place + 3))
        place += 3 + len(whitespace)
    source = "".join(t.text + t.whitespace for t in tokens)
    utterances = segment(Phonemized("a", source, tuple(tokens)), soft, soft + more, opening)
    assert all(1 <= len(u.phonemes) <= soft + more and has_voice(u.phonemes) for u in utterances)
    if utterances:
        assert "".join(t.text + t.whitespace for u in utterances for t in u.tokens) == source

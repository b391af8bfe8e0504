"""A person's own pronunciations, given to `phonemize` as values."""

from __future__ import annotations

import time
from dataclasses import FrozenInstanceError

import pytest

from kokoro_studio.errors import TextError
from kokoro_studio.text import (
    LANGUAGES,
    Lexicon,
    LexiconEntry,
    Origin,
    Phonemized,
    Reason,
    phonemize,
)


def read(text: str, language: str, *entries: LexiconEntry) -> Phonemized:
    return phonemize(text, language, lexicon=Lexicon(entries))


def said(text: str, language: str, *entries: LexiconEntry) -> str:
    return read(text, language, *entries).phonemes


def given(text: str, language: str, *entries: LexiconEntry) -> list[str]:
    """The words that an entry of the lexicon says."""
    return [t.text for t in read(text, language, *entries).tokens if t.origin is Origin.GIVEN]


def test_without_entries_nothing_changes():
    text = "The cat sat on Dr. Smith's mat."
    assert phonemize(text, "a", lexicon=Lexicon()) == phonemize(text, "a")
    assert phonemize(text, "a", Lexicon((LexiconEntry("dog", "dˈɔɡ"),))) == phonemize(text, "a")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_has_its_phonemes_in_every_language(language, keeps_its_promises):
    word = {"j": "東京", "z": "明天", "h": "नमस्ते"}.get(language, "papa")
    text = {"j": "昨日東京に行く。", "z": "我们明天见面。", "h": "वह नमस्ते बोला।"}.get(
        language, "mama papa casa."
    )
    phonemized = read(text, language, LexiconEntry(word, "tˈɛst"))
    keeps_its_promises(phonemized)
    (token,) = [token for token in phonemized.tokens if token.phonemes == "tˈɛst"]
    assert token.text == word and token.origin is Origin.GIVEN and not token.guessed
    others = [t.phonemes for t in phonemized.tokens if t is not token]
    assert others == [t.phonemes for t in phonemize(text, language).tokens if t.text != word]


def test_a_respelling_is_read_in_its_place():
    entry = LexiconEntry("Nguyen", respelling="win")
    assert said("Ask Mr. Nguyen today.", "a", entry) == said("Ask Mr. win today.", "a")
    assert given("Ask Mr. Nguyen today.", "a", entry) == ["Nguyen"]
    many = LexiconEntry("SQL", respelling="structured query language")
    assert said("Learn SQL now.", "a", many) == said("Learn structured query language now.", "a")
    assert given("Learn SQL now.", "a", many) == ["SQL"]
    assert said("Il y a 3 km.", "f", LexiconEntry("km", respelling="lieues")) == said(
        "Il y a 3 lieues.", "f"
    )


@pytest.mark.parametrize(
    ("entry", "text", "words"),
    [
        (LexiconEntry("cat", "kˈæt"), "A cat, CAT and Cat.", ["cat", "CAT", "Cat"]),
        (LexiconEntry("Polish", "pˈOlɪʃ"), "Polish men polish. POLISH!", ["Polish"]),
        (LexiconEntry("NASA", "nˈæsə"), "NASA, Nasa, nasa.", ["NASA"]),
        (LexiconEntry("cat", "kˈæt", case="exact"), "A cat, CAT and Cat.", ["cat"]),
        (LexiconEntry("Cat", "kˈæt", case="ignore"), "A cat, CAT.", ["cat", "CAT"]),
    ],
)
def test_capitals(entry, text, words):
    assert given(text, "a", entry) == words


@pytest.mark.parametrize(
    ("word", "text", "words"),
    [
        ("cat", "The category of a tomcat is cat.", ["cat"]),
        ("don", "I don't know Don.", ["Don"]),
        ("new york", "Old York, New  York and new\tyork.", ["New  York", "new\tyork"]),
        ("5G", "The 5G net, 15G and 5GB.", ["5G"]),
        ("C++", "C and C++ are old.", ["C++"]),
        ("l'eau", "Old l'eau and l’eau.", ["l'eau", "l’eau"]),
        ("café", "A café, a cafe\u0301.", ["café", "cafe\u0301"]),
        ("Dr.", "Dr. Who and Dr Who.", ["Dr."]),
    ],
)  # fmt: skip
def test_words_are_whole(word, text, words):
    assert given(text, "a", LexiconEntry(word, "tˈɛst", case="ignore")) == words


def test_the_longest_of_several_is_taken():
    entries = LexiconEntry("new", "nˈɛ"), LexiconEntry("new york", "nˈɛj")
    assert given("new york, a new day", "a", *entries) == ["new york", "new"]
    assert given("new yorkers", "a", *entries[:1], entries[1]) == ["new"]
    odd = LexiconEntry("New York", "nˈɛj", case="exact")
    assert given("new york", "a", entries[0], odd) == ["new"]


@pytest.mark.parametrize(
    ("word", "phonemes", "text", "spoken"),
    [
        ("Zorb", "zˈɔɹb", "Zorbs", "zˈɔɹbz"),
        ("Zork", "zˈɔɹk", "Zork's", "zˈɔɹks"),
        ("Zork", "zˈɔɹk", "Zork’s", "zˈɔɹks"),
        ("Zoss", "zˈɔs", "Zosses", "zˈɔsᵻz"),
        ("Zoss", "zˈɔs", "Zoss's", "zˈɔsᵻz"),
        ("Zorb", "zˈɔɹb", "Zorbs'", "zˈɔɹbz"),
    ],
)
def test_possessive_and_plural_follow_in_english(word, phonemes, text, spoken):
    assert said(f"The {text} are.", "a", LexiconEntry(word, phonemes)).split()[1] == spoken
    respelled = said(f"The {text} are.", "a", LexiconEntry(word, respelling="cat"))
    assert respelled.split()[1] == "kˈæts"


@pytest.mark.parametrize(
    ("word", "text", "language"),
    [
        ("a", "It is as he said.", "a"),
        ("bos", "The boss is here.", "a"),
        ("doe", "He does it.", "b"),
        ("casa", "Las casas.", "e"),
        ("cat", "The cates.", "a"),
    ],
)
def test_other_words_are_no_plural(word, text, language):
    assert given(text, language, LexiconEntry(word, "tˈɛst")) == []


def test_a_part_of_speech_is_found_by_the_tagger():
    noun = LexiconEntry("record", "nˈWn", part_of_speech="noun", language="en")
    verb = LexiconEntry("record", "vˈɜɹb", part_of_speech="verb", language="a")
    text = "They record a new record."
    assert said(text, "a", noun, verb).split()[1::3] == ["vˈɜɹb", "nˈWn."]
    assert given(text, "b", noun, verb) == ["record"]
    assert given("It is a record.", "a", verb) == []
    past = LexiconEntry("read", "ɹˈɛd", part_of_speech="past", language="en")
    assert given("I have read it, and I will read it.", "a", past) == ["read"]


def test_an_override_in_the_text_wins():
    entry = LexiconEntry("cat", "lˈɛks")
    assert said("A [cat](/kˈɑt/) and a cat.", "a", entry) == "ɐ kˈɑt ænd ɐ lˈɛks."
    assert said("A [big cat](/kˈɑt/).", "a", entry) == "ɐ kˈɑt."


def test_a_lexicon_wins_over_the_normalizer():
    assert "lˈɛks" in said("Dr. Smith came.", "a", LexiconEntry("Dr.", "lˈɛks"))
    assert said("He paid $5.", "a", LexiconEntry("$5", respelling="a fiver")) == said(
        "He paid a fiver.", "a"
    )
    assert said("In 1984.", "a", LexiconEntry("1984", respelling="that year")) == said(
        "In that year.", "a"
    )
    assert said("Llegó el 5 de mayo.", "e", LexiconEntry("mayo", "lˈɛks")).count("lˈɛks") == 1


def test_the_narrower_scope_wins_then_the_later_entry():
    wide, narrow = LexiconEntry("cat", "wˈId"), LexiconEntry("cat", "tˈɛkst", scope="text")
    project = LexiconEntry("cat", "pɹˈɑʤɛkt", scope="project")
    assert said("cat", "a", narrow, project, wide) == "tˈɛkst"
    assert said("cat", "a", wide, project) == "pɹˈɑʤɛkt"
    assert said("cat", "a", wide, LexiconEntry("cat", "lˈATəɹ")) == "lˈATəɹ"
    only_noun = LexiconEntry("cat", "n", scope="text", part_of_speech="verb", language="a")
    assert said("The cat sat.", "a", wide, only_noun).split()[1] == "wˈId"


@pytest.mark.parametrize(
    ("language", "those"),
    [("", "abe"), ("a", "a"), ("en", "ab"), ("en-GB", "b"), ("es", "e"), ("e", "e")],
)
def test_an_entry_is_for_its_language(language, those):
    entry = LexiconEntry("papa", "tˈɛst", language=language)
    assert [code for code in "abe" if given("papa", code, entry)] == list(those)


def test_a_silenced_word_is_listed():
    (skip,) = read("one two three", "a", LexiconEntry("two", "")).skipped
    assert (skip.text, skip.reason) == ("two", Reason.SILENCED)


def test_a_phrase_is_found_over_a_wrapped_line(keeps_its_promises):
    text = "The train goes tomorrow morning from new\nyork to the sea, nega-\ntive or not."
    phonemized = read(text, "a", LexiconEntry("new york", "x"), LexiconEntry("negative", "y"))
    keeps_its_promises(phonemized)
    texts = [t.text for t in phonemized.tokens if t.origin is Origin.GIVEN]
    assert texts == ["new\nyork", "nega-\ntive"]


def test_words_of_another_script_can_be_given():
    assert given("我们用 Python 写。", "z", LexiconEntry("Python", "pˈIθən")) == ["Python"]
    assert given("OpenAIは会社です。", "j", LexiconEntry("OpenAI", "x")) == ["OpenAI"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"word": ""}, "needs a word"),
        ({"word": " – "}, "needs a word"),
        ({"word": None}, "needs a word"),
        ({"word": "a" * 201}, "201 characters; use at most 200"),
        ({"phonemes": None}, "neither phonemes nor a respelling; give one"),
        ({"respelling": "kat"}, "both phonemes and a respelling; give one"),
        ({"phonemes": None, "respelling": " "}, "respelling of 'cat' is empty"),
        ({"phonemes": "kˈ😀æ#t"}, "the model does not know: 😀 #"),
        ({"language": "xx"}, "There is no language 'xx'"),
        ({"case": "loud"}, "no case rule 'loud'; use one of exact, ignore, smart"),
        ({"scope": "house"}, "no scope 'house'; use one of text, project, everywhere"),
        ({"part_of_speech": "thing", "language": "a"}, "no part of speech 'thing'; use one"),
        ({"part_of_speech": "noun"}, "single English words only"),
        ({"part_of_speech": "noun", "language": "f"}, "single English words only"),
        ({"word": "big cat", "part_of_speech": "noun", "language": "a"}, "single English words"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_in_one_sentence(values, message):
    with pytest.raises(TextError) as refused:
        LexiconEntry(**{"word": "cat", "phonemes": "kˈæt", **values})
    assert message in str(refused.value)
    assert "\n" not in str(refused.value) and str(refused.value).endswith(".")


def test_entries_and_lexicons_are_values():
    entry = LexiconEntry("  New \n York ", "x", language="en-US")
    assert (entry.word, entry.language) == ("New York", "a")
    assert LexiconEntry("l’eau", "x") == LexiconEntry("l'eau", "x")
    assert hash(Lexicon((entry,))) == hash(Lexicon((entry,)))
    assert not Lexicon() and Lexicon((entry,))
    with pytest.raises(FrozenInstanceError):
        entry.word = "x"  # type: ignore[misc]


def test_a_precomposed_nasal_vowel_is_no_unknown_symbol():
    assert said("pao", "p", LexiconEntry("pao", "pˈãw")) == "pˈa\u0303w"


def test_many_entries_are_as_quick_as_few():
    names = [f"zor{a}{b}{c}" for a in "abcdefghijklmnop" for b in "aeiou" for c in "bdfgklmnprstvz"]
    text = "The old lighthouse keeper climbed the stairs and lit the lamp. " * 30
    lexicon = Lexicon(tuple(LexiconEntry(f"{name} {n}", "x") for name in names for n in range(9)))
    lexicon.find(text, "a")
    began = time.perf_counter()
    assert lexicon.find(text, "a") == []
    assert time.perf_counter() - began < 0.5

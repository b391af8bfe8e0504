"""How rules are run, and the small pieces they are made of."""

from __future__ import annotations

import re

import pytest

from kokoro_studio.text.normalize import Piece, normalize
from kokoro_studio.text.normalize.languages import locale_of
from kokoro_studio.text.normalize.languages.english_words import LETTERS, speller
from kokoro_studio.text.normalize.piece import Rule, any_of, say, scan
from kokoro_studio.text.normalize.roman import value

LANGUAGES = "abefhijpz"


def rule(pattern: str, reading: str | None) -> Rule:
    compiled = re.compile(pattern)
    group = "it" if "it" in compiled.groupindex else 0
    return Rule("test", compiled, lambda m: None if reading is None else say(m, reading, group))


def test_the_earliest_match_speaks_and_of_equals_the_first_rule():
    rules = (rule("b+", "first"), rule("ab", "earlier"), rule("bb", "second"))
    assert list(scan("bb ab", rules)) == [Piece(0, 2, "first"), Piece(3, 5, "earlier")]


def test_a_silent_rule_leaves_the_match_to_others():
    assert list(scan("abc", (rule("abc", None), rule("bc", "x")))) == [Piece(1, 3, "x")]


def test_context_may_lie_in_the_piece_before():
    rules = (rule("Vol", "Volume"), rule("Vol (?P<it>II)", "two"))
    assert list(scan("Vol II", rules)) == [Piece(0, 3, "Volume"), Piece(4, 6, "two")]


def test_slashes_hold_phonemes():
    match = re.search("Z", "a Z")
    assert match
    assert say(match, "/zˈɛd/") == Piece(2, 3, "Z", "zˈɛd")
    assert say(match, "/") == Piece(2, 3, "/")


def test_the_longest_word_is_tried_first():
    assert re.findall(any_of(["a", "a.b", "ab"]), "a.b ab a") == ["a.b", "ab", "a"]


@pytest.mark.parametrize(
    ("numeral", "worth"),
    [("I", 1), ("IV", 4), ("XIV", 14), ("XIX", 19), ("XL", 40), ("XCIX", 99), ("CCC", 300)],
)
def test_roman_numerals(numeral, worth):
    assert value(numeral) == worth


@pytest.mark.parametrize("letters", ["IIII", "VX", "IC", "LL", "CCCC", "XIXI"])
def test_letters_that_are_no_roman_numeral(letters):
    assert value(letters) is None


def test_spelled_letters_carry_the_stress_on_the_last():
    assert speller(LETTERS["a"])("FBI") == "ˌɛfbˌiˈI"
    assert speller(LETTERS["b"])("NHS") == "ˌɛnˌAʧˈɛs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_plain_sentences_are_left_alone(language):
    assert normalize("", language) == ()
    assert normalize("Lorem ipsum dolor.", language) == ()


def test_an_unknown_language_is_a_key_error():
    with pytest.raises(KeyError):
        normalize("text", "x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_locale_names_twelve_months_and_ten_digits(language):
    locale = locale_of(language)
    assert len(locale.calendar.months) == 12
    assert len(locale.digits) == 10

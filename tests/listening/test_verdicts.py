from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from kokoro_studio.listening.contestants.contestant import Contestant
from kokoro_studio.listening.designs import TestDesign, TestText
from kokoro_studio.listening.responses import Answered, Response
from kokoro_studio.listening.trials import Side, Trial
from kokoro_studio.listening.verdicts import verdict

ONE, TWO, THREE = (Contestant("anchor", name, {"n": name}) for name in ("Ann", "Ben", "Cy"))


def design_of(kind: str, *contestants: Contestant) -> TestDesign:
    return TestDesign(kind, contestants or (ONE, TWO), (TestText("A text."),), trials=12)


def answered(kind, pair, choice, part="rated", answer="", number=1, **response) -> Answered:
    labels = ("A", "B", "X") if answer else "ABCD"
    ids = [one.id for one in pair]
    if answer:
        ids.append(ids["AB".index(answer)])
    sides = tuple(
        Side(label, one, "", "", 0.0, 0, 1.0) for label, one in zip(labels, ids, strict=False)
    )
    trial = Trial("s", "anon:x", kind, part, number, sides, f"Text {number}.", "a", answer=answer)
    return Answered(trial, Response(trial.token, choice, **response))


def abx(right: int, wrong: int) -> list[Answered]:
    return [answered("abx", (ONE, TWO), "A", answer="A") for _ in range(right)] + [
        answered("abx", (ONE, TWO), "B", answer="A") for _ in range(wrong)
    ]


def test_all_right_is_a_difference():
    found = verdict(design_of("abx"), abx(12, 0))
    assert found.headline == "You can hear the difference."
    assert "12 of 12" in found.paragraphs[0] and "once in 4,096 tests" in found.paragraphs[0]
    (row,) = found.plots[0].rows
    assert (row.at, row.high) == (100, 100) and 75 < row.low < 80


def test_nine_of_twelve_is_not_enough_and_the_words_say_what_would_be():
    found = verdict(design_of("abx"), abx(9, 3))
    assert found.headline == "No difference was shown."
    assert "10 were needed" in found.paragraphs[0]
    assert "does not prove that Ann and Ben sound the same" in found.paragraphs[0]
    assert "more trials" not in found.headline


@pytest.mark.parametrize("n", range(5, 61))
def test_headline_and_range_never_disagree_about_guessing(n):
    for right in range(n // 2, n + 1):
        found = verdict(design_of("abx"), abx(right, n - right))
        (row,) = found.plots[0].rows
        assert (found.headline == "You can hear the difference.") == (row.low > 50)


def test_practice_and_catch_trials_do_not_count():
    extra = [
        answered("abx", (ONE, THREE), "B", part="training", answer="A"),
        answered("abx", (ONE, THREE), "B", part="catch", answer="A"),
    ]
    found = verdict(design_of("abx"), abx(12, 0) + extra)
    assert found.numbers["correct"] == found.numbers["trials"] == 12
    assert "1 of 1 easy trial went wrong" in found.paragraphs[-1]


def preferred(first: int, second: int, ties: int = 0) -> list[Answered]:
    """On either side in turn."""
    votes = []
    for number in range(first + second + ties):
        pair = (ONE, TWO) if number % 2 else (TWO, ONE)
        winner = ONE if number < first else TWO if number < first + second else None
        choice = "tie" if winner is None else "AB"[pair.index(winner)]
        votes.append(answered("ab", pair, choice, number=number))
    return votes


def test_a_clear_preference():
    found = verdict(design_of("ab"), preferred(17, 3))
    assert found.headline == "You prefer Ann."
    assert "Ann was chosen 17 times, Ben 3 times." in found.paragraphs[0]
    (ann, ben) = found.plots[0].rows
    assert ann.low > 50 > ben.high, "the ranges say what the headline says"


def test_twenty_even_votes_prove_nothing_and_say_what_they_could():
    found = verdict(design_of("ab"), preferred(11, 9))
    assert found.headline == "No preference was shown."
    assert any("at least 8" in words and "of the time" in words for words in found.paragraphs)


def test_equal_sides_that_were_preferred_are_told():
    twins = [
        answered("ab", (ONE, ONE), "A", part="catch"),
        answered("ab", (ONE, ONE), "tie", "catch"),
    ]
    found = verdict(design_of("ab"), preferred(17, 3) + twins)
    assert "In 1 of 2 trials with the same recording on both sides" in found.paragraphs[-1]


def test_catch_trials_are_ignored_where_no_tie_is_offered():
    design = replace(design_of("ab"), tie=False)
    twins = [answered("ab", (ONE, ONE), "A", part="catch")]
    assert not any(
        "same recording" in words for words in verdict(design, twins + preferred(17, 3)).paragraphs
    )


def test_a_habit_of_choosing_one_side_is_told():
    votes = [answered("ab", pair, "A") for pair in [(ONE, TWO), (TWO, ONE)] * 10]
    found = verdict(design_of("ab"), votes)
    assert any("You chose side A in 20 of 20" in words for words in found.paragraphs)


def test_three_are_ranked():
    votes = []
    for number in range(30):
        pair = [(ONE, TWO), (TWO, THREE), (THREE, ONE)][number % 3]
        best = min(pair, key=(ONE, TWO, THREE).index)
        votes.append(answered("ab", pair, "AB"[pair.index(best)], number=number))
    found = verdict(design_of("ab", ONE, TWO, THREE), votes)
    assert [row.label for row in found.plots[0].rows] == ["Ann", "Ben", "Cy"]
    assert found.headline.startswith("Ann ")


def test_scores():
    votes = [
        answered("multi", (ONE, TWO), "", number=number, scores={"A": 80.0 + number % 3, "B": 40.0})
        for number in range(8)
    ]
    found = verdict(design_of("multi"), votes)
    assert found.headline == "Ann has your highest scores."
    assert "Ann above Ben" in found.paragraphs[0]


def scored(*scores: tuple[float, float]) -> list[Answered]:
    """A sheet for Ann, Ben and Cy each; Cy always has 10."""
    return [
        answered(
            "multi", (ONE, TWO, THREE), "", number=number, scores={"A": ann, "B": ben, "C": 10.0}
        )
        for number, (ann, ben) in enumerate(scores)
    ]


def test_the_headline_on_scores_says_no_more_than_the_sentence_below_it():
    three = design_of("multi", ONE, TWO, THREE)
    chance = verdict(three, scored((80, 20), (5, 60), (70, 9)))
    assert chance.headline == "No difference was shown."
    assert chance.paragraphs[0].startswith("No two differ by more than chance.")
    some = verdict(three, scored(*[(80 + n % 2 * 2 - n, 79 + n % 3 - n) for n in range(9)]))
    assert some.headline == "Some differences were shown, but no clear best."
    assert "above Cy" in some.paragraphs[0] and "Ann above Ben" not in some.paragraphs[0]
    clear = verdict(three, scored(*[(80 + n, 40 - n) for n in range(9)]))
    assert clear.headline == "Ann has your highest scores."


@pytest.mark.parametrize(
    ("kind", "votes", "title"),
    [
        ("abx", abx(1, 0), "ABX test: 1 trial"),
        ("ab", [answered("ab", (ONE, TWO), "A")], "Preference test: 1 trial"),
        ("multi", scored((80, 40))[:1], "Scores: 1 trial"),
        ("arena", [answered("arena", (ONE, TWO), "A")], "Arena: your 1 vote"),
    ],
)
def test_one_is_told_as_one(kind, votes, title):
    found = verdict(design_of(kind, *((ONE, TWO, THREE) if kind == "multi" else ())), votes)
    assert found.title == title
    assert not re.search(r"\b1 (trials|votes|scores|texts)\b", str(found.to_json()))


def test_void_trials_are_counted_apart():
    void = answered("abx", (ONE, TWO), "void", answer="A", reason="Ben could not say the text.")
    found = verdict(design_of("abx"), [*abx(12, 0), void])
    assert found.numbers["trials"] == 12
    assert found.paragraphs[-1] == "1 trial was void: Ben could not say the text."


@pytest.mark.parametrize("kind", ["ab", "abx", "multi", "arena"])
def test_without_answers_there_is_no_verdict(kind):
    assert verdict(design_of(kind), []).headline == "Nothing was answered."


@pytest.mark.parametrize("votes", [abx(12, 0), preferred(5, 3)], ids=["abx", "ab"])
def test_verdicts_are_plain_json(votes):
    json.dumps(verdict(design_of(votes[0].trial.kind), votes).to_json())

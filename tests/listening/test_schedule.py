from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kokoro_studio.errors import RequestError
from kokoro_studio.listening.statistics.davidson import Comparison
from kokoro_studio.listening.statistics.preference import correct_needed
from kokoro_studio.listening.statistics.schedule import (
    UNIFORM_SHARE,
    ab_order,
    abx_order,
    catches,
    choose_pair,
    choose_text,
    multi_order,
)

RANDOM = st.randoms(use_true_random=False)
TEXTS = [f"text {at}" for at in range(6)]


def draws(contestants, comparisons, times=200, **options):
    rng = random.Random(1)
    drawn = [choose_pair(contestants, comparisons, rng, **options) for _ in range(times)]
    counts = Counter(frozenset((pair.first, pair.second)) for pair in drawn)
    said = {frozenset((pair.first, pair.second)): pair.probability for pair in drawn}
    return drawn, counts, said


@settings(deadline=None, max_examples=30)
@given(st.integers(2, 9), RANDOM)
def test_the_graph_gets_connected_as_fast_as_it_can(size, rng):
    contestants, comparisons = "abcdefghi"[:size], []
    groups = {one: {one} for one in contestants}
    for _ in range(size - 1):
        pair = choose_pair(contestants, comparisons, rng)
        assert groups[pair.first] is not groups[pair.second]
        groups[pair.first] |= groups[pair.second]
        for one in groups[pair.first]:
            groups[one] = groups[pair.first]
        comparisons.append(Comparison(pair.first, pair.second, "first", "x"))
    assert groups[contestants[0]] == set(contestants)


def test_a_newcomer_is_heard_first():
    comparisons = [Comparison(*pair, "tie", "x") for pair in combinations("abc", 2)] * 20
    drawn, _, _ = draws("abcn", comparisons, times=50)
    assert all("n" in (pair.first, pair.second) for pair in drawn)


def test_contestants_that_have_left_still_connect_the_others():
    comparisons = [Comparison("a", "gone", "first", "x"), Comparison("gone", "b", "first", "x"),
               Comparison("b", "c", "tie", "x")]  # fmt: skip
    _, counts, _ = draws("abc", comparisons, times=200)
    assert len(counts) == 3


def test_the_stored_probability_is_how_often_a_pair_comes():
    comparisons = [Comparison(*pair, "tie", "x") for pair in combinations("abcd", 2)] * 3
    comparisons += [Comparison("a", "b", "first", "x")] * 60
    drawn, counts, said = draws("abcd", comparisons, times=800)
    assert sum(said.values()) == pytest.approx(1)
    for pair, probability in said.items():
        assert counts[pair] / len(drawn) == pytest.approx(probability, abs=0.05)
    on_a = Counter(pair.first < pair.second for pair in drawn)
    assert on_a[True] / len(drawn) == pytest.approx(0.5, abs=0.05)


def test_pairs_with_uncertain_order_are_drawn_most():
    known = [Comparison(*pair, to, "x") for pair in combinations("abcd", 2)
             for to in ("first", "second")] * 15  # fmt: skip
    comparisons = [*known, Comparison("n", "a", "tie", "x")]
    _, _, said = draws("abcdn", comparisons)
    little_known = min(at for pair, at in said.items() if "n" in pair)
    assert little_known > 2 * max(at for pair, at in said.items() if "n" not in pair)
    clear = [Comparison("a", "b", "first", "x"), Comparison("b", "c", "tie", "x"),
             Comparison("a", "c", "first", "x")] * 30  # fmt: skip
    _, _, said = draws("abc", clear)
    assert said[frozenset("bc")] > 4 * said[frozenset("ab")]


def test_every_pair_gets_at_least_the_even_share():
    comparisons = [Comparison(*pair, "first", "x") for pair in combinations("abcde", 2)] * 20
    _, _, said = draws("abcde", comparisons, times=300)
    assert min(said.values()) >= UNIFORM_SHARE / 10
    _, _, said = draws("ab", [Comparison("a", "b", "first", "x")] * 9999, times=1)
    assert list(said.values()) == pytest.approx([1.0])
    _, _, said = draws("abcde", comparisons, uniform_share=1.0)
    assert list(said.values()) == pytest.approx([0.1] * 10)


@settings(deadline=None, max_examples=25)
@given(RANDOM)
def test_one_listener_never_hears_a_pair_with_a_text_twice(rng):
    contestants, texts, seen, comparisons = "abc", TEXTS[:4], set(), []
    for _ in range(3 * 4):
        pair = choose_pair(contestants, comparisons, rng, seen, texts)
        text = choose_text(texts, (pair.first, pair.second), seen, rng)
        heard = (frozenset((pair.first, pair.second)), text)
        assert heard not in seen
        seen.add(heard)
        comparisons.append(Comparison(pair.first, pair.second, "tie", "x", text))
    assert set(Counter(text for _, text in seen).values()) == {3}
    with pytest.raises(RequestError, match="every text"):
        choose_pair(contestants, comparisons, rng, seen, texts)
    with pytest.raises(RequestError, match="every text"):
        choose_text(texts, ("a", "b"), seen, rng)


def test_the_text_heard_least_comes_next():
    seen = {(frozenset("ab"), "one"), (frozenset("cd"), "two")}
    for seed in range(20):
        assert choose_text(["one", "two", "three"], "ab", seen, random.Random(seed)) == "three"
        assert choose_text(["one", "two"], "ab", seen, random.Random(seed)) == "two"


def test_the_same_random_seed_gives_the_same_plan():
    comparisons = [Comparison("a", "b", "first", "x"), Comparison("c", "b", "tie", "y")]
    pairs = list(combinations("abc", 2))
    plans = [
        (
            choose_pair({"c", "a", "b"}, comparisons, rng, {(frozenset("ab"), "t")}, ["t", "u"]),
            abx_order(9, rng),
            ab_order(pairs, TEXTS, 20, 0.1, rng),
            multi_order("abc", TEXTS, rng),
        )
        for rng in (random.Random(5), random.Random(5))
    ]
    assert plans[0] == plans[1]


@given(st.integers(1, 60), RANDOM)
def test_abx_sides_are_balanced(n, rng):
    order = abx_order(n, rng)
    swapped = sum(trial.swapped for trial in order)
    assert len(order) == n and abs(2 * swapped - n) <= 1
    assert {trial.answer for trial in order} <= {"A", "B"}


def test_guessing_in_balance_does_not_pass_an_abx_test_too_often():
    rng = random.Random(6)
    for guesses in ("AB" * 8, "A" * 16):
        passed = 0
        for _ in range(4000):
            answers = [trial.answer for trial in abx_order(16, rng)]
            given_answers = rng.sample(guesses, 16)
            right = sum(a == b for a, b in zip(given_answers, answers, strict=True))
            passed += right >= correct_needed(16)
        assert passed / 4000 == pytest.approx(0.0384, abs=0.01)


@settings(deadline=None, max_examples=40)
@given(st.integers(2, 5), st.integers(1, 6), st.integers(1, 60), RANDOM)
def test_ab_plans_are_balanced(contestants, texts, n, rng):
    pairs, texts = list(combinations("abcde"[:contestants], 2)), TEXTS[:texts]
    order = ab_order(pairs, texts, n, 0.1, rng)
    rated = [trial for trial in order if not trial.identical]
    assert len(rated) == n and len(order) == n + catches(n, 0.1)
    assert not order[0].identical

    by_pair = Counter(frozenset((trial.first, trial.second)) for trial in rated)
    times = [by_pair[frozenset(pair)] for pair in pairs]
    assert max(times) - min(times) <= 1
    sides = Counter((trial.first, trial.second) for trial in rated)
    turned = [sides[pair] - sides[pair[::-1]] for pair in pairs]
    assert max(map(abs, turned)) <= 1 and abs(sum(turned)) <= 1

    heard = Counter((frozenset((trial.first, trial.second)), trial.text) for trial in rated)
    for pair in pairs:
        each = [heard[frozenset(pair), text] for text in texts]
        assert max(each) - min(each) <= 1  # no text twice while there is another
    if len(pairs) == 1 and not catches(n, 0.1):
        used = Counter(trial.text for trial in order)
        assert max(used.values()) - min(used[text] for text in texts) <= 1


def test_how_many_catch_trials():
    assert [catches(n) for n in (1, 7, 8, 12, 20, 34, 40)] == [0, 0, 1, 1, 2, 3, 4]
    assert catches(40, 0) == 0 and catches(8, 0.01) == 1
    caught = [trial for trial in ab_order([("a", "b")], TEXTS, 30, 0.1, random.Random(7))
              if trial.identical]  # fmt: skip
    assert len(caught) == 3 and {trial.first for trial in caught} == {"a", "b"}


@given(st.integers(2, 6), st.integers(1, 6), st.integers(0, 3), RANDOM)
def test_multi_plans_give_everyone_every_place(contestants, texts, repeats, rng):
    names, texts = "abcdef"[:contestants], TEXTS[:texts]
    trials = multi_order(names, texts, rng, repeats)
    assert len(trials) == len(texts) + min(repeats, len(texts))
    assert {trial.text for trial in trials if not trial.repeat} == set(texts)
    assert all(sorted(trial.order) == sorted(names) for trial in trials)
    first = trials[: len(texts)]
    if len(first) >= contestants:
        for place in range(contestants):
            assert len({trial.order[place] for trial in first[:contestants]}) == contestants
    before = {trial.text: trial.order for trial in first}
    for again in trials[len(texts) :]:
        assert again.repeat and again.order != before[again.text]


def test_a_text_given_twice_is_a_repetition():
    trials = multi_order("abc", ["one", "two", "one"], random.Random(8), repeats=0)
    assert Counter(trial.text for trial in trials) == {"one": 2, "two": 1}
    assert [trial.repeat for trial in trials if trial.text == "one"] == [False, True]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda rng: choose_pair(["a"], [], rng),
        lambda rng: choose_pair(["a", "a"], [], rng),
        lambda rng: abx_order(0, rng),
        lambda rng: ab_order([], TEXTS, 4, 0.1, rng),
        lambda rng: ab_order([("a", "b")], [], 4, 0.1, rng),
        lambda rng: ab_order([("a", "a")], TEXTS, 4, 0.1, rng),
        lambda rng: ab_order([("a", "b")], TEXTS, 4, 1.5, rng),
        lambda rng: multi_order(["a"], TEXTS, rng),
        lambda rng: multi_order(["a", "b"], [], rng),
    ],
)
def test_impossible_plans_are_refused(wrong):
    with pytest.raises(RequestError):
        wrong(random.Random(1))

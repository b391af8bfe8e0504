from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.listening.statistics.elo import (
    K_NEW,
    K_SETTLED,
    SCALE,
    START,
    expected,
    step_of,
    ticker,
    updated,
)

RATING = st.floats(0, 3000)
SCORE = st.sampled_from([0.0, 0.5, 1.0])


def test_expected_scores_follow_the_rating_difference():
    # FIDE Handbook B.02, table 8.1.2, to its two digits
    for ahead, score in [(0, 0.50), (35, 0.55), (100, 0.64), (191, 0.75), (241, 0.80), (400, 0.91)]:
        assert expected(START + ahead, START) == pytest.approx(score, abs=0.005)
    assert expected(START + SCALE, START) == pytest.approx(1 / (1 + 2.718281828**-1))


@given(RATING, RATING, SCORE, st.sampled_from([K_NEW, K_SETTLED]))
def test_one_rating_gains_what_the_other_loses(first, second, score, k):
    first_after, second_after = updated(first, second, score, k)
    assert first_after + second_after == pytest.approx(first + second)
    assert abs(first_after - first) <= k
    mirrored = updated(second, first, 1 - score, k)
    assert (second_after, first_after) == pytest.approx(mirrored)


def test_equals_that_tie_stay():
    assert updated(START, START, 0.5, K_NEW) == (START, START)
    assert updated(START, START, 1.0, K_NEW) == (START + 16, START - 16)


def test_steps_shrink_once_both_are_settled():
    assert (step_of(29), step_of(30)) == (K_NEW, K_SETTLED)
    rounds = [("a", "b", 0.5)] * 30
    assert ticker([*rounds, ("a", "b", 1.0)])["a"] == START + K_SETTLED / 2
    assert ticker([*rounds, ("a", "new", 1.0)])["a"] == START + K_NEW / 2


def test_the_ticker_depends_on_the_order_and_keeps_its_mean():
    votes = [("a", "b", 1.0), ("b", "c", 1.0), ("c", "a", 1.0), ("a", "a", 1.0)]
    forward, backward = ticker(votes), ticker(reversed(votes))
    assert forward.keys() == {"a", "b", "c"} and forward != backward
    assert sum(forward.values()) == pytest.approx(3 * START)
    assert ticker([]) == {}

from __future__ import annotations

from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binomtest

from kokoro_studio.errors import RequestError
from kokoro_studio.listening.statistics.preference import (
    Interval,
    abx_p,
    correct_needed,
    exact_interval,
    power,
    provable_share,
    sign_test,
    votes_needed,
    wilson,
)


@st.composite
def counts(draw: st.DrawFn, most: int = 400) -> tuple[int, int]:
    n = draw(st.integers(1, most))
    return draw(st.integers(0, n)), n


def test_the_known_abx_table():
    table = {8: 7, 10: 9, 12: 10, 16: 12, 20: 15, 25: 18, 30: 20, 40: 26}
    assert {n: correct_needed(n) for n in table} == table
    assert [correct_needed(n) for n in range(6)] == [None, None, None, None, None, 5]


@pytest.mark.parametrize(("correct", "n"), [(0, 0), (0, 5), (7, 8), (12, 16), (11, 16), (31, 40)])
def test_abx_p_is_the_sum_over_ways_to_guess(correct, n):
    ways = sum(comb(n, right) for right in range(correct, n + 1))
    assert abx_p(correct, n) == pytest.approx(ways / 2**n)


def test_sign_test_counts_both_tails():
    assert sign_test(5, 0) == pytest.approx(2 / 2**5)
    assert sign_test(15, 5) == pytest.approx(2 * sum(comb(20, k) for k in range(15, 21)) / 2**20)
    assert sign_test(7, 7) == 1.0 and sign_test(0, 0) == 1.0


def test_wilson_against_published_values():
    # Newcombe 1998, Statistics in Medicine 17, table I
    for wins, n, low, high in [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605),
                               (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)]:  # fmt: skip
        assert wilson(wins, n).low == pytest.approx(low, abs=5e-5)
        assert wilson(wins, n).high == pytest.approx(high, abs=5e-5)
    assert wilson(12, 20).low == pytest.approx(0.387, abs=5e-4)
    assert wilson(12, 20).high == pytest.approx(0.781, abs=5e-4)


def test_exact_interval_against_published_values():
    # Newcombe 1998, the same table
    for wins, n, low, high in [(81, 263, 0.2527, 0.3676), (15, 148, 0.0578, 0.1617),
                               (0, 20, 0.0, 0.1684), (1, 29, 0.0009, 0.1776)]:  # fmt: skip
        assert exact_interval(wins, n).low == pytest.approx(low, abs=5e-5)
        assert exact_interval(wins, n).high == pytest.approx(high, abs=5e-5)


@given(counts(), st.sampled_from([wilson, exact_interval]))
def test_intervals_mirror_and_hold_the_share(counts, method):
    wins, n = counts
    interval, mirrored = method(wins, n), method(n - wins, n)
    assert wins / n in interval
    assert interval.low == pytest.approx(1 - mirrored.high, abs=1e-9)
    assert interval.high == pytest.approx(1 - mirrored.low, abs=1e-9)
    assert method(wins, n, 0.99).width >= interval.width


@given(counts())
def test_the_exact_interval_and_the_sign_test_agree(counts):
    wins, n = counts
    p = sign_test(wins, n - wins)
    assert p == pytest.approx(sign_test(n - wins, wins))
    if abs(p - 0.05) > 1e-9:
        assert (0.5 not in exact_interval(wins, n)) == (p < 0.05)


@given(counts())
def test_scipys_binomial_test_says_the_same(counts):
    wins, n = counts
    fair = binomtest(wins, n)
    assert sign_test(wins, n - wins) == pytest.approx(fair.pvalue)
    assert abx_p(wins, n) == pytest.approx(binomtest(wins, n, alternative="greater").pvalue)
    for interval, method in ((wilson, "wilson"), (exact_interval, "exact")):
        for confidence in (0.9, 0.95):
            expected = fair.proportion_ci(confidence, method)
            found = interval(wins, n, confidence)
            assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-6)


def test_nothing_is_known_without_votes():
    assert wilson(0, 0) == exact_interval(0, 0) == Interval(0.0, 1.0)
    assert power(0.9, 0) == 0 and provable_share(5) is None


@pytest.mark.parametrize("n", [1, 5, 6, 17, 40])
@pytest.mark.parametrize("share", [0.3, 0.5, 0.65, 0.9, 1.0])
def test_power_is_the_chance_of_a_significant_count(n, share):
    chance = sum(
        comb(n, wins) * share**wins * (1 - share) ** (n - wins)
        for wins in range(n + 1)
        if sign_test(wins, n - wins) <= 0.05
    )
    assert power(share, n) == pytest.approx(chance, abs=1e-12)
    assert power(0.5, n) <= 0.05


def test_votes_needed_for_the_usual_preferences():
    table = {0.55: 820, 0.6: 210, 0.65: 97, 0.7: 54, 0.75: 35, 0.8: 23, 0.9: 12}
    assert {share: votes_needed(share) for share in table} == table
    assert votes_needed(0.2) == votes_needed(0.8)
    assert votes_needed(0.501) is None


@pytest.mark.parametrize("share", [0.55, 0.7, 0.95, 1.0])
@pytest.mark.parametrize("asked", [0.5, 0.8, 0.95])
@pytest.mark.parametrize("alpha", [0.01, 0.05, 0.2])
def test_from_the_votes_needed_on_power_never_falls_short(share, asked, alpha):
    needed = votes_needed(share, asked, alpha)
    assert needed is not None and power(share, needed - 1, alpha) < asked
    later = [power(share, n, alpha) for n in range(needed, 2 * needed + 40)]
    assert min(later) >= asked


def test_the_provable_share_falls_with_the_number_of_votes():
    assert provable_share(20) == pytest.approx(0.80, abs=0.005)
    assert provable_share(10) == pytest.approx(0.92, abs=0.005)
    shares = [provable_share(n) for n in (6, 10, 20, 50, 100, 1000)]
    assert shares == sorted(shares, reverse=True)


@given(st.integers(6, 2000))
def test_the_provable_share_is_where_power_is_reached(n):
    assert power(provable_share(n), n) == pytest.approx(0.8, abs=1e-6)


def test_stated_size_of_the_sign_test_in_simulation():
    wins = np.random.default_rng(1).binomial(30, 0.5, 20_000)
    false_alarms = np.mean([sign_test(int(won), 30 - int(won)) <= 0.05 for won in wins])
    assert false_alarms == pytest.approx(power(0.5, 30), abs=0.005)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: sign_test(-1, 4),
        lambda: wilson(5, 4),
        lambda: abx_p(3, 2),
        lambda: exact_interval(1, 4, 1.0),
        lambda: power(1.2, 10),
        lambda: votes_needed(0.5),
        lambda: votes_needed(0.7, power=1),
        lambda: provable_share(20, alpha=0),
        lambda: correct_needed(-1),
    ],
)
def test_impossible_counts_are_refused(wrong):
    with pytest.raises(RequestError):
        wrong()

from __future__ import annotations

import random
from itertools import combinations
from math import exp, log

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from kokoro_studio.errors import RequestError
from kokoro_studio.listening.statistics.davidson import OUTCOMES, Comparison, fit
from kokoro_studio.listening.statistics.elo import SCALE
from kokoro_studio.listening.statistics.ranking import leaderboard, standings_of

TWELVE = {f"voice{at:02}": strength for at, strength in enumerate(np.linspace(-1.1, 1.1, 12))}
NAMES = st.sampled_from("abcde")
COMPARISONS = st.lists(
    st.builds(Comparison, NAMES, NAMES, st.sampled_from(OUTCOMES), st.sampled_from("xyz")),
    max_size=40,
)


def simulate(strengths, votes, listeners, rng, tie=0.6, side=0.0, catch=0.0):
    """Comparisons as the model has them: tie is ν, side γ; a share `catch` of identical pairs."""
    names, theta = list(strengths), np.array(list(strengths.values()))
    first = rng.integers(len(names), size=votes)
    second = (first + rng.integers(1, len(names), size=votes)) % len(names)
    second = np.where(rng.random(votes) < catch, first, second)
    ahead = theta[first] - theta[second] + side
    worth = np.stack([np.exp(ahead / 2), np.exp(-ahead / 2), np.full(votes, tie)], axis=1)
    limits = (worth / worth.sum(axis=1, keepdims=True)).cumsum(axis=1)
    outcome = (rng.random((votes, 1)) > limits[:, :2]).sum(axis=1)
    heard_by = rng.integers(listeners, size=votes)
    return [
        Comparison(names[i], names[j], OUTCOMES[kind], f"listener {one}")
        for i, j, kind, one in zip(first, second, outcome, heard_by, strict=True)
    ]


def truth(strengths):
    mean = np.mean(list(strengths.values()))
    return {name: 1500 + SCALE * (strength - mean) for name, strength in strengths.items()}


def log_posterior(at, names, comparisons):
    """The model as the module's text has it, vote by vote"""
    theta, side, tie = dict(zip(names, at, strict=False)), at[-2], exp(at[-1])
    total = 0.0
    for comparison in comparisons:
        d = theta[comparison.first] - theta[comparison.second] + side
        if comparison.identical:
            decided = {"first": 1 / (1 + exp(-side)), "second": 1 / (1 + exp(side)), "tie": 1.0}
            total += log(decided[comparison.outcome])
        else:
            worth = {"first": exp(d / 2), "second": exp(-d / 2), "tie": tie}
            total += log(worth[comparison.outcome] / sum(worth.values()))
    for one in (*theta.values(), side):
        total += log(1 / (1 + exp(-one))) + log(1 / (1 + exp(one)))
    return total + 0.5 * log(tie / (2 + tie)) + 0.5 * log(2 / (2 + tie))


@pytest.mark.parametrize("seed", range(3))
def test_the_fit_is_the_peak_of_the_model(seed):
    strengths = {"a": 1.0, "b": 0.0, "c": -0.5, "d": 0.2}
    rng = np.random.default_rng(seed)
    comparisons = simulate(strengths, 80, 5, rng, tie=0.8, side=0.4, catch=0.2)
    names = list(strengths)
    found = minimize(lambda at: -log_posterior(at, names, comparisons), np.zeros(6), tol=1e-10).x
    ours = fit(comparisons)
    expected = 1500 + SCALE * (found[:4] - found[:4].mean())
    assert list(ours.ratings.values()) == pytest.approx(expected.tolist(), abs=0.05)
    assert ours.side_bias == pytest.approx(1 / (1 + exp(-found[4])), abs=1e-4)
    assert ours.tie == pytest.approx(exp(found[5]) / (2 + exp(found[5])), abs=1e-4)


def test_without_ties_it_is_bradley_terry():
    # Minorisation-maximisation with the same phantom (Hunter 2004, Ann. Statist. 32(1))
    games = {("a", "b"): 14, ("b", "a"): 6, ("b", "c"): 11, ("c", "b"): 9, ("a", "c"): 17,
             ("c", "a"): 3}  # fmt: skip
    comparisons = [
        Comparison(*sides, outcome, "one")
        for (winner, loser), times in games.items()
        for at in range(2 * times)
        for sides, outcome in [
            (((winner, loser), "first") if at % 2 else ((loser, winner), "second"))
        ]
    ]
    strength = dict.fromkeys("abc", 1.0)
    for _ in range(2000):
        strength = {
            i: (sum(2 * n for (won, _), n in games.items() if won == i) + 1)
            / (
                sum(
                    2 * n / (strength[won] + strength[lost])
                    for (won, lost), n in games.items()
                    if i in (won, lost)
                )
                + 2 / (strength[i] + 1)
            )
            for i in strength
        }
    logs = {one: log(value) for one, value in strength.items()}
    found = fit(comparisons)
    assert found.side_bias == pytest.approx(0.5, abs=1e-6)
    assert found.tie < 0.01
    for one, rating in truth(logs).items():
        assert found.ratings[one] == pytest.approx(rating, abs=1)


@settings(deadline=None, max_examples=60)
@given(COMPARISONS)
def test_swapping_all_sides_mirrors_the_side_bias_alone(comparisons):
    other_way = {"first": "second", "second": "first", "tie": "tie"}
    swapped = [Comparison(b.second, b.first, other_way[b.outcome], b.listener) for b in comparisons]
    ours, theirs = fit(comparisons), fit(swapped)
    assert ours.ratings == pytest.approx(theirs.ratings, abs=0.01)
    assert ours.side_bias == pytest.approx(1 - theirs.side_bias, abs=1e-5)
    assert ours.tie == pytest.approx(theirs.tie, abs=1e-5)


@settings(deadline=None, max_examples=60)
@given(COMPARISONS, st.randoms())
def test_the_order_of_ballots_and_the_names_are_irrelevant(comparisons, rng):
    shuffled = rng.sample(comparisons, len(comparisons))
    renamed = [
        Comparison(chr(219 - ord(b.first)), chr(219 - ord(b.second)), b.outcome, b.listener)
        for b in comparisons
    ]
    ratings = fit(comparisons).ratings
    assert fit(shuffled).ratings == pytest.approx(ratings, abs=0.01)
    mirrored = fit(renamed).ratings
    assert {chr(219 - ord(one)): at for one, at in mirrored.items()} == pytest.approx(
        ratings, abs=0.01
    )


@settings(deadline=None, max_examples=60)
@given(COMPARISONS)
def test_every_board_is_finite_and_adds_up(comparisons):
    found = leaderboard(comparisons, "abcdef", resamples=20)
    assert sorted(one.contestant for one in found.standings) == list("abcdef")
    assert np.mean([one.rating for one in found.standings]) == pytest.approx(1500)
    for one in found.standings:
        assert -1000 < one.low <= one.rating <= one.high < 4000
        assert one.votes == one.wins + one.ties + one.losses
    met = [b for b in comparisons if not b.identical]
    assert sum(one.votes for one in found.standings) == 2 * len(met)
    assert sum(one.wins for one in found.standings) == sum(b.outcome != "tie" for b in met)
    lows = [one.low for one in found.standings]
    assert lows == sorted(lows, reverse=True)
    assert found.side_bias in found.side_interval


def test_a_thousand_voters_on_twelve_contestants():
    rng = np.random.default_rng(8)
    comparisons = simulate(TWELVE, 15_000, 1000, rng, tie=0.7, side=0.3, catch=0.1)
    found = leaderboard(comparisons, resamples=200)
    true = truth(TWELVE)
    ranked = [one.contestant for one in found.standings]
    by_truth = sorted(true, key=lambda one: -true[one])  # neighbours are 35 points apart
    assert all(abs(ranked.index(one) - by_truth.index(one)) <= 1 for one in ranked)
    for better, worse in combinations(found.standings, 2):
        if worse.high < better.low:
            assert true[better.contestant] > true[worse.contestant]
    inside = [one.low <= true[one.contestant] <= one.high for one in found.standings]
    assert sum(inside) >= 10
    assert max(one.high - one.low for one in found.standings) < 60
    assert 1 / (1 + exp(-0.3)) in found.side_interval and found.side_interval.width < 0.04
    assert found.tie == pytest.approx(0.7 / 2.7, abs=0.02)
    assert (found.resampled, found.listeners) == ("listeners", 1000)
    assert not any(one.preliminary for one in found.standings)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("votes", "listeners", "unit"), [(1500, 300, "listeners"), (400, 12, "listeners"),
                                     (120, 1, "comparisons")],
)  # fmt: skip
def test_intervals_cover_as_often_as_they_say(votes, listeners, unit):
    strengths = dict(zip("abcdef", (-1.0, -0.5, 0.0, 0.1, 0.5, 0.9), strict=True))
    true, inside, side_inside = truth(strengths), [], []
    for seed in range(50):
        rng = np.random.default_rng(seed)
        comparisons = simulate(strengths, votes, listeners, rng, side=0.3, catch=0.1)
        found = leaderboard(comparisons, resamples=80, seed=seed)
        assert found.resampled == unit
        inside += [one.low <= true[one.contestant] <= one.high for one in found.standings]
        side_inside.append(1 / (1 + exp(-0.3)) in found.side_interval)
    assert 0.93 <= np.mean(inside) <= 0.99
    assert np.mean(side_inside) >= 0.9


def test_listeners_who_agree_with_themselves_widen_the_intervals():
    """20 votes of one mind are not 20 votes: each listener here votes one way all through."""
    rng = np.random.default_rng(9)
    minds = rng.random(40) < 0.6
    comparisons = [
        vote
        for one, mind in enumerate(minds)
        for vote in [
            Comparison("a", "b", "first" if mind else "second", str(one)),
            Comparison("b", "a", "second" if mind else "first", str(one)),
        ]
        * 10
    ]
    by_one = [Comparison(b.first, b.second, b.outcome, "same") for b in comparisons]
    together, alone = (standings_of(each)[0] for each in (comparisons, by_one))
    assert together.high - together.low > 3 * (alone.high - alone.low)


def test_an_undefeated_newcomer_is_not_put_on_top():
    rng = np.random.default_rng(10)
    comparisons = simulate({"a": 1.0, "b": 0.0, "c": -1.0}, 600, 50, rng)
    comparisons += [Comparison("new", "c", "first", f"listener {at}") for at in range(3)]
    table = standings_of(comparisons, resamples=100)
    newcomer = next(one for one in table if one.contestant == "new")
    assert table[0].contestant == "a" and newcomer.preliminary
    assert newcomer.high - newcomer.low > 400


def test_a_contestant_without_votes_has_the_widest_interval():
    found = standings_of([Comparison("a", "b", "first", "x")] * 200, "abz", resamples=50)
    unheard = next(one for one in found if one.contestant == "z")
    assert unheard.votes == 0 and unheard.preliminary and unheard.high - unheard.low > 600


def test_islands_are_joined_by_the_phantom():
    apart = [Comparison("a", "b", "first", "x"), Comparison("c", "d", "first", "x")] * 10
    ratings = fit(apart).ratings
    assert ratings["a"] == pytest.approx(ratings["c"]) and ratings["a"] > ratings["b"] + 200


def test_only_those_asked_for_are_listed_and_all_votes_count():
    rng = np.random.default_rng(11)
    comparisons = simulate(TWELVE, 500, 20, rng)
    everyone = {one.contestant: one for one in standings_of(comparisons, resamples=20)}
    some = standings_of(comparisons, ["voice03", "voice09"], resamples=20)
    assert [one.contestant for one in some] == ["voice09", "voice03"]
    assert all(one == everyone[one.contestant] for one in some)


def test_identical_pairs_tell_of_the_side_and_of_nothing_else():
    rng = np.random.default_rng(12)
    comparisons = simulate({"a": 0.3, "b": -0.3}, 200, 1, rng)
    ties = [Comparison("a", "a", "tie", "x")] * 50
    assert fit(comparisons + ties) == fit(comparisons)
    firsts = [Comparison("a", "a", "first", "x")] * 50
    biased = fit(comparisons + firsts)
    assert biased.side_bias > fit(comparisons).side_bias + 0.05
    assert fit([Comparison("a", "a", "first", "x")] * 8).side_bias == pytest.approx(0.9)


def test_a_side_bias_does_not_reach_the_ratings():
    """The favourite always on side B, and a listener who mostly says A"""
    rng = np.random.default_rng(13)
    sides = simulate({"a": 0.0, "b": 0.0, "c": 0.0}, 6000, 1, rng, side=1.0)
    kept = [b for b in sides if (b.first, b.second) != ("a", "b")]  # a is never on A against b
    ratings = fit(kept).ratings
    assert max(ratings.values()) - min(ratings.values()) < 40


def test_the_same_seed_gives_the_same_board():
    comparisons = simulate(TWELVE, 300, 30, np.random.default_rng(14))
    assert leaderboard(comparisons, resamples=30, seed=3) == leaderboard(
        comparisons, resamples=30, seed=3
    )
    assert leaderboard(comparisons, resamples=30, seed=3) != leaderboard(
        comparisons, resamples=30, seed=4
    )
    shuffled = random.Random(1).sample(comparisons, len(comparisons))
    assert [one.contestant for one in standings_of(shuffled)] == [
        one.contestant for one in standings_of(comparisons)
    ]


def test_preliminary_until_narrow_or_often_heard():
    comparisons = simulate({"a": 0.0, "b": 0.0}, 60, 10, np.random.default_rng(15))
    assert not any(one.preliminary for one in standings_of(comparisons, fewest_votes=60))
    assert all(one.preliminary for one in standings_of(comparisons[:20], fewest_votes=60))
    assert not any(one.preliminary for one in standings_of(comparisons * 10, fewest_votes=10**6))


def test_chances_follow_from_the_ratings():
    found = fit(simulate(TWELVE, 2000, 10, np.random.default_rng(16), tie=0.7))
    win, tie, loss = found.chances("voice10", "voice02")
    assert win + tie + loss == pytest.approx(1) and win > loss
    assert found.chances("voice02", "voice10") == pytest.approx((loss, tie, win))
    assert found.chances("voice02", "voice02")[1] == pytest.approx(found.tie)


def test_no_votes_make_an_empty_board():
    assert standings_of([]) == [] and fit([]).ratings == {}
    assert leaderboard([]).side_bias == pytest.approx(0.5)


def test_an_outcome_is_one_of_three():
    with pytest.raises(RequestError, match="first, second, tie"):
        Comparison("a", "b", "A", "x")

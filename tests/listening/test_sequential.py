from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.errors import RequestError
from kokoro_studio.listening.statistics.preference import exact_interval, sign_test
from kokoro_studio.listening.statistics.sequential import (
    MOST_MORE,
    VERDICTS,
    confidence_sequence,
    log_stake,
    verdict,
)

VOTES = st.integers(0, 300)


def kinds_after_each_vote(shares, votes, runs, seed, margin=0.1):
    """Simulated streams, read after every vote -> (runs, votes) of preference, of equivalence.

    shares: chances of a win, a tie, a loss.
    """
    votes_cast = np.random.default_rng(seed).choice(3, p=shares, size=(runs, votes))
    wins, ties, losses = ((votes_cast == kind).cumsum(axis=1) for kind in range(3))
    refuted = np.log(20)
    prefers = (log_stake(wins, losses, 0.5) >= refuted) & (wins != losses)
    first, second = wins + ties / 2, losses + ties / 2
    inside = abs(first - second) < 2 * margin * (first + second)
    apart = [log_stake(first, second, 0.5 + side) >= refuted for side in (-margin, margin)]
    for run, vote in [(0, 0), (1, 50), (2, votes - 1), (3, votes // 2)]:  # the stream is `verdict`
        kind = verdict(*(int(count[run, vote]) for count in (wins, losses, ties)), margin).kind
        assert kind.startswith("prefer") == prefers[run, vote]
        assert (kind == "equivalent") == (
            not prefers[run, vote]
            and inside[run, vote]
            and apart[0][run, vote] & apart[1][run, vote]
        )
    return prefers, inside & apart[0] & apart[1]


@pytest.mark.parametrize("shares", [(0.5, 0, 0.5), (0.2, 0.6, 0.2)])
def test_peeking_after_every_vote_keeps_the_error_rate(shares):
    prefers, _ = kinds_after_each_vote(shares, 1000, 2000, seed=2)
    assert prefers.any(axis=1).mean() <= 0.05


@pytest.mark.parametrize("shares", [(0.6, 0, 0.4), (0.4, 0.4, 0.2)])
def test_a_difference_of_the_margin_is_not_called_equivalent(shares):
    _, equivalent = kinds_after_each_vote(shares, 1500, 1000, seed=3)
    assert equivalent.any(axis=1).mean() <= 0.05


def test_a_fixed_test_read_after_every_vote_would_not_keep_it():
    table = np.array([[sign_test(w, n - w) <= 0.05 if w <= n else False for w in range(101)]
                      for n in range(101)])  # fmt: skip
    wins = np.random.default_rng(4).integers(0, 2, size=(2000, 100)).cumsum(axis=1)
    assert table[np.arange(1, 101), wins].any(axis=1).mean() > 0.2


def test_it_stops_for_a_true_preference():
    prefers, _ = kinds_after_each_vote((0.75, 0, 0.25), 200, 500, seed=5)
    assert prefers.any(axis=1).mean() > 0.99
    assert np.median(prefers.argmax(axis=1) + 1) < 40


def test_it_stops_for_equal_sounds():
    prefers, equivalent = kinds_after_each_vote((0.5, 0, 0.5), 1000, 500, seed=6)
    assert (equivalent & ~prefers).any(axis=1).mean() > 0.93
    assert np.median(equivalent.argmax(axis=1) + 1) < 350


def test_the_true_share_is_in_every_interval():
    rng = np.random.default_rng(7)
    for share in (0.1, 0.5, 0.8):
        wins = (rng.random((1000, 500)) < share).cumsum(axis=1)
        losses = np.arange(1, 501) - wins
        assert (log_stake(wins, losses, share) >= np.log(20)).any(axis=1).mean() <= 0.05


def test_the_stake_is_a_fair_game():
    for wins, losses, share in [(0, 0, 0.5), (3, 1, 0.3), (40, 60, 0.6)]:
        won, lost = (np.exp(log_stake(wins + w, losses + 1 - w, share)) for w in (1, 0))
        now = np.exp(log_stake(wins, losses, share))
        assert share * won + (1 - share) * lost == pytest.approx(now)

    for wins, losses in [(0, 0), (3, 1), (40, 60)]:  # a tie is a vote of mean ½
        assert log_stake(wins + 0.5, losses + 0.5, 0.5) <= log_stake(wins, losses, 0.5)


@given(VOTES, VOTES, VOTES)
def test_swapping_the_two_mirrors_the_verdict(wins, losses, ties):
    one, other = verdict(wins, losses, ties), verdict(losses, wins, ties)
    mirror = {"prefer_first": "prefer_second", "prefer_second": "prefer_first"}
    assert other.kind == mirror.get(one.kind, one.kind) and one.kind in VERDICTS
    assert one.more == other.more
    for ours, theirs in [(one.interval, other.interval), (one.balance, other.balance)]:
        assert ours.low == pytest.approx(1 - theirs.high, abs=1e-9)
        assert ours.high == pytest.approx(1 - theirs.low, abs=1e-9)


@given(VOTES, VOTES, VOTES, st.sampled_from([0.05, 0.1, 0.2]))
def test_the_verdict_is_read_off_the_intervals(wins, losses, ties, margin):
    found = verdict(wins, losses, ties, margin)
    if found.kind == "prefer_first":
        assert found.interval.low >= 0.5 - 1e-9
    elif found.kind == "prefer_second":
        assert found.interval.high <= 0.5 + 1e-9
    else:
        assert 0.5 in found.interval
        within = 0.5 - margin < found.balance.low and found.balance.high < 0.5 + margin
        assert within == (found.kind == "equivalent")


@given(st.integers(1, 500), st.integers(0, 500))
def test_always_valid_intervals_are_wider(wins, losses):
    watched, fixed = confidence_sequence(wins, losses), exact_interval(wins, wins + losses)
    assert wins / (wins + losses) in watched
    assert watched.low <= fixed.low + 1e-9 and fixed.high <= watched.high + 1e-9


def test_more_is_how_many_until_decided():
    assert verdict(30, 5).more == 0
    for wins, losses, ties in [(3, 1, 0), (7, 5, 0), (11, 10, 3), (2, 2, 20), (60, 50, 0)]:
        found = verdict(wins, losses, ties)
        assert found.kind == "continue" and found.more is not None
        n = wins + losses + ties
        for more, decided in [(found.more + n, True), (found.more // 2, False)]:
            times = (n + more) / n
            later = verdict(*(round(times * count) for count in (wins, losses, ties)))
            assert (later.kind != "continue") == decided
    assert verdict(0, 0).more == 232  # even votes only, until equivalence


def test_hopeless_is_said():
    assert verdict(52, 50, margin=0.01).more is None
    assert verdict(1, 1, 10 * MOST_MORE, margin=0.001).more is None


def test_ties_alone_are_equivalence():
    assert verdict(0, 0, 400).kind == "equivalent"
    assert verdict(0, 0, 20).kind == "continue"
    assert verdict(30, 2, 600).kind == "prefer_first"


def test_how_soon_the_clearest_preference_is_seen():
    soonest = next(n for n in range(100) if verdict(n, 0).kind == "prefer_first")
    assert soonest == 11


@pytest.mark.parametrize("wrong", [(-1, 0), (1, 1, -1), (1, 1, 0, 0.5), (1, 1, 0, 0.1, 0)])
def test_impossible_input_is_refused(wrong):
    with pytest.raises(RequestError):
        verdict(*wrong)

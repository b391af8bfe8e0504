"""The leaderboard: who stands where, by strength (`davidson`) and its interval (`bootstrap`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.special import expit

from .bootstrap import refit_often, units_of, widest_bounds
from .davidson import Comparison, Votes, find_peak, numbered, ratings_at, tie_at
from .preference import Interval

NARROW = 150.0  # points; a narrower interval gives a final place
FEWEST_VOTES = 30  # for a final place where the studio is private; ask for 100 in public


@dataclass(frozen=True)
class Standing:
    """A line of the leaderboard.

    low, high: 95 % interval of the rating, in points.
    votes: wins + ties + losses; identical pairs are none of them.
    preliminary: neither is the interval narrow nor are the votes many.
    """

    contestant: str
    rating: float
    low: float
    high: float
    votes: int
    wins: int
    ties: int
    losses: int
    preliminary: bool


@dataclass(frozen=True)
class Leaderboard:
    """The standings, and estimates of the side bias and of ties.

    standings: by `low`, highest first: ordered by what is certain.
    side_bias, side_interval: how often side A wins a decision between equals, and its interval.
    tie: how often equals are called a tie.
    resampled: "listeners", or "comparisons" when fewer than `bootstrap.FEWEST_LISTENERS` voted:
        then the intervals speak of these listeners alone, not of what others would say.
    """

    standings: tuple[Standing, ...]
    side_bias: float
    side_interval: Interval
    tie: float
    resampled: str
    listeners: int


def leaderboard(
    comparisons: Iterable[Comparison],
    contestants: Iterable[str] | None = None,
    resamples: int = 300,
    seed: int = 0,
    fewest_votes: int = FEWEST_VOTES,
) -> Leaderboard:
    """Rate and rank; of all that were voted on, only `contestants` are listed if they are given.

    Votes on the others still count: they tell of whom they met.
    """
    asked = None if contestants is None else list(contestants)
    votes = numbered(comparisons, asked or ())
    counts = votes.counts()
    peak, information = find_peak(votes, counts)
    units, resampled = units_of(votes)
    drawn = refit_often(votes, units, peak, resamples, np.random.default_rng(seed))
    low, high = widest_bounds(peak, information, drawn)
    tallies = _tallies(votes, counts)
    standings = [
        Standing(
            name, rating, low[at], high[at], sum(tally), *tally,
            preliminary=high[at] - low[at] >= NARROW and sum(tally) < fewest_votes,
        )
        for at, (name, rating, tally) in enumerate(
            zip(votes.names, ratings_at(peak).tolist(), tallies, strict=True)
        )
        if asked is None or name in asked
    ]  # fmt: skip
    return Leaderboard(
        tuple(sorted(standings, key=lambda one: (-one.low, -one.rating, one.contestant))),
        float(expit(peak[-2])),
        Interval(low[-1], high[-1]),
        tie_at(peak),
        resampled,
        len(set(votes.listener.tolist())),
    )


def standings_of(
    comparisons: Iterable[Comparison],
    contestants: Iterable[str] | None = None,
    resamples: int = 300,
    seed: int = 0,
    fewest_votes: int = FEWEST_VOTES,
) -> list[Standing]:
    """The standings of `leaderboard`."""
    return list(leaderboard(comparisons, contestants, resamples, seed, fewest_votes).standings)


def _tallies(votes: Votes, counts: np.ndarray) -> list[tuple[int, int, int]]:
    """(wins, ties, losses) of each contestant"""
    won, lost, tied = counts[:-1].T
    k = len(votes.names)
    columns = [
        np.bincount(votes.first, on_a, k) + np.bincount(votes.second, on_b, k)
        for on_a, on_b in [(won, lost), (tied, tied), (lost, won)]
    ]
    return [
        (int(wins), int(ties), int(losses)) for wins, ties, losses in zip(*columns, strict=True)
    ]

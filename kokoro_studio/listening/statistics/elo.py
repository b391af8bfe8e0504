"""Online Elo: ratings that move with each vote. They are no ranking.

    E = 1 / (1 + 10^((R_second - R_first) / 400))         the expected score of the first
    R_first += K (S - E),   R_second -= K (S - E)         S is 1, ½ for a tie, or 0

(Elo 1978, The Rating of Chessplayers). What one gains the other loses: the mean stays at `START`.
The result depends on the order of the votes and K decides how much, so it is never shown as a
ranking; `ranking` is, which weighs all votes at once. Feed it single votes in the order they were
cast: win rates and other aggregates have no order, and feeding them invents one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import log

START = 1500.0
SCALE = 400 / log(10)  # points for one unit of log odds: 173.7

K_NEW = 32.0  # points; the ratings are still finding their place
K_SETTLED = 16.0
SETTLED = 30  # votes


def expected(first: float, second: float) -> float:
    """The score the ratings expect of the first: 0.5 for equals, 0.64 at 100 points more."""
    return 1 / (1 + 10 ** ((second - first) / 400))


def step_of(votes: int) -> float:
    """K for a pair, by the votes that the less heard of the two has had."""
    return K_NEW if votes < SETTLED else K_SETTLED


def updated(first: float, second: float, score: float, k: float) -> tuple[float, float]:
    """Both ratings after a vote; `score` is 1 for the first, 0 for the second, 0.5 for a tie."""
    assert 0 <= score <= 1
    gained = k * (score - expected(first, second))
    return first + gained, second - gained


def ticker(votes: Iterable[tuple[str, str, float]]) -> dict[str, float]:
    """Ratings after (first, second, score) in the order they were cast; identical pairs pass by."""
    ratings: dict[str, float] = {}
    cast: Counter[str] = Counter()
    for first, second, score in votes:
        if first == second:
            continue
        before = ratings.get(first, START), ratings.get(second, START)
        k = step_of(min(cast[first], cast[second]))
        ratings[first], ratings[second] = updated(*before, score, k)
        cast.update((first, second))
    return ratings

"""Statistics of a finished count of votes: p-values, intervals, and the votes that are needed.

All of it is exact. A vote that is decided at random is a fair coin, so the number of wins X among n
decisive votes is binomial, and with Φ_k(n, p) = P(X ≥ k) = Σ_{i≥k} C(n, i) p^i (1-p)^(n-i):

    sign test     p = min(1, 2 Φ_k(n, ½)),  k = max(wins, losses)
    ABX           p = Φ_correct(n, ½): nobody hears worse than chance, so only one side counts
    power         the share of tests of n votes that the sign test finds significant. It does from
                  c votes one way on, c the least with 2 Φ_c(n, ½) ≤ α; so the power at a true
                  share s is Φ_c(n, s) + 1 - Φ_{n-c+1}(n, s)

c moves in whole votes, so power is a sawtooth in n: now and then one more vote lowers it. What is
called needed here is the n from which on power never falls below what is asked (Chernick & Liu
2002, The American Statistician 56(2)). The usual formula,
n = ((z_{α/2}/2 + z_β √(s(1-s))) / (s-½))², promises too much: 194 votes for a share of 0.60, where
210 are needed.

Only for fixed counts: whoever looks after each vote and stops when it suits makes every number here
wrong. For that use `sequential`.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from scipy.special import bdtr, bdtrc, bdtrik, betaincinv, ndtri

from ...errors import RequestError

MOST_VOTES = 100_000  # beyond which nobody will vote
_SAWTOOTH = 1.2, 60  # times, plus: by then the usual formula's n is past every tooth


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    @property
    def width(self) -> float:
        return self.high - self.low

    def __contains__(self, value: float) -> bool:
        return self.low <= value <= self.high


def sign_test(wins: int, losses: int) -> float:
    """Two-sided p-value of decisive votes against a fair coin: ties left out, 1 for no votes."""
    n = wins + losses
    _check_counts(wins, n)
    return min(1.0, 2 * float(bdtrc(max(wins, losses) - 1, n, 0.5))) if n else 1.0


def wilson(wins: int, n: int, confidence: float = 0.95) -> Interval:
    """The interval of the true share, by Wilson's score method (1927, JASA 22).

    Right on average over shares, and narrower than `exact_interval`: the one to show.
    """
    _check_counts(wins, n)
    if n == 0:
        return Interval(0.0, 1.0)
    z2 = _z(confidence) ** 2
    share = wins / n
    centre = share + z2 / (2 * n)
    reach = sqrt(z2 * share * (1 - share) / n + z2**2 / (4 * n**2))
    low, high = ((centre + side) / (1 + z2 / n) for side in (-reach, reach))
    return Interval(max(low, 0.0) if wins else 0.0, min(high, 1.0) if wins < n else 1.0)


def exact_interval(wins: int, n: int, confidence: float = 0.95) -> Interval:
    """The interval of the true share, with at least that confidence (Clopper & Pearson 1934).

    It leaves ½ out exactly when `sign_test` finds p < 1 - confidence.
    """
    _check_counts(wins, n)
    tail = (1 - _fraction(confidence, "A confidence")) / 2
    low = float(betaincinv(wins, n - wins + 1, tail)) if wins else 0.0
    high = float(betaincinv(wins + 1, n - wins, 1 - tail)) if wins < n else 1.0
    return Interval(low, high)


def abx_p(correct: int, n: int) -> float:
    """How often guessing gets as many right, or more."""
    _check_counts(correct, n)
    return float(bdtrc(correct - 1, n, 0.5)) if correct else 1.0


def correct_needed(n: int, alpha: float = 0.05) -> int | None:
    """The fewest right of n ABX trials with `abx_p` ≤ alpha; None if even n are too few."""
    _check_counts(0, n)
    _fraction(alpha, "A significance level")
    return next((k for k in range(n // 2, n + 1) if abx_p(k, n) <= alpha), None)


def power(share: float, n: int, alpha: float = 0.05) -> float:
    """How often n votes prove a true preference of `share`, by the sign test at `alpha`."""
    _check_counts(0, n)
    _fraction(alpha, "A significance level")
    if not 0 <= share <= 1:
        raise RequestError(f"A preference is a share from 0 to 1, not {share}.")
    return float(_power(share, np.array([n]), alpha)[0])


def votes_needed(share: float, power: float = 0.8, alpha: float = 0.05) -> int | None:
    """How many decisive votes prove a true preference of `share`; None above `MOST_VOTES`.

    From that number on power stays at least as high as asked; a few smaller numbers reach it too.
    """
    _fraction(power, "Power")
    _fraction(alpha, "A significance level")
    if not 0 <= share <= 1 or share == 0.5:
        raise RequestError(f"A preference is a share from 0 to 1 other than 0.5, not {share}.")
    share = max(share, 1 - share)
    reach = _z(1 - alpha) / 2 + float(ndtri(power)) * sqrt(share * (1 - share))
    times, plus = _SAWTOOTH
    horizon = times * (max(reach, 0.0) / (share - 0.5)) ** 2 + plus
    if horizon > times * MOST_VOTES + plus:
        return None
    enough = _power(share, np.arange(int(horizon) + 1), alpha) >= power
    assert enough[-1]
    needed = int(np.flatnonzero(~enough)[-1]) + 1
    return needed if needed <= MOST_VOTES else None


def provable_share(n: int, power: float = 0.8, alpha: float = 0.05) -> float | None:
    """The weakest preference (above ½) that n votes prove with that power; None if they prove none.

    "With 20 votes you can only prove preferences above 80 %."
    """
    _check_counts(0, n)
    _fraction(power, "Power")
    _fraction(alpha, "A significance level")
    if _critical(np.array([n]), alpha)[0] > n:
        return None

    def lack(share: float) -> float:
        return float(_power(share, np.array([n]), alpha)[0]) - power

    from scipy.optimize import brentq  # half a second that no first page should wait for

    return float(brentq(lack, 0.5, 1.0)) if lack(0.5) < 0 else 0.5


def _critical(n: Any, alpha: float) -> Any:
    """(k,) numbers of votes -> (k,) the fewest one way that are significant; n + 1 for none."""
    votes = np.ceil(bdtrik(1 - alpha / 2, n, 0.5))
    votes = np.where((votes > 0) & (bdtrc(votes - 1, n, 0.5) <= alpha / 2), votes - 1, votes)
    return np.where(n > 0, votes + 1, 1)


def _power(share: float, n: Any, alpha: float) -> Any:
    """(k,) numbers of votes -> (k,)"""
    critical = _critical(n, alpha)
    other_way = n - critical
    above = bdtrc(critical - 1, n, share)
    below = np.where(other_way >= 0, bdtr(np.maximum(other_way, 0), n, share), 0.0)
    return np.where(critical <= n, above + below, 0.0)


def _z(confidence: float) -> float:
    return float(ndtri(0.5 + _fraction(confidence, "A confidence") / 2))


def _check_counts(wins: int, n: int) -> None:
    if not 0 <= wins <= n:
        raise RequestError(f"{wins} of {n} votes cannot be: give 0 or more, and no more than all.")


def _fraction(value: float, what: str) -> float:
    if not 0 < value < 1:
        raise RequestError(f"{what} lies between 0 and 1, not at {value}.")
    return value

"""When to stop voting: a verdict that stays valid although it is read after every vote.

A test of a fixed length may be read once. Whoever reads the p-value after each vote and stops at
the first p < 0.05 finds a preference where there is none in a quarter of 100-vote tests. A
*confidence sequence* holds the true share in all its intervals at once, with probability 1 - α, so
it may be read after every vote, and voting may stop or go on for any reason.

Bet against a share p, one unit to begin with. After `wins` and `losses` the stake has become

    M(p) = ∫ Π (q/p)^wins ((1-q)/(1-p))^losses dBeta(q; a, a)
         = B(a + wins, a + losses) / (B(a, a) p^wins (1-p)^losses)

If p is the truth then each factor is 1 on average, M is a martingale, and it ever reaches 1/α with
probability at most α (Ville 1939). So the shares with M(p) < 1/α are a confidence sequence: the
beta-binomial mixture (Robbins 1970, Ann. Math. Statist. 41(5); Howard, Ramdas, McAuliffe & Sekhon
2021, Ann. Statist. 49(2)). log M is convex in p and least at wins / n: the set is an interval.

A tie is half a win and half a loss: x = ½ in (q/p)^x ((1-q)/(1-p))^(1-x). That function of x is
convex, so any vote x in [0, 1] of mean p gains at most 1 on average, as a coin of mean p does;
M stays a supermartingale and the bound holds (betting on bounded means: Waudby-Smith & Ramdas 2024,
JRSS B 86(1)). Two sequences are kept:

    share    of `first` among decisive votes. A preference is read off it: ties say nothing about
             who is better, only how seldom it matters
    balance  of all votes, a tie half. Equivalence is read off it: many ties are equivalence

Either claim is wrong with probability at most α. With a = 4 the bet is on shares within about
0.5 ± 0.3, the ones in doubt: it then takes about 180 votes for a share of 0.6, 45 for 0.7, 23 for
0.8 (half of all tests), and about 300 to find two equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import Any

from scipy.special import betaln, xlog1py, xlogy

from ...errors import RequestError
from .preference import Interval

MOST_MORE = 10_000  # votes; a test that needs more should stop
_SPREAD = 4.0  # a


@dataclass(frozen=True)
class Decision:
    """The verdict on the votes so far.

    kind: a key of `VERDICTS`.
    interval: where the share of `first` among decisive votes lies, at any time.
    balance: the same of all votes, a tie counted half for either.
    more: about how many more votes, in the proportions so far, until it is not "continue": 0 when
        it is not, None when not within `MOST_MORE`.
    """

    kind: str
    interval: Interval
    balance: Interval
    more: int | None


VERDICTS = {
    "prefer_first": "The first is preferred.",
    "prefer_second": "The second is preferred.",
    "equivalent": "No difference that matters.",
    "continue": "Not decided yet.",
}


def verdict(
    wins: int, losses: int, ties: int = 0, margin: float = 0.1, alpha: float = 0.05
) -> Decision:
    """The decision after these numbers of votes for the first, for the second, and ties.

    "equivalent" is a balance inside 0.5 ± margin for sure. A preference goes before: a small one
    proven is still a preference.
    """
    if min(wins, losses, ties) < 0:
        raise RequestError(f"Votes are counted from 0: {wins}, {losses} and {ties} cannot be.")
    if not (0 < margin < 0.5 and 0 < alpha < 1):
        raise RequestError(
            f"A margin lies between 0 and 0.5, not at {margin}; an error rate between 0 and 1, "
            f"not at {alpha}."
        )
    return Decision(
        _kind(wins, losses, ties, margin, alpha),
        confidence_sequence(wins, losses, alpha),
        confidence_sequence(wins + ties / 2, losses + ties / 2, alpha),
        _more(wins, losses, ties, margin, alpha),
    )


def confidence_sequence(wins: float, losses: float, alpha: float = 0.05) -> Interval:
    """The confidence sequence's interval after these votes; halves of votes are allowed."""
    if wins + losses == 0:
        return Interval(0.0, 1.0)

    def over(share: float) -> float:
        return float(log_stake(wins, losses, share)) + log(alpha)

    from scipy.optimize import brentq  # as in `preference`

    best = wins / (wins + losses)
    low = float(brentq(over, 1e-12, best)) if wins and over(1e-12) > 0 else 0.0
    high = float(brentq(over, best, 1 - 1e-12)) if losses and over(1 - 1e-12) > 0 else 1.0
    return Interval(low, high)


def log_stake(wins: Any, losses: Any, share: float) -> Any:
    """log M(share), of numbers or arrays of one shape; natural logarithm."""
    mixture = betaln(_SPREAD + wins, _SPREAD + losses) - betaln(_SPREAD, _SPREAD)
    return mixture - xlogy(wins, share) - xlog1py(losses, -share)


def _kind(wins: float, losses: float, ties: float, margin: float, alpha: float) -> str:
    refuted = -log(alpha)
    if wins != losses and log_stake(wins, losses, 0.5) >= refuted:
        return "prefer_first" if wins > losses else "prefer_second"
    first, second = wins + ties / 2, losses + ties / 2
    inside = abs(first - second) < 2 * margin * (first + second)
    if inside and all(
        log_stake(first, second, 0.5 + side) >= refuted for side in (-margin, margin)
    ):
        return "equivalent"
    return "continue"


def _more(wins: int, losses: int, ties: int, margin: float, alpha: float) -> int | None:
    """Bisection over how many votes are still to come; without any yet, as if even."""
    so_far = wins + losses + ties
    votes = (wins, losses, ties) if so_far else (1, 1, 0)

    def decided(more: int) -> bool:
        times = (so_far + more) / sum(votes)
        first, second, tied = (times * count for count in votes)
        return _kind(first, second, tied, margin, alpha) != "continue"

    if decided(0):
        return 0
    if not decided(MOST_MORE):
        return None
    short, enough = 0, MOST_MORE
    while enough - short > 1:
        middle = (short + enough) // 2
        short, enough = (short, middle) if decided(middle) else (middle, enough)
    return enough

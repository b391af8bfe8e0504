"""The strengths of all contestants from all votes at once: Davidson's model of paired votes.

Each contestant has a strength θ, and side A an advantage γ whoever is on it. A vote between i on
side A and j on side B depends on d = θ_i - θ_j + γ alone:

    P(first) = e^(d/2) / Z,   P(second) = e^(-d/2) / Z,   P(tie) = ν / Z

with Z the sum of the three. Put π = e^θ and multiply by √(π_i π_j e^γ): they go as
π_i e^γ : π_j : ν √(π_i π_j e^γ), which are Davidson's ties (1970, JASA 65): a tie is worth the
geometric mean of what the two sides are worth, the advantage of the side included. So it stays the
same model when the sides swap names and γ its sign.
Davidson & Beaver (1977, Biometrics 33) leave e^γ out of the tie, and there it does not: which side
bears the advantage then changes how often ties come. Among decisive votes P(first) is 1/(1 + e^-d),
Bradley & Terry's model (1952); equals tie in ν / (2 + ν) of their votes.

All three are linear in (θ, γ, log ν) up to log Z, so the log likelihood is concave and Newton's
method finds its one peak. A weak prior, given as votes that were never cast, keeps it finite:

    two games of each contestant against a phantom of θ = 0, one won and one lost: every strength is
        finite, undefeated ones and ones that share no opponent included
    two identical pairs, one for either side; half a tie and half a decision between equals

*Identical pairs* (first == second) detect listeners who do not pay attention. There d = γ, so the
decisive ones among them tell of the side. The ties among them tell how well sameness is heard,
not of ν, which is how often two different and equally good ones tie: they are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import exp, log

import numpy as np
from scipy.special import expit

from ...errors import RequestError
from .elo import SCALE, START

OUTCOMES = ("first", "second", "tie")
PHANTOM_GAMES = 2.0  # for each contestant, half of them won
_PEAKED = 1e-9  # of the log posterior
_MOST_STEPS = 100


@dataclass(frozen=True)
class Comparison:
    """One vote: `first` was on side A, `outcome` is one of `OUTCOMES`."""

    first: str
    second: str
    outcome: str
    listener: str
    text: str = ""

    def __post_init__(self) -> None:
        if self.outcome not in OUTCOMES:
            raise RequestError(f"A vote is for {', '.join(OUTCOMES)}, not {self.outcome!r}.")

    @property
    def identical(self) -> bool:
        return self.first == self.second


@dataclass(frozen=True)
class Fit:
    """Strengths that make the votes likeliest.

    ratings: 1500 + 400/ln 10 · θ by contestant, of mean 1500; 100 points more win 64 % of
        decisions.
    tie: how often equals are called a tie, 0 to 1.
    side_bias: how often the sound on side A wins a decision between equals; 0.5 is none.
    covariance: (contestants, contestants) of θ, in the order of `ratings`, by the curvature.
    """

    ratings: dict[str, float]
    tie: float
    side_bias: float
    covariance: np.ndarray = field(repr=False, compare=False)

    def chances(self, first: str, second: str) -> tuple[float, float, float]:
        """Of a win of the first, a tie, and a win of the second, the side left out."""
        ahead = exp((self.ratings[first] - self.ratings[second]) / SCALE / 2)
        tied = 2 * self.tie / (1 - self.tie)
        total = ahead + 1 / ahead + tied
        return ahead / total, tied / total, 1 / ahead / total


@dataclass(frozen=True)
class Votes:
    """Comparisons as numbers: P ordered pairs that met, of K contestants, in N comparisons.

    cell: (N,) 3 × pair + outcome, of an identical pair 3P + outcome.
    listener: (N,)
    """

    names: tuple[str, ...]
    first: np.ndarray  # (P,)
    second: np.ndarray  # (P,)
    cell: np.ndarray
    listener: np.ndarray

    def counts(self, weights: np.ndarray | None = None) -> np.ndarray:
        """Comparisons by pair and outcome, identical pairs in the last row -> (P + 1, 3)"""
        cells = 3 * (len(self.first) + 1)
        return np.bincount(self.cell, weights, minlength=cells).reshape(-1, 3).astype(float)


def fit(comparisons: Iterable[Comparison], contestants: Iterable[str] = ()) -> Fit:
    """Rate everyone on a comparison, and `contestants` that may not be on any yet."""
    votes = numbered(comparisons, contestants)
    peak, information = find_peak(votes, votes.counts())
    ratings = dict(zip(votes.names, ratings_at(peak).tolist(), strict=True))
    covariance = np.linalg.inv(information)[:-2, :-2]
    return Fit(ratings, tie_at(peak), float(expit(peak[-2])), covariance)


def numbered(comparisons: Iterable[Comparison], contestants: Iterable[str]) -> Votes:
    """Comparisons as numbers; `contestants` are among the K even if nobody met them."""
    comparisons = list(comparisons)
    met = {one for comparison in comparisons for one in (comparison.first, comparison.second)}
    names = tuple(sorted(met.union(contestants)))
    number = {name: at for at, name in enumerate(names)}
    pairs: dict[tuple[int, int], int] = {}
    listeners: dict[str, int] = {}
    rows, outcomes, heard_by = [], [], []
    for comparison in comparisons:
        pair = (number[comparison.first], number[comparison.second])
        rows.append(-1 if comparison.identical else pairs.setdefault(pair, len(pairs)))
        outcomes.append(OUTCOMES.index(comparison.outcome))
        heard_by.append(listeners.setdefault(comparison.listener, len(listeners)))
    row = np.array(rows, dtype=int)
    row[row < 0] = len(pairs)
    first, second = np.array(list(pairs), dtype=int).reshape(-1, 2).T
    return Votes(names, first, second, 3 * row + np.array(outcomes, int), np.array(heard_by, int))


def find_peak(
    votes: Votes, counts: np.ndarray, start: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Newton's method -> (K + 2,) θ, γ, log ν and the (K + 2, K + 2) information there.

    Begun at `start`, or with all equal, no side better and a tie as likely as either win.
    """
    at = np.zeros(len(votes.names) + 2) if start is None else start
    height, slope, information = _posterior(votes, counts, at)
    for _ in range(_MOST_STEPS):
        step = np.linalg.solve(information, slope)
        rise = float(slope @ step)
        if rise < _PEAKED:
            return at, information
        # A full step may fall short on the far side of the peak; a shorter one rises.
        while True:
            ahead = _posterior(votes, counts, at + step)
            if ahead[0] >= height or np.abs(step).max() < _PEAKED:
                break
            step = step / 2
        at, (height, slope, information) = at + step, ahead
    raise AssertionError("a concave function has a peak")


def _posterior(
    votes: Votes, counts: np.ndarray, at: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """Log posterior at (θ, γ, log ν), its gradient (K + 2,), its negative Hessian (K + 2, K + 2).

    One vote has the sufficient statistics (s, t): s = ½ for the first, -½ for the second, and t = 1
    for a tie. The gradient is what was counted of them less what is expected, the information their
    covariance times the votes.
    """
    strengths, side, log_tie = at[:-2], at[-2], at[-1]
    won, lost, tied = counts[:-1].T
    n = won + lost + tied

    ahead = strengths[votes.first] - strengths[votes.second] + side
    log_total = np.logaddexp(np.logaddexp(ahead / 2, -ahead / 2), log_tie)
    first, second = np.exp(ahead / 2 - log_total), np.exp(-ahead / 2 - log_total)
    tie = np.exp(log_tie - log_total)
    lead = (first - second) / 2  # E s

    height = float((won - lost) @ ahead / 2 + tied.sum() * log_tie - n @ log_total)
    slope = _scattered(votes, (won - lost) / 2 - n * lead)
    slope[-1] = (tied - n * tie).sum()

    spread = n * ((first + second) / 4 - lead**2)  # var s
    shared = -n * lead * tie  # cov(s, t)
    information = np.zeros((len(at), len(at)))
    _add_spread(information, votes, spread)
    information[:-1, -1] = information[-1, :-1] = _scattered(votes, shared)[:-1]
    information[-1, -1] = (n * tie * (1 - tie)).sum()
    return _with_phantoms(height, slope, information, counts[-1], at)


def _with_phantoms(
    height: float, slope: np.ndarray, information: np.ndarray, identical: np.ndarray, at: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """The votes never cast, and the decisive ones between identical sounds."""
    size = len(at)
    won = np.full(size, PHANTOM_GAMES / 2)
    games = np.full(size, PHANTOM_GAMES)
    # γ: a decision between identical sounds.
    won[-2] = 1 + identical[0]
    games[-2] = 2 + identical[0] + identical[1]
    # log ν: a tie between equals, odds ν to 2.
    won[-1], games[-1] = 0.5, 1.0
    odds = at - np.where(np.arange(size) == size - 1, log(2), 0.0)
    chance = expit(odds)
    height += float(won @ odds - games @ np.logaddexp(0, odds))
    slope = slope + won - games * chance
    information = information + np.diag(games * chance * (1 - chance))
    return height, slope, information


def _scattered(votes: Votes, values: np.ndarray) -> np.ndarray:
    """A gradient by d of each pair (P,) -> by θ and γ (K + 2,)"""
    contestants = len(votes.names)
    scattered = np.zeros(contestants + 2)
    scattered[:-2] = np.bincount(votes.first, values, contestants)
    scattered[:-2] -= np.bincount(votes.second, values, contestants)
    scattered[-2] = values.sum()
    return scattered


def _add_spread(information: np.ndarray, votes: Votes, spread: np.ndarray) -> None:
    """Σ spread · x xᵀ, where x is 1 at the first, -1 at the second and 1 at γ"""
    k = len(votes.names)
    met = np.bincount(votes.first * k + votes.second, spread, k * k).reshape(k, k)
    information[:k, :k] = np.diag(met.sum(axis=0) + met.sum(axis=1)) - met - met.T
    information[:-1, k] = information[k, :-1] = _scattered(votes, spread)[:-1]


def ratings_at(at: np.ndarray) -> np.ndarray:
    """(K + 2,) -> (K,) points"""
    strengths = at[:-2]
    return START + SCALE * (strengths - (strengths.mean() if len(strengths) else 0.0))


def tie_at(at: np.ndarray) -> float:
    return float(expit(at[-1] - log(2)))

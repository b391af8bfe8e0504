"""The uncertainty of the strengths of `davidson`: intervals of each rating and of the side bias.

Intervals combine two estimates of the error of a rating. Refits to listeners drawn with
replacement (the cluster bootstrap: Davison & Hinkley 1997, 3.8) show how much it depends on who
happened to vote; but they show no uncertainty for pairs without votes, nor for three wins of three.
The curvature of the peak shows that. On each side the wider of both bounds is used.
"""

from __future__ import annotations

import numpy as np
from scipy.special import expit, ndtri

from .davidson import Votes, find_peak, ratings_at
from .elo import SCALE

FEWEST_LISTENERS = 5  # for the bootstrap: with fewer, samples repeat too often
_TAILS = (0.025, 0.975)


def units_of(votes: Votes) -> tuple[np.ndarray, str]:
    """The units that are drawn with replacement: (N,) the unit of each comparison."""
    if len(set(votes.listener.tolist())) < FEWEST_LISTENERS:
        return np.arange(len(votes.cell)), "comparisons"
    return votes.listener, "listeners"


def refit_often(
    votes: Votes, units: np.ndarray, peak: np.ndarray, resamples: int, rng: np.random.Generator
) -> np.ndarray:
    """-> (resamples, K + 1): ratings and side bias, each refit begun at the peak."""
    found = np.empty((resamples, len(peak) - 1))
    count = len(np.unique(units))
    if count == 0:
        return found[:0]
    for row in found:
        times = np.bincount(rng.integers(count, size=count), minlength=count)
        refit, _ = find_peak(votes, votes.counts(times[units].astype(float)), peak)
        row[:-1], row[-1] = ratings_at(refit), expit(refit[-2])
    return found


def widest_bounds(
    peak: np.ndarray, information: np.ndarray, drawn: np.ndarray
) -> tuple[list[float], list[float]]:
    """95 % bounds of each rating and of the side bias: the outer of refits and curvature."""
    covariance = np.linalg.inv(information)
    k = len(peak) - 2
    centred = np.eye(k) - 1 / max(k, 1)
    variances = np.diag(centred @ covariance[:k, :k] @ centred)
    reach = -float(ndtri(_TAILS[0])) * np.sqrt(np.append(variances, covariance[k, k]))
    bounds = []
    for side, tail, outer in [(-1, _TAILS[0], np.minimum), (1, _TAILS[1], np.maximum)]:
        curved = np.append(
            ratings_at(peak) + side * SCALE * reach[:-1], expit(peak[k] + side * reach[-1])
        )
        refitted = np.quantile(drawn, tail, axis=0) if len(drawn) else curved
        bounds.append(outer(curved, refitted).tolist())
    return bounds[0], bounds[1]

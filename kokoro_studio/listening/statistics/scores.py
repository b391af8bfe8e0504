"""Scores from 0 to 100 for several sounds side by side, without a reference (ITU-R BS.2132).

There is no hidden reference to check a listener with. Screening checks instead whether a repeated
sound gets a similar score, whether the anchor is rated worst, whether scores differ at all, and
whether they correlate with those of others. Each listener that is left out is named, with the
reason.

A listener counts once, however many sheets they fill: scores are averaged by listener first, and
the intervals tell what other listeners would say. With a single listener the trials take that
place, and the result is about that listener's taste. "Units" below are listeners or trials.

    mean        x̄ ± t_{n-1} s / √n of the units' means. t, not the bootstrap: with a handful of
                listeners percentiles of resampled means are far too narrow
    difference  the same of each unit's own difference of two contestants
    p           Wilcoxon's signed ranks (1945, Biometrics Bulletin 1(6)). With no difference each
                sign is a coin, so the sum of the ranks with a plus is Σ r_i B_i, B_i = 0 or 1. Its
                distribution is computed exactly, with tied ranks. Of many pairs some differ by
                chance: corrected by Holm (1979, Scand. J. Stat. 6(2))

Fewer than 6 units can show no difference at all (2 / 2^5 > 0.05), and with many pairs more are
needed: 10 for all of six contestants' 15.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

import numpy as np
from scipy.special import ndtr, stdtrit

from ...errors import RequestError

LEAST, MOST = 0.0, 100.0
ANCHOR_SLIPS = 0.15  # of sheets, as BS.1534 has it for its anchor and reference
APART = 20.0  # points on average, between the first time and the next
PANEL = 4  # listeners, from which on one is compared with the others
PANEL_CELLS = 12  # scores of the same sounds; fewer correlate by chance
PANEL_CORRELATION = 0.2
COUNTED_OUT = 100  # units; with more, the normal approximation is used


@dataclass(frozen=True)
class Sheet:
    """A listener's scores in one trial; the same trial twice is a repetition.

    scores: 0 to 100 by contestant.
    """

    listener: str
    trial: str
    scores: Mapping[str, float]

    def __post_init__(self) -> None:
        for contestant, score in self.scores.items():
            if not LEAST <= score <= MOST:  # refuses NaN too
                raise RequestError(f"Scores go from 0 to 100; {contestant} was given {score}.")

    @property
    def flat(self) -> bool:
        return len(self.scores) > 1 and len(set(self.scores.values())) == 1


@dataclass(frozen=True)
class Screening:
    """kept: the sheets that stand. excluded: why the others do not, in words, by listener."""

    kept: tuple[Sheet, ...]
    excluded: dict[str, str]


@dataclass(frozen=True)
class Score:
    """mean: of the units' means; low, high: its 95 % interval; n: scores; units: what they are of.

    With one unit the interval is the whole scale.
    """

    contestant: str
    mean: float
    low: float
    high: float
    median: float
    n: int
    units: int
    unit: str  # "listener" or "trial"


@dataclass(frozen=True)
class Difference:
    """`first` has the higher mean; by `difference` points among `units` that heard both.

    low, high: 95 % interval of this difference, taken alone.
    p: after Holm's correction for all pairs. p_alone: before it.
    """

    first: str
    second: str
    difference: float
    low: float
    high: float
    p: float
    p_alone: float
    units: int


def screen(sheets: Iterable[Sheet], anchors: Collection[str] = ()) -> Screening:
    """Leave out listeners who did not pay attention; returns the reasons too.

    Different taste is no fault: listeners who disagree with the others are named and may be kept.
    """
    sheets = list(sheets)
    by_listener: dict[str, list[Sheet]] = defaultdict(list)
    for sheet in sheets:
        by_listener[sheet.listener].append(sheet)
    excluded = {}
    for listener, own in by_listener.items():
        reasons = [_unsteady(own), _anchor_missed(own, anchors), _undecided(own)]
        if any(reasons):
            excluded[listener] = "; ".join(filter(None, reasons))
    panel = [sheet for sheet in sheets if sheet.listener not in excluded]
    excluded |= _against_the_panel(panel)
    return Screening(tuple(sheet for sheet in sheets if sheet.listener not in excluded), excluded)


def summarise(sheets: Iterable[Sheet]) -> list[Score]:
    """Means with intervals, highest first."""
    sheets = list(sheets)
    unit, table = _by_unit(sheets)
    given: dict[str, list[float]] = defaultdict(list)
    for sheet in sheets:
        for contestant, score in sheet.scores.items():
            given[contestant].append(score)
    scores = []
    for contestant, all_scores in given.items():
        means = [means[contestant] for means in table if contestant in means]
        mean, reach = _t_interval(means)
        scores.append(
            Score(
                contestant, mean, max(mean - reach, LEAST), min(mean + reach, MOST),
                float(np.median(all_scores)), len(all_scores), len(means), unit,
            )
        )  # fmt: skip
    return sorted(scores, key=lambda score: (-score.mean, score.contestant))


def compare(sheets: Iterable[Sheet]) -> list[Difference]:
    """Every pair that at least one unit has heard, the most certain difference first."""
    sheets = list(sheets)
    _, table = _by_unit(sheets)
    found = []
    for one, other in combinations(sorted({one for means in table for one in means}), 2):
        gaps = [means[one] - means[other] for means in table if one in means and other in means]
        if gaps:
            mean, reach = _t_interval(gaps)
            names, mean = ((one, other), mean) if mean >= 0 else ((other, one), -mean)
            found.append((names, mean, reach, signed_rank(gaps), len(gaps)))
    found.sort(key=lambda each: (each[3], -each[1], each[0]))
    corrected = holm([p for _, _, _, p, _ in found])
    return [
        Difference(
            *names, mean, max(mean - reach, -MOST), min(mean + reach, MOST), p, p_alone, units
        )
        for (names, mean, reach, p_alone, units), p in zip(found, corrected, strict=True)
    ]


def signed_rank(differences: Sequence[float]) -> float:
    """Two-sided p-value of paired differences against none; zeros are left out."""
    gaps = np.round(np.asarray(differences, dtype=float), 9)
    gaps = gaps[gaps != 0]
    if not len(gaps):
        return 1.0
    from scipy.stats import rankdata  # imported here: it takes a third of a second

    ranks = rankdata(abs(gaps))
    above = float(ranks[gaps > 0].sum())
    if len(gaps) > COUNTED_OUT:
        z = (above - ranks.sum() / 2) / sqrt((ranks**2).sum() / 4)
        return float(2 * ndtr(-abs(z)))
    chances = np.ones(1)  # of each sum; in half ranks, for tied ones
    for rank in (2 * ranks).astype(int):
        chances = np.pad(chances, (0, rank)) / 2 + np.pad(chances, (rank, 0)) / 2
    at = round(2 * above)
    return min(1.0, 2 * min(float(chances[: at + 1].sum()), float(chances[at:].sum())))


def holm(p_values: Sequence[float]) -> list[float]:
    """Corrected so that among all that are ≤ α a single false one is as rare as α."""
    corrected, highest = [0.0] * len(p_values), 0.0
    ascending = sorted(range(len(p_values)), key=p_values.__getitem__)
    for passed, at in enumerate(ascending):
        highest = max(highest, min(1.0, (len(p_values) - passed) * p_values[at]))
        corrected[at] = highest
    return corrected


def _by_unit(sheets: list[Sheet]) -> tuple[str, list[dict[str, float]]]:
    """The units, and the mean score of each contestant by each of them."""
    unit = "listener" if len({sheet.listener for sheet in sheets}) > 1 else "trial"
    given: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for sheet in sheets:
        for contestant, score in sheet.scores.items():
            given[getattr(sheet, unit)][contestant].append(score)
    return unit, [
        {contestant: float(np.mean(scores)) for contestant, scores in each.items()}
        for each in given.values()
    ]


def _t_interval(values: Sequence[float]) -> tuple[float, float]:
    """Mean, and how far its 95 % interval reaches; all the way for a single value."""
    mean = float(np.mean(values))
    if len(values) < 2:
        return mean, 2 * MOST
    error = float(np.std(values, ddof=1)) / sqrt(len(values))
    return mean, float(stdtrit(len(values) - 1, 0.975)) * error


def _unsteady(own: list[Sheet]) -> str:
    earlier: dict[str, Sheet] = {}
    gaps = []
    for sheet in own:
        before = earlier.setdefault(sheet.trial, sheet)
        if before is not sheet:
            both = before.scores.keys() & sheet.scores.keys()
            gaps += [abs(before.scores[one] - sheet.scores[one]) for one in both]
    if not gaps or np.mean(gaps) <= APART:
        return ""
    return (
        f"scores of the same sounds differed by {np.mean(gaps):.0f} points on average when they "
        f"came again ({APART:.0f} or less is steady)"
    )


def _anchor_missed(own: list[Sheet], anchors: Collection[str]) -> str:
    slips = []
    for sheet in own:
        anchored = [score for one, score in sheet.scores.items() if one in anchors]
        others = [score for one, score in sheet.scores.items() if one not in anchors]
        if anchored and others:
            slips.append(max(anchored) > np.median(others))
    if not slips or np.mean(slips) <= ANCHOR_SLIPS:
        return ""
    return (
        f"the robot voice had a better score than half of the others or more in {sum(slips)} of "
        f"{len(slips)} trials (with close listening that happens in {ANCHOR_SLIPS:.0%} at most)"
    )


def _undecided(own: list[Sheet]) -> str:
    if len(own) < 2 or not all(sheet.flat for sheet in own):
        return ""
    return f"everyone had the same score in each of {len(own)} trials"


def _against_the_panel(sheets: list[Sheet]) -> dict[str, str]:
    """Listeners who disagree, farthest first; each is taken out of the mean before the next."""
    cells: dict[str, dict[tuple[str, str], float]] = {}
    for listener in dict.fromkeys(sheet.listener for sheet in sheets):
        given: dict[tuple[str, str], list[float]] = defaultdict(list)
        for sheet in sheets:
            if sheet.listener == listener:
                for contestant, score in sheet.scores.items():
                    given[sheet.trial, contestant].append(score)
        cells[listener] = {cell: float(np.mean(scores)) for cell, scores in given.items()}
    excluded = {}
    while len(cells) >= PANEL:
        agreement = {listener: _agreement(listener, cells) for listener in cells}
        farthest = min(agreement, key=agreement.__getitem__)
        if agreement[farthest] >= PANEL_CORRELATION:
            break
        excluded[farthest] = (
            f"scores hardly agree with those of the other listeners: their correlation is "
            f"{agreement[farthest]:.2f}, and {PANEL_CORRELATION:.2f} is the least"
        )
        del cells[farthest]
    return excluded


def _agreement(listener: str, cells: dict[str, dict[tuple[str, str], float]]) -> float:
    """Correlation with the others' mean over the sounds that both scored; 1 if it is unknown."""
    others: dict[tuple[str, str], list[float]] = defaultdict(list)
    for other, given in cells.items():
        if other != listener:
            for cell, score in given.items():
                others[cell].append(score)
    shared = [cell for cell in cells[listener] if cell in others]
    ours = np.array([cells[listener][cell] for cell in shared])
    theirs = np.array([np.mean(others[cell]) for cell in shared])
    if len(shared) < PANEL_CELLS or not ours.std() or not theirs.std():
        return 1.0
    return float(np.corrcoef(ours, theirs)[0, 1])

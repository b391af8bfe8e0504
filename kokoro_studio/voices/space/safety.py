"""The distance of a blend from the released voices, known before anything is rendered.

Each half of the style is looked at as a point x in 128 dimensions. Its distance to the convex hull
of the released voices v_i is

    min |Σ w_i v_i - x|  over  w_i ≥ 0, Σ w_i = 1

in steps: one step is how far a released voice usually is from its nearest neighbour. Every straight
mix without subtraction is at 0. The model was not trained on styles outside; `docs/mixing.md`
measures the speech there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import torch
from torch import Tensor

from ..mixing.blend import Blend
from ..shape import HALVES
from .typical import released_points, typical_of

# The least distance in steps, and strength beyond the released range, at which each level begins.
LEVELS = {"inside": 0.0, "edge": 0.35, "outside": 0.95, "far": 1.1}
_EXPECT = {
    "inside": "Within the released voices: it will speak as cleanly as they do.",
    "edge": "At the edge of the released voices: a colour of its own, still clean.",
    "outside": "Outside the released voices: listen closely, words or tone may suffer.",
    "far": "Far from every released voice: expect noise, slurred words or a broken rhythm.",
}
_HEAVY = 1e4  # beside offsets of about 1: the sum is within 1e-7 of 1 before it is set to it
_MOST_STEPS = 30  # for each corner; a tenth of it is enough as a rule


@dataclass(frozen=True)
class HalfSafety:
    hull_distance: float  # steps outside the hull; 0 is inside
    norm_ratio: float  # length of the style to the released voices' mean length
    level: str  # a key of LEVELS


@dataclass(frozen=True)
class Safety:
    timbre: HalfSafety
    delivery: HalfSafety
    level: str  # the worse of the two
    sentence: str


def judge(blend: Blend) -> Safety:
    """How safe a blend is to use; a morph is judged where it is worst."""
    points = {"timbre": typical_of(blend), "delivery": _deliveries(blend)}
    halves = {half: _worst(points[half][:, part], half) for half, part in HALVES.items()}
    worse = max(halves, key=lambda half: halves[half].hull_distance)
    level = max((half.level for half in halves.values()), key=list(LEVELS).index)
    sentence = _EXPECT[level]
    if level in ("outside", "far"):
        sentence += f" It is the {worse} that lies outside: subtract less there."
    return Safety(halves["timbre"], halves["delivery"], level, sentence)


def _deliveries(blend: Blend) -> Tensor:
    """A point for each delivery before its pitch is moved, and for each that it is moved to.

    With another voice's pitch a style leaves the hull along the one direction that changes only the
    pitch, and speaks as cleanly. So both pitches are judged, each at its own voice.
    """
    seen = [replace(stage, pitch=()) for stage in blend.stages]
    seen += [
        replace(stage, delivery=stage.pitch, pitch=()) for stage in blend.stages if stage.pitch
    ]
    return torch.cat([typical_of(stage) for stage in seen])


def _worst(points: Tensor, half: str) -> HalfSafety:
    released, step, length = _ground(half)
    distances = [hull_distance(point, released) / step for point in points]
    lengths = [float(point.norm()) / length for point in points]
    worst = max(range(len(points)), key=distances.__getitem__)
    return HalfSafety(distances[worst], lengths[worst], _level(distances[worst]))


def _level(distance: float) -> str:
    return [name for name, begins in LEVELS.items() if distance >= begins][-1]


@cache
def _ground(half: str) -> tuple[Tensor, float, float]:
    """The released voices' points, one step, and their mean length."""
    points = released_points()[:, HALVES[half]]
    apart = torch.cdist(points, points).fill_diagonal_(torch.inf)
    return points, float(apart.min(dim=1).values.median()), float(points.norm(dim=1).mean())


def hull_distance(point: Tensor, corners: Tensor) -> float:
    """Distance of a point (S,) to the convex hull of corners (n, S).

    Least squares over weights that are not negative (Lawson & Hanson 1974, chapter 23). One more
    row, which outweighs all others, brings their sum to 1.
    """
    from scipy.optimize import nnls  # not for the first page: it takes a sixth of a second

    offsets = (corners - point).double().numpy()
    rows = np.vstack((offsets.T, np.full(len(offsets), _HEAVY)))
    goal = np.append(np.zeros(offsets.shape[1]), _HEAVY)
    weights, _ = nnls(rows, goal, maxiter=_MOST_STEPS * len(offsets))
    return float(np.linalg.norm(weights / weights.sum() @ offsets))

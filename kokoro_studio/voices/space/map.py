"""Maps of the voices: every voice and every blend as a point of a plane.

The plane is that of the two directions in which the released voices differ most (principal
components). It is a straight projection, so a straight mix lies between its parents by weight.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from ...errors import VoiceError
from ..library.catalogue import VOICES
from ..library.finding import all_voices
from ..library.packs import load_pack
from ..mixing.blend import Blend, Weights
from ..shape import HALVES
from .typical import released_points, typical, typical_of

SPACES: Mapping[str, str] = {
    "both": "Both",
    "timbre": "Timbre: who speaks",
    "delivery": "Delivery: how they speak",
}
_FLAT = 1e-6  # twice the area below which a triangle is a line
_DECIMALS = 3

Plane = npt.NDArray[np.float64]


class MapPoint(NamedTuple):
    voice: str
    x: float
    y: float


@dataclass(frozen=True)
class _Projection:
    centre: Tensor  # (256,)
    axes: Tensor  # (256, 2)

    def __call__(self, points: Tensor) -> Plane:
        """(n, 256) -> (n, 2)"""
        projected: Plane = ((points - self.centre) @ self.axes).numpy()
        return projected


@cache
def _projection(space: str) -> _Projection:
    points = released_points()
    centre = points.mean(dim=0)
    # Each half is scaled by its own spread, so that both count alike.
    scale = torch.zeros(points.shape[1], dtype=points.dtype)
    for half, part in HALVES.items():
        if space in (half, "both"):
            scale[part] = 1 / (points - centre)[:, part].square().sum(dim=1).mean().sqrt()
    _, _, directions = torch.linalg.svd((points - centre) * scale, full_matrices=False)
    axes = directions[:2].T
    flip = torch.sign(axes[axes.abs().argmax(dim=0), torch.arange(2)])  # same map on any machine
    return _Projection(centre, scale[:, None] * axes * flip)


def places(space: str) -> tuple[MapPoint, ...]:
    """The place of every voice, released and own."""
    found = _spots(space)
    own = [voice for voice in all_voices() if voice not in VOICES]
    if own:
        own_points = [typical(load_pack(voice)) for voice in own]
        found = np.concatenate((found, _projection(space)(torch.stack(own_points))))
    return tuple(
        MapPoint(voice, float(x), float(y))
        for voice, (x, y) in zip([*VOICES, *own], found, strict=True)
    )


def locate(blend: Blend, space: str) -> tuple[tuple[float, float], ...]:
    """The place of a blend: one point, or one for each stage of a morph."""
    return tuple((float(x), float(y)) for x, y in _projection(space)(typical_of(blend)))


def weights_at(x: float, y: float, space: str) -> Weights:
    """One to three released voices whose straight mix lands at a spot of the map.

    They are the corners of the smallest triangle around it, by the sum of their distances to the
    spot; outside all triangles the nearest spot between two voices is taken.
    """
    voices, target = list(VOICES), np.array([x, y])
    if not np.isfinite(target).all():
        raise VoiceError("That is not a spot of the map; click on the map itself.")
    corners, shares = _shares_inside(target, space) or _shares_between(target, space)
    rounded = (
        (voices[i], round(float(s), _DECIMALS)) for i, s in zip(corners, shares, strict=True)
    )
    return tuple((voice, share) for voice, share in rounded if share > 0)


_Shares = tuple[list[int], list[float]]


def _shares_inside(target: Plane, space: str) -> _Shares | None:
    triples, inverses = _triangles(space)
    spots = _spots(space)
    others = np.einsum("tij,tj->ti", inverses, target - spots[triples[:, 0]])
    shares = np.column_stack((1 - others.sum(axis=1), others))
    around = (shares >= 0).all(axis=1)
    if not around.any():
        return None
    reach = np.linalg.norm(spots - target, axis=1)[triples].sum(axis=1)
    best = int(np.where(around, reach, np.inf).argmin())
    return triples[best].tolist(), shares[best].tolist()


def _shares_between(target: Plane, space: str) -> _Shares:
    spots = _spots(space)
    pairs = np.array(list(combinations(range(len(spots)), 2)))
    start, way = spots[pairs[:, 0]], spots[pairs[:, 1]] - spots[pairs[:, 0]]
    along = ((target - start) * way).sum(axis=1) / (way**2).sum(axis=1)
    along = along.clip(0, 1)
    best = int(np.linalg.norm(start + along[:, None] * way - target, axis=1).argmin())
    return pairs[best].tolist(), [1 - along[best], along[best]]


@cache
def _spots(space: str) -> Plane:
    return _projection(space)(released_points())


@cache
def _triangles(space: str) -> tuple[npt.NDArray[np.int64], Plane]:
    """Every three voices, with the matrix from a spot, relative to the first, to shares."""
    spots = _spots(space)
    triples = np.array(list(combinations(range(len(spots)), 3)))
    a, b, c = (spots[triples[:, corner]] for corner in range(3))
    sides = np.stack((b - a, c - a), axis=2)
    sound = np.abs(np.linalg.det(sides)) > _FLAT
    return triples[sound], np.linalg.inv(sides[sound])

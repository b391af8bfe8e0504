"""Methods to mix the styles of several voices, for each row and each half separately.

With weights w_i > 0 that sum to 1, weights k_j of the voices that are subtracted, and P the mix of
those that are not:

    lerp    P + Σ k_j (P - v_j),  P = Σ w_i v_i
    nlerp   the same direction, as long as its parents on average: Σ w_i |v_i|
    slerp   P is the spherical mean, the point of the sphere where Σ w_i log_P(v_i) = 0
            (Buss & Fillmore 2001, ACM Trans. Graphics 20(2)); for two voices that is the great
            circle between them (Shoemake 1985). Subtracting walks on beyond P, away from v_j:
            exp_P(-Σ k_j log_P(v_j)). As long as its parents on average.
    raw     Σ w_i v_i with the weights as they are written, whatever they sum to

A difference of styles is longer than both, by half for 0.5 of another speaker, and a style longer
than that of any released voice sounds strained. So subtracting changes the direction of a style and
keeps its length, except with `raw`. The length is set as soon as anything is subtracted: of several
voices, even a tiny subtraction makes the mix as long as `nlerp` does.

exp_P and log_P are the exponential map of the unit sphere at P and its inverse: log_P(v) is the
direction from P to v along the great circle, as long as the angle between them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

_TINY = 1e-12
_SETTLED = 1e-12  # radians
_MOST_STEPS = 100

Combine = Callable[[Tensor, Tensor], Tensor]


@dataclass(frozen=True)
class Method:
    """`combine`: (n, rows, S) styles and (n,) weights, both float64 -> (rows, S)."""

    name: str
    label: str
    words: str
    combine: Combine
    normalised: bool = True  # positive weights are brought to a sum of 1
    straight: bool = True  # the way from one stage of a morph to the next is a straight line


def _column(weights: Tensor) -> Tensor:
    return weights.view(-1, 1, 1)


def _raw(styles: Tensor, weights: Tensor) -> Tensor:
    return (_column(weights) * styles).sum(dim=0)


def _lerp(styles: Tensor, weights: Tensor) -> Tensor:
    return (_nlerp if (weights < 0).any() else _line)(styles, weights)


def _line(styles: Tensor, weights: Tensor) -> Tensor:
    pushed = weights.clamp(max=0)
    drawn = weights.clamp(min=0)
    return _raw(styles, drawn / drawn.sum() * (1 - pushed.sum()) + pushed)


def _parent_length(styles: Tensor, weights: Tensor) -> Tensor:
    """(rows, 1): the weighted mean length of the voices that are not subtracted"""
    drawn = weights.clamp(min=0)
    return _raw(styles.norm(dim=-1, keepdim=True), drawn / drawn.sum())


def _unit(x: Tensor) -> Tensor:
    length: Tensor = x.norm(dim=-1, keepdim=True).clamp(min=_TINY)
    return x / length


def _nlerp(styles: Tensor, weights: Tensor) -> Tensor:
    return _unit(_line(styles, weights)) * _parent_length(styles, weights)


def _slerp(styles: Tensor, weights: Tensor) -> Tensor:
    drawn = weights.clamp(min=0)
    points = _unit(styles)
    mean = _unit(_raw(points, drawn))
    for _ in range(_MOST_STEPS):
        step = _raw(_log(mean, points), drawn / drawn.sum())
        mean = _exp(mean, step)
        if step.norm(dim=-1).max() < _SETTLED:
            break
    if (weights < 0).any():
        mean = _exp(mean, _raw(_log(mean, points), weights.clamp(max=0)))
    return mean * _parent_length(styles, weights)


def _log(base: Tensor, points: Tensor) -> Tensor:
    """(rows, S), (n, rows, S) on the unit sphere -> (n, rows, S) tangents at `base`"""
    cosine = (base * points).sum(dim=-1, keepdim=True)
    across = points - cosine * base
    sine: Tensor = across.norm(dim=-1, keepdim=True)
    return across / sine.clamp(min=_TINY) * torch.atan2(sine, cosine)


def _exp(base: Tensor, tangent: Tensor) -> Tensor:
    """The point reached from `base` by walking along `tangent` for its length"""
    angle = tangent.norm(dim=-1, keepdim=True)
    return _unit(base * angle.cos() + tangent / angle.clamp(min=_TINY) * angle.sin())


METHODS: Mapping[str, Method] = {
    method.name: method
    for method in (
        Method(
            "lerp",
            "Straight",
            "The average of the voices. Voices that differ much come out a little weaker.",
            _lerp,
        ),
        Method(
            "nlerp",
            "Straight, full strength",
            "The average, brought back to the full strength of the voices in it.",
            _nlerp,
            straight=False,
        ),
        Method(
            "slerp",
            "Arc",
            "Turns from one voice to the other along an arc, at full strength all the way.",
            _slerp,
            straight=False,
        ),
        Method(
            "raw",
            "As written",
            "The numbers of the formula as they stand: above 1 in all, the voice is exaggerated.",
            _raw,
            normalised=False,
        ),
    )
}

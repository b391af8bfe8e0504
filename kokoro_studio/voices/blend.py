"""A mix of voices: weights for timbre, weights for delivery, and the style they make.

A half of the style is an affine sum: the positive weights add up to 1, and a voice with weight -k
is pushed away from by k:

    style = P + Σ k_j (P - v_j),   P = Σ w_i v_i,   Σ w_i = 1

so the coefficients always sum to 1 and subtracting never shrinks what is left.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import torch
from torch import Tensor

from .packs import ROWS, TIMBRE, load_pack

_DECIMALS = 4
_ROUNDING = 0.005

Weights = tuple[tuple[str, float], ...]  # (voice id, weight)


class Style(NamedTuple):
    """What the model is given for one utterance."""

    timbre: Tensor  # (128,) for the decoder
    delivery: Tensor  # (128,) for the predictor


@dataclass(frozen=True)
class Blend:
    """Which voices, how much of each. Made by `parse_formula`; `str()` is the canonical formula."""

    timbre: Weights
    delivery: Weights

    @classmethod
    def of(cls, timbre: Weights, delivery: Weights | None = None) -> Blend:
        """Weights of any scale: merged by voice, the positive ones normalised to 1."""
        timbre = _normalised(timbre)
        return cls(timbre, timbre if delivery is None else _normalised(delivery))

    @property
    def voices(self) -> tuple[str, ...]:
        """Every voice once, timbre's first."""
        return tuple(dict.fromkeys(voice for voice, _ in (*self.timbre, *self.delivery)))

    @property
    def language(self) -> str:
        """The first voice's language letter."""
        return self.timbre[0][0][0]

    def __str__(self) -> str:
        return format_blend(self)


@lru_cache(maxsize=32)
def mix(blend: Blend) -> Tensor:
    """The blend as a pack of its own, (510, 256). One voice alone is that voice, bit for bit.

    Shared between callers: do not write into it.
    """
    return torch.cat(
        (
            _weighted(blend.timbre, slice(None, TIMBRE)),
            _weighted(blend.delivery, slice(TIMBRE, None)),
        ),
        dim=1,
    )


def style_for(pack: Tensor, phoneme_count: int) -> Style:
    """The row for an utterance of that many phonemes, 1 to 510."""
    row = pack[min(max(phoneme_count, 1), ROWS) - 1]
    return Style(row[:TIMBRE], row[TIMBRE:])


def _weighted(weights: Weights, half: slice) -> Tensor:
    if len(weights) == 1:
        return load_pack(weights[0][0])[:, half]
    pushed = 1 + math.fsum(-weight for _, weight in weights if weight < 0)
    positive = math.fsum(weight for _, weight in weights if weight > 0)  # 1 but for rounding
    # Sorted, in float64, and summed exactly: the same voices in another order make the same bits.
    total = torch.zeros(ROWS, 1, dtype=torch.float64)
    for voice, weight in sorted(weights):
        factor = weight * pushed / positive if weight > 0 else weight
        total = total + factor * load_pack(voice)[:, half].double()
    return total.float()


def _normalised(weights: Weights) -> Weights:
    merged: dict[str, float] = {}
    for voice, weight in weights:
        merged[voice] = merged.get(voice, 0.0) + weight
    positive = math.fsum(weight for weight in merged.values() if weight > 0)
    # A canonical formula's four decimals need not add up to 1 exactly; they are left as they are.
    scale = 1.0 if abs(positive - 1) < _ROUNDING else 1 / positive
    rounded = ((voice, round(weight * scale, _DECIMALS)) for voice, weight in merged.items())
    return tuple((voice, weight) for voice, weight in rounded if weight)


def format_blend(blend: Blend) -> str:
    """The canonical formula; `parse_formula` of it gives the blend again."""
    if blend.timbre == blend.delivery:
        return _format_sum(blend.timbre)
    return f"timbre({_format_sum(blend.timbre)}) delivery({_format_sum(blend.delivery)})"


def _format_sum(weights: Weights) -> str:
    if len(weights) == 1:
        return weights[0][0]
    out = ""
    for voice, weight in weights:
        joint = (" + " if weight > 0 else " - ") if out else ("" if weight > 0 else "-")
        out += f"{joint}{voice}*{_format_weight(abs(weight))}"
    return out


def _format_weight(weight: float) -> str:
    return f"{weight:.4f}".rstrip("0").rstrip(".")

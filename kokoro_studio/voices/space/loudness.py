"""The loudness of a voice or a mix, predicted before it speaks.

`voices/loudness.json` has the loudness of the 54 voices as measured (`python -m bench.loudness`),
and a ridge regression of it on x, the timbre half of a voice's typical style. The delivery half
predicts less, and both halves together no more.

    told(x) = intercept + weights · x

For a blend whose timbre is made of voices v with weights w_v, measured_v as loud,

    loudness = told(x) + Σ w_v (measured_v - told(x_v))

so the value of a released voice is the measured one, and a mix moves from one parent's loudness to
the other's without a jump. A voice from a file was not measured: its loudness is told(x).
"""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

import torch
from torch import Tensor

from ..library.catalogue import VOICES, VOICES_FOLDER
from ..mixing.blend import Blend
from ..shape import TIMBRE
from .typical import released_points, typical_of

LOUDNESS_FILE = VOICES_FOLDER / "loudness.json"
TARGET_LUFS = -23.0  # EBU R 128
MOST_DECIBELS = 12.0  # either way: far outside the voices the prediction is poor


class Measured(NamedTuple):
    """The contents of `voices/loudness.json`."""

    voices: dict[str, float]  # LUFS
    intercept: float  # LUFS
    weights: Tensor  # (128,) float64

    def told(self, points: Tensor) -> Tensor:
        """(n, 256) float64 -> (n,) LUFS"""
        return self.intercept + points[:, :TIMBRE] @ self.weights

    @property
    def left(self) -> dict[str, float]:
        """Measured minus predicted loudness of each released voice."""
        told = self.told(released_points()).tolist()
        return {name: self.voices[name] - each for name, each in zip(VOICES, told, strict=True)}


def loudness_gain(blend: Blend) -> float:
    """The factor of the amplitude that makes a blend speak at `TARGET_LUFS`."""
    decibels = TARGET_LUFS - loudness_of(blend)
    return 10 ** (min(max(decibels, -MOST_DECIBELS), MOST_DECIBELS) / 20)


def loudness_of(blend: Blend) -> float:
    """LUFS; of a morph, the mean of its stages."""
    left = _left()
    told: list[float] = _measured().told(typical_of(blend)).tolist()
    measured = [
        sum(weight * left.get(voice, 0.0) for voice, weight in stage.timbre)
        for stage in blend.stages
    ]
    return (sum(told) + sum(measured)) / len(told)


@cache
def _measured() -> Measured:
    rows = json.loads(LOUDNESS_FILE.read_text(encoding="utf-8"))
    weights = torch.tensor(rows["weights"], dtype=torch.float64)
    return Measured(rows["voices"], rows["intercept"], weights)


@cache
def _left() -> dict[str, float]:
    return _measured().left

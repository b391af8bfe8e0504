"""A voice as one point: the mean of its rows for utterances of ordinary length.

In every voice the rows for very short texts are far from the others and tell little of the speaker.
"""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor

from ..library.catalogue import VOICES
from ..library.packs import load_pack
from ..mixing.blend import Blend, mix

_ROWS = slice(25, 250)


def typical(pack: Tensor) -> Tensor:
    """(510, 256) -> (256,) float64"""
    return pack[_ROWS].double().mean(dim=0)


def typical_of(blend: Blend) -> Tensor:
    """(stages, 256): a point for each stage of the blend."""
    return torch.stack([typical(mix(stage)) for stage in blend.stages])


@cache
def released_points() -> Tensor:
    """(54, 256), in the order of `VOICES`."""
    return torch.stack([typical(load_pack(voice)) for voice in VOICES])

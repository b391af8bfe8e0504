"""Where the model runs: `base.py` says what a renderer is, the other files are one each.

Knows nothing of takes, of the cache or of who listens.
"""

from __future__ import annotations

import torch

from ...model import Weights
from .base import ReferenceSentence, Rendered, Renderer, RenderRequest
from .local import LocalRenderer
from .zerogpu import ZeroRenderer, on_zero

__all__ = [
    "LocalRenderer",
    "ReferenceSentence",
    "RenderRequest",
    "Rendered",
    "Renderer",
    "ZeroRenderer",
    "on_zero",
    "pick_renderer",
]


def pick_renderer(device: torch.device, weights: Weights, precision: str) -> Renderer:
    """The renderer for this process: on a lent card on a ZeroGPU Space, else on `device`."""
    kind = ZeroRenderer if on_zero() else LocalRenderer
    return kind(device, weights, precision)

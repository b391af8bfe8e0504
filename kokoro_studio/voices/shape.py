"""The shape of a style pack."""

from __future__ import annotations

import hashlib

from torch import Tensor

ROWS = 510  # one for each utterance length in phonemes
STYLE = 256
TIMBRE = 128  # the first half of a row; the rest is delivery
HALVES = {"timbre": slice(None, TIMBRE), "delivery": slice(TIMBRE, None)}


def pack_sha256(pack: Tensor) -> str:
    """Hash of the values as little-endian float32, the same for every file format."""
    return hashlib.sha256(pack.numpy().astype("<f4", copy=False).tobytes()).hexdigest()

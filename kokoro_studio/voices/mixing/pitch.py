"""Read and set the pitch of a delivery by its style vector.

The model's pitch rises along one direction of the delivery vector x, nearly the same one for every
voice and text: the gradients of its mean pitch in Hz differ by a few degrees, and along them the
melody, in semitones, and the rhythm stay what they are. `voices/pitch.json` holds that direction
and a linear reading of the median pitch; `python -m bench.pitch` measures both:

    reads    r, so that pitch is r · x + some constant, in Hz
    moves    m, so that x + h m speaks h Hz higher; r · m = 1

The delivery x at the height of y is then x + (r · (y - x)) m. It is linear in x and y, so a
straight mix of such deliveries is again one, and it is plain rows that any Kokoro tool can speak
with.
"""

from __future__ import annotations

import json
from functools import cache

import torch
from torch import Tensor

from ..library.catalogue import VOICES_FOLDER

PITCH_FILE = VOICES_FOLDER / "pitch.json"


def at_pitch(delivery: Tensor, other: Tensor) -> Tensor:
    """The first delivery with the pitch of the second; (rows, 128) each."""
    reads, moves = _axis()
    hertz_apart = (other - delivery).double() @ reads
    return (delivery.double() + hertz_apart[:, None] * moves).float()


@cache
def _axis() -> tuple[Tensor, Tensor]:
    rows = json.loads(PITCH_FILE.read_text(encoding="utf-8"))
    reads, moves = (torch.tensor(rows[name], dtype=torch.float64) for name in ("reads", "moves"))
    return reads, moves / (reads @ moves)

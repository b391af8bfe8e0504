"""How an utterance is said, as plain numbers that can be read, edited and kept."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..errors import RequestError
from .config import PITCH_FRAMES

Durations = npt.NDArray[np.int64]
Contour = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Prosody:
    """Durations, pitch and energy of T symbols (the padding at both ends included) in F frames.

    `Kokoro.plan` makes one, `Kokoro.render` speaks it. Change it with `dataclasses.replace`.
    `RequestError` if the shapes do not fit together.
    """

    durations: Durations  # (T,) frames of 25 ms, at least 1 each, summing to F
    pitch_hz: Contour  # (2F,) Hz, one value each 12.5 ms; 10 and below is unvoiced
    energy: Contour  # (2F,) about 0 at -55 dB, 8 in loud speech, -4 to -10 in silence

    def __post_init__(self) -> None:
        wanted = (PITCH_FRAMES * self.frames,)
        if len(self.durations) and self.durations.min() < 1:
            raise RequestError("Each symbol lasts at least 1 frame of 25 ms.")
        for name in ("pitch_hz", "energy"):
            if (given := getattr(self, name).shape) != wanted:
                raise RequestError(
                    f"Durations of {self.frames} frames need {wanted[0]} values of {name}, "
                    f"{PITCH_FRAMES} for each frame; the shape given is {given}."
                )

    @property
    def frames(self) -> int:
        """F, of 25 ms each."""
        return int(self.durations.sum())

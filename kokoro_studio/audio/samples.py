"""Samples: (n,) float32 at 24 kHz, 1 being full scale."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.float32]

SAMPLE_RATE = 24_000  # Hz
EDGE_FADE_SECONDS = 0.005  # a raised cosine: too short to hear, long enough not to click


def to_pcm16(samples: Samples) -> npt.NDArray[np.int16]:
    """Float samples in [-1, 1] to 16-bit integers; what lies outside is clipped."""
    return np.round(np.clip(samples, -1, 1) * 32767).astype(np.int16)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), dtype=np.float32)


def fade_edges(
    samples: Samples, start: bool = True, end: bool = True, rate: int = SAMPLE_RATE
) -> Samples:
    """Raise the start and lower the end over 5 ms, so that pieces join without a click."""
    length = min(round(EDGE_FADE_SECONDS * rate), len(samples) // 2)
    angle = np.pi * (np.arange(length, dtype=np.float32) + 0.5) / max(length, 1)
    ramp = 0.5 - 0.5 * np.cos(angle)
    faded: Samples = samples.copy()
    if start:
        faded[:length] *= ramp
    if end:
        faded[len(faded) - length :] *= ramp[::-1]
    return faded

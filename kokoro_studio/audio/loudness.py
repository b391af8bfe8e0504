"""How loud a clip is (ITU-R BS.1770-4), and the gains that make several equally loud.

A gain is one number for a whole clip: dynamics, and with them the performance, stay as they are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .samples import Samples

TARGET_LUFS = -23.0  # EBU R 128
CEILING_DBTP = -1.5  # leaves room for what a browser's own resampling adds
INTEGRATED = "integrated"
UNGATED = "ungated, shorter than 3 s"
_GATED_FROM_SECONDS = 3.0  # below, gating leaves too few blocks of 0.4 s to count on
_OVERSAMPLING = 4  # BS.1770-4, annex 2


@dataclass(frozen=True)
class Level:
    lufs: float  # by `method`
    method: str  # INTEGRATED or UNGATED
    true_peak_dbtp: float
    ungated_lufs: float  # of the whole clip, whatever its length


def measure_level(samples: Samples, rate: int) -> Level:
    """(n,) float32 at any rate; -inf LUFS for silence."""
    ungated = _loudness(samples, rate, len(samples) / rate)
    if len(samples) < _GATED_FROM_SECONDS * rate:
        return Level(ungated, UNGATED, true_peak(samples), ungated)
    return Level(_loudness(samples, rate, 0.4), INTEGRATED, true_peak(samples), ungated)


def _loudness(samples: Samples, rate: int, block_seconds: float) -> float:
    """Gated over blocks; one block as long as the clip is its mean power after K-weighting."""
    from pyloudnorm import Meter

    # "DeMan" are the filters of the recommendation; the meter's default only approximates them.
    # A sample less, so that rounding never makes the block longer than the clip.
    meter = Meter(rate, "DeMan", min(block_seconds, (len(samples) - 1) / rate))
    return float(meter.integrated_loudness(samples.astype(np.float64)))


def true_peak(samples: Samples) -> float:
    """dBTP: the highest point of the wave between the samples too."""
    from scipy.signal import resample_poly

    dense = resample_poly(samples.astype(np.float64), _OVERSAMPLING, 1)
    peak = max(np.abs(dense).max(initial=0), np.abs(samples).max(initial=0))
    return 20 * math.log10(peak) if peak else -math.inf


def matched_gains(
    levels: Sequence[Level], target: float = TARGET_LUFS, ceiling: float = CEILING_DBTP
) -> tuple[float, ...]:
    """A gain in dB for each, after which all are equally loud.

    That is `target` LUFS, or less if any would pass `ceiling` dBTP. Where one is too short to be
    gated, none is: like is compared with like.
    """
    alike = any(level.method == UNGATED for level in levels)
    loudness = [level.ungated_lufs if alike else level.lufs for level in levels]
    gains = [target - lufs for lufs in loudness]
    peaks = [level.true_peak_dbtp + gain for level, gain in zip(levels, gains, strict=True)]
    too_high = max(0.0, max(peaks) - ceiling)
    return tuple(gain - too_high for gain in gains)

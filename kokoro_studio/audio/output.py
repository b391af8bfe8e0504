"""The form in which sound leaves the studio, whole or while it is being made."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..errors import RequestError
from .limiter import Limiter
from .rates import OPUS_RATES, Resampler, check_rate, listed
from .samples import SAMPLE_RATE, Samples

LOUDEST = 10.0


@dataclass(frozen=True)
class Output:
    """Sample rate and volume. `RequestError` for an unknown rate or a volume out of range."""

    sample_rate: int = SAMPLE_RATE  # one of `SAMPLE_RATES`
    volume: float = 1.0  # times the amplitude; what would pass full scale is limited

    def __post_init__(self) -> None:
        check_rate(self.sample_rate)
        object.__setattr__(self, "sample_rate", int(self.sample_rate))
        number = isinstance(self.volume, (int, float)) and math.isfinite(self.volume)
        if not number or not 0 <= self.volume <= LOUDEST:
            raise RequestError(
                f"Volume {repr(self.volume)[:40]} is out of range; use 0 to {LOUDEST:g}."
            )

    def check_format(self, format: str) -> None:
        """`RequestError` for a format that does not have this sample rate."""
        if format.lower() == "opus" and self.sample_rate not in OPUS_RATES:
            raise RequestError(
                f"Sample rate {self.sample_rate} is not one of Opus; use {listed(OPUS_RATES)}, or "
                "another format."
            )

    def whole(self, samples: Samples) -> Samples:
        """(n,) at 24 kHz -> the whole sound in this form."""
        finisher = Finisher(self)
        return np.concatenate((finisher.push(samples), finisher.end()))


AS_MADE = Output()


class Finisher:
    """A stream of sound at 24 kHz on its way out: the same samples in pieces and at once."""

    def __init__(self, output: Output):
        rate = output.sample_rate
        self._volume = output.volume
        self._resampler = None if rate == SAMPLE_RATE else Resampler(rate)
        self._limiter = Limiter(rate)

    def push(self, samples: Samples) -> Samples:
        louder = samples * np.float32(self._volume)
        return self._limiter.push(self._resampler.push(louder) if self._resampler else louder)

    def end(self) -> Samples:
        """The samples that are left, (n,) float32."""
        rest = self._resampler.end() if self._resampler else np.zeros(0, dtype=np.float32)
        return np.concatenate((self._limiter.push(rest), self._limiter.end()))

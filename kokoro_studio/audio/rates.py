"""The sample rates of sound that leaves the studio, and resampling from 24 kHz to them.

With L / M = rate / 24,000 in lowest terms, L - 1 zeros are put behind each sample, the whole is
filtered, and every M-th sample is kept; only those that are kept are computed (a polyphase filter).
https://ccrma.stanford.edu/~jos/resample/

The filter is a sinc under a Kaiser window, 64 zero crossings long on each side: flat up to 91 % of
the lower of both Nyquist frequencies, and 90 dB down from there on. Its phase is linear, so sound
keeps its place in time.
"""

from __future__ import annotations

from functools import cache
from math import gcd, pi

import numpy as np
import numpy.typing as npt

from ..errors import RequestError
from .samples import SAMPLE_RATE, Samples

SAMPLE_RATES = (8_000, 16_000, 22_050, 24_000, 44_100, 48_000)  # Hz
OPUS_RATES = (8_000, 16_000, 24_000, 48_000)  # those that Opus has. RFC 6716, section 2
_CROSSINGS = 64
_STOP_DECIBELS = 90.0


def check_rate(rate: object) -> None:
    """`RequestError` for a sample rate that is not one of `SAMPLE_RATES`."""
    if isinstance(rate, bool) or rate not in SAMPLE_RATES:
        raise RequestError(
            f"Sample rate {repr(rate)[:40]} is not available; use {listed(SAMPLE_RATES)}."
        )


def listed(rates: tuple[int, ...]) -> str:
    return f"{', '.join(map(str, rates[:-1]))} or {rates[-1]}"


class Resampler:
    """A stream of sound from 24 kHz to another rate: the same samples in pieces and at once.

    n samples become ceil(n * L / M).
    """

    def __init__(self, rate: int):
        common = gcd(rate, SAMPLE_RATE)
        self.up, self.down = rate // common, SAMPLE_RATE // common  # L, M
        self._filter = _low_pass(self.up, self.down)
        self._centre = len(self._filter) // 2  # a multiple of M
        # Sound and silence before it, from the input sample `_start` on, a multiple of M.
        self._start = -self._centre // self.up // self.down * self.down
        self._kept: Samples = np.zeros(-self._start, dtype=np.float32)
        self._taken = self._made = 0  # samples of sound, and at the new rate

    def push(self, samples: Samples) -> Samples:
        """(n,) -> the samples that later input cannot change any more."""
        self._kept = np.concatenate((self._kept, samples))
        self._taken += len(samples)
        return self._until((self._taken * self.up - self._centre - 1) // self.down + 1)

    def end(self) -> Samples:
        """The samples that are left, (n,) float32."""
        rest = np.zeros(self._centre // self.up + 1, dtype=np.float32)
        self._kept = np.concatenate((self._kept, rest))
        return self._until(-(-self._taken * self.up // self.down))

    def _until(self, stop: int) -> Samples:
        from scipy.signal import upfirdn

        if stop <= self._made:
            return np.zeros(0, dtype=np.float32)
        made = upfirdn(self._filter, self._kept.astype(np.float64), self.up, self.down)
        # Sample j of the new rate stands at j M + centre of the filtered sound.
        offset = (self._centre - self._start * self.up) // self.down
        found: Samples = made[self._made + offset : stop + offset].astype(np.float32)
        self._made = stop
        # The next one looks back on no more than the filter's length.
        needed = -(-(stop * self.down - self._centre) // self.up) // self.down * self.down
        self._kept = self._kept[max(needed - self._start, 0) :]
        self._start = max(needed, self._start)
        return found


@cache
def _low_pass(up: int, down: int) -> npt.NDArray[np.float64]:
    """(2 centre + 1,): `centre` is a multiple of `down`, by zeros at both ends."""
    widest = max(up, down)  # zero crossings are that far apart
    reach = _CROSSINGS * widest
    # Kaiser's formulas: the width of the transition, of the lower Nyquist frequency; and beta.
    transition = (_STOP_DECIBELS - 7.95) / (2.285 * 2 * _CROSSINGS * pi)
    beta = 0.1102 * (_STOP_DECIBELS - 8.7)
    cutoff = (1 - transition / 2) / widest
    taps = np.sinc(np.arange(-reach, reach + 1) * cutoff) * np.kaiser(2 * reach + 1, beta)
    return np.pad(taps * up / taps.sum(), -reach % down)

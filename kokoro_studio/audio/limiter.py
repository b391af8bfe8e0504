"""A limiter: sound above full scale is made softer around its peaks instead of being clipped.

It looks ahead by W = 5 ms. In decibels, with x the sound:

    r[n] = max(0, 20 log10 |x[n]|)                      reduction that sample n needs
    d[n] = max r[n .. n + W]                            the most of the next W samples
    e[n] = max over m <= n of d[m] - 60 dB/s (n - m)    released slowly
    a[n] = sum over j = 0 .. W of h[j] e[n - j]         h: a Hann window whose sum is 1

Each e[n - j] is at least r[n], so their mean is too: nothing passes full scale. The gain moves by
the Hann window's slope, which is not heard as distortion, and comes back over a tenth of a second
for 6 dB. Where nothing is too loud, a is exactly 0 and the sound is the same to the last bit.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from .samples import Samples

LOOK_AHEAD_SECONDS = 0.005
RELEASE_DECIBELS_PER_SECOND = 60.0

_Decibels = npt.NDArray[np.float64]


class Limiter:
    """A stream of sound within full scale: the same samples in pieces and at once."""

    def __init__(self, rate: int):
        self._ahead = round(LOOK_AHEAD_SECONDS * rate)  # W
        self._slope = RELEASE_DECIBELS_PER_SECOND / rate
        window = np.hanning(self._ahead + 3)[1:-1]
        self._window = window / window.sum()  # h
        # W samples of silence come first, so that the look-ahead covers the beginning of the sound.
        self._waiting: Samples = np.zeros(self._ahead, dtype=np.float32)
        self._wanted: _Decibels = np.zeros(self._ahead)  # r of `_waiting`
        self._held: _Decibels = np.zeros(self._ahead)  # e of the W samples before
        self._highest = 0.0  # max of d[m] + slope m, so far
        self._place = 0  # n of the first sample in `_waiting`
        self._silent = self._ahead  # samples still to come of that silence

    def push(self, samples: Samples) -> Samples:
        """(n,) -> all samples but the last W so far."""
        self._waiting = np.concatenate((self._waiting, samples))
        self._wanted = np.concatenate((self._wanted, _excess(samples)))
        count = len(samples)
        ready = self._waiting[:count]
        if count and (self._wanted.any() or self._held.any()):
            ready = (ready * 10 ** (-self._attenuation(count) / 20)).astype(np.float32)
        self._waiting, self._wanted = self._waiting[count:], self._wanted[count:]
        self._place += count
        silent = min(self._silent, count)
        self._silent -= silent
        return ready[silent:]

    def end(self) -> Samples:
        """The last W samples."""
        return self.push(np.zeros(self._ahead, dtype=np.float32))

    def _attenuation(self, count: int) -> _Decibels:
        """a of the next `count` samples."""
        from scipy.signal import upfirdn

        ahead = np.lib.stride_tricks.sliding_window_view(self._wanted, self._ahead + 1).max(axis=1)
        fallen = self._slope * np.arange(self._place, self._place + count)
        highest = np.maximum.accumulate(np.maximum(ahead + fallen, self._highest))
        held = np.concatenate((self._held, highest - fallen))
        self._highest, self._held = float(highest[-1]), held[-self._ahead :]
        # Unlike a product of matrices, it adds up in the same order whatever the length.
        smooth: _Decibels = upfirdn(self._window, held)[self._ahead : self._ahead + count]
        return smooth


def _excess(samples: Samples) -> _Decibels:
    """Decibels above full scale, 0 within it."""
    size = np.abs(samples.astype(np.float64))
    excess = np.zeros(len(size))
    loud = size > 1
    excess[loud] = 20 * np.log10(size[loud])
    return excess

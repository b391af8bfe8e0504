"""The spectrum of the excitation going in, and a waveform from a spectrum coming out."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor


class ShortTimeFourier:
    """Analysis into magnitude and phase, and synthesis back, with a Hann window."""

    def __init__(self, points: int, hop: int):
        self.points, self.hop, self.bins = points, hop, points // 2 + 1
        self.overlap = points // hop  # windows that cover one sample

    def analyse(self, signal: Tensor) -> Tensor:
        """(B, N) -> (B, 2·bins, N/hop + 1): magnitudes, then phases in radians"""
        window = torch.hann_window(self.points, device=signal.device)
        spectrum = torch.stft(signal, self.points, self.hop, window=window, return_complex=True)
        return torch.cat((spectrum.abs(), spectrum.angle()), dim=1)

    def synthesise(self, magnitude: Tensor, phase: Tensor) -> Tensor:
        """(B, bins, M), (B, bins, M) -> (B, (M - 1)·hop): windowed overlap-add

        Each frame is cut into hops; the hops that fall on the same samples are summed, and the
        sum divided by that of the squared windows.
        """
        window = torch.hann_window(self.points, device=magnitude.device)
        frames = torch.fft.irfft(torch.polar(magnitude, phase), n=self.points, dim=1)
        hops = (frames * window[:, None]).unflatten(1, (self.overlap, self.hop))  # (B, o, hop, M)
        weights = window.square().view(1, self.overlap, self.hop, 1)
        weights = weights.expand(1, -1, -1, hops.shape[-1])
        signal = self._overlap_add(hops) / self._overlap_add(weights)
        return signal.mT.flatten(1)

    def _overlap_add(self, hops: Tensor) -> Tensor:
        """(B, overlap, hop, M) -> (B, hop, M - 1): hop k of frame m falls on place m + k

        Half a frame at each end lies outside the signal (the analysis is centred).
        """
        last = self.overlap - 1
        placed = [F.pad(hops[:, k], (k, last - k)) for k in range(self.overlap)]
        edge = self.overlap // 2
        return torch.stack(placed).sum(dim=0)[..., edge : edge + hops.shape[-1] - 1]

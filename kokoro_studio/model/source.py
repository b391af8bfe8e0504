"""The excitation: harmonics of the pitch where there is voice, noise where there is none.

The harmonic-plus-noise source of Wang, Takaki & Yamagishi 2019, arXiv 1904.12088. The noise is
the model's only randomness, so it is an argument: whoever calls decides the seed, and the device,
the batch and the order of calls cannot change a take.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .config import SAMPLE_RATE, SAMPLES_PER_PITCH_FRAME

HARMONICS = 9  # the fundamental and eight overtones
SINE_AMPLITUDE = 0.1
NOISE_VOICED = 0.003
NOISE_UNVOICED = SINE_AMPLITUDE / 3
VOICED_ABOVE_HZ = 10.0


class Excitation(NamedTuple):
    """Standard normal noise, (samples, HARMONICS)."""

    noise: Tensor

    def to(self, device: torch.device) -> Excitation:
        return Excitation(self.noise.to(device))


def draw_excitation(pitch_frames: int, seed: int) -> Excitation:
    """Noise for `pitch_frames` frames of 12.5 ms, drawn on the CPU from its own generator."""
    generator = torch.Generator().manual_seed(seed)
    samples = pitch_frames * SAMPLES_PER_PITCH_FRAME
    return Excitation(torch.randn((samples, HARMONICS), generator=generator))


class HarmonicSource(nn.Module):
    """Pitch and noise -> one excitation signal."""

    def __init__(self) -> None:
        super().__init__()
        self.merge = nn.Linear(HARMONICS, 1)

    def forward(self, pitch_hz: Tensor, excitation: Excitation) -> Tensor:
        """(B, P) Hz at 12.5 ms, noise (P*300, H) or (B, P*300, H) -> (B, P*300)"""
        voiced = (pitch_hz > VOICED_ABOVE_HZ).to(pitch_hz.dtype)
        voiced = voiced.repeat_interleave(SAMPLES_PER_PITCH_FRAME, dim=-1).unsqueeze(-1)
        noise_level = voiced * NOISE_VOICED + (1 - voiced) * NOISE_UNVOICED
        waves = self._sines(pitch_hz) * (SINE_AMPLITUDE * voiced) + noise_level * excitation.noise
        # One by one: matrix products of other sizes round otherwise, and 3e-8 can turn a phase of
        # the spectrum by a full circle.
        merged = torch.cat([self.merge(each) for each in waves.split(1)])
        return torch.tanh(merged).squeeze(-1)

    @staticmethod
    def _sines(pitch_hz: Tensor) -> Tensor:
        """(B, P) -> (B, P*300, H): sin of the running phase of each harmonic.

        The phase is summed frame by frame and interpolated linearly between, in the model's own
        order of operations: its vocoder was trained on exactly these rounding errors.
        """
        order = torch.arange(1, HARMONICS + 1, device=pitch_hz.device, dtype=pitch_hz.dtype)
        cycles = (pitch_hz.unsqueeze(1) * order.unsqueeze(-1) / SAMPLE_RATE) % 1  # (B, H, P)
        phase = torch.cumsum(cycles, dim=-1) * (2 * math.pi)
        phase = F.interpolate(
            phase * SAMPLES_PER_PITCH_FRAME, scale_factor=SAMPLES_PER_PITCH_FRAME, mode="linear"
        )
        return torch.sin(phase).mT

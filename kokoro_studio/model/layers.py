"""Layers that a style vector steers, shared by the predictor and the decoder.

Adaptive instance normalisation: Huang & Belongie 2017, arXiv 1703.06868, as used in
StyleTTS 2, arXiv 2306.07691. Shapes: B batch, C channels, T time, S style, K points evenly along
the time at which the style is given: 1 when it is steady.

Items of a batch may end before T. What takes `ends` computes each item as if it were alone: its
statistics up to its end, and zeros behind it, which is what a convolution pads with. Where nothing
but a convolution's padding could tell, what lies behind an end is left as it comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .packing import Convolution

EPSILON = 1e-5
Ends = tuple[int, ...] | None  # None: every item is as long as the batch


class Moments(NamedTuple):
    """Of each channel over time, float32; the variance is the biased one."""

    mean: Tensor
    variance: Tensor


class NormStatistics:
    """Statistics for the norms of one pass, in the order in which the norms are applied.

    Those in `given`, else what each norm measures of its own input. `used` lists them.
    """

    def __init__(self, given: Iterable[Moments] = ()):
        self._given = iter(given)
        self.used: list[Moments] = []

    def of(self, x: Tensor) -> Moments:
        """(1, C, T) -> (1, C, 1) each"""
        moments = next(self._given, None)
        if moments is None:
            moments = Moments(
                x.mean(dim=-1, keepdim=True), x.var(dim=-1, keepdim=True, unbiased=False)
            )
        self.used.append(moments)
        return moments


def silence_after(x: Tensor, ends: Ends) -> Tensor:
    """x (B, …, T) itself, with zeros behind each item's end."""
    for item, end in zip(x, ends or (), strict=False):
        item[..., end:] = 0
    return x


def along(points: Tensor, steps: int) -> Tensor:
    """(B, K, C) -> (B, C, steps), on straight lines from point to point; (B, C, 1) when K is 1

    The channels stay innermost in memory.
    """
    count = points.shape[1]
    if count == 1:
        return points.mT
    place = torch.linspace(0, count - 1, steps, device=points.device, dtype=points.dtype)
    nearness = 1 - (place[:, None] - torch.arange(count, device=points.device)).abs()
    return (nearness.clamp(min=0) @ points).mT


class AdaptiveInstanceNorm(nn.Module):
    """Normalise each channel over time, then scale and shift it as the style says."""

    def __init__(self, style_dim: int, channels: int):
        super().__init__()
        self.style = nn.Linear(style_dim, 2 * channels)

    def forward(
        self,
        x: Tensor,
        style: Tensor,
        ends: Ends = None,
        statistics: NormStatistics | None = None,
    ) -> Tensor:
        """(B, C, T), (B, K, S) -> (B, C, T)

        In the order of operations of training, not folded: pitch is predicted behind this
        layer, and the source sums its rounding errors into the phase of every later sample.
        """
        gain, bias = along(self.style(style), x.shape[-1]).chunk(2, dim=1)
        if statistics is not None:
            mean, variance = statistics.of(x)
            return (1 + gain) * ((x - mean) * torch.rsqrt(variance + EPSILON)) + bias
        if ends is None:
            return (1 + gain) * F.instance_norm(x, eps=EPSILON) + bias
        normal = torch.zeros_like(x)
        for one, item, end in zip(normal, x, ends, strict=True):
            one[:, :end] = F.instance_norm(item[None, :, :end], eps=EPSILON)[0]
        return silence_after((1 + gain) * normal + bias, ends)


class AdaptiveLayerNorm(nn.Module):
    """Normalise each time step over its channels, then scale and shift as the style says."""

    def __init__(self, style_dim: int, channels: int):
        super().__init__()
        self.style = nn.Linear(style_dim, 2 * channels)

    def forward(self, x: Tensor, style: Tensor) -> Tensor:
        """(B, T, C), (B, K, S) -> (B, T, C)"""
        gain, bias = along(self.style(style), x.shape[1]).mT.chunk(2, dim=-1)
        return (1 + gain) * F.layer_norm(x, x.shape[-1:], eps=EPSILON) + bias


class StyledResidual(nn.Module):
    """Two styled convolutions beside a shortcut, optionally doubling the frame rate."""

    def __init__(self, channels_in: int, channels_out: int, style_dim: int, upsample: bool = False):
        super().__init__()
        self.norm1 = AdaptiveInstanceNorm(style_dim, channels_in)
        self.norm2 = AdaptiveInstanceNorm(style_dim, channels_out)
        self.conv1 = Convolution(channels_in, channels_out, 3, padding=1)
        self.conv2 = Convolution(channels_out, channels_out, 3, padding=1)
        self.upsample = (
            nn.ConvTranspose1d(
                channels_in, channels_in, 3, 2, padding=1, output_padding=1, groups=channels_in
            )
            if upsample
            else None
        )
        self.shortcut = (
            Convolution(channels_in, channels_out, 1, bias=False)
            if channels_in != channels_out
            else None
        )

    def forward(
        self,
        x: Tensor,
        style: Tensor,
        ends: Ends = None,
        statistics: NormStatistics | None = None,
    ) -> Tensor:
        """(B, C_in, T), (B, K, S) -> (B, C_out, T), or (B, C_out, 2T) when upsampling"""
        residual = F.leaky_relu(self.norm1(x, style, ends, statistics), 0.2)
        if self.upsample is not None:
            ends = ends and tuple(2 * end for end in ends)
            residual = silence_after(self.upsample(residual), ends)
            x = x.repeat_interleave(2, dim=-1)
        residual = self.conv1(residual)
        residual = self.conv2(F.leaky_relu(self.norm2(residual, style, ends, statistics), 0.2))
        if self.shortcut is not None:
            x = self.shortcut(x)
        return (residual + x) * 0.5**0.5

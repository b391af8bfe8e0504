"""The generator's blocks: snake activation behind an adaptive instance norm, and convolutions.

Snake activation: Ziyin et al. 2020, arXiv 2006.08195.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
from torch import Tensor, nn

from .convolutions import TimeConvolution
from .layers import EPSILON, AdaptiveInstanceNorm, Ends, Moments, along, silence_after

CACHED_ELEMENTS = 2**19  # 2 MB, and another for what becomes of them

Statistics = Sequence[Moments] | None  # of each norm, in order; None: those of the input itself


class Snake(nn.Module):
    """Adaptive instance norm followed by x + sin²(ax) / a, folded into few passes.

    sin²(u) = (1 - cos 2u) / 2, so with y the norm's output and z = y + 1/(2a), which the norm's own
    shift takes on, the result is z - cos(2a·z - 1) / (2a). Computed in float32 whatever goes in and
    comes out, in stretches that stay within a processor's cache.
    """

    place = 0  # of this norm among those of its generator, which sets it

    def __init__(self, style_dim: int, channels: int):
        super().__init__()
        self.precision = torch.float32  # of what comes out
        self.norm = AdaptiveInstanceNorm(style_dim, channels)
        self.alpha = nn.Parameter(torch.ones(1, channels, 1))

    def forward(
        self, x: Tensor, style: Tensor, ends: Ends = None, statistics: Statistics = None
    ) -> Tensor:
        """(B, C, 1, T), (B, K, S) -> (B, C, 1, T)"""
        gain, bias = along(self.norm.style(style), x.shape[-1]).unsqueeze(2).chunk(2, dim=1)
        mean, variance = statistics[self.place] if statistics else moments(x, ends)
        twice = 2 * self.alpha.unsqueeze(2)
        scale = (1 + gain) * torch.rsqrt(variance + EPSILON)
        shift = bias + 1 / twice - mean * scale
        minus_one, depth = torch.full_like(twice, -1), -1 / twice
        result = torch.empty_like(x, dtype=self.precision)
        for stretch in _stretches(x):
            steady = slice(None) if scale.shape[-1] == 1 else stretch
            z = torch.addcmul(shift[..., steady], x[..., stretch].float(), scale[..., steady])
            ripple = torch.addcmul(minus_one, z, twice).cos_()
            result[..., stretch] = z.addcmul_(ripple, depth)
        return silence_after(result, ends)


def _stretches(x: Tensor) -> Iterator[slice]:
    """The time of x in parts that a processor's cache holds; whole on other devices."""
    steps = x.shape[-1]
    part = max(1, CACHED_ELEMENTS // x.shape[1]) if x.device.type == "cpu" else steps
    for start in range(0, steps, part):
        yield slice(start, start + part)


def moments(x: Tensor, ends: Ends = None) -> Moments:
    """Of (B, C, 1, T): biased variances, each item's up to its own end."""
    items = zip(x.split(1), ends or [x.shape[-1]] * len(x), strict=True)
    each = [_moments_of_one(item[..., :end]) for item, end in items]
    return each[0] if len(each) == 1 else Moments(*map(torch.cat, zip(*each, strict=True)))


def _moments_of_one(x: Tensor) -> Moments:
    """Those of a batch of one item are a batch norm's, which has the faster kernel."""
    start = torch.zeros(x.shape[1], device=x.device)  # float32, so the sums are
    mean, variance = torch.batch_norm_update_stats(x, start, start, 0.0)
    return Moments(mean.view(1, -1, 1, 1), variance.view(1, -1, 1, 1))


class SnakeResidual(nn.Module):
    """Three pairs of snake-activated convolutions, the first of each pair dilated.

    Whatever they convolve in, what they add to stays float32: rounded at each step it would have
    3 to 7 dB more noise than the convolutions make.
    """

    def __init__(self, channels: int, kernel: int, dilations: tuple[int, ...], style_dim: int):
        super().__init__()
        self.activations1 = nn.ModuleList(Snake(style_dim, channels) for _ in dilations)
        self.activations2 = nn.ModuleList(Snake(style_dim, channels) for _ in dilations)
        self.convolutions1 = nn.ModuleList(
            TimeConvolution(channels, channels, kernel, dilation=d, padding=d * (kernel - 1) // 2)
            for d in dilations
        )
        self.convolutions2 = nn.ModuleList(
            TimeConvolution(channels, channels, kernel, padding=(kernel - 1) // 2)
            for _ in dilations
        )

    def forward(
        self, x: Tensor, style: Tensor, ends: Ends = None, statistics: Statistics = None
    ) -> Tensor:
        """(B, C, 1, T), (B, K, S) -> (B, C, 1, T) float32"""
        first = zip(self.activations1, self.convolutions1, strict=True)
        second = zip(self.activations2, self.convolutions2, strict=True)
        x = x.clone()
        for (activate1, convolve1), (activate2, convolve2) in zip(first, second, strict=True):
            inner = convolve1(activate1(x, style, ends, statistics))
            added = convolve2(activate2(inner, style, ends, statistics))
            for stretch in _stretches(x):
                x[..., stretch] += added[..., stretch]
        return x

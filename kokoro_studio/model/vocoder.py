"""From features, pitch and energy to a waveform: iSTFTNet with styled blocks.

iSTFTNet: Kaneko et al. 2022, arXiv 2203.02395. The generator upsamples 60-fold and leaves the last
factor of 5 to an inverse short-time Fourier transform of 20 points. Its blocks are in `snake.py`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from .config import PITCH_FRAMES, SAMPLES_PER_PITCH_FRAME, KokoroConfig, VocoderConfig
from .convolutions import TimeConvolution, TimeUpsampling, lower, to_channels_last
from .fourier import ShortTimeFourier
from .layers import Ends, Moments, NormStatistics, StyledResidual, silence_after
from .snake import Snake, SnakeResidual, Statistics
from .source import Excitation, HarmonicSource

CONTEXT = 10  # pitch frames on each side of a window that its samples depend on: 125 ms
LAST_CONTEXT = 2  # what the last stage, which does most of the work, needs of them

Window = tuple[int, int]  # (first, behind the last) pitch frame of 12.5 ms


class Generator(nn.Module):
    """Decoded features and the excitation -> waveform."""

    def __init__(self, config: VocoderConfig, style_dim: int):
        super().__init__()
        self.fourier = ShortTimeFourier(config.gen_istft_n_fft, config.gen_istft_hop_size)
        self.source = HarmonicSource()
        self.precision = torch.float32
        self.rates = config.upsample_rates
        self.upsamplers, self.blends = nn.ModuleList(), nn.ModuleList()
        self.source_convolutions, self.source_blocks = nn.ModuleList(), nn.ModuleList()
        channels, last = config.upsample_initial_channel, len(config.upsample_rates) - 1
        source_channels = 2 * self.fourier.bins
        for stage, (rate, kernel) in enumerate(
            zip(config.upsample_rates, config.upsample_kernel_sizes, strict=True)
        ):
            self.upsamplers.append(
                TimeUpsampling(channels, channels // 2, kernel, rate, (kernel - rate) // 2)
            )
            channels //= 2
            # The excitation's spectrum runs at the last stage's rate; earlier stages step over it.
            stride = math.prod(config.upsample_rates[stage + 1 :])
            self.source_convolutions.append(
                TimeConvolution(source_channels, channels, 1)
                if stage == last
                else TimeConvolution(
                    source_channels, channels, 2 * stride, stride, (stride + 1) // 2
                )
            )
            self.source_blocks.append(
                SnakeResidual(channels, 11 if stage == last else 7, (1, 3, 5), style_dim)
            )
            self.blends.append(
                nn.ModuleList(
                    SnakeResidual(channels, k, d, style_dim)
                    for k, d in zip(
                        config.resblock_kernel_sizes, config.resblock_dilation_sizes, strict=True
                    )
                )
            )
        self.to_spectrum = TimeConvolution(channels, source_channels, 7, padding=3)
        for place, snake in enumerate(self.snakes):
            snake.place = place

    @property
    def snakes(self) -> list[Snake]:
        """The norms whose statistics a window is told, in the order of their places."""
        return [part for part in self.modules() if isinstance(part, Snake)]

    def compute_in(self, precision: torch.dtype) -> None:
        """Convolve so between the excitation and the spectrum, which are float32 always."""
        self.precision = precision
        for module in (self.upsamplers, self.source_blocks, self.blends):
            lower(module, precision)
        for part in self.modules():
            if isinstance(part, Snake):
                part.precision = precision

    def forward(
        self,
        features: Tensor,
        timbre: Tensor,
        signal: Tensor,
        ends: Ends = None,
        statistics: Statistics = None,
        trim: tuple[int, int] = (0, 0),
    ) -> Tensor:
        """(B, C, P), (B, K, S), the source's (B, P*300) -> (B, P*300)

        `ends` counts frames, of which P is twice as many. `trim`: pitch frames at both sides that
        the last stage leaves out.
        """
        ends = _times(ends, PITCH_FRAMES)
        source = self._analyse(signal, ends)
        x = to_channels_last(features)
        last = len(self.upsamplers) - 1
        for stage, upsample in enumerate(self.upsamplers):
            if stage == last:
                rate = math.prod(self.rates[:stage])
                x = _trimmed(x, trim, rate)
                source = _trimmed(source, trim, rate * self.rates[stage])
            x = silence_after(F.leaky_relu(x, 0.1), ends).to(self.precision)
            x = upsample(x).float()
            ends = _times(ends, self.rates[stage])
            if stage == last:
                x = F.pad(x, (1, 0, 0, 0), mode="reflect")  # the spectrum has one frame more
                ends = ends and tuple(end + 1 for end in ends)
            excited = self.source_convolutions[stage](source)
            x = self.source_blocks[stage](excited, timbre, ends, statistics).add_(x)
            blended = [
                block(x, timbre, ends, statistics) for block in self.blends[stage].children()
            ]
            x = blended[0].add_(blended[1]).add_(blended[2]).div_(3)
        x = silence_after(F.leaky_relu_(x), ends)
        log_magnitude, phase = self.to_spectrum(x).squeeze(2).chunk(2, dim=1)
        return self._synthesise(log_magnitude.exp(), phase.sin(), ends)

    def window(
        self,
        features: Tensor,
        timbre: Tensor,
        signal: Tensor,
        window: Window,
        statistics: Sequence[Moments],
    ) -> Tensor:
        """The samples of a window, (B, n*300), of what `forward` makes with these statistics."""
        frames = features.shape[-1]
        start, stop = _widened(window, CONTEXT, frames)
        inner = _widened(window, LAST_CONTEXT, frames)
        waveform = self(
            features[..., start:stop],
            timbre,
            signal[..., start * SAMPLES_PER_PITCH_FRAME : stop * SAMPLES_PER_PITCH_FRAME],
            statistics=statistics,
            trim=(inner[0] - start, stop - inner[1]),
        )
        first, last = ((frame - inner[0]) * SAMPLES_PER_PITCH_FRAME for frame in window)
        return waveform[..., first:last]

    def _analyse(self, signal: Tensor, ends: Ends) -> Tensor:
        """(B, N) -> (B, 2·bins, 1, N/hop + 1); at its end a signal is mirrored"""
        if ends is None:
            return to_channels_last(self.fourier.analyse(signal))
        each = [
            self.fourier.analyse(item[None, : end * SAMPLES_PER_PITCH_FRAME])[0].mT
            for item, end in zip(signal, ends, strict=True)
        ]
        return to_channels_last(pad_sequence(each, batch_first=True).mT)

    def _synthesise(self, magnitude: Tensor, phase: Tensor, ends: Ends) -> Tensor:
        """(B, bins, M), (B, bins, M) -> (B, (M - 1)·hop)"""
        if ends is None:
            return self.fourier.synthesise(magnitude, phase)
        each = [
            self.fourier.synthesise(a[None, :, :end], b[None, :, :end])[0]
            for a, b, end in zip(magnitude, phase, ends, strict=True)
        ]
        return pad_sequence(each, batch_first=True)


def _widened(window: Window, frames: int, most: int) -> Window:
    first, last = window
    return max(first - frames, 0), min(last + frames, most)


def _trimmed(x: Tensor, trim: tuple[int, int], rate: int) -> Tensor:
    """(…, T) without `trim` times `rate` steps at its ends"""
    before, after = (frames * rate for frames in trim)
    return x[..., before : x.shape[-1] - after]


def _times(ends: Ends, rate: int) -> Ends:
    return ends and tuple(end * rate for end in ends)


class Decoder(nn.Module):
    """Aligned text, pitch and energy -> waveform."""

    def __init__(self, config: KokoroConfig):
        super().__init__()
        width, style, text = config.decoder_dim, config.style_dim, config.hidden_dim
        reminder = 64  # a narrow copy of the text that each block is given again
        out = config.istftnet.upsample_initial_channel
        self.pitch = nn.Conv1d(1, 1, 3, stride=2, padding=1)
        self.energy = nn.Conv1d(1, 1, 3, stride=2, padding=1)
        self.encode = StyledResidual(text + 2, width, style)
        self.remind = nn.Conv1d(text, reminder, 1)
        self.blocks = nn.ModuleList(
            StyledResidual(width + reminder + 2, width, style) for _ in range(3)
        )
        self.blocks.append(StyledResidual(width + reminder + 2, out, style, upsample=True))
        self.generator = Generator(config.istftnet, style)

    def forward(
        self,
        aligned_text: Tensor,
        pitch_hz: Tensor,
        energy: Tensor,
        timbre: Tensor,
        excitation: Excitation,
        ends: Ends = None,
    ) -> Tensor:
        """(B, hidden, F), (B, 2F), (B, 2F), (B, K, S), noise -> (B, F*600)"""
        features = self.features(aligned_text, pitch_hz, energy, timbre, ends)
        return self.generator(features, timbre, self.generator.source(pitch_hz, excitation), ends)

    def features(
        self,
        aligned_text: Tensor,
        pitch_hz: Tensor,
        energy: Tensor,
        timbre: Tensor,
        ends: Ends = None,
        statistics: NormStatistics | None = None,
    ) -> Tensor:
        """(B, hidden, F), (B, 2F), (B, 2F), (B, K, S) -> (B, C, 2F), what the generator is given

        A tenth of the work: the generator does the rest.
        """
        curves = torch.cat(
            (self.pitch(pitch_hz.unsqueeze(1)), self.energy(energy.unsqueeze(1))), dim=1
        )
        x = self.encode(torch.cat((aligned_text, curves), dim=1), timbre, ends, statistics)
        reminder = torch.cat((self.remind(aligned_text), curves), dim=1)
        for block in self.blocks:
            x = block(torch.cat((x, reminder), dim=1), timbre, ends, statistics)
        return x

    def compute_in(self, precision: torch.dtype) -> None:
        """Generate in `precision`; the rest, and above all the excitation, stays float32.

        In bfloat16 the blocks would save little time and add up to 7 dB of noise.
        """
        self.generator.compute_in(precision)

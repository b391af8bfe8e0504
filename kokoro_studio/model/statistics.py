"""The norms' statistics of a whole utterance, told before it is rendered.

The generator normalises every channel over the whole utterance (instance norms), so to render a
part of it exactly one has to render it all. This predicts the mean and the deviation of every
channel from what is known sooner: the generator's input, the pitch, the energy, and the timbre. A
window that is normalised with them joins any other window of the same utterance without a step.

`bench/fit_statistics.py` fits it, on all voices and many mixes; docs/prosody.md says how far a
window is from the whole. A function of the utterance alone: no state, no randomness.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .config import KokoroConfig
from .layers import Moments
from .source import VOICED_ABOVE_HZ

AUDIBLE_ENERGY = -1.0  # of the model's own scale: about -60 dB
_SLOPE = 0.1  # of the generator's first activation
_TINY = 1e-6
STATISTICS_FILES = tuple(
    Path(__file__).with_name(f"statistics-{number}.safetensors") for number in (1, 2)
)

if TYPE_CHECKING:
    from .kokoro import Kokoro


class StatisticsPredictor(nn.Module):
    """The mean of what several networks predict, which errs less than any of them."""

    def __init__(self, networks: Iterable[StatisticsNetwork]):
        super().__init__()
        self._each = tuple(networks)
        self.networks = nn.ModuleList(self._each)

    def forward(
        self, features: Tensor, pitch_hz: Tensor, energy: Tensor, timbre: Tensor
    ) -> list[Moments]:
        """(1, C, P), (1, P), (1, P), (1, S) -> the moments of each norm"""
        summary = summarise(features, pitch_hz, energy, timbre)
        each = [network.moments(network.predict(summary)) for network in self._each]
        return [_mean_of(moments) for moments in zip(*each, strict=True)]


class StatisticsNetwork(nn.Module):
    """Two hidden layers, then a fixed basis of the ways in which statistics vary."""

    def __init__(self, config: KokoroConfig, channels: tuple[int, ...], hidden: int, basis: int):
        """`channels` of every norm, in the order in which the generator counts them."""
        super().__init__()
        self.channels = channels
        inputs = summary_size(config)
        total = 2 * sum(channels)
        self.input_mean = nn.Buffer(torch.zeros(inputs))
        self.input_scale = nn.Buffer(torch.ones(inputs))
        self.typical_deviation = nn.Buffer(torch.ones(sum(channels)))
        self.layer1 = nn.Linear(inputs, hidden)
        self.layer2 = nn.Linear(hidden, hidden)
        self.narrow = nn.Linear(hidden, basis)
        self.widen = nn.Linear(basis, total)

    def predict(self, summary: Tensor) -> Tensor:
        """(B, inputs) -> (B, 2 * channels): means in typical deviations, then log deviations"""
        x = (summary - self.input_mean) * self.input_scale
        x = F.gelu(self.layer1(x))
        x = x + F.gelu(self.layer2(x))
        return self.widen(self.narrow(x))

    def moments(self, predicted: Tensor) -> list[Moments]:
        """A result of `predict` for one utterance, norm by norm."""
        means, log_deviations = predicted[0].chunk(2)
        means = means * self.typical_deviation
        variances = (2 * log_deviations).exp()
        return [
            Moments(mean.view(1, -1, 1, 1), variance.view(1, -1, 1, 1))
            for mean, variance in zip(
                means.split(self.channels), variances.split(self.channels), strict=True
            )
        ]


def _mean_of(moments: Sequence[Moments]) -> Moments:
    """Variances by their logarithm."""
    means, variances = zip(*moments, strict=True)
    return Moments(torch.stack(means).mean(dim=0), torch.stack(variances).log().mean(dim=0).exp())


def summary_size(config: KokoroConfig) -> int:
    return 4 * config.istftnet.upsample_initial_channel + config.style_dim + 6


def summarise(features: Tensor, pitch_hz: Tensor, energy: Tensor, timbre: Tensor) -> Tensor:
    """(B, C, P), (B, P), (B, P), (B, S) -> (B, 4C + S + 6): an utterance in one row.

    Mean and log deviation of each channel of the generator's input, the same for voiced frames
    alone, the timbre, and the shares of voiced and audible frames with their pitch and energy.
    """
    active = F.leaky_relu(features, _SLOPE)
    voiced = (pitch_hz > VOICED_ABOVE_HZ).float()
    audible = (energy > AUDIBLE_ENERGY).float()
    log_pitch = pitch_hz.clamp(min=VOICED_ABOVE_HZ).log()
    mean_pitch, pitch_deviation = _weighted(log_pitch.unsqueeze(1), voiced)
    mean_energy, energy_deviation = _weighted(energy.unsqueeze(1), audible)
    shares = torch.stack((voiced.mean(dim=1), audible.mean(dim=1)), dim=1)
    return torch.cat(
        (
            *_weighted(active, torch.ones_like(voiced)),
            *_weighted(active, voiced),
            timbre,
            shares, mean_pitch, pitch_deviation, mean_energy, energy_deviation,
        ),
        dim=1,
    )  # fmt: skip


def _weighted(x: Tensor, weight: Tensor) -> tuple[Tensor, Tensor]:
    """(B, C, P), (B, P) -> mean and log deviation over time, (B, C) each"""
    weight = weight.unsqueeze(1) / weight.sum(dim=1).clamp(min=1)[:, None, None]
    mean = (x * weight).sum(dim=-1)
    variance = (x.square() * weight).sum(dim=-1) - mean.square()
    return mean, 0.5 * variance.clamp(min=_TINY).log()


def load_predictor(model: Kokoro, paths: Sequence[Path] = STATISTICS_FILES) -> StatisticsPredictor:
    """The predictor of files that `bench/fit_statistics.py` wrote, for this model's generator."""
    return StatisticsPredictor(load_network(model, path) for path in paths)


def load_network(model: Kokoro, path: Path) -> StatisticsNetwork:
    """Matrices are stored as 8-bit integers with a scale for each row."""
    from safetensors.torch import load_file

    stored = load_file(path)
    state = {
        name: value.float() * stored[f"{name}.scale"] if value.dtype == torch.int8 else value
        for name, value in stored.items()
        if not name.endswith(".scale")
    }
    channels = tuple(snake.alpha.shape[1] for snake in model.decoder.generator.snakes)
    basis, hidden = state["narrow.weight"].shape
    network = StatisticsNetwork(model.config, channels, hidden, basis)
    network.load_state_dict(state)
    return network.requires_grad_(False).eval().to(model.device)

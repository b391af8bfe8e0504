"""From encoded symbols and a delivery vector to durations, pitch and energy (StyleTTS 2, 3.2)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from .config import KokoroConfig
from .layers import AdaptiveLayerNorm, StyledResidual, along
from .packing import BidirectionalLSTM


class DurationEncoder(nn.Module):
    """BiLSTMs that are told the delivery before each layer and once more after the last."""

    def __init__(self, config: KokoroConfig):
        super().__init__()
        width, style = config.hidden_dim, config.style_dim
        self.lstms = nn.ModuleList(
            BidirectionalLSTM(width + style, width) for _ in range(config.n_layer)
        )
        self.norms = nn.ModuleList(AdaptiveLayerNorm(style, width) for _ in range(config.n_layer))

    def forward(self, x: Tensor, delivery: Tensor) -> Tensor:
        """(B, T, hidden), (B, K, S) -> (B, T, hidden + S)"""
        told = along(delivery, x.shape[1]).mT.expand(-1, x.shape[1], -1)
        x = torch.cat((x, told), dim=-1)
        for lstm, norm in zip(self.lstms, self.norms, strict=True):
            x = torch.cat((norm(lstm(x), delivery), told), dim=-1)
        return x


class ContourPredictor(nn.Module):
    """One curve at twice the frame rate: pitch in Hz, or energy."""

    def __init__(self, config: KokoroConfig):
        super().__init__()
        width, style = config.hidden_dim, config.style_dim
        self.blocks = nn.ModuleList(
            (
                StyledResidual(width, width, style),
                StyledResidual(width, width // 2, style, upsample=True),
                StyledResidual(width // 2, width // 2, style),
            )
        )
        self.project = nn.Conv1d(width // 2, 1, 1)

    def forward(self, x: Tensor, delivery: Tensor) -> Tensor:
        """(B, hidden, F), (B, K, S) -> (B, 2F)"""
        for block in self.blocks:
            x = block(x, delivery)
        return self.project(x).squeeze(1)


class ProsodyPredictor(nn.Module):
    def __init__(self, config: KokoroConfig):
        super().__init__()
        width, style = config.hidden_dim, config.style_dim
        self.encoder = DurationEncoder(config)
        self.duration_lstm = BidirectionalLSTM(width + style, width)
        self.duration = nn.Linear(width, config.max_dur)
        self.contour_lstm = BidirectionalLSTM(width + style, width)
        self.pitch = ContourPredictor(config)
        self.energy = ContourPredictor(config)

    def durations(self, encoded: Tensor) -> Tensor:
        """(B, T, hidden + S) -> (B, T) frames of 25 ms, real-valued, at normal speed.

        Each of the `max_dur` outputs is the probability that the symbol lasts one frame more.
        """
        return self.duration(self.duration_lstm(encoded)).sigmoid().sum(dim=-1)

    def contours(self, aligned: Tensor, delivery: Tensor) -> tuple[Tensor, Tensor]:
        """(B, F, hidden + S), (B, K, S) -> pitch in Hz and energy, each (B, 2F)"""
        shared = self.contour_lstm(aligned).mT
        return self.pitch(shared, delivery), self.energy(shared, delivery)

"""From symbol ids to features: an ALBERT that has read phonemised text, and a local encoder.

ALBERT: Lan et al. 2019, arXiv 1909.11942; trained on phonemes as in PL-BERT, arXiv 2301.08810.
The text encoder is Tacotron 2's (arXiv 1712.05884), as StyleTTS 2 uses it.
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .config import AlbertConfig, KokoroConfig
from .packing import BidirectionalLSTM, Convolution, Linear

_ALBERT_EPSILON = 1e-12


class Albert(nn.Module):
    """One transformer layer, applied `num_hidden_layers` times."""

    def __init__(self, config: AlbertConfig, n_token: int):
        super().__init__()
        self.depth = config.num_hidden_layers
        self.symbol = nn.Embedding(n_token, config.embedding_size)
        self.position = nn.Embedding(config.max_position_embeddings, config.embedding_size)
        self.segment = nn.Embedding(2, config.embedding_size)  # only row 0 is ever used
        self.norm = nn.LayerNorm(config.embedding_size, eps=_ALBERT_EPSILON)
        self.widen = nn.Linear(config.embedding_size, config.hidden_size)
        self.layer = AlbertLayer(config)

    def forward(self, symbol_ids: Tensor) -> Tensor:
        """(B, T) integers -> (B, T, hidden)"""
        positions = torch.arange(symbol_ids.shape[-1], device=symbol_ids.device)
        x = self.symbol(symbol_ids) + self.segment.weight[0] + self.position(positions)
        x = self.widen(self.norm(x))
        for _ in range(self.depth):
            x = self.layer(x)
        return x


class AlbertLayer(nn.Module):
    def __init__(self, config: AlbertConfig):
        super().__init__()
        width = config.hidden_size
        self.heads = config.num_attention_heads
        self.query = Linear(width, width)
        self.key = Linear(width, width)
        self.value = Linear(width, width)
        self.merge = Linear(width, width)
        self.attention_norm = nn.LayerNorm(width, eps=_ALBERT_EPSILON)
        self.expand = Linear(width, config.intermediate_size)
        self.contract = Linear(config.intermediate_size, width)
        self.output_norm = nn.LayerNorm(width, eps=_ALBERT_EPSILON)

    def forward(self, x: Tensor) -> Tensor:
        """(B, T, hidden) -> (B, T, hidden)"""
        query, key, value = (
            project(x).unflatten(-1, (self.heads, -1)).transpose(1, 2)  # (B, heads, T, each)
            for project in (self.query, self.key, self.value)
        )
        attended = F.scaled_dot_product_attention(query, key, value)
        x = self.attention_norm(x + self.merge(attended.transpose(1, 2).flatten(2)))
        return self.output_norm(x + self.contract(_gelu(self.expand(x))))


def _gelu(x: Tensor) -> Tensor:
    """The tanh approximation, written out as the weights were trained with it.

    The fused kernel rounds differently; the pitch inherits the error and its phase adds it up.
    """
    return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x.pow(3))))


class TextEncoder(nn.Module):
    """Three convolutions and a BiLSTM: what each symbol sounds like among its neighbours."""

    def __init__(self, config: KokoroConfig):
        super().__init__()
        width, kernel = config.hidden_dim, config.text_encoder_kernel_size
        self.embedding = nn.Embedding(config.n_token, width)
        self.convolutions = nn.ModuleList(
            Convolution(width, width, kernel, padding=kernel // 2) for _ in range(config.n_layer)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(config.n_layer))
        self.lstm = BidirectionalLSTM(width, width)

    def forward(self, symbol_ids: Tensor) -> Tensor:
        """(B, T) integers -> (B, T, hidden)"""
        x = self.embedding(symbol_ids)
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            x = F.leaky_relu(norm(convolution(x.mT).mT), 0.2)
        return self.lstm(x)

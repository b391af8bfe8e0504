"""A model with the layers of Kokoro-82M, 0.3 % of its size, and random weights.

What it says is noise, rendered in milliseconds. Its length depends on phonemes and speed, its
samples on the voice and the seed too, so whatever handles takes can be tested with it: order,
cache, cancelling, streams, routes, files. It needs no weights on the disk.
"""

from __future__ import annotations

import math

import torch

from kokoro_studio.model import Kokoro, KokoroConfig, Weights
from kokoro_studio.model.config import AlbertConfig, VocoderConfig
from kokoro_studio.model.statistics import StatisticsNetwork, StatisticsPredictor

SEED = 82
FRAMES_PER_PHONEME = 4  # 100 ms: slow speech
PITCH_HZ = 150.0
LOUDNESS = 0.2  # of a bin of the vocoder's spectrum

CONFIG = KokoroConfig(
    hidden_dim=16,
    max_dur=2 * FRAMES_PER_PHONEME,
    n_layer=1,
    text_encoder_kernel_size=3,
    decoder_dim=16,
    plbert=AlbertConfig(
        hidden_size=16,
        num_attention_heads=2,
        intermediate_size=16,
        num_hidden_layers=1,
        embedding_size=8,
    ),
    istftnet=VocoderConfig(
        upsample_initial_channel=8,
        resblock_kernel_sizes=(3, 3, 3),
        resblock_dilation_sizes=((1,),) * 3,
    ),
)


def load_tiny_model(
    _weights: Weights,
    device: torch.device | str = "cpu",
    precision: torch.dtype = torch.float32,
) -> Kokoro:
    """In place of `kokoro_studio.model.load_model`."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(SEED)
        model = Kokoro(CONFIG)
        channels = tuple(snake.alpha.shape[1] for snake in model.decoder.generator.snakes)
        model.statistics = StatisticsPredictor(
            [StatisticsNetwork(CONFIG, channels, hidden=8, basis=4)]
        )
    with torch.no_grad():
        model.predictor.pitch.project.bias.fill_(PITCH_HZ)
        log_magnitude, _ = model.decoder.generator.to_spectrum.bias.chunk(2)
        log_magnitude.fill_(math.log(LOUDNESS))
    model.decoder.compute_in(precision)
    return model.requires_grad_(False).eval().to(device)

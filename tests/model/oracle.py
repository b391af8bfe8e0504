"""The reference implementation (`kokoro` 0.9.4), given our weights and our noise."""

from __future__ import annotations

import importlib.util
import sys
import types
from contextlib import contextmanager
from unittest import mock

import torch
from torch import Tensor

from kokoro_studio.text.symbols import SYMBOL_IDS

CONFIG = {
    "n_token": 178,
    "hidden_dim": 512,
    "style_dim": 128,
    "max_dur": 50,
    "n_layer": 3,
    "n_mels": 80,
    "dropout": 0.2,
    "text_encoder_kernel_size": 5,
    "vocab": SYMBOL_IDS,
    "plbert": {
        "hidden_size": 768,
        "num_attention_heads": 12,
        "intermediate_size": 2048,
        "max_position_embeddings": 512,
        "num_hidden_layers": 12,
        "dropout": 0.1,
    },
    "istftnet": {
        "upsample_kernel_sizes": [20, 12],
        "upsample_rates": [10, 6],
        "gen_istft_hop_size": 5,
        "gen_istft_n_fft": 20,
        "resblock_dilation_sizes": [[1, 3, 5]] * 3,
        "resblock_kernel_sizes": [3, 7, 11],
        "upsample_initial_channel": 512,
    },
}


def build_reference(upstream: dict[str, Tensor]):
    """A `KModel` that holds `upstream`: flat, upstream's names, weight-norm folded."""
    KModel = import_kmodel()
    with mock.patch("torch.load", return_value={}):
        model = KModel(repo_id="none", config=CONFIG, model="none")
    state = model.state_dict()
    for key in state:
        if key.endswith("weight_v"):
            state[key], state[key[:-1] + "g"] = _split_weight_norm(upstream[key[:-2]])
        elif key in upstream:
            state[key] = upstream[key]
    model.load_state_dict(state)
    return model.eval()


@contextmanager
def given_noise(noise: Tensor):
    """Let the reference draw `noise` (samples, 9) where it asks for the excitation's."""
    real = torch.randn_like

    def drawn(like, **options):
        return noise.unsqueeze(0) if like.shape[-1] == noise.shape[-1] else real(like, **options)

    with mock.patch("torch.randn_like", drawn):
        yield


def capture(module):
    """(a list that will hold the inputs of the module's next call, the hook to remove after it)"""
    inputs: list[Tensor] = []
    hook = module.register_forward_hook(lambda _, given, __: inputs.extend(given))
    return inputs, hook


def import_kmodel():
    """`kokoro/__init__` pulls in spaCy models and silences loggers; go around it."""
    if "kokoro" not in sys.modules:
        package = types.ModuleType("kokoro")
        package.__path__ = list(importlib.util.find_spec("kokoro").submodule_search_locations)
        sys.modules["kokoro"] = package
    from kokoro.model import KModel, logger

    logger.disable("kokoro")
    return KModel


def _split_weight_norm(weight: Tensor) -> tuple[Tensor, Tensor]:
    """(direction, gain); a channel of zeros gets gain 0 and some direction."""
    gain = weight.flatten(1).norm(dim=1).view(-1, *[1] * (weight.dim() - 1))
    return torch.where(gain == 0, 1.0, weight), gain

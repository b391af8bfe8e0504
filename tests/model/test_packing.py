"""Layers whose weights were rearranged multiply as before."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from kokoro_studio.model.packing import BidirectionalLSTM, Convolution, Linear, can_pack, pack

pytestmark = pytest.mark.skipif(not can_pack(), reason="nothing is packed on this processor")


@torch.inference_mode()
@pytest.mark.parametrize(("batch", "steps"), [(1, 1), (1, 37), (3, 20)])
def test_a_packed_lstm_gives_the_same_to_the_last_bit(batch, steps):
    layer = BidirectionalLSTM(640, 512).eval()
    reference = nn.LSTM(640, 256, batch_first=True, bidirectional=True).eval()
    reference.load_state_dict(layer.state_dict())
    x = torch.randn(batch, steps, 640)
    unpacked = layer(x)
    pack(layer)
    assert layer.weight_hh_l0.is_mkldnn
    assert torch.equal(unpacked, reference(x)[0]) and torch.equal(layer(x), unpacked)


@torch.inference_mode()
@pytest.mark.parametrize(
    ("layer", "shape"),
    [
        (Linear(768, 2048), (1, 19, 768)),
        (Convolution(256, 128, 5, padding=2), (2, 256, 31)),
        (Convolution(256, 128, 7, dilation=3, padding=9), (1, 256, 1, 31)),
    ],
)
def test_other_packed_layers_only_round_otherwise(layer, shape):
    x = torch.randn(shape)
    unpacked = layer(x)
    pack(layer)
    assert layer.weight.is_mkldnn
    assert torch.allclose(layer(x), unpacked, atol=1e-5)


def test_only_what_was_asked_for_is_packed():
    layers = nn.Sequential(Linear(8, 8), BidirectionalLSTM(8, 8))
    pack(layers, only=BidirectionalLSTM)
    assert not layers[0].weight.is_mkldnn and layers[1].weight_ih_l0_reverse.is_mkldnn


@pytest.mark.parametrize("name", ["_linear_pointwise", "_reorder_convolution_weight"])
@pytest.mark.parametrize("what", ["gone", "refuses", "lies"])
def test_nothing_is_packed_where_an_operator_is_another(monkeypatch, name, what):
    def refuse(*_, **__):
        raise RuntimeError("another signature")

    others = {"gone": None, "refuses": refuse, "lies": lambda x, *_, **__: torch.zeros_like(x)}
    monkeypatch.setattr(torch.ops.mkldnn, name, others[what])
    can_pack.cache_clear()
    try:
        layer = nn.Sequential(Linear(8, 8))
        pack(layer)
        assert not can_pack() and not layer[0].weight.is_mkldnn
    finally:
        can_pack.cache_clear()

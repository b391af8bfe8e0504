"""The vocoder in bfloat16 beside itself in float32. The words are judged by bench/quality.py."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from kokoro_studio.errors import RequestError
from kokoro_studio.model import draw_excitation, load_model, pick_precision
from kokoro_studio.model.weights import find_weights
from kokoro_studio.text.symbols import ids
from kokoro_studio.voices import load_pack

pytestmark = pytest.mark.slow

PHONEMES = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ."


@pytest.fixture(scope="module")
def lower():
    return load_model(find_weights("bundled"), precision=torch.bfloat16)


@pytest.mark.parametrize("voice", ["af_heart", "am_adam", "zf_xiaobei"])
def test_bfloat16_is_thirty_decibels_from_float32(engine, lower, voice):
    row = load_pack(voice)[len(PHONEMES) - 1]
    symbols = torch.tensor([0, *ids(PHONEMES), 0])
    models = engine.model, lower
    encoded = [model.encode(symbols) for model in models]
    plans = [model.plan(each, row[128:]) for model, each in zip(models, encoded, strict=True)]
    assert np.array_equal(plans[0].durations, plans[1].durations)
    assert np.allclose(plans[0].pitch_hz, plans[1].pitch_hz, atol=0.01)
    excitation = draw_excitation(2 * plans[0].frames, seed=0)
    expected, audio = (
        model.render(each, plan, row[:128], excitation)
        for model, each, plan in zip(models, encoded, plans, strict=True)
    )
    noise = audio - expected
    assert audio.dtype == torch.float32 and noise.any()
    assert 10 * torch.log10(expected.square().sum() / noise.square().sum()) >= 30


@pytest.mark.parametrize(
    ("capabilities", "expected"),
    [
        ({"cpu_name": "Intel(R) Xeon(R)", "avx512_bf16": True, "amx_tile": True}, "bfloat16"),
        ({"cpu_name": "Intel(R) Xeon(R)", "avx512_bf16": True, "amx_tile": False}, "float32"),
        ({"cpu_name": "AMD EPYC", "avx512_bf16": True, "amx_tile": False}, "bfloat16"),
        ({"cpu_name": "AMD Ryzen 5", "avx512_bf16": False, "amx_tile": False}, "float32"),
        ({"architecture": "aarch64"}, "float32"),
        (None, "float32"),  # a torch that does not tell
    ],
)
def test_the_processor_chooses(monkeypatch, capabilities, expected):
    monkeypatch.delenv("KOKORO_PRECISION", raising=False)
    if capabilities is None:
        monkeypatch.delattr(torch.cpu, "get_capabilities", raising=False)
    else:
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: capabilities, raising=False)
    processor = torch.device("cpu")
    assert pick_precision(processor) == pick_precision(processor, "auto") == expected


def test_a_person_chooses_before_the_processor(monkeypatch):
    processor = torch.device("cpu")
    monkeypatch.setenv("KOKORO_PRECISION", "bfloat16")
    assert pick_precision(processor) == "bfloat16"
    assert pick_precision(processor, "float32") == "float32"
    with pytest.raises(RequestError, match="'half'; use auto, float32 or bfloat16"):
        pick_precision(processor, "half")

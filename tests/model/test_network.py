from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.utils._python_dispatch import TorchDispatchMode

from kokoro_studio import Take
from kokoro_studio.errors import WeightsError
from kokoro_studio.model import EncodedText, Kokoro, KokoroConfig, Prosody, draw_excitation
from kokoro_studio.model.fourier import ShortTimeFourier
from kokoro_studio.model.source import HARMONICS
from kokoro_studio.text.symbols import ids
from kokoro_studio.voices import parse_formula, style_for, style_path

from .oracle import CONFIG


@pytest.mark.slow
def test_has_the_parameters_of_the_released_model():
    with torch.device("meta"):
        model = Kokoro()
    assert round(sum(p.numel() for p in model.parameters()) / 1e6, 1) == 81.1


class LooksAtNoValue(TorchDispatchMode):
    """Fails where a value is read out: a graphics card would be waited for there."""

    def __torch_dispatch__(self, function, types, args=(), kwargs=None):
        assert function is not torch.ops.aten._local_scalar_dense.default
        return function(*args, **(kwargs or {}))


@pytest.mark.slow
def test_nothing_between_plan_and_waveform_waits_for_the_device():
    model, frames = Kokoro(), 8
    encoded = EncodedText(context=torch.ones(4, 512), text=torch.ones(4, 512))
    prosody = Prosody(
        durations=np.array([1, 2, 4, 1]),
        pitch_hz=np.full(2 * frames, 100, dtype=np.float32),
        energy=np.ones(2 * frames, dtype=np.float32),
    )
    excitation = draw_excitation(2 * frames, seed=0)
    with LooksAtNoValue():
        waveform = model.render(encoded, prosody, torch.ones(128), excitation)
        with pytest.raises(AssertionError):
            waveform.sum().item()
    assert waveform.shape == (frames * 600,)


def test_config_is_read_from_the_checkpoints_own_file():
    assert KokoroConfig.from_json(CONFIG) == KokoroConfig()
    with pytest.raises(WeightsError, match="hidden_dimm"):
        KokoroConfig.from_json({**CONFIG, "hidden_dimm": 512})


def test_noise_depends_on_the_seed_alone():
    torch.manual_seed(1)
    first = draw_excitation(20, seed=5).noise
    torch.manual_seed(2)
    torch.rand(10)
    assert torch.equal(first, draw_excitation(20, seed=5).noise)
    assert not torch.equal(first, draw_excitation(20, seed=6).noise)
    assert first.shape == (20 * 300, HARMONICS)


def test_fourier_synthesis_inverts_analysis():
    signal = torch.sin(torch.arange(1500) * 0.2)[None]
    fourier = ShortTimeFourier(20, 5)
    magnitude, phase = fourier.analyse(signal).chunk(2, dim=1)
    assert torch.allclose(fourier.synthesise(magnitude, phase), signal, atol=1e-5)


def test_speed_scales_what_is_spoken_and_not_the_padding(engine):
    utterance = engine.read(Take("The padding is silence, not speech.")).utterances[0]
    blend = parse_formula("af_heart")
    plans = {speed: engine.plan(utterance, blend, speed).durations for speed in (0.5, 1.0, 2.0)}
    assert len({int(plan[0]) for plan in plans.values()}) == 1
    assert len({int(plan[-1]) for plan in plans.values()}) == 1
    spoken = {speed: int(plan[1:-1].sum()) for speed, plan in plans.items()}
    assert 1.9 < spoken[0.5] / spoken[1.0] < 2.1
    assert 0.45 < spoken[2.0] / spoken[1.0] < 0.65  # no symbol is shorter than a frame


def test_rendered_together_is_rendered_alone(engine):
    """Lengths, voices and seeds of all kinds, padded to the longest."""
    texts = {
        "af_heart": "Yes.",
        "am_adam": "Where did the old road lead to?",
        "zf_xiaobei": "你好。",
    }
    texts_read, plans, timbres, excitations, alone = [], [], [], [], []
    for seed, (voice, text) in enumerate(texts.items()):
        blend = parse_formula(voice)
        utterance = engine.read(Take(text, voice)).utterances[0]
        encoded = engine.model.encode(torch.tensor([0, *ids(utterance.phonemes), 0]))
        plan = engine.plan(utterance, blend)
        timbre = style_for(style_path(blend), len(utterance.phonemes)).timbre
        excitation = draw_excitation(2 * plan.frames, seed)
        alone.append(engine.model.render(encoded, plan, timbre, excitation))
        texts_read.append(encoded), plans.append(plan)
        timbres.append(timbre), excitations.append(excitation)
    together = engine.model.render_together(texts_read, plans, timbres, excitations)
    for one, other in zip(alone, together, strict=True):
        assert one.shape == other.shape
        assert (one - other).abs().max() <= 1e-4

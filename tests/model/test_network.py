from __future__ import annotations

import pytest
import torch

from kokoro_studio.errors import WeightsError
from kokoro_studio.model import Excitation, Kokoro, KokoroConfig, Plan, draw_excitation
from kokoro_studio.model.source import HARMONICS
from kokoro_studio.model.vocoder import ShortTimeFourier

from .oracle import CONFIG


def test_has_the_parameters_of_the_released_model():
    with torch.device("meta"):
        model = Kokoro()
    assert round(sum(p.numel() for p in model.parameters()) / 1e6, 1) == 81.1


def test_renders_on_a_device_that_holds_no_data():
    """Nothing between plan and waveform looks at a value or names a device."""
    with torch.device("meta"):
        model, frames = Kokoro(), 40
        plan = Plan(
            durations=torch.empty(12, dtype=torch.long),
            pitch_hz=torch.empty(2 * frames),
            energy=torch.empty(2 * frames),
            aligned_text=torch.empty(512, frames),
        )
        excitation = Excitation(torch.empty(frames * 600, HARMONICS))
        waveform = model.render(plan, torch.empty(128), excitation)
    assert waveform.device.type == "meta"
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
    utterance = engine.read(_take("The padding is silence, not speech.")).utterances[0]
    blend = _take("").blend
    plans = {speed: engine.plan(utterance, blend, speed).durations for speed in (0.5, 1.0, 2.0)}
    assert len({int(plan[0]) for plan in plans.values()}) == 1
    assert len({int(plan[-1]) for plan in plans.values()}) == 1
    spoken = {speed: int(plan[1:-1].sum()) for speed, plan in plans.items()}
    assert 1.9 < spoken[0.5] / spoken[1.0] < 2.1
    assert 0.45 < spoken[2.0] / spoken[1.0] < 0.65  # no symbol is shorter than a frame


def _take(text):
    from kokoro_studio import Take

    return Take(text)

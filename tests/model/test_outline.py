"""Silence that is left out, and what stands for it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from kokoro_studio import Take
from kokoro_studio.engine.joins import silent_spans
from kokoro_studio.model import PITCH_FRAMES, SAMPLES_PER_FRAME, draw_excitation
from kokoro_studio.model.outline import Outline, seams_of, with_silence, without
from kokoro_studio.model.vocoder import WHOLE, _moments
from kokoro_studio.voices import parse_formula, style_for, style_path

SPANS = ((4, 9), (20, 21), (26, 30))


def test_what_is_left_comes_back_with_zeros_between():
    x = torch.arange(1, 91.0).reshape(1, 90)
    left = without(x, SPANS, rate=3)
    assert left.shape == (1, 90 - 3 * 10)
    back = with_silence(left, SPANS, rate=3)
    silent = torch.zeros(90, dtype=torch.bool)
    for start, stop in SPANS:
        silent[3 * start : 3 * stop] = True
    assert torch.equal(back[0, ~silent], x[0, ~silent]) and not back[0, silent].any()
    assert without(x, (), 3) is x and with_silence(x, (), 3) is x


def test_steady_silence_counts_as_if_it_were_there():
    """Two stretches of silence, each with a level of its own, around something loud."""
    torch.manual_seed(0)
    low, high = torch.full((1, 8, 1, 12), -3.0), torch.full((1, 8, 1, 15), 1.5)
    whole = torch.cat((low, 4 * torch.randn(1, 8, 1, 20), high), dim=-1)
    spans = ((2, 10), (36, 45))
    outline = Outline(seams=seams_of(spans)).times(1)
    for given, expected in zip(
        _moments(without(whole, spans, 1), outline), _moments(whole, WHOLE), strict=True
    ):
        assert torch.allclose(given, expected, atol=1e-5)


@pytest.mark.parametrize("voice", ["af_heart", "jf_alpha", "zf_xiaoyi"])
def test_speech_is_as_loud_and_as_it_was_without_the_silence_around_it(engine, voice):
    text = {"a": "Over here.", "j": "こちらです。", "z": "在这里。"}[voice[0]]
    blend = parse_formula(voice)
    utterance = engine.read(Take(text, voice)).utterances[0]
    plan = engine.plan(utterance, blend)
    timbre = style_for(style_path(blend), len(utterance.phonemes)).timbre
    excitation = draw_excitation(PITCH_FRAMES * plan.frames, seed=0)
    silent = silent_spans(plan)
    whole = engine.model.render(plan, timbre, excitation).numpy()
    spared = engine.model.render(plan, timbre, excitation, silent).numpy()
    frames = np.ones(plan.frames, dtype=bool)
    for start, stop in silent:
        frames[start:stop] = False
    samples = frames.repeat(SAMPLES_PER_FRAME)
    assert frames.sum() < 0.9 * plan.frames and whole.shape == spared.shape
    assert not spared[~samples].any() and np.abs(whole[~samples]).max() < 0.01
    levels = [np.square(audio[samples]).mean() for audio in (whole, spared)]
    assert abs(10 * np.log10(levels[1] / levels[0])) < 0.5
    noise = np.square(spared - whole).sum()
    assert 10 * np.log10(np.square(whole).sum() / noise) > 8

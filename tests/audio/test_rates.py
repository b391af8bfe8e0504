from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.audio import SAMPLE_RATE, SAMPLE_RATES, Output
from kokoro_studio.audio.rates import Resampler
from kokoro_studio.errors import RequestError

OTHERS = [rate for rate in SAMPLE_RATES if rate != SAMPLE_RATE]


def tone(hertz: float, seconds: float = 1.0) -> np.ndarray:
    times = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    return (0.5 * np.sin(2 * np.pi * hertz * times)).astype(np.float32)


def whole(rate: int, samples: np.ndarray) -> np.ndarray:
    resampler = Resampler(rate)
    return np.concatenate((resampler.push(samples), resampler.end()))


def decibels(amplitude: float) -> float:
    return 20 * np.log10(max(float(amplitude), 1e-12))


@pytest.mark.parametrize("rate", OTHERS)
@pytest.mark.parametrize("hertz", [100, 1_000, 3_500])
def test_a_tone_keeps_its_pitch_its_height_and_its_place(rate, hertz):
    made = whole(rate, tone(hertz))
    times = np.arange(len(made)) / rate
    expected = 0.5 * np.sin(2 * np.pi * hertz * times)
    inside = slice(rate // 20, -rate // 20)
    assert np.abs(made - expected)[inside].max() < 2e-4


@pytest.mark.parametrize(("rate", "hertz"), [(8_000, 4_100), (8_000, 9_000), (16_000, 8_200)])
def test_tones_above_the_new_nyquist_frequency_are_removed(rate, hertz):
    inside = slice(rate // 20, -rate // 20)
    assert decibels(np.abs(whole(rate, tone(hertz)))[inside].max()) < -80


@pytest.mark.parametrize("rate", [44_100, 48_000])
def test_no_images_above_the_old_nyquist_frequency(rate):
    made = whole(rate, tone(10_000))
    spectrum = np.abs(np.fft.rfft(made * np.hanning(len(made))))
    hertz = np.fft.rfftfreq(len(made), 1 / rate)
    above = spectrum[hertz > 12_200].max() / spectrum.max()
    assert decibels(above) < -80


@given(
    rate=st.sampled_from(OTHERS),
    cuts=st.lists(st.integers(0, 3_000), max_size=6),
    length=st.integers(0, 3_000),
)
def test_pieces_and_the_whole_are_the_same_samples(rate, cuts, length):
    sound = np.random.default_rng(1).normal(size=length).astype(np.float32)
    places = sorted({0, length, *(cut for cut in cuts if cut <= length)})
    resampler = Resampler(rate)
    pieces = [resampler.push(sound[start:stop]) for start, stop in itertools.pairwise(places)]
    streamed = np.concatenate([*pieces, resampler.end()])
    assert np.array_equal(streamed, whole(rate, sound))
    assert len(streamed) == -(-length * rate // SAMPLE_RATE)


@pytest.mark.parametrize("rate", [0, 11_025, -8_000, "fast", None, True, float("nan")])
def test_another_rate_is_refused_by_name(rate):
    with pytest.raises(RequestError, match=r"Sample rate .* 44100 or 48000"):
        Output(rate)


@pytest.mark.parametrize(("rate", "has"), [(22_050, False), (44_100, False), (48_000, True)])
def test_opus_has_rates_of_its_own(rate, has):
    if has:
        Output(rate).check_format("opus")
        return
    with pytest.raises(RequestError, match=f"{rate} is not one of Opus; use 8000, 16000, 24000 or"):
        Output(rate).check_format("opus")

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.audio import SAMPLE_RATE, Output, to_pcm16
from kokoro_studio.audio.limiter import Limiter

TIMES = np.arange(SAMPLE_RATE) / SAMPLE_RATE
TONE = np.sin(2 * np.pi * 440 * TIMES).astype(np.float32)


def limited(samples: np.ndarray) -> np.ndarray:
    limiter = Limiter(SAMPLE_RATE)
    return np.concatenate((limiter.push(samples), limiter.end()))


@given(st.integers(0, 2**32 - 1), st.floats(0.1, 8))
def test_nothing_passes_full_scale(seed, loudest):
    noise = np.random.default_rng(seed).normal(scale=loudest / 3, size=4_000).astype(np.float32)
    made = limited(noise)
    assert len(made) == len(noise) and np.abs(made).max() <= 1 + 1e-6


def test_sound_within_full_scale_is_unchanged_to_the_last_bit():
    assert np.array_equal(limited(TONE), TONE)
    assert np.array_equal(limited(TONE[:50]), TONE[:50])


@given(st.lists(st.integers(0, 9_000), max_size=6), st.floats(0.5, 4))
def test_pieces_and_the_whole_are_the_same_samples(cuts, volume):
    sound = (TONE[:9_000] * np.linspace(0, volume, 9_000)).astype(np.float32)
    places = sorted({0, len(sound), *cuts})
    limiter = Limiter(SAMPLE_RATE)
    pieces = [limiter.push(sound[start:stop]) for start, stop in itertools.pairwise(places)]
    assert np.array_equal(np.concatenate([*pieces, limiter.end()]), limited(sound))


def test_a_loud_tone_stays_a_tone_where_clipping_would_distort_it():
    def harmonics(sound: np.ndarray) -> float:
        spectrum = np.abs(np.fft.rfft(sound[2_400:-2_400] * np.hanning(len(sound) - 4_800)))
        peak = spectrum.argmax()
        return float(spectrum[peak + 40 :].max() / spectrum[peak])

    loud = TONE * np.float32(3)
    assert harmonics(np.clip(loud, -1, 1)) > 0.1
    assert harmonics(limited(loud)) < 0.001


def test_sound_around_a_peak_comes_back_soon_and_without_a_jump():
    sound = np.full(SAMPLE_RATE, 0.25, dtype=np.float32)
    sound[12_000] = 2.0  # 6 dB too much
    made = limited(sound)
    assert np.array_equal(made[: 12_000 - 120], sound[: 12_000 - 120])
    back = 12_000 + round(0.12 * SAMPLE_RATE)
    assert np.array_equal(made[back:], sound[back:])
    gain = made / sound
    assert np.abs(np.diff(gain)).max() < 0.02


@pytest.mark.parametrize("rate", [8_000, 24_000, 48_000])
def test_a_volume_above_full_scale_is_limited_at_every_rate(rate):
    made = Output(rate, volume=5.0).whole(TONE)
    assert np.abs(made).max() <= 1 + 1e-6
    flat = np.abs(to_pcm16(made).astype(int)) == 32_767
    assert flat.mean() < 0.05  # clipped, nine tenths of it would be

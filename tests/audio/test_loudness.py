"""Loudness by physics: tones whose level is known, and speech that is matched."""

from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.signal import freqz

from kokoro_studio.audio.loudness import (
    INTEGRATED,
    UNGATED,
    Level,
    matched_gains,
    measure_level,
    true_peak,
)
from kokoro_studio.engine import Take


def tone(hertz: float, seconds: float, rate: int, dbfs: float = 0.0) -> np.ndarray:
    """A sine whose peak lies `dbfs` under full scale."""
    time = np.arange(round(seconds * rate)) / rate
    return (10 ** (dbfs / 20) * np.sin(2 * np.pi * hertz * time)).astype(np.float32)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("dbfs", [0.0, -20.0, -40.0])
def test_a_tone_has_the_loudness_that_the_recommendation_says(rate, dbfs):
    """BS.1770-4: 997 Hz at 0 dBFS in one channel reads -3.01 LKFS."""
    level = measure_level(tone(997, 4, rate, dbfs), rate)
    assert level.method == INTEGRATED
    assert level.lufs == pytest.approx(-3.01 + dbfs, abs=0.1)


@pytest.mark.parametrize("hertz", [50, 100, 500, 2_000, 8_000])
def test_frequencies_are_weighted_as_the_recommendation_says(hertz):
    """Against its own coefficients for 48 kHz (BS.1770-4, tables 1 and 2)."""
    shelf = freqz(
        [1.53512485958697, -2.69169618940638, 1.19839281085285],
        [1, -1.69065929318241, 0.73248077421585],
        [hertz], fs=48_000,
    )[1]  # fmt: skip
    high_pass = freqz([1, -2, 1], [1, -1.99004745483398, 0.99007225036621], [hertz], fs=48_000)[1]
    weight = 20 * math.log10(abs(shelf[0] * high_pass[0]))
    level = measure_level(tone(hertz, 5, 48_000, -20), 48_000)
    assert level.lufs == pytest.approx(-0.691 - 20 - 3.01 + weight, abs=0.1)


def test_silence_in_between_is_gated_away_where_there_is_enough_to_gate():
    long = np.concatenate([tone(997, 3, 48_000, -20), np.zeros(3 * 48_000, np.float32)])
    level = measure_level(long, 48_000)
    assert level.lufs == pytest.approx(-23.01, abs=0.35)  # blocks that lie on the edge count
    assert level.ungated_lufs == pytest.approx(-26.02, abs=0.1)
    short = measure_level(long[48_000 * 2 : 48_000 * 4], 48_000)
    assert short.method == UNGATED
    assert short.lufs == short.ungated_lufs == pytest.approx(-26.02, abs=0.1)


def test_silence_and_very_short_clips_have_a_level():
    assert measure_level(np.zeros(48_000, np.float32), 48_000).lufs == -math.inf
    assert measure_level(np.zeros(48_000, np.float32), 48_000).true_peak_dbtp == -math.inf
    assert measure_level(tone(997, 0.2, 24_000), 24_000).lufs == pytest.approx(-3.01, abs=0.1)


def test_the_true_peak_lies_between_the_samples():
    """A quarter of the sample rate, sampled 45 degrees off its peaks: all samples read -3.01 dB."""
    time = np.arange(48_000)
    wave = np.sin(np.pi / 2 * time + np.pi / 4).astype(np.float32)
    assert 20 * math.log10(np.abs(wave).max()) == pytest.approx(-3.01, abs=0.01)
    ramp = np.minimum(1, np.minimum(time, time[::-1]) / 1_000)  # no overshoot at the ends
    assert true_peak((wave * ramp).astype(np.float32)) == pytest.approx(0, abs=0.15)


def level(lufs: float, peak: float) -> Level:
    return Level(lufs, INTEGRATED, peak, lufs)


def test_all_come_to_the_target_where_there_is_room():
    assert matched_gains([level(-30, -12), level(-18, -8)]) == pytest.approx((7, -5))


def test_one_without_room_lowers_them_all_alike():
    """Seven dB more would bring the first one's peak to 5 dBTP: 6.5 above the ceiling."""
    levels = [level(-30, -2), level(-18, -8)]
    gains = matched_gains(levels)
    assert gains == pytest.approx((0.5, -11.5))
    loudness = [one.lufs + gain for one, gain in zip(levels, gains, strict=True)]
    assert loudness[0] == pytest.approx(loudness[1])
    peaks = [one.true_peak_dbtp + gain for one, gain in zip(levels, gains, strict=True)]
    assert max(peaks) == pytest.approx(-1.5)


def test_like_is_compared_with_like():
    """Beside one that is too short to be gated, nothing is."""
    gated = Level(-20, INTEGRATED, -9, -22)
    short = Level(-22, UNGATED, -9, -22)
    assert matched_gains([gated, short]) == pytest.approx((-1, -1))
    assert matched_gains([gated, gated]) == pytest.approx((-3, -3))


@pytest.mark.slow
def test_a_gain_does_what_it_says(engine):
    """Speech by two voices, measured again after the gains."""
    text = "The last ferry leaves the island just after the lamps are lit."
    clips = [
        np.concatenate([segment.audio for segment in engine.record(Take(text, voice))])
        for voice in ("af_heart", "am_adam")
    ]
    gains = matched_gains([measure_level(clip, 24_000) for clip in clips])
    played = [
        measure_level((clip * 10 ** (gain / 20)).astype(np.float32), 24_000)
        for clip, gain in zip(clips, gains, strict=True)
    ]
    assert {one.method for one in played} == {INTEGRATED}
    assert played[0].lufs == pytest.approx(played[1].lufs, abs=0.01)
    assert -25 < played[0].lufs <= -22.99
    assert max(one.true_peak_dbtp for one in played) <= -1.49

"""The pitch of a sound, by autocorrelation: independent of the model and its plan."""

from __future__ import annotations

import numpy as np

RATE = 24_000
WINDOW, HOP = 1_200, 300  # 50 ms, each 12.5 ms
LOWEST_HZ, HIGHEST_HZ = 60, 500
CLEAR = 0.8  # of the energy repeats after a period


def track(audio: np.ndarray) -> np.ndarray:
    """Hz each 12.5 ms, nan where nothing repeats clearly."""
    padded = np.pad(audio.astype(float), WINDOW // 2)
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP]
    frames = (frames - frames.mean(axis=1, keepdims=True)) * np.hanning(WINDOW)
    power = np.abs(np.fft.rfft(frames, 2 * WINDOW)) ** 2
    correlation = np.fft.irfft(power)[:, :WINDOW]
    window = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(WINDOW), 2 * WINDOW)) ** 2)[:WINDOW]
    correlation = correlation / np.maximum(correlation[:, :1], 1e-9) / (window / window[0])
    first, last = RATE // HIGHEST_HZ, RATE // LOWEST_HZ
    peaks = correlation[:, first:last].argmax(axis=1) + first
    rows = np.arange(len(peaks))
    left, top, right = (correlation[rows, peaks + step] for step in (-1, 0, 1))
    exact = peaks + (left - right) / (2 * (left - 2 * top + right) - 1e-12)
    return np.where(top > CLEAR, RATE / exact, np.nan)


def semitones_apart(before: np.ndarray, after: np.ndarray, plan_hz: np.ndarray) -> float:
    """Median distance of two sounds of the same timing, over frames that the plan calls voiced."""
    one, other = track(before), track(after)
    count = min(len(one), len(other), len(plan_hz))
    both = 12 * np.log2(other[:count] / one[:count])
    return float(np.nanmedian(both[plan_hz[:count] > 10]))

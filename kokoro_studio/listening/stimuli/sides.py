"""The files of a trial's sides: nothing but their sound tells them apart.

All sides have one sample rate, one loudness, one length and no name. Equal sides differ in their
dither, so no two files are equal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...audio.clip import resampled
from ...audio.encoding import wav_header
from ...audio.loudness import TARGET_LUFS, UNGATED, matched_gains
from ..trials import FULL_PLAY_SECONDS
from .stimulus import Stimulus, read_sound

LEAD_IN_SECONDS = 0.1
TAIL_SECONDS = 0.2
_FULL_SCALE = 32767


@dataclass(frozen=True)
class Match:
    """How the sides of a trial were made alike."""

    rate: int  # Hz
    seconds: float  # of every side's file
    gains_db: tuple[float, ...]
    lufs: float  # of every side, by `method`
    method: str

    def to_json(self) -> dict[str, Any]:
        return {
            "rate": self.rate,
            "seconds": round(self.seconds, 4),
            "gains_db": [round(gain, 3) for gain in self.gains_db],
            "lufs": round(self.lufs, 2),
            "target_lufs": TARGET_LUFS,
            "method": self.method,
        }


def side_gains(stimuli: Sequence[Stimulus]) -> tuple[float, ...]:
    """The gain in dB of each side that makes all equally loud."""
    return matched_gains([stimulus.level for stimulus in stimuli])


def unlock_seconds(stimulus: Stimulus) -> float:
    """Seconds of it to be heard before a vote: three, or all of a shorter one."""
    return min(FULL_PLAY_SECONDS, stimulus.audible_seconds)


def match_sides(stimuli: Sequence[Stimulus]) -> Match:
    """The highest rate among them (48 kHz at most), the longest length, one loudness."""
    rate = max(stimulus.rate for stimulus in stimuli)
    longest = max(stimulus.seconds for stimulus in stimuli)
    gains = side_gains(stimuli)
    short = [one for one in stimuli if one.level.method == UNGATED]
    first = stimuli[0].level
    return Match(
        rate,
        LEAD_IN_SECONDS + longest + TAIL_SECONDS,
        gains,
        (first.ungated_lufs if short else first.lufs) + gains[0],
        short[0].level.method if short else first.method,
    )


def side_wav(stimuli: Sequence[Stimulus], index: int, rng_seed: int) -> bytes:
    """The WAV file of side `index` of a trial with these sides; `rng_seed` is this side's own."""
    match = match_sides(stimuli)
    sound = resampled(read_sound(stimuli[index]), match.rate)
    samples = np.zeros(round(match.seconds * match.rate))
    first = round(LEAD_IN_SECONDS * match.rate)
    heard = sound.samples[: len(samples) - first]
    samples[first : first + len(heard)] = heard * 10 ** (match.gains_db[index] / 20)
    data = _dithered(samples, rng_seed).tobytes()
    return wav_header(match.rate, len(data)) + data


def _dithered(samples: np.ndarray, rng_seed: int) -> np.ndarray:
    """To 16 bits, with triangular noise of one step (TPDF) so that rounding makes no distortion."""
    random = np.random.default_rng(rng_seed)
    noise = random.random(len(samples)) - random.random(len(samples))
    steps = np.round(samples * _FULL_SCALE + noise)
    return np.clip(steps, -_FULL_SCALE - 1, _FULL_SCALE).astype("<i2")

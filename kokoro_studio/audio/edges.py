"""Trim the inaudible ends of a clip, by one rule for all contestants."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .samples import Samples, fade_edges

RULE = 2  # increase it with each change below: other edges make another stimulus
MARGIN_SECONDS = 0.05  # kept on both sides: soft onsets and releases
_FRAME_SECONDS = 0.01
_BELOW_LOUDEST_DB = 50.0  # inaudible beside the loudest frame
_ABOVE_FLOOR_DB = 6.0  # of noise: a frame must be louder than that to count as speech
_SOFTEST_SPEECH_DB = 35.0  # below the loudest frame: a lone f or h
_QUIETEST_SHARE = 0.05  # of the frames: they show the floor


@dataclass(frozen=True)
class Trim:
    """Samples kept, and of them those between the first and the last that can be heard."""

    first: int
    last: int  # exclusive
    heard_first: int
    heard_last: int


def find_edges(samples: Samples, rate: int) -> Trim:
    """The first and last sample of the sound that is above silence and the recording's noise.

    A frame of 10 ms is heard when it is less than 50 dB below the loudest one. In a noisy recording
    it must also be 6 dB above the noise, which is the level of its quietest twentieth of frames.
    Frames less than 35 dB below the loudest are always kept: in a clip without a pause the quietest
    frames are speech. So noise louder than that is kept too.
    """
    length = max(round(_FRAME_SECONDS * rate), 1)
    count = max(len(samples) // length, 1)
    centred = samples.astype(np.float64) - samples.mean()
    frames = centred[: count * length].reshape(count, -1)
    levels = 10 * np.log10(np.square(frames).mean(axis=1) + 1e-20)
    loudest, floor = levels.max(), np.quantile(levels, _QUIETEST_SHARE)
    noise = min(floor + _ABOVE_FLOOR_DB, loudest - _SOFTEST_SPEECH_DB)
    heard = np.flatnonzero(levels >= max(loudest - _BELOW_LOUDEST_DB, noise))
    # The last frame stands for the few samples behind it as well.
    first = int(heard[0]) * length
    last = len(samples) if heard[-1] == count - 1 else int(heard[-1] + 1) * length
    margin = round(MARGIN_SECONDS * rate)
    return Trim(max(first - margin, 0), min(last + margin, len(samples)), first, last)


def cut(samples: Samples, rate: int, trim: Trim) -> Samples:
    """The samples between the edges, with a fade of 5 ms at both ends against clicks."""
    return fade_edges(samples[trim.first : trim.last], rate=rate)

"""How utterances meet: the model's silence is trimmed, a pause by punctuation takes its place."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..audio import SAMPLE_RATE, Samples
from ..model import SAMPLES_PER_FRAME
from ..text import Boundary

# Seconds between utterances at normal speed, by what ended the first.
PAUSE_SECONDS = {
    Boundary.PARAGRAPH: 0.75,
    Boundary.SENTENCE: 0.4,
    Boundary.CLAUSE: 0.2,
    Boundary.WORD: 0.05,
    Boundary.CHARACTER: 0.0,
    Boundary.END: 0.15,
}
_AUDIBLE = 10 ** (-50 / 20)  # of full scale
_MARGIN_SECONDS = 0.05  # kept on both sides of what can be heard, for breaths and soft onsets


def speech_bounds(
    audio: Samples, durations: Sequence[int], silent: Sequence[bool]
) -> tuple[int, int]:
    """First and last sample to keep.

    `silent` tells for each entry of `durations` whether its symbol is padding, a mark or a space.
    Only the silent run at either end is ever cut, and there only what cannot be heard.
    """
    edges = np.concatenate(([0], np.cumsum(durations))) * SAMPLES_PER_FRAME
    spoken = [index for index, quiet in enumerate(silent) if not quiet]
    first, last = (edges[spoken[0]], edges[spoken[-1] + 1]) if spoken else (0, len(audio))
    loud = np.flatnonzero(np.abs(audio) > _AUDIBLE)
    if len(loud):
        first, last = min(first, loud[0]), max(last, loud[-1] + 1)
    margin = round(_MARGIN_SECONDS * SAMPLE_RATE)
    return max(int(first) - margin, 0), min(int(last) + margin, len(audio))

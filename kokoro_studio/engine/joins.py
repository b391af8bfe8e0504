"""How utterances meet: the model's silence is trimmed, a pause by punctuation takes its place."""

from __future__ import annotations

import numpy as np

from ..audio import SAMPLE_RATE, Samples
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
_AUDIBLE = 10 ** (-60 / 20)  # of full scale: soft onsets and releases lie well above
_MARGIN_SECONDS = 0.05  # kept on both sides of what can be heard


def trim(audio: Samples) -> tuple[int, int]:
    """First and last sample to keep of any sound: what can be heard, and a margin."""
    loud = np.flatnonzero(np.abs(audio) > _AUDIBLE)
    if not len(loud):
        return 0, len(audio)
    margin = round(_MARGIN_SECONDS * SAMPLE_RATE)
    return max(int(loud[0]) - margin, 0), min(int(loud[-1]) + 1 + margin, len(audio))

"""How utterances meet: the model's silence is trimmed, a pause by punctuation takes its place."""

from __future__ import annotations

import numpy as np

from ..audio import SAMPLE_RATE, Samples
from ..model import FRAME_SECONDS, Plan
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
# The model's energy follows the level of its sound: 8 is loud speech, 0 about -55 dB, and the
# silence that it keeps at both ends of an utterance -4 to -10.
_SPOKEN_ENERGY = -1.0
_FEWEST_FRAMES = 8  # between two lengths
_SPOKEN_MARGIN_SECONDS = 0.1  # a stop's burst may come as much before its energy


def trim(audio: Samples) -> tuple[int, int]:
    """First and last sample to keep of an utterance: what can be heard, and a margin."""
    loud = np.flatnonzero(np.abs(audio) > _AUDIBLE)
    if not len(loud):
        return 0, len(audio)
    margin = round(_MARGIN_SECONDS * SAMPLE_RATE)
    return max(int(loud[0]) - margin, 0), min(int(loud[-1]) + 1 + margin, len(audio))


def spoken(plan: Plan) -> tuple[int, int]:
    """First and last frame (exclusive) of a plan that are worth rendering.

    A third of a short utterance is silence, which costs as much to render as speech does. Of that,
    as much is kept as makes one of few lengths: oneDNN writes code for each new one.
    """
    loud = (plan.energy.view(-1, 2).amax(dim=1) > _SPOKEN_ENERGY).nonzero().flatten().tolist()
    if not loud:
        return 0, plan.frames
    margin = round(_SPOKEN_MARGIN_SECONDS / FRAME_SECONDS)
    first = max(loud[0] - margin, 0)
    frames = loud[-1] + 1 + margin - first
    step = max(_FEWEST_FRAMES, 2 ** (frames.bit_length() - 5))  # a sixteenth of it at most
    kept = -(-frames // step) * step
    last = min(first + kept, plan.frames)
    return max(last - kept, 0), last

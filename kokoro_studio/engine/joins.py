"""How utterances meet: the model's silence is trimmed, a pause by punctuation takes its place.

Of a short utterance, most of that silence is not even rendered.
"""

from __future__ import annotations

import numpy as np

from ..audio import SAMPLE_RATE, Samples
from ..model import Plan, Spans
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
_AROUND_SPEECH = 4  # frames: a stop's burst may come as much before its energy
_AT_THE_EDGE = 4  # frames, which norms feel more than any others
_LENGTHS = 4  # frames between two
_WORTH_IT = 0.1  # of the frames: no more than that is silence in a long utterance, and stays


def trim(audio: Samples) -> tuple[int, int]:
    """First and last sample to keep of an utterance: what can be heard, and a margin."""
    loud = np.flatnonzero(np.abs(audio) > _AUDIBLE)
    if not len(loud):
        return 0, len(audio)
    margin = round(_MARGIN_SECONDS * SAMPLE_RATE)
    return max(int(loud[0]) - margin, 0), min(int(loud[-1]) + 1 + margin, len(audio))


def silent_spans(plan: Plan) -> Spans:
    """Frames before and after what is spoken that need no rendering: most of its silence.

    What is left comes in few lengths, for oneDNN writes code for each new one.
    """
    energy = plan.energy.view(plan.frames, -1).amax(dim=1)
    spoken = (energy > _SPOKEN_ENERGY).nonzero().flatten().tolist()
    if not spoken:
        return ()
    before = max(spoken[0] - _AROUND_SPEECH - _AT_THE_EDGE, 0)
    after = max(plan.frames - spoken[-1] - 1 - _AROUND_SPEECH - _AT_THE_EDGE, 0)
    surplus = (before + after - plan.frames) % _LENGTHS
    if before + after - surplus < _WORTH_IT * plan.frames:
        return ()
    before, after = max(before - surplus, 0), after - max(surplus - before, 0)
    return tuple(
        (start, start + frames)
        for start, frames in ((_AT_THE_EDGE, before), (plan.frames - _AT_THE_EDGE - after, after))
        if frames
    )

"""How utterances meet: the model's silence is trimmed, a pause by punctuation takes its place."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from ..audio import SAMPLE_RATE, Samples
from ..errors import RequestError
from ..text import LONGEST_PAUSE_SECONDS, Boundary

# Seconds between utterances at normal speed, by what ended the first.
PAUSE_SECONDS = {
    Boundary.PARAGRAPH: 0.75,
    Boundary.LINE: 0.75,
    Boundary.SENTENCE: 0.4,
    Boundary.CLAUSE: 0.2,
    Boundary.WORD: 0.05,
    Boundary.CHARACTER: 0.0,
    Boundary.PASSAGE: 0.15,
    Boundary.END: 0.15,
}
_AUDIBLE = 10 ** (-60 / 20)  # of full scale: soft onsets and releases lie well above
_MARGIN_SECONDS = 0.05  # kept on both sides of what can be heard


@dataclass(frozen=True)
class Pauses:
    """Seconds of silence that a person sets, whatever the speed; None leaves a pause as it is.

    `RequestError` outside 0 to 60.
    """

    before: float | None = None  # the first word
    after: float | None = None  # the last word
    between_sentences: float | None = None
    between_paragraphs: float | None = None  # at a blank line
    at_line_ends: float | None = None  # None: as between paragraphs

    def __post_init__(self) -> None:
        for field in fields(self):
            seconds = getattr(self, field.name)
            if seconds is None:
                continue
            number = isinstance(seconds, (int, float)) and not isinstance(seconds, bool)
            if not number or not 0 <= seconds <= LONGEST_PAUSE_SECONDS:
                raise RequestError(
                    f"Pause {field.name.replace('_', ' ')} {repr(seconds)[:40]} is out of range; "
                    f"use 0 to {LONGEST_PAUSE_SECONDS:g} seconds."
                )

    def set_after(self, boundary: Boundary) -> float | None:
        """Seconds after an utterance that ended so, where a person has set them.

        What comes after the last word is no part of its utterance: see `Reading.steps`.
        """
        if boundary is Boundary.LINE and self.at_line_ends is not None:
            return self.at_line_ends
        if boundary is Boundary.SENTENCE:
            return self.between_sentences
        if boundary is Boundary.END:
            return None if self.after is None else 0.0
        return self.between_paragraphs if boundary in (Boundary.PARAGRAPH, Boundary.LINE) else None


AS_USUAL = Pauses()
PAUSE_NAMES = tuple(field.name for field in fields(Pauses))


def pause_seconds(boundary: Boundary, speed: float, pauses: Pauses) -> float:
    """Seconds between an utterance that ended so and the next."""
    wanted = pauses.set_after(boundary)
    return PAUSE_SECONDS[boundary] / speed if wanted is None else wanted


def trim(audio: Samples) -> tuple[int, int]:
    """First and last sample to keep of any sound: what can be heard, and a margin."""
    loud = np.flatnonzero(np.abs(audio) > _AUDIBLE)
    if not len(loud):
        return 0, len(audio)
    margin = round(_MARGIN_SECONDS * SAMPLE_RATE)
    return max(int(loud[0]) - margin, 0), min(int(loud[-1]) + 1 + margin, len(audio))

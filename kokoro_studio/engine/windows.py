"""Which part of an utterance is kept, and the windows in which it is streamed.

Both follow from the plan alone, never from the sound, so a take has the same length streamed and
whole, on every processor and in every precision. The plan's energy is that before any edit: what a
person makes softer is not cut off.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from ..model import Window

# All in pitch frames of 12.5 ms.
AUDIBLE_ENERGY = -2.0  # of the model's scale: within 30 ms of where the sound passes -60 dB
BEFORE, AFTER = 5, 5  # kept around what is audible: nothing above -60 dB is cut
FIRST = 24  # 0.3 s: the first sound is there after a tenth of a second of rendering
GROWTH = 2  # of each window over the one before, while those play
LONGEST = 160  # 2 s


def audible_span(energy: npt.NDArray[np.float32]) -> Window:
    """(2F,) -> the pitch frames to keep: all that can be heard, and a margin."""
    audible = np.flatnonzero(energy > AUDIBLE_ENERGY)
    if not len(audible):
        return 0, len(energy)
    return max(int(audible[0]) - BEFORE, 0), min(int(audible[-1]) + 1 + AFTER, len(energy))


def windows_of(span: Window) -> Iterator[Window]:
    """The span in windows that follow each other, the first of them short."""
    start, stop = span
    size = FIRST
    while start < stop:
        # A short rest joins the window before it: alone, most of its rendering would be context.
        most = size * (1.2 if size == FIRST else 1.5)
        end = stop if stop - start <= most else start + size
        yield start, end
        start, size = end, min(size * GROWTH, LONGEST)

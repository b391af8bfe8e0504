"""What comes out: sound with the words it holds, each with its time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

import numpy as np

from ..audio import SAMPLE_RATE, Samples
from ..model import FRAME_SECONDS
from ..text import Token


@dataclass(frozen=True)
class TimedToken:
    """A token of the text with its place in the sound."""

    text: str
    phonemes: str
    start: int  # offsets in the text
    end: int
    start_seconds: float  # in the whole take
    end_seconds: float

    def later(self, seconds: float) -> TimedToken:
        return replace(
            self,
            start_seconds=self.start_seconds + seconds,
            end_seconds=self.end_seconds + seconds,
        )


@dataclass(frozen=True)
class Segment:
    """A piece of a take's sound: an utterance and the pause after it, or a window of one."""

    index: int  # of the utterance in the take
    audio: Samples  # (n,) float32 at 24 kHz
    start_seconds: float  # where it begins in the take
    phonemes: str  # of the utterance; '' in a window that is not its first
    tokens: tuple[TimedToken, ...]  # those that begin in it
    seed: int  # of this utterance
    ends: bool = True  # the utterance: no more windows of it follow
    exact: bool = True  # normalised with the statistics of the whole utterance, not predicted ones
    reused: bool = False  # not rendered again

    @property
    def seconds(self) -> float:
        """How long the sound is, with the pause after the utterance."""
        return len(self.audio) / SAMPLE_RATE


def join_windows(segments: Iterable[Segment]) -> list[Segment]:
    """One segment for each utterance."""
    return [_joined(list(windows)) for _, windows in groupby(segments, lambda one: one.index)]


def _joined(windows: Sequence[Segment]) -> Segment:
    first, last = windows[0], windows[-1]
    return replace(
        first,
        audio=np.concatenate([window.audio for window in windows]),
        tokens=tuple(token for window in windows for token in window.tokens),
        ends=last.ends,
        reused=all(window.reused for window in windows),
    )


def cut_short(segment: Segment, samples: int) -> Segment:
    """The first samples of an utterance that was stopped, and the tokens that begin in them."""
    until = segment.start_seconds + samples / SAMPLE_RATE
    return replace(
        segment,
        audio=segment.audio[:samples],
        tokens=tuple(token for token in segment.tokens if token.start_seconds < until),
        ends=False,
    )


def time_tokens(
    tokens: Sequence[Token], durations: Sequence[int], offset: float, limit: float
) -> tuple[TimedToken, ...]:
    """Times from the model's own durations: one count of frames for each phoneme.

    `durations` has the padding at both ends; `offset` is the take's time of its first frame;
    `limit` the time at which the utterance's sound ends. Silent tokens stand where they are,
    without length; times never decrease.
    """
    edges = [0, *accumulate(durations)]
    timed, at, latest = [], 1, max(offset, 0.0)
    for token in tokens:
        until = at + len(token.phonemes)
        start, end = (
            min(max(offset + edges[min(edge, len(edges) - 1)] * FRAME_SECONDS, latest), limit)
            for edge in (at, until)
        )
        timed.append(TimedToken(token.text, token.phonemes, token.start, token.end, start, end))
        at, latest = until + len(token.gap), end
    return tuple(timed)

"""Which steps of a batch belong to its items, and which steps of silence were left out.

A third of a short utterance is the silence that the model keeps at both of its ends, and silence
takes as long to compute as speech. It cannot just be cut off: instance norms measure each channel
over the whole utterance, and without it speech comes out up to 8 dB softer. So only the middle of a
stretch of silence is left out, for its edges are like nothing else, and the steps beside the seam
stand for it in every norm. That changes little more than another seed does: docs/quality.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from .layers import Ends

Spans = tuple[tuple[int, int], ...]  # (first, behind the last), in order, not touching


class Seam(NamedTuple):
    """Steps left out before `place`; `near` steps on each side are like them."""

    place: int
    missing: int
    near: int


@dataclass(frozen=True)
class Outline:
    """In steps of the rate that a stage runs at."""

    ends: Ends = None
    seams: tuple[Seam, ...] = ()  # of a batch of one

    def times(self, rate: int) -> Outline:
        ends = self.ends and tuple(end * rate for end in self.ends)
        return Outline(ends, tuple(Seam(*(rate * steps for steps in seam)) for seam in self.seams))

    def after(self, steps: int) -> Outline:
        """With so many steps put before the first."""
        ends = self.ends and tuple(end + steps for end in self.ends)
        return Outline(ends, tuple(seam._replace(place=seam.place + steps) for seam in self.seams))


def seams_of(spans: Spans) -> tuple[Seam, ...]:
    """Where what is left of a sequence without these spans is sewn together."""
    gone, seams = 0, []
    for start, stop in spans:
        seams.append(Seam(start - gone, stop - start, near=1))
        gone += stop - start
    return tuple(seams)


def without(x: Tensor, spans: Spans, rate: int) -> Tensor:
    """(…, T) -> (…, T less the spans), which count `rate` steps each"""
    if not spans:
        return x
    return torch.cat([x[..., piece] for piece in _between(spans, rate)], dim=-1)


def with_silence(x: Tensor, spans: Spans, rate: int) -> Tensor:
    """The opposite of `without`, with zeros where something was."""
    if not spans:
        return x
    missing = rate * sum(stop - start for start, stop in spans)
    whole = x.new_zeros(*x.shape[:-1], x.shape[-1] + missing)
    used = 0
    for piece in _between(spans, rate):
        place = whole[..., piece]
        place.copy_(x[..., used : used + place.shape[-1]])
        used += place.shape[-1]
    return whole


def _between(spans: Spans, rate: int) -> Iterator[slice]:
    last = 0
    for start, stop in spans:
        yield slice(last, start * rate)
        last = stop * rate
    yield slice(last, None)

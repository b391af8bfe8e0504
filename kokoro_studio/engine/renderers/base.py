"""The port between the engine and whatever renders: requests go in, sound comes out.

The engine reads takes, decides what is rendered and in which order, keeps the sound cache and joins
the pieces. A `Renderer` owns the model and decides where it runs: `local.py` in this process,
`zerogpu.py` in a process to which Hugging Face lends a card. A third place, such as a Ray cluster,
is a class with the methods of `Renderer` in a file beside these, and a line in `pick_renderer`.
What each implementation promises:

- Same request, same samples. A request holds all that its sound depends on; neither the requests
  before it nor those of other callers change a sample.
- Order. Answers come in the order of the requests, and the windows of a request in the order of
  time; the last one has `ends` set. A request is taken from its iterable as late as the place
  allows, because taking it reads that part of the text.
- Fair turns. Methods may be called from several threads at once. A caller waits for at most one
  window or utterance of each other caller, never for all that they asked for.
- Cancellation between windows. `cancelled` stays in the caller's process, so it need not be
  picklable. Once it returns true, or the iterator is closed, the next window is not rendered.
- Requests and answers can be pickled, and requests are small: a few kilobytes.
- `DeviceError` where the device cannot be had.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import torch

from ...audio import Samples
from ...model import Kokoro, Prosody, Weights
from ...text import Token
from ...voices import Style
from ..edits import Edit

Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class ReferenceSentence:
    """A sentence whose norm statistics a very short utterance is rendered with."""

    voice: str  # hash of the voice's styles: with `phonemes` it tells sentences apart
    phonemes: str
    style: Style = field(compare=False)  # the voice's row for a text of that length


@dataclass(frozen=True, eq=False)
class RenderRequest:
    """One utterance to render: all that its samples depend on."""

    phonemes: str  # 1 to 510 symbols for the model
    style: Style  # the voice's row for that many phonemes: (K, 128) timbre and delivery, a copy
    speed: float = 1.0  # 0.25 to 4; 2 is twice as fast
    seed: int = 0  # of the excitation noise; durations and pitch do not depend on it
    edits: tuple[Edit, ...] = ()  # applied between plan and render
    tokens: tuple[Token, ...] = ()  # of the utterance, for edits to find theirs; () without edits
    windowed: bool = False  # rendered in windows, with predicted statistics
    sentence: ReferenceSentence | None = None  # None: rendered with the utterance's own statistics


@dataclass(frozen=True)
class Rendered:
    """An utterance's sound, or a window of it, without its place in a take."""

    audio: Samples  # (n,) float32 at 24 kHz
    first: int  # sample of the untrimmed utterance at which the kept part begins
    last: int  # sample behind the kept part
    durations: tuple[int, ...]  # frames of 25 ms of each phoneme, and of the padding at both ends
    ends: bool = True  # whether this is the last window of the utterance

    @property
    def size(self) -> int:
        """Bytes, about."""
        return self.audio.nbytes + 32 * len(self.durations)


def never() -> bool:
    return False


class Renderer(Protocol):
    """The port between engine and model. The docstring of this file has the promises."""

    device: torch.device
    weights: Weights
    precision: str  # of the vocoder: a name of `PRECISIONS`

    @property
    def model(self) -> Kokoro:
        """The network in this process, loaded at first use."""

    @property
    def warm(self) -> bool:
        """Whether a request need not wait for the model to load."""

    @property
    def frames_together(self) -> int:
        """Frames of 25 ms, padding included, that `render_together` is best given at once; 0: one
        utterance at a time."""

    @property
    def may_prepare(self) -> bool:
        """Whether `prepare` would do something just now."""

    def prepare(self, request: RenderRequest) -> None:
        """Do in advance what a request and others like it need first. Returns at once."""

    def render(
        self, requests: Iterable[RenderRequest], cancelled: Cancelled = never
    ) -> Iterator[Rendered]:
        """The sound of each request: one `Rendered`, or several windows if it is `windowed`.

        Silence around the speech is trimmed, and the cut ends are faded.
        """

    def render_together(
        self, groups: Iterable[Sequence[RenderRequest]]
    ) -> Iterator[list[Rendered]]:
        """The sounds of each group, rendered in one pass.

        In a group of several, each style is steady (K is 1) and no request has a `sentence`;
        `windowed` is false in all of them.
        """

    def plan(self, requests: Iterable[RenderRequest]) -> Iterator[Prosody]:
        """The model's own prosody of each request, before any edit."""

    def render_prosody(
        self, requests: Iterable[tuple[RenderRequest, Prosody]]
    ) -> Iterator[Samples]:
        """The whole sound of each request said with the given prosody: (F * 600,) at 24 kHz.

        Nothing is trimmed; `speed`, `edits`, `windowed` and `sentence` have no effect.
        """

    def forget(self) -> None:
        """Compute everything anew from now on."""

    def reserve_processors(self) -> None:
        """Keep the processors for the model: new threads of this process compute with one."""

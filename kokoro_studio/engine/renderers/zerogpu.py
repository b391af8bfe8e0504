"""Renders on Hugging Face's ZeroGPU, where a card is lent for one call at a time.

The call is done in a process that `spaces` forks from this one and gives the card to. Requests and
sound are pickled on their way there and back; the model goes along with the fork, so it must be
loaded before the first call.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import torch

from ...audio import Samples
from ...errors import DeviceError
from ...model import Prosody, Weights
from ...settings import Settings
from .base import Cancelled, Rendered, RenderRequest, never
from .local import LocalRenderer

SHORTEST_SECONDS, LONGEST_SECONDS = 10, 120
_SECONDS_EACH = 0.5  # of an utterance on such a card, with room for the first

Request = TypeVar("Request")
Answer = TypeVar("Answer")
Method = Callable[[LocalRenderer, Iterable[Request]], Iterator[Answer]]


def on_zero() -> bool:
    """Whether this process runs on a ZeroGPU Space."""
    return Settings.from_environment().on_zero


class ZeroRenderer(LocalRenderer):
    """A `LocalRenderer` whose methods run where the card is. `DeviceError` if none is lent.

    A call borrows the card for all of its requests, so it reads them to their end first.
    """

    def __init__(self, device: torch.device, weights: Weights, precision: str):
        super().__init__(device, weights, precision)
        import spaces

        # One function for all methods: `spaces` keeps a process for each function that it wraps.
        self._lent: Callable[..., Iterator[Any]]
        self._lent = spaces.GPU(duration=loan_seconds)(self._on_card)

    @property
    def frames_together(self) -> int:
        return 0  # the card's memory is not to be seen from this process

    @property
    def may_prepare(self) -> bool:
        return False  # a card is not borrowed for what may never be asked for

    def render(
        self, requests: Iterable[RenderRequest], cancelled: Cancelled = never
    ) -> Iterator[Rendered]:
        for rendered in self._borrow(LocalRenderer.render, requests):
            yield rendered
            if cancelled():  # belongs to this process; ending the loop ends the work in the other
                return

    def render_together(
        self, groups: Iterable[Sequence[RenderRequest]]
    ) -> Iterator[list[Rendered]]:
        return self._borrow(LocalRenderer.render_together, groups)

    def plan(self, requests: Iterable[RenderRequest]) -> Iterator[Prosody]:
        return self._borrow(LocalRenderer.plan, requests)

    def render_prosody(
        self, requests: Iterable[tuple[RenderRequest, Prosody]]
    ) -> Iterator[Samples]:
        return self._borrow(LocalRenderer.render_prosody, requests)

    def _borrow(
        self, method: Method[Request, Answer], requests: Iterable[Request]
    ) -> Iterator[Answer]:
        asked = list(requests)
        if not asked:  # a card is not borrowed for nothing
            return
        try:
            yield from self._lent(method, asked)
        except Exception as error:
            if reason := getattr(error, "message", None):  # a sentence that `spaces` wrote
                raise DeviceError(
                    f"There is no GPU for this just now: {reason} Try again later."
                ) from error
            raise

    def _on_card(
        self, method: Method[Request, Answer], requests: Sequence[Request]
    ) -> Iterator[Answer]:
        """`spaces` runs this in the process that has the card."""
        yield from method(self, requests)


def loan_seconds(method: Method[Any, Any], requests: Sequence[object]) -> int:
    """How long a card is asked for: the shorter, the sooner it is granted."""
    asked = SHORTEST_SECONDS + _SECONDS_EACH * len(requests)
    return round(min(asked, LONGEST_SECONDS))

"""A device that is lent for one call at a time: Hugging Face's ZeroGPU.

The work is done in a process forked from this one, where the device is; what goes there and what
comes back is pickled. Elsewhere nothing is lent, and nothing here does anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ..errors import DeviceError
from ..settings import Settings

Answer = Callable[..., Iterator[Any]]  # (task, questions, cancelled) -> an answer to each question

SHORTEST_SECONDS, LONGEST_SECONDS = 10, 120
_SECONDS_EACH = 0.5  # of an utterance on such a card, with room for the first


def on_zero() -> bool:
    return Settings.from_environment().on_zero


def lend(answer: Answer) -> Answer:
    """`answer`, done where the device is; `DeviceError` when it is not to be had."""
    if not on_zero():
        return answer
    import spaces

    lent = spaces.GPU(duration=_seconds)(answer)

    def ask(task: str, asked: Iterable[Any], cancelled: Any = None) -> Iterator[Any]:
        # `cancelled` belongs to this process; closing this iterator is told to the other.
        questions = list(asked)
        if not questions:  # a device is not borrowed for nothing
            return
        try:
            yield from lent(task, questions)
        except Exception as error:
            if reason := getattr(error, "message", None):  # a sentence that `spaces` wrote
                raise DeviceError(
                    f"There is no GPU for this just now: {reason} Try again later."
                ) from error
            raise

    return ask


def _seconds(task: str, questions: Sequence[Any]) -> int:
    """What is asked for: the shorter, the sooner it is granted."""
    asked = SHORTEST_SECONDS + _SECONDS_EACH * len(questions)
    return round(min(asked, LONGEST_SECONDS))

"""The events of the Compare tab's own components; `trial_messages.py` has the messages to them.

A malformed field counts as empty, and the handlers say what is missing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...listening.responses import Response
from ..shell.messages import Fields


@dataclass(frozen=True)
class ContestantRemoved:
    """The button beside a contestant was pressed. None: of no contestant."""

    index: int | None  # in the list as it is shown

    @classmethod
    def read(cls, fields: Fields) -> ContestantRemoved:
        index = fields.get("index")
        return cls(index if isinstance(index, int) else None)


@dataclass(frozen=True)
class SessionResumed:
    """The button of an unfinished test was pressed."""

    session: str  # an id; at most 64 characters of what was sent

    @classmethod
    def read(cls, fields: Fields) -> SessionResumed:
        return cls(str(fields.get("session"))[:64])


def read_vote(fields: Fields) -> Response:
    """A vote: strings are cut, and numbers out of their range count as 0."""
    choice = str(fields.get("choice") or "")[:8].removeprefix("X=")
    return Response(
        str(fields.get("token") or "")[:64],
        choice,
        strength=int(_number(fields.get("strength"), 0, 3)),
        scores=_numbers(fields.get("scores"), 100),
        heard_seconds=_numbers(fields.get("heard_seconds"), 3600),
        plays={label: int(n) for label, n in _numbers(fields.get("plays"), 10_000).items()},
    )


def _numbers(given: Any, most: float) -> dict[str, float]:
    """By the label of a side, of which there are at most ten."""
    pairs = given.items() if isinstance(given, dict) else ()
    return {str(label)[:2]: round(_number(n, 0, most), 2) for label, n in list(pairs)[:10]}


def _number(given: Any, least: float, most: float) -> float:
    fits = isinstance(given, (int, float)) and not isinstance(given, bool)
    return float(given) if fits and least <= given <= most else least

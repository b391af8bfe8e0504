"""Votes on a pair as the ranking reads them."""

from __future__ import annotations

from .responses import Answered
from .statistics.davidson import Comparison

_OUTCOMES = {"A": "first", "B": "second"}


def pair_of(vote: Answered) -> tuple[str, str]:
    """The contestants on side A and side B."""
    first, second = (side.contestant for side in vote.trial.sides)
    return first, second


def comparison_of(vote: Answered) -> Comparison:
    outcome = _OUTCOMES.get(vote.response.choice, "tie")
    return Comparison(*pair_of(vote), outcome, vote.trial.listener, vote.trial.text)

"""Votes on a pair as the ranking reads them."""

from __future__ import annotations

from .ballots import Answered
from .statistics.ranking import Ballot as Game

_OUTCOMES = {"A": "first", "B": "second"}


def pair_of(vote: Answered) -> tuple[str, str]:
    """Who stood on side A, and who on side B."""
    first, second = (side.contestant for side in vote.trial.sides)
    return first, second


def game_of(vote: Answered) -> Game:
    outcome = _OUTCOMES.get(vote.ballot.choice, "tie")
    return Game(*pair_of(vote), outcome, vote.trial.listener, vote.trial.text)

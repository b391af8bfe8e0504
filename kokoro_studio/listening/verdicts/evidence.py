"""Evidence that all verdicts share: the votes that count, and signs of attention."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..responses import Answered
from ..words import count_of

ALPHA = 0.05  # a result that chance brings more often proves nothing


def rated_of(votes: Sequence[Answered]) -> list[Answered]:
    """The votes that count: no training, no catches, no repeats."""
    return [vote for vote in votes if vote.trial.part == "rated"]


def attention(votes: Sequence[Answered], passed: Callable[[Answered], bool]) -> list[str]:
    """A sentence if the listener failed in trials whose right answer is known; `passed` tells."""
    caught = [vote for vote in votes if vote.trial.part == "catch"]
    failed = sum(not passed(vote) for vote in caught)
    if not caught or not failed:
        return []
    if votes[0].trial.kind == "abx":
        return [
            f"{failed} of {count_of(len(caught), 'easy trial')} went wrong, in which X is plain to "
            "hear. Take a pause, check the volume, and repeat the test before you trust its result."
        ]
    return [
        f"In {failed} of {count_of(len(caught), 'trial')} with the same recording on both sides "
        "you preferred one of the two. Slight preferences in this test may be imagined, too."
    ]

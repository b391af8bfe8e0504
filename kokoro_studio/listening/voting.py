"""Checks of a vote: its answer, the time listened, and the rate of votes."""

from __future__ import annotations

import hmac

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from ..errors import RequestError
from .designs import TestDesign
from .listeners import studio_secret
from .responses import Response
from .trials import Trial

_OF_LISTENER = RateLimitItemPerMinute(30)
_OF_ADDRESS = RateLimitItemPerMinute(200)  # a school class may share an address
_PATIENCE_SECONDS = 0.3  # tolerance between the clocks of browser and server


class VoteRefused(RequestError):
    """The vote is refused; its trial stays open."""


class Gone(VoteRefused):
    """The vote is refused because its trial is over; the next trial can be fetched."""


class Pace:
    """Limits of votes a minute, of a listener and of an address. Safe to share between threads."""

    def __init__(self) -> None:
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def check(self, listener: str, address: str) -> None:
        for most, who in ((_OF_LISTENER, listener), (_OF_ADDRESS, address)):
            if who and not self._window.hit(most, who):
                raise VoteRefused(
                    f"More than {most.amount} votes came within a minute; take your time."
                )


def hidden(address: str) -> str:
    """A hash of an address, 16 hex digits, keyed by the studio's secret."""
    if not address:
        return ""
    return hmac.new(studio_secret(), address.encode(), "sha256").hexdigest()[:16]


def check_vote(trial: Trial, response: Response, design: TestDesign) -> None:
    """`VoteRefused` or `Gone` for a response that is not accepted."""
    if trial.expired:
        raise Gone("That trial was open for more than half an hour; this is a new one.")
    _check_answer(trial, response, design)
    _check_heard(trial, response)


def _check_answer(trial: Trial, response: Response, design: TestDesign) -> None:
    labels = [side.label for side in trial.sides]
    if trial.kind == "multi":
        fine = not response.choice and set(response.scores) == set(labels)
        if not fine or not all(0 <= score <= 100 for score in response.scores.values()):
            raise VoteRefused("Every one needs a score from 0 to 100; set all the sliders.")
    elif trial.kind == "abx":
        if response.choice not in ("A", "B"):
            raise VoteRefused("Say whether X is A or B; without an idea, guess.")
    elif response.choice not in (*labels, *(["tie"] if design.tie else [])):
        also = " or no preference" if design.tie else ""
        raise VoteRefused(f"The answer is one of {', '.join(labels)}{also}.")
    least = 1 if design.strength and response.choice in labels else 0
    if not least <= response.strength <= 3:
        raise VoteRefused("How much better is a number from 1 (slightly) to 3 (much).")


def _check_heard(trial: Trial, response: Response) -> None:
    for side in trial.sides:
        heard = response.heard_seconds.get(side.label, 0.0)
        if heard + _PATIENCE_SECONDS < side.unlock_seconds:
            raise VoteRefused(f"Listen to {side.label} first: {side.unlock_seconds:.1f} s of it.")
    needed = sum(side.unlock_seconds for side in trial.sides)
    if (response.cast - trial.issued).total_seconds() + _PATIENCE_SECONDS < needed:
        raise VoteRefused("That was faster than they can be heard; listen to them first.")

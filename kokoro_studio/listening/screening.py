"""Listeners whose votes are left out of a public ranking, with the reason, which is shown.

Nothing is deleted: the ranking is fitted to the remaining responses. The limits are those of public
arenas with a margin, so that no honest listener should reach one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import groupby

from .listeners import has_account
from .responses import VOID, Answered
from .statistics.preference import sign_test
from .words import count_of

FEWEST = 12  # votes, before a listener is judged
_SIDED = 1e-3  # chance that an even listener favours a side so much
_LOYAL_SHARE, _LOYAL_FEWEST = 0.95, 20  # of the votes on one contestant, and how many
_HURRIED_SHARE = 0.8
_HURRIED_SECONDS = 0.75  # more than the required listening time
_BURST, _BURST_WITHIN = 40, timedelta(minutes=5)
_CROWD = 4  # listeners without an account behind one address


def suspicions(votes: Iterable[Answered]) -> dict[str, str]:
    """Listeners whose votes should not count, with the reason in words."""
    cast = sorted(
        (vote for vote in votes if vote.response.choice != VOID),
        key=lambda vote: (vote.trial.listener, vote.response.cast),
    )
    found = {}
    for listener, own in groupby(cast, key=lambda vote: vote.trial.listener):
        if reason := _suspicion(list(own)):
            found[listener] = reason
    return _crowds(cast) | found


def _crowds(votes: list[Answered]) -> dict[str, str]:
    """One person posing as many: new listeners of one address, fast, all for one contestant.

    A school class does not fit all of that.
    """
    found: dict[str, str] = {}
    by_address: dict[str, list[Answered]] = defaultdict(list)
    for vote in votes:
        if vote.response.address and not has_account(vote.trial.listener):
            by_address[vote.response.address].append(vote)
    for own in by_address.values():
        listeners = {vote.trial.listener for vote in own}
        if len(listeners) >= _CROWD and _hurried(own) and (favourite := _favourite(own)):
            won, met = favourite
            reason = (
                f"came as {len(listeners)} from one address, hardly listened, and chose one "
                f"contestant in {won} of {met} votes"
            )
            found |= dict.fromkeys(listeners, reason)
    return found


def _suspicion(votes: list[Answered]) -> str:
    if len(votes) < FEWEST:
        return ""
    sides = Counter(vote.response.choice for vote in votes)
    if sides["tie"] == len(votes):
        return f"never had a preference in {len(votes)} votes"
    # One side may win by chance; a probability below a thousandth is not taken for chance.
    if sign_test(sides["A"], sides["B"]) < _SIDED:
        side = "first" if sides["A"] > sides["B"] else "second"
        return f"chose the {side} one in {max(sides['A'], sides['B'])} of {len(votes)} votes"
    if reason := _loyalty(votes):
        return reason
    if _hurried(votes):
        return f"answered most of {len(votes)} within a moment of the least listening"
    for first, last in zip(votes, votes[_BURST - 1 :], strict=False):
        if last.response.cast - first.response.cast < _BURST_WITHIN:
            return f"cast {_BURST} votes within {_BURST_WITHIN.seconds // 60} minutes"
    return ""


def _loyalty(votes: list[Answered]) -> str:
    """Always for one contestant, against any other, but undecided among the rest."""
    if (favourite := _favourite(votes)) is None:
        return ""
    won, met = favourite
    others = len(votes) - won
    ties = sum(vote.response.choice == "tie" for vote in votes)
    if ties < 0.9 * others or others <= 4:
        return ""
    return f"voted for one contestant in {won} of {met} and for nobody else"


def _favourite(votes: list[Answered]) -> tuple[int, int] | None:
    """(won, met) of a contestant that wins nearly always and was met often enough."""
    met: Counter[str] = Counter()
    won: Counter[str] = Counter(vote.winner for vote in votes)
    for vote in votes:
        met.update({side.contestant for side in vote.trial.sides})
    for contestant, times in met.items():
        if times >= _LOYAL_FEWEST and won[contestant] >= _LOYAL_SHARE * times:
            return won[contestant], times
    return None


def _hurried(votes: list[Answered]) -> bool:
    hurried = sum(_spare_seconds(vote) < _HURRIED_SECONDS for vote in votes)
    return hurried > _HURRIED_SHARE * len(votes)


def _spare_seconds(vote: Answered) -> float:
    needed = sum(side.unlock_seconds for side in vote.trial.sides)
    return (vote.response.cast - vote.trial.issued).total_seconds() - needed


def describe(found: Mapping[str, str], votes: Iterable[Answered]) -> str:
    """One sentence about the votes left out, to show with the ranking; '' if there are none."""
    left_out = sum(vote.trial.listener in found for vote in votes)
    if not left_out:
        return ""
    reasons = "; ".join(sorted(set(found.values())))[:300]
    who = f"{count_of(left_out, 'vote')} of {count_of(len(found), 'listener')}"
    return f"Left out: {who} who {reasons}."

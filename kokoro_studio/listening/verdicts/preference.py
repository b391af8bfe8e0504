"""Preference: which of two is chosen more often, or how several rank."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from ..designs import TestDesign, weakest_shown
from ..findings import Plot, Row, Verdict, names_of, nothing_found
from ..responses import Answered
from ..statistics.preference import exact_interval, provable_share, sign_test, votes_needed
from ..statistics.sequential import verdict as running_verdict
from ..words import count_of, once_in, percent, times
from .evidence import ALPHA, attention, rated_of
from .rating import ranked


def judge_preference(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    rated = rated_of(votes)
    if not rated:
        return nothing_found("Preference test")
    found = _of_two(design, rated) if len(design.contestants) == 2 else _of_many(design, rated)
    words = [*found.paragraphs, *_sides(rated)]
    if design.tie or design.strength:  # else no answer says that the sides are equal
        words += attention(votes, lambda vote: _calm(vote.response))
    return Verdict(found.title, found.headline, tuple(words), found.plots, found.numbers)


def _of_two(design: TestDesign, rated: Sequence[Answered]) -> Verdict:
    names = names_of(design)
    (one, one_name), (other, other_name) = names.items()
    won = Counter(vote.winner for vote in rated)
    wins, losses, ties = won[one], won[other], won[""]
    decisive = wins + losses
    p = sign_test(wins, losses)
    better = one_name if wins >= losses else other_name
    running = running_verdict(wins, losses, ties)
    words = [
        f"“{design.question}” {one_name} was chosen {times(wins)}, {other_name} {times(losses)}"
        + (f", and {times(ties)} there was no preference." if ties else ".")
    ]
    if p <= ALPHA:
        headline = f"You prefer {better}."
        words.append(f"If you had no preference, so clear a result would come {once_in(p)}.")
    else:
        headline = "No preference was shown."
        words.append(
            f"With no preference at all, a result like this comes {percent(p)} of the time."
        )
        if (provable := provable_share(decisive)) is not None:
            words.append(f"With {count_of(decisive, 'vote')}, {weakest_shown(provable)}.")
        if wins != losses and (more := votes_needed(max(wins, losses) / decisive)):
            words.append(
                f"If {better} really is chosen {max(wins, losses) / decisive:.0%} of the time, a "
                f"new test with {more} votes for one or the other would show it."
            )
    words += _strengths(rated, names)
    rows = tuple(
        Row(contestant, name, 100 * count / max(decisive, 1), 100 * span.low, 100 * span.high,
            f"{count} of {decisive}")
        for contestant, name, count, span in (
            (one, one_name, wins, exact_interval(wins, decisive)),
            (other, other_name, losses, exact_interval(losses, decisive)),
        )
    )  # fmt: skip
    return Verdict(
        _preference_title(rated),
        headline,
        tuple(words),
        (Plot("How often each was chosen", "%", 0, 100, rows, ((50, "no preference"),)),),
        {"wins": {one: wins, other: losses}, "ties": ties, "p": p,
         "sequential": asdict(running)},
    )  # fmt: skip


def _of_many(design: TestDesign, rated: Sequence[Answered]) -> Verdict:
    return ranked(
        _preference_title(rated), design, rated,
        f"“{design.question}” Each bar shows where a rating may lie. Where two bars overlap, this "
        "test does not say which of the two is better.",
    )  # fmt: skip


def _preference_title(rated: Sequence[Answered]) -> str:
    return f"Preference test: {count_of(len(rated), 'trial')}"


def _calm(response: Any) -> bool:
    """Whether an answer fits two equal sides: no preference, or a slight one if there is no tie."""
    return bool(response.choice == "tie" or response.strength == 1)


def _sides(rated: Sequence[Answered]) -> list[str]:
    chosen = Counter(vote.response.choice for vote in rated)
    if sign_test(chosen["A"], chosen["B"]) > ALPHA:
        return []
    side = "A" if chosen["A"] > chosen["B"] else "B"
    return [
        f"You chose side {side} in {chosen[side]} of {chosen['A'] + chosen['B']} votes for one or "
        "the other. Each voice was on either side equally often, so that is a habit of yours, or "
        "luck."
    ]


def _strengths(rated: Sequence[Answered], names: dict[str, str]) -> list[str]:
    given: dict[str, list[int]] = defaultdict(list)
    for vote in rated:
        if vote.response.strength:
            given[vote.winner].append(vote.response.strength)
    words = ("", "slightly", "clearly", "much")
    return [
        f"When {names[one]} won, it was {words[round(sum(strengths) / len(strengths))]} better "
        f"on average."
        for one, strengths in given.items()
        if one
    ]

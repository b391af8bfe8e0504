"""Ratings of several contestants from a listener's own votes: the arena's verdict, and a preference
test's of more than two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ..comparisons import comparison_of
from ..designs import TestDesign
from ..findings import Plot, Row, Verdict, names_of, nothing_found
from ..responses import Answered
from ..statistics.elo import START
from ..statistics.ranking import standings_of
from ..words import count_of
from .evidence import rated_of


def judge_arena(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    rated = rated_of(votes)
    if not rated:
        return nothing_found("Arena")
    return ranked(
        f"Arena: your {count_of(len(rated), 'vote')}", design, rated,
        "This is from your votes just now. The ranking below is from everyone's votes.",
    )  # fmt: skip


def ranked(title: str, design: TestDesign, rated: Sequence[Answered], words: str) -> Verdict:
    """Who comes first, with a bar for each rating; `words` say how to read the bars."""
    names = names_of(design)
    comparisons = [comparison_of(vote) for vote in rated]
    table = standings_of(comparisons)
    rows = tuple(
        Row(one.contestant, names.get(one.contestant, one.contestant), round(one.rating),
            round(one.low), round(one.high),
            f"{one.wins} won, {one.losses} lost, {one.ties} even")
        for one in table
    )  # fmt: skip
    first, *rest = table
    clear = [one for one in rest if one.high < first.low]
    best = names.get(first.contestant, first.contestant)
    if len(clear) == len(rest):
        headline = f"{best} comes first."
    elif first.low > START:
        headline = f"{best} leads, not yet for certain."
    else:
        headline = "Too early to tell who is best."
    low, high = min(row.low for row in rows), max(row.high for row in rows)
    return Verdict(
        title,
        headline,
        (words,),
        (Plot("Rating (1500 is the mean)", "", low, high, rows, ((START, "mean"),)),),
        {"standings": [asdict(one) for one in table]},
    )

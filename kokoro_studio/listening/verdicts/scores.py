"""Scores from 0 to 100: who has the highest, and which differences are more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from ..designs import TestDesign
from ..findings import Plot, Row, Verdict, names_of, nothing_found
from ..responses import Answered
from ..statistics.scores import Sheet, compare, screen, summarise
from ..words import count_of
from .evidence import ALPHA


def judge_scores(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    sheets = [_sheet(vote) for vote in votes if vote.trial.part in ("rated", "repeat")]
    title = f"Scores: {count_of(len(sheets), 'trial')}"
    if not sheets:
        return nothing_found(title)
    names = names_of(design)
    anchors = {one.id for one in design.contestants if one.kind == "anchor"}
    screening = screen(sheets, anchors)
    scores = summarise(sheets)
    rows = tuple(
        Row(one.contestant, names[one.contestant], one.mean, one.low, one.high,
            count_of(one.n, "score"))
        for one in scores
    )  # fmt: skip
    real = [one for one in compare(sheets) if one.p <= ALPHA]
    pairs = "; ".join(f"{names[one.first]} above {names[one.second]}" for one in real)
    words = (
        [f"Differences that are more than chance: {pairs}."]
        if real
        else ["No two differ by more than chance. A test on more texts might show a difference."]
    )
    words += [f"Do not rely on these scores: {reason}." for reason in screening.excluded.values()]
    best = scores[0].contestant
    if sum(one.first == best for one in real) == len(scores) - 1:
        headline = f"{names[best]} has your highest scores."
    elif real:
        headline = "Some differences were shown, but no clear best."
    else:
        headline = "No difference was shown."
    return Verdict(
        title,
        headline,
        tuple(words),
        (Plot("Mean score", "", 0, 100, rows,
              ((20, "poor"), (40, "fair"), (60, "good"), (80, "excellent"))),),
        {"scores": [asdict(one) for one in scores]},
    )  # fmt: skip


def _sheet(vote: Answered) -> Sheet:
    by_side = {side.label: side.contestant for side in vote.trial.sides}
    scores = {by_side[label]: score for label, score in vote.response.scores.items()}
    return Sheet(vote.trial.listener, vote.trial.text, scores)

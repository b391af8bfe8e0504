"""The verdict of a test, in plain words, with the numbers behind them.

Each kind of test has a module of its own; `evidence` is what they share.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..designs import ARENA, TESTS, TestDesign
from ..findings import Verdict
from ..responses import VOID, Answered
from ..words import count_of
from .abx import judge_abx
from .preference import judge_preference
from .rating import judge_arena
from .scores import judge_scores

_JUDGES: dict[str, Callable[[TestDesign, Sequence[Answered]], Verdict]] = {
    "abx": judge_abx,
    "ab": judge_preference,
    "multi": judge_scores,
    ARENA: judge_arena,
}
assert set(_JUDGES) == {*TESTS, ARENA}


def verdict(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    """The outcome of the answered trials; it says so if only some or none are answered."""
    void = [vote for vote in votes if vote.response.choice == VOID]
    valid = [vote for vote in votes if vote.response.choice != VOID]
    found = _JUDGES[design.kind](design, valid)
    if not void:
        return found
    reasons = "; ".join(dict.fromkeys(vote.response.reason for vote in void))
    count = f"{count_of(len(void), 'trial')} {'was' if len(void) == 1 else 'were'}"
    return replace(
        found,
        paragraphs=(*found.paragraphs, f"{count} void: {reasons}"),
        numbers=found.numbers | {"void": len(void)},
    )

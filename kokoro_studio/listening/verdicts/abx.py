"""ABX: whether the listener hears a difference."""

from __future__ import annotations

from collections.abc import Sequence

from ..designs import TestDesign
from ..findings import Plot, Row, Verdict, names_of, nothing_found
from ..responses import Answered
from ..statistics.preference import abx_p, correct_needed, exact_interval, votes_needed
from ..words import count_of, once_in, percent
from .evidence import ALPHA, attention, rated_of


def judge_abx(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    rated = rated_of(votes)
    n = len(rated)
    correct = sum(vote.response.choice == vote.trial.answer for vote in rated)
    names = names_of(design)
    title = f"ABX test: {count_of(n, 'trial')}"
    if not n:
        return nothing_found(title)
    p, needed = abx_p(correct, n), correct_needed(n, ALPHA)
    # One-sided like the p-value, so that both agree on whether it was guessing.
    low = exact_interval(correct, n, confidence=1 - 2 * ALPHA).low
    pair = " and ".join(names.values())
    if p <= ALPHA:
        headline = "You can hear the difference."
        words = [
            f"You were right in {correct} of {count_of(n, 'trial')}. By guessing, that happens "
            f"{once_in(p)}: {pair} sound different to you."
        ]
    else:
        headline = "No difference was shown."
        wanted = f"; {needed} were needed to show one" if needed else ""
        words = [
            f"You were right in {correct} of {count_of(n, 'trial')}{wanted}. Guessing does as well "
            f"{percent(p)} of the time. That does not prove that {pair} sound the same: "
            "it means that this test could not tell."
        ]
        if correct > n / 2 and (more := votes_needed(correct / n, alpha=2 * ALPHA)):
            words.append(
                f"If you really are right {correct / n:.0%} of the time, a new test of {more} "
                "trials would show it."
            )
    words += attention(votes, lambda vote: vote.response.choice == vote.trial.answer)
    row = Row("", "Right answers", 100 * correct / n, 100 * low, 100.0,
              f"{correct} of {n}")  # fmt: skip
    return Verdict(
        title,
        headline,
        tuple(words),
        (Plot("Right answers, with the range that fits them", "%", 0, 100, (row,),
              ((50, "guessing"),)),),
        {"correct": correct, "trials": n, "p": p, "needed": needed, "at_least": low},
    )  # fmt: skip

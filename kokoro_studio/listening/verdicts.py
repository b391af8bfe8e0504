"""The verdict of a test, in plain words, with the numbers behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any

from .comparisons import comparison_of
from .designs import ARENA, TESTS, TestDesign, weakest_shown
from .findings import Plot, Row, Verdict, names_of, nothing_found
from .responses import VOID, Answered
from .statistics.elo import START
from .statistics.preference import (
    abx_p,
    correct_needed,
    exact_interval,
    provable_share,
    sign_test,
    votes_needed,
)
from .statistics.ranking import standings_of
from .statistics.scores import Sheet, compare, screen, summarise
from .statistics.sequential import verdict as running_verdict
from .words import count_of, once_in, percent, times

ALPHA = 0.05


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


def _rated(votes: Sequence[Answered]) -> list[Answered]:
    return [vote for vote in votes if vote.trial.part == "rated"]


def _abx(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    rated = _rated(votes)
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
    words += _attention(votes, lambda vote: vote.response.choice == vote.trial.answer)
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


def _ab(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    rated = _rated(votes)
    if not rated:
        return nothing_found("Preference test")
    found = _of_two(design, rated) if len(design.contestants) == 2 else _of_many(design, rated)
    words = [*found.paragraphs, *_sides(rated)]
    if design.tie or design.strength:  # else no answer says that the sides are equal
        words += _attention(votes, lambda vote: _calm(vote.response))
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
    return _ranked(
        _preference_title(rated), design, rated,
        f"“{design.question}” Each bar shows where a rating may lie. Where two bars overlap, this "
        "test does not say which of the two is better.",
    )  # fmt: skip


def _preference_title(rated: Sequence[Answered]) -> str:
    return f"Preference test: {count_of(len(rated), 'trial')}"


def _arena(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
    rated = _rated(votes)
    if not rated:
        return nothing_found("Arena")
    return _ranked(
        f"Arena: your {count_of(len(rated), 'vote')}", design, rated,
        "This is from your votes just now. The ranking below is from everyone's votes.",
    )  # fmt: skip


def _ranked(title: str, design: TestDesign, rated: Sequence[Answered], words: str) -> Verdict:
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


def _multi(design: TestDesign, votes: Sequence[Answered]) -> Verdict:
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


def _calm(response: Any) -> bool:
    """Whether an answer fits two equal sides: no preference, or a slight one if there is no tie."""
    return bool(response.choice == "tie" or response.strength == 1)


def _attention(votes: Sequence[Answered], passed: Callable[[Answered], bool]) -> list[str]:
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


_JUDGES: dict[str, Callable[[TestDesign, Sequence[Answered]], Verdict]] = {
    "abx": _abx,
    "ab": _ab,
    "multi": _multi,
    ARENA: _arena,
}
assert set(_JUDGES) == {*TESTS, ARENA}

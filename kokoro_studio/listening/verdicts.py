"""What a finished test says, in plain words, with the numbers behind them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from itertools import combinations
from typing import Any

from .ballots import VOID, Answered
from .games import game_of
from .setups import ARENA, TESTS, Setup
from .statistics.elo import START
from .statistics.preference import (
    abx_p,
    correct_needed,
    exact_interval,
    provable_share,
    sign_test,
    votes_needed,
)
from .statistics.ranking import leaderboard
from .statistics.scores import Sheet, compare, screen, summarise
from .statistics.sequential import verdict as running_verdict

ALPHA = 0.05


@dataclass(frozen=True)
class Row:
    """A value with its interval, for a plot."""

    contestant: str  # id; '' for what is nobody's
    label: str
    at: float
    low: float
    high: float
    detail: str


@dataclass(frozen=True)
class Plot:
    title: str
    unit: str
    low: float
    high: float
    rows: tuple[Row, ...]
    marks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True)
class Verdict:
    title: str
    headline: str
    paragraphs: tuple[str, ...]
    plots: tuple[Plot, ...] = ()
    numbers: dict[str, Any] = field(default_factory=dict)  # for programs

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def verdict(setup: Setup, votes: Sequence[Answered]) -> Verdict:
    """The outcome of the trials that were answered; of some or of none it says just that."""
    void = [vote for vote in votes if vote.ballot.choice == VOID]
    valid = [vote for vote in votes if vote.ballot.choice != VOID]
    found = _JUDGES[setup.kind](setup, valid)
    if not void:
        return found
    reasons = "; ".join(dict.fromkeys(vote.ballot.reason for vote in void))
    count = "1 trial was" if len(void) == 1 else f"{len(void)} trials were"
    return Verdict(
        found.title,
        found.headline,
        (*found.paragraphs, f"{count} void: {reasons}"),
        found.plots,
        found.numbers | {"void": len(void)},
    )


def _rated(votes: Sequence[Answered]) -> list[Answered]:
    return [vote for vote in votes if vote.trial.part == "rated"]


def _abx(setup: Setup, votes: Sequence[Answered]) -> Verdict:
    rated = _rated(votes)
    n = len(rated)
    correct = sum(vote.ballot.choice == vote.trial.answer for vote in rated)
    names = _names(setup)
    title = f"ABX test: {n} trials"
    if not n:
        return _nothing(title)
    p, needed = abx_p(correct, n), correct_needed(n, ALPHA)
    # One-sided, as the p-value is: the two then never disagree about guessing.
    low = exact_interval(correct, n, confidence=1 - 2 * ALPHA).low
    pair = " and ".join(names.values())
    if p <= ALPHA:
        headline = "You can hear the difference."
        words = [
            f"You were right in {correct} of {n} trials. By guessing, that happens "
            f"{_once_in(p)}: {pair} sound different to you."
        ]
    else:
        headline = "No difference was shown."
        wanted = f"; {needed} were needed to show one" if needed else ""
        words = [
            f"You were right in {correct} of {n} trials{wanted}. Guessing does as well "
            f"{_percent(p)} of the time. That does not prove that {pair} sound the same: "
            "it means that this test could not tell."
        ]
        if correct > n / 2 and (more := votes_needed(correct / n, alpha=2 * ALPHA)):
            words.append(
                f"If you really are right {correct / n:.0%} of the time, a new test of {more} "
                "trials would show it."
            )
    words += _attention(votes, lambda vote: vote.ballot.choice == vote.trial.answer)
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


def _ab(setup: Setup, votes: Sequence[Answered]) -> Verdict:
    rated = _rated(votes)
    if not rated:
        return _nothing("Preference test")
    found = _of_two(setup, rated) if len(setup.contestants) == 2 else _of_many(setup, rated)
    words = [*found.paragraphs, *_sides(rated)]
    if setup.tie or setup.strength:  # else there was no calm answer to give
        words += _attention(votes, lambda vote: _calm(vote.ballot))
    return Verdict(found.title, found.headline, tuple(words), found.plots, found.numbers)


def _of_two(setup: Setup, rated: Sequence[Answered]) -> Verdict:
    names = _names(setup)
    (one, one_name), (other, other_name) = names.items()
    won = Counter(vote.winner for vote in rated)
    wins, losses, ties = won[one], won[other], won[""]
    decisive = wins + losses
    p = sign_test(wins, losses)
    better = one_name if wins >= losses else other_name
    running = running_verdict(wins, losses, ties)
    words = [
        f"“{setup.question}” {one_name} was chosen {_times(wins)}, {other_name} {_times(losses)}"
        + (f", and {_times(ties)} there was no preference." if ties else ".")
    ]
    if p <= ALPHA:
        headline = f"You prefer {better}."
        words.append(f"If you had no preference, so clear a result would come {_once_in(p)}.")
    else:
        headline = "No preference was shown."
        words.append(
            f"With no preference at all, a result like this comes {_percent(p)} of the time."
        )
        if (provable := provable_share(decisive)) is not None:
            words.append(
                f"With {decisive} votes you can only prove preferences above {provable:.0%}."
            )
        if wins != losses and (more := votes_needed(max(wins, losses) / decisive)):
            words.append(
                f"If {better} really is chosen {max(wins, losses) / decisive:.0%} of the time, a "
                f"new test of {more} decisive votes would show it."
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
        f"Preference test: {len(rated)} trials",
        headline,
        tuple(words),
        (Plot("Chosen, of the decisive votes", "%", 0, 100, rows, ((50, "no preference"),)),),
        {"wins": {one: wins, other: losses}, "ties": ties, "p": p,
         "sequential": asdict(running)},
    )  # fmt: skip


def _of_many(setup: Setup, rated: Sequence[Answered]) -> Verdict:
    return _ranked(
        f"Preference test: {len(rated)} trials", setup, rated,
        f"“{setup.question}” A bar is where a rating lies; bars that overlap are not told apart.",
    )  # fmt: skip


def _arena(setup: Setup, votes: Sequence[Answered]) -> Verdict:
    rated = _rated(votes)
    if not rated:
        return _nothing("Arena")
    return _ranked(
        f"Arena: your {len(rated)} votes", setup, rated,
        "This is what you alone said just now; everyone's votes make the ranking below.",
    )  # fmt: skip


def _ranked(title: str, setup: Setup, rated: Sequence[Answered], words: str) -> Verdict:
    names = _names(setup)
    games = [game_of(vote) for vote in rated]
    table = leaderboard(games)
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


def _multi(setup: Setup, votes: Sequence[Answered]) -> Verdict:
    sheets = [_sheet(vote) for vote in votes if vote.trial.part in ("rated", "repeat")]
    title = f"Scores: {len(sheets)} sheets"
    if not sheets:
        return _nothing(title)
    names = _names(setup)
    anchors = {one.id for one in setup.contestants if one.kind == "anchor"}
    screening = screen(sheets, anchors)
    scores = summarise(sheets)
    rows = tuple(
        Row(one.contestant, names[one.contestant], one.mean, one.low, one.high, f"{one.n} scores")
        for one in scores
    )
    real = [
        f"{names[one.first]} above {names[one.second]}" for one in compare(sheets) if one.p <= ALPHA
    ]
    best = names[scores[0].contestant]
    words = (
        ["Differences that are more than chance: " + "; ".join(real) + "."]
        if real
        else ["No two differ by more than chance; more sentences would tell them further apart."]
    )
    words += [f"Beware: {reason}." for reason in screening.excluded.values()]
    return Verdict(
        title,
        f"{best} has your highest scores.",
        tuple(words),
        (Plot("Mean score", "", 0, 100, rows,
              ((20, "poor"), (40, "fair"), (60, "good"), (80, "excellent"))),),
        {"scores": [asdict(one) for one in scores]},
    )  # fmt: skip


def _sheet(vote: Answered) -> Sheet:
    by_side = {side.label: side.contestant for side in vote.trial.sides}
    scores = {by_side[label]: score for label, score in vote.ballot.scores.items()}
    return Sheet(vote.trial.listener, vote.trial.text, scores)


def _calm(ballot: Any) -> bool:
    """Two equal sides call for no preference, or a slight one where one must be given."""
    return ballot.choice == "tie" or ballot.strength == 1


def _attention(votes: Sequence[Answered], passed: Callable[[Answered], bool]) -> list[str]:
    caught = [vote for vote in votes if vote.trial.part == "catch"]
    failed = sum(not passed(vote) for vote in caught)
    if not caught or not failed:
        return []
    if votes[0].trial.kind == "abx":
        return [
            f"{failed} of {len(caught)} easy trials went wrong, in which X is plain to hear: "
            "take a pause, mind the volume, and try again before you trust this result."
        ]
    return [
        f"In {failed} of {len(caught)} trials the two were one and the same recording, and you "
        "preferred one: slight preferences in this test may be just as imagined."
    ]


def _sides(rated: Sequence[Answered]) -> list[str]:
    chosen = Counter(vote.ballot.choice for vote in rated)
    if sign_test(chosen["A"], chosen["B"]) > ALPHA:
        return []
    side = "A" if chosen["A"] > chosen["B"] else "B"
    return [
        f"You chose {side} in {chosen[side]} of {chosen['A'] + chosen['B']} decisive votes, "
        "whoever it was. Everyone stood on either side equally often, so that is a habit of "
        "yours, or luck."
    ]


def _strengths(rated: Sequence[Answered], names: dict[str, str]) -> list[str]:
    given: dict[str, list[int]] = defaultdict(list)
    for vote in rated:
        if vote.ballot.strength:
            given[vote.winner].append(vote.ballot.strength)
    words = ("", "slightly", "clearly", "much")
    return [
        f"When {names[one]} won, it was {words[round(sum(strengths) / len(strengths))]} better "
        f"on average."
        for one, strengths in given.items()
        if one
    ]


def _names(setup: Setup) -> dict[str, str]:
    """By id; alike names are told apart by what differs."""
    names = {one.id: one.name for one in setup.contestants}
    for one, other in combinations(setup.contestants, 2):
        if one.name == other.name:
            for twin in (one, other):
                names[twin.id] = f"{twin.name} ({twin.id[:4]})"
    return names


def _nothing(title: str) -> Verdict:
    return Verdict(title, "Nothing was answered.", ("Without answers there is nothing to say.",))


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _once_in(p: float) -> str:
    times = 1 / max(p, 1e-12)
    return f"once in {times:,.0f} tests" if times < 1e6 else "less than once in a million tests"


def _percent(p: float) -> str:
    return f"{p:.0%}"


_JUDGES: dict[str, Callable[[Setup, Sequence[Answered]], Verdict]] = {
    "abx": _abx,
    "ab": _ab,
    "multi": _multi,
    ARENA: _arena,
}
assert set(_JUDGES) == {*TESTS, ARENA}

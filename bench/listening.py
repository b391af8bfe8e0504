"""How far the arena's and the tests' statistics can be trusted: writes docs/listening.md.

    python -m bench.listening

Simulated listeners whose true preferences are known vote through the same code as real ones; what
is said of their votes is held against the truth.
"""

from __future__ import annotations

import math
import random
from pathlib import Path

from kokoro_studio.listening.statistics.davidson import Comparison
from kokoro_studio.listening.statistics.preference import (
    correct_needed,
    provable_share,
    votes_needed,
    wilson,
)
from kokoro_studio.listening.statistics.ranking import leaderboard
from kokoro_studio.listening.statistics.sequential import verdict

PAGE = Path(__file__).resolve().parents[1] / "docs" / "listening.md"
BEGINS = "<!-- written by python -m bench.listening -->\n"
LISTENERS = (20, 100, 1000)
RUNS = 20
STRENGTHS = {f"c{n}": points for n, points in enumerate((1650, 1600, 1550, 1500, 1450, 1400, 1350))}
TIES, SIDE = 0.5, 0.1  # weight of a tie between equals; log odds in favour of side A
PEEKED_VOTES = 400
PEEKED_RUNS = 1000


def main() -> None:
    page = PAGE.read_text(encoding="utf-8") if PAGE.exists() else BEGINS
    words = page.split(BEGINS)[0]
    PAGE.write_text(words + BEGINS + _tables(), encoding="utf-8")


def _tables() -> str:
    return "\n".join([_needed(), _ranking(), _peeking()])


def _needed() -> str:
    rows = [
        f"| {n} | {correct_needed(n)} | {provable_share(n):.0%} | "
        f"{wilson(n // 2, n).low:.0%} to {wilson(n // 2, n).high:.0%} |"
        for n in (8, 10, 12, 16, 20, 30, 40, 60, 100)
    ]
    shares = [f"{share:.0%}: {votes_needed(share)}" for share in (0.55, 0.6, 0.65, 0.7, 0.75, 0.8)]
    return "\n".join(
        [
            "\n### What a number of votes can show\n",
            "Right answers that an ABX test needs (one-sided p ≤ .05); the weakest true preference "
            "that is proven four times out of five; and where the share may lie when the votes are "
            "even (95 %, Wilson).\n",
            "| votes | ABX: right | provable preference | even votes mean |",
            "|--:|--:|--:|--:|",
            *rows,
            f"\nVotes that prove a preference of so much: {', '.join(shares)}.\n",
        ]
    )


def _ranking() -> str:
    chance = random.Random(1)
    rows = []
    for listeners in LISTENERS:
        inside = total = ordered = 0
        for run in range(RUNS):
            found = leaderboard(_votes(listeners, chance), resamples=100, seed=run)
            for one in found.standings:
                inside += one.low <= STRENGTHS[one.contestant] <= one.high
                total += 1
            by_rating = sorted(found.standings, key=lambda one: -one.rating)
            ordered += [one.contestant for one in by_rating] == list(STRENGTHS)
        rows.append(
            f"| {listeners} | {10 * listeners} | {inside / total:.0%} | {ordered} of {RUNS} |"
        )
    return "\n".join(
        [
            "### Whether the ranking finds the truth\n",
            f"{len(STRENGTHS)} contestants 50 points apart, listeners with 10 votes each who tie "
            "now and then and lean to side A. How often a 95 % range holds the true rating, and "
            "how often all stand in their true order.\n",
            "| listeners | votes | ranges that hold | rankings in order |",
            "|--:|--:|--:|--:|",
            *rows,
            "",
        ]
    )


def _votes(listeners: int, chance: random.Random) -> list[Comparison]:
    votes = []
    for listener in range(listeners):
        for _ in range(10):
            first, second = chance.sample(list(STRENGTHS), 2)
            ahead = (STRENGTHS[first] - STRENGTHS[second]) * math.log(10) / 400 + SIDE
            odds = (math.exp(ahead / 2), math.exp(-ahead / 2), TIES)
            outcome = chance.choices(("first", "second", "tie"), odds)[0]
            votes.append(Comparison(first, second, outcome, str(listener)))
    return votes


def _peeking() -> str:
    chance = random.Random(2)
    rows = []
    for share in (0.5, 0.6, 0.7, 0.8):
        said: dict[str, int] = {}
        stops = []
        for _ in range(PEEKED_RUNS // (1 if share == 0.5 else 5)):
            wins = losses = 0
            kind = "continue"
            while wins + losses < PEEKED_VOTES and kind == "continue":
                won = chance.random() < share
                wins, losses = wins + won, losses + (not won)
                kind = verdict(wins, losses).kind
            said[kind] = said.get(kind, 0) + 1
            stops.append(wins + losses)
        runs = sum(said.values())
        stops.sort()
        rows.append(
            f"| {share:.0%} | {said.get('prefer_first', 0) / runs:.1%} | "
            f"{said.get('prefer_second', 0) / runs:.1%} | {said.get('equivalent', 0) / runs:.1%} | "
            f"{stops[runs // 2]} |"
        )
    return "\n".join(
        [
            "### Looking after every vote\n",
            f"Verdicts that may be read at any time, read after each of up to {PEEKED_VOTES} "
            "votes. With no preference (50 %) either of the first two columns is a mistake: "
            "together they stay below 5 %.\n",
            "| true share | first preferred | second preferred | equivalent | median votes |",
            "|--:|--:|--:|--:|--:|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    main()

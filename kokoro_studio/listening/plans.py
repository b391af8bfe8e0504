"""Plans of tests: the contents of every trial, drawn at random before the first one."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from .contestants.anchor import anchor_contestant
from .designs import TESTS, TestDesign, TestText, extra_trials
from .playback import LABELS
from .statistics.schedule import CATCH_SHARE, ab_order, abx_order, multi_order


@dataclass(frozen=True)
class TrialPlan:
    """The contents of a trial that is still to come: contestants by side, text, right answer."""

    part: str  # a key of `trials.PARTS`
    contestants: tuple[str, ...]  # ids, in the order of the labels
    text: str
    sentence: str = ""  # id of one of the studio's own sentences
    answer: str = ""  # ABX: the label that X is
    probability: float = 1.0

    @property
    def labels(self) -> tuple[str, ...]:
        return ("A", "B", "X") if self.answer else tuple(LABELS[: len(self.contestants)])


def plan_for(design: TestDesign, rng: random.Random) -> tuple[TrialPlan, ...]:
    """All trials of a test in order, with training first if the design has it."""
    return tuple(_PLANS[design.kind](design, rng))


def _abx(design: TestDesign, rng: random.Random) -> list[TrialPlan]:
    first, second = (one.id for one in design.contestants)
    said = _said_in_turn(design, rng, design.trials)
    plans = [
        _abx_plan(
            "rated", (second, first) if trial.swapped else (first, second), trial.answer, text
        )
        for trial, text in zip(abx_order(design.trials, rng), said, strict=True)
    ]
    for easy in range(extra_trials(design.kind, design.trials)):
        planned = _easy(design, rng, "catch", said[easy % len(said)])
        plans.insert(rng.randrange(1, len(plans) + 1), planned)
    return [*_training(design, rng), *plans]


def _easy(design: TestDesign, rng: random.Random, part: str, said: TestText) -> TrialPlan:
    """An easy ABX trial, which checks attention: one contestant against espeak-ng."""
    pair = rng.sample([rng.choice(design.contestants).id, anchor_contestant().id], 2)
    return _abx_plan(part, (pair[0], pair[1]), rng.choice("AB"), said)


def _abx_plan(part: str, pair: tuple[str, str], answer: str, said: TestText) -> TrialPlan:
    x = pair["AB".index(answer)]
    return TrialPlan(part, (*pair, x), said.text, said.sentence, answer)


def _ab(design: TestDesign, rng: random.Random) -> list[TrialPlan]:
    pairs = list(combinations([one.id for one in design.contestants], 2))
    known = {said.text: said for said in design.texts}
    order = ab_order(pairs, list(known), design.trials, CATCH_SHARE, rng)
    plans = [
        TrialPlan(
            "catch" if trial.identical else "rated",
            (trial.first, trial.second), trial.text, known[trial.text].sentence,
        )
        for trial in order
    ]  # fmt: skip
    return [*_training(design, rng), *plans]


def _training(design: TestDesign, rng: random.Random) -> list[TrialPlan]:
    """Practice trials with espeak-ng in them, which do not reveal the contestants of the test."""
    if not design.training:
        return []
    said = _said_in_turn(design, rng, TESTS[design.kind].training_trials)
    if design.kind == "abx":
        return [_easy(design, rng, "training", one) for one in said]
    plans = []
    for one in said:
        pair = rng.sample([rng.choice(design.contestants).id, anchor_contestant().id], 2)
        plans.append(TrialPlan("training", (pair[0], pair[1]), one.text, one.sentence))
    return plans


def _multi(design: TestDesign, rng: random.Random) -> list[TrialPlan]:
    texts = [said.text for said in _said_in_turn(design, rng, design.trials)]
    known = {said.text: said for said in design.texts}
    orders = multi_order([one.id for one in design.contestants], texts, rng)
    plans = [
        TrialPlan("repeat" if trial.repeat else "rated", trial.order, trial.text,
             known[trial.text].sentence)
        for trial in orders
    ]  # fmt: skip
    if not design.training:
        return plans
    first = plans[0]
    order = tuple(rng.sample(first.contestants, len(first.contestants)))
    return [TrialPlan("training", order, first.text, first.sentence), *plans]


def _said_in_turn(design: TestDesign, rng: random.Random, n: int) -> list[TestText]:
    """n texts; each comes once before any is repeated."""
    rounds = -(-n // len(design.texts))
    turns = [said for _ in range(rounds) for said in rng.sample(design.texts, len(design.texts))]
    return turns[:n]


_PLANS: dict[str, Callable[[TestDesign, random.Random], Sequence[TrialPlan]]] = {
    "abx": _abx,
    "ab": _ab,
    "multi": _multi,
}

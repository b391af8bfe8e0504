"""Plans of tests: what every trial asks, drawn by lot before the first is heard."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from .contestants.anchor import anchor_contestant
from .playback import LABELS
from .setups import TESTS, Said, Setup, extra_trials
from .statistics.schedule import CATCH_SHARE, ab_order, abx_order, multi_order


@dataclass(frozen=True)
class Slot:
    """A trial to be: who stands on which side, and what they say."""

    part: str  # a key of `trials.PARTS`
    contestants: tuple[str, ...]  # ids, in the order of the labels
    text: str
    sentence: str = ""  # id of a sentence of ours
    answer: str = ""  # ABX: the label that X is
    probability: float = 1.0

    @property
    def labels(self) -> tuple[str, ...]:
        return ("A", "B", "X") if self.answer else tuple(LABELS[: len(self.contestants)])


def plan_for(setup: Setup, rng: random.Random) -> tuple[Slot, ...]:
    """Every trial of a test in its order; training first where it is wanted."""
    return tuple(_PLANS[setup.kind](setup, rng))


def _abx(setup: Setup, rng: random.Random) -> list[Slot]:
    first, second = (one.id for one in setup.contestants)
    said = _said_in_turn(setup, rng, setup.trials)
    slots = [
        _abx_slot(
            "rated", (second, first) if trial.swapped else (first, second), trial.answer, text
        )
        for trial, text in zip(abx_order(setup.trials, rng), said, strict=True)
    ]
    for easy in range(extra_trials(setup.kind, setup.trials)):
        slot = _easy(setup, rng, "catch", said[easy % len(said)])
        slots.insert(rng.randrange(1, len(slots) + 1), slot)
    return [*_training(setup, rng), *slots]


def _easy(setup: Setup, rng: random.Random, part: str, said: Said) -> Slot:
    """An ABX trial that whoever listens gets right: one of the two beside the robot."""
    pair = rng.sample([rng.choice(setup.contestants).id, anchor_contestant().id], 2)
    return _abx_slot(part, (pair[0], pair[1]), rng.choice("AB"), said)


def _abx_slot(part: str, pair: tuple[str, str], answer: str, said: Said) -> Slot:
    x = pair["AB".index(answer)]
    return Slot(part, (*pair, x), said.text, said.sentence, answer)


def _ab(setup: Setup, rng: random.Random) -> list[Slot]:
    pairs = list(combinations([one.id for one in setup.contestants], 2))
    known = {said.text: said for said in setup.texts}
    order = ab_order(pairs, list(known), setup.trials, CATCH_SHARE, rng)
    slots = [
        Slot(
            "catch" if trial.identical else "rated",
            (trial.first, trial.second), trial.text, known[trial.text].sentence,
        )
        for trial in order
    ]  # fmt: skip
    return [*_training(setup, rng), *slots]


def _training(setup: Setup, rng: random.Random) -> list[Slot]:
    """Trials with the robot in them: they show how it goes, and nothing of what will be judged."""
    if not setup.training:
        return []
    said = _said_in_turn(setup, rng, TESTS[setup.kind].training_trials)
    if setup.kind == "abx":
        return [_easy(setup, rng, "training", one) for one in said]
    slots = []
    for one in said:
        pair = rng.sample([rng.choice(setup.contestants).id, anchor_contestant().id], 2)
        slots.append(Slot("training", (pair[0], pair[1]), one.text, one.sentence))
    return slots


def _multi(setup: Setup, rng: random.Random) -> list[Slot]:
    texts = [said.text for said in _said_in_turn(setup, rng, setup.trials)]
    known = {said.text: said for said in setup.texts}
    orders = multi_order([one.id for one in setup.contestants], texts, rng)
    slots = [
        Slot("repeat" if trial.repeat else "rated", trial.order, trial.text,
             known[trial.text].sentence)
        for trial in orders
    ]  # fmt: skip
    if not setup.training:
        return slots
    first = slots[0]
    order = tuple(rng.sample(first.contestants, len(first.contestants)))
    return [Slot("training", order, first.text, first.sentence), *slots]


def _said_in_turn(setup: Setup, rng: random.Random, n: int) -> list[Said]:
    """n texts, each once before any comes again."""
    rounds = -(-n // len(setup.texts))
    turns = [said for _ in range(rounds) for said in rng.sample(setup.texts, len(setup.texts))]
    return turns[:n]


_PLANS: dict[str, Callable[[Setup, random.Random], Sequence[Slot]]] = {
    "abx": _abx,
    "ab": _ab,
    "multi": _multi,
}

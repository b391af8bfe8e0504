"""The order of trials: pairs of the arena one by one, all trials of a fixed test in advance.

*The arena.* A vote on a pair is worth what it tells, where the order is in doubt. With Σ the
covariance of the strengths so far and I the Fisher information of one vote about d = θ_i - θ_j, the
vote multiplies the determinant of the information by 1 + I x^T Σ x (matrix determinant lemma; x is
1 at i and -1 at j), the gain of a D-optimal design (adaptive paired comparison: Glickman & Jensen
2005, J. Stat. Planning and Inference 127). Φ is how likely it is that the order is the other way:

    worth = log(1 + I · var d) · Φ(-|d| / √var d)
    I = (P_first + P_second) / 4 - ((P_first - P_second) / 2)²

It is high for pairs not yet compared even by way of others, low for those that are clear, and falls
as votes come in, for equals too. Pairs drawn by worth alone depend on the votes that they are to
judge, so a part is drawn evenly, and the probability of what was drawn is kept with the vote:
weighting by its inverse undoes the choice. Contestants that no chain of comparisons joins come
before everything else.

*Fixed tests.* Who is on side A is balanced: that makes a habit of choosing one side harmless.
The answers of ABX are *not*: each is a coin of its own. Were both answers given equally often, a
guesser who says A and B equally often too would have 12 of 16 right in 6.6 % of tests, not 3.8 %:
the p-value counts on answers that tell nothing of one another.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log1p, sqrt
from typing import TypeVar

from scipy.special import ndtr

from ...errors import RequestError
from .davidson import Comparison, Fit, fit
from .elo import SCALE

UNIFORM_SHARE = 0.3  # of pairs drawn evenly
CATCH_SHARE = 0.1
CATCHES_FROM = 8  # trials; a shorter test has no room for one
_TINY = 1e-12  # of a worth: when all is clear, pairs come evenly

T = TypeVar("T")
Seen = Container[tuple[frozenset[str], str]]  # (pair, text) that a listener has heard


class NothingLeft(RequestError):
    """All that could be compared has been."""


@dataclass(frozen=True)
class Pairing:
    """`first` goes on side A. `probability`: with which this pair was drawn, whatever the sides."""

    first: str
    second: str
    probability: float


@dataclass(frozen=True)
class AbxTrial:
    """swapped: the second contestant is on side A. answer: the side that X is, "A" or "B"."""

    swapped: bool
    answer: str


@dataclass(frozen=True)
class AbTrial:
    """`first` is on side A; a catch trial has the same contestant on both."""

    first: str
    second: str
    text: str

    @property
    def identical(self) -> bool:
        return self.first == self.second


@dataclass(frozen=True)
class MultiTrial:
    """One text by all contestants, in the order they are laid out; `repeat`: a second time."""

    text: str
    order: tuple[str, ...]
    repeat: bool = False


def choose_pair(
    contestants: Iterable[str],
    comparisons: Iterable[Comparison],
    rng: random.Random,
    seen: Seen = (),
    texts: Sequence[str] = (),
    uniform_share: float = UNIFORM_SHARE,
) -> Pairing:
    """Draw the pair to compare next.

    A pair whose every one of `texts` is in `seen` is not offered again; `NothingLeft` when none is
    left. `comparisons` may hold contestants that are not to be drawn any more: they still join
    others.
    """
    assert 0 <= uniform_share <= 1
    comparisons = list(comparisons)
    pairs = list(combinations(sorted(set(contestants)), 2))
    if not pairs:
        raise RequestError("Comparing takes two contestants: add another.")
    if texts:
        pairs = [pair for pair in pairs if _unheard(texts, pair, seen)]
    if not pairs:
        raise NothingLeft("Every pair has been heard with every text: add a text or a contestant.")
    pairs = _bridges(pairs, comparisons) or pairs

    state = fit(comparisons, {one for pair in pairs for one in pair})
    worths = _worths(pairs, state)
    total = sum(worths)
    chances = [uniform_share / len(pairs) + (1 - uniform_share) * worth / total for worth in worths]
    drawn = rng.choices(range(len(pairs)), chances)[0]
    first, second = rng.sample(pairs[drawn], 2)
    return Pairing(first, second, chances[drawn])


def choose_text(
    texts: Sequence[str], pair: Iterable[str], seen: Iterable[tuple[frozenset[str], str]],
    rng: random.Random,
) -> str:  # fmt: skip
    """A text this listener has not heard of this pair, of those the one heard least of any."""
    seen = set(seen)
    unheard = _unheard(texts, pair, seen)
    if not unheard:
        raise NothingLeft("This pair has been heard with every text: add a text.")
    heard = Counter(text for _, text in seen)
    least = min(heard[text] for text in unheard)
    return rng.choice([text for text in unheard if heard[text] == least])


def abx_order(n: int, rng: random.Random) -> list[AbxTrial]:
    """n trials: either contestant on side A equally often, each answer a fair coin of its own."""
    _check_trials(n)
    return [AbxTrial(swapped, rng.choice("AB")) for swapped in _balanced(n, rng)]


def ab_order(
    pairs: Sequence[tuple[str, str]],
    texts: Sequence[str],
    n: int,
    catch_share: float,
    rng: random.Random,
) -> list[AbTrial]:
    """n trials that count, and catch trials among them: `catches(n, catch_share)` more.

    Pairs come equally often and in turn, the sides of each are balanced, and no pair meets a text
    twice as long as there is another. A catch trial is never the first.
    """
    _check_trials(n)
    if not pairs or not texts:
        raise RequestError("A preference test takes a pair and a text at least.")
    if any(first == second for first, second in pairs):
        raise RequestError("A pair is two different contestants.")
    turns = _turns(list(dict.fromkeys(pairs)), n, rng)
    sides = _sides(turns, rng)
    order = [(second, first) if next(sides[first, second]) else (first, second)
             for first, second in turns]  # fmt: skip
    caught = catches(n, catch_share)
    for contestant in _turns(sorted({one for pair in pairs for one in pair}), caught, rng):
        order.insert(rng.randrange(1, len(order) + 1), (contestant, contestant))
    return _with_texts(order, texts, rng)


def catches(n: int, share: float = CATCH_SHARE) -> int:
    """How many catch trials go with n that count: at least one from `CATCHES_FROM` on."""
    if not 0 <= share <= 1:
        raise RequestError(f"The share of catch trials lies between 0 and 1, not at {share}.")
    return max(1, round(n * share)) if share and n >= CATCHES_FROM else 0


def multi_order(
    contestants: Sequence[str], texts: Sequence[str], rng: random.Random, repeats: int = 1
) -> list[MultiTrial]:
    """A trial for each text in random order, and the first `repeats` of them again at the end.

    Each contestant stands at each place equally often over as many trials as there are contestants
    (a cyclic Latin square). A text that comes again stands in another order where it can.
    """
    if len(set(contestants)) < 2 or not texts:
        raise RequestError("Scoring takes two contestants and a text at least.")
    said = rng.sample(texts, len(texts))
    said += said[: max(repeats, 0)]
    orders: list[tuple[str, ...]] = []
    while len(orders) < len(said):
        ring = rng.sample(sorted(set(contestants)), len(set(contestants)))
        turned = [(*ring[by:], *ring[:by]) for by in range(len(ring))]
        orders += rng.sample(turned, len(turned))
    trials: list[MultiTrial] = []
    before: dict[str, tuple[str, ...]] = {}
    for text, order in zip(said, orders, strict=False):
        order = order[::-1] if order == before.get(text) else order
        trials.append(MultiTrial(text, order, repeat=text in before))
        before[text] = order
    return trials


def _unheard(texts: Sequence[str], pair: Iterable[str], seen: Seen) -> list[str]:
    names = frozenset(pair)
    return [text for text in texts if (names, text) not in seen]


def _bridges(pairs: list[tuple[str, str]], comparisons: list[Comparison]) -> list[tuple[str, str]]:
    """Those pairs that no chain of comparisons joins yet."""
    above: dict[str, str] = {}

    def top(one: str) -> str:
        while (over := above.get(one, one)) != one:
            above[one] = above.get(over, over)  # halves the way up for the next
            one = over
        return one

    for first, second in {(comparison.first, comparison.second) for comparison in comparisons}:
        above[top(first)] = top(second)
    return [(first, second) for first, second in pairs if top(first) != top(second)]


def _worths(pairs: list[tuple[str, str]], state: Fit) -> list[float]:
    at = {name: number for number, name in enumerate(state.ratings)}
    covariance = state.covariance.tolist()
    worths = []
    for first, second in pairs:
        i, j = at[first], at[second]
        variance = covariance[i][i] + covariance[j][j] - 2 * covariance[i][j]
        wins, _, loses = state.chances(first, second)
        information = (wins + loses) / 4 - ((wins - loses) / 2) ** 2
        apart = abs(state.ratings[first] - state.ratings[second]) / SCALE
        doubt = float(ndtr(-apart / sqrt(variance)))
        worths.append(max(log1p(information * variance) * doubt, _TINY))
    return worths


def _turns(items: list[T], n: int, rng: random.Random) -> list[T]:
    """n of the items, each once before any comes again, in random order each time round"""
    rounds = -(-n // len(items))
    return [item for _ in range(rounds) for item in rng.sample(items, len(items))][:n]


def _balanced(n: int, rng: random.Random, odd: bool | None = None) -> list[bool]:
    """n times yes or no, equally often, in random order; `odd`: what the odd one is, else drawn"""
    odd = rng.random() < 0.5 if odd is None else odd
    values = [True, False] * (n // 2) + [odd] * (n % 2)
    return rng.sample(values, n)


def _sides(
    turns: list[tuple[str, str]], rng: random.Random
) -> dict[tuple[str, str], Iterator[bool]]:
    """Of each pair, whether it is swapped, from turn to turn; odd ones take turns too."""
    odd = rng.random() < 0.5
    sides: dict[tuple[str, str], Iterator[bool]] = {}
    for pair, count in Counter(turns).items():
        sides[pair] = iter(_balanced(count, rng, odd))
        odd ^= bool(count % 2)
    return sides


def _with_texts(
    order: list[tuple[str, str]], texts: Sequence[str], rng: random.Random
) -> list[AbTrial]:
    """The text least heard of a pair, of those the one least heard of all"""
    shuffled = rng.sample(list(dict.fromkeys(texts)), len(set(texts)))
    heard: Counter[tuple[frozenset[str], str]] = Counter()
    used: Counter[str] = Counter()
    trials = []
    for first, second in order:
        pair = frozenset((first, second))
        _, _, at = min((heard[pair, one], used[one], at) for at, one in enumerate(shuffled))
        text = shuffled[at]
        heard[pair, text] += 1
        used[text] += 1
        trials.append(AbTrial(first, second, text))
    return trials


def _check_trials(n: int) -> None:
    if n < 1:
        raise RequestError(f"A test has 1 trial or more, not {n}.")

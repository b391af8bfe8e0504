"""What a listening test is made of, checked before anything is rendered."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import Any

from ..engine.take import check_length
from ..errors import RequestError
from ..text import LANGUAGES
from .contestants.contestant import Contestant
from .statistics.preference import correct_needed, provable_share
from .statistics.schedule import catches

ARENA = "arena"
FEWEST_TRIALS, MOST_TRIALS = 4, 60
MOST_TEXTS = 60
MOST_CHARACTERS = 300  # of a text: longer ones are judged by memory, not by ear
QUESTIONS = (
    "Which do you prefer?",
    "Which sounds more natural?",
    "Which would you choose to read a book to you?",
    "Which is easier to understand?",
    "Which would you rather have as an assistant?",
)
MOST_QUESTION = 120  # characters


@dataclass(frozen=True)
class TestKind:
    """One way to ask."""

    name: str
    label: str
    words: str
    fewest: int  # contestants
    most: int
    usual_trials: int


TESTS = {
    kind.name: kind
    for kind in (
        TestKind(
            "abx",
            "ABX: is there a difference?",
            "X is A or B, by lot. Whoever tells them apart reliably hears a difference.",
            2, 2, 12,
        ),
        TestKind(
            "ab",
            "Preference: which is better?",
            "Two at a time, unnamed, in random order. With more than two, every pair meets.",
            2, 8, 20,
        ),
        TestKind(
            "multi",
            "Scores: how good is each?",
            "All at once on a scale from bad to excellent, as in ITU-R BS.2132.",
            2, 8, 6,
        ),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A text of a test."""

    text: str
    sentence: str = ""  # id of a sentence of ours


@dataclass(frozen=True)
class Setup:
    """A test as it was asked for."""

    kind: str
    contestants: tuple[Contestant, ...]
    texts: tuple[Said, ...]
    language: str = "a"
    trials: int = 12  # that count
    question: str = QUESTIONS[0]
    tie: bool = True  # "no preference" may be answered
    strength: bool = False  # how much better is asked too
    hide_text: bool = False  # until every side was heard
    training: bool = True

    def check(self) -> None:
        """`RequestError` for a test that cannot be held. Asked once, when it begins."""
        if self.language not in LANGUAGES:
            raise RequestError(
                f"There is no language {self.language!r}; use one of {', '.join(LANGUAGES)}."
            )
        if not 1 <= len(self.question.strip()) <= MOST_QUESTION:
            raise RequestError(f"The question needs 1 to {MOST_QUESTION} characters.")
        if not FEWEST_TRIALS <= self.trials <= MOST_TRIALS:
            raise RequestError(
                f"{self.trials} trials are out of range; use {FEWEST_TRIALS} to {MOST_TRIALS}."
            )
        self._check_texts()
        if self.kind != ARENA:
            self._check_contestants()

    def _check_contestants(self) -> None:
        if self.kind not in TESTS:
            raise RequestError(f"There is no test {self.kind!r}; use one of {', '.join(TESTS)}.")
        kind, count = TESTS[self.kind], len({one.id for one in self.contestants})
        if count < len(self.contestants):
            raise RequestError(
                "The same contestant is there twice; change one of them, its speed or its seed."
            )
        if not kind.fewest <= count <= kind.most:
            wanted = f"{kind.fewest}" if kind.fewest == kind.most else f"2 to {kind.most}"
            raise RequestError(
                f"This test compares {wanted} contestants, and {count} are chosen; "
                f"{'add' if count < kind.fewest else 'remove'} some."
            )
        for one in self.contestants:
            if not one.speaks(self.language):
                raise RequestError(
                    f"{one.name} does not speak {LANGUAGES[self.language].name}; "
                    "choose another language, or leave it out."
                )

    def _check_texts(self) -> None:
        if not self.texts:
            raise RequestError("There is no text to compare on; write one, or take our sentences.")
        if len(self.texts) > MOST_TEXTS:
            raise RequestError(f"{len(self.texts)} texts are too many; use at most {MOST_TEXTS}.")
        for said in self.texts:
            check_length(len(said.text))
            if len(said.text) > MOST_CHARACTERS:
                raise RequestError(
                    f"The text {said.text[:40]!r}… has {len(said.text)} characters; use at most "
                    f"{MOST_CHARACTERS}, or break it into lines: each line is a text of its own."
                )
        if self.kind == "multi" and len(self.texts) < self.trials:
            raise RequestError(
                f"Scores need another text in each trial, and there are {len(self.texts)} for "
                f"{self.trials}; add texts, or ask for fewer trials."
            )

    def to_json(self) -> dict[str, Any]:
        """Plain values, without the contestants, who are kept by themselves."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return values | {
            "contestants": [one.id for one in self.contestants],
            "texts": [asdict(said) for said in self.texts],
        }

    @classmethod
    def from_json(cls, values: dict[str, Any], known: dict[str, Contestant]) -> Setup:
        return cls(
            **{
                **values,
                "contestants": tuple(known[one] for one in values["contestants"]),
                "texts": tuple(Said(**said) for said in values["texts"]),
            }
        )


def prospect(kind: str, trials: int, contestants: int = 2) -> str:
    """What a test of that length can show, said before it begins."""
    if kind == "abx":
        if (needed := correct_needed(trials)) is None:
            return f"{trials} trials are too few to show anything: even all right may be luck."
        return (
            f"{needed} of {trials} right will show that you hear a difference: "
            "by guessing that happens less than once in 20 tests."
            + (" An easy trial more shows whether you listen." if catches(trials) else "")
        )
    if kind == "ab":
        pairs = contestants * (contestants - 1) // 2
        each = trials // max(pairs, 1)
        if (share := provable_share(each)) is None:
            return (
                f"{trials} trials give each of {pairs} pairs {each}: too few to prove a "
                "preference, enough for a first idea."
            )
        shown = f"With {each} votes {'a pair' if pairs > 1 else ''}".strip()
        return f"{shown} you can only prove preferences above {share:.0%}; smaller ones need more."
    needed = _units_needed(contestants)
    enough = "" if trials >= needed else f" At least {needed} are needed to tell any two apart."
    return (
        f"Each of {trials} sentences is scored for all {contestants} contestants; "
        f"one of them comes twice, to see how steady you are.{enough}"
    )


def _units_needed(contestants: int, alpha: float = 0.05) -> int:
    """Texts from which a unanimous listener tells the surest of all pairs apart.

    The signed-rank test's least p of n texts is 2 / 2^n, and Holm's correction asks as many times
    less of the first of all pairs.
    """
    pairs = contestants * (contestants - 1) // 2
    return math.ceil(math.log2(2 * max(pairs, 1) / alpha))

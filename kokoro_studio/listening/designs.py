"""Designs of listening tests, checked before anything is rendered."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

from ..engine.take import check_length
from ..errors import RequestError
from ..text import LANGUAGES, language_of
from .contestants.contestant import Contestant
from .contestants.kinds import speaks
from .statistics.preference import correct_needed, provable_share
from .statistics.schedule import catches
from .words import count_of

ARENA = "arena"
FEWEST_TRIALS, MOST_TRIALS = 4, 60
MOST_TEXTS = 60
MOST_CHARACTERS = 300  # of a text: listeners forget the beginning of longer ones
_SHOWN = 40  # characters of a text in a sentence about it
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
    """A kind of test."""

    __test__ = False  # pytest takes a class whose name begins with Test for tests of its own

    name: str
    label: str
    words: str
    fewest: int  # contestants
    most: int
    usual_trials: int
    training_trials: int  # if there is practice


TESTS = {
    kind.name: kind
    for kind in (
        TestKind(
            "abx",
            "ABX: is there a difference?",
            "You hear A, B and X, and say whether X is A or B. If you are right more often than by "
            "guessing, you hear a difference.",
            2, 2, 12, 2,
        ),
        TestKind(
            "ab",
            "Preference: which is better?",
            "You hear two without their names and say which you prefer. With more than two "
            "contestants, every pair is compared.",
            2, 8, 20, 2,
        ),
        TestKind(
            "multi",
            "Scores: how good is each?",
            "You hear all of them on one text, without their names, and score each from 0 (bad) to "
            "100 (excellent), as in ITU-R BS.2132.",
            2, 8, 6, 1,
        ),
    )
}  # fmt: skip


@dataclass(frozen=True)
class TestText:
    """A text of a test."""

    __test__ = False  # see `TestKind`

    text: str
    sentence: str = ""  # id of one of the studio's own sentences


@dataclass(frozen=True)
class TestDesign:
    """A listening test: its kind, contestants, texts and options."""

    __test__ = False  # see `TestKind`

    kind: str
    contestants: tuple[Contestant, ...]
    texts: tuple[TestText, ...]
    language: str = "a"  # any name that `language_of` knows; kept as its code
    trials: int = 12  # that count
    question: str = QUESTIONS[0]
    tie: bool = True  # "no preference" may be answered
    strength: bool = False  # how much better is asked too
    hide_text: bool = False  # until every side was heard
    training: bool = True

    def __post_init__(self) -> None:
        """`TextError` for a language that is not known."""
        object.__setattr__(self, "language", language_of(self.language).code)

    def check(self) -> None:
        """`RequestError` for a test that cannot be held. Called once, at its beginning."""
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
        kind, count = TESTS[self.kind], len(self.contestants)
        for one, other in combinations(self.contestants, 2):
            if one.sound == other.sound:
                names = one.name if one.name == other.name else f"{one.name} and {other.name}"
                raise RequestError(
                    f"The same sound is there twice ({names}); "
                    "remove one of them, or change its speed or its seed."
                )
        if not kind.fewest <= count <= kind.most:
            wanted = f"{kind.fewest}" if kind.fewest == kind.most else f"2 to {kind.most}"
            raise RequestError(
                f"This test compares {wanted} contestants and has {count}; "
                f"{'add' if count < kind.fewest else 'remove'} some."
            )
        for one in self.contestants:
            if not speaks(one, self.language):
                raise RequestError(
                    f"{one.name} does not speak {LANGUAGES[self.language].name}; "
                    "choose another language, or leave it out."
                )
            if one.text is not None and any(said.text != one.text for said in self.texts):
                raise RequestError(
                    f"The recording {one.name} says “{_short(one.text)}” and nothing else; "
                    "compare it on that text, and only with recordings of the same text."
                )

    def _check_texts(self) -> None:
        if not self.texts:
            raise RequestError("There is no text to compare on; write one, or take our sentences.")
        if len(self.texts) > MOST_TEXTS:
            raise RequestError(f"{len(self.texts)} texts are too many; use at most {MOST_TEXTS}.")
        for said in self.texts:
            check_text(said.text)
        if self.kind == "multi" and any(one.text for one in self.contestants):
            raise RequestError(
                "Scores need another text in each trial, and a recording says only one; "
                "choose ABX or Preference, or leave the recording out."
            )
        if self.kind == "multi" and len(self.texts) < self.trials:
            raise RequestError(
                f"Scores need another text in each trial, and there are {len(self.texts)} for "
                f"{self.trials}; add texts, or ask for fewer trials."
            )

    def to_json(self) -> dict[str, Any]:
        """Plain values, without the contestants, which are kept in their own table."""
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return values | {
            "contestants": [one.id for one in self.contestants],
            "texts": [asdict(said) for said in self.texts],
        }

    @classmethod
    def from_json(cls, values: dict[str, Any], known: dict[str, Contestant]) -> TestDesign:
        return cls(
            **{
                **values,
                "contestants": tuple(known[one] for one in values["contestants"]),
                "texts": tuple(TestText(**said) for said in values["texts"]),
            }
        )


def check_text(text: str) -> None:
    """`RequestError` for a text that is too long to be compared on."""
    check_length(len(text))
    if len(text) > MOST_CHARACTERS:
        raise RequestError(
            f"The text “{_short(text)}” has {len(text)} characters; use at most {MOST_CHARACTERS}. "
            "A longer text can be broken into lines: each line is a text of its own."
        )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def prospect(kind: str, trials: int, contestants: int = 2, training: bool = False) -> str:
    """Words about a test: its task, its number of trials, and what that number can show."""
    power = _POWERS[kind](trials, contestants)
    return " ".join(filter(None, [TESTS[kind].words, power, length_words(kind, trials, training)]))


def length_words(kind: str, trials: int, training: bool) -> str:
    """Words for the number of all trials of a test in which `trials` count."""
    extra = extra_trials(kind, trials)
    words = f"The test has {count_of(trials + extra, 'trial')}"
    if kind == "multi":
        words += f": {count_of(trials, 'text')}, and one of them again to see how steady you are"
    elif extra:
        words += f": {trials} that count, and {extra} to check that you listen"
    if training:
        words += f". Before them: {count_of(TESTS[kind].training_trials, 'practice trial')}"
    return f"{words}."


def extra_trials(kind: str, trials: int) -> int:
    """The number of trials besides practice and those that count, such as catch trials."""
    return 1 if kind == "multi" else catches(trials)


def _power_of_abx(trials: int, _contestants: int) -> str:
    if (needed := correct_needed(trials)) is None:
        return f"{trials} trials are too few to show anything: even all right may be luck."
    return (
        f"{needed} of {trials} right will show that you hear a difference: "
        "by guessing that happens less than once in 20 tests."
    )


def _power_of_preference(trials: int, contestants: int) -> str:
    pairs = max(contestants * (contestants - 1) // 2, 1)
    each = trials // pairs
    if (share := provable_share(each)) is None:
        return (
            f"{trials} trials give each of {count_of(pairs, 'pair')} {each}: too few to prove a "
            "preference, enough for a first idea."
        )
    shown = f"With {count_of(each, 'vote')} {'a pair' if pairs > 1 else ''}".strip()
    return f"{shown}, {weakest_shown(share)}; a weaker one needs more trials."


def weakest_shown(share: float) -> str:
    return f"you can only prove a preference where one is chosen at least {share:.0%} of the time"


def _power_of_scores(trials: int, contestants: int) -> str:
    needed = _units_needed(contestants)
    return "" if trials >= needed else f"At least {needed} texts are needed to tell any two apart."


_POWERS = {"abx": _power_of_abx, "ab": _power_of_preference, "multi": _power_of_scores}


def _units_needed(contestants: int, alpha: float = 0.05) -> int:
    """The fewest texts with which a unanimous listener can tell one pair apart.

    The signed-rank test's least p of n texts is 2 / 2^n, and Holm's correction asks as many times
    less of the first of all pairs.
    """
    pairs = contestants * (contestants - 1) // 2
    return math.ceil(math.log2(2 * max(pairs, 1) / alpha))

"""The words, phrases and tags around a homograph, under the names that its cues have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

_SIDE = 4  # words on one side in which `left` and `right` cues are looked for
_WINDOW = 12  # words on each side in which `near` cues are looked for,
_CLOSE = 6  # of which these count in full
_LONGEST = 3  # words of a cue
_ENDS = frozenset(".!?;")
_OPENING = frozenset(("``", '"', "“", "‘", "(", "*"))
_CLAUSE_ENDS = frozenset((
    ",", ":", "--", "(", ")", "and", "but", "or", "as", "if", "when", "while", "because",
    "although", "though", "before", "after", "since",
    "unless", "until", "that", "which", "who", "where", "whereas",
))  # fmt: skip
_FINITE = ("VBD", "VBZ", "VBP")
_HELPERS = frozenset(("do", "does", "did", "'s"))
_OBJECTS = ("DT", "PRP", "PRP$")


@dataclass(frozen=True)
class Word:
    """A token as the tagger sees it."""

    text: str
    tag: str
    whitespace: str = ""


class Context:
    """The cues in the sentence of `words[place]`: words, `made_of` for several, tags in capitals.

    `^` and `.` are the ends of a sentence.
    """

    def __init__(self, words: Sequence[Word], place: int) -> None:
        first, last = place, place
        while first > max(0, place - _WINDOW) and words[first - 1].text not in _ENDS:
            first -= 1
        while last < min(len(words) - 1, place + _WINDOW) and words[last].text not in _ENDS:
            last += 1
        self._word = words[place]
        self._left = list(words[first:place])
        self._right = list(words[place + 1 : last + 1])
        if first == 0 or words[first - 1].text in _ENDS:
            self._left.insert(0, Word("^", "^"))
        if last == len(words) - 1 and words[last].text not in _ENDS:
            self._right.append(Word(".", "."))

    @cached_property
    def own(self) -> frozenset[str]:
        return frozenset((self._shape(), *self._clause()))

    @cached_property
    def before(self) -> frozenset[str]:
        words = self._left[-_LONGEST:]
        return frozenset(name for at in range(len(words)) for name in _names(words[at:]))

    @cached_property
    def after(self) -> frozenset[str]:
        words = self._right[:_LONGEST]
        return frozenset(name for at in range(len(words)) for name in _names(words[: at + 1]))

    @cached_property
    def left(self) -> frozenset[str]:
        return _all_names(self._left[-_SIDE:])

    @cached_property
    def right(self) -> frozenset[str]:
        return _all_names(self._right[:_SIDE])

    @cached_property
    def near(self) -> frozenset[str]:
        return _all_names(self._left[-_CLOSE:]) | _all_names(self._right[:_CLOSE])

    @cached_property
    def far(self) -> frozenset[str]:
        return (_all_names(self._left) | _all_names(self._right)) - self.near

    def _shape(self) -> str:
        """How the word is written: `lower`, `UPPER`, `First` of a sentence, `Title` or `Name`."""
        text = self._word.text
        if text == text.lower():
            return "lower"
        if len(text) > 1 and text == text.upper():
            return "UPPER"
        if not self._left or self._left[-1].text == "^" or self._left[-1].text in _OPENING:
            return "First"
        others = [
            w.text for w in (*self._left, *self._right) if len(w.text) > 3 and w.text.isalpha()
        ]
        capitals = sum(other[0].isupper() for other in others)
        return "Title" if len(others) > 1 and capitals > len(others) / 2 else "Name"

    def _clause(self) -> Iterator[str]:
        """`verbless` if no other verb of the clause is finite, else `verbful`; `predicate` if the
        word follows a subject, with which it agrees as a verb, in a clause that lacks one, `maybe`
        if the subject is one thing; `command` if it opens a sentence before an object.
        """
        finite = any(
            word.tag in _FINITE and word.text.lower() not in _HELPERS
            for side in (reversed(self._left), self._right)
            for word in takewhile(lambda word: word.text.lower() not in _CLAUSE_ENDS, side)
        )
        yield "verbful" if finite else "verbless"
        ends_in_s = self._word.text.endswith("s")
        before = self._left[-1] if self._left else Word("^", "^")
        if before.tag.startswith("NN") and not finite:
            joined = len(self._left) > 2 and self._left[-2].text.lower() == "and"
            several = before.tag.endswith("S") or joined
            helped = any(word.tag in ("MD", "TO") for word in self._left[-_SIDE:])
            if several != ends_in_s and not helped:
                yield "predicate" if several else "maybe"
        if before.tag == "^" and self._right and self._right[0].tag in _OBJECTS and not ends_in_s:
            yield "command"


def _names(words: Sequence[Word]) -> Iterator[str]:
    """The names of a phrase: its words, and where it has at most two words its tags."""
    texts = [word.text.lower() for word in words]
    yield "_".join(texts)
    if len(words) == 1:
        yield words[0].tag
    elif len(words) == 2:
        first, second = words
        yield f"{first.tag}_{second.tag}"
        yield f"{first.tag}_{texts[1]}"
        yield f"{texts[0]}_{second.tag}"


def _all_names(words: Sequence[Word]) -> frozenset[str]:
    return frozenset(
        name
        for begin in range(len(words))
        for end in range(begin + 1, min(begin + _LONGEST, len(words)) + 1)
        for name in _names(words[begin:end])
    )

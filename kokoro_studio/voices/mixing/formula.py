"""The grammar of formulas: one line of text for a blend.

    af_heart                                              one voice
    af_heart*0.6 + bf_emma*0.4                            canonical
    timbre(af_heart) delivery(am_puck*0.7 + am_adam*0.3)  the halves apart
    timbre(af_heart) delivery(am_puck) pitch(af_heart)    and the delivery as high as another's
    af_heart - am_adam*0.3                                pushed away from a voice
    af_heart*0.6 + bf_emma*0.4 @slerp                     another way to mix, of `METHODS`
    af_heart -> bm_george                                 a morph over each utterance

Also read, as other tools write them: `a(2)+b(1)-c(0.5)`, `0.6*a + 0.4*b`, `a:60,b:40`,
`a:50,b:50@slerp`, `a.4+b.5` and `a,b`; and as people say it: `60% Heart + 40% Emma`.

`parse` knows the grammar alone. Whether there is a voice of some name is asked in `resolving.py`.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import NamedTuple

from ...errors import VoiceError
from .methods import METHODS

MAX_FORMULA = 2_000  # characters
MAX_STAGES = 8  # of a morph
_MORPH = ("->", "→")
_MINUS = ("-", "−")
_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+\.?\d*(?:e-?\d+)?|\.\d+)|(?P<name>[A-Za-z]\w*)|(?P<mark>->|.))", re.S
)
_HALVES = ("timbre", "delivery")
_PARTS = (*_HALVES, "pitch")
_END = "'+', '-', '->', '@' or the end"


class Word(NamedTuple):
    text: str
    position: int  # its offset in the formula


class Name(NamedTuple):
    """The id or the name, of one or several words, at a place where a voice is expected."""

    words: tuple[Word, ...]
    then: str  # what may follow: for the sentence about a word that belongs to no name

    def __str__(self) -> str:
        return " ".join(word.text for word in self.words)


class Part(NamedTuple):
    """A sum of voices, each with its weight, which is below 0 for a voice that is subtracted."""

    of: str  # timbre | delivery | pitch; '' for a voice as a whole
    terms: tuple[tuple[Name, float], ...]
    position: int


@dataclass(frozen=True)
class Mix:
    """A formula that was parsed: names, weights and a method. `resolve` makes a blend of it."""

    stages: tuple[tuple[Part, ...], ...]  # one, or those of a morph; parts as they are written
    method: str = "lerp"  # a name of `METHODS`


class FormulaError(VoiceError):
    """A mistake in the grammar. `names` are those that were read before it."""

    def __init__(
        self, message: str, position: int | None = None, names: tuple[Name, ...] = ()
    ):  # all but the message by default, so that it can be pickled as other errors are
        super().__init__(message, position)
        self.names = names


def parse(formula: str) -> Mix:
    """Read a formula in any of the syntaxes; `FormulaError` says what is wrong and where.

    No voice is looked up: `resolve` says which names are unknown.
    """
    if not isinstance(formula, str) or not formula.strip():
        raise FormulaError(
            "No voice was given; give one such as af_heart, or a formula of several.", 0
        )
    if len(formula) > MAX_FORMULA:
        raise FormulaError(
            f"The formula has {len(formula):,} characters; at most {MAX_FORMULA:,} are read.",
            MAX_FORMULA,
        )
    return _Reader(formula).mix()


def unexpected(found: str, position: int, wanted: str) -> str:
    """The sentence about what stands where something else should."""
    return (
        f"At character {position + 1}: {found} where {wanted} was expected; "
        "write for example af_heart*0.6 + bf_emma*0.4."
    )


class _Token(NamedTuple):
    kind: str  # number | name | mark | end
    text: str
    position: int


class _Reader:
    """Recursive descent over the tokens; each error carries the offset of the token it met."""

    def __init__(self, formula: str):
        self.tokens = [
            _Token(kind, match[kind], match.start(kind))
            for match in _TOKEN.finditer(formula.rstrip())
            if (kind := match.lastgroup)
        ]
        self.tokens.append(_Token("end", "", len(formula.rstrip())))
        self.next = 0
        self.names: list[Name] = []  # all that were read so far

    @property
    def here(self) -> _Token:
        return self.tokens[self.next]

    @property
    def after(self) -> _Token:
        return self.tokens[min(self.next + 1, len(self.tokens) - 1)]

    def take(self) -> _Token:
        token = self.here
        self.next = min(self.next + 1, len(self.tokens) - 1)
        return token

    def error(self, sentence: str, position: int) -> FormulaError:
        return FormulaError(sentence, position, tuple(self.names))

    def fail(self, wanted: str) -> FormulaError:
        found = repr(self.here.text) if self.here.text else "the end of the formula"
        return self.error(unexpected(found, self.here.position, wanted), self.here.position)

    def expect(self, mark: str) -> None:
        if self.here.text != mark:
            raise self.fail(repr(mark))
        self.take()

    def mix(self) -> Mix:
        stages = [self.stage()]
        while self.here.text in _MORPH:
            arrow = self.take()
            stages.append(self.stage())
            if len(stages) > MAX_STAGES:
                raise self.error(
                    f"At character {arrow.position + 1}: a morph has at most {MAX_STAGES} stages.",
                    arrow.position,
                )
        method = self.method()
        if self.here.kind != "end":
            raise self.fail(_END)
        return Mix(tuple(stages), method)

    def method(self) -> str:
        if self.here.text != "@":
            return "lerp"
        self.take()
        if self.here.text not in METHODS:
            raise self.fail(f"a method ({', '.join(METHODS)})")
        return self.take().text

    def stage(self) -> tuple[Part, ...]:
        if not self.at_part():
            return (self.sum(),)
        start = self.here.position
        parts: dict[str, Part] = {}
        while len(parts) < len(_HALVES) or self.at_part():
            part = self.part()
            if part.of in parts:
                raise self.split(start)
            parts[part.of] = part
        if not parts.keys() >= set(_HALVES):
            raise self.split(start)
        return tuple(parts.values())

    def split(self, position: int) -> FormulaError:
        return self.error(
            "A split formula needs timbre(…) and delivery(…), each once; "
            "pitch(…) may follow, for whose height it speaks at.",
            position,
        )

    def at_part(self) -> bool:
        return self.here.text in _PARTS and self.after.text == "("

    def part(self) -> Part:
        if self.here.text not in _PARTS:
            raise self.fail("timbre(…) or delivery(…)")
        name = self.take().text
        self.expect("(")
        part = self.sum(of=name)
        self.expect(")")
        return part

    def sum(self, of: str = "") -> Part:
        then = repr(")") if of else _END
        sign = -1 if self.here.text in _MINUS else 1
        if sign < 0:
            self.take()
        start = self.here.position
        terms = [self.term(sign, then)]
        while self.here.text in ("+", *_MINUS, ","):
            sign = -1 if self.take().text in _MINUS else 1
            terms.append(self.term(sign, then))
        return Part(of, tuple(terms), start)

    def term(self, sign: int, then: str) -> tuple[Name, float]:
        """`name`, `name*w`, `name(w)`, `name:w`, `name.4`, `name w%`, `w*name` or `w% name`"""
        if self.here.kind == "number":
            weight = self.weight()
            if self.tokens[self.next - 1].text != "%":
                self.expect("*")
            elif self.here.text == "*":
                self.take()
            return self.name(then), sign * weight
        name = self.name(then)
        if self.here.kind == "number" and (self.here.text[0] == "." or self.after.text == "%"):
            return name, sign * self.weight()
        if self.here.text in ("*", ":"):
            self.take()
            return name, sign * self.weight()
        if self.here.text == "(":
            self.take()
            weight = self.weight()
            self.expect(")")
            return name, sign * weight
        return name, float(sign)

    def name(self, then: str) -> Name:
        if self.here.kind != "name":
            raise self.fail("a voice")
        words = []
        while self.here.kind == "name":
            token = self.take()
            words.append(Word(token.text, token.position))
        self.names.append(Name(tuple(words), then))
        return self.names[-1]

    def weight(self) -> float:
        if self.here.kind != "number":
            raise self.fail("a weight of 0 or more")
        token = self.take()
        weight = float(token.text)
        if self.here.text == "%":
            self.take()
            weight /= 100
        if not math.isfinite(weight) or weight > 1e6:
            raise self.error(
                f"At character {token.position + 1}: the weight {token.text[:20]} is out of range; "
                "use 0 to 1,000,000.",
                token.position,
            )
        return weight

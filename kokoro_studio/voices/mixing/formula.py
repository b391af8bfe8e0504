"""Formulas: one line of text for a blend.

    af_heart                                              one voice
    af_heart*0.6 + bf_emma*0.4                            canonical
    timbre(af_heart) delivery(am_puck*0.7 + am_adam*0.3)  the halves apart
    timbre(af_heart) delivery(am_puck) pitch(af_heart)    and the delivery as high as another's
    af_heart - am_adam*0.3                                pushed away from a voice
    af_heart*0.6 + bf_emma*0.4 @slerp                     another way to mix, of `METHODS`
    af_heart -> bm_george                                 a morph over each utterance

Also read, as other tools write them: `a(2)+b(1)-c(0.5)`, `0.6*a + 0.4*b`, `a:60,b:40`,
`a:50,b:50@slerp`, `a.4+b.5` and `a,b`; and as people say it: `60% Heart + 40% Emma`.
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from typing import NamedTuple

from ...errors import VoiceError
from ..library.finding import find_voice
from .blend import Blend, Weights
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


class _Token(NamedTuple):
    kind: str  # number | name | mark | end
    text: str
    position: int


def parse_formula(formula: str) -> Blend:
    """Read a formula in any of the syntaxes; `VoiceError` says what is wrong and where."""
    if not isinstance(formula, str) or not formula.strip():
        raise VoiceError(
            "No voice was given; give one such as af_heart, or a formula of several.", 0
        )
    if len(formula) > MAX_FORMULA:
        raise VoiceError(
            f"The formula has {len(formula):,} characters; at most {MAX_FORMULA:,} are read.",
            MAX_FORMULA,
        )
    return _Reader(formula).blend()


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

    def fail(self, wanted: str) -> VoiceError:
        found = repr(self.here.text) if self.here.text else "the end of the formula"
        return VoiceError(
            f"At character {self.here.position + 1}: {found} where {wanted} was expected; "
            "write for example af_heart*0.6 + bf_emma*0.4.",
            self.here.position,
        )

    def expect(self, mark: str) -> None:
        if self.here.text != mark:
            raise self.fail(repr(mark))
        self.take()

    def blend(self) -> Blend:
        stages = [self.stage()]
        while self.here.text in _MORPH:
            arrow = self.take()
            stages.append(self.stage())
            if len(stages) > MAX_STAGES:
                raise VoiceError(
                    f"At character {arrow.position + 1}: a morph has at most {MAX_STAGES} stages.",
                    arrow.position,
                )
        method = self.method()
        if self.here.kind != "end":
            raise self.fail("'+', '-', '->', '@' or the end")
        blend = None
        for parts in reversed(stages):
            blend = Blend.of(**parts, method=method, towards=blend)
        assert blend is not None
        return blend

    def method(self) -> str:
        if self.here.text != "@":
            return "lerp"
        self.take()
        if self.here.text not in METHODS:
            raise self.fail(f"a method ({', '.join(METHODS)})")
        return self.take().text

    def stage(self) -> dict[str, Weights]:
        """Weights by the name of what they are of."""
        if not self.at_part():
            return {"timbre": self.sum()}
        start = self.here.position
        parts: dict[str, Weights] = {}
        while len(parts) < len(_HALVES) or self.at_part():
            name, weights = self.part()
            if name in parts:
                raise self.split(start)
            parts[name] = weights
        if not parts.keys() >= set(_HALVES):
            raise self.split(start)
        return parts

    def split(self, position: int) -> VoiceError:
        return VoiceError(
            "A split formula needs timbre(…) and delivery(…), each once; "
            "pitch(…) may follow, for whose height it speaks at.",
            position,
        )

    def at_part(self) -> bool:
        return self.here.text in _PARTS and self.after.text == "("

    def part(self) -> tuple[str, Weights]:
        if self.here.text not in _PARTS:
            raise self.fail("timbre(…) or delivery(…)")
        name = self.take().text
        self.expect("(")
        weights = self.sum()
        self.expect(")")
        return name, weights

    def sum(self) -> Weights:
        sign = -1 if self.here.text in _MINUS else 1
        if sign < 0:
            self.take()
        start = self.here.position
        weights = [self.item(sign)]
        while self.here.text in ("+", *_MINUS, ","):
            sign = -1 if self.take().text in _MINUS else 1
            weights.append(self.item(sign))
        totals: dict[str, float] = {}
        for voice, weight in weights:
            totals[voice] = totals.get(voice, 0.0) + weight
        if not any(weight > 1e-9 for weight in totals.values()):
            raise VoiceError(
                "Nothing is left to speak with: at least one weight must be above 0.", start
            )
        return tuple((voice, weight) for voice, weight in totals.items() if abs(weight) > 1e-9)

    def item(self, sign: int) -> tuple[str, float]:
        """`name`, `name*w`, `name(w)`, `name:w`, `name.4`, `name w%`, `w*name` or `w% name`"""
        if self.here.kind == "number":
            weight = self.weight()
            if self.tokens[self.next - 1].text != "%":
                self.expect("*")
            elif self.here.text == "*":
                self.take()
            return self.voice(), sign * weight
        voice = self.voice()
        if self.here.kind == "number" and (self.here.text[0] == "." or self.after.text == "%"):
            return voice, sign * self.weight()
        if self.here.text in ("*", ":"):
            self.take()
            return voice, sign * self.weight()
        if self.here.text == "(":
            self.take()
            weight = self.weight()
            self.expect(")")
            return voice, sign * weight
        return voice, float(sign)

    def voice(self) -> str:
        if self.here.kind != "name":
            raise self.fail("a voice")
        first = self.take()
        words = [first.text]
        for token in self.tokens[self.next :]:
            if token.kind != "name":
                break
            words.append(token.text)
        if len(words) > 1:
            with suppress(VoiceError):  # the first word alone may be one, and the next a mistake
                voice = find_voice(" ".join(words), first.position)
                self.next += len(words) - 1
                return voice.id
        return find_voice(first.text, first.position).id

    def weight(self) -> float:
        if self.here.kind != "number":
            raise self.fail("a weight of 0 or more")
        token = self.take()
        weight = float(token.text)
        if self.here.text == "%":
            self.take()
            weight /= 100
        if not math.isfinite(weight) or weight > 1e6:
            raise VoiceError(
                f"At character {token.position + 1}: the weight {token.text[:20]} is out of range; "
                "use 0 to 1,000,000.",
                token.position,
            )
        return weight

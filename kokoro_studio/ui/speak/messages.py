"""The values of the Speak tab's controls, and the events of its own components."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ...engine import Take
from ..shell.messages import Fields, Pairs, number_field, pairs_of, text_field
from .options import options_from

MAX_ROWS = 54


@dataclass(frozen=True)
class SpeakRequest:
    """The controls that describe a take, unchecked; fields in the order of `SpeakTab.request`."""

    text: str | None
    voice: str | None  # a voice id or a formula
    language: str | None = ""  # '' for the language of the first voice
    speed: float = 1.0
    seed: float | None = 0
    phonemes: str | None = ""
    editing: bool = False  # whether the phonemes are spoken instead of the text
    options: Any = None  # the value of the options' component

    def take(self) -> Take:
        """The take; `RequestError` or `TextError` for a control that is out of its range."""
        wanted = options_from(self.options)
        return Take(
            self.text or "",
            self.voice or "",
            self.language or None,
            float(self.speed),
            int(self.seed or 0),
            (self.phonemes or "") if self.editing else None,
            pauses=wanted.pauses,
            equal_loudness=wanted.equal_loudness,
        )


@dataclass(frozen=True)
class MixRows:
    """The rows of the mix panel after a slider moved or a voice came or went."""

    rows: Pairs  # (voice, weight of 0 to 1)

    @classmethod
    def read(cls, fields: Fields) -> MixRows:
        return cls(pairs_of(fields.get("rows"), MAX_ROWS))


@dataclass(frozen=True)
class PhonemesHeard:
    """The phonemes of a word, to be heard."""

    phonemes: str

    @classmethod
    def read(cls, fields: Fields) -> PhonemesHeard:
        return cls(text_field(fields, "phonemes"))


@dataclass(frozen=True)
class WordRespelled:
    """New phonemes for the word `text[start:end]`; '' for the usual ones."""

    start: int
    end: int
    phonemes: str

    @classmethod
    def read(cls, fields: Fields) -> WordRespelled:
        start, end = (int(number_field(fields, name)) for name in ("start", "end"))
        return cls(start, end, text_field(fields, "phonemes"))


@dataclass(frozen=True)
class RecipeChosen:
    """A manifest that a person opened; None for a file that is not JSON."""

    recipe: Any  # checked by `engine.recall`

    @classmethod
    def read(cls, fields: Fields) -> RecipeChosen:
        return cls(fields.get("recipe"))

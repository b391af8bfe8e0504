"""Events of the page's own components, each read once into a frozen dataclass and checked.

A component's JavaScript sends an event with a JSON object. Gradio hands it over as `EventData`; the
functions here are the only readers of it. A dataclass of a tab's `messages.py` has a classmethod
`read`, which takes the object's fields and raises `RequestError` for malformed ones.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import gradio as gr

from ...errors import RequestError

Fields = Mapping[str, Any]  # of the JSON object that came with an event
Sent = TypeVar("Sent")
Answer = TypeVar("Answer")
Pairs = tuple[tuple[str, float], ...]  # (voice, share)


def malformed() -> RequestError:
    """The error for an event that no page of ours sends."""
    return RequestError("The page sent something that cannot be understood; reload the page.")


def fields_of(event: gr.EventData) -> Fields:
    """The fields of an event; none for an event without a JSON object."""
    data = event._data
    return data if isinstance(data, Mapping) else {}


def on_message(
    read: Callable[[Fields], Sent], handler: Callable[..., Answer]
) -> Callable[..., Answer]:
    """A Gradio handler that calls `handler(*inputs, message)`, the message read from the event."""

    def call(event: gr.EventData, *inputs: Any) -> Answer:
        return handler(*inputs, read(fields_of(event)))

    return call


def text_field(fields: Fields, name: str, missing: str | None = None) -> str:
    """A field that is a string; `missing` if it is not there, unless that is None."""
    value = fields.get(name, missing)
    if not isinstance(value, str):
        raise malformed()
    return value


def number_field(fields: Fields, name: str) -> float:
    """A field that is a finite number."""
    return as_number(fields.get(name))


def as_number(value: Any) -> float:
    """A finite number of JSON, as a float."""
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise malformed()
    try:
        number = float(value)
    except OverflowError as error:
        raise malformed() from error
    if not math.isfinite(number):
        raise malformed()
    return number


def pairs_of(value: Any, most: int) -> Pairs:
    """The first `most` of a list of [voice, share]."""
    if not isinstance(value, list):
        raise malformed()
    for pair in value[:most]:
        if not isinstance(pair, list) or len(pair) != 2 or not isinstance(pair[0], str):
            raise malformed()
    return tuple((voice, as_number(share)) for voice, share in value[:most])


@dataclass(frozen=True)
class VoiceChosen:
    """A voice was pressed: to choose it, to hear it or to add it to the mix."""

    voice: str  # an id; the handler finds out whether there is such a voice

    @classmethod
    def read(cls, fields: Fields) -> VoiceChosen:
        return cls(text_field(fields, "voice"))


@dataclass(frozen=True)
class FormulaChosen:
    """A mix was pressed: to hear it or to put it on the desk."""

    formula: str

    @classmethod
    def read(cls, fields: Fields) -> FormulaChosen:
        return cls(text_field(fields, "formula"))

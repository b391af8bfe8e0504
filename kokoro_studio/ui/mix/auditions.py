"""The short line that a mix is tried out with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...engine import Engine
from ...errors import VoiceError
from ...text import MAX_CHARACTERS
from ...voices import parse_formula
from ..shell.takes import Takes
from ..speak.handlers import Message, speak
from ..speak.messages import SpeakRequest
from ..speak.options import loudness_alone

# At most a second of sound, so that it is rendered at once.
PHRASES = {
    "a": "Here I am.",
    "b": "Here I am.",
    "e": "Aquí estoy.",
    "f": "Me voilà.",
    "h": "मैं यहाँ हूँ।",
    "i": "Eccomi qui.",
    "j": "ここにいます。",
    "p": "Estou aqui.",
    "z": "我在这里。",
}


def phrase_for(formula: str) -> str:
    """The line in the language of a formula; the American one for a formula with a mistake."""
    try:
        return PHRASES[parse_formula(formula).language]
    except VoiceError:
        return PHRASES["a"]


def audition(
    engine: Engine,
    takes: Takes,
    wanted: bool,
    text: str,
    formula: str,
    options: Any,
    previous: str | None,
    request_id: int = 0,
) -> Iterator[tuple[Message, str | None]]:
    """Speak the visitor's line, or the phrase of the mix's language; nothing if not `wanted`."""
    if wanted:
        line = (text or "").strip()[:MAX_CHARACTERS] or phrase_for(formula)
        request = SpeakRequest(line, formula, options=loudness_alone(options))
        yield from speak(engine, takes, request, previous, request_id)

"""The voice picker: every voice by language, with search, and what choosing one does."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ..errors import VoiceError
from ..text import LANGUAGES
from ..voices import VOICES, Blend, find_voice, format_blend, parse_formula
from .assets import component
from .examples import EXAMPLES, is_example
from .shares import whole_shares

_TEMPLATE = """
<div class="ks-picker">
  <div class="ks-search">
    <input type="search" aria-label="Search voices" autocomplete="off" spellcheck="false"
      placeholder="Search: name, language, male, female…">
    <output class="ks-found" aria-live="polite"></output>
  </div>
  <div class="ks-voices" role="radiogroup" aria-label="Voice"></div>
</div>
"""


def build_picker(selected: str) -> gr.HTML:
    """The picker; it sends 'pick' and 'enlist' with a `voice`."""
    return component(
        "ks-picker",
        _TEMPLATE,
        "voices.js",
        value=picked(selected),
        voices=voice_rows(),
        languages=language_rows(),
    )


def voice_rows() -> list[dict[str, str]]:
    """What the page shows of each voice."""
    return [
        {
            "id": voice.id,
            "name": voice.name,
            "language": voice.language,
            "gender": voice.gender,
            "traits": voice.traits,
            "grade": voice.grade,
        }
        for voice in VOICES.values()
    ]


def language_rows() -> list[dict[str, str]]:
    return [
        {"code": language.code, "name": language.name, "endonym": language.endonym}
        for language in LANGUAGES.values()
    ]


def picked(formula: str) -> dict[str, Any]:
    """The picker's value for a formula that reads; its voices are marked in the list."""
    return {"selected": list(parse_formula(formula).voices)}


def pick_voice(text: str, event: gr.EventData) -> tuple[str, str, str]:
    """Formula, language and text once a voice is chosen: examples follow the language."""
    voice = find_voice(str(event.voice))
    return voice.id, "", EXAMPLES[voice.language].text if is_example(text) else text


def add_voice(formula: str, event: gr.EventData) -> str:
    """The formula with one more voice in it, in equal measure."""
    voice = find_voice(str(event.voice))
    try:
        blend = parse_formula(formula)
    except VoiceError:
        return voice.id
    if voice.id in blend.voices:
        return formula
    return format_blend(
        Blend(*(_joined(weights, voice.id) for weights in (blend.timbre, blend.delivery)))
    )


def _joined(weights: tuple[tuple[str, float], ...], voice: str) -> tuple[tuple[str, float], ...]:
    share = round(1 / (len(weights) + 1), 3)
    kept = [(other, round(weight * (1 - share), 3)) for other, weight in weights]
    rest = round(1 - sum(weight for _, weight in kept if weight > 0), 3)
    return (*kept, (voice, rest))


def reads(formula: str) -> bool:
    """Whether the formula has no mistake."""
    try:
        parse_formula(formula)
    except VoiceError:
        return False
    return True


def describe_voice(formula: str) -> str:
    """A formula in words: `Heart · American English` or `60% Heart + 40% Emma`."""
    blend = parse_formula(formula)
    if blend.timbre == blend.delivery:
        return _describe_half(blend.timbre)
    return f"timbre {_describe_half(blend.timbre)}, delivery {_describe_half(blend.delivery)}"


def _describe_half(weights: tuple[tuple[str, float], ...]) -> str:
    if len(weights) == 1:
        voice = VOICES[weights[0][0]]
        return f"{voice.name} · {LANGUAGES[voice.language].name}"
    percents = whole_shares({voice: weight for voice, weight in weights if weight > 0}, 100)
    parts = [
        f"+ {percents[voice]}% {VOICES[voice].name}"
        if weight > 0
        else f"− {-weight:.0%} {VOICES[voice].name}"
        for voice, weight in weights
    ]
    return " ".join(parts).removeprefix("+ ")

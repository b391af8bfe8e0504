"""The voice picker: every voice by language, with search; and its handlers."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ...errors import VoiceError
from ...text import LANGUAGES
from ...voices import (
    VOICES,
    Blend,
    Voice,
    Weights,
    describe_traits,
    find_voice,
    own_voices_or_problem,
    parse_formula,
)
from ..shell.assets import component
from ..shell.messages import VoiceChosen
from .examples import EXAMPLES, is_example

_TEMPLATE = """
<div class="ks-picker">
  <div class="ks-search">
    <input type="search" aria-label="Search voices" autocomplete="off" spellcheck="false"
      placeholder="Search: name, language, man, woman, deep…">
    <output class="ks-found" aria-live="polite"></output>
  </div>
  <div class="ks-voices" role="radiogroup" aria-label="Voice" aria-describedby="ks-voice-keys">
  </div>
  <p class="ks-sr" id="ks-voice-keys">Arrow keys, Home, End or letters move from voice to voice;
    Space chooses one. The right arrow key leads on to hearing it and to adding it to the mix.</p>
  <p class="ks-legend">A to F: quality, as graded by the model's authors.</p>
</div>
"""


def build_picker(selected: str) -> gr.HTML:
    """The picker; it sends 'pick', 'enlist' and 'hear', each a `VoiceChosen`."""
    return component(
        "ks-picker",
        _TEMPLATE,
        "speak/picker.js",
        sends=["pick", "enlist", "hear"],
        value=picked(selected),
        voices=released_rows(),
        languages=language_rows(),
    )


def released_rows() -> list[dict[str, Any]]:
    """The data that the page shows of each released voice."""
    return [_row(voice) for voice in VOICES.values()]


def own_rows() -> list[dict[str, Any]]:
    """The same for own voices. They change, so they are sent in a component's value."""
    return [_row(own.voice) | {"own": True} for own in own_voices_or_problem()[0]]


def _row(voice: Voice) -> dict[str, Any]:
    return {
        "id": voice.id,
        "name": voice.name,
        "language": voice.language,
        "gender": voice.gender,
        "traits": voice.traits,
        "line": describe_traits(voice),
        "grade": voice.grade,
    }


def language_rows() -> list[dict[str, str]]:
    return [
        {"code": language.code, "name": language.name, "endonym": language.endonym}
        for language in LANGUAGES.values()
    ]


def picked(formula: str) -> dict[str, Any]:
    """The picker's value for a formula that reads; its voices are marked in the list."""
    return {"selected": list(parse_formula(formula).voices), "own": own_rows()}


def pick_voice(chosen: VoiceChosen) -> str:
    """The formula of a chosen voice."""
    return find_voice(chosen.voice).id


def text_for(text: str, chosen: VoiceChosen) -> str:
    """The text after a voice is chosen: an example is replaced by that of its language."""
    voice = find_voice(chosen.voice)
    return EXAMPLES[voice.language].text if is_example(text) else text


def add_voice(formula: str, chosen: VoiceChosen) -> str:
    """The formula with one more voice in it, with an equal share, at every stage of a morph."""
    return joined(formula, find_voice(chosen.voice).id)


def joined(formula: str, voice: str) -> str:
    try:
        blend = parse_formula(formula)
    except VoiceError:
        return voice
    if voice in blend.voices:
        return formula
    return str(_with(blend, voice))


def _with(blend: Blend, voice: str) -> Blend:
    towards = _with(blend.towards, voice) if blend.towards else None
    timbre = _joined(blend.timbre, voice)
    pitch = timbre if blend.keeps_pitch else blend.pitch
    return Blend.of(timbre, _joined(blend.delivery, voice), blend.method, towards, pitch)


def _joined(weights: Weights, voice: str) -> Weights:
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

"""What a formula is called, for people: `Heart · American English` or `60% Heart + 40% Emma`."""

from __future__ import annotations

from ..text import LANGUAGES
from ..voices import Blend, Weights, find_voice, parse_formula, whole_shares


def describe_voice(formula: str) -> str:
    """A formula in words: `Heart · American English` or `60% Heart + 40% Emma`."""
    return " → ".join(_describe_stage(stage) for stage in parse_formula(formula).stages)


def _describe_stage(stage: Blend) -> str:
    if stage.timbre == stage.delivery and not stage.pitch:
        return _describe_half(stage.timbre)
    words = f"timbre {_describe_half(stage.timbre)}, delivery {_describe_half(stage.delivery)}"
    if not stage.pitch:
        return words
    whose = "the timbre" if stage.keeps_pitch else _describe_half(stage.pitch)
    return f"{words}, pitch of {whose}"


def _describe_half(weights: Weights) -> str:
    names = {voice: find_voice(voice) for voice, _ in weights}
    if len(weights) == 1:
        (voice,) = names.values()
        return f"{voice.name} · {LANGUAGES[voice.language].name}"
    percents = whole_shares({voice: weight for voice, weight in weights if weight > 0}, 100)
    parts = [
        f"+ {percents[voice]}% {names[voice].name}"
        if weight > 0
        else f"− {-weight:.0%} {names[voice].name}"
        for voice, weight in weights
    ]
    return " ".join(parts).removeprefix("+ ")

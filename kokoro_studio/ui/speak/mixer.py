"""The mix panel: voices with weights as rows, in step with the formula."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ...engine.describing import describe_voice
from ...errors import VoiceError
from ...voices import Blend, find_voice, format_blend, parse_formula, whole_shares
from ..shell.assets import component
from ..shell.failures import speaks_plainly
from ..shell.messages import Pairs
from .messages import MixRows
from .picker import language_rows, own_rows, picked, reads, released_rows

_STEPS = 1000  # weights are kept in thousandths, so that a formula stays readable

_TEMPLATE = """
<div class="ks-mix">
  <ul class="ks-rows" aria-label="Voices in the mix"></ul>
  <button type="button" class="ks-quiet ks-add">+ Add a voice</button>
  <p class="ks-note" hidden></p>
  <div class="ks-problem" role="alert" hidden><code></code><p></p></div>
</div>
"""


def build_mix(formula: str) -> gr.HTML:
    """The rows; they send 'mix', a `MixRows`."""
    return component(
        "ks-mix",
        _TEMPLATE,
        "speak/mixer.js",
        sends=["mix"],
        value=mixed(formula),
        voices=released_rows(),
        languages=language_rows(),
    )


@speaks_plainly
def mix_rows(mix: MixRows) -> str:
    """The formula of the panel's rows."""
    return format_blend(blend_of_rows(mix.rows))


def blend_of_rows(rows: Pairs) -> Blend:
    """Rows of (voice, weight) as a blend; `VoiceError` when every weight is 0."""
    totals: dict[str, float] = {}
    for voice, weight in rows:
        voice = find_voice(voice).id
        totals[voice] = totals.get(voice, 0.0) + min(max(weight, 0.0), 1.0)
    heard = {voice: weight for voice, weight in totals.items() if weight > 0}
    if not heard:
        raise VoiceError("Every slider is at 0; raise at least one voice to hear the mix.")
    shares = whole_shares(heard, _STEPS)
    return Blend.of(tuple((voice, count / _STEPS) for voice, count in shares.items()))


def read_formula(formula: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Values of the picker and the panel for a formula that is being typed."""
    try:
        return picked(formula), mixed(formula)
    except VoiceError as error:
        position = len(formula) if error.position is None else error.position
        problem = {"sentence": str(error), "formula": formula, "position": position}
        own = own_rows()
        return {"own": own}, {"problem": problem, "own": own}


def mixed(formula: str) -> dict[str, Any]:
    """The panel's value for a formula that reads."""
    blend = parse_formula(formula)
    beyond = _beyond_sliders(blend)
    note = f"These sliders cannot show {beyond}: change this mix in the Mix tab." * bool(beyond)
    return {
        "formula": formula,
        "rows": [list(row) for row in blend.timbre],
        "words": describe_voice(formula),
        "locked": bool(note),
        "note": note,
        "own": own_rows(),
    }


def _beyond_sliders(blend: Blend) -> str:
    """The property of a blend that rows with one weight cannot show; '' if they show it all."""
    found = {
        "a morph": len(blend.stages) > 1,
        "timbre and delivery apart": blend.timbre != blend.delivery,
        "the pitch of another voice": bool(blend.pitch),
        "a voice that is pushed away": any(weight < 0 for _, weight in blend.timbre),
        "another way of mixing than the average": blend.method != "lerp",
    }
    return next((words for words, holds in found.items() if holds), "")


def tidy_formula(formula: str) -> str:
    """The canonical spelling, after typing; a formula with a mistake stays as it is."""
    return str(parse_formula(formula)) if reads(formula) else formula

"""The mixing desk: voices as channels with a fader for timbre and one for delivery."""

from __future__ import annotations

from html import escape
from typing import Any

import gradio as gr

from ...errors import VoiceError
from ...voices import (
    METHODS,
    VOICES,
    Blend,
    Weights,
    find_voice,
    parse_formula,
    portable_formula,
    whole_shares,
)
from ...voices.mixing.formula import MAX_STAGES
from ..shell.assets import component
from ..shell.failures import speaks_plainly
from ..shell.messages import FormulaChosen, Pairs
from ..speak.picker import language_rows, own_rows, released_rows
from .messages import DeskMix

_STEPS = 1000  # shares are kept in thousandths, so that a formula stays readable
_MOST = 100.0

STARTERS = {
    "A warm narrator": "af_heart*0.6 + af_nicole*0.25 + bf_emma*0.15",
    "Timbre of one, delivery of another": "timbre(bf_emma) delivery(am_puck) pitch(bf_emma)",
    "A morph from a woman to a man": "af_heart -> am_michael",
}
# The words beside the box "Keep the pitch of the timbre".
HEIGHT_WORDS = {
    "timbre": "Rhythm and melody come from the delivery, the pitch from the timbre: it stays the "
    "same person.",
    "delivery": "The pitch comes with the delivery: between a woman and a man, up to an octave "
    "away.",
    "other": "The pitch is that of",
}
_METHODS = "".join(
    f'<option value="{method.name}">{escape(method.label)}</option>' for method in METHODS.values()
)
_STARTERS = "".join(
    f'<button type="button" class="ks-quiet" data-formula="{escape(formula)}">'
    f"{escape(name)}</button>"
    for name, formula in STARTERS.items()
)
_TEMPLATE = f"""
<section class="ks-desk" aria-label="Mixing desk">
  <div class="ks-desk-bar" role="toolbar" aria-label="The whole mix">
    <button type="button" class="ks-quiet ks-undo" title="Ctrl+Z">Undo</button>
    <button type="button" class="ks-quiet ks-redo" title="Ctrl+Shift+Z">Redo</button>
    <button type="button" class="ks-quiet ks-ab"
      title="Go back and forth between this mix and the one before"></button>
    <button type="button" class="ks-quiet ks-normalise"
      title="Move the faders so that the shares add up to 100 %">Scale to 100 %</button>
    <span class="ks-chance-box">
      <button type="button" class="ks-quiet ks-random">Randomise</button>
      <input type="range" class="ks-chance" min="0" max="100" step="5" value="30"
        aria-label="How far to randomise, in percent" title="How far">
    </span>
    <button type="button" class="ks-quiet ks-clear">Clear</button>
  </div>
  <div class="ks-from-link" hidden>
    <span role="status">This mix came with a link; yours is kept.</span>
    <button type="button" class="ks-quiet ks-back">Back to my mix</button>
    <button type="button" class="ks-quiet ks-keep-link">Keep this one</button>
  </div>
  <div class="ks-stages" role="group" aria-label="Stages of the morph"></div>
  <div class="ks-starters" hidden>
    <p>Start from one of these, or add voices below.</p>{_STARTERS}
  </div>
  <ul class="ks-channels" aria-label="Voices in the mix"></ul>
  <p class="ks-silent-mix" role="status" hidden></p>
  <div class="ks-height" hidden>
    <label><input type="checkbox" class="ks-keep-pitch"> Keep the pitch of the timbre</label>
    <span class="ks-height-words"></span>
  </div>
  <div class="ks-desk-search">
    <input type="search" aria-label="Add a voice" autocomplete="off" spellcheck="false"
      placeholder="Add a voice: name, language, male, warm…">
    <div class="ks-options" hidden></div>
  </div>
  <div class="ks-way">
    <label>Mixed by
      <select class="ks-method">{_METHODS}</select></label>
    <span class="ks-method-words"></span>
    <button type="button" class="ks-quiet ks-morph"
      title="Let the voice change into another over each sentence">Morph to…</button>
    <span class="ks-morph-words" hidden>A morph has at most {MAX_STAGES} stages.</span>
  </div>
  <div class="ks-desk-problem" role="alert" hidden><code></code><p></p></div>
  <div class="ks-link-row">
    <button type="button" class="ks-quiet ks-share">Copy link</button>
    <input class="ks-link-box" readonly aria-label="Link to this mix" hidden>
    <span class="ks-shared" role="status"></span>
  </div>
</section>
"""


def build_desk(formula: str) -> gr.HTML:
    """The desk; it sends 'mix' (`DeskMix`) and 'start' (`FormulaChosen`)."""
    return component(
        "ks-desk-panel",
        _TEMPLATE,
        "mix/desk.js",
        sends=["mix", "start"],
        value=desk_value(formula),
        voices=released_rows(),
        languages=language_rows(),
        methods=[{"name": m.name, "words": m.words} for m in METHODS.values()],
        height=HEIGHT_WORDS,
        most=MAX_STAGES,
    )


def desk_value(formula: str) -> dict[str, Any]:
    """The desk's value for a formula: its mix, or the mistake and its position.

    `stay`: names of voices that only this studio has, so that a link does not bring them.
    """
    if not formula.strip():
        return {"formula": formula, "stages": [], "method": "lerp", "own": own_rows()}
    try:
        blend = parse_formula(formula)
    except VoiceError as error:
        position = len(formula) if error.position is None else error.position
        problem = {"sentence": str(error), "formula": formula, "position": position}
        return {"problem": problem, "own": own_rows()}
    portable = portable_formula(blend)
    return {
        "formula": formula,
        "stages": [
            {part: _pairs(getattr(stage, part)) for part in (*_HALVES, "pitch")}
            for stage in blend.stages
        ],
        "method": blend.method,
        "portable": portable,
        "stay": [find_voice(v).name for v in parse_formula(portable).voices if v not in VOICES],
        "own": own_rows(),
    }


@speaks_plainly
def desk_formula(mix: DeskMix) -> str:
    """The canonical formula of the mix on the desk; '' when nothing is heard."""
    blend: Blend | None = None
    for stage in reversed(mix.stages):
        timbre = _weights(stage.timbre, "timbre", mix.method)
        delivery = _weights(stage.delivery, "delivery", mix.method)
        pitch = _weights(stage.pitch, "pitch", mix.method) if stage.pitch else ()
        blend = Blend.of(timbre, delivery, mix.method, blend, pitch)
    return "" if blend is None else str(blend)


@speaks_plainly
def start_formula(chosen: FormulaChosen) -> str:
    return str(parse_formula(chosen.formula))


_HALVES = ("timbre", "delivery")


def _pairs(weights: Weights) -> list[list[Any]]:
    return [list(pair) for pair in weights]


def _weights(pairs: Pairs, half: str, method: str) -> Weights:
    """(voice, share) of the desk as weights; `VoiceError` if no voice of them is heard."""
    totals: dict[str, float] = {}
    for voice, share in pairs:
        voice = find_voice(voice).id
        totals[voice] = totals.get(voice, 0.0) + min(max(share, -_MOST), _MOST)
    drawn = {voice: share for voice, share in totals.items() if share > 0}
    if not drawn:
        raise VoiceError(f"Nothing is heard in the {half}: raise a fader.")
    if METHODS[method].normalised:
        whole = whole_shares(drawn, _STEPS)
        totals |= {voice: count / _STEPS for voice, count in whole.items()}
    return tuple(totals.items())

"""The safety meter: how far outside the released voices a mix lies, in words."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ...voices import Blend, HalfSafety, judge
from ..shell.assets import component

_SCALE = 1.5  # steps at which a bar is full
_PLACES = {
    "inside": "inside", "edge": "at the edge", "outside": "outside", "far": "far outside",
}  # fmt: skip
_NOTHING = "Nothing is heard, so there is nothing to judge."
_HALVES = {"timbre": "Timbre", "delivery": "Delivery"}
_ROWS = "".join(
    f'<div class="ks-meter-half" data-half="{half}"><span>{label}</span>'
    '<div class="ks-meter-bar" aria-hidden="true"><i></i></div><output></output></div>'
    for half, label in _HALVES.items()
)
_TEMPLATE = f"""
<section class="ks-meter" aria-label="Safety meter">
  <p class="ks-meter-words" role="status"></p>
  {_ROWS}
  <details class="ks-meter-figures">
    <summary>In numbers</summary>
    <p></p>
    <p>A step is how far a released voice usually is from the one most like it. Strength is how
      marked a voice is against the average one; mixes are weaker than their voices.</p>
  </details>
</section>
"""


def build_meter() -> gr.HTML:
    """The meter; it is filled after the page has loaded, as the first judgement reads all packs."""
    return component("ks-meter", _TEMPLATE, "mix/meter.js", value={})


def meter_value(blend: Blend | None) -> dict[str, Any]:
    """The meter's value for a mix; None is a mix in which nothing is heard."""
    if blend is None:
        return {"level": "inside", "sentence": _NOTHING, "figures": "", "halves": {}}
    safety = judge(blend)
    return {
        "level": safety.level,
        "sentence": safety.sentence,
        "figures": " ".join(_figures(name, getattr(safety, name)) for name in _HALVES),
        "halves": {half: _half(getattr(safety, half)) for half in _HALVES},
    }


def _half(half: HalfSafety) -> dict[str, Any]:
    return {
        "level": half.level,
        "fill": round(min(half.hull_distance / _SCALE, 1.0), 3),
        "words": _PLACES[half.level],
    }


def _figures(name: str, half: HalfSafety) -> str:
    return f"{_HALVES[name]}: {half.hull_distance:.1f} steps outside, {half.norm_ratio:.0%} strong."

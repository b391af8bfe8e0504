"""The safety meter: how far outside the released voices a mix lies, in words."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ..voices import LEVELS, Blend, HalfSafety, judge
from .assets import component

_SCALE = 1.5  # steps at which a bar is full
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
</section>
"""


def build_meter() -> gr.HTML:
    """Empty until the page is there: the first judgement reads all 54 packs."""
    return component("ks-meter", _TEMPLATE, "meter.js", value={})


def meter_value(blend: Blend) -> dict[str, Any]:
    safety = judge(blend)
    return {
        "level": safety.level,
        "sentence": safety.sentence,
        "halves": {half: _half(getattr(safety, half)) for half in _HALVES},
    }


def _half(half: HalfSafety) -> dict[str, Any]:
    out = half.hull_distance
    words = "within" if out < LEVELS["edge"] else f"{out:.1f} steps out"
    return {
        "level": half.level,
        "fill": round(min(out / _SCALE, 1.0), 3),
        "words": f"{words} · strength {half.norm_ratio:.2f}",
    }

"""The top of the page: what this is, and which weights speak."""

from __future__ import annotations

from html import escape

import gradio as gr

from ..engine import Engine
from .assets import component

_MORE = {
    "bundled": (
        "The bundled weights are the model in 8-bit integers: small, offline, and hard to tell "
        "apart. For the original full precision (fp32, 327 MB) run "
        "<code>python -m kokoro_studio weights</code> once and start the studio again."
    ),
    "hub": "These are the original full-precision weights, from the Hugging Face cache.",
    "file": "These weights come from the file that KOKORO_WEIGHTS names.",
}


def build_header(engine: Engine) -> gr.HTML:
    weights = engine.weights
    more = _MORE.get(weights.source, _MORE["file"])
    return component(
        "ks-header",
        f"""
<header class="ks-header">
  <div class="ks-brand">
    <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
      <rect width="32" height="32" rx="9" class="ks-mark"/>
      <path d="M7 16h2m3-5v10m4-14v18m4-13v8m4-5v2" class="ks-mark-wave"/>
    </svg>
    <h1>Kokoro Studio</h1>
    <p>54 voices, nine languages, one small model</p>
  </div>
  <details class="ks-weights">
    <summary><span class="ks-sr">Weights: </span>{escape(weights.label)}</summary>
    <p>{more} The voice is computed in {engine.precision} on the {_place(engine)}.<br><br>
    Programs can speak too: see <a href="v1/docs" target="_blank">the API</a>.</p>
  </details>
</header>""",
    )


def _place(engine: Engine) -> str:
    return "graphics card" if engine.device.type == "cuda" else "processor"

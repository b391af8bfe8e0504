"""The top of the page: the title, and which weights are used."""

from __future__ import annotations

import gradio as gr

from ...engine import Engine
from .assets import component

_MODELS = {  # by the source of the weights: a name, and what it means
    "bundled": (
        "Small model",
        "The voice model that comes with the studio is stored in 8-bit numbers: a quarter of the "
        "size, and hard to tell from the original by ear. For the original (327 MB) run "
        "<code>python -m kokoro_studio weights</code> once and start the studio again.",
    ),
    "hub": ("Full model", "This is the original voice model, from the Hugging Face cache."),
    "file": ("Your model", "This voice model comes from the file that KOKORO_WEIGHTS names."),
}


def build_header(engine: Engine) -> gr.HTML:
    name, more = _MODELS.get(engine.weights.source, _MODELS["file"])
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
    <summary>{name}</summary>
    <p>{more} It runs on the {_place(engine)}, in {engine.precision}.<br><br>
    Programs can speak too: see <a href="v1/docs" target="_blank">the API</a>.</p>
  </details>
</header>""",
        "shell/header.js",
        sends=["error"],
    )


def _place(engine: Engine) -> str:
    return "graphics card" if engine.device.type == "cuda" else "processor"

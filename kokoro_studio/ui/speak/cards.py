"""Nine cards, one for each language: a press speaks its example."""

from __future__ import annotations

import gradio as gr

from ...text import LANGUAGES
from ...voices import VOICES
from ..shell.assets import component
from .examples import EXAMPLES

_TEMPLATE = """
<section class="ks-cards" aria-labelledby="ks-cards-title">
  <h2 id="ks-cards-title">Hear it in nine languages</h2>
  <div class="ks-card-row"></div>
  <p class="ks-kept" role="status" hidden><span></span>
    <button type="button" class="ks-quiet"></button></p>
</section>
"""


def build_cards() -> gr.HTML:
    """The cards; they send 'choose' and 'fill', and `window.kokoroCards` says with what."""
    return component(
        "ks-cards",
        _TEMPLATE,
        "speak/cards.js",
        sends=["choose", "fill"],
        cards=[
            {
                "code": code,
                "language": LANGUAGES[code].name,
                "endonym": LANGUAGES[code].endonym,
                "tag": LANGUAGES[code].tag,
                "id": example.voice,
                "voice": VOICES[example.voice].name,
                "text": example.text,
            }
            for code, example in EXAMPLES.items()
        ],
    )

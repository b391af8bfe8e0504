"""Nine cards, one for each language, that speak at once."""

from __future__ import annotations

import gradio as gr

from ..text import LANGUAGES
from ..voices import VOICES
from .assets import component
from .examples import EXAMPLES

_TEMPLATE = """
<section class="ks-cards" aria-labelledby="ks-cards-title">
  <h2 id="ks-cards-title">Hear it in nine languages</h2>
  <div class="ks-card-row"></div>
</section>
"""


def build_cards() -> gr.HTML:
    """The cards; they send 'choose' with a `language`. Small once the page knows its visitor."""
    return component(
        "ks-cards",
        _TEMPLATE,
        "cards.js",
        value={"small": False},
        cards=[
            {
                "code": code,
                "language": LANGUAGES[code].name,
                "endonym": LANGUAGES[code].endonym,
                "tag": LANGUAGES[code].tag,
                "voice": VOICES[example.voice].name,
                "text": example.text,
            }
            for code, example in EXAMPLES.items()
        ],
    )


def choose_card(event: gr.EventData) -> tuple[str, str, str, bool]:
    """Text, formula, language and the phoneme switch of a card."""
    example = EXAMPLES.get(str(event.language)) or EXAMPLES["a"]
    return example.text, example.voice, "", False

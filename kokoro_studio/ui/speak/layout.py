"""The Speak tab: text and its reading on one side, voice, mix and settings on the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ...audio import FORMATS
from ...engine.take import most_characters
from ...text import LANGUAGES
from ..shell.assets import component
from ..shell.memory import FIRST, MOST_KEPT
from ..shell.player import build_times
from .cards import build_cards
from .mixer import build_mix
from .options import FASTEST, SLOWEST, build_options
from .picker import build_picker
from .preview import build_preview

_HINT = """<p class="ks-hint"><kbd>Ctrl</kbd> <kbd>Enter</kbd> speaks, <kbd>Space</kbd> pauses,
<kbd>Esc</kbd> stops</p>"""


@dataclass(frozen=True)
class SpeakTab:
    """The components that other modules wire."""

    cards: gr.HTML
    text: gr.Textbox
    speak: gr.Button
    stop: gr.Button
    preview: gr.HTML
    editing: gr.Checkbox
    phonemes: gr.Textbox
    picker: gr.HTML
    mix: gr.HTML
    formula: gr.Textbox
    to_mix: gr.Button
    language: gr.Dropdown
    speed: gr.Slider
    seed: gr.Number
    dice: gr.Button
    format: gr.Dropdown
    options: gr.HTML

    @property
    def request(self) -> list[Any]:
        """The controls of a `SpeakRequest`, in the order of its fields; `restore` sets them."""
        return [
            self.text, self.formula, self.language, self.speed, self.seed,
            self.phonemes, self.editing, self.options,
        ]  # fmt: skip

    @property
    def remembered(self) -> list[Any]:
        """The first controls of `memory.FIELDS`, in their order."""
        return [self.text, self.formula, self.language, self.speed, self.seed, self.format]


_COUNT = """<p class="ks-count" hidden></p><p class="ks-too-long" role="status"></p>"""


def build_speak_tab() -> SpeakTab:
    cards = build_cards()
    with gr.Row(elem_id="ks-desk", equal_height=False):
        with gr.Column(scale=7, min_width=320, elem_id="ks-script"):
            text = gr.Textbox(
                FIRST.text,
                label="Text",
                lines=5,
                max_lines=16,
                placeholder="Type or paste what should be spoken.",
                elem_id="ks-text",
            )
            component("ks-count", _COUNT, "speak/count.js", most=most_characters(), kept=MOST_KEPT)
            with gr.Row(elem_id="ks-actions"):
                speak = gr.Button("Speak", variant="primary", elem_id="ks-speak", min_width=120)
                stop = gr.Button("Stop", variant="stop", elem_id="ks-stop", min_width=120)
                component("ks-hint", _HINT)
            preview = build_preview()
            editing = gr.Checkbox(
                False,
                label="Speak these phonemes instead of the text",
                elem_id="ks-editing",
                container=False,
            )
            phonemes = gr.Textbox(
                label="Phonemes, spoken as they stand",
                lines=3,
                max_lines=10,
                visible=False,
                elem_id="ks-phonemes",
            )
            build_times()
        with gr.Column(scale=5, min_width=320, elem_id="ks-side"):
            picker, mix, formula, to_mix = _build_voice()
            language, speed, seed, dice, format, options = _build_settings()
    return SpeakTab(
        cards, text, speak, stop, preview, editing, phonemes, picker, mix, formula, to_mix,
        language, speed, seed, dice, format, options,
    )  # fmt: skip


def _build_voice() -> tuple[gr.HTML, gr.HTML, gr.Textbox, gr.Button]:
    with gr.Column(elem_id="ks-voice-panel", elem_classes="ks-panel"):
        picker = build_picker(FIRST.voice)
        mix = build_mix(FIRST.voice)
        formula = gr.Textbox(
            FIRST.voice,
            label="Voice formula",
            lines=1,
            max_lines=3,
            elem_id="ks-formula",
        )
        to_mix = gr.Button("Open in the mixing desk", size="sm", elem_id="ks-to-mix")
    return picker, mix, formula, to_mix


def _build_settings() -> tuple[gr.Dropdown, gr.Slider, gr.Number, gr.Button, gr.Dropdown, gr.HTML]:
    with gr.Column(elem_id="ks-settings", elem_classes="ks-panel"):
        speed = gr.Slider(SLOWEST, FASTEST, 1.0, step=0.05, label="Speed", elem_id="ks-speed")
        with gr.Row(elem_id="ks-settings-row"):
            language = gr.Dropdown(
                [("As the voice", ""), *((lang.name, code) for code, lang in LANGUAGES.items())],
                value="",
                label="Read as",
                elem_id="ks-language",
                min_width=130,
            )
            format = gr.Dropdown(
                [(kind.label.split(" · ")[0], name) for name, kind in FORMATS.items()],
                value="wav",
                label="Download as",
                elem_id="ks-format",
                min_width=130,
            )
        with gr.Row(elem_id="ks-seed-row"):
            seed = gr.Number(
                0,
                label="Seed",
                info="Another number: the same words, slightly different sound.",
                precision=0,
                elem_id="ks-seed",
                min_width=120,
            )
            dice = gr.Button("New seed", size="sm", elem_id="ks-dice", min_width=90, scale=0)
        options = build_options()
    return language, speed, seed, dice, format, options

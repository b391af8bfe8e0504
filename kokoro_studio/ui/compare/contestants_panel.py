"""Controls of the contestants of a blind test."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ...engine import Engine
from ...errors import RequestError
from ...listening.contestants.clips import LONGEST_SECONDS, MAX_BYTES
from ...listening.contestants.systems import systems
from ...listening.contestants.voices import voice_contestant
from ...model import PRECISIONS
from ...text import LANGUAGES
from ...voices import all_voices, voice_label
from ..shell.assets import component
from ..speak.options import FASTEST, SLOWEST
from .contestants import contestants_value

FIRST_PAIR = ("af_heart", "af_bella")
_TEMPLATE = """
<section class="ks-contestants" aria-labelledby="ks-contestants-title">
  <h2 id="ks-contestants-title">Compared with each other</h2>
  <ul aria-label="Contestants"></ul>
  <p class="ks-contestants-empty">Nobody yet: add two voices, mixes or recordings.</p>
</section>
"""
_RECORDING = f"""<p>A recording says one text only, so the whole test is held on that text and every
voice speaks it. WAV, FLAC, MP3, Ogg or Opus; up to {LONGEST_SECONDS:.0f} seconds and
{MAX_BYTES >> 20} MB.</p>"""


@dataclass(frozen=True)
class Recording:
    """Controls for a recording to compare with, and its text."""

    said: gr.Textbox
    file: gr.File
    add: gr.Button


@dataclass(frozen=True)
class ContestantsPanel:
    """The controls and the contestants that they have chosen."""

    shown: gr.HTML  # sends 'remove', a `ContestantRemoved`
    kept: gr.State  # contestants as JSON
    voice: gr.Dropdown
    speed: gr.Number
    seed: gr.Number
    precision: gr.Dropdown
    add: gr.Button
    anchor: gr.Button
    system: gr.Dropdown
    recording: Recording


def voice_choices() -> list[tuple[str, str]]:
    """Every voice for a list that can be searched: `British English · Emma · female`."""
    return [
        (f"{LANGUAGES[voice.language].name} · {voice_label(voice)}", voice.id)
        for voice in all_voices().values()
    ]


def system_list() -> dict[str, Any]:
    """Choices of the list of other systems, which is hidden if there are none."""
    try:
        found = systems()
    except RequestError:  # a mistake in the host's file since the start, no mistake of the visitor
        found = []
    return {"choices": [(one.name, one.id) for one in found], "visible": bool(found)}


def voice_box(label: str, value: str, elem_id: str) -> gr.Dropdown:
    return gr.Dropdown(
        voice_choices(), value=value, label=label, allow_custom_value=True, elem_id=elem_id,
        info="A voice, or a formula such as af_heart + bf_emma", min_width=260,
    )  # fmt: skip


def build_contestants(engine: Engine) -> ContestantsPanel:
    first = [voice_contestant(voice, engine=engine).to_json() for voice in FIRST_PAIR]
    kept = gr.State(first)
    shown = component(
        "ks-contestants",
        _TEMPLATE,
        "compare/contestants_panel.js",
        sends=["remove"],
        value=contestants_value(first),
    )
    with gr.Row(elem_id="ks-contestant-form"):
        voice = voice_box("Voice to add", "bf_emma", "ks-contestant-voice")
        add = gr.Button("Add", elem_id="ks-contestant-add", min_width=80, scale=0)
    label = "Speed, seed and precision of the voice to add"
    with gr.Accordion(label, open=False, elem_id="ks-contestant-more"), gr.Row():
        speed = gr.Number(
            1.0, label="Speed", minimum=SLOWEST, maximum=FASTEST, step=0.05,
            elem_id="ks-contestant-speed", min_width=90,
        )  # fmt: skip
        seed = gr.Number(
            0, label="Seed", precision=0, minimum=0, elem_id="ks-contestant-seed", min_width=90
        )
        precision = gr.Dropdown(
            [("As usual", ""), *((name, name) for name in PRECISIONS)], value="",
            label="Precision", elem_id="ks-contestant-precision", min_width=120,
        )  # fmt: skip
    recording = _build_recording()
    with gr.Row(elem_id="ks-contestant-others"):
        anchor = gr.Button(
            "Add espeak-ng, a robot voice", size="sm", elem_id="ks-contestant-anchor"
        )
        system = gr.Dropdown(
            **system_list(), value=None, label="Add another system", elem_id="ks-contestant-system"
        )
    return ContestantsPanel(
        shown, kept, voice, speed, seed, precision, add, anchor, system, recording
    )


def _build_recording() -> Recording:
    with gr.Accordion("Add a recording", open=False, elem_id="ks-recording"):
        component("ks-recording-words", _RECORDING)
        said = gr.Textbox(
            label="What the recording says, word for word", lines=2, max_lines=4,
            elem_id="ks-recording-said",
        )  # fmt: skip
        file = gr.File(
            label="The recording", file_types=["audio"], height=120, elem_id="ks-recording-file"
        )
        add = gr.Button("Add the recording", size="sm", elem_id="ks-recording-add")
    return Recording(said, file, add)

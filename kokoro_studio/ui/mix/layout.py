"""The Mix tab: the desk and its audition on one side, meter, map and traits on the other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

import gradio as gr

from ...engine import Engine
from ...errors import VoiceError
from ...voices import SPACES, parse_formula
from ..shell.answers import answer_formula, answer_text
from ..shell.events import EACH, INSTANT, MODEL
from ..shell.memory import FIRST
from ..shell.messages import FormulaChosen, VoiceChosen, on_message
from ..speak.mixer import tidy_formula
from .auditions import phrase_for
from .desk import build_desk, desk_value, start_formula
from .library import build_library
from .map import ask_map, build_bridge, figure_for, land_on_map, pick_on_map
from .messages import MapSpot
from .meter import build_meter, meter_value
from .traits import build_traits, measure, traits_value

# Meter, map and traits wait for the first sound of the mix, which they would delay.
_AFTER_SOUND_JS = """async (...values) => {
  await window.kokoroStudio?.sounding();
  return values;
}"""


@dataclass(frozen=True)
class MixTab:
    """The components that other modules wire."""

    desk: gr.HTML
    formula: gr.Textbox
    line: gr.Textbox
    play: gr.Button
    auto: gr.Checkbox
    use: gr.Button
    meter: gr.HTML
    space: gr.Radio
    map: gr.Plot
    bridge: gr.HTML
    traits: gr.HTML
    library: gr.HTML
    bring: gr.UploadButton


def build_mix_tab() -> MixTab:
    with gr.Row(elem_id="ks-bench", equal_height=False):
        with gr.Column(scale=7, min_width=320, elem_id="ks-mixing"):
            with gr.Column(elem_classes="ks-panel", elem_id="ks-desk-card"):
                desk = build_desk(FIRST.voice)
                formula = gr.Textbox(
                    FIRST.voice,
                    label="Formula: the same mix in one line",
                    lines=1,
                    max_lines=4,
                    elem_id="ks-mix-formula",
                )
            line, play, auto, use = _build_audition()
        with gr.Column(scale=5, min_width=320, elem_id="ks-sight"):
            meter, space, plot, bridge, traits = _build_sight()
    with gr.Column(elem_classes="ks-panel", elem_id="ks-keeping"):
        library = build_library()
        bring = gr.UploadButton(
            "Import voice files…",
            file_count="multiple",
            size="sm",
            elem_id="ks-import",
        )
    return MixTab(
        desk, formula, line, play, auto, use, meter, space, plot, bridge, traits, library, bring
    )


def _build_audition() -> tuple[gr.Textbox, gr.Button, gr.Checkbox, gr.Button]:
    with gr.Column(elem_classes="ks-panel", elem_id="ks-audition-panel"):
        line = gr.Textbox(
            "",
            label="Hear it say",
            placeholder=phrase_for(FIRST.voice),
            lines=1,
            max_lines=3,
            elem_id="ks-audition",
        )
        with gr.Row(elem_id="ks-audition-actions"):
            play = gr.Button("Play", variant="primary", elem_id="ks-audition-play", min_width=110)
            use = gr.Button("Speak with this mix", elem_id="ks-use", min_width=150)
            save = gr.Button("Save…", elem_id="ks-save", min_width=90)
            save.click(None, js="() => document.querySelector('.ks-keep-name').focus()", **INSTANT)
            auto = gr.Checkbox(
                False, label="Play at each change", elem_id="ks-auto", container=False
            )
    return line, play, auto, use


def _build_sight() -> tuple[gr.HTML, gr.Radio, gr.Plot, gr.HTML, gr.HTML]:
    with gr.Column(elem_classes="ks-panel"):
        meter = build_meter()
    with gr.Column(elem_classes="ks-panel", elem_id="ks-map-panel"):
        space = gr.Radio(
            [(words.split(":")[0], name) for name, words in SPACES.items()],
            value="both",
            label="Map of the voices by",
            elem_id="ks-space",
        )
        plot = gr.Plot(show_label=False, elem_id="ks-map")
        bridge = build_bridge()
    with gr.Column(elem_classes="ks-panel"):
        traits = build_traits(FIRST.voice)
    return meter, space, plot, bridge, traits


def wire_mix_tab(engine: Engine, demo: gr.Blocks, tab: MixTab) -> None:
    """Events of the tab. Desk and map write the formula; everything else follows the formula."""
    sight = [tab.desk, tab.meter, tab.traits, tab.map, tab.line, tab.play, tab.use]
    placed = [tab.formula, tab.space]
    answer_formula(tab.desk.start, FormulaChosen.read, start_formula, None, tab.formula, "mix")
    answer_formula(tab.bridge.pick, VoiceChosen.read, pick_on_map, tab.formula, tab.formula, "mix")
    tab.bridge.ask(on_message(MapSpot.read, ask_map), placed, tab.bridge, **EACH)
    answer_formula(tab.bridge.land, MapSpot.read, land_on_map, placed, tab.formula, "mix")
    tab.formula.change(
        see, placed, sight, js=_AFTER_SOUND_JS, trigger_mode="always_last", **INSTANT
    )
    tab.space.change(figure_for, placed, tab.map, **INSTANT)
    demo.load(figure_for, placed, tab.map, **INSTANT)
    for done in (tab.formula.blur, tab.formula.submit):
        answer_text(done, tidy_formula, tab.formula)
    tab.traits.measure(partial(measure, engine), tab.formula, tab.traits, **MODEL)


def judged(formula: str) -> Any:
    """The meter's value at the start; nothing new for a formula with a mistake."""
    try:
        return meter_value(parse_formula(formula) if formula.strip() else None)
    except VoiceError:
        return gr.skip()


def see(formula: str, space: str) -> list[Any]:
    """New values of everything that shows a formula. It may have a mistake, or be '' for silence.

    In order: desk, meter, traits, map, the placeholder of the line, and the two buttons, Play and
    "Speak with this mix", which are disabled for silence.
    """
    try:
        blend = parse_formula(formula) if formula.strip() else None
    except VoiceError:
        return [desk_value(formula), *[gr.skip()] * 4, *[gr.update(interactive=True)] * 2]
    return [
        desk_value(formula),
        meter_value(blend),
        traits_value(formula),
        figure_for(formula, space),
        gr.update(placeholder=phrase_for(formula)),
        *[gr.update(interactive=blend is not None)] * 2,
    ]

"""Events of the Speak tab."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import gradio as gr

from ...engine import Engine
from ..shell.answers import answer_formula, answer_text
from ..shell.events import BEGIN_JS, EACH, INSTANT, MODEL, QUIET
from ..shell.messages import VoiceChosen, on_message
from ..shell.player import Player
from ..shell.takes import Takes
from .asides import wire_asides
from .handlers import Message, speak
from .layout import SpeakTab
from .messages import MixRows, RecipeChosen, SpeakRequest, WordRespelled
from .mixer import mix_rows, read_formula, tidy_formula
from .picker import add_voice, pick_voice, text_for
from .preview import respell_word, show_reading, start_editing
from .restoring import restore

_DICE_JS = "() => Math.floor(Math.random() * 1000000)"
# Waits 0.3 s after each key, then reads the newest text.
_SETTLED_JS = """async (text, ...others) => {
  await new Promise(resolve => setTimeout(resolve, 300));
  const box = document.querySelector('#ks-text textarea');
  return [box ? box.value : text, ...others];
}"""


def wire_speak_tab(
    engine: Engine, takes: Takes, demo: gr.Blocks, tab: SpeakTab, player: Player
) -> list[Any]:
    """Wire the tab; returns the events that make sound."""
    making = _wire_speaking(engine, takes, tab, player)
    wire_asides(engine, tab)
    _wire_voice(tab)
    _wire_reading(engine, demo, tab)
    _wire_restoring(engine, tab)
    return making


def _wire_speaking(engine: Engine, takes: Takes, tab: SpeakTab, player: Player) -> list[Any]:
    """Wire the Speak button and the cards; returns the events that make sound."""

    def say(*inputs: Any) -> Iterator[tuple[Message, str | None]]:
        *controls, previous, request_id = inputs
        yield from speak(engine, takes, SpeakRequest(*controls), previous, request_id)

    empty, off = gr.State(""), gr.State(False)

    spoken = tab.speak.click(say, [*tab.request, *player.asked], player.told, js=BEGIN_JS, **MODEL)
    controls = [tab.text, tab.formula, tab.language, tab.editing]
    tab.cards.fill(None, controls, controls, js=_cards_js("fill"), **EACH)
    tab.cards.choose(None, controls, controls, js=_cards_js("pressed"), **EACH)
    sample = [gr.Textbox(visible=False), gr.Textbox(visible=False)]  # text and voice
    chosen = tab.cards.choose(None, None, sample, js=_cards_js("sample"), **EACH).then(
        say,
        [*sample, empty, tab.speed, tab.seed, empty, off, tab.options, *player.asked],
        player.told,
        js=BEGIN_JS,
        **MODEL,
    )
    tab.dice.click(None, None, tab.seed, js=_DICE_JS, **INSTANT)
    return [spoken, chosen]


def _cards_js(what: str) -> str:
    return f"(...controls) => window.kokoroCards.{what}(...controls)"


def _wire_voice(tab: SpeakTab) -> None:
    """Voice list and sliders write the formula, and follow it when it changes."""
    answer_formula(tab.picker.pick, VoiceChosen.read, pick_voice, None, tab.formula, "speak")
    answer_formula(
        tab.picker.enlist, VoiceChosen.read, add_voice, tab.formula, tab.formula, "speak"
    )
    answer_formula(tab.mix.mix, MixRows.read, mix_rows, None, tab.formula, "speak")
    answer_text(tab.picker.pick, text_for, tab.text, VoiceChosen.read)
    tab.picker.pick(None, None, tab.language, js="() => ''", **EACH)
    tab.formula.change(
        read_formula,
        tab.formula,
        [tab.picker, tab.mix],
        trigger_mode="always_last",
        **INSTANT,
    )
    for done in (tab.formula.blur, tab.formula.submit):
        answer_text(done, tidy_formula, tab.formula)


def _wire_reading(engine: Engine, demo: gr.Blocks, tab: SpeakTab) -> None:
    """The preview follows whatever changes how the text is read."""
    inputs: list[Any] = [tab.text, tab.formula, tab.language, tab.phonemes, tab.editing]
    read = partial(show_reading, engine)
    gr.on(
        [control.change for control in inputs],
        read,
        inputs,
        tab.preview,
        js=_SETTLED_JS,
        trigger_mode="always_last",
        **QUIET,
    )
    tab.editing.change(
        partial(start_editing, engine),
        [tab.text, tab.formula, tab.language, tab.editing, tab.phonemes],
        tab.phonemes,
        **QUIET,
    )
    demo.load(read, inputs, tab.preview, **QUIET)
    answer_text(tab.preview.respell, respell_word, tab.text, WordRespelled.read)
    tab.text.change(None, tab.text, None, js="text => window.kokoroCount(text)", **INSTANT)


def _wire_restoring(engine: Engine, tab: SpeakTab) -> None:
    restored = on_message(RecipeChosen.read, partial(restore, engine))
    tab.options.restore(restored, None, tab.request, **QUIET)

"""The page as a whole: its parts, and every event that crosses from one to another."""

from __future__ import annotations

from functools import partial
from typing import Any

import gradio as gr

from ..engine import Engine
from .assets import static
from .cards import choose_card
from .endpoints import build_endpoints
from .header import build_header
from .memory import SAVE_JS, build_memory, recall
from .mix import mix_rows, read_formula, tidy_formula
from .player import Player, build_player
from .preview import respell_word, show_reading, start_editing
from .shelf import Shelf
from .speak import SpeakTab, build_speak_tab
from .speaking import files, speak
from .theme import language_colours, make_theme
from .voices import add_voice, pick_voice

QUEUE_SIZE = 32
MODEL_SLOTS = 2  # takes in the making at once; they share the model by utterance
_QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
_INSTANT: dict[str, Any] = {**_QUIET, "queue": False}
_MODEL: dict[str, Any] = {
    **_QUIET,
    "concurrency_id": "model",
    "concurrency_limit": MODEL_SLOTS,
    # Gradio's "once" holds a cancelled event for unfinished and drops every later click.
    "trigger_mode": "multiple",
}

# The page answers a click before the server does, and numbers its errand.
_BEGIN_JS = "(...values) => [...values.slice(0, -1), window.kokoroStudio.begin()]"
_STOP_JS = "() => window.kokoroStudio.stop()"
_DICE_JS = "() => Math.floor(Math.random() * 1000000)"
# Typing settles for a moment, then the latest of everything is read.
_SETTLED_JS = """async (text, ...others) => {
  await new Promise(resolve => setTimeout(resolve, 300));
  const box = document.querySelector('#ks-text textarea');
  return [box ? box.value : text, ...others];
}"""


def build_app(engine: Engine) -> gr.Blocks:
    """The studio for one engine. Start it with `launch(**launch_settings())`."""
    shelf = Shelf()
    with gr.Blocks(
        title="Kokoro Studio", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as demo:
        build_header(engine)
        with gr.Tabs(elem_id="ks-tabs"), gr.Tab("Speak"):
            tab = build_speak_tab()
        player = build_player()
        build_endpoints(engine, shelf)
        token = gr.State(None, time_to_live=86400)
        _wire_speaking(engine, shelf, tab, player, token)
        _wire_voice(tab)
        _wire_reading(engine, demo, tab)
        _wire_memory(demo, tab)
    return demo.queue(api_open=False, max_size=QUEUE_SIZE, default_concurrency_limit=4)


def launch_settings() -> dict[str, Any]:
    """What `Blocks.launch` is given, beside an address."""
    return {
        "theme": make_theme(),
        "css": language_colours() + static("base.css", "speak.css", "voices.css", "player.css"),
        "ssr_mode": False,
        "run_history": False,
        "enable_monitoring": False,
        "show_error": False,
        "footer_links": ["api"],
        "quiet": True,
    }


def _wire_speaking(
    engine: Engine, shelf: Shelf, tab: SpeakTab, player: Player, token: gr.State
) -> None:
    """Everything that makes sound, and everything that ends it."""
    say = partial(speak, engine, shelf)
    outputs = [player.live, token]
    heard, aloud = gr.State(""), gr.State(True)
    errand = gr.Number(0, visible=False, precision=0)

    spoken = tab.speak.click(say, [*tab.request, token, errand], outputs, js=_BEGIN_JS, **_MODEL)
    chosen = tab.cards.choose(
        choose_card, None, [tab.text, tab.formula, tab.language, tab.editing], **_INSTANT
    ).then(say, [*tab.request, token, errand], outputs, js=_BEGIN_JS, **_MODEL)
    word = tab.preview.hear(_heard_phonemes, None, heard, **_INSTANT).then(
        say,
        [heard, tab.formula, tab.language, tab.speed, tab.seed, heard, aloud, token, errand],
        outputs,
        js=_BEGIN_JS,
        **_MODEL,
    )
    downloads = partial(_downloads, engine, shelf)
    for event in (spoken, chosen, word):
        for ending in (event.success, event.failure):
            ending(downloads, [token, tab.format], [player.sound, player.recipe], **_QUIET)
    tab.stop.click(shelf.cancel, token, None, js=_STOP_JS, **_INSTANT)
    tab.stop.click(None, cancels=[spoken, chosen, word], **_INSTANT).then(
        downloads, [token, tab.format], [player.sound, player.recipe], **_QUIET
    )
    tab.format.change(downloads, [token, tab.format], [player.sound, player.recipe], **_QUIET)
    tab.dice.click(None, None, tab.seed, js=_DICE_JS, **_INSTANT)


def _heard_phonemes(event: gr.EventData) -> str:
    return str(event.phonemes)


def _downloads(engine: Engine, shelf: Shelf, token: str | None, format: str) -> list[Any]:
    """The two download buttons for a take, or both asleep."""
    made = files(engine, shelf, token, format)
    return [gr.update(value=path, interactive=path is not None) for path in (made or (None, None))]


def _wire_voice(tab: SpeakTab) -> None:
    """The formula is the one truth; list and sliders write it and follow it."""
    tab.picker.pick(pick_voice, tab.text, [tab.formula, tab.language, tab.text], **_INSTANT)
    tab.picker.enlist(add_voice, tab.formula, tab.formula, **_INSTANT)
    tab.mix.mix(mix_rows, None, tab.formula, trigger_mode="multiple", **_INSTANT)
    tab.formula.change(
        read_formula,
        tab.formula,
        [tab.picker, tab.mix],
        trigger_mode="always_last",
        **_INSTANT,
    )
    gr.on(
        [tab.formula.blur, tab.formula.submit],
        tidy_formula,
        tab.formula,
        tab.formula,
        **_INSTANT,
    )


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
        **_QUIET,
    )
    tab.editing.change(
        partial(start_editing, engine),
        [tab.text, tab.formula, tab.language, tab.editing],
        tab.phonemes,
        **_QUIET,
    )
    demo.load(read, inputs, tab.preview, **_QUIET)
    tab.preview.respell(respell_word, tab.text, tab.text, **_INSTANT)


def _wire_memory(demo: gr.Blocks, tab: SpeakTab) -> None:
    memory = build_memory()
    demo.load(recall, memory, [*tab.remembered, tab.cards], **_INSTANT).then(
        None, js="() => window.kokoroStudio.ready()", **_INSTANT
    )
    gr.on(
        [control.change for control in tab.remembered],
        None,
        tab.remembered,
        memory,
        js=SAVE_JS,
        **_INSTANT,
    )

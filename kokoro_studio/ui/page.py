"""The whole page: its tabs, and all events from one tab to another."""

from __future__ import annotations

from functools import partial
from typing import Any

import gradio as gr

from ..engine import Engine
from ..listening.room import ListeningRoom
from .compare.contestants_panel import voice_choices
from .compare.layout import build_compare_tab
from .compare.wiring import wire_compare_tab
from .endpoints import build_endpoints
from .mix.desk import desk_value, start_formula
from .mix.heard import wire_auditions
from .mix.layout import MixTab, build_mix_tab, judged, wire_mix_tab
from .mix.library import act, bring_in, library_value
from .mix.map import figure_of_voices
from .mix.messages import LibraryAction
from .shell.answers import answer_formula
from .shell.assets import styles
from .shell.events import EACH, INSTANT, QUIET
from .shell.failures import tell_mistakes
from .shell.header import build_header
from .shell.memory import SAVE_JS, build_memory, recall
from .shell.messages import FormulaChosen, on_message
from .shell.modules import page_scripts
from .shell.player import Player, build_player
from .shell.takes import Takes
from .shell.theme import language_colours, make_theme
from .speak.handlers import write_recipe, write_sound
from .speak.layout import SpeakTab, build_speak_tab
from .speak.mixer import read_formula
from .speak.wiring import wire_speak_tab

QUEUE_SIZE = 32
FILES_LIVE = (600, 6 * 3600)  # seconds between looking for old files, and how old they become
_STOP_JS = "() => window.kokoroStudio.stop()"
_FAILED_JS = "() => window.kokoroStudio.failed()"
# The two buttons are disabled while there is nothing to download or a take is being made.
_DOWNLOADS_JS = "() => window.kokoroStudio.downloads()"
_SAVE_JS = "file => window.kokoroStudio.save(file)"
_LINK_JS = "memory => [memory, location.search]"
_LINK_USED_JS = "before => window.kokoroKept.linkUsed(before)"
_RENAMED_JS = """(library, ...formulas) => ['speak', 'mix'].map((panel, i) =>
  window.kokoroEdits.renamed(panel, library.renamed, formulas[i]))"""


def build_app(engine: Engine, room: ListeningRoom) -> gr.Blocks:
    """The studio for one engine. Start it with `launch(**launch_settings())`."""
    takes = Takes()
    demo: gr.Blocks
    with gr.Blocks(title="Kokoro Studio", analytics_enabled=False, delete_cache=FILES_LIVE) as demo:
        build_header(engine)
        with gr.Tabs(elem_id="ks-tabs"):
            with gr.Tab("Speak", elem_id="ks-tab-speak"):
                tab = build_speak_tab()
            with gr.Tab("Mix", elem_id="ks-tab-mix"):
                mixing = build_mix_tab()
            with gr.Tab("Compare", elem_id="ks-tab-compare"):
                comparing = build_compare_tab(engine)
        player = build_player()
        build_endpoints(engine, takes)
        making = [
            *wire_speak_tab(engine, takes, demo, tab, player),
            *wire_auditions(engine, takes, tab.options, mixing, player),
        ]
        _wire_player(engine, takes, tab, player, making)
        wire_mix_tab(engine, demo, mixing)
        boxes = wire_compare_tab(room, takes, demo, comparing)
        _wire_own_voices(demo, tab, mixing, boxes)
        _wire_between(tab, mixing)
        _wire_memory(demo, tab, mixing)
    tell_mistakes(demo)
    demo.queue(api_open=False, max_size=QUEUE_SIZE, default_concurrency_limit=4)
    # By default Gradio polls its queue a thousand times a second, which slows rendering down.
    demo._queue.sleep_when_free = 0.005
    return demo


def launch_settings() -> dict[str, Any]:
    """Arguments of `Blocks.launch`, without the address."""
    return {
        "theme": make_theme(),
        "css": language_colours()
        + styles(
            "shell/base.css",
            "speak/speak.css",
            "speak/options.css",
            "speak/picker.css",
            "mix/mix.css",
            "mix/library.css",
            "shell/player.css",
            "compare/compare.css",
            "compare/trial.css",
            "compare/leaderboard.css",
        ),
        "head": page_scripts(),
        "ssr_mode": False,
        "run_history": False,
        "enable_monitoring": False,
        "show_error": False,
        "footer_links": ["api"],
        "quiet": True,
    }


def _wire_player(
    engine: Engine, takes: Takes, tab: SpeakTab, player: Player, making: list[Any]
) -> None:
    """Stop, failures, and the downloads of the player bar."""
    for event in making:
        event.failure(None, js=_FAILED_JS, **INSTANT)
    tab.stop.click(takes.cancel, player.token, None, js=_STOP_JS, **INSTANT)
    tab.stop.click(None, cancels=making, **INSTANT)
    player.live.downloads(None, None, [player.sound, player.recipe], js=_DOWNLOADS_JS, **EACH)
    for button, write in ((player.sound, write_sound), (player.recipe, write_recipe)):
        # Written when the button is pressed, because the file is rendered anew, whole.
        button.click(
            partial(write, engine, takes),
            [player.token, tab.format, tab.options],
            player.file,
            **QUIET,
        ).success(None, player.file, None, js=_SAVE_JS, **INSTANT)


def _wire_own_voices(
    demo: gr.Blocks, tab: SpeakTab, mixing: MixTab, boxes: list[gr.Dropdown]
) -> None:
    """A change to own voices updates every list of voices at once."""
    lists = [tab.picker, tab.mix, mixing.desk, mixing.map, *boxes]
    formulas = [tab.formula, mixing.formula]

    def voice_lists(speaking: str, mix: str, space: str) -> list[Any]:
        return [
            *_voice_lists(speaking, mix),
            figure_of_voices(mix, space),
            *[gr.update(choices=voice_choices())] * len(boxes),
        ]

    mixing.library.act(
        on_message(LibraryAction.read, act), mixing.formula, mixing.library, **EACH
    ).then(None, [mixing.library, *formulas], formulas, js=_RENAMED_JS, **INSTANT).then(
        voice_lists, [*formulas, mixing.space], lists, **INSTANT
    )
    mixing.bring.upload(bring_in, mixing.bring, mixing.library, **QUIET).then(
        voice_lists, [*formulas, mixing.space], lists, **INSTANT
    )
    answer_formula(
        mixing.library.edit, FormulaChosen.read, start_formula, None, mixing.formula, "mix"
    )


def _voice_lists(speaking: str, mixing: str) -> list[Any]:
    return [*read_formula(speaking), desk_value(mixing)]


def _wire_between(tab: SpeakTab, mixing: MixTab) -> None:
    """Buttons that take the mix from one tab to the other."""
    mixing.use.click(
        None, mixing.formula, [tab.formula, tab.language], js="formula => [formula, '']", **INSTANT
    ).then(None, js=_open_js("speak"), **INSTANT)
    tab.to_mix.click(None, tab.formula, mixing.formula, js="formula => formula", **INSTANT).then(
        None, js=_open_js("mix"), **INSTANT
    )


def _open_js(tab: str) -> str:
    # Not `gr.Tabs` as an output: Gradio would then copy the whole page at every event.
    return f"() => window.kokoroStudio.open('{tab}')"


def _wire_memory(demo: gr.Blocks, tab: SpeakTab, mixing: MixTab) -> None:
    memory = build_memory()
    remembered = [*tab.remembered, mixing.formula, mixing.line, tab.options]
    # Queued: the message about a link that cannot be read needs Gradio's queue.
    link, before = gr.Textbox(visible=False), gr.Textbox(visible=False)
    demo.load(recall, [memory, link], [*remembered, before], js=_LINK_JS, **QUIET).then(
        library_value, None, mixing.library, **INSTANT
    ).then(
        _voice_lists,
        [tab.formula, mixing.formula],
        [tab.picker, tab.mix, mixing.desk],
        js="(...values) => { window.kokoroStudio.ready(); return values; }",
        **INSTANT,
    ).then(None, before, None, js=_LINK_USED_JS, **INSTANT).then(
        judged, mixing.formula, mixing.meter, **INSTANT
    )
    gr.on(
        [control.change for control in remembered],
        None,
        remembered,
        memory,
        js=SAVE_JS,
        **INSTANT,
    )

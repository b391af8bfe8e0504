"""The Compare tab: two side by side, blind tests of one's own, and the arena."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ..engine import Engine
from ..environment import on_space
from ..listening.arena import SESSION_PAIRS, needs_login
from ..listening.contestants.contestant import voice_contestant
from ..listening.contestants.systems import systems
from ..listening.setups import (
    FEWEST_TRIALS,
    MOST_QUESTION,
    MOST_TRIALS,
    QUESTIONS,
    TESTS,
    prospect,
)
from ..listening.stimuli.sentences import sentences
from ..model import PRECISIONS
from ..text import LANGUAGES
from ..voices import all_voices, voice_label
from .assets import component
from .board import build_board
from .entrants import entrants_value
from .memory import FASTEST, SLOWEST
from .trial import build_trial

MODES = (
    ("Quick A/B", "quick"),
    ("Blind test", "test"),
    ("Arena", "arena"),
)
FIRST_PAIR = ("af_heart", "af_bella")
OURS, OWN = "ours", "own"
_USUAL = "abx"
# The mode is an attribute of the page, so that changing it needs no trip to the server.
SHOW_MODE_JS = """mode => {
  document.querySelector('#ks-compare').dataset.mode = mode;
  document.dispatchEvent(new CustomEvent('ks:mode'));
}"""
_INTRO = """<p class="ks-lead">Names mislead ears. Hear two takes switched at one playhead, test
blind whether there is a difference and which is better, or vote in the arena. All are played
equally loud, without loss.</p>"""


@dataclass(frozen=True)
class Quick:
    first: gr.Dropdown
    second: gr.Dropdown
    text: gr.Textbox
    begin: gr.Button


@dataclass(frozen=True)
class Entrants:
    """Who is to be compared in a blind test."""

    shown: gr.HTML  # sends 'remove' with an `index`
    kept: gr.State  # contestants as JSON
    voice: gr.Dropdown
    speed: gr.Number
    seed: gr.Number
    precision: gr.Dropdown
    add: gr.Button
    anchor: gr.Button
    system: gr.Dropdown
    clip: gr.UploadButton


@dataclass(frozen=True)
class BlindTest:
    kind: gr.Radio
    entrants: Entrants
    language: gr.Dropdown
    source: gr.Radio
    texts: gr.Textbox
    question: gr.Dropdown
    trials: gr.Slider
    options: gr.CheckboxGroup
    prospect: gr.Markdown
    begin: gr.Button

    @property
    def request(self) -> list[Any]:
        """The inputs of `comparing.make_setup`, in its order."""
        return [
            self.kind, self.entrants.kept, self.language, self.source, self.texts,
            self.question, self.trials, self.options,
        ]  # fmt: skip


@dataclass(frozen=True)
class Arena:
    language: gr.Dropdown
    text: gr.Textbox
    begin: gr.Button
    scope: gr.Radio
    board: gr.HTML
    votes: gr.Button
    file: gr.File


@dataclass(frozen=True)
class CompareTab:
    mode: gr.Radio
    quick: Quick
    test: BlindTest
    arena: Arena
    resume: gr.Button
    trial: gr.HTML
    table: gr.DownloadButton  # results as CSV
    paper: gr.DownloadButton  # and as JSON


def build_compare_tab(engine: Engine) -> CompareTab:
    with gr.Column(elem_id="ks-compare"):
        component("ks-compare-intro", _INTRO)
        mode = gr.Radio(
            list(MODES), value="quick", label="What to do", show_label=False, container=False,
            elem_id="ks-mode",
        )  # fmt: skip
        resume = gr.Button("Go on where you were", visible=False, elem_id="ks-resume")
        with gr.Column(elem_id="ks-quick", elem_classes="ks-panel ks-setup"):
            quick = _build_quick()
        with gr.Column(elem_id="ks-test", elem_classes="ks-panel ks-setup"):
            test = _build_test(engine)
        with gr.Column(elem_id="ks-arena", elem_classes="ks-panel ks-setup"):
            language, text, begin = _build_arena()
        trial = build_trial()
        with gr.Row(elem_id="ks-results"):
            table = gr.DownloadButton(
                "Results as CSV", visible=False, size="sm", elem_id="ks-results-csv"
            )
            paper = gr.DownloadButton(
                "Results as JSON", visible=False, size="sm", elem_id="ks-results-json"
            )
        with gr.Column(elem_id="ks-ranking", elem_classes="ks-panel"):
            ranking = _build_ranking()
    arena = Arena(language, text, begin, *ranking)
    return CompareTab(mode, quick, test, arena, resume, trial, table, paper)


def voice_choices() -> list[tuple[str, str]]:
    """Every voice for a list that can be searched: `British English · Emma · female`."""
    return [
        (f"{LANGUAGES[voice.language].name} · {voice_label(voice)}", voice.id)
        for voice in all_voices().values()
    ]


def _language_choices() -> list[tuple[str, str]]:
    return [(language.name, code) for code, language in LANGUAGES.items()]


def _voice_box(label: str, value: str, elem_id: str) -> gr.Dropdown:
    return gr.Dropdown(
        voice_choices(), value=value, label=label, allow_custom_value=True, elem_id=elem_id,
        info="A voice, or any formula", min_width=260,
    )  # fmt: skip


def _build_quick() -> Quick:
    with gr.Row():
        first = _voice_box("A", FIRST_PAIR[0], "ks-quick-a")
        second = _voice_box("B", FIRST_PAIR[1], "ks-quick-b")
    text = gr.Textbox(
        sentences("a")[0].text, label="Text", lines=2, max_lines=4, elem_id="ks-quick-text"
    )
    begin = gr.Button("Hear both", variant="primary", elem_id="ks-quick-begin")
    return Quick(first, second, text, begin)


def _build_test(engine: Engine) -> BlindTest:
    kind = gr.Radio(
        [(kind.label, name) for name, kind in TESTS.items()],
        value=_USUAL, label="What do you want to know?", elem_id="ks-test-kind",
    )  # fmt: skip
    with gr.Row(elem_id="ks-test-halves", equal_height=False):
        with gr.Column(scale=6, min_width=320):
            entrants = _build_entrants(engine)
        with gr.Column(scale=5, min_width=320):
            rest = _build_texts()
            options = gr.CheckboxGroup(
                option_choices(_USUAL), value=["training"], label="How", elem_id="ks-test-options"
            )
    words = gr.Markdown(prospect(_USUAL, TESTS[_USUAL].usual_trials), elem_id="ks-test-prospect")
    begin = gr.Button("Begin the test", variant="primary", elem_id="ks-test-begin")
    return BlindTest(kind, entrants, *rest, options, words, begin)


def _build_texts() -> tuple[gr.Dropdown, gr.Radio, gr.Textbox, gr.Dropdown, gr.Slider]:
    with gr.Row():
        language = gr.Dropdown(
            _language_choices(), value="a", label="Language", elem_id="ks-test-language",
            min_width=160,
        )  # fmt: skip
        source = gr.Radio(
            [("Our sentences", OURS), ("My own", OWN)], value=OURS, label="Texts",
            elem_id="ks-test-source", min_width=220,
        )  # fmt: skip
    texts = gr.Textbox(
        label="Your texts, one in each line", lines=4, max_lines=10, visible=False,
        elem_id="ks-test-texts",
    )  # fmt: skip
    question = gr.Dropdown(
        list(QUESTIONS), value=QUESTIONS[0], label="Question", allow_custom_value=True,
        visible=False, elem_id="ks-test-question",
        info=f"Ask what you want to claim; up to {MOST_QUESTION} characters of your own",
    )  # fmt: skip
    trials = gr.Slider(
        FEWEST_TRIALS, MOST_TRIALS, TESTS[_USUAL].usual_trials, step=1, label="Trials",
        elem_id="ks-test-trials",
    )  # fmt: skip
    return language, source, texts, question, trials


def option_choices(kind: str) -> list[tuple[str, str]]:
    both = [
        ("Two trials to get used to it, with the answer shown", "training"),
        ("Hide the text until every one was heard", "hide_text"),
    ]
    if kind != "ab":
        return both
    return [
        *both,
        ("Allow “no preference”", "tie"),
        ("Ask how much better", "strength"),
    ]


def _build_entrants(engine: Engine) -> Entrants:
    first = [voice_contestant(voice, engine=engine).to_json() for voice in FIRST_PAIR]
    kept = gr.State(first)
    shown = component("ks-entrants", ENTRANTS, "entrants.js", value=entrants_value(first))
    with gr.Row(elem_id="ks-entrant-form"):
        voice = _voice_box("Voice to add", "bf_emma", "ks-entrant-voice")
        add = gr.Button("Add", elem_id="ks-entrant-add", min_width=80, scale=0)
    more = gr.Accordion("Its speed, take and precision", open=False, elem_id="ks-entrant-more")
    with more, gr.Row():
        speed = gr.Number(
            1.0, label="Speed", minimum=SLOWEST, maximum=FASTEST, step=0.05,
            elem_id="ks-entrant-speed", min_width=90,
        )  # fmt: skip
        seed = gr.Number(
            0, label="Seed", precision=0, minimum=0, elem_id="ks-entrant-seed", min_width=90
        )
        precision = gr.Dropdown(
                [("As usual", ""), *((name, name) for name in PRECISIONS)], value="",
                label="Precision", elem_id="ks-entrant-precision", min_width=120,
            )  # fmt: skip
    others = systems()
    with gr.Row(elem_id="ks-entrant-others"):
        anchor = gr.Button(
            "Add espeak-ng, a robot to compare with", size="sm", elem_id="ks-entrant-anchor"
        )
        clip = gr.UploadButton(
            "Add a recording…", size="sm", file_types=["audio"], elem_id="ks-entrant-clip"
        )
        system = gr.Dropdown(
            [(one.name, one.id) for one in others], value=None, label="Add another system",
            visible=bool(others), elem_id="ks-entrant-system",
        )  # fmt: skip
    return Entrants(shown, kept, voice, speed, seed, precision, add, anchor, system, clip)


ENTRANTS = """
<section class="ks-entrants" aria-labelledby="ks-entrants-title">
  <h3 id="ks-entrants-title">Compared with each other</h3>
  <ul aria-label="Contestants"></ul>
  <p class="ks-entrants-empty">Nobody yet: add two voices, mixes or recordings.</p>
</section>
"""


def _build_arena() -> tuple[gr.Dropdown, gr.Textbox, gr.Button]:
    component(
        "ks-arena-intro",
        f"<p>{SESSION_PAIRS} pairs, unnamed. Say which you prefer, then see who they were. "
        "Everyone's votes make the ranking.</p>",
    )
    if needs_login():
        gr.LoginButton("Log in so that your votes rank", size="sm", elem_id="ks-login")
    with gr.Row():
        language = gr.Dropdown(
            _language_choices(), value="a", label="Language", elem_id="ks-arena-language"
        )
    with gr.Accordion("On texts of your own", open=False, elem_id="ks-arena-own"):
        text = gr.Textbox(
            label="Your texts, one in each line. Such votes are kept, and do not rank.",
            lines=2, max_lines=6, elem_id="ks-arena-text",
        )  # fmt: skip
    begin = gr.Button("Begin", variant="primary", elem_id="ks-arena-begin")
    return language, text, begin


def _build_ranking() -> tuple[gr.Radio, gr.HTML, gr.Button, gr.File]:
    scope = gr.Radio(
        [("Everyone", "all"), ("Only you", "mine")], value="all", label="Ranking by the votes of",
        elem_id="ks-scope",
    )  # fmt: skip
    board = build_board()
    # Strangers' votes are the host's to publish.
    votes = gr.Button("Every vote as a file", size="sm", visible=not on_space(), elem_id="ks-votes")
    file = gr.File(label="Votes", visible=False, elem_id="ks-votes-file")
    return scope, board, votes, file

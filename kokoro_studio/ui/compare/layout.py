"""The Compare tab: two side by side, blind tests of one's own, and the arena."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from ...engine import Engine
from ...listening.arena import SESSION_PAIRS, needs_login
from ...listening.designs import (
    FEWEST_TRIALS,
    MOST_QUESTION,
    MOST_TRIALS,
    QUESTIONS,
    TESTS,
    prospect,
)
from ...listening.stimuli.sentences import sentences
from ...settings import Settings
from ...text import LANGUAGES
from ..shell.assets import component
from .contestants_panel import FIRST_PAIR, ContestantsPanel, build_contestants, voice_box
from .leaderboard import build_leaderboard
from .trial import build_trial

MODES = (
    ("Quick A/B", "quick"),
    ("Blind test", "test"),
    ("Arena", "arena"),
)
OURS, OWN = "ours", "own"
_USUAL = "abx"
# The mode is an attribute of the page, so that changing it needs no call of the server.
SHOW_MODE_JS = """mode => {
  document.querySelector('#ks-compare').dataset.mode = mode;
  document.dispatchEvent(new CustomEvent('ks:mode'));
}"""
_INTRO = """<p class="ks-lead">Knowing whose voice it is changes what you hear. Switch between two
takes while they play, test blind whether there is a difference and which is better, or vote in the
arena. All are played equally loud and in full quality.</p>"""
_UNFINISHED = '<div class="ks-unfinished" role="group" aria-label="Tests to go on with"></div>'


@dataclass(frozen=True)
class Quick:
    first: gr.Dropdown
    second: gr.Dropdown
    text: gr.Textbox
    begin: gr.Button


@dataclass(frozen=True)
class BlindTest:
    kind: gr.Radio
    contestants: ContestantsPanel
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
        """The inputs of `handlers.make_design`, in its order."""
        return [
            self.kind, self.contestants.kept, self.language, self.source, self.texts,
            self.question, self.trials, self.options,
        ]  # fmt: skip


@dataclass(frozen=True)
class Arena:
    language: gr.Dropdown
    text: gr.Textbox
    begin: gr.Button
    scope: gr.Radio
    leaderboard: gr.HTML
    votes: gr.Button
    file: gr.File


@dataclass(frozen=True)
class CompareTab:
    mode: gr.Radio
    quick: Quick
    test: BlindTest
    arena: Arena
    resume: gr.HTML  # the tests that were left; sends 'resume', a `SessionResumed`
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
        resume = component(
            "ks-resume", _UNFINISHED, "compare/unfinished.js", sends=["resume"], value={"tests": []}
        )
        with gr.Column(elem_id="ks-quick", elem_classes="ks-panel ks-design"):
            quick = _build_quick()
        with gr.Column(elem_id="ks-test", elem_classes="ks-panel ks-design"):
            test = _build_test(engine)
        with gr.Column(elem_id="ks-arena", elem_classes="ks-panel ks-design"):
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


def _language_choices() -> list[tuple[str, str]]:
    return [(language.name, code) for code, language in LANGUAGES.items()]


def _build_quick() -> Quick:
    with gr.Row():
        first = voice_box("A", FIRST_PAIR[0], "ks-quick-a")
        second = voice_box("B", FIRST_PAIR[1], "ks-quick-b")
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
            contestants = build_contestants(engine)
        with gr.Column(scale=5, min_width=320):
            rest = _build_texts()
            options = gr.CheckboxGroup(
                option_choices(_USUAL), value=["training"], label="How", elem_id="ks-test-options"
            )
    words = gr.Markdown(
        prospect(_USUAL, TESTS[_USUAL].usual_trials, training=True), elem_id="ks-test-prospect"
    )
    begin = gr.Button("Begin the test", variant="primary", elem_id="ks-test-begin")
    return BlindTest(kind, contestants, *rest, options, words, begin)


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
        info=f"Asked in each trial. Choose one, or write your own: up to {MOST_QUESTION} letters.",
    )  # fmt: skip
    trials = gr.Slider(
        FEWEST_TRIALS, MOST_TRIALS, TESTS[_USUAL].usual_trials, step=1, label="Trials that count",
        elem_id="ks-test-trials",
    )  # fmt: skip
    return language, source, texts, question, trials


def option_choices(kind: str) -> list[tuple[str, str]]:
    both = [
        ("Begin with practice, which does not count", "training"),
        ("Hide the text until all have been heard", "hide_text"),
    ]
    if kind != "ab":
        return both
    return [
        *both,
        ("Allow “no preference”", "tie"),
        ("Ask how much better", "strength"),
    ]


def _build_arena() -> tuple[gr.Dropdown, gr.Textbox, gr.Button]:
    component(
        "ks-arena-intro",
        f"<p>{SESSION_PAIRS} pairs of voices without their names. Say which you prefer, then see "
        "who they were. Everyone's votes make the ranking.</p>",
    )
    if needs_login():
        gr.LoginButton("Log in so that your votes count", size="sm", elem_id="ks-login")
    with gr.Row():
        language = gr.Dropdown(
            _language_choices(), value="a", label="Language", elem_id="ks-arena-language"
        )
    with gr.Accordion("On texts of your own", open=False, elem_id="ks-arena-own"):
        text = gr.Textbox(
            label="Your texts, one in each line. Votes on them do not count in the ranking.",
            lines=2, max_lines=6, elem_id="ks-arena-text",
        )  # fmt: skip
    begin = gr.Button("Begin voting", variant="primary", elem_id="ks-arena-begin")
    return language, text, begin


def _build_ranking() -> tuple[gr.Radio, gr.HTML, gr.Button, gr.File]:
    scope = gr.Radio(
        [("Everyone", "all"), ("Only you", "mine")], value="all", label="Ranking by the votes of",
        elem_id="ks-scope",
    )  # fmt: skip
    leaderboard = build_leaderboard()
    # On a Space only the host may publish the votes of others.
    public = Settings.from_environment().on_space
    votes = gr.Button("Download all votes", size="sm", visible=not public, elem_id="ks-votes")
    file = gr.File(label="Votes", visible=False, elem_id="ks-votes-file")
    return scope, leaderboard, votes, file

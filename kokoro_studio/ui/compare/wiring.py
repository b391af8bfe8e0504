"""Events of the Compare tab."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any

import gradio as gr

from ...errors import StudioError
from ...listening.arena import needs_login
from ...listening.designs import ARENA, TESTS, prospect
from ...listening.listeners import listener_for, new_secret
from ...listening.room import ListeningRoom
from ..shell.events import INSTANT, LISTENING, QUIET, VOTING
from ..shell.messages import fields_of, on_message
from ..shell.takes import Takes
from .contestants import add_anchor, add_recording, add_system, add_voice, remove_contestant
from .contestants_panel import system_list, voice_choices
from .handlers import (
    another_sentence,
    begin_again,
    begin_arena,
    begin_test,
    go_on,
    hear_both,
    results,
    resume,
    unfinished,
    vote,
)
from .layout import OWN, SHOW_MODE_JS, CompareTab, option_choices
from .leaderboard_handlers import all_votes, ranking_value
from .messages import ContestantRemoved, SessionResumed, read_vote
from .trial_messages import NONE

_IN_VIEW_JS = """() => requestAnimationFrame(() =>
  document.querySelector('#ks-trial')?.scrollIntoView({ block: 'nearest' }))"""


def wire_compare_tab(
    room: ListeningRoom, takes: Takes, demo: gr.Blocks, tab: CompareTab
) -> list[Any]:
    """Wire the tab; returns its lists of voices, which change when own voices do."""
    browser = gr.BrowserState(
        None, storage_key="kokoro-studio-listener", secret="kokoro-studio-listener"
    )
    listener, session = gr.State(""), gr.State("")
    tab.mode.change(None, tab.mode, None, js=SHOW_MODE_JS, **INSTANT)
    tab.mode.input(lambda: NONE, None, tab.trial, **INSTANT)
    _know_listener(room, demo, tab, browser, listener)
    _wire_quick(room, tab, session)
    _wire_contestants(room, tab)
    _wire_setup(tab)
    moved = _wire_trials(room, takes, tab, listener, session)
    _wire_ranking(room, takes, tab, listener, moved)
    lists = [tab.quick.first, tab.quick.second, tab.test.contestants.voice]
    # Own voices and systems added since the start of the studio are there after a reload.
    demo.load(lambda: [gr.update(choices=voice_choices())] * len(lists), None, lists, **INSTANT)
    demo.load(lambda: gr.update(**system_list()), None, tab.test.contestants.system, **INSTANT)
    return lists


def _know_listener(
    room: ListeningRoom, demo: gr.Blocks, tab: CompareTab, browser: gr.BrowserState,
    listener: gr.State,
) -> None:  # fmt: skip
    """Recognise the listener by a secret in the browser, or by an account in any browser."""

    def recognise(secret: Any, account: str = "") -> tuple[str, str, Any]:
        known = secret if isinstance(secret, str) and 16 <= len(secret) <= 64 else new_secret()
        with suppress(StudioError):  # the database cannot be used: told when a vote must be kept
            who = listener_for(known, account)
            return known, who, unfinished(room, who)
        return known, "", {"tests": []}

    def recognise_account(secret: Any, profile: gr.OAuthProfile | None) -> tuple[str, str, Any]:
        return recognise(secret, profile.username if profile else "")

    # Only where there are accounts: elsewhere Gradio offers a mock login.
    known = recognise_account if needs_login() else recognise
    demo.load(known, browser, [browser, listener, tab.resume], **QUIET)


def _wire_quick(room: ListeningRoom, tab: CompareTab, session: gr.State) -> None:
    quick, outputs = tab.quick, [tab.trial, session]
    pair = [quick.first, quick.second, quick.text]
    hear = partial(hear_both, room)
    gr.on([quick.begin.click, quick.text.submit], hear, pair, outputs, **LISTENING).success(
        None, js=_IN_VIEW_JS, **INSTANT
    )
    tab.trial.swap(lambda first, second: (second, first), pair[:2], pair[:2], **INSTANT).success(
        hear, pair, outputs, **LISTENING
    )
    tab.trial.sentence(another_sentence, [quick.first, quick.text], quick.text, **INSTANT).success(
        hear, pair, outputs, **LISTENING
    )


def _wire_contestants(room: ListeningRoom, tab: CompareTab) -> None:
    contestants = tab.test.contestants
    outputs = [contestants.kept, contestants.shown]

    contestants.add.click(
        partial(add_voice, room),
        [
            contestants.kept,
            contestants.voice,
            contestants.speed,
            contestants.seed,
            contestants.precision,
        ],
        outputs,
        **QUIET,
    )
    contestants.anchor.click(add_anchor, contestants.kept, outputs, **QUIET)
    contestants.system.input(add_system, [contestants.kept, contestants.system], outputs, **QUIET)
    recording = contestants.recording
    recording.add.click(
        add_recording,
        [contestants.kept, recording.file, recording.said, tab.test.language],
        [*outputs, recording.said, recording.file],
        **QUIET,
    )
    remove = on_message(ContestantRemoved.read, remove_contestant)
    contestants.shown.remove(remove, contestants.kept, outputs, **INSTANT)


def _wire_setup(tab: CompareTab) -> None:
    """Controls follow the kind of test; a sentence says what a test of that length can show."""
    test = tab.test

    def fit(kind: str) -> list[Any]:
        chosen = ["training", "tie"] if kind == "ab" else ["training"]
        return [
            gr.update(choices=option_choices(kind), value=chosen),
            gr.update(visible=kind == "ab"),
            TESTS[kind].usual_trials,
        ]

    test.kind.change(fit, test.kind, [test.options, test.question, test.trials], **INSTANT)
    test.source.change(
        lambda source: gr.update(visible=source == OWN), test.source, test.texts, **INSTANT
    )
    gr.on(
        [
            control.change
            for control in (test.kind, test.trials, test.options, test.contestants.shown)
        ],
        lambda kind, trials, options, kept: prospect(
            kind, int(trials or 0), len(kept), "training" in options
        ),
        [test.kind, test.trials, test.options, test.contestants.kept],
        test.prospect,
        trigger_mode="always_last",
        **INSTANT,
    )


def _wire_trials(
    room: ListeningRoom, takes: Takes, tab: CompareTab, listener: gr.State, session: gr.State
) -> list[Any]:
    """Wire the trials; returns the events after which there may be another vote."""
    outputs = [tab.trial, session]

    def cast(listener: str, session: str, event: gr.EventData, request: gr.Request) -> Any:
        address = request.client.host if request.client else ""
        return vote(room, listener, session, read_vote(fields_of(event)), address)

    go_back = on_message(SessionResumed.read, partial(resume, room))
    beginnings = [
        tab.test.begin.click(
            partial(begin_test, room), [listener, *tab.test.request], outputs, **LISTENING
        ),
        tab.arena.begin.click(
            partial(begin_arena, room), [listener, tab.arena.language, tab.arena.text], outputs,
            **LISTENING,
        ),
        tab.resume.resume(go_back, listener, [*outputs, tab.mode], **LISTENING),
        tab.trial.again(partial(begin_again, room), [listener, session], outputs, **LISTENING),
    ]  # fmt: skip
    moved = [
        tab.trial.vote(cast, [listener, session], tab.trial, **VOTING),
        tab.trial.next(partial(go_on, room), [listener, session], tab.trial, **VOTING),
        tab.trial.leave(lambda: NONE, None, tab.trial, cancels=beginnings, **INSTANT),
    ]
    for event in beginnings:
        event.success(None, js=_IN_VIEW_JS, **INSTANT)
    for event in (*beginnings, *moved):
        event.success(
            partial(results, room, takes), [listener, session], [tab.table, tab.paper], **QUIET
        ).success(partial(unfinished, room), listener, tab.resume, **QUIET)
    return moved[:2]


def _wire_ranking(
    room: ListeningRoom, takes: Takes, tab: CompareTab, listener: gr.State, moved: list[Any]
) -> None:
    """The leaderboard is computed when it is shown, and after each vote."""
    arena = tab.arena

    def rank(mode: str, language: str, scope: str, listener: str) -> Any:
        return ranking_value(room, language, scope, listener) if mode == ARENA else gr.skip()

    asked = [tab.mode, arena.language, arena.scope, listener]
    changes = [tab.mode.change, arena.language.change, arena.scope.change]
    gr.on(changes, rank, asked, arena.leaderboard, trigger_mode="always_last", **QUIET)
    for event in moved:
        event.success(rank, asked, arena.leaderboard, trigger_mode="always_last", **QUIET)
    arena.votes.click(partial(all_votes, takes), arena.language, arena.file, **QUIET).success(
        lambda: gr.update(visible=True), None, arena.file, **INSTANT
    )

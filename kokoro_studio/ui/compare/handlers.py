"""Handlers of the Compare tab: beginning a test, voting, resuming, results."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from ...errors import StudioError
from ...listening.arena import arena_design
from ...listening.contestants.contestant import Contestant
from ...listening.contestants.voices import voice_contestant
from ...listening.designs import ARENA, TestDesign, TestText, length_words
from ...listening.exports import session_csv, session_json
from ...listening.responses import AlreadyAnswered, Response
from ...listening.room import ListeningRoom, Void
from ...listening.sessions import Session, find_session, recent_sessions
from ...listening.stimuli.sentences import sentences
from ...listening.trials import Trial
from ...listening.voting import Gone, VoteRefused
from ...storage.files import write_whole
from ...text import LANGUAGES
from ...voices import VOICES, parse_formula
from ..shell.failures import speaks_plainly
from ..shell.takes import Takes
from .layout import OWN
from .messages import SessionResumed
from .trial_messages import (
    NONE,
    Message,
    quick_message,
    reveal,
    sound_url,
    test_words,
    training_told,
    trial_message,
    verdict_message,
)

_MOST_UNFINISHED = 5  # tests that are offered to go on with
_LEVEL_SENTENCE = "Put on headphones if you have some. Set the volume so that this is comfortable."


# Two side by side.


@speaks_plainly
def hear_both(
    room: ListeningRoom, first: str, second: str, text: str
) -> Iterator[tuple[Message, str]]:
    """Messages for the trial component, and '' for the session: nothing is kept."""
    pair = [voice_contestant(formula or "", engine=room.engine) for formula in (first, second)]
    yield {"kind": "waiting", "sentence": "Rendering A and B…", "done": 0, "of": 2}, ""
    try:
        trial = room.playback.quick(pair, text or "", _language(first))
    except StudioError:
        yield NONE, ""
        raise
    yield quick_message(trial, pair), ""


def another_sentence(first: str, text: str) -> str:
    """Another sentence of the studio's own, in the language of the first voice."""
    others = [said.text for said in sentences(_language(first)) if said.text != text]
    return random.choice(others)


def _language(formula: str) -> str:
    return parse_formula(formula or "").language


# A test of one's own.


def make_design(
    kind: str,
    kept: Sequence[Mapping[str, Any]],
    language: str,
    source: str,
    own_texts: str,
    question: str,
    trials: float,
    options: Sequence[str],
) -> TestDesign:
    """The test that the page's controls describe. `RequestError` for one that cannot be held."""
    contestants = tuple(Contestant.from_json(dict(one)) for one in kept)
    spoken = [one.text for one in contestants if one.text]
    if spoken:  # all contestants speak the text of the recording
        texts = tuple(TestText(text) for text in dict.fromkeys(spoken))
    elif source == OWN:
        texts = tuple(TestText(line) for line in _lines(own_texts))
    else:
        texts = tuple(TestText(said.text, said.id) for said in sentences(language))
    return TestDesign(
        kind,
        contestants,
        texts,
        language,
        int(trials or 0),
        (question or "").strip(),
        tie="tie" in options,
        strength="strength" in options,
        hide_text="hide_text" in options,
        training="training" in options,
    )


@speaks_plainly
def begin_test(room: ListeningRoom, listener: str, *request: Any) -> Iterator[tuple[Message, str]]:
    """Messages and the session's id: rendering, then setting the volume, then the first trial."""
    yield from _begin(room, listener, lambda: make_design(*request))


@speaks_plainly
def begin_arena(
    room: ListeningRoom, listener: str, language: str, own_texts: str
) -> Iterator[tuple[Message, str]]:
    yield from _begin(
        room, listener, lambda: arena_design(room.engine, language, own=_lines(own_texts))
    )


@speaks_plainly
def begin_again(
    room: ListeningRoom, listener: str, session_id: str
) -> Iterator[tuple[Message, str]]:
    """Begin a session of the same design as one that has ended."""
    yield from _begin(room, listener, lambda: find_session(session_id, listener).design)


def _begin(
    room: ListeningRoom, listener: str, make: Callable[[], TestDesign]
) -> Iterator[tuple[Message, str]]:
    """Begin a session. Also after an exception the page is sent a message, so it does not wait."""
    yield _waiting("The first trial is being prepared…", 0, 0), ""
    try:
        session = room.begin(make(), listener)
        for done, of in room.prepare(session):
            if of:
                yield _waiting(f"Rendering the first trials: {done} of {of}…", done, of), session.id
        first = room.next(session.id, listener)
        if session.design.kind == ARENA or not isinstance(first, Trial):
            message = _message(room, session, first)
        else:
            message = _levels(room, session.design)
    except Exception:
        yield NONE, ""
        raise
    yield message, session.id


def _levels(room: ListeningRoom, design: TestDesign) -> Message:
    """A sentence to set the volume by, which is not judged, and how long the test will be."""
    language = design.language
    voice = next(voice.id for voice in VOICES.values() if voice.language == language)
    said = sentences(language)[0].text
    trial = room.playback.quick([voice_contestant(voice, engine=room.engine)], said, language)
    url = sound_url(trial.token, trial.sides[0].label)
    length = length_words(design.kind, design.trials, design.training)
    return {"kind": "levels", "url": url, "sentence": f"{_LEVEL_SENTENCE} {length}"}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.strip() for line in (text or "").splitlines() if line.strip()))


def _waiting(sentence: str, done: int, of: int) -> Message:
    return {"kind": "waiting", "sentence": sentence, "done": done, "of": of}


# Trial by trial.


@speaks_plainly
def vote(
    room: ListeningRoom, listener: str, session_id: str, response: Response, address: str
) -> Message:
    """The message after a vote: the right answer, the names of the sides, or the next trial."""
    session = find_session(session_id, listener)
    try:
        trial = room.vote(listener, response, address)
    except AlreadyAnswered:  # in another tab: the vote counts once, and this tab goes on
        return _now(room, session)
    except Gone as gone:
        gr.Info(str(gone))
        return _now(room, session)
    except VoteRefused as refused:
        return {"kind": "refused", "token": response.trial, "sentence": str(refused)}
    if trial.part == "training":
        return training_told(session, trial, response)
    return reveal(session, trial) if session.design.kind == ARENA else _now(room, session)


@speaks_plainly
def go_on(room: ListeningRoom, listener: str, session_id: str) -> Message:
    """The next trial of a session, or its verdict."""
    return _now(room, find_session(session_id, listener))


@speaks_plainly
def resume(room: ListeningRoom, listener: str, resumed: SessionResumed) -> tuple[Message, str, str]:
    """The next trial of an unfinished session, its session, and the mode that shows it."""
    session = find_session(resumed.session, listener)
    mode = "arena" if session.design.kind == ARENA else "test"
    return _now(room, session), session.id, mode


@speaks_plainly
def unfinished(room: ListeningRoom, listener: str) -> Message:
    """The listener's unfinished tests with at least one answer, to resume."""
    tests = []
    for session in recent_sessions(listener) if listener else []:
        done = len(room.answered(session))
        if 0 < done < session.length:
            tests.append(_left(session, done))
    return {"tests": tests[:_MOST_UNFINISHED]}


def _left(session: Session, done: int) -> dict[str, str]:
    design = session.design
    arena = design.kind == ARENA
    what = "the arena" if arena else f"your {test_words(design.kind)}"
    counting = f"{max(done - session.practice, 0)} of {session.length - session.practice}"
    return {
        "session": session.id,
        "words": f"Go on with {what}: {counting} answered",
        "who": str(LANGUAGES[design.language])
        if arena
        else ", ".join(one.name for one in design.contestants),
    }


@speaks_plainly
def results(room: ListeningRoom, takes: Takes, listener: str, session_id: str) -> list[Any]:
    """Updates of the two download buttons: shown when every trial has its answer."""
    session = find_session(session_id, listener) if session_id else None
    if session is None or not room.over(session):
        return [gr.update(visible=False, value=None)] * 2
    votes = room.answered(session)
    stem = f"{session.design.kind}-{session.created:%Y-%m-%d-%H%M}"
    files = {"csv": session_csv(votes), "json": session_json(session, votes)}
    return [
        gr.update(visible=True, value=_write(takes, session.id, f"{stem}.{kind}", content))
        for kind, content in files.items()
    ]


def _write(takes: Takes, token: str, name: str, content: str) -> str:
    path: Path = takes.place(token, name)
    write_whole(path, content.encode())
    return str(path)


def _now(room: ListeningRoom, session: Session) -> Message:
    return _message(room, session, room.next(session.id, session.listener))


def _message(room: ListeningRoom, session: Session, trial: Trial | Void | None) -> Message:
    if trial is None:
        return verdict_message(session, room.answered(session), room.playback)
    if isinstance(trial, Void):
        return {"kind": "void", "sentence": trial.sentence}
    return trial_message(session, trial)

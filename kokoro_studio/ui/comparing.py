"""What the Compare tab does: from what was asked to trials, and from votes to what is told."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from ..errors import StudioError
from ..listening.anchor import anchor_contestant
from ..listening.arena import arena_setup, ticker
from ..listening.ballots import AlreadyCast, Ballot, answered
from ..listening.clips import clip_contestant
from ..listening.contestants import Contestant, voice_contestant
from ..listening.exports import session_csv, session_json
from ..listening.room import ListeningRoom, Refused, Void
from ..listening.sentences import sentences
from ..listening.sessions import Session, find_session, latest_session
from ..listening.setups import ARENA, Said, Setup
from ..listening.systems import systems
from ..listening.trials import Trial, known_contestants
from ..listening.verdicts import Plot, Row, Verdict, verdict
from ..text import LANGUAGES
from ..voices import parse_formula
from .failures import speaks_plainly
from .shelf import Shelf

Message = dict[str, Any]
NONE: Message = {"kind": "none"}
_ABX_QUESTION = "Which of the two is X?"
_MULTI_QUESTION = "How good is each of them?"
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
        trial = room.quick(pair, text or "", _language(first))
    except StudioError:
        yield NONE, ""
        raise
    yield _quick_message(trial, pair), ""


def another_sentence(first: str, text: str) -> str:
    """A sentence of ours in the first one's language, other than what stands there."""
    others = [said.text for said in sentences(_language(first)) if said.text != text]
    return random.choice(others)


def _language(formula: str) -> str:
    return parse_formula(formula or "").language


# A test of one's own.


def make_setup(
    kind: str,
    entrants: Sequence[Mapping[str, Any]],
    language: str,
    source: str,
    own_texts: str,
    question: str,
    trials: float,
    options: Sequence[str],
) -> Setup:
    """The test that the page's controls describe. `RequestError` for one that cannot be held."""
    contestants = tuple(Contestant.from_json(dict(one)) for one in entrants)
    spoken = [one.text for one in contestants if one.text]
    if spoken:  # a recording says one thing only, and all say the same
        texts = tuple(Said(text) for text in dict.fromkeys(spoken))
    elif source == "own":
        lines = dict.fromkeys(line.strip() for line in (own_texts or "").splitlines())
        texts = tuple(Said(line) for line in lines if line)
    else:
        texts = tuple(Said(said.text, said.id) for said in sentences(language))
    return Setup(
        kind,
        contestants,
        texts,
        language,
        int(trials),
        (question or "").strip(),
        tie="tie" in options,
        strength="strength" in options,
        hide_text="hide_text" in options,
        training="training" in options,
    )


@speaks_plainly
def begin_test(room: ListeningRoom, listener: str, *request: Any) -> Iterator[tuple[Message, str]]:
    """Messages and the session's id: rendering, then how loud it is, then the first trial."""
    yield from _begin(room, listener, make_setup(*request))


def _begin(room: ListeningRoom, listener: str, setup: Setup) -> Iterator[tuple[Message, str]]:
    yield _waiting("The trials are being drawn…", 0, 1), ""
    session = room.begin(setup, listener)
    for done, of in room.prepare(session):
        yield _waiting(f"Rendering {done} of {of}…", done, of), session.id
    first = room.next(session.id, listener)
    if setup.kind == ARENA or not isinstance(first, Trial):
        yield _message(room, session, first), session.id
    else:
        url = _url(first.token, first.sides[0].label)
        yield {"kind": "levels", "url": url, "sentence": _LEVEL_SENTENCE}, session.id


@speaks_plainly
def begin_arena(
    room: ListeningRoom, listener: str, language: str, own_texts: str
) -> Iterator[tuple[Message, str]]:
    lines = [line.strip() for line in (own_texts or "").splitlines() if line.strip()]
    yield from _begin(room, listener, arena_setup(room.engine, language, own=lines))


def _waiting(sentence: str, done: int, of: int) -> Message:
    return {"kind": "waiting", "sentence": sentence, "done": done, "of": of}


# Trial by trial.


@speaks_plainly
def vote(
    room: ListeningRoom, listener: str, session_id: str, event: gr.EventData, address: str
) -> Message:
    """What is shown after a vote: the answer, who they were, or the next trial at once."""
    session = find_session(session_id, listener)
    ballot = _ballot(event)
    try:
        told = room.vote(listener, ballot, address)
    except AlreadyCast:  # in another tab: it counts once, and this one goes on
        return _now(room, session)
    except Refused as refused:
        return {"kind": "refused", "token": ballot.trial, "sentence": str(refused)}
    if told.trial.part == "training":
        return _training_told(session, told.trial, ballot)
    if session.setup.kind == ARENA:
        return _reveal(session, told.trial)
    return _now(room, session)


@speaks_plainly
def go_on(room: ListeningRoom, listener: str, session_id: str) -> Message:
    """The next trial of a session, or its verdict."""
    return _now(room, find_session(session_id, listener))


@speaks_plainly
def begin_again(
    room: ListeningRoom, listener: str, session_id: str
) -> Iterator[tuple[Message, str]]:
    """Another session like the one that has ended."""
    setup = find_session(session_id, listener).setup
    yield from _begin(room, listener, setup)


@speaks_plainly
def resume(room: ListeningRoom, listener: str) -> tuple[Message, str, str]:
    """The trial that was left, its session, and the tab's mode that shows it."""
    session = latest_session(listener)
    if session is None:
        return NONE, "", "quick"
    mode = "arena" if session.setup.kind == ARENA else "test"
    return _now(room, session), session.id, mode


def unfinished(room: ListeningRoom, listener: str) -> Any:
    """The button that leads back to a test that was left, or none."""
    session = latest_session(listener) if listener else None
    done = len(room.answered(session)) if session else 0
    if session is None or not 0 < done < session.length:
        return gr.update(visible=False)
    what = "the arena" if session.setup.kind == ARENA else f"your {_short(session.setup.kind)}"
    return gr.update(visible=True, value=f"Go on with {what}: {done} of {session.length} answered")


def results(shelf: Shelf, listener: str, session_id: str, message: Message) -> list[Any]:
    """The two download buttons, awake once there is a verdict."""
    if not message or message.get("kind") != "verdict" or not session_id:
        return [gr.update(visible=False, value=None)] * 2
    session = find_session(session_id, listener)
    votes = answered(session=session.id)
    stem = f"{session.setup.kind}-{session.created:%Y-%m-%d-%H%M}"
    files = {"csv": session_csv(votes), "json": session_json(session, votes)}
    return [
        gr.update(visible=True, value=_write(shelf, session.id, f"{stem}.{kind}", content))
        for kind, content in files.items()
    ]


def _write(shelf: Shelf, token: str, name: str, content: str) -> str:
    path: Path = shelf.place(token, name)
    path.write_text(content, encoding="utf-8")
    return str(path)


def _now(room: ListeningRoom, session: Session) -> Message:
    return _message(room, session, room.next(session.id, session.listener))


def _message(room: ListeningRoom, session: Session, trial: Trial | Void | None) -> Message:
    if trial is None:
        return _verdict_message(session, room)
    if isinstance(trial, Void):
        return {"kind": "void", "sentence": trial.sentence}
    return _trial_message(session, trial)


def _ballot(event: gr.EventData) -> Ballot:
    """A vote as the browser sent it; whatever is not of the right form counts as nothing."""
    data = event._data if isinstance(event._data, dict) else {}
    choice = str(data.get("choice") or "")[:8].removeprefix("X=")
    return Ballot(
        str(data.get("token") or "")[:64],
        choice,
        strength=int(_number(data.get("strength"), 0, 3)),
        scores=_numbers(data.get("scores"), 100),
        heard_seconds=_numbers(data.get("heard_seconds"), 3600),
        plays={label: int(n) for label, n in _numbers(data.get("plays"), 10_000).items()},
    )


def _numbers(given: Any, most: float) -> dict[str, float]:
    pairs = given.items() if isinstance(given, dict) else ()
    return {str(label)[:2]: round(_number(n, 0, most), 2) for label, n in list(pairs)[:10]}


def _number(given: Any, least: float, most: float) -> float:
    fits = isinstance(given, (int, float)) and not isinstance(given, bool)
    return float(given) if fits and least <= given <= most else least


# What the page is told. Before a vote: labels, the text, and where the sound is.


def _trial_message(session: Session, trial: Trial) -> Message:
    setup = session.setup
    rated = [slot for slot in session.plan if slot.part == "training"]
    return {
        "kind": "trial",
        "token": trial.token,
        "session": session.id,
        "test": "ab" if setup.kind == ARENA else setup.kind,
        "title": "Arena" if setup.kind == ARENA else _title(setup.kind),
        "question": _question(setup),
        "number": trial.number - len(rated) if trial.part != "training" else trial.number,
        "of": session.length - len(rated) if trial.part != "training" else len(rated),
        "training": trial.part == "training",
        "sides": [
            {
                "label": side.label,
                "url": _url(trial.token, side.label),
                "unlock_seconds": side.unlock_seconds,
            }
            for side in trial.sides
        ],
        "text": trial.text,
        "language": LANGUAGES[trial.language].tag,
        "hide_text": setup.hide_text,
        "strength": setup.strength,
        "tie": setup.tie,
    }


def _quick_message(trial: Trial, pair: Sequence[Contestant]) -> Message:
    return {
        "kind": "trial",
        "token": trial.token,
        "session": "",
        "test": "quick",
        "title": "Quick A/B",
        "question": "",
        "number": 1,
        "of": 1,
        "training": False,
        "sides": [
            {
                "label": side.label,
                "url": _url(trial.token, side.label),
                "unlock_seconds": 0,
                "name": one.name,
                "color": colour_of(one),
            }
            for side, one in zip(trial.sides, pair, strict=True)
        ],
        "text": trial.text,
        "language": LANGUAGES[trial.language].tag,
        "hide_text": False,
        "strength": False,
        "tie": False,
    }


def _url(token: str, label: str) -> str:
    return f"listening/audio/{token}/{label}.wav"


def _question(setup: Setup) -> str:
    return {"abx": _ABX_QUESTION, "multi": _MULTI_QUESTION}.get(setup.kind, setup.question)


def _title(kind: str) -> str:
    words = _short(kind)
    return words[0].upper() + words[1:]


def _short(kind: str) -> str:
    return {"abx": "ABX test", "ab": "preference test", "multi": "scores"}[kind]


def _training_told(session: Session, trial: Trial, ballot: Ballot) -> Message:
    last = session.plan[trial.number].part != "training"
    told: Message = {
        "kind": "told", "token": trial.token, "text": trial.text, "number": trial.number,
        "of": session.length, "names": [], "last": False, "good": None,
        "sentence": "That is how it goes.",
    }  # fmt: skip
    if trial.kind == "abx":
        right = ballot.choice == trial.answer
        told["good"] = right
        told["sentence"] = f"{'Right' if right else 'Not this time'}: X was {trial.answer}."
    if last:
        told["sentence"] += " From here on it counts, and no answers are shown until the end."
    return told


def _reveal(session: Session, trial: Trial) -> Message:
    known = known_contestants(side.contestant for side in trial.sides)
    ratings = ticker(trial.language)
    return {
        "kind": "told",
        "token": trial.token,
        "good": None,
        "sentence": "Thank you. They were:",
        "names": [
            {
                "label": side.label,
                "name": known[side.contestant].name,
                "color": colour_of(known[side.contestant]),
                "rating": round(ratings[side.contestant]),
            }
            for side in trial.sides
        ],
        "text": trial.text,
        "number": trial.number,
        "of": session.length,
        "last": trial.number == session.length,
    }


def _verdict_message(session: Session, room: ListeningRoom) -> Message:
    found = verdict(session.setup, room.answered(session))
    return {"kind": "verdict", "table": None, **_shown(found)}


def _shown(found: Verdict) -> Message:
    known = known_contestants(
        row.contestant for plot in found.plots for row in plot.rows if row.contestant
    )
    return {
        "title": found.title,
        "headline": found.headline,
        "paragraphs": list(found.paragraphs),
        "plots": [_plot(plot, known) for plot in found.plots],
    }


def _plot(plot: Plot, known: Mapping[str, Contestant]) -> Message:
    return {
        "title": plot.title, "unit": plot.unit, "low": plot.low, "high": plot.high,
        "marks": [{"at": at, "label": label} for at, label in plot.marks],
        "rows": [_row(row, known) for row in plot.rows],
    }  # fmt: skip


def _row(row: Row, known: Mapping[str, Contestant]) -> Message:
    one = known.get(row.contestant)
    return {
        "label": row.label, "color": colour_of(one) if one else None, "at": row.at,
        "from": row.low, "to": row.high, "detail": row.detail,
    }  # fmt: skip


def colour_of(one: Contestant) -> str | None:
    """The colour of its language, as everywhere; None for what has none."""
    language = one.recipe.get("language") if one.kind in ("voice", "clip") else None
    return f"var(--ks-{language})" if language in LANGUAGES else None


# Who is compared.


@speaks_plainly
def add_voice(
    room: ListeningRoom, kept: list[Any], formula: str, speed: float, seed: float, precision: str
) -> tuple[list[Any], Message]:
    one = voice_contestant(
        formula or "", float(speed or 1), int(seed or 0), precision or None, engine=room.engine
    )
    return _with(kept, one)


def add_anchor(kept: list[Any]) -> tuple[list[Any], Message]:
    return _with(kept, anchor_contestant())


def add_system(kept: list[Any], system_id: str | None) -> tuple[list[Any], Message]:
    found = [one for one in systems() if one.id == system_id]
    return _with(kept, *found)


@speaks_plainly
def add_clip(kept: list[Any], path: str, text: str, language: str) -> tuple[list[Any], Message]:
    """A recording says one thing: the first line of one's own texts."""
    said = next((line.strip() for line in (text or "").splitlines() if line.strip()), "")
    one = clip_contestant(Path(path), Path(path).stem[:60], said, language)
    return _with(kept, one)


def remove_entrant(kept: list[Any], event: gr.EventData) -> tuple[list[Any], Message]:
    index = event._data.get("index") if isinstance(event._data, dict) else None
    rest = [one for at, one in enumerate(kept) if at != index]
    return rest, entrants_value(rest)


def _with(kept: list[Any], *others: Contestant) -> tuple[list[Any], Message]:
    known = {Contestant.from_json(one).id for one in kept}
    rows = kept + [one.to_json() for one in others if one.id not in known]
    return rows, entrants_value(rows)


def entrants_value(kept: Sequence[Any]) -> Message:
    found = [Contestant.from_json(one) for one in kept]
    return {
        "rows": [
            {"name": one.name, "detail": one.detail,
             "color": colour_of(one)}
            for one in found
        ]
    }  # fmt: skip

"""Messages to the trial component. Before a vote: only labels, the text, and sound addresses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...listening.arena import ticker
from ...listening.contestants.contestant import Contestant
from ...listening.designs import ARENA, TestDesign
from ...listening.findings import Plot, Row, Verdict
from ...listening.playback import Playback
from ...listening.responses import VOID, Answered, Response
from ...listening.sessions import Session
from ...listening.trials import Trial, known_contestants
from ...listening.verdicts import verdict
from ...text import LANGUAGES

Message = dict[str, Any]
NONE: Message = {"kind": "none"}
_MOST_WRONG = 20  # trials that are offered to hear again
_ABX_QUESTION = "Which of the two is X?"
_MULTI_QUESTION = "How good is each of them?"


def trial_message(session: Session, trial: Trial) -> Message:
    design = session.design
    training = trial.part == "training"
    return {
        "kind": "trial",
        "token": trial.token,
        "test": "ab" if design.kind == ARENA else design.kind,
        "title": "Arena" if design.kind == ARENA else _title(design.kind),
        "question": _question(design),
        "number": trial.number - (0 if training else session.practice),
        "of": session.practice if training else session.length - session.practice,
        "training": training,
        "sides": [
            {
                "label": side.label,
                "url": sound_url(trial.token, side.label),
                "unlock_seconds": side.unlock_seconds,
            }
            for side in trial.sides
        ],
        "text": trial.text,
        "language": LANGUAGES[trial.language].tag,
        "hide_text": design.hide_text,
        "strength": design.strength,
        "tie": design.tie,
    }


def quick_message(trial: Trial, pair: Sequence[Contestant]) -> Message:
    return {
        "kind": "trial",
        "token": trial.token,
        "test": "quick",
        "title": "Quick A/B",
        "question": "",
        "number": 1,
        "of": 1,
        "training": False,
        "sides": [
            {
                "label": side.label,
                "url": sound_url(trial.token, side.label),
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


def sound_url(token: str, label: str) -> str:
    return f"listening/audio/{token}/{label}.wav"


def _question(design: TestDesign) -> str:
    return {"abx": _ABX_QUESTION, "multi": _MULTI_QUESTION}.get(design.kind, design.question)


def _title(kind: str) -> str:
    words = test_words(kind)
    return words[0].upper() + words[1:]


def test_words(kind: str) -> str:
    return {"abx": "ABX test", "ab": "preference test", "multi": "scores"}[kind]


def training_told(session: Session, trial: Trial, response: Response) -> Message:
    last = session.plan[trial.number].part != "training"
    told: Message = {
        "kind": "told", "token": trial.token, "text": trial.text, "names": [], "last": False,
        "good": None,
        "sentence": "Thank you. This was practice and does not count.",
    }  # fmt: skip
    if trial.kind == "abx":
        right = response.choice == trial.answer
        told["good"] = right
        told["sentence"] = f"{'Right' if right else 'Not this time'}: X was {trial.answer}."
    if last:
        told["sentence"] += " From here on it counts, and no answers are shown until the end."
    return told


def reveal(session: Session, trial: Trial) -> Message:
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
                "rating": ratings.get(side.contestant),
            }
            for side in trial.sides
        ],
        "text": trial.text,
        "last": trial.number == session.length,
    }


def verdict_message(session: Session, votes: Sequence[Answered], playback: Playback) -> Message:
    found = verdict(session.design, votes)
    wrong = [vote for vote in votes if _is_wrong(vote)][:_MOST_WRONG]
    return {
        "kind": "verdict",
        **_shown(found),
        "wrong": [_heard_again(session, vote, playback) for vote in wrong],
    }


def _is_wrong(vote: Answered) -> bool:
    """Whether it is a wrong answer to an ABX trial that counts."""
    trial, choice = vote.trial, vote.response.choice
    return trial.part == "rated" and bool(trial.answer) and choice not in (VOID, trial.answer)


def _heard_again(session: Session, vote: Answered, playback: Playback) -> Message:
    trial = playback.replay(vote.trial)
    names = known_contestants(side.contestant for side in trial.sides)
    return {
        "title": f"Trial {trial.number - session.practice}: X was {trial.answer}",
        "text": trial.text,
        "sides": [
            {
                "label": side.label,
                "url": sound_url(trial.token, side.label),
                "name": names[side.contestant].name,
            }
            for side in trial.sides
        ],
    }


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
    """The colour of the contestant's language; None for a contestant without one."""
    language = one.recipe.get("language") if one.kind in ("voice", "clip") else None
    return f"var(--ks-{language})" if language in LANGUAGES else None

"""Results as files: CSV for spreadsheets, JSON with all that the results can be computed from."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from ..version import __version__
from .contestants.contestant import Contestant
from .responses import Answered
from .sessions import Session
from .stimuli.stimulus import manifests
from .trials import known_contestants
from .verdicts import verdict

FORMAT = "kokoro-studio-listening/1"
_LABELS = "ABCDEFGHX"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")  # that spreadsheets take for a formula


def session_csv(votes: Sequence[Answered]) -> str:
    """A line for each trial, in the order of the votes."""
    known = known_contestants(_ids(votes))
    labels = [label for label in _LABELS if any(label in _labels(vote) for vote in votes)]
    columns = [
        "trial", "part", "kind", "language", "sentence", "text",
        *(f"side_{label}" for label in labels), "answer", "choice", "chosen", "strength",
        *(f"score_{label}" for label in labels), *(f"heard_seconds_{label}" for label in labels),
        *(f"gain_db_{label}" for label in labels), "issued", "cast", "listener", "reason",
    ]  # fmt: skip
    page = io.StringIO()
    writer = csv.DictWriter(page, columns, lineterminator="\n")
    writer.writeheader()
    for vote in votes:
        writer.writerow({key: _plain(value) for key, value in _line(vote, known).items()})
    return page.getvalue()


def session_json(session: Session, votes: Sequence[Answered]) -> str:
    """A test with its design, contestants, trials, responses, stimuli and verdict."""
    return _dump(
        votes,
        session={
            "id": session.id,
            "created": session.created,
            "setup": session.design.to_json(),
            "verdict": verdict(session.design, votes).to_json(),
        },
    )


def votes_json(votes: Sequence[Answered], **about: Any) -> str:
    """Responses of many listeners, under pseudonyms, with their trials and contestants."""
    return _dump(votes, **about)


def _dump(votes: Sequence[Answered], **about: Any) -> str:
    stimuli = {side.stimulus for vote in votes for side in vote.trial.sides}
    return json.dumps(
        {
            "format": FORMAT,
            "studio": __version__,
            **about,
            "contestants": {
                one: contestant.to_json()
                for one, contestant in known_contestants(_ids(votes)).items()
            },
            "trials": [_trial(vote) for vote in votes],
            "stimuli": manifests(stimuli),
        },
        ensure_ascii=False,
        indent=2,
        default=_iso,
    )


def _trial(vote: Answered) -> dict[str, Any]:
    """A trial without its token and address, which must not be published."""
    trial, response = asdict(vote.trial), asdict(vote.response)
    for secret in ("token", "session", "expires"):
        del trial[secret]
    for secret in ("trial", "address"):
        del response[secret]
    return trial | {"ballot": response}


def _line(vote: Answered, known: dict[str, Contestant]) -> dict[str, Any]:
    trial, response = vote.trial, vote.response
    line: dict[str, Any] = {
        "trial": trial.number, "part": trial.part, "kind": trial.kind, "language": trial.language,
        "sentence": trial.sentence, "text": trial.text, "answer": trial.answer,
        "choice": response.choice, "strength": response.strength or "",
        "chosen": known[vote.winner].name if vote.winner in known else "",
        "issued": _iso(trial.issued), "cast": _iso(response.cast), "listener": trial.listener,
        "reason": response.reason,
    }  # fmt: skip
    for side in trial.sides:
        contestant = known.get(side.contestant)
        line[f"side_{side.label}"] = contestant.name if contestant else side.contestant
        line[f"score_{side.label}"] = response.scores.get(side.label, "")
        line[f"heard_seconds_{side.label}"] = response.heard_seconds.get(side.label, "")
        line[f"gain_db_{side.label}"] = round(side.gain_db, 2)
    return line


def _plain(value: Any) -> Any:
    """The text in a form that no spreadsheet takes for a formula."""
    risky = isinstance(value, str) and value.startswith(_FORMULA_STARTS)
    return f"'{value}" if risky else value


def _ids(votes: Iterable[Answered]) -> set[str]:
    return {side.contestant for vote in votes for side in vote.trial.sides}


def _labels(vote: Answered) -> set[str]:
    return {side.label for side in vote.trial.sides}


def _iso(value: Any) -> str:
    if isinstance(value, datetime):
        return f"{value.isoformat(timespec='milliseconds')}Z"
    raise TypeError(f"{value!r} cannot be written as JSON")

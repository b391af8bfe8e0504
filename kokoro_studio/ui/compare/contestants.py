"""The contestants of a blind test: adding, removing, and the list that shows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ...errors import RequestError
from ...listening.contestants.anchor import anchor_contestant
from ...listening.contestants.clips import clip_contestant
from ...listening.contestants.contestant import Contestant
from ...listening.contestants.systems import systems
from ...listening.contestants.voices import voice_contestant
from ...listening.designs import check_text
from ...listening.room import ListeningRoom
from ..shell.failures import speaks_plainly
from .messages import ContestantRemoved
from .trial_messages import Message, colour_of


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


@speaks_plainly
def add_system(kept: list[Any], system_id: str | None) -> tuple[list[Any], Message]:
    found = [one for one in systems() if one.id == system_id]
    return _with(kept, *found)


@speaks_plainly
def add_recording(
    kept: list[Any], path: str | None, said: str, language: str
) -> tuple[list[Any], Message, str, None]:
    """Add a recording; returns the contestants, and the empty values of its form."""
    text = " ".join((said or "").split())
    if not path:
        raise RequestError("There is no recording yet; choose an audio file first.")
    if not text:
        raise RequestError("Write what the recording says, word for word: the voices say it too.")
    check_text(text)
    one = clip_contestant(Path(path), Path(path).stem[:60], text, language)
    return (*_with(kept, one), "", None)


def remove_contestant(kept: list[Any], removed: ContestantRemoved) -> tuple[list[Any], Message]:
    rest = [one for at, one in enumerate(kept) if at != removed.index]
    return rest, contestants_value(rest)


def _with(kept: list[Any], *others: Contestant) -> tuple[list[Any], Message]:
    known = {Contestant.from_json(one).id for one in kept}
    rows = kept + [one.to_json() for one in others if one.id not in known]
    return rows, contestants_value(rows)


def contestants_value(kept: Sequence[Any]) -> Message:
    found = [Contestant.from_json(one) for one in kept]
    return {
        "rows": [
            {"name": one.name, "detail": _detail(one), "color": colour_of(one)} for one in found
        ]
    }


def _detail(one: Contestant) -> str:
    return f"{one.detail} of “{one.text}”" if one.text else one.detail

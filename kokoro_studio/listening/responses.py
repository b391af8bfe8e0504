"""Responses: what was answered, kept append-only beside the trials; nothing is ever changed.

A trial has one response: the database refuses a second, whichever tab or process brings it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from ..errors import RequestError
from ..storage.database import metadata, reading, store_exists, utc_now, writing
from .trials import Trial, trial_of, trial_table

VOID = "void"


@dataclass(frozen=True)
class Response:
    """An answer. `choice`: a side's label, `tie`, '' where scores say all, or `void`."""

    trial: str  # token
    choice: str
    strength: int = 0  # 1 slightly, 2 clearly, 3 much; 0 not asked
    scores: Mapping[str, float] = field(default_factory=dict)  # by label, 0 to 100
    heard_seconds: Mapping[str, float] = field(default_factory=dict)  # by label
    plays: Mapping[str, int] = field(default_factory=dict)
    reason: str = ""  # of a void trial
    address: str = ""  # a hash of where it came from
    cast: datetime = field(default_factory=utc_now)


@dataclass(frozen=True)
class Answered:
    trial: Trial
    response: Response

    @property
    def winner(self) -> str:
        """The contestant that was chosen; '' for none."""
        labels = {side.label for side in self.trial.sides}
        chosen = self.response.choice
        return self.trial.side(chosen).contestant if chosen in labels else ""


_table = sa.Table(
    "ballots",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("trial", sa.ForeignKey("trials.token"), nullable=False, unique=True),
    sa.Column("choice", sa.String(8), nullable=False),
    sa.Column("strength", sa.Integer, nullable=False),
    sa.Column("scores", sa.JSON, nullable=False),
    sa.Column("heard_seconds", sa.JSON, nullable=False),
    sa.Column("plays", sa.JSON, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("address", sa.String(16), nullable=False),
    sa.Column("cast", sa.DateTime, nullable=False),
)


class AlreadyAnswered(RequestError):
    """The trial has its response."""


def cast(response: Response) -> None:
    """Keep a response; `AlreadyAnswered` if its trial has one."""
    try:
        with writing() as connection:
            connection.execute(_table.insert().values(**asdict(response)))
    except sa.exc.IntegrityError as error:
        raise AlreadyAnswered(
            "This trial has its answer already; go on to the next one."
        ) from error


def count_responses() -> int:
    if not store_exists():
        return 0
    with reading() as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(_table)) or 0


def answered(
    session: str | None = None, kind: str | None = None, listener: str | None = None
) -> list[Answered]:
    """Trials with their responses in the order they were cast; all that match."""
    if not store_exists():
        return []
    query = sa.select(trial_table, *_ours()).join(_table, _table.c.trial == trial_table.c.token)
    wanted = {"session": session, "kind": kind, "listener": listener}
    for name, value in wanted.items():
        if value is not None:
            query = query.where(trial_table.c[name] == value)
    with reading() as connection:
        rows = connection.execute(query.order_by(_table.c.key)).all()
    return [Answered(trial_of(row), _response(row)) for row in rows]


def _ours() -> list[Any]:
    return [column for column in _table.c if column.name != "key"]


def _response(row: Any) -> Response:
    return Response(**{column.name: getattr(row, column.name) for column in _ours()})

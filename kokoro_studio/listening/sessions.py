"""Sittings of one listener: a test with its plan, or a stretch of the arena."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from ..errors import RequestError
from ..storage.database import metadata, reading, store_exists, utc_now, writing
from .designs import TestDesign
from .plans import TrialPlan
from .trials import known_contestants

RESUMED_WITHIN = timedelta(hours=24)
_MOST_RECENT = 20  # sessions that are looked at for unfinished ones

_table = sa.Table(
    "sessions",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("listener", sa.String(64), nullable=False, index=True),
    sa.Column("setup", sa.JSON, nullable=False),
    sa.Column("plan", sa.JSON, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
)


@dataclass(frozen=True)
class Session:
    listener: str
    design: TestDesign
    plan: tuple[TrialPlan, ...]  # of the arena: nothing, its pairs are chosen as it goes
    id: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    created: datetime = field(default_factory=utc_now)

    @property
    def length(self) -> int:
        return len(self.plan) or self.design.trials

    @property
    def practice(self) -> int:
        """How many of its trials, the first ones, are for practice."""
        return sum(planned.part == "training" for planned in self.plan)


def open_session(listener: str, design: TestDesign, plan: Sequence[TrialPlan] = ()) -> Session:
    session = Session(listener, design, tuple(plan))
    row = {
        "id": session.id, "listener": listener, "setup": design.to_json(),
        "plan": [asdict(planned) for planned in plan], "created": session.created,
    }  # fmt: skip
    with writing() as connection:
        connection.execute(_table.insert().values(**row))
    return session


def find_session(session_id: str, listener: str) -> Session:
    """A listener's own session; `RequestError` for any other."""
    query = sa.select(_table).where(_table.c.id == session_id, _table.c.listener == listener)
    for row in _rows(query):
        return _session(row)
    raise RequestError("This listening test is not known here any more; begin a new one.")


def recent_sessions(listener: str) -> list[Session]:
    """The listener's sessions of the last day, newest first; each may be unfinished."""
    query = (
        sa.select(_table)
        .where(_table.c.listener == listener, _table.c.created > utc_now() - RESUMED_WITHIN)
        .order_by(_table.c.created.desc())
        .limit(_MOST_RECENT)
    )
    return [_session(row) for row in _rows(query)]


def _rows(query: sa.Select[Any]) -> Sequence[Any]:
    if not store_exists():
        return []
    with reading() as connection:
        return connection.execute(query).all()


def _session(row: Any) -> Session:
    known = known_contestants(row.setup["contestants"])
    plan = tuple(
        TrialPlan(**{**planned, "contestants": tuple(planned["contestants"])})
        for planned in row.plan
    )
    return Session(row.listener, TestDesign.from_json(row.setup, known), plan, row.id, row.created)

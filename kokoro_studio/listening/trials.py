"""Trials: what a listener is asked, under a token that is good for one vote.

Who the sides are is kept in the database alone; a page is given labels and the token.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from ..storage.database import metadata, reading, store_exists, utc_now, writing
from .contestants.contestant import Contestant

GOOD_FOR = timedelta(minutes=30)
FULL_PLAY_SECONDS = 3.0  # of a side must be heard, or all of it when it is shorter
PARTS = {
    "training": "to get used to the test; never counted",
    "rated": "counted",
    "catch": "to see whether the listener listens; never counted",
    "repeat": "a trial for the second time, to see how steady the listener is",
}


@dataclass(frozen=True)
class Side:
    """The sound behind one button of a trial."""

    label: str  # A, B, X; A, B, C, … of several
    contestant: str  # id
    stimulus: str  # id
    sha256: str  # of its sound: another system may say the same text in another way later
    gain_db: float  # that brings it to the loudness of the others
    seed: int  # of its dither: equal sides are never equal files
    unlock_seconds: float  # to be heard before a vote


@dataclass(frozen=True)
class Trial:
    """One question to one listener. It never changes; its vote stands beside it."""

    session: str
    listener: str
    kind: str  # a key of `designs.TESTS`, or arena
    part: str  # a key of PARTS
    number: int  # of the session, from 1
    sides: tuple[Side, ...]
    text: str
    language: str
    answer: str = ""  # ABX: the label that X is
    sentence: str = ""  # id of a sentence of ours; '' for a text of the listener's
    probability: float = 1.0  # that this pair was chosen
    token: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    issued: datetime = field(default_factory=lambda: utc_now())
    expires: datetime = field(default_factory=lambda: utc_now() + GOOD_FOR)

    def side(self, label: str) -> Side:
        return next(side for side in self.sides if side.label == label)

    def contestants(self, *labels: str) -> tuple[str, ...]:
        return tuple(self.side(label).contestant for label in labels)

    @property
    def expired(self) -> bool:
        return utc_now() > self.expires


_contestants = sa.Table(
    "contestants",
    metadata,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("recipe", sa.JSON, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
)
trial_table = sa.Table(
    "trials",
    metadata,
    sa.Column("token", sa.String(32), primary_key=True),
    sa.Column("session", sa.String(32), nullable=False, index=True),
    sa.Column("listener", sa.String(64), nullable=False, index=True),
    sa.Column("kind", sa.String(8), nullable=False, index=True),
    sa.Column("part", sa.String(8), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("sides", sa.JSON, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(1), nullable=False),
    sa.Column("answer", sa.String(2), nullable=False),
    sa.Column("sentence", sa.String(40), nullable=False),
    sa.Column("probability", sa.Float, nullable=False),
    sa.Column("issued", sa.DateTime, nullable=False),
    sa.Column("expires", sa.DateTime, nullable=False),
)


def keep_contestants(contestants: Iterable[Contestant]) -> None:
    """Remember who they are, once each, so that every vote can be read later."""
    with writing() as connection:
        for contestant in contestants:
            known = sa.exists(sa.select(_contestants).where(_contestants.c.id == contestant.id))
            row = {
                "id": contestant.id, "kind": contestant.kind, "name": contestant.name,
                "recipe": dict(contestant.recipe), "created": utc_now(),
            }  # fmt: skip
            values = [sa.literal(row[c.name], c.type) for c in _contestants.c]
            statement = sa.select(*values).where(~known)
            connection.execute(_contestants.insert().from_select(list(row), statement))


def known_contestants(ids: Iterable[str] | None = None) -> dict[str, Contestant]:
    """Those that were ever compared here, by id."""
    if not store_exists():
        return {}
    query = sa.select(_contestants)
    if ids is not None:
        query = query.where(_contestants.c.id.in_(list(ids)))
    with reading() as connection:
        rows = connection.execute(query).all()
    return {row.id: Contestant(row.kind, row.name, row.recipe) for row in rows}


def issue(trial: Trial) -> Trial:
    """Keep a trial before anyone hears of it."""
    row = asdict(trial) | {"sides": [asdict(side) for side in trial.sides]}
    with writing() as connection:
        connection.execute(trial_table.insert().values(**row))
    return trial


def find_trial(token: str) -> Trial | None:
    if not store_exists():
        return None
    with reading() as connection:
        row = connection.execute(sa.select(trial_table).where(trial_table.c.token == token)).first()
    return trial_of(row) if row else None


def latest_of(session: str, number: int) -> Trial | None:
    """The trial that was last issued with that number in a session."""
    if not store_exists():
        return None
    query = sa.select(trial_table).where(
        trial_table.c.session == session, trial_table.c.number == number
    )
    with reading() as connection:
        row = connection.execute(query.order_by(trial_table.c.issued.desc())).first()
    return trial_of(row) if row else None


def handed_out(listener: str, kind: str) -> list[Trial]:
    """Every trial of a kind that a listener was given, answered or not."""
    if not store_exists():
        return []
    query = sa.select(trial_table).where(
        trial_table.c.listener == listener, trial_table.c.kind == kind
    )
    with reading() as connection:
        return [trial_of(row) for row in connection.execute(query)]


def trial_of(row: Any) -> Trial:
    values: Mapping[str, Any] = {column.name: getattr(row, column.name) for column in trial_table.c}
    return Trial(**{**values, "sides": tuple(Side(**side) for side in values["sides"])})


def again(trial: Trial) -> Trial:
    """The same question under a new token, when the old one has expired."""
    return replace(
        trial, token=secrets.token_urlsafe(18), issued=utc_now(), expires=utc_now() + GOOD_FOR
    )

"""Step 1: own voices and blind tests, as studios before there were steps made them.

Such a studio may have made some of the tables only, so this step makes those that are missing.
"""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.schema import CreateIndex, CreateTable

_tables = sa.MetaData()

sa.Table(
    "voices",
    _tables,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(64), nullable=False),
    sa.Column("live_id", sa.String(64), unique=True),
    sa.Column("name", sa.String(40), nullable=False),
    sa.Column("language", sa.String(1), nullable=False),
    sa.Column("gender", sa.String(8), nullable=False),
    sa.Column("traits", sa.String(200), nullable=False),
    sa.Column("licence", sa.String(200), nullable=False),
    sa.Column("formula", sa.Text, nullable=False),
    sa.Column("parents", sa.JSON, nullable=False),
    sa.Column("source", sa.String(8), nullable=False),
    sa.Column("notes", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("pack", sa.LargeBinary, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
    sa.Column("changed", sa.DateTime, nullable=False),
    sa.Column("deleted", sa.DateTime),
)
sa.Table(
    "contestants",
    _tables,
    sa.Column("id", sa.String(16), primary_key=True),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("recipe", sa.JSON, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
)
sa.Table(
    "stimuli",
    _tables,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(16), nullable=False, index=True),
    sa.Column("contestant", sa.String(16), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(1), nullable=False),
    sa.Column("seed", sa.BigInteger, nullable=False),
    sa.Column("rate", sa.Integer, nullable=False),
    sa.Column("seconds", sa.Float, nullable=False),
    sa.Column("lufs", sa.Float, nullable=False),
    sa.Column("method", sa.String(40), nullable=False),
    sa.Column("true_peak_dbtp", sa.Float, nullable=False),
    sa.Column("ungated_lufs", sa.Float, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("manifest", sa.JSON, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
    sa.UniqueConstraint("id", "sha256"),
)
sa.Table(
    "sessions",
    _tables,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("listener", sa.String(64), nullable=False, index=True),
    sa.Column("setup", sa.JSON, nullable=False),
    sa.Column("plan", sa.JSON, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
)
sa.Table(
    "trials",
    _tables,
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
sa.Table(
    "ballots",
    _tables,
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
sa.Table(
    "listening_secret",
    _tables,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("value", sa.String(64), nullable=False),
)


def apply(connection: sa.Connection) -> None:
    for table in _tables.sorted_tables:
        connection.execute(CreateTable(table, if_not_exists=True))
        for index in table.indexes:
            connection.execute(CreateIndex(index, if_not_exists=True))


def are_made(connection: sa.Connection) -> bool:
    """Whether all tables and indexes are there."""
    found = sa.inspect(connection)
    return all(found.has_table(name) for name in _tables.tables) and all(
        {index.name for index in table.indexes}
        <= {index["name"] for index in found.get_indexes(table.name)}
        for table in _tables.tables.values()
        if table.indexes
    )

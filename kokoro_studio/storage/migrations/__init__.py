"""The tables of the database, made and changed in numbered steps.

A step is a module `mNNNN_what` with `apply(connection)`. It declares the tables that it makes
itself and imports nothing of the studio, so it does the same in every later release. To change a
table, add a step to the end of `MIGRATIONS` and change the declaration beside the code that uses
the table; a test compares the two. A step that was released is never changed.

The number of the last step is kept in the table `studio`, in its column `schema`.
"""

from __future__ import annotations

from collections.abc import Callable

import sqlalchemy as sa
from sqlalchemy.schema import CreateTable

from . import m0001_first_tables

Migration = Callable[[sa.Connection], None]

MIGRATIONS: tuple[Migration, ...] = (m0001_first_tables.apply,)
_schema = sa.Table("studio", sa.MetaData(), sa.Column("schema", sa.Integer, nullable=False))
_number = sa.select(sa.func.max(_schema.c.schema))


class NewerSchema(Exception):
    """The database was written by a studio that knows more steps than this one."""


def migrate(engine: sa.Engine, read_only: bool = False) -> None:
    """Bring a database to the last step, in one transaction; `NewerSchema` if it is beyond that.

    Looks first: only a database that lacks a step is written to, because others may hold the write
    lock for long. Several processes may start at once.
    """
    with engine.connect() as connection:
        complete = not _missing(connection)
    if complete or read_only:
        return
    unnumbered = sa.select(sa.literal(0)).where(~sa.exists(sa.select(_schema)))
    with engine.begin() as connection:
        connection.execute(CreateTable(_schema, if_not_exists=True))
        connection.execute(_schema.insert().from_select(["schema"], unnumbered))
        # Changes nothing, but waits for another process that is migrating and keeps others out.
        connection.execute(_schema.update().values(schema=_schema.c.schema))
        for apply in _missing(connection):
            apply(connection)
        connection.execute(_schema.update().values(schema=len(MIGRATIONS)))


def _missing(connection: sa.Connection) -> tuple[Migration, ...]:
    """The steps that the database has not had."""
    if not sa.inspect(connection).has_table(_schema.name):
        return MIGRATIONS
    had = connection.scalar(_number) or 0
    if had > len(MIGRATIONS):
        raise NewerSchema(
            f"written by a newer Kokoro Studio, schema {had}; "
            f"this one reads up to {len(MIGRATIONS)}"
        )
    # Studios before there were steps wrote schema 1 and then made tables one by one, when needed.
    if had == 1 and not m0001_first_tables.are_made(connection):
        had = 0
    return MIGRATIONS[had:]

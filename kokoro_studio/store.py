"""The database: SQLite in the data folder, or any other by KOKORO_DATABASE.

Tables are declared where they are used, on `metadata`; they are made at first use.
"""

from __future__ import annotations

import os
import sqlite3
import time
from functools import lru_cache

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from .disk import data_folder
from .errors import RequestError

metadata = sa.MetaData()
SCHEMA = 1  # raised when a table changes in a way an older studio cannot read
_schema = sa.Table("studio", metadata, sa.Column("schema", sa.Integer, nullable=False))
_WAIT_MILLISECONDS = 10_000  # for another process that is writing


def database_url() -> sa.URL:
    """KOKORO_DATABASE, a SQLAlchemy URL, else `studio.db` in the data folder."""
    if not (chosen := os.environ.get("KOKORO_DATABASE")):
        return sa.URL.create("sqlite", database=str(data_folder() / "studio.db"))
    try:
        return make_url(chosen)
    except sa.exc.ArgumentError as error:
        raise RequestError(
            "KOKORO_DATABASE is not a database URL; write for example sqlite:////data/studio.db."
        ) from error


def store_exists() -> bool:
    """False while nothing was ever kept: reading must not make files."""
    url = database_url()
    return url.get_backend_name() != "sqlite" or os.path.exists(url.database or "")


def open_store() -> sa.Engine:
    """The database of this process, with its tables; `RequestError` if it cannot be had."""
    return _open(os.getpid(), database_url())


@lru_cache(maxsize=8)
def _open(_process: int, url: sa.URL) -> sa.Engine:
    try:
        if url.get_backend_name() == "sqlite" and url.database:
            os.makedirs(os.path.dirname(os.path.abspath(url.database)), exist_ok=True)
        engine = sa.create_engine(url)
        if url.get_backend_name() == "sqlite":
            sa.event.listen(engine, "connect", _prepare_sqlite)
        _make_tables(engine)
        _check_schema(engine)
    except (OSError, ImportError, sa.exc.SQLAlchemyError) as error:
        reason = str(getattr(error, "orig", None) or error).splitlines()[0]
        raise RequestError(
            f"The studio's data cannot be kept in {url.render_as_string()} ({reason}); "
            "set KOKORO_DATA to a folder that can be written."
        ) from error
    return engine


def _prepare_sqlite(connection: sa.engine.interfaces.DBAPIConnection, _record: object) -> None:
    """Readers beside one writer, patient with other processes, safe when killed."""
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={_WAIT_MILLISECONDS}", "synchronous=NORMAL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    _share(cursor)
    cursor.close()


def _share(cursor: sa.engine.interfaces.DBAPICursor) -> None:
    """To the write-ahead log, for good; another process at it is waited for.

    SQLite itself does not wait here, whatever its busy timeout.
    """
    patience = time.monotonic() + _WAIT_MILLISECONDS / 1000
    while True:
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > patience:
                raise
            time.sleep(0.01)


def _make_tables(engine: sa.Engine) -> None:
    """Each statement holds its own condition: several processes may start at once."""
    unwritten = sa.select(sa.literal(SCHEMA)).where(~sa.exists(sa.select(_schema)))
    with engine.begin() as connection:
        for table in metadata.sorted_tables:
            connection.execute(sa.schema.CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                connection.execute(sa.schema.CreateIndex(index, if_not_exists=True))
        connection.execute(_schema.insert().from_select(["schema"], unwritten))


def _check_schema(engine: sa.Engine) -> None:
    with engine.connect() as connection:
        found = connection.scalar(sa.select(sa.func.max(_schema.c.schema))) or SCHEMA
    if found > SCHEMA:
        raise RequestError(
            f"The studio's data was written by a newer Kokoro Studio (schema {found}, this one "
            f"reads up to {SCHEMA}); update the studio, or set KOKORO_DATA to another folder."
        )

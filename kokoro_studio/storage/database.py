"""The database: SQLite in the data folder, or any other by KOKORO_DATABASE.

Tables are declared on `metadata` by the modules that use them. When the database is opened,
`migrations` makes all of them, whichever modules were imported. A database that cannot be used is
left as it is: `reading` and `writing` raise one sentence that says what is wrong.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timezone
from functools import lru_cache
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.engine import make_url

from ..errors import RequestError
from ..settings import Settings
from .files import data_folder
from .migrations import NewerSchema, migrate

metadata = sa.MetaData()
_WAIT_MILLISECONDS = 10_000  # for another process that is writing
_CREATION_SECONDS = 2.0  # an empty file younger than this is another process's new database
_CHECKED_BYTES = 128 * 2**20  # a larger database is not read through when it is opened
_withheld: list[str] = []  # why nothing may be read or kept yet, see `withhold_store`

# What SQLite says -> what to do about it. The first that is found in the message counts.
_REMEDIES = (
    *(
        (damage, "it is left as it is: put a copy in its place, or move it away to begin anew")
        for damage in ("malformed", "not a database", "empty", "folder", "no such")
    ),
    ("newer Kokoro Studio", "update the studio, or set KOKORO_DATA to another folder"),
    ("full", "make room on that disk and try again"),
    ("locked", "another program is writing to it; try again in a moment"),
    ("", "set KOKORO_DATA to a folder that can be written"),
)


def database_url() -> sa.URL:
    """KOKORO_DATABASE, a SQLAlchemy URL, else `studio.db` in the data folder."""
    if not (chosen := Settings.from_environment().database):
        return sa.URL.create("sqlite", database=str(data_folder() / "studio.db"))
    try:
        return make_url(chosen)
    except sa.exc.ArgumentError as error:
        raise RequestError(
            "KOKORO_DATABASE is not a database URL; write for example sqlite:////data/studio.db."
        ) from error


def utc_now() -> datetime:
    """The time as the database keeps it: in UTC, without saying so."""
    return datetime.now(timezone.utc).replace(tzinfo=None)


def store_exists() -> bool:
    """False while nothing was ever kept: reading must not make files."""
    url = database_url()
    return (
        bool(_withheld)  # there may be one, elsewhere
        or url.get_backend_name() != "sqlite"
        or os.path.exists(url.database or "")
    )


def withhold_store(reason: str) -> None:
    """Let nothing be read or kept until `release_store`; `reason` is the sentence that says why."""
    _withheld[:] = [reason]


def release_store() -> None:
    _withheld.clear()


@contextmanager
def reading() -> Iterator[sa.Connection]:
    """A connection to read with; `RequestError` if the database cannot be read."""
    with _explained(), open_store().connect() as connection:
        yield connection


@contextmanager
def writing() -> Iterator[sa.Connection]:
    """A transaction, kept when the block ends; `RequestError` if the database cannot keep it.

    An `IntegrityError` passes: it is about what is written, and its caller knows what that means.
    """
    with _explained(), open_store().begin() as connection:
        yield connection


def open_store() -> sa.Engine:
    """The database of this process, with its tables; `RequestError` if it cannot be had."""
    if _withheld:
        raise RequestError(_withheld[0])
    return _open(os.getpid(), database_url())


@lru_cache(maxsize=8)
def _open(_process: int, url: sa.URL) -> sa.Engine:
    with _explained():
        engine = _sqlite(url) if url.get_backend_name() == "sqlite" else sa.create_engine(url)
        try:
            migrate(engine, read_only=_is_read_only(engine))
        except BaseException:
            engine.dispose()
            raise
    return engine


@contextmanager
def _explained() -> Iterator[None]:
    """What goes wrong with the database, as one sentence."""
    try:
        yield
    except sa.exc.IntegrityError:
        raise
    except (OSError, ImportError, sqlite3.Error, sa.exc.SQLAlchemyError, NewerSchema) as error:
        reason = getattr(error, "strerror", None) or getattr(error, "orig", None) or error
        raise _refusal(str(reason).splitlines()[0]) from error


def _refusal(reason: str) -> RequestError:
    where = database_url().render_as_string()
    remedy = next(words for sign, words in _REMEDIES if sign in reason)
    return RequestError(f"The studio's data in {where} cannot be used ({reason}); {remedy}.")


def _sqlite(url: sa.URL) -> sa.Engine:
    """An engine for a SQLite file, which is made if it is not there and only read if it must be."""
    path = Path(url.database or "").absolute()
    if not url.database or url.query:
        return _prepared(sa.create_engine(url))
    path.parent.mkdir(parents=True, exist_ok=True)
    check_database(path)
    if path.exists() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        return _read_only_engine(path)
    return _prepared(sa.create_engine(url))


def check_database(path: Path) -> None:
    """`RequestError` for a file that SQLite would overwrite, or would damage further."""
    with _explained():
        if path.is_dir():
            raise _refusal("there is a folder of that name")
        while path.is_file() and (found := path.stat()).st_size == 0:
            if time.time() - found.st_mtime > _CREATION_SECONDS:
                raise _refusal("the file is empty")
            time.sleep(0.01)
        if not path.exists() or path.stat().st_size > _CHECKED_BYTES:
            return
        with closing(_read_connection(path)) as connection:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise _refusal(f"database disk image is malformed: {verdict.splitlines()[-1][:80]}")


def _read_connection(path: Path) -> sqlite3.Connection:
    """To a file that must not be changed.

    A database in write-ahead mode needs files beside it even to be read. Where they can neither be
    found nor made, nobody else can be writing here, and SQLite is told that nothing changes.
    """
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError:
        connection.close()
        if os.access(path.parent, os.W_OK):
            raise
        address = f"{path.as_uri()}?mode=ro&immutable=1"
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    return connection


def _read_only_engine(path: Path) -> sa.Engine:
    return sa.create_engine(
        "sqlite://", creator=lambda: _read_connection(path), poolclass=sa.pool.NullPool
    )


def _is_read_only(engine: sa.Engine) -> bool:
    return engine.dialect.name == "sqlite" and engine.url.database is None


def _prepared(engine: sa.Engine) -> sa.Engine:
    sa.event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _prepare_sqlite(connection: sa.engine.interfaces.DBAPIConnection, _record: object) -> None:
    """Readers beside one writer, patient with other processes, safe when killed."""
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={_WAIT_MILLISECONDS}", "synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.execute("PRAGMA journal_mode")
    if cursor.fetchone() != ("wal",):
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

"""Where a Space has no disk of its own: what is kept is copied to a private dataset on the hub.

The database travels as one file, a consistent copy made by SQLite itself, whenever it has changed.
Nothing is copied there before the dataset was asked what it holds: a new, empty database would
replace the old one.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import sqlite3
import threading
from concurrent.futures import Future
from pathlib import Path
from typing import Any

from ..errors import RequestError
from ..settings import Settings
from .database import check_database, database_url, release_store, withhold_store
from .files import data_folder, make_folder

log = logging.getLogger(__name__)
FILE = "studio.db"
EVERY_MINUTES = 5
RETRY_SECONDS = 60.0
_TEMPORARY = (408, 425, 429)  # statuses below 500 that another attempt may not meet


def start_backup(every: float = EVERY_MINUTES, retry: float = RETRY_SECONDS) -> Backup | None:
    """Bring back what KOKORO_BACKUP, a dataset such as me/studio-data, holds; then keep it fresh.

    None where no dataset is named. `RequestError` when the database is no file, or the hub refuses.
    While the hub cannot be reached it is asked again every `retry` seconds; where there is no
    database yet, nothing is kept until it answers.
    """
    repository = Settings.from_environment().backup
    if not repository:
        return None
    if database_url().get_backend_name() != "sqlite":
        raise RequestError("KOKORO_BACKUP copies a SQLite database; unset it, or KOKORO_DATABASE.")
    backup = Backup(repository, Path(database_url().database or ""), every)
    backup.start(retry)
    return backup


class Backup:
    """One database and the dataset that it is copied to every few minutes."""

    def __init__(self, repository: str, database: Path, every: float):
        self._repository, self._database, self._every = repository, database, every
        self._scheduler: Any = None  # a CommitScheduler, once the dataset has answered
        self._stopped = threading.Event()

    def start(self, retry: float) -> None:
        if not self._database.exists():
            withhold_store(
                f"What this studio keeps is in the dataset {self._repository}, which cannot be "
                "reached just now; it is asked again every minute, and nothing is kept until then."
            )
        try:
            self._connect()
        except _Unreachable as error:
            log.warning("KOKORO_BACKUP: %s cannot be reached yet (%s)", self._repository, error)
            threading.Thread(
                target=self._retry, args=(retry,), name="backup-retry", daemon=True
            ).start()

    def trigger(self) -> Future[Any]:
        """Copy it now. `RequestError` before the dataset has answered."""
        if self._scheduler is None:
            raise RequestError(f"The dataset {self._repository} has not been reached yet.")
        copied: Future[Any] = self._scheduler.trigger()
        return copied

    def stop(self) -> None:
        self._stopped.set()
        if self._scheduler is not None:
            self._scheduler.stop()

    def _retry(self, seconds: float) -> None:
        while self._scheduler is None and not self._stopped.wait(seconds):
            try:
                self._connect()
            except (_Unreachable, RequestError) as error:
                log.warning("KOKORO_BACKUP: %s", error)

    def _connect(self) -> None:
        """Restore if there is no database, and copy from now on. `_Unreachable`: try later."""
        from huggingface_hub.errors import HfHubHTTPError

        try:
            if not self._database.exists():
                _restore(self._repository, self._database)
            self._scheduler = _scheduler(self._repository, self._database, self._every)
        except HfHubHTTPError as error:
            status = error.response.status_code
            reason = str(error).splitlines()[0][:200]
            if status >= 500 or status in _TEMPORARY:
                raise _Unreachable(reason) from error
            raise RequestError(
                f"KOKORO_BACKUP names {self._repository}, and the hub refuses: {reason}"
            ) from error
        except RequestError:
            raise
        except Exception as error:  # of whichever HTTP library this version of the client uses
            raise _Unreachable(f"{type(error).__name__}: {error}".splitlines()[0][:200]) from error
        release_store()


class _Unreachable(Exception):
    """The hub did not answer, or not with what it holds; another attempt may succeed."""


def copy_database(source: Path, copy: Path) -> bool:
    """A consistent copy of a database that others may be writing; False if nothing changed.

    `RequestError` for a damaged or empty one: it must not replace a good copy.
    """
    if not source.exists():
        return False
    check_database(source)
    fresh = copy.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with sqlite3.connect(source) as reading, sqlite3.connect(fresh) as writing:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
    reading.close()
    writing.close()
    if copy.exists() and _sha256(copy) == _sha256(fresh):
        fresh.unlink()
        return False
    os.replace(fresh, copy)
    return True


def _scheduler(repository: str, database: Path, every: float) -> Any:
    from huggingface_hub import CommitScheduler

    class Scheduler(CommitScheduler):
        def push_to_hub(self) -> Any:
            with self.lock:
                copy_database(database, self.folder_path / FILE)
            return super().push_to_hub()

    folder = data_folder() / "backup"
    make_folder(folder)
    return Scheduler(
        repo_id=repository,
        repo_type="dataset",
        private=True,
        folder_path=folder,
        allow_patterns=FILE,
        every=every,
    )


def _restore(repository: str, database: Path) -> None:
    """Put the dataset's copy in place, whole or not at all; nothing if the dataset has none.

    The hub's answer decides, never a failed download: its list of files says whether there is one.
    """
    from huggingface_hub import HfApi, hf_hub_download

    hub = HfApi()
    hub.create_repo(repository, repo_type="dataset", private=True, exist_ok=True)
    held = hub.dataset_info(repository)
    if FILE not in {file.rfilename for file in held.siblings or ()}:
        log.info("%s holds nothing yet", repository)
        return
    # Of that very commit: the local cache may hold an older one.
    found = hf_hub_download(repository, FILE, repo_type="dataset", revision=held.sha)
    make_folder(database.parent)
    arriving = database.with_suffix(".restored.part")
    shutil.copyfile(found, arriving)
    for rest in ("-wal", "-shm"):  # of a database that is gone: they would be read into this one
        database.with_name(database.name + rest).unlink(missing_ok=True)
    os.replace(arriving, database)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

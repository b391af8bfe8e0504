"""Where a Space has no disk of its own: what is kept is copied to a private dataset on the hub.

The database travels as one file, a consistent copy made by SQLite itself, whenever it has changed.
"""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import sqlite3
from pathlib import Path
from typing import Any

from .disk import data_folder
from .errors import RequestError
from .store import database_url

log = logging.getLogger(__name__)
FILE = "studio.db"
EVERY_MINUTES = 5


def start_backup(every: float = EVERY_MINUTES) -> Any:
    """Bring back what KOKORO_BACKUP, a dataset such as me/studio-data, holds; then keep it fresh.

    The `CommitScheduler` that does so, or None where no dataset is named. `RequestError` when the
    database is no file, or the hub refuses.
    """
    repository = os.environ.get("KOKORO_BACKUP")
    if not repository:
        return None
    if database_url().get_backend_name() != "sqlite":
        raise RequestError("KOKORO_BACKUP copies a SQLite database; unset it, or KOKORO_DATABASE.")
    database = Path(database_url().database or "")
    from huggingface_hub import CommitScheduler
    from huggingface_hub.errors import HfHubHTTPError

    class Scheduler(CommitScheduler):
        def push_to_hub(self) -> Any:
            with self.lock:
                copy_database(database, self.folder_path / FILE)
            return super().push_to_hub()

    try:
        if not database.exists():
            _restore(repository, database)
        folder = data_folder() / "backup"
        folder.mkdir(parents=True, exist_ok=True)
        return Scheduler(
            repo_id=repository,
            repo_type="dataset",
            private=True,
            folder_path=folder,
            every=every,
        )
    except HfHubHTTPError as error:
        raise RequestError(
            f"KOKORO_BACKUP names {repository}, and the hub refuses: "
            f"{str(error).splitlines()[0][:200]}"
        ) from error


def copy_database(source: Path, copy: Path) -> bool:
    """A consistent copy of a database that others may be writing; False if nothing changed."""
    if not source.exists():
        return False
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


def _restore(repository: str, database: Path) -> None:
    from huggingface_hub import hf_hub_download
    from huggingface_hub.errors import EntryNotFoundError, RepositoryNotFoundError

    try:
        found = hf_hub_download(repository, FILE, repo_type="dataset")
    except (EntryNotFoundError, RepositoryNotFoundError):
        log.info("%s holds nothing yet", repository)
        return
    database.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(found, database)


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()

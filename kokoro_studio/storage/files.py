"""Where things are kept, and files that appear whole or not at all."""

from __future__ import annotations

import glob
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..errors import RequestError
from ..settings import Settings

_UNFINISHED_SECONDS = 3600.0  # a younger file may still be being written
_IN_USE_SECONDS = 60.0  # since a file was last changed
_SPACE_DISK = Path("/data")  # where a Hugging Face Space mounts its persistent storage


def data_folder() -> Path:
    """What must survive: KOKORO_DATA, a Space's own disk, else the user's data folder."""
    settings = Settings.from_environment()
    if settings.data:
        return settings.data
    if settings.on_space and os.access(_SPACE_DISK, os.W_OK):
        return _SPACE_DISK / "kokoro-studio"
    base = settings.data_home
    return (Path(base) if base else Path.home() / ".local" / "share") / "kokoro-studio"


def check_destination(path: Path) -> None:
    """`RequestError` if no file can be made at `path`: asked before the work, not after it."""
    try:
        if path.is_dir():
            raise RequestError(f"{path} is a folder; give the name of a file in it.")
        if not path.parent.is_dir():
            raise RequestError(f"{path} cannot be written: there is no folder {path.parent}.")
    except OSError as error:  # a folder on the way may not be entered, or a name is too long
        raise RequestError(
            f"{path} cannot be written: {error.strerror}; give another place."
        ) from error
    if not os.access(path.parent, os.W_OK):
        raise RequestError(f"{path} cannot be written: {path.parent} is read-only.")


def make_folder(path: Path) -> None:
    """Make a folder if it is not there; `RequestError` says why it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RequestError(
            f"The folder {path} cannot be made: {error.strerror}; make room or give another place."
        ) from error


def remove_leftovers(folder: Path, prefix: str = "") -> None:
    """Delete unfinished files that a killed process left, older than an hour.

    Their names are `prefix`, what `tempfile` adds, and `.part`; without a prefix, any name.
    """
    names = f"{glob.escape(prefix)}????????.part" if prefix else "*.part"
    oldest = time.time() - _UNFINISHED_SECONDS
    with suppress(OSError):
        for path in folder.glob(names):
            if path.is_file() and path.stat().st_mtime < oldest:
                path.unlink(missing_ok=True)


def remove_oldest(folder: Path, most_bytes: int, most_seconds: float) -> None:
    """Delete what in `folder` is too old, and the oldest of the rest while all is too large.

    What was changed within the last minute may still be being written or fetched, and stays.
    """
    now, total = time.time(), 0
    for changed, size, entry in sorted(_entries(folder), reverse=True):
        age = now - changed
        total += size
        if age > most_seconds or (total > most_bytes and age > _IN_USE_SECONDS):
            if entry.is_dir():
                shutil.rmtree(entry, ignore_errors=True)
            else:
                with suppress(OSError):  # another thread or process was first
                    entry.unlink()


def _entries(folder: Path) -> Iterator[tuple[float, int, Path]]:
    """(when it was last changed, bytes, path) of each file and each folder of files in `folder`."""
    for entry in _listed(folder):
        with suppress(OSError):  # it is going just now
            files = [file.stat() for file in _listed(entry)] if entry.is_dir() else [entry.stat()]
            changed = max([entry.stat().st_mtime, *(file.st_mtime for file in files)])
            yield changed, sum(file.st_size for file in files), entry


def _listed(folder: Path) -> list[Path]:
    """What stands in a folder; nothing where the folder is gone."""
    try:
        return list(folder.iterdir())
    except OSError:
        return []


@contextmanager
def atomic_file(path: Path) -> Iterator[Path]:
    """A file beside `path` to write to. It becomes `path` at the end of the block, whole.

    If the block fails, it is deleted and `path` stays as it was. `OSError` if it cannot be made.
    """
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` at `path`, whole or not at all; `RequestError` says why it cannot be."""
    check_destination(path)
    remove_leftovers(path.parent, path.name)
    try:
        with atomic_file(path) as temporary:
            temporary.write_bytes(data)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise RequestError(f"{path} cannot be written: {reason}; give another place.") from error

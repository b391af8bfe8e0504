"""Other systems that the host of a studio lets people compare with.

KOKORO_CONTESTANTS names the host's file. Visitors cannot give addresses: only systems in that file
are called.
"""

from __future__ import annotations

import threading
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from ...audio.clip import Clip
from ...engine import Engine
from ...errors import RequestError
from ...settings import Settings
from .contestant import Contestant, ContestantError
from .system_file import System, read_systems


def systems() -> list[Contestant]:
    """Those that the file names; none where there is none. `RequestError` for a mistake in it."""
    return [system.contestant for system in configured()]


def configured() -> tuple[System, ...]:
    """The systems of the file; it is read again when it has changed."""
    path = Settings.from_environment().contestants
    if not path:
        return ()
    try:
        state = path.stat()
    except OSError as error:
        raise RequestError(
            f"KOKORO_CONTESTANTS names {path.name}, which cannot be read ({error.strerror})."
        ) from error
    return _read(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, _changed: int, _size: int) -> tuple[System, ...]:
    return read_systems(path)


def perform_system(
    contestant: Contestant, text: str, language: str, seed: int, engine: Engine
) -> Clip:
    from .calling import CALLS

    system = _system_of(contestant)
    if system is None:
        raise ContestantError(f"{contestant.name} is no longer among this studio's systems.")
    with _turn_of(contestant.id):
        return CALLS[system.kind](system, text, language, seed)


def system_languages(contestant: Contestant) -> Collection[str]:
    """None once the host has taken it out of the file."""
    system = _system_of(contestant)
    return tuple(system.languages) if system else ()


def _system_of(contestant: Contestant) -> System | None:
    return next((one for one in configured() if one.contestant.id == contestant.id), None)


_turns: dict[str, threading.Lock] = {}


def _turn_of(contestant_id: str) -> threading.Lock:
    """The lock of a system, which gets one request at a time."""
    return _turns.setdefault(contestant_id, threading.Lock())

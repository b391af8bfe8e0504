"""Spoken takes, kept for a while so that they can be downloaded in any format."""

from __future__ import annotations

import os
import re
import secrets
import tempfile
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from pathlib import Path

from ...engine import Reading, Segment
from ...storage.files import make_folder, remove_oldest

MAX_SECONDS = 3600.0  # of sound, over all takes; the newest take is always kept
MAX_TAKES = 200
MAX_FILE_BYTES = 256 * 2**20  # of files written for downloads
MAX_FILE_AGE_SECONDS = 3600.0
_UNFIT = re.compile(r"[^a-z0-9]+")


@dataclass
class Spoken:
    """A take with what has been rendered of it so far."""

    reading: Reading
    segments: list[Segment] = field(default_factory=list)
    cancelled: bool = False

    @property
    def seconds(self) -> float:
        return sum(segment.seconds for segment in self.segments)

    @property
    def file_stem(self) -> str:
        """A name for its files: the voice and the first words, plain letters only."""
        take = self.reading.take
        words = _UNFIT.sub("-", f"{take.voice[:40]} {take.text[:40]}".lower())
        return words.strip("-")[:60] or "take"


class Takes:
    """Finished and growing takes by secret tokens. Safe to share between threads."""

    def __init__(self) -> None:
        self._takes: OrderedDict[str, Spoken] = OrderedDict()
        self._lock = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="kokoro-studio-")

    def add(self, reading: Reading) -> tuple[str, Spoken]:
        token = secrets.token_urlsafe(12)
        spoken = Spoken(reading)
        with self._lock:
            self._takes[token] = spoken
            self._make_room()
        return token, spoken

    def get(self, token: str | None) -> Spoken | None:
        with self._lock:
            return self._takes.get(token or "")

    def cancel(self, token: str | None) -> None:
        """Let no further utterance of that take be rendered."""
        if spoken := self.get(token):
            spoken.cancelled = True

    def place(self, token: str, name: str) -> Path:
        """The path for a file of that take, to be served by the page.

        Gradio serves a copy of its own, so old files can go. The folder may be gone: systems clean
        their temporary files.
        """
        remove_oldest(Path(self._folder.name), MAX_FILE_BYTES, MAX_FILE_AGE_SECONDS)
        folder = Path(self._folder.name) / token
        make_folder(folder)
        os.utime(folder)
        return folder / name

    def _make_room(self) -> None:
        total = sum(spoken.seconds for spoken in self._takes.values())
        while len(self._takes) > 1 and (total > MAX_SECONDS or len(self._takes) > MAX_TAKES):
            _, oldest = self._takes.popitem(last=False)
            oldest.cancelled = True
            total -= oldest.seconds

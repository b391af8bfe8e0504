"""Files that a request asked to keep for a download: in memory, for a while, by secret names."""

from __future__ import annotations

import secrets
import threading
import time
from collections import OrderedDict
from dataclasses import dataclass, field

LIMIT_BYTES = 64 * 2**20
KEPT_SECONDS = 3600


@dataclass
class Download:
    mime: str
    data: bytes | None = None  # None: still being made
    since: float = field(default_factory=time.monotonic)


class Downloads:
    """Files by name. The oldest are dropped when there are too many bytes, or after an hour."""

    def __init__(self, limit_bytes: int = LIMIT_BYTES):
        self._limit = limit_bytes
        self._kept: OrderedDict[str, Download] = OrderedDict()
        self._lock = threading.Lock()

    def reserve(self, extension: str, mime: str) -> str:
        """The name of a file that will be added when it is made."""
        name = f"{secrets.token_urlsafe(16)}.{extension}"
        with self._lock:
            self._kept[name] = Download(mime)
            self._tidy()
        return name

    def put(self, name: str, data: bytes) -> None:
        with self._lock:
            if name in self._kept:
                self._kept[name].data = data
            self._tidy()

    def get(self, name: str) -> Download | None:
        with self._lock:
            self._tidy()
            return self._kept.get(name)

    def _tidy(self) -> None:
        size = sum(len(download.data or b"") for download in self._kept.values())
        limit = time.monotonic() - KEPT_SECONDS
        while self._kept:
            name, oldest = next(iter(self._kept.items()))
            if size <= self._limit and oldest.since >= limit and len(self._kept) <= 1000:
                break
            size -= len(oldest.data or b"")
            del self._kept[name]

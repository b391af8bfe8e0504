"""What was rendered lately, so that changing one sentence renders one sentence."""

from __future__ import annotations

import threading
from collections import OrderedDict

from ..settings import Settings
from .renderers import Rendered


class SoundCache:
    """The latest `Rendered` within so many bytes; the one used longest ago goes first."""

    def __init__(self, limit_bytes: int):
        self.limit_bytes = limit_bytes
        self.size = 0
        self._kept: OrderedDict[object, Rendered] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: object) -> Rendered | None:
        with self._lock:
            if (found := self._kept.get(key)) is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: object, rendered: Rendered) -> None:
        with self._lock:
            self._drop(key)
            self._kept[key] = rendered
            self.size += rendered.size
            while self.size > self.limit_bytes:
                self._drop(next(iter(self._kept)))

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self.size = 0

    def _drop(self, key: object) -> None:
        if (old := self._kept.pop(key, None)) is not None:
            self.size -= old.size


def cache_bytes() -> int:
    """KOKORO_SOUND_CACHE in megabytes; 0 keeps nothing."""
    return Settings.from_environment().sound_cache * 2**20

"""Freed memory goes back to the system, and less is kept for later.

Every utterance has a length of its own, and so have its tensors. glibc keeps what they leave behind
for sizes that never come again: 1 GB after three minutes of speech, until it is asked. What a short
utterance needs may stay: to get it anew takes a tenth of its time. oneDNN keeps the code that it
wrote for 1024 shapes; those of the last few utterances are enough.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "512")  # read at its first use


def _find_trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # not glibc
        return None


_trim = _find_trim()
_KEPT_BYTES = 64 * 2**20
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Heap:
    """The memory of this process, as `give_back` left it."""

    def __init__(self) -> None:
        self._at_rest = 0

    def give_back(self) -> None:
        """What is free, unless it is little."""
        if _trim is not None and _resident_bytes() > self._at_rest + _KEPT_BYTES:
            _trim(0)
            self._at_rest = _resident_bytes()


def _resident_bytes() -> int:
    statistics = Path("/proc/self/statm").read_text(encoding="ascii")
    return int(statistics.split()[1]) * _PAGE_BYTES


give_back = Heap().give_back

"""Freed memory goes back to the system, and less is kept for later.

Every utterance has a length of its own, and so have its tensors. glibc keeps what they leave behind
for sizes that never come again: 1 GB after three minutes of speech, until it is asked. What a short
utterance needs may stay: to get it anew takes a tenth of its time.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path


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
        self._limit = 0
        self._lowest = sys.maxsize

    def give_back(self) -> None:
        """What is free, unless it is little, and less the more else has come to stay."""
        if _trim is None or _resident_bytes() <= self._limit:
            return
        _trim(0)
        left = _resident_bytes()
        self._lowest = min(self._lowest, left)
        self._limit = min(left + _KEPT_BYTES, self._lowest + _KEPT_BYTES * 3 // 2)


def _resident_bytes() -> int:
    statistics = Path("/proc/self/statm").read_text(encoding="ascii")
    return int(statistics.split()[1]) * _PAGE_BYTES


give_back = Heap().give_back

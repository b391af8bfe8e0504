"""Return freed memory to the system between renders.

Every utterance has a length of its own, and so have its tensors. glibc keeps the blocks that they
leave behind for sizes that never come again: 1 GB after three minutes of speech, until
`malloc_trim` is called. As much as a short utterance needs is left with glibc, because getting it
anew takes a tenth of that utterance's time.
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


_malloc_trim = _find_trim()
_KEPT_BYTES = 64 * 2**20
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class MemoryTrimmer:
    """Decides when freed memory is worth returning, from what earlier calls left resident."""

    def __init__(self) -> None:
        self._limit_bytes = 0
        self._lowest_bytes = sys.maxsize

    def trim(self) -> None:
        """Return free memory if the resident memory is over the limit; then set the limit anew.

        The limit is 64 MB over what stays resident, but at most 96 MB over the lowest value that
        any call has left.
        """
        if _malloc_trim is None or _resident_bytes() <= self._limit_bytes:
            return
        _malloc_trim(0)
        left = _resident_bytes()
        self._lowest_bytes = min(self._lowest_bytes, left)
        self._limit_bytes = min(left + _KEPT_BYTES, self._lowest_bytes + _KEPT_BYTES * 3 // 2)


def _resident_bytes() -> int:
    statistics = Path("/proc/self/statm").read_text(encoding="ascii")
    return int(statistics.split()[1]) * _PAGE_BYTES


trim_memory = MemoryTrimmer().trim

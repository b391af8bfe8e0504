"""Freed memory goes back to the system.

Every utterance has a length of its own, and so have its tensors. glibc keeps what they leave behind
for sizes that never come again: 1 GB after three minutes of speech, until it is asked.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable


def _find_trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # not glibc
        return None


_trim = _find_trim()


def give_back() -> None:
    if _trim is not None:
        _trim(0)

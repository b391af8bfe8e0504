"""Freed memory goes back to the system, and less is kept for later.

Every utterance has a length of its own, and so have its tensors. glibc keeps what they leave behind
for sizes that never come again: 1 GB after three minutes of speech, until it is asked. oneDNN keeps
the code that it wrote for 1024 shapes; those of the last few utterances are enough.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable

os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "512")  # read at its first use


def _find_trim() -> Callable[[int], int] | None:
    try:
        return ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # not glibc
        return None


_trim = _find_trim()


def give_back() -> None:
    if _trim is not None:
        _trim(0)

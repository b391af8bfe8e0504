"""Writes the variables that libraries read from the environment. Nothing else writes it.

Whatever somebody has set stays as it is.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def prepare() -> None:
    """Let torch compute fast. To be called before torch is imported; once more does no harm.

    Commands, `app.py` and the names of `kokoro_studio` do it. A program that imports torch before
    them calls it first.
    """
    if sys.platform == "linux":
        # GNU's OpenMP reads these when torch loads it. The model does a thousand things of a tenth
        # of a millisecond: workers that fall asleep in between cost it a third of its time. Workers
        # that wait busily for long cost it more on a machine that others use.
        os.environ.setdefault("OMP_WAIT_POLICY", "active")
        os.environ.setdefault("GOMP_SPINCOUNT", "20000")  # 0.2 milliseconds
    # The code that oneDNN writes for each new shape is kept twice, in its own cache and in one of
    # torch for each kind of layer, for 1024 shapes. Those of the last few utterances are enough.
    # Both are read at their first use.
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "128")
    os.environ.setdefault("LRU_CACHE_CAPACITY", "128")


def prepare_page() -> None:
    """Let Gradio report nothing to its makers. To be called before Gradio is imported."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")


def keep_gradio_copies_in(folder: Path) -> None:
    """Let Gradio keep its copies of files, uploads among them, in `folder`."""
    os.environ["GRADIO_TEMP_DIR"] = str(folder)

"""Kokoro Studio: hear, mix and shape the voices of Kokoro-82M.

from kokoro_studio import Take, load_engine

engine = load_engine()
for segment in engine.speak(Take("Hello there.", voice="af_heart*0.6 + bf_emma*0.4", seed=7)):
    segment.audio    # float32 numpy at 24 kHz
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

__all__ = ["Engine", "Segment", "StudioError", "Take", "load_engine"]

if sys.platform == "linux":
    # GNU's OpenMP reads these when torch loads it. The model does a thousand things of a tenth of a
    # millisecond: workers that fall asleep in between cost it a third of its time. Workers that
    # wait busily for long cost it more on a machine that others use.
    os.environ.setdefault("OMP_WAIT_POLICY", "active")
    os.environ.setdefault("GOMP_SPINCOUNT", "20000")  # 0.2 milliseconds

if TYPE_CHECKING:
    from .engine import Engine, Segment, Take, load_engine
    from .errors import StudioError


def __getattr__(name: str) -> Any:
    """Import torch only when the engine is asked for: pages and help come first."""
    if name == "StudioError":
        from .errors import StudioError

        return StudioError
    if name in __all__:
        from . import engine

        return getattr(engine, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

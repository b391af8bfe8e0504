"""Kokoro Studio: hear, mix and shape the voices of Kokoro-82M.

from kokoro_studio import Take, load_engine

engine = load_engine()
for segment in engine.speak(Take("Hello there.", voice="af_heart*0.6 + bf_emma*0.4", seed=7)):
    segment.audio    # float32 numpy at 24 kHz
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__ as __version__

__all__ = ["Engine", "Segment", "StudioError", "Take", "load_engine"]

if TYPE_CHECKING:
    from .engine import Engine, Segment, Take, load_engine
    from .errors import StudioError


def __getattr__(name: str) -> Any:
    """Import torch only when the engine is asked for: pages and help come first."""
    if name == "StudioError":
        from .errors import StudioError

        return StudioError
    if name in __all__:
        from .runtime import prepare

        prepare()
        from . import engine

        return getattr(engine, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

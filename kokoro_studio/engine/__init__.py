"""Where model, text and voices meet: a `Take` goes in, `Segment`s come out.

Knows nothing of pages, routes, commands or files; they all build the same `Take` and come here.
"""

from .edits import Edit
from .engine import Engine, load_engine
from .joins import Pauses
from .manifest import manifest, take_from_manifest
from .reading import Reading
from .recall import Recalled, recall
from .segment import Segment, TimedToken, join_windows
from .take import Take

__all__ = [
    "Edit",
    "Engine",
    "Pauses",
    "Reading",
    "Recalled",
    "Segment",
    "Take",
    "TimedToken",
    "join_windows",
    "load_engine",
    "manifest",
    "recall",
    "take_from_manifest",
]

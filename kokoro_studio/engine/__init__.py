"""Where model, text and voices meet: a `Take` goes in, `Segment`s come out.

Knows nothing of pages, routes, commands or files; they all build the same `Take` and come here.

In the order of the data: `take.py` (what is asked for), `reading.py` (its utterances and pauses),
`requests.py` (what determines the sound of each), `engine.py` (order, cache, cancellation),
`renderers/` (where the model runs, with `edits.py` and `windows.py`), `segment.py` and `joins.py`
(sound with word times). `manifest.py` and `recall.py` keep a take and bring it back.

How soon the first sound comes is decided by the length of the first utterance (`reading.py`), by
the length of its first window (`windows.py`), and by what is computed before that window
(`renderers/local.py`).
"""

from .edits import Edit
from .engine import Engine
from .joins import Pauses
from .loading import load_engine
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

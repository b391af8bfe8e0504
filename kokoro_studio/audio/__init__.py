"""Sound as numbers and as files. Knows nothing of text, voices or the model.

`samples` are what the engine makes. On its way out, sound is brought to a sample rate (`rates`) and
kept within full scale (`limiter`), by way of `output`. `formats` lists what it can become; with
`encoding` it makes files and streams.
"""

from __future__ import annotations

from .formats import FORMATS, STREAMS, Format, encode, find_format, find_stream
from .output import AS_MADE, Finisher, Output
from .rates import SAMPLE_RATES
from .samples import EDGE_FADE_SECONDS, SAMPLE_RATE, Samples, fade_edges, silence, to_pcm16

__all__ = [
    "AS_MADE",
    "EDGE_FADE_SECONDS",
    "FORMATS",
    "SAMPLE_RATE",
    "SAMPLE_RATES",
    "STREAMS",
    "Finisher",
    "Format",
    "Output",
    "Samples",
    "encode",
    "fade_edges",
    "find_format",
    "find_stream",
    "silence",
    "to_pcm16",
]

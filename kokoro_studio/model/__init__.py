"""Kokoro-82M in plain torch: tensors in, tensors out.

Knows nothing of text, voices, files of sound, users or time. `Kokoro.encode` reads symbol ids;
`Kokoro.plan` turns that and a delivery vector into durations, pitch and energy; `Kokoro.render`
turns those and a timbre vector into a waveform. `weights.py` alone knows the names that
checkpoints use.
"""

from .config import (
    FRAME_SECONDS,
    PITCH_FRAMES,
    SAMPLE_RATE,
    SAMPLES_PER_FRAME,
    SAMPLES_PER_PITCH_FRAME,
    KokoroConfig,
)
from .kokoro import EncodedText, Kokoro, SentenceStatistics
from .precision import PRECISIONS, pick_precision
from .prosody import Contour, Durations, Prosody
from .source import Excitation, draw_excitation
from .vocoder import Window
from .weights import Weights, find_weights, load_model

__all__ = [
    "FRAME_SECONDS",
    "PITCH_FRAMES",
    "PRECISIONS",
    "SAMPLES_PER_FRAME",
    "SAMPLES_PER_PITCH_FRAME",
    "SAMPLE_RATE",
    "Contour",
    "Durations",
    "EncodedText",
    "Excitation",
    "Kokoro",
    "KokoroConfig",
    "Prosody",
    "SentenceStatistics",
    "Weights",
    "Window",
    "draw_excitation",
    "find_weights",
    "load_model",
    "pick_precision",
]

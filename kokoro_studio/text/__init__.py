"""Text to tokens, phonemes and utterances in nine languages.

This package does not know torch, voices, the model's weights or sound.
"""

from __future__ import annotations

from .grammar import read_markup
from .languages import LANGUAGES, Language, language_of
from .passages import (
    FASTEST,
    LONGEST_PAUSE_SECONDS,
    SLOWEST,
    MarkedText,
    Passage,
    Pause,
    Style,
    check_silence,
)
from .phonemizing import MAX_CHARACTERS, phonemize
from .segment import count_boundaries, has_voice, line_boundary, segment
from .tokens import Boundary, Phonemized, Reason, Skip, Token, Utterance
from .typed import read_phonemes

__all__ = [
    "FASTEST",
    "LANGUAGES",
    "LONGEST_PAUSE_SECONDS",
    "MAX_CHARACTERS",
    "SLOWEST",
    "Boundary",
    "Language",
    "MarkedText",
    "Passage",
    "Pause",
    "Phonemized",
    "Reason",
    "Skip",
    "Style",
    "Token",
    "Utterance",
    "check_silence",
    "count_boundaries",
    "has_voice",
    "language_of",
    "line_boundary",
    "phonemize",
    "read_markup",
    "read_phonemes",
    "segment",
]

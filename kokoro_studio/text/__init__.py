"""Text to tokens, phonemes and utterances in nine languages.

This package does not know torch, voices, the model's weights or sound.
"""

from __future__ import annotations

from .grammar import read_markup
from .languages import LANGUAGES, Language, language_of
from .lexicon import NO_LEXICON, CaseRule, Lexicon, LexiconEntry, Scope
from .lines import line_boundary
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
from .segment import count_boundaries, has_voice, segment
from .tokens import Boundary, Origin, Phonemized, Reason, Skip, Token, Utterance
from .typed import read_phonemes

__all__ = [
    "FASTEST",
    "LANGUAGES",
    "LONGEST_PAUSE_SECONDS",
    "MAX_CHARACTERS",
    "NO_LEXICON",
    "SLOWEST",
    "Boundary",
    "CaseRule",
    "Language",
    "Lexicon",
    "LexiconEntry",
    "MarkedText",
    "Origin",
    "Passage",
    "Pause",
    "Phonemized",
    "Reason",
    "Scope",
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

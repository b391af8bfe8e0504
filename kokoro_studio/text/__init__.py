"""Text to tokens, phonemes and utterances in nine languages.

This package does not know torch, voices, the model's weights or sound.
"""

from __future__ import annotations

from .languages import LANGUAGES, Language, language_of
from .phonemizing import MAX_CHARACTERS, phonemize
from .segment import has_voice, segment
from .tokens import Boundary, Phonemized, Reason, Skip, Token, Utterance
from .typed import read_phonemes

__all__ = [
    "LANGUAGES",
    "MAX_CHARACTERS",
    "Boundary",
    "Language",
    "Phonemized",
    "Reason",
    "Skip",
    "Token",
    "Utterance",
    "has_voice",
    "language_of",
    "phonemize",
    "read_phonemes",
    "segment",
]

"""Voices: the 54 packs, their catalogue, and formulas that mix them.

Knows nothing of text, sound or the network: a voice is rows of 256 numbers, one row for each length
of an utterance, of which the first 128 are timbre (who speaks) and the rest delivery (how).
"""

from .blend import Blend, Style, format_blend, mix, style_for
from .catalogue import VOICES, Voice, find_voice, voice_label
from .formula import parse_formula
from .packs import load_pack, pack_sha256, save_pack

__all__ = [
    "VOICES",
    "Blend",
    "Style",
    "Voice",
    "find_voice",
    "format_blend",
    "load_pack",
    "mix",
    "pack_sha256",
    "parse_formula",
    "save_pack",
    "style_for",
    "voice_label",
]

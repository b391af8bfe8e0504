"""Voices: the 54 packs, their catalogue, and formulas that mix them.

Knows nothing of text, sound or the network: a voice is rows of 256 numbers, one row for each length
of an utterance, of which the first 128 are timbre (who speaks) and the rest delivery (how).
"""

from .blend import Blend, Style, Weights, format_blend, mix, style_for, style_path
from .catalogue import VOICES, Voice, find_voice, voice_label
from .formula import parse_formula
from .methods import METHODS, Method
from .packs import load_pack, pack_sha256, save_pack

__all__ = [
    "METHODS",
    "VOICES",
    "Blend",
    "Method",
    "Style",
    "Voice",
    "Weights",
    "find_voice",
    "format_blend",
    "load_pack",
    "mix",
    "pack_sha256",
    "parse_formula",
    "save_pack",
    "style_for",
    "style_path",
    "voice_label",
]

"""Voices: the 54 packs, their catalogue, one's own voices, and formulas that mix them.

Knows nothing of text or sound. A voice is 510 rows of 256 numbers, one row for each length of an
utterance: the first 128 are timbre (who speaks), the others delivery (how).
"""

from .files.card import Card
from .files.exporting import VOICE_FORMATS, VoiceFormat, voice_file_name, write_voice_file
from .files.importing import read_voice_file
from .library.catalogue import VOICES, Voice, describe_traits, voice_label
from .library.editing import (
    annotate_voice,
    delete_voice,
    duplicate_voice,
    rename_voice,
    restore_voice,
)
from .library.finding import all_voices, find_voice, is_released
from .library.keeping import card_of, keep_blend, keep_card, new_voice, portable_formula
from .library.names import check_free
from .library.own_voices import OwnVoice, find_own, own_voices, own_voices_or_problem
from .library.packs import load_pack
from .mixing.blend import Blend, Style, Weights, format_blend, mix, style_for, style_path
from .mixing.methods import METHODS, Method
from .mixing.reading import parse_formula
from .mixing.shares import whole_shares
from .shape import pack_sha256
from .space.loudness import loudness_gain
from .space.map import SPACES, MapPoint, locate, places, weights_at
from .space.safety import LEVELS, HalfSafety, Safety, judge

__all__ = [
    "LEVELS",
    "METHODS",
    "SPACES",
    "VOICES",
    "VOICE_FORMATS",
    "Blend",
    "Card",
    "HalfSafety",
    "MapPoint",
    "Method",
    "OwnVoice",
    "Safety",
    "Style",
    "Voice",
    "VoiceFormat",
    "Weights",
    "all_voices",
    "annotate_voice",
    "card_of",
    "check_free",
    "delete_voice",
    "describe_traits",
    "duplicate_voice",
    "find_own",
    "find_voice",
    "format_blend",
    "is_released",
    "judge",
    "keep_blend",
    "keep_card",
    "load_pack",
    "locate",
    "loudness_gain",
    "mix",
    "new_voice",
    "own_voices",
    "own_voices_or_problem",
    "pack_sha256",
    "parse_formula",
    "places",
    "portable_formula",
    "read_voice_file",
    "rename_voice",
    "restore_voice",
    "style_for",
    "style_path",
    "voice_file_name",
    "voice_label",
    "weights_at",
    "whole_shares",
    "write_voice_file",
]

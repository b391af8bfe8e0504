"""The style pack of a voice, checked against its hash."""

from __future__ import annotations

from functools import lru_cache

from torch import Tensor

from ...errors import VoiceError
from ..files.importing import read_voice_file
from ..shape import pack_sha256
from .catalogue import VOICES
from .finding import find_voice
from .own_voices import read_own_pack


def load_pack(voice_id: str) -> Tensor:
    """(510, 256) float32 of a voice. Shared between callers: do not write into it."""
    return _load(voice_id, find_voice(voice_id).sha256)


@lru_cache(maxsize=64)
def _load(voice_id: str, sha256: str) -> Tensor:
    if voice_id not in VOICES:
        return read_own_pack(voice_id, sha256)
    path = VOICES[voice_id].path
    pack = read_voice_file(path)[0].pack
    if pack_sha256(pack) != sha256:
        raise VoiceError(
            f"{path.name} differs from the released voice; restore it with "
            f"`git checkout voices/{path.name}`."
        )
    return pack

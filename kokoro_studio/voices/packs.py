"""Style packs as files: upstream's `.pt`, a float32 tensor of [510, 1, 256]."""

from __future__ import annotations

import hashlib
import os
import tempfile
from functools import lru_cache
from pathlib import Path

import torch
from torch import Tensor

from ..errors import RequestError, VoiceError
from .catalogue import find_voice

ROWS = 510  # one for each utterance length in phonemes
STYLE = 256
TIMBRE = 128  # the first half of a row; the rest is delivery


@lru_cache(maxsize=64)
def load_pack(voice_id: str) -> Tensor:
    """(510, 256) float32 of a released voice. Shared between callers: do not write into it."""
    voice = find_voice(voice_id)
    pack = read_pack(voice.path)
    if pack_sha256(pack) != voice.sha256:
        raise VoiceError(
            f"{voice.path.name} differs from the released voice; restore it with "
            f"`git checkout voices/{voice.path.name}`."
        )
    return pack


def read_pack(path: Path) -> Tensor:
    """(510, 256) from a `.pt` file, never unpickling code."""
    try:
        raw = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError as error:
        raise VoiceError(f"The voice file {path.name} is missing; get it again.") from error
    except Exception as error:  # damaged archives and refused pickles, a dozen types
        raise VoiceError(
            f"{path.name} is not a voice file: a .pt with one tensor was expected."
        ) from error
    if not isinstance(raw, Tensor) or raw.dtype != torch.float32 or raw.shape != (ROWS, 1, STYLE):
        given = f"{list(raw.shape)} {raw.dtype}" if isinstance(raw, Tensor) else type(raw).__name__
        raise VoiceError(f"{path.name} holds {given}; a voice is float32 [{ROWS}, 1, {STYLE}].")
    if not raw.isfinite().all():
        raise VoiceError(f"{path.name} holds values that are not finite numbers.")
    return raw.squeeze(1)


def save_pack(pack: Tensor, path: Path) -> None:
    """Write (510, 256) as upstream's `.pt`, whole or not at all; `RequestError` if it cannot be."""
    temporary = None
    try:
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            torch.save(pack.unsqueeze(1).contiguous(), file)
        os.replace(temporary, path)
    except (OSError, RuntimeError) as error:  # torch wraps a full disk in RuntimeError
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise RequestError(f"{path} cannot be written ({error}); give another place.") from error


def pack_sha256(pack: Tensor) -> str:
    """Hash of the values as little-endian float32, the same for every file format."""
    return hashlib.sha256(pack.numpy().astype("<f4", copy=False).tobytes()).hexdigest()

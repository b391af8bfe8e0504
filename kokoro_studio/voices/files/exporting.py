"""Voices as the files that Kokoro tools read."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ...errors import RequestError
from ...storage.files import write_whole
from .card import Card


@dataclass(frozen=True)
class VoiceFormat:
    extension: str
    label: str
    words: str
    encode: Callable[[Sequence[Card]], bytes]
    several: bool = False  # whether one file can hold more than one voice


def _pt(cards: Sequence[Card]) -> bytes:
    buffer = io.BytesIO()
    torch.save(cards[0].pack.unsqueeze(1).contiguous(), buffer)
    return buffer.getvalue()


def _bin(cards: Sequence[Card]) -> bytes:
    return cards[0].pack.numpy().astype("<f4").tobytes()


def _npz(cards: Sequence[Card]) -> bytes:
    buffer = io.BytesIO()
    arrays: dict[str, Any] = {_telling_name(card): card.pack.unsqueeze(1).numpy() for card in cards}
    np.savez(buffer, **arrays)
    return buffer.getvalue()


def _safetensors(cards: Sequence[Card]) -> bytes:
    from safetensors.torch import save

    return save({"pack": cards[0].pack.contiguous()}, metadata={"card": cards[0].to_json()})


VOICE_FORMATS: Mapping[str, VoiceFormat] = {
    "pt": VoiceFormat("pt", "PyTorch", "for the kokoro package and Kokoro-FastAPI", _pt),
    "safetensors": VoiceFormat(
        "safetensors", "Voice card", "with its recipe, to share and open here again", _safetensors
    ),
    "bin": VoiceFormat("bin", "Raw", "for kokoro.js", _bin),
    "npz": VoiceFormat("npz", "NumPy", "for kokoro-onnx", _npz, several=True),
}


_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]')  # in the name of a file, on one system or another


def voice_file_name(card: Card, extension: str) -> str:
    """`af_night_narrator.pt`, or `jf_月の声.pt`: most formats keep no name but that of the file."""
    return f"{_telling_name(card)}.{extension}"


def _telling_name(card: Card) -> str:
    """The voice's id, with the name in it if the name cannot be read back from the id."""
    if not card.id or card.name.isascii():
        return card.id or card.name
    return card.id[:3] + _UNSAFE.sub("_", card.name)


def write_voice_file(path: Path, cards: Sequence[Card]) -> None:
    """Write voices as the format that `path` ends in, whole or not at all; `RequestError`."""
    form = VOICE_FORMATS.get(path.suffix.lstrip(".").lower())
    if form is None:
        endings = ", ".join(f".{name}" for name in VOICE_FORMATS)
        raise RequestError(f"{path} must end in one of {endings}: the formats of voice files.")
    if len(cards) != 1 and not (form.several and cards):
        raise RequestError(f"A .{form.extension} file holds one voice; {len(cards)} were given.")
    write_whole(path, form.encode(cards))

"""Whole audio files, with a comment, as libsndfile writes them."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..errors import RequestError
from .output import AS_MADE, Output
from .samples import Samples, to_pcm16


@dataclass(frozen=True)
class Format:
    """One kind of audio file."""

    extension: str
    mime: str
    label: str
    container: str  # soundfile's names
    coding: str


FORMATS: dict[str, Format] = {
    "wav": Format("wav", "audio/wav", "WAV · lossless, opens everywhere", "WAV", "PCM_16"),
    "flac": Format("flac", "audio/flac", "FLAC · lossless, half the size", "FLAC", "PCM_16"),
    "mp3": Format("mp3", "audio/mpeg", "MP3 · small, plays everywhere", "MP3", "MPEG_LAYER_III"),
    "ogg": Format("ogg", "audio/ogg", "OGG Vorbis · small, open", "OGG", "VORBIS"),
    "opus": Format("opus", "audio/ogg", "Opus · smallest", "OGG", "OPUS"),
}


def find_format(name: str) -> Format:
    """The format of that name or file extension."""
    key = name.strip().lower().lstrip(".")
    if key not in FORMATS:
        given = f"There is no audio format {name!r}" if name else "The file has no extension"
        raise RequestError(f"{given}; use one of {', '.join(FORMATS)}.")
    return FORMATS[key]


def encode(
    samples: Samples,
    format: str,
    metadata: Mapping[str, Any] | None = None,
    output: Output = AS_MADE,
) -> bytes:
    """A whole audio file in memory. `metadata` goes into the comment tag, as JSON."""
    import soundfile

    kind = find_format(format)
    output.check_format(kind.coding)
    rate, finished = output.sample_rate, output.whole(samples)
    buffer = io.BytesIO()
    with soundfile.SoundFile(buffer, "w", rate, 1, kind.coding, format=kind.container) as file:
        if metadata:
            file.comment = json.dumps(metadata, ensure_ascii=False)
        # In pieces: the Vorbis encoder of libsndfile overflows its stack on one long write.
        for start in range(0, len(finished), rate):
            file.write(to_pcm16(finished[start : start + rate]))
    return buffer.getvalue()

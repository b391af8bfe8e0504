"""Samples: float32 numpy at 24 kHz. Joins, pauses and files."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from .errors import RequestError

Samples = npt.NDArray[np.float32]

SAMPLE_RATE = 24_000  # Hz
EDGE_FADE_SECONDS = 0.005  # a raised cosine: too short to hear, long enough not to click


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


def to_pcm16(samples: Samples) -> npt.NDArray[np.int16]:
    """Float samples in [-1, 1] to 16-bit integers; what lies outside is clipped."""
    return np.round(np.clip(samples, -1, 1) * 32767).astype(np.int16)


def encode(samples: Samples, format: str, metadata: Mapping[str, Any] | None = None) -> bytes:
    """A whole audio file in memory. `metadata` goes into the comment tag, as JSON."""
    import soundfile

    kind = find_format(format)
    buffer = io.BytesIO()
    with soundfile.SoundFile(
        buffer, "w", SAMPLE_RATE, 1, kind.coding, format=kind.container
    ) as file:
        if metadata:
            file.comment = json.dumps(metadata, ensure_ascii=False)
        # In pieces: the Vorbis encoder of libsndfile overflows its stack on one long write.
        for start in range(0, len(samples), SAMPLE_RATE):
            file.write(to_pcm16(samples[start : start + SAMPLE_RATE]))
    return buffer.getvalue()


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * SAMPLE_RATE), dtype=np.float32)


def fade_edges(samples: Samples, start: bool = True, end: bool = True) -> Samples:
    """Raise the start and lower the end over 5 ms, so that pieces join without a click."""
    length = min(round(EDGE_FADE_SECONDS * SAMPLE_RATE), len(samples) // 2)
    angle = np.pi * (np.arange(length, dtype=np.float32) + 0.5) / max(length, 1)
    ramp = 0.5 - 0.5 * np.cos(angle)
    faded = samples.copy()
    if start:
        faded[:length] *= ramp
    if end:
        faded[len(faded) - length :] *= ramp[::-1]
    return faded

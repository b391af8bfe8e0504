"""The formats of sound, and whole files with a comment, as libsndfile writes them.

`encoding` makes streams of them, and files without a comment, with FFmpeg.
"""

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
class FileCoding:
    """A file in soundfile's names."""

    container: str
    coding: str


@dataclass(frozen=True)
class StreamCoding:
    """A stream in FFmpeg's names; no coder where the samples go out as they are."""

    container: str = ""
    coder: str = ""
    bits_per_second: int | None = None
    options: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Format:
    """One kind of sound, as a file that the studio saves, as a stream of the API, or as both."""

    name: str  # of the format and of its files' extension
    mime: str  # of a reply
    label: str = ""  # on the page, of a format that files are saved in
    file: FileCoding | None = None
    stream: StreamCoding | None = None


_ALL = {
    format.name: format
    for format in (
        Format(
            "wav", "audio/wav", "WAV · lossless, opens everywhere",
            FileCoding("WAV", "PCM_16"),
            StreamCoding(),
        ),
        Format(
            "flac", "audio/flac", "FLAC · lossless, half the size",
            FileCoding("FLAC", "PCM_16"),
            StreamCoding("flac", "flac"),
        ),
        Format(
            "mp3", "audio/mpeg", "MP3 · small, plays everywhere",
            FileCoding("MP3", "MPEG_LAYER_III"),
            # Without an ID3 tag: programs that join streams would put it amid the sound.
            StreamCoding("mp3", "libmp3lame", 128_000, (("id3v2_version", "0"),)),
        ),
        Format("ogg", "audio/ogg", "OGG Vorbis · small, open", FileCoding("OGG", "VORBIS")),
        Format(
            "opus", "audio/opus", "Opus · smallest",
            FileCoding("OGG", "OPUS"),
            StreamCoding("ogg", "libopus", 64_000, (("page_duration", "200000"),)),
        ),
        Format("aac", "audio/aac", stream=StreamCoding("adts", "aac", 128_000)),
        Format("pcm", "audio/pcm", stream=StreamCoding()),
    )
}  # fmt: skip
FORMATS = {name: format for name, format in _ALL.items() if format.file}
# In the order of OpenAI's API.
STREAMS = {name: _ALL[name] for name in ("mp3", "opus", "aac", "flac", "wav", "pcm")}


def find_format(name: str) -> Format:
    """The format of a file by its name or extension; `RequestError` for another."""
    key = name.strip().lower().lstrip(".")
    if key not in FORMATS:
        given = f"There is no audio format {name!r}" if name else "The file has no extension"
        raise RequestError(f"{given}; use one of {', '.join(FORMATS)}.")
    return FORMATS[key]


def find_stream(name: str) -> str:
    """The key of `STREAMS`; `RequestError` for another name."""
    key = name.strip().lower().lstrip(".")
    if key not in STREAMS:
        raise RequestError(
            f"There is no audio stream {name[:40]!r}; use one of {', '.join(STREAMS)}."
        )
    return key


def encode(
    samples: Samples,
    format: str,
    metadata: Mapping[str, Any] | None = None,
    output: Output = AS_MADE,
) -> bytes:
    """A whole audio file in memory. `metadata` goes into the comment tag, as JSON."""
    import soundfile

    kind = find_format(format)
    assert kind.file is not None
    output.check_format(kind.name)
    rate, finished = output.sample_rate, output.whole(samples)
    buffer = io.BytesIO()
    coding, container = kind.file.coding, kind.file.container
    with soundfile.SoundFile(buffer, "w", rate, 1, coding, format=container) as file:
        if metadata:
            file.comment = json.dumps(metadata, ensure_ascii=False)
        # In pieces: the Vorbis encoder of libsndfile overflows its stack on one long write.
        for start in range(0, len(finished), rate):
            file.write(to_pcm16(finished[start : start + rate]))
    return buffer.getvalue()

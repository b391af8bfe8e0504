"""Sound to bytes while it is being made, in the formats of OpenAI's speech API."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import Any

from ..audio import SAMPLE_RATE, Samples, silence, to_pcm16

_UNKNOWN = 0xFFFFFFFF  # a length nobody knows yet, as OpenAI writes it


@dataclass(frozen=True)
class Stream:
    """A format as FFmpeg calls its parts; no coder for what is written here."""

    mime: str
    container: str = ""
    coder: str = ""
    bits_per_second: int | None = None
    options: tuple[tuple[str, str], ...] = ()


STREAMS = {
    "mp3": Stream("audio/mpeg", "mp3", "libmp3lame", 128_000, (("write_xing", "0"),)),
    "opus": Stream("audio/opus", "ogg", "libopus", 64_000, (("page_duration", "200000"),)),
    "aac": Stream("audio/aac", "adts", "aac", 128_000),
    "flac": Stream("audio/flac", "flac", "flac"),
    "wav": Stream("audio/wav"),
    "pcm": Stream("audio/pcm"),
}


class Encoder:
    """One stream of sound: `encode` each piece, then `close`; what they return is the file."""

    def __init__(self, format: str):
        self.format = format
        self._begun = False
        self._sink = _Sink()
        if STREAMS[format].coder:
            self._open(STREAMS[format])

    def _open(self, kind: Stream) -> None:
        import av

        self._container = av.open(
            self._sink, "w", format=kind.container, options=dict(kind.options)
        )
        coder: Any = self._container.add_stream(kind.coder, rate=SAMPLE_RATE, layout="mono")
        self._coder = coder
        if kind.bits_per_second:
            self._coder.bit_rate = kind.bits_per_second

    def encode(self, samples: Samples) -> bytes:
        """(n,) float32 in [-1, 1]; what lies outside is clipped."""
        pcm = to_pcm16(samples)
        if self.format in ("pcm", "wav"):
            head = b"" if self._begun or self.format == "pcm" else wav_header()
            self._begun = True
            return head + pcm.tobytes()
        import av

        if len(pcm):
            frame = av.AudioFrame.from_ndarray(pcm[None], format="s16", layout="mono")
            frame.sample_rate = SAMPLE_RATE
            self._container.mux(self._coder.encode(frame))
        return self._sink.take()

    def close(self) -> bytes:
        """The end of the file."""
        if self.format in ("pcm", "wav"):
            return b"" if self._begun else self.encode(silence(0))
        self._container.mux(self._coder.encode(None))
        self._container.close()
        return self._sink.take()


def wav_header(data_bytes: int | None = None) -> bytes:
    """Of 16-bit mono; without a length, one that players read to the end of the stream."""
    length = _UNKNOWN if data_bytes is None else data_bytes
    whole = _UNKNOWN if data_bytes is None else data_bytes + 36
    parts = b"RIFF", whole, b"WAVE", b"fmt ", 16, 1, 1, SAMPLE_RATE, SAMPLE_RATE * 2, 2, 16
    return struct.pack("<4sI4s4sIHHIIHH4sI", *parts, b"data", length)


def whole_file(format: str, samples: Samples) -> bytes:
    """A file with its true length in the header."""
    encoder = Encoder(format)
    return with_length(format, encoder.encode(samples) + encoder.close())


def with_length(format: str, streamed: bytes) -> bytes:
    """What was streamed, its header completed now that all of it is there."""
    if format != "wav":
        return streamed
    head = len(wav_header())
    return wav_header(len(streamed) - head) + streamed[head:]


class _Sink:
    """Where FFmpeg writes; it cannot seek there, so it never goes back to what was sent."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, data: bytes) -> int:
        self._written += data
        return len(data)

    def take(self) -> bytes:
        taken, self._written = bytes(self._written), bytearray()
        return taken

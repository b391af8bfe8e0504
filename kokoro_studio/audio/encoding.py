"""Encode sound while it is being made, with FFmpeg: the formats of OpenAI's API."""

from __future__ import annotations

import io
import struct
from typing import Any

from .formats import STREAMS, StreamCoding
from .output import AS_MADE, Finisher, Output
from .samples import Samples, to_pcm16

_UNKNOWN = 0xFFFFFFFF  # in place of a length that is not known yet, as OpenAI writes it


class Encoder:
    """One stream of sound: `encode` each piece, then `close`; what they return is the file."""

    def __init__(self, format: str, output: Output = AS_MADE):
        output.check_format(format)
        self.format, self.output = format, output
        self._finisher = Finisher(output)
        self._begun = False
        self._sink = _Sink()
        if format not in ("pcm", "wav"):
            self._writer = _Writer(_coding(format), output.sample_rate, self._sink)

    def encode(self, samples: Samples) -> bytes:
        """(n,) float32 at 24 kHz."""
        return self._encode(self._finisher.push(samples))

    def close(self) -> bytes:
        """The end of the file."""
        rest = self._encode(self._finisher.end())
        if self.format in ("pcm", "wav"):
            return rest
        self._writer.close()
        return rest + self._sink.take()

    def _encode(self, finished: Samples) -> bytes:
        if self.format in ("pcm", "wav"):
            bare = self._begun or self.format == "pcm"
            head = b"" if bare else wav_header(self.output.sample_rate)
            self._begun = True
            return head + to_pcm16(finished).tobytes()
        self._writer.write(finished)
        return self._sink.take()


def whole_file(format: str, samples: Samples, output: Output = AS_MADE) -> bytes:
    """A whole file. Its header is complete, which that of a stream cannot be.

    WAV, FLAC and MP3 state their length, and FLAC its MD5. MP3 states how many samples the encoder
    has added at both ends, so that players skip them and captions agree with the sound. ADTS, the
    container of AAC, has no place for any of it.
    """
    output.check_format(format)
    finished = output.whole(samples)
    if format in ("pcm", "wav"):
        data = to_pcm16(finished).tobytes()
        return data if format == "pcm" else wav_header(output.sample_rate, len(data)) + data
    file = io.BytesIO()
    writer = _Writer(_coding(format), output.sample_rate, file)
    writer.write(finished)
    writer.close()
    return file.getvalue()


def wav_header(rate: int, data_bytes: int | None = None) -> bytes:
    """44 bytes for 16-bit mono, with nothing but the format in them.

    Without a length, players read to the end of the stream.
    """
    length = _UNKNOWN if data_bytes is None else data_bytes
    whole = _UNKNOWN if data_bytes is None else data_bytes + 36
    parts = b"RIFF", whole, b"WAVE", b"fmt ", 16, 1, 1, rate, rate * 2, 2, 16
    return struct.pack("<4sI4s4sIHHIIHH4sI", *parts, b"data", length)


def _coding(format: str) -> StreamCoding:
    coding = STREAMS[format].stream
    assert coding is not None
    return coding


class _Writer:
    """FFmpeg's encoder and container. Where `file` can seek, the header is completed at the end."""

    def __init__(self, kind: StreamCoding, rate: int, file: Any):
        import av

        self._rate = rate
        self._container = av.open(file, "w", format=kind.container, options=dict(kind.options))
        coder: Any = self._container.add_stream(kind.coder, rate=rate, layout="mono")
        self._coder = coder
        if kind.bits_per_second:
            self._coder.bit_rate = kind.bits_per_second

    def write(self, samples: Samples) -> None:
        import av

        if len(samples):
            pcm = to_pcm16(samples)
            frame = av.AudioFrame.from_ndarray(pcm[None], format="s16", layout="mono")
            frame.sample_rate = self._rate
            self._container.mux(self._coder.encode(frame))

    def close(self) -> None:
        self._container.mux(self._coder.encode(None))
        self._container.close()


class _Sink:
    """The file that FFmpeg writes a stream to. It cannot seek: sent bytes are never changed."""

    def __init__(self) -> None:
        self._written = bytearray()

    def write(self, data: bytes) -> int:
        self._written += data
        return len(data)

    def take(self) -> bytes:
        taken, self._written = bytes(self._written), bytearray()
        return taken

"""Forms of a reply with sound: a file, events, or lines with the time of each word.

Each gets segments as they are made: `piece` for each, then `end`; `whole` for all at once;
`failure` for an exception in between.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

import numpy as np

from ..audio import STREAMS, Samples, silence
from ..audio.encoding import Encoder, whole_file
from ..engine import Segment, TimedToken
from ..model import FRAME_SECONDS
from .downloads import Downloads
from .errors import explain
from .schemas import Json, Performance

Links = Mapping[str, str]  # header -> where a file will be
NO_LINKS: Links = MappingProxyType({})


class FileForm:
    """The file itself. A copy for a later download is kept at the end."""

    def __init__(self, wanted: Performance, downloads: Downloads, promised: Links = NO_LINKS):
        self.mime = STREAMS[wanted.response_format].mime
        self._encoder = Encoder(wanted.response_format, wanted.output)
        self._downloads, self._promised = downloads, promised
        self._format = getattr(wanted, "download_format", None) or wanted.response_format
        self._segments: list[Segment] = []

    def piece(self, segment: Segment) -> bytes:
        if self._promised:
            self._segments.append(segment)
        return self._encoder.encode(segment.audio)

    def end(self) -> bytes:
        self._keep(self._segments)
        return self._encoder.close()

    def whole(self, segments: Sequence[Segment]) -> bytes:
        self._keep(segments)
        return whole_file(self._encoder.format, _audio(segments), self._encoder.output)

    def _keep(self, segments: Sequence[Segment]) -> None:
        for header, path in self._promised.items():
            name = path.rpartition("/")[2]
            if header == "X-Timing-Path":
                self._downloads.put(name, json.dumps(_timing(segments)).encode())
            else:
                whole = whole_file(self._format, _audio(segments), self._encoder.output)
                self._downloads.put(name, whole)

    def failure(self, error: Exception) -> bytes:
        raise error  # the connection breaks: the client sees that the sound is not whole


class EventForm:
    """Server-sent events as OpenAI writes them."""

    mime = "text/event-stream"

    def __init__(self, wanted: Performance):
        self._encoder = Encoder(wanted.response_format, wanted.output)
        self._phonemes = self._frames = 0

    def piece(self, segment: Segment) -> bytes:
        self._count(segment)
        return self._delta(self._encoder.encode(segment.audio))

    def end(self) -> bytes:
        return self._delta(self._encoder.close()) + self._done()

    def whole(self, segments: Sequence[Segment]) -> bytes:
        for segment in segments:
            self._count(segment)
        sound = whole_file(self._encoder.format, _audio(segments), self._encoder.output)
        return self._delta(sound) + self._done()

    def _count(self, segment: Segment) -> None:
        self._phonemes += len(segment.phonemes)
        self._frames += round(segment.seconds / FRAME_SECONDS)

    def _done(self) -> bytes:
        usage = {
            "input_tokens": self._phonemes,
            "output_tokens": self._frames,
            "total_tokens": self._phonemes + self._frames,
        }
        return _event({"type": "speech.audio.done", "usage": usage})

    def failure(self, error: Exception) -> bytes:
        _, body, _ = explain(error)
        return _event({"type": "error", **body})

    @staticmethod
    def _delta(sound: bytes) -> bytes:
        if not sound:
            return b""
        encoded = base64.b64encode(sound).decode("ascii")
        return _event({"type": "speech.audio.delta", "audio": encoded})


class CaptionForm:
    """One JSON object for each segment, with its words' times in the whole sound."""

    def __init__(self, wanted: Performance):
        self.mime = "application/x-ndjson" if wanted.stream else "application/json"
        self._wanted = wanted
        self._encoder = Encoder(wanted.response_format, wanted.output)

    def piece(self, segment: Segment) -> bytes:
        return self._line(self._encoder.encode(segment.audio), _timestamps([segment]))

    def end(self) -> bytes:
        sound = self._encoder.close()
        return self._line(sound, []) if sound else b""

    def whole(self, segments: Sequence[Segment]) -> bytes:
        sound = whole_file(self._encoder.format, _audio(segments), self._encoder.output)
        return self._line(sound, _timestamps(segments))

    def failure(self, error: Exception) -> bytes:
        _, body, _ = explain(error)
        return json.dumps(body).encode() + b"\n"

    def _line(self, sound: bytes, timestamps: list[Json]) -> bytes:
        line = {
            "audio": base64.b64encode(sound).decode("ascii"),
            "audio_format": self._wanted.response_format,
            "timestamps": timestamps,
        }
        return json.dumps(line, ensure_ascii=False).encode() + b"\n"


Form = FileForm | EventForm | CaptionForm


def _event(data: Json) -> bytes:
    return f"data: {json.dumps(data)}\n\n".encode()


def _timestamps(segments: Iterable[Segment]) -> list[Json]:
    return [
        {
            "word": token.text,
            "start_time": round(token.start_seconds, 3),
            "end_time": round(token.end_seconds, 3),
        }
        for segment in segments
        for token in _words(segment)
    ]


def _timing(segments: Iterable[Segment]) -> Json:
    """Kokoro-FastAPI's sidecar: a pause is a chunk without text."""
    chunks = []
    for segment in segments:
        words = _words(segment)
        end = segment.start_seconds + segment.seconds
        times = [(token.text, token.start_seconds, token.end_seconds) for token in words]
        for text, start, stop in times or [("", segment.start_seconds, end)]:
            chunks.append({"text": text, "start": round(start, 3), "end": round(stop, 3)})
    return {"chunks": chunks}


def _words(segment: Segment) -> list[TimedToken]:
    """The words, without punctuation."""
    said = (token for token in segment.tokens if token.phonemes)
    return [token for token in said if any(char.isalnum() for char in token.text)]


def _audio(segments: Iterable[Segment]) -> Samples:
    return np.concatenate([silence(0), *(segment.audio for segment in segments)])

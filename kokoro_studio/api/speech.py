"""Routes that make sound."""

from __future__ import annotations

import base64
import json
from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import numpy as np
from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import Response

from ..audio import Samples, silence
from ..engine import Segment, TimedToken
from ..engine.script import Pause, Script
from ..engine.take import Take
from ..errors import TextError
from .aliases import formula_of
from .context import Context
from .encoding import STREAMS, Encoder, whole_file, with_length
from .markup import read_ssml, read_tags, to_script
from .replies import RESPONSES, explain
from .schemas import (
    Captioned,
    CaptionedRequest,
    DialogueRequest,
    Json,
    Performance,
    PhonemesRequest,
    SpeechRequest,
)
from .sound import Sound, SoundResponse, attended

Links = Mapping[str, str]  # header -> where a file will be

SOUND: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The sound, as it is made",
        "content": {
            stream.mime: {"schema": {"type": "string", "format": "binary"}}
            for stream in STREAMS.values()
        },
    },
    **RESPONSES,
}
_EVENTS: dict[int | str, dict[str, Any]] = {
    **SOUND,
    200: {
        **SOUND[200],
        "content": {**SOUND[200]["content"], "text/event-stream": {"schema": {}}},
    },
}
_LINES: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The sound with the time of each word; streamed, one object in each line",
        "content": {"application/x-ndjson": {"schema": {"type": "string"}}},
    },
    **RESPONSES,
}


def build_speech(context: Context) -> APIRouter:
    router = APIRouter()

    @router.post("/v1/audio/speech", tags=["speech"], responses=_EVENTS, response_class=Response)
    async def speech(wanted: SpeechRequest, request: Request) -> Response:
        """Speak a text: OpenAI's speech API, with Kokoro-FastAPI's additions."""
        script, links = _read(context, wanted), _promise(context, wanted)
        form = _Events(wanted) if wanted.stream_format == "sse" else _Bytes(wanted, context, links)
        return await _reply(context, request, script, wanted, form, links)

    @router.post(
        "/dev/captioned_speech", tags=["speech"], responses=_LINES, response_model=Captioned
    )
    async def captioned_speech(wanted: CaptionedRequest, request: Request) -> Response:
        """Speak a text and tell when each word is said."""
        take = context.take(wanted, wanted.input, formula_of(wanted.voice)[0])
        return await _reply(context, request, _with_pauses(take), wanted, _Captions(wanted))

    @router.post("/dev/dialogue", tags=["speech"], responses=SOUND, response_class=Response)
    async def dialogue(wanted: DialogueRequest, request: Request) -> Response:
        """Speak the turns of a dialogue, each in its own voice."""
        script = _dialogue(context, wanted)
        return await _reply(context, request, script, wanted, _Bytes(wanted, context))

    @router.post(
        "/dev/generate_from_phonemes", tags=["speech"], responses=SOUND, response_class=Response
    )
    async def generate_from_phonemes(wanted: PhonemesRequest, request: Request) -> Response:
        """Speak phonemes of any length as they stand."""
        take = context.take(wanted, "", formula_of(wanted.voice)[0])
        script = [replace(take, phonemes=wanted.phonemes)]
        return await _reply(context, request, script, wanted, _Bytes(wanted, context))

    return router


def _read(context: Context, wanted: SpeechRequest) -> Script:
    voice, rate = formula_of(wanted.voice, wanted.voice_aliases)
    take = context.take(wanted, wanted.input, voice)

    def named(name: str) -> tuple[str, float]:
        return formula_of(name.strip(), wanted.voice_aliases)

    if wanted.ssml:
        return to_script(read_ssml(wanted.input, voice, rate, named), take)
    tags = wanted.allow_voice_tags
    return to_script(read_tags(wanted.input, voice, rate, named, tags), take)


def _with_pauses(take: Take) -> Script:
    return to_script(read_tags(take.text, take.voice, 1.0, formula_of, False), take)


def _dialogue(context: Context, wanted: DialogueRequest) -> Script:
    script: list[Take | Pause] = []
    for turn in wanted.turns or wanted.inputs or ():
        voice, _ = formula_of(turn.voice or turn.voice_id or "af_heart")
        if script and wanted.pause_between_turns:
            script.append(Pause(wanted.pause_between_turns))
        script += _with_pauses(context.take(wanted, turn.text, voice))
    if not script:
        raise TextError("A dialogue needs turns, each with a text and a voice.")
    return script


class _Bytes:
    """The file itself; what was promised for later is put away at the end."""

    def __init__(
        self, wanted: Performance, context: Context, promised: Links = MappingProxyType({})
    ):
        self.mime = STREAMS[wanted.response_format].mime
        self._encoder, self._gain = Encoder(wanted.response_format), wanted.volume_multiplier
        self._context, self._promised = context, promised
        self._format = getattr(wanted, "download_format", None) or wanted.response_format
        self._segments: list[Segment] = []

    def piece(self, segment: Segment) -> bytes:
        if self._promised:
            self._segments.append(segment)
        return self._encoder.encode(segment.audio * self._gain)

    def end(self) -> bytes:
        for header, path in self._promised.items():
            name = path.rpartition("/")[2]
            if header == "X-Timing-Path":
                self._context.downloads.put(name, json.dumps(_timing(self._segments)).encode())
            else:
                whole = whole_file(self._format, _audio(self._segments) * self._gain)
                self._context.downloads.put(name, whole)
        return self._encoder.close()

    def whole(self, segments: Sequence[Segment]) -> bytes:
        streamed = b"".join(map(self.piece, segments)) + self.end()
        return with_length(self._encoder.format, streamed)

    def failure(self, error: Exception) -> bytes:
        raise error  # the connection breaks: the client sees that the sound is not whole


class _Events:
    """Server-sent events as OpenAI writes them."""

    mime = "text/event-stream"

    def __init__(self, wanted: Performance):
        self._encoder, self._gain = Encoder(wanted.response_format), wanted.volume_multiplier
        self._phonemes = self._frames = 0

    def piece(self, segment: Segment) -> bytes:
        self._phonemes += len(segment.phonemes)
        self._frames += round(segment.seconds * 40)
        return self._delta(self._encoder.encode(segment.audio * self._gain))

    def end(self) -> bytes:
        usage = {
            "input_tokens": self._phonemes,
            "output_tokens": self._frames,
            "total_tokens": self._phonemes + self._frames,
        }
        done = _event({"type": "speech.audio.done", "usage": usage})
        return self._delta(self._encoder.close()) + done

    def whole(self, segments: Sequence[Segment]) -> bytes:
        return b"".join(map(self.piece, segments)) + self.end()

    def failure(self, error: Exception) -> bytes:
        _, body, _ = explain(error)
        return _event({"type": "error", **body})

    @staticmethod
    def _delta(sound: bytes) -> bytes:
        if not sound:
            return b""
        encoded = base64.b64encode(sound).decode("ascii")
        return _event({"type": "speech.audio.delta", "audio": encoded})


class _Captions:
    """One JSON object for each segment, with its words' times in the whole sound."""

    def __init__(self, wanted: Performance):
        self.mime = "application/x-ndjson" if wanted.stream else "application/json"
        self._wanted, self._encoder = wanted, Encoder(wanted.response_format)

    def piece(self, segment: Segment) -> bytes:
        sound = self._encoder.encode(segment.audio * self._wanted.volume_multiplier)
        return self._line(sound, _timestamps([segment]))

    def end(self) -> bytes:
        sound = self._encoder.close()
        return self._line(sound, []) if sound else b""

    def whole(self, segments: Sequence[Segment]) -> bytes:
        audio = _audio(segments) * self._wanted.volume_multiplier
        return self._line(whole_file(self._wanted.response_format, audio), _timestamps(segments))

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


Form = _Bytes | _Events | _Captions


async def _reply(
    context: Context,
    request: Request,
    script: Script,
    wanted: Performance,
    form: Form,
    links: Links = MappingProxyType({}),
) -> Response:
    """The sound in one of its forms, streamed unless it was asked for whole.

    The first segment is made before the reply begins, so that what is wrong with a request has a
    status of its own.
    """
    headers = _headers(wanted, links)
    sound = context.start(request, script)
    try:
        if not wanted.stream:
            segments = await attended(request, sound.all())
            sound.end()
            data = await run_sync(form.whole, segments)
            return Response(data, media_type=form.mime, headers=headers)
        first = await attended(request, sound.first())
    except BaseException:
        sound.end()
        raise
    stream = _stream(sound, first, form)
    return SoundResponse(sound, stream, media_type=form.mime, headers=headers)


async def _stream(sound: Sound, first: Segment, form: Form) -> AsyncIterator[bytes]:
    yield form.piece(first)
    try:
        async for segment in sound.rest():
            yield form.piece(segment)
    except Exception as error:
        yield form.failure(error)
    else:
        yield await run_sync(form.end)


def _headers(wanted: Performance, links: Links) -> dict[str, str]:
    headers = {"X-Accel-Buffering": "no", "Cache-Control": "no-cache", **links}
    headers["Content-Disposition"] = f"attachment; filename=speech.{wanted.response_format}"
    unused = [name for name in wanted.unused if name.isascii() and name.isidentifier()]
    if unused:
        headers["X-Kokoro-Unused"] = ", ".join(unused)[:500]
    return headers


def _promise(context: Context, wanted: SpeechRequest) -> Links:
    """Where files will be once the sound is whole."""
    promised = {}
    format = wanted.download_format or wanted.response_format
    if wanted.return_download_link:
        name = context.downloads.reserve(format, STREAMS[format].mime)
        promised["X-Download-Path"] = f"/v1/download/{name}"
    if wanted.return_timing:
        name = context.downloads.reserve("json", "application/json")
        promised["X-Timing-Path"] = f"/v1/download/{name}"
    return promised


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
    """What was said, without the marks between."""
    said = (token for token in segment.tokens if token.phonemes)
    return [token for token in said if any(char.isalnum() for char in token.text)]


def _audio(segments: Iterable[Segment]) -> Samples:
    return np.concatenate([silence(0), *(segment.audio for segment in segments)])

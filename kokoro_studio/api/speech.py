"""Routes that make sound."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import Response

from ..engine import Segment
from ..engine.script import Pause, Script
from ..engine.take import Take
from ..errors import TextError
from .aliases import formula_of
from .context import Context
from .encoding import STREAMS
from .forms import NO_LINKS, CaptionForm, EventForm, FileForm, Form, Links
from .markup import read_ssml, read_tags, to_script
from .replies import RESPONSES
from .schemas import (
    Captioned,
    CaptionedRequest,
    DialogueRequest,
    Performance,
    PhonemesRequest,
    SpeechRequest,
)
from .sound import Sound, SoundResponse, attended

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
        events = wanted.stream_format == "sse"
        form = EventForm(wanted) if events else FileForm(wanted, context.downloads, links)
        return await _reply(context, request, script, wanted, form, links)

    @router.post(
        "/dev/captioned_speech", tags=["speech"], responses=_LINES, response_model=Captioned
    )
    async def captioned_speech(wanted: CaptionedRequest, request: Request) -> Response:
        """Speak a text and tell when each word is said."""
        take = context.take(wanted, wanted.input, formula_of(wanted.voice)[0])
        return await _reply(context, request, _with_pauses(take), wanted, CaptionForm(wanted))

    @router.post("/dev/dialogue", tags=["speech"], responses=SOUND, response_class=Response)
    async def dialogue(wanted: DialogueRequest, request: Request) -> Response:
        """Speak the turns of a dialogue, each in its own voice."""
        script = _dialogue(context, wanted)
        return await _reply(context, request, script, wanted, FileForm(wanted, context.downloads))

    @router.post(
        "/dev/generate_from_phonemes", tags=["speech"], responses=SOUND, response_class=Response
    )
    async def generate_from_phonemes(wanted: PhonemesRequest, request: Request) -> Response:
        """Speak phonemes of any length as they stand."""
        take = context.take(wanted, "", formula_of(wanted.voice)[0])
        script = [replace(take, phonemes=wanted.phonemes)]
        return await _reply(context, request, script, wanted, FileForm(wanted, context.downloads))

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


async def _reply(
    context: Context,
    request: Request,
    script: Script,
    wanted: Performance,
    form: Form,
    links: Links = NO_LINKS,
) -> Response:
    """The sound in one of its forms, streamed unless it was asked for whole.

    The first segment is made before the reply begins, so that what is wrong with a request has a
    status of its own.
    """
    headers = _headers(wanted, links)
    # A stream that leaves a file behind is rendered as the file is.
    streamed = wanted.stream and "X-Download-Path" not in links
    sound = context.start(request, script, streamed)
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

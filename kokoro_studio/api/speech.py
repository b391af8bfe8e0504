"""Routes that make sound."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from typing import Any

from anyio.to_thread import run_sync
from fastapi import APIRouter, Request
from fastapi.responses import Response

from ..audio import STREAMS
from ..engine import Segment, Take
from ..errors import TextError
from ..narration.script import Script
from ..text import Pause, read_markup
from .aliases import formula_of
from .context import Context
from .errors import RESPONSES
from .response_formats import NO_LINKS, CaptionForm, EventForm, FileForm, Form, Links
from .schemas import (
    Captioned,
    CaptionedRequest,
    DialogueRequest,
    Formula,
    MarkedPerformance,
    Performance,
    PhonemesRequest,
    SpeechRequest,
    VoiceReference,
)
from .skipped import left_out
from .stream import SpeechResponse, SpeechStream, attended

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
        script = [_spoken(context, wanted, wanted.input, wanted.voice)]
        links = _promise(context, wanted)
        events = wanted.stream_format == "sse"
        form = EventForm(wanted) if events else FileForm(wanted, context.downloads, links)
        return await _reply(context, request, script, wanted, form, links)

    @router.post(
        "/dev/captioned_speech", tags=["speech"], responses=_LINES, response_model=Captioned
    )
    async def captioned_speech(wanted: CaptionedRequest, request: Request) -> Response:
        """Speak a text and tell when each word is said."""
        script = [_spoken(context, wanted, wanted.input, wanted.voice)]
        return await _reply(context, request, script, wanted, CaptionForm(wanted))

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


def _spoken(
    context: Context, wanted: MarkedPerformance, text: str, voice: Formula | VoiceReference
) -> Take:
    if not text.strip():
        raise TextError("There is nothing to speak; give some text.")
    return _marked(context, wanted, text, voice)


def _marked(
    context: Context, wanted: MarkedPerformance, text: str, voice: Formula | VoiceReference
) -> Take:
    """The take with its markup read as the request allows, and names of voices as formulas."""
    formula, rate = formula_of(voice, wanted.voice_aliases)
    take = context.take(wanted, text, formula)
    ssml = wanted.ssml and bool(text.strip())
    marked = read_markup(text, ssml, wanted.allow_voice_tags)
    find_voice = partial(formula_of, aliases=wanted.voice_aliases)
    return replace(take, marked=marked.with_voices(find_voice, rate))


def _dialogue(context: Context, wanted: DialogueRequest) -> Script:
    script: list[Take | Pause] = []
    turns = wanted.turns or wanted.inputs or []
    for number, turn in enumerate(turns, 1):
        if script and wanted.pause_between_turns:
            script.append(Pause(wanted.pause_between_turns))
        voice = turn.voice or turn.voice_id or "af_heart"
        around = {"before": number > 1, "after": number < len(turns)}
        pauses = replace(wanted.pauses, **{name: None for name, inner in around.items() if inner})
        script.append(replace(_marked(context, wanted, turn.text, voice), pauses=pauses))
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
    """The reply with the sound, streamed unless the whole was asked for.

    The first segment is made before the reply begins, so that an error in the request can still
    have its status.
    """
    # If a file of it is kept too, the stream is rendered whole, as files are.
    streamed = wanted.stream and "X-Download-Path" not in links
    sound = context.start(request, script, streamed)
    try:
        if not wanted.stream:
            segments = await attended(request, sound.all())
            headers = await _headers(wanted, links, script, sound)
            sound.end()
            data = await run_sync(form.whole, segments)
            return Response(data, media_type=form.mime, headers=headers)
        first = await attended(request, sound.first())
        headers = await _headers(wanted, links, script, sound)
    except BaseException:
        sound.end()
        raise
    stream = _stream(sound, first, form)
    return SpeechResponse(sound, stream, media_type=form.mime, headers=headers)


async def _stream(sound: SpeechStream, first: Segment, form: Form) -> AsyncIterator[bytes]:
    yield form.piece(first)
    try:
        async for segment in sound.rest():
            yield form.piece(segment)
    except Exception as error:
        yield form.failure(error)
    else:
        yield await run_sync(form.end)


async def _headers(
    wanted: Performance, links: Links, script: Script, sound: SpeechStream
) -> dict[str, str]:
    headers = {"X-Accel-Buffering": "no", "Cache-Control": "no-cache", **links}
    headers["Content-Disposition"] = f"attachment; filename=speech.{wanted.response_format}"
    unused = [name for name in wanted.unused if name.isascii() and name.isidentifier()]
    for take in script:
        if isinstance(take, Take) and take.marked:
            unused += take.marked.unused
    if unused:
        headers["X-Kokoro-Unused"] = ", ".join(dict.fromkeys(unused))[:500]
    numbered = isinstance(wanted, DialogueRequest)
    skipped = await sound.read(partial(left_out, numbered=numbered, streamed=wanted.stream))
    if skipped:
        headers["X-Kokoro-Skipped"] = skipped
    return headers


def _promise(context: Context, wanted: SpeechRequest) -> Links:
    """Headers with the addresses of files that will be there when the sound is complete."""
    promised = {}
    format = wanted.download_format or wanted.response_format
    if wanted.return_download_link:
        name = context.downloads.reserve(format, STREAMS[format].mime)
        promised["X-Download-Path"] = f"/v1/download/{name}"
    if wanted.return_timing:
        name = context.downloads.reserve("json", "application/json")
        promised["X-Timing-Path"] = f"/v1/download/{name}"
    return promised

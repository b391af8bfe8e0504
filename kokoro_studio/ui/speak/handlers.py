"""Handlers of the Speak tab: messages to the player, and the files of a take."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ...audio import AS_MADE, SAMPLE_RATE, Finisher, Samples, encode, find_format, to_pcm16
from ...engine import Engine, Reading, Take, TimedToken, manifest
from ...engine.describing import describe_voice
from ...engine.reading import check_speakable
from ...storage.files import write_whole
from ...text import Skip
from ..shell.failures import speaks_plainly
from ..shell.takes import Spoken, Takes
from .messages import SpeakRequest
from .options import options_from

CHUNK_SECONDS = 1.0
MOST_SKIPS_NAMED = 4

Message = dict[str, Any]


@speaks_plainly
def speak(
    engine: Engine,
    takes: Takes,
    request: SpeakRequest,
    previous: str | None = None,
    request_id: int = 0,
) -> Iterator[tuple[Message, str | None]]:
    """Messages for the player and the take's token, as the sound is made.

    Chunks of 16-bit sound with the words they begin, then an end, all marked with the page's
    `request_id`. The first chunk also describes the take: a message of its own before it would
    delay the sound. The end repeats the last chunk: a busy browser may see only the later of two
    messages that come together. When something fails midway the end comes all the same, so that
    the player keeps what it has, and the reason is raised after it. `previous` is the take this
    one replaces.
    """
    takes.cancel(previous)
    kept, sent, skipped = previous, 0, ""  # the previous take is kept until there is a sound
    last: Message | None = None
    failure: Exception | None = None
    try:
        reading = engine.read(request.take())
        check_speakable(reading)
        token, spoken = takes.add(reading)
        if not engine.warm:
            yield {"kind": "loading", "request_id": request_id}, kept
        for message in _render(engine, spoken):
            kept = token
            opens = {} if sent else {"opens": {**_opening(reading), "take": token}}
            last = {**message, **opens, "seq": sent, "request_id": request_id}
            yield last, kept
            sent += 1
        if not spoken.cancelled:
            skipped = describe_skips(reading.skipped)
    except Exception as error:
        failure = error
    end = {"sent": sent, "whole": failure is None, "skipped": skipped, "last": last}
    yield {**nothing_said(request_id), **end}, kept
    if failure:
        raise failure


def nothing_said(request_id: int) -> Message:
    """The end message for a take that did not begin, so that the player stops waiting."""
    return {"kind": "end", "sent": 0, "whole": False, "skipped": "", "request_id": request_id}


def _render(engine: Engine, spoken: Spoken) -> Iterator[Message]:
    """Chunks of a take. Segments are added to `spoken`. Ends when the page is closed."""
    finisher = Finisher(AS_MADE)
    try:
        for segment in engine.speak(spoken.reading, lambda: spoken.cancelled):
            spoken.segments.append(segment)
            share = _share_spoken(spoken)
            for chunk in _chunks(finisher.push(segment.audio), segment.tokens, segment.reused):
                if spoken.cancelled:
                    return
                yield {**chunk, "share": share}
        for chunk in _chunks(finisher.end()):
            yield {**chunk, "share": _share_spoken(spoken)}
    except GeneratorExit:
        spoken.cancelled = True
        raise


def _share_spoken(spoken: Spoken) -> float:
    """How much of the text has been rendered, 0 to 1."""
    take = spoken.reading.take
    length = len(take.text if take.phonemes is None else take.phonemes)
    ends = [token.end for segment in reversed(spoken.segments) for token in segment.tokens[-1:]]
    return round(min(ends[0] / length, 1.0), 4) if ends else 0.0


def _opening(reading: Reading) -> Message:
    take = reading.take
    return {
        "key": reading_key(take),
        "voice": describe_voice(take.voice),
        "language": reading.language,
        "seed": take.seed,
        "speed": take.speed,
    }


def _chunks(
    audio: Samples, tokens: Sequence[TimedToken] = (), reused: bool = True
) -> Iterator[Message]:
    """The sound in pieces of a second; the first piece has the words."""
    samples = to_pcm16(audio)
    words = [
        {
            "text": token.text,
            "phonemes": token.phonemes,
            "start": token.start,
            "end": token.end,
            "from": round(token.start_seconds, 3),
            "to": round(token.end_seconds, 3),
        }
        for token in tokens
        if token.phonemes and token.text
    ]
    size = round(CHUNK_SECONDS * SAMPLE_RATE)
    for begin in range(0, len(samples), size):
        piece = samples[begin : begin + size]
        yield {
            "kind": "chunk",
            "pcm": base64.b64encode(piece.tobytes()).decode("ascii"),
            "reused": reused,
            "words": words,
        }
        words = []


def reading_key(take: Take) -> str:
    """A hash that is equal for takes that are read alike: it ties words heard to words shown."""
    said = take.text if take.phonemes is None else f"\0{take.phonemes}"
    language = take.language or take.blend.language
    said += repr(take.lexicon.entries) if take.lexicon else ""
    return f"{zlib.crc32(f'{language}{said}'.encode('utf-8', 'surrogatepass')):08x}"


def describe_skips(skipped: Sequence[Skip]) -> str:
    """One sentence for what will not be spoken; '' when everything is."""
    if not skipped:
        return ""
    count = "1 thing" if len(skipped) == 1 else f"{len(skipped):,} things"
    named = ", ".join(f"{skip.text[:20]} ({skip.reason})" for skip in skipped[:MOST_SKIPS_NAMED])
    more = ", …" if len(skipped) > MOST_SKIPS_NAMED else ""
    return f"{count} will not be spoken: {named}{more}"


@speaks_plainly
def write_sound(
    engine: Engine, takes: Takes, token: str | None, format: str, options: Any = None
) -> str | None:
    """Write a take's sound and return its path; None for an unknown or forgotten take.

    Its utterances are whole, as `Engine.record` makes them; streamed sound differs slightly.
    """
    spoken = takes.get(token)
    if spoken is None or token is None or not spoken.segments:
        return None
    output = options_from(options).output
    output.check_format(format)
    segments = list(engine.exact(spoken.reading, list(spoken.segments)))
    recipe = manifest(spoken.reading, engine, segments, output)
    audio = np.concatenate([segment.audio for segment in segments])
    tags = {key: recipe[key] for key in ("take", "weights")}
    path = takes.place(token, f"{spoken.file_stem}.{find_format(format).name}")
    write_whole(path, encode(audio, format, tags, output))
    return str(path)


@speaks_plainly
def write_recipe(
    engine: Engine, takes: Takes, token: str | None, _format: str = "", options: Any = None
) -> str | None:
    """Write a take's manifest and return its path; None for an unknown or forgotten take."""
    spoken = takes.get(token)
    if spoken is None or token is None or not spoken.segments:
        return None
    output = options_from(options).output
    recipe = manifest(spoken.reading, engine, list(spoken.segments), output)
    path = takes.place(token, f"{spoken.file_stem}.json")
    write_whole(path, json.dumps(recipe, ensure_ascii=False, indent=2).encode())
    return str(path)

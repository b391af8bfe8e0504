"""Speaking to the page: what the player is sent, and the files of a take."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from ...audio import AS_MADE, SAMPLE_RATE, Finisher, Samples, encode, find_format, to_pcm16
from ...engine import Engine, Reading, Take, TimedToken, manifest
from ...engine.naming import describe_voice
from ...engine.reading import check_speakable
from ...storage.files import write_whole
from ...text import Skip
from ..shell.failures import speaks_plainly
from ..shell.takes import Spoken, Takes
from .options import options_from

CHUNK_SECONDS = 1.0
MOST_SKIPS_NAMED = 4

Message = dict[str, Any]


def make_take(
    text: str,
    voice: str,
    language: str,
    speed: float,
    seed: float,
    phonemes: str,
    editing: bool,
    options: Any = None,
) -> Take:
    """The take that the page's controls describe. `language` '' is the voice's own."""
    wanted = options_from(options)
    return Take(
        text or "",
        voice or "",
        language or None,
        float(speed),
        int(seed or 0),
        (phonemes or "") if editing else None,
        pauses=wanted.pauses,
        equal_loudness=wanted.equal_loudness,
    )


@speaks_plainly
def speak(
    engine: Engine,
    takes: Takes,
    text: str,
    voice: str,
    language: str,
    speed: float,
    seed: float,
    phonemes: str,
    editing: bool,
    options: Any,
    previous: str | None,
    request_id: int = 0,
) -> Iterator[tuple[Message, str | None]]:
    """Messages for the player and the take's token, as the sound is made.

    A start, chunks of 16-bit sound with the words they begin, then an end, all marked with the
    page's `request_id`. When something fails midway the end comes all the same, so that the player
    keeps what it has, and the reason is raised after it. `previous` is the take this one replaces.
    """
    takes.cancel(previous)
    kept, sent, skipped = previous, 0, ""  # the take before is kept until there is a sound
    failure: Exception | None = None
    try:
        take = make_take(text, voice, language, speed, seed, phonemes, editing, options)
        reading = engine.read(take)
        check_speakable(reading)
        token, spoken = takes.add(reading)
        yield {**_start(engine, reading), "take": token, "request_id": request_id}, kept
        for message in _render(engine, spoken):
            kept = token
            yield {**message, "seq": sent, "request_id": request_id}, kept
            sent += 1
        if not spoken.cancelled:
            skipped = describe_skips(reading.skipped)
    except Exception as error:
        failure = error
    end = {"sent": sent, "whole": failure is None, "skipped": skipped}
    yield {**nothing_said(request_id), **end}, kept
    if failure:
        raise failure


def nothing_said(request_id: int) -> Message:
    """The end of a take that never began: the player waits no longer."""
    return {"kind": "end", "sent": 0, "whole": False, "skipped": "", "request_id": request_id}


def _render(engine: Engine, spoken: Spoken) -> Iterator[Message]:
    """Chunks of a take; what is rendered goes to the takes. Stops with its listener."""
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
    """How much of the text has been rendered, 0 to 1: what has not been read yet counts too."""
    take = spoken.reading.take
    length = len(take.text if take.phonemes is None else take.phonemes)
    ends = [token.end for segment in reversed(spoken.segments) for token in segment.tokens[-1:]]
    return round(min(ends[0] / length, 1.0), 4) if ends else 0.0


def _start(engine: Engine, reading: Reading) -> Message:
    take = reading.take
    return {
        "kind": "start",
        "key": reading_key(take),
        "voice": describe_voice(take.voice),
        "language": reading.language,
        "seed": take.seed,
        "speed": take.speed,
        "warm": engine.warm,
    }


def _chunks(
    audio: Samples, tokens: Sequence[TimedToken] = (), reused: bool = True
) -> Iterator[Message]:
    """Sound cut for the wire; its words travel with its first piece."""
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
    """Equal for takes that are read the same way: ties the words heard to the words shown."""
    said = take.text if take.phonemes is None else f"\0{take.phonemes}"
    language = take.language or take.blend.language
    return f"{zlib.crc32(f'{language}{said}'.encode('utf-8', 'surrogatepass')):08x}"


def describe_skips(skipped: Sequence[Skip]) -> str:
    """One sentence for what stays silent; '' when everything is spoken."""
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
    """The path of a take's sound, written now; None when there is nothing (any more).

    Whole utterances, as `Engine.record` makes them: what was streamed sounds a little otherwise.
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
    """The path of a take's manifest; None when there is nothing (any more)."""
    spoken = takes.get(token)
    if spoken is None or token is None or not spoken.segments:
        return None
    output = options_from(options).output
    recipe = manifest(spoken.reading, engine, list(spoken.segments), output)
    path = takes.place(token, f"{spoken.file_stem}.json")
    write_whole(path, json.dumps(recipe, ensure_ascii=False, indent=2).encode())
    return str(path)

"""Speaking to the page: what the player is sent, and the files of a take."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterator
from typing import Any

import numpy as np

from ..audio import SAMPLE_RATE, encode, find_format, to_pcm16
from ..disk import write_whole
from ..engine import Engine, Reading, Segment, Take, manifest
from ..engine.naming import describe_voice
from ..text import Skip
from .failures import speaks_plainly
from .shelf import Shelf, Spoken

FIRST_CHUNK_SECONDS = 0.25  # small, so that the first sound is not held up by its transport
CHUNK_SECONDS = 1.0
MOST_SKIPS_NAMED = 4

Message = dict[str, Any]


def make_take(
    text: str, voice: str, language: str, speed: float, seed: float, phonemes: str, editing: bool
) -> Take:
    """The take that the page's controls describe. `language` '' is the voice's own."""
    return Take(
        text or "",
        voice or "",
        language or None,
        float(speed),
        int(seed or 0),
        (phonemes or "") if editing else None,
    )


@speaks_plainly
def speak(
    engine: Engine,
    shelf: Shelf,
    text: str,
    voice: str,
    language: str,
    speed: float,
    seed: float,
    phonemes: str,
    editing: bool,
    previous: str | None,
    errand: int = 0,
) -> Iterator[tuple[Message, str | None]]:
    """Messages for the player and the take's token, as the sound is made.

    A start, chunks of 16-bit sound with the words they begin, then an end, all marked with the
    page's `errand`. When something fails midway the end comes all the same, so that the player
    keeps what it has, and the reason is raised after it. `previous` is the take this one replaces.
    """
    shelf.cancel(previous)
    token, sent = None, 0
    failure: Exception | None = None
    try:
        take = make_take(text, voice, language, speed, seed, phonemes, editing)
        reading = engine.read(take)
        token, spoken = shelf.add(take)
        yield {**_start(engine, take, reading), "take": token, "errand": errand}, token
        for message in _render(engine, spoken, len(reading.utterances)):
            yield {**message, "seq": sent, "errand": errand}, token
            sent += 1
    except Exception as error:
        failure = error
    yield {**nothing_said(errand), "sent": sent, "whole": failure is None}, token
    if failure:
        raise failure


def nothing_said(errand: int) -> Message:
    """The end of a take that never began: the player waits no longer."""
    return {"kind": "end", "sent": 0, "whole": False, "errand": errand}


def _render(engine: Engine, spoken: Spoken, count: int) -> Iterator[Message]:
    """Chunks of a take; what is rendered goes to the shelf. Stops with its listener."""
    segments = engine.speak(spoken.take, cancelled=lambda: spoken.cancelled)
    try:
        for segment in segments:
            first = not spoken.segments
            spoken.segments.append(segment)
            for chunk in _chunks(segment, count, first):
                if spoken.cancelled:
                    return
                yield chunk
    finally:
        spoken.cancelled = True


def _start(engine: Engine, take: Take, reading: Reading) -> Message:
    return {
        "kind": "start",
        "key": reading_key(take),
        "voice": describe_voice(take.voice),
        "language": reading.language,
        "seed": take.seed,
        "speed": take.speed,
        "count": len(reading.utterances),
        "skipped": describe_skips(reading.skipped),
        "warm": engine.warm,
    }


def _chunks(segment: Segment, count: int, first: bool) -> Iterator[Message]:
    """A segment cut for the wire; its words travel with its first piece."""
    samples = to_pcm16(segment.audio)
    words = [
        {
            "text": token.text,
            "phonemes": token.phonemes,
            "start": token.start,
            "end": token.end,
            "from": round(token.start_seconds, 3),
            "to": round(token.end_seconds, 3),
        }
        for token in segment.tokens
        if token.phonemes and token.text
    ]
    begin, size = 0, round((FIRST_CHUNK_SECONDS if first else CHUNK_SECONDS) * SAMPLE_RATE)
    while begin < len(samples):
        piece = samples[begin : begin + size]
        yield {
            "kind": "chunk",
            "pcm": base64.b64encode(piece.tobytes()).decode("ascii"),
            "index": segment.index,
            "count": count,
            "reused": segment.reused,
            "words": words,
        }
        words = []
        begin, size = begin + size, round(CHUNK_SECONDS * SAMPLE_RATE)


def reading_key(take: Take) -> str:
    """Equal for takes that are read the same way: ties the words heard to the words shown."""
    said = take.text if take.phonemes is None else f"\0{take.phonemes}"
    language = take.language or take.blend.language
    return f"{zlib.crc32(f'{language}{said}'.encode('utf-8', 'surrogatepass')):08x}"


def describe_skips(skipped: tuple[Skip, ...]) -> str:
    """One sentence for what stays silent; '' when everything is spoken."""
    if not skipped:
        return ""
    count = "1 thing" if len(skipped) == 1 else f"{len(skipped):,} things"
    named = ", ".join(f"{skip.text[:20]} ({skip.reason})" for skip in skipped[:MOST_SKIPS_NAMED])
    more = ", …" if len(skipped) > MOST_SKIPS_NAMED else ""
    return f"{count} will not be spoken: {named}{more}"


@speaks_plainly
def files(engine: Engine, shelf: Shelf, token: str | None, format: str) -> tuple[str, str] | None:
    """Paths of a take's sound and manifest; None when there is nothing (any more)."""
    spoken = shelf.get(token)
    if spoken is None or not spoken.segments or token is None:
        return None
    return write_files(engine, shelf, token, spoken, format)


def write_files(
    engine: Engine, shelf: Shelf, token: str, spoken: Spoken, format: str
) -> tuple[str, str]:
    segments = list(spoken.segments)
    recipe = manifest(spoken.take, engine, segments)
    audio = np.concatenate([segment.audio for segment in segments])
    tags = {key: recipe[key] for key in ("take", "weights")}
    sound = shelf.place(token, f"{spoken.file_stem}.{find_format(format).extension}")
    write_whole(sound, encode(audio, format, tags))
    paper = shelf.place(token, f"{spoken.file_stem}.json")
    write_whole(paper, json.dumps(recipe, ensure_ascii=False, indent=2).encode())
    return str(sound), str(paper)

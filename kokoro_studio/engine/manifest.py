"""The recipe of a take, to keep beside its sound and to make it again from."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from ..audio import AS_MADE, Output
from ..errors import RequestError
from ..text import Lexicon, LexiconEntry, MarkedText, Passage, Pause, Skip, Style
from ..version import versions
from ..voices import pack_sha256, portable_formula, style_path
from .edits import edits_from, edits_to_json
from .joins import Pauses
from .reading import Reading
from .segment import Segment, join_windows
from .take import Take

if TYPE_CHECKING:
    from .engine import Engine

FORMAT = "kokoro-studio-take/1"
_TEXTS = ("text", "voice", "language", "phonemes")
# Packages that the sound depends on.
VERSIONED = ("torch", "misaki", "phonemizer", "espeakng-loader", "pyopenjtalk-plus", "pypinyin")


def manifest(
    reading: Reading, engine: Engine, segments: Sequence[Segment], output: Output = AS_MADE
) -> dict[str, Any]:
    """All that determines the sound, with hashes, and what was said when. Plain JSON values.

    Of a take that was streamed and of the same take recorded it is the same. `recall` reads it.
    """
    take = reading.take
    return {
        "format": FORMAT,
        "take": take_to_json(take),
        "output": asdict(output),
        "language": reading.language,
        "voice": {
            "formula": str(take.blend),
            "portable": portable_formula(take.blend),  # where an own voice is not kept
            "sha256": pack_sha256(style_path(take.blend)),
        },
        "text_sha256": hashlib.sha256(take.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "weights": engine.weights.id,
        "device": engine.device.type,
        "precision": engine.precision,
        "versions": versions(VERSIONED),
        "seconds": round(sum(segment.seconds for segment in segments), 3),
        "skipped": [asdict(skip) for skip in reading.skipped],
        "segments": [describe_segment(segment) for segment in join_windows(segments)],
    }


def take_to_json(take: Take) -> dict[str, Any]:
    """Plain JSON values; `take_from_json` reads them."""
    values = {field.name: getattr(take, field.name) for field in fields(take)}
    values["edits"] = edits_to_json(take.edits)
    values["pauses"] = {
        name: seconds for name, seconds in asdict(take.pauses).items() if seconds is not None
    }
    values["lexicon"] = [
        {name: str(value) for name, value in asdict(entry).items() if value is not None}
        for entry in take.lexicon.entries
    ]
    if not take.lexicon:
        del values["lexicon"]
    if take.marked is None:
        del values["marked"]
    else:
        values["marked"] = asdict(take.marked)
    return values


def take_from_json(given: Mapping[str, Any]) -> Take:
    """`RequestError`, or a `KeyError`, `TypeError` and the like, for what is no take."""
    for name in _TEXTS:
        value = given.get(name, "")
        if not isinstance(value, str) and (value is not None or name in ("text", "voice")):
            raise TypeError(f"{name} is not text")
    marked = given.get("marked")
    return Take(
        **{
            **given,
            "edits": edits_from(given.get("edits", [])),
            "pauses": Pauses(**given.get("pauses", {})),
            "marked": None if marked is None else _marked_from(marked),
            "lexicon": Lexicon(tuple(LexiconEntry(**entry) for entry in given.get("lexicon", ()))),
        }
    )


def _marked_from(given: Mapping[str, Any]) -> MarkedText:
    return MarkedText(
        tuple(map(_piece_from, given["pieces"])),
        tuple(Skip(**skip) for skip in given.get("skipped", ())),
        tuple(map(str, given.get("unused", ()))),
    )


def _piece_from(given: Mapping[str, Any]) -> Passage | Pause:
    if "seconds" in given:
        return Pause(given["seconds"])
    style = Style(**given["style"])
    if not all(map(math.isfinite, (style.rate, style.pitch_semitones, style.gain))):
        raise ValueError("a passage's rate, pitch or gain is no number")
    return Passage(str(given["text"]), int(given["start"]), style)


def describe_segment(segment: Segment) -> dict[str, Any]:
    """A segment without its sound, as plain JSON values."""
    return {
        "index": segment.index,
        "start_seconds": round(segment.start_seconds, 4),
        "end_seconds": round(segment.start_seconds + segment.seconds, 4),
        "phonemes": segment.phonemes,
        "seed": segment.seed,
        "tokens": [
            asdict(token)
            | {
                "start_seconds": round(token.start_seconds, 4),
                "end_seconds": round(token.end_seconds, 4),
            }
            for token in segment.tokens
            if token.text
        ],
    }


def take_from_manifest(data: Mapping[str, Any]) -> Take:
    """The take of a manifest; `RequestError` if it is not one."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise RequestError(f"This is not a take's recipe: its format is not {FORMAT!r}.")
    try:
        return take_from_json(data["take"])
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise RequestError(
            f"This recipe's take is incomplete or from another version: {error}."
        ) from error

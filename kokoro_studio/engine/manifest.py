"""The recipe of a take, to keep beside its sound and to make it again from."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

from .. import __version__
from ..errors import RequestError
from ..voices import pack_sha256, style_path
from .edits import edits_from, edits_to_json
from .reading import Reading
from .segment import Segment, join_windows
from .take import Take

if TYPE_CHECKING:
    from .engine import Engine

FORMAT = "kokoro-studio-take/1"
_VERSIONED = ("torch", "misaki", "phonemizer", "espeakng-loader", "pyopenjtalk-plus", "pypinyin")


def manifest(reading: Reading, engine: Engine, segments: Sequence[Segment]) -> dict[str, Any]:
    """All that determines the sound, with hashes, and what was said when. Plain JSON values.

    Of a take that was streamed and of the same take recorded it is the same.
    """
    take = reading.take
    return {
        "format": FORMAT,
        "take": take_to_json(take),
        "language": reading.language,
        "voice": {"formula": str(take.blend), "sha256": pack_sha256(style_path(take.blend))},
        "text_sha256": hashlib.sha256(take.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "weights": engine.weights.id,
        "device": engine.device.type,
        "precision": engine.precision,
        "versions": {"kokoro-studio": __version__, **_versions()},
        "seconds": round(sum(segment.seconds for segment in segments), 3),
        "skipped": [asdict(skip) for skip in reading.skipped],
        "segments": [describe_segment(segment) for segment in join_windows(segments)],
    }


def take_to_json(take: Take) -> dict[str, Any]:
    """`RequestError` for a take whose markup was read by a program: `text` does not say all."""
    if take.marked is not None:
        raise RequestError("A take with its markup read apart has no manifest.")
    shallow = {field.name: getattr(take, field.name) for field in fields(take)}
    del shallow["marked"]
    return {**shallow, "edits": edits_to_json(take.edits)}


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
        raise RequestError(f"This is not a take's manifest: its format is not {FORMAT!r}.")
    try:
        given = dict(data["take"])
        return Take(**{**given, "edits": edits_from(given.get("edits", []))})
    except (KeyError, TypeError, ValueError) as error:
        raise RequestError(
            f"This manifest's take is incomplete or from another version: {error}."
        ) from error


def _versions() -> dict[str, str]:
    found = {}
    for package in _VERSIONED:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found

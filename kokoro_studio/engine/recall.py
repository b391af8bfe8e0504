"""A manifest brings its take back; whatever will not be the same is told in a sentence each."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..audio import Output
from ..errors import RequestError, VoiceError
from ..version import versions
from ..voices import pack_sha256, parse_formula, style_path
from .manifest import VERSIONED, take_from_manifest
from .take import Take

if TYPE_CHECKING:
    from .engine import Engine

MOST_BYTES = 32 * 2**20  # of a manifest's file: an hour of speech has 5 MB of word times


@dataclass(frozen=True)
class Recalled:
    take: Take
    output: Output
    notes: tuple[str, ...]  # what is another here; none: the sound is the same to the last bit


def read_recipe(path: Path) -> Any:
    """The JSON of a manifest's file; `RequestError` for a file that cannot be one."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise RequestError(f"{path} cannot be read: {error.strerror or error}.") from error
    if len(data) > MOST_BYTES:
        raise RequestError(f"{path.name} is larger than {MOST_BYTES // 2**20} MB: no recipe is.")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RequestError(
            f"{path.name} is not JSON; a take's recipe is the .json file saved beside its sound."
        ) from error


def recall(data: Any, engine: Engine) -> Recalled:
    """The take of a manifest and the form of its sound.

    `RequestError` for what is no manifest, `VoiceError` for a voice that is not here.
    """
    take = take_from_manifest(data)
    voice = _mapping(data, "voice")
    take = _with_known_voice(take, voice)
    try:
        output = Output(**data.get("output", {}))
    except TypeError as error:
        raise RequestError(f"This recipe's output is from another version: {error}.") from error
    return Recalled(take, output, tuple(_notes(take, voice, data, engine)))


def _with_known_voice(take: Take, voice: Mapping[str, Any]) -> Take:
    """The take, or the same with an own voice's recipe where the voice is not kept here."""
    if _hash_of(take.voice):
        return take
    portable = voice.get("portable")
    if isinstance(portable, str) and _hash_of(portable) == voice.get("sha256"):
        return replace(take, voice=portable)
    raise VoiceError(
        f"The voice {take.voice[:60]!r} of this recipe is not here; import its file in the Mix "
        "tab, or with the command `import`, then load the recipe again."
    )


def _hash_of(formula: str) -> str:
    """Of its styles; '' for a formula that cannot be read, or a voice that is not here."""
    try:
        return pack_sha256(style_path(parse_formula(formula)))
    except VoiceError:
        return ""


def _notes(
    take: Take, voice: Mapping[str, Any], data: Mapping[str, Any], engine: Engine
) -> Iterator[str]:
    if _hash_of(take.voice) != voice.get("sha256"):
        yield f"The voice {take.voice[:60]} has changed since: it will sound different."
    here = engine.weights.id, engine.precision, engine.device.type
    there = tuple(data.get(name) for name in ("weights", "precision", "device"))
    if here != there:
        yield (
            f"It was made with weights {_words(there)}, here they are {_words(here)}: the sound "
            "will differ a little, its timing hardly."
        )
    then = _mapping(data, "versions")
    changed = [
        f"{name} {str(then.get(name, 'none'))[:20]} (here {now})"
        for name, now in versions(VERSIONED).items()
        if then.get(name) != now
    ]
    if changed:
        yield f"It was made with {', '.join(changed)}: words may be read differently."


def _mapping(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = data.get(name)
    return value if isinstance(value, Mapping) else {}


def _words(made: tuple[Any, ...]) -> str:
    weights, precision, device = (str(each)[:20] for each in made)
    return f"{weights} in {precision} on {device}"

"""Who can be heard in a blind test, each by a recipe that says all of how it sounds.

A contestant that cannot perform raises `ContestantError`: the trial is void, and nobody's fault.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np

from ...audio import SAMPLE_RATE
from ...engine import Engine, Take, load_engine, manifest
from ...engine.naming import describe_voice
from ...engine.take import MAX_SEED
from ...errors import DeviceError, RequestError, StudioError, WeightsError
from ...text import LANGUAGES, language_of
from ...voices import pack_sha256, parse_formula, style_path
from ..sound import Sound, checked

MOST_CHARACTERS = 1_000  # of one text
LONGEST_SECONDS = 60.0  # of one performance
MOST_NAME = 200  # characters
_MOST_WORDS = 140  # of them for a mix of many voices
_ENGLISH = frozenset("ab")


class ContestantError(RequestError):
    """A contestant that could not perform; the sentence names it."""


@dataclass(frozen=True)
class Contestant:
    """One way to make sound of a text. `RequestError` for a kind or a name that cannot be."""

    kind: str  # a key of `KINDS`
    name: str  # for people: `Heart · American English`
    recipe: Mapping[str, Any] = field(hash=False)  # plain JSON values; no secret is ever in it

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise RequestError(
                f"There is no contestant of kind {self.kind!r}; use one of {', '.join(KINDS)}."
            )
        if not 1 <= len(self.name.strip()) <= MOST_NAME or not self.name.isprintable():
            raise RequestError(f"A contestant's name has 1 to {MOST_NAME} letters that are seen.")

    @cached_property
    def id(self) -> str:
        """The same for the same recipe, whatever its name."""
        return digest({"kind": self.kind, "recipe": dict(self.recipe)})

    @property
    def sound(self) -> str:
        """The same for all that sound exactly alike, such as a voice and its copy."""
        if self.kind != "voice":
            return self.id
        return digest({name: self.recipe[name] for name in self.recipe if name != "formula"})

    @property
    def languages(self) -> Collection[str]:
        """Codes of `LANGUAGES` it is at home in."""
        return KINDS[self.kind].languages(self)

    @property
    def text(self) -> str | None:
        """The only text it can say; None for any text."""
        return self.recipe["text"] if self.kind == "clip" else None

    def speaks(self, language: str) -> bool:
        """`language`: any name that `language_of` knows."""
        return language_of(language).code in self.languages

    @property
    def detail(self) -> str:
        """What kind it is, in words."""
        return KINDS[self.kind].label

    def describe(self) -> str:
        """What it is, in a line: `Heart · American English, a voice of this studio`."""
        return f"{self.name}, {KINDS[self.kind].label}"

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "name": self.name, "recipe": dict(self.recipe)}

    @classmethod
    def from_json(cls, data: Any) -> Contestant:
        """What `to_json` gave; `RequestError` for anything else."""
        shaped = isinstance(data, Mapping) and set(data) == {"kind", "name", "recipe"}
        if not shaped or not isinstance(data["recipe"], Mapping):
            raise RequestError("This is no contestant: it needs a kind, a name and a recipe.")
        return cls(str(data["kind"]), str(data["name"]), data["recipe"])


@dataclass(frozen=True)
class Kind:
    """How contestants of one kind perform."""

    label: str
    perform: Callable[[Contestant, str, str, int, Engine], Sound]
    languages: Callable[[Contestant], Collection[str]]


def perform(contestant: Contestant, text: str, language: str, seed: int, engine: Engine) -> Sound:
    """A text as the contestant says it, untrimmed, at its own rate and loudness.

    `engine` is the one that is shared; `seed` is the trial's, the same for all its sides.
    `ContestantError` if nothing fit to be judged comes of it.
    """
    if not text.strip() or len(text) > MOST_CHARACTERS:
        raise RequestError(f"A text to compare on has 1 to {MOST_CHARACTERS:,} characters.")
    language = language_of(language).code
    if not contestant.speaks(language):
        raise ContestantError(f"{contestant.name} does not speak {LANGUAGES[language]}.")
    try:
        sound = KINDS[contestant.kind].perform(contestant, text, language, seed, engine)
    except (ContestantError, DeviceError, WeightsError):  # the last two are nobody's fault
        raise
    except StudioError as error:
        raise ContestantError(f"{contestant.name} could not say the text: {error}") from error
    try:
        return checked(sound, f"What {contestant.name} said", LONGEST_SECONDS)
    except RequestError as error:
        raise ContestantError(str(error)) from error


def digest(value: Any) -> str:
    """16 hex digits that stand for a JSON value."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]


def voice_contestant(
    formula: str,
    speed: float = 1.0,
    seed: int = 0,
    precision: str | None = None,
    *,
    engine: Engine,
) -> Contestant:
    """A voice, a mix, another take of it, another speed or another precision of this studio.

    `VoiceError` or `RequestError` for what the engine would not speak with.
    """
    take = Take("", formula, None, speed, seed)
    blend = take.blend
    exact = _engine_for(engine, precision).precision if precision else engine.precision
    extras = [f"{speed:g} times as fast"] if speed != 1 else []
    extras += [f"seed {seed}"] if seed else []
    extras += [exact] if exact != engine.precision else []
    recipe = {
        "formula": str(blend),
        "sha256": pack_sha256(style_path(blend)),
        "language": blend.language,
        "speed": float(speed),
        "seed": seed,
        "precision": exact,
        "weights": engine.weights.id,
    }
    voices = describe_voice(formula)
    if len(voices) > _MOST_WORDS:
        voices = voices[:_MOST_WORDS].rstrip() + "…"
    return Contestant("voice", " · ".join([voices, *extras]), recipe)


def _perform_voice(
    contestant: Contestant, text: str, language: str, seed: int, engine: Engine
) -> Sound:
    recipe = contestant.recipe
    if engine.weights.id != recipe["weights"]:
        raise ContestantError(f"{contestant.name} speaks with weights that are not loaded here.")
    if pack_sha256(style_path(parse_formula(recipe["formula"]))) != recipe["sha256"]:
        raise ContestantError(f"{contestant.name} has another voice now than when it was chosen.")
    take = Take(
        text,
        recipe["formula"],
        # English in its own accent, however the text is spelt.
        recipe["language"] if language in _ENGLISH else language,
        recipe["speed"],
        (recipe["seed"] + seed) % (MAX_SEED + 1),
    )
    speaker = _engine_for(engine, recipe["precision"])
    reading = speaker.read(take)
    segments = list(speaker.record(reading))
    samples = np.concatenate([segment.audio for segment in segments])
    return Sound(samples, SAMPLE_RATE, manifest(reading, speaker, segments))


def _voice_languages(contestant: Contestant) -> Collection[str]:
    language = contestant.recipe["language"]
    return _ENGLISH if language in _ENGLISH else (language,)


def _engine_for(engine: Engine, precision: str) -> Engine:
    """The same weights on the same device, in another precision."""
    if precision == engine.precision:
        return engine
    weights = engine.weights
    choice = str(weights.path) if weights.source == "file" else weights.source
    return load_engine(str(engine.device), choice, precision)


def _perform_anchor(*asked: Any) -> Sound:
    from .anchor import perform_anchor

    return perform_anchor(*asked)


def _perform_clip(*asked: Any) -> Sound:
    from .clips import perform_clip

    return perform_clip(*asked)


def _perform_system(*asked: Any) -> Sound:
    from .systems import perform_system

    return perform_system(*asked)


def _system_languages(contestant: Contestant) -> Collection[str]:
    from .systems import system_languages

    return system_languages(contestant)


KINDS: dict[str, Kind] = {
    "voice": Kind("a voice of this studio", _perform_voice, _voice_languages),
    "anchor": Kind("a robot to compare with", _perform_anchor, lambda _: tuple(LANGUAGES)),
    "clip": Kind("a recording", _perform_clip, lambda one: (one.recipe["language"],)),
    "system": Kind("another system", _perform_system, _system_languages),
}

"""Voices, mixes and takes of this studio as contestants."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from ...audio import SAMPLE_RATE
from ...audio.clip import Clip
from ...engine import Engine, Take, load_engine, manifest
from ...engine.describing import describe_voice
from ...engine.take import MAX_SEED
from ...voices import pack_sha256, parse_formula, style_path
from .contestant import Contestant, ContestantError

_MOST_WORDS = 140  # characters of the name of a mix of many voices
_ENGLISH = frozenset("ab")


def voice_contestant(
    formula: str,
    speed: float = 1.0,
    seed: int = 0,
    precision: str | None = None,
    *,
    engine: Engine,
) -> Contestant:
    """A voice or mix of this studio, with a seed, a speed and a precision.

    `VoiceError` or `RequestError` for values that the engine refuses.
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


def perform_voice(
    contestant: Contestant, text: str, language: str, seed: int, engine: Engine
) -> Clip:
    recipe = contestant.recipe
    if engine.weights.id != recipe["weights"]:
        raise ContestantError(f"{contestant.name} speaks with weights that are not loaded here.")
    if pack_sha256(style_path(parse_formula(recipe["formula"]))) != recipe["sha256"]:
        raise ContestantError(f"{contestant.name} has another voice now than when it was chosen.")
    take = Take(
        text,
        recipe["formula"],
        # English is spoken in the voice's own accent.
        recipe["language"] if language in _ENGLISH else language,
        recipe["speed"],
        (recipe["seed"] + seed) % (MAX_SEED + 1),
    )
    speaker = _engine_for(engine, recipe["precision"])
    reading = speaker.read(take)
    segments = list(speaker.record(reading))
    samples = np.concatenate([segment.audio for segment in segments])
    return Clip(samples, SAMPLE_RATE, manifest(reading, speaker, segments))


def voice_languages(contestant: Contestant) -> Collection[str]:
    language = contestant.recipe["language"]
    return _ENGLISH if language in _ENGLISH else (language,)


def _engine_for(engine: Engine, precision: str) -> Engine:
    """The same weights on the same device, in another precision."""
    if precision == engine.precision:
        return engine
    weights = engine.weights
    choice = str(weights.path) if weights.source == "file" else weights.source
    return load_engine(str(engine.device), choice, precision)

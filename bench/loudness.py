"""Measure how loud each voice speaks: writes voices/loudness.json and docs/loudness.md.

    python -m bench.loudness     a quarter of an hour of one core

Every voice, and mixes drawn at random, say a sentence of their own language. Loudness is ITU-R
BS.1770-4. `kokoro_studio.voices.space.loudness` says how it is told before a voice speaks; how
wrong that is, is measured on voices and mixes that the fit has not seen, and on a sentence that it
has not.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from kokoro_studio import Engine, Take, load_engine
from kokoro_studio.audio.loudness import measure_level
from kokoro_studio.listening.stimuli.sentences import sentences
from kokoro_studio.voices import VOICES, parse_formula
from kokoro_studio.voices.shape import TIMBRE
from kokoro_studio.voices.space.loudness import LOUDNESS_FILE, MOST_DECIBELS, TARGET_LUFS
from kokoro_studio.voices.space.typical import typical_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "loudness.md"
FITTED, OTHER = "statement", "question"  # kinds of sentences
MIXES = 60
RIDGE = 0.03  # square of a style's length: the best of 0.01, 0.03, … 10 for voices left out
_DIGITS = 5

Array = np.ndarray


def lufs(engine: Engine, formula: str, kind: str) -> float:
    """Of the shortest sentence of that kind, in the formula's language."""
    language = parse_formula(formula).language
    texts = [one.text for one in sentences(language) if one.category == kind]
    take = Take(min(texts, key=len), formula)
    audio = np.concatenate([segment.audio for segment in engine.record(take)])
    # Twice: gating needs more blocks of 0.4 s than a short sentence has.
    return measure_level(np.concatenate((audio, audio)), 24_000).lufs


def draw_mixes(count: int) -> list[str]:
    """Of two or three voices: as they are, halves apart, with another pitch, along the arc."""
    draw = random.Random(5)
    mixes = []
    for number in range(count):
        voices = draw.sample(list(VOICES), draw.choice((2, 2, 3)))
        mix = " + ".join(f"{voice}*{draw.uniform(0.2, 1):.2f}" for voice in voices)
        if number % 5 == 2:
            mix = f"timbre({voices[0]}) delivery({voices[1]})"
        elif number % 5 == 3:
            mix = f"timbre({mix}) delivery({draw.choice(list(VOICES))}) pitch({voices[0]})"
        elif number % 5 == 4:
            mix += " @slerp"
        mixes.append(str(parse_formula(mix)))
    return mixes


def points_of(formulas: Sequence[str]) -> Array:
    """(n, 128): timbre"""
    points = [typical_of(parse_formula(each))[0, :TIMBRE] for each in formulas]
    return torch.stack(points).numpy()


def ridge(points: Array, levels: Array) -> tuple[float, Array]:
    """Intercept and weights (128,)."""
    apart, mean = points - points.mean(axis=0), levels.mean()
    squares = apart @ apart.T + RIDGE * np.eye(len(apart))
    weights = apart.T @ np.linalg.solve(squares, levels - mean)
    return float(mean - points.mean(axis=0) @ weights), weights


def errors_of_voices(points: Array, levels: Array) -> Array:
    """Of each voice as if it had come from a file: told by a fit to the others."""
    errors = []
    for out in range(len(points)):
        kept = np.arange(len(points)) != out
        intercept, weights = ridge(points[kept], levels[kept])
        errors.append(intercept + points[out] @ weights - levels[out])
    return np.array(errors)


def errors_of_mixes(mixes: Sequence[str], heard: Array, table: dict[str, float]) -> Array:
    """Of mixes by a fit to voices alone."""
    names = list(table)
    levels = np.array(list(table.values()))
    voices = points_of(names)
    intercept, weights = ridge(voices, levels)
    left = dict(zip(names, levels - intercept - voices @ weights, strict=True))
    told = intercept + points_of(mixes) @ weights
    told += [sum(w * left[v] for v, w in parse_formula(mix).timbre) for mix in mixes]
    return told - heard


def row(name: str, values: Array) -> str:
    return f"| {name} | {np.sqrt((values**2).mean()):.1f} | {np.abs(values).max():.1f} |"


def spread(name: str, levels: Array) -> str:
    return f"| {name} | {np.std(levels):.1f} | {np.ptp(levels):.1f} |"


def page(
    table: dict[str, float], other: dict[str, float], mixes: Sequence[str], heard: Array
) -> str:
    levels = np.array(list(table.values()))
    usual = np.array(list(other.values()))
    equal = usual - [table[voice] for voice in other]
    unseen = errors_of_voices(points_of(list(table)), levels)
    quietest, loudest = min(table, key=table.__getitem__), max(table, key=table.__getitem__)
    return f"""# How loud voices are

Written by `python -m bench.loudness`. Loudness is ITU-R BS.1770-4 in LUFS, of a sentence of each
voice's own language. The 54 voices are {np.ptp(levels):.1f} dB apart, from {quietest}
({table[quietest]:.1f}) to {loudest} ({table[loudest]:.1f}). `equal_loudness` speaks each at
{TARGET_LUFS:g} LUFS, by a gain that is known before the first sound: one number for a voice or mix,
so dynamics stay as they are, and a stream is as loud as its file. The gain is at most
{MOST_DECIBELS:g} dB either way; peaks above full scale are limited.

How far apart the 54 voices are, in dB:

| | standard deviation | from the quietest to the loudest |
|---|---|---|
{spread("as they are", levels)}
{spread(f"as they are, {len(other)} voices on a sentence that was not measured", usual)}
{spread("equal loudness, on that sentence", equal)}

What is left is that the same voice says one sentence louder than another.

How wrong the loudness of what was never measured is told, in dB:

| | root mean square | worst |
|---|---|---|
{row(f"{len(mixes)} mixes of released voices", errors_of_mixes(mixes, heard, table))}
{row("a voice from a file: each of the 54 as if it were one", unseen)}
{row("the same without telling: the mean of all voices", levels - levels.mean())}
"""


def main() -> None:
    engine = load_engine()
    table = {voice: round(lufs(engine, voice, FITTED), 2) for voice in VOICES}
    other = {voice: lufs(engine, voice, OTHER) for voice in VOICES}
    mixes = draw_mixes(MIXES)
    heard = np.array([lufs(engine, mix, FITTED) for mix in mixes])
    write(table, other, mixes, heard)


def write(
    table: dict[str, float], other: dict[str, float], mixes: Sequence[str], heard: Array
) -> None:
    intercept, weights = ridge(points_of(list(table)), np.array(list(table.values())))
    lines = ",\n".join(f'    "{voice}": {level}' for voice, level in table.items())
    numbers = ", ".join(f"{weight:.{_DIGITS}f}" for weight in weights)
    LOUDNESS_FILE.write_text(
        f'{{\n  "voices": {{\n{lines}\n  }},\n  "intercept": {intercept:.{_DIGITS}f},\n'
        f'  "weights": [{numbers}]\n}}\n',
        encoding="utf-8",
    )
    PAGE.write_text(page(table, other, mixes, heard), encoding="utf-8")


if __name__ == "__main__":
    main()

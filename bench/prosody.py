"""Prosody beside the official package, streamed and whole: writes docs/prosody.md.

    python -m bench.prosody             all of it: about half an hour
    python -m bench.prosody --few       two sentences a language; prints the page, writes nothing
    python -m bench.prosody --pictures  docs/images/prosody alone

"Whole" is `Engine.record`: one pass over the sentence. "Streamed" is `Engine.speak`: windows, with
predicted statistics of the norms. The official package renders the same phonemes whole, with the
same weights, style and noise.
"""

from __future__ import annotations

import io
import json
import platform
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from itertools import accumulate, cycle, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from bench.drift import section as long_text
from bench.fit_statistics import compare, log_mel
from bench.words import section as single_words
from kokoro_studio import Engine, Segment, Take, load_engine
from kokoro_studio.audio import SAMPLE_RATE, Samples, fade_edges
from kokoro_studio.engine.reading import Reading
from kokoro_studio.engine.requests import utterance_seed
from kokoro_studio.engine.segment import TimedToken, join_windows
from kokoro_studio.engine.windows import FIRST, GROWTH, LONGEST, audible_span
from kokoro_studio.measures.traits import measure_dnsmos
from kokoro_studio.model import SAMPLES_PER_PITCH_FRAME, Prosody, Window, draw_excitation
from kokoro_studio.model.bundled import read_bundled
from kokoro_studio.text import LANGUAGES
from kokoro_studio.text.segment import has_voice
from kokoro_studio.text.symbols import PUNCTUATION, ids
from kokoro_studio.voices import VOICES, load_pack, style_for, style_path
from tests.model.oracle import build_reference, given_noise
from tests.pitch import track

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "prosody.md"
PICTURES = ROOT / "docs" / "images" / "prosody"
TEXTS = ROOT / "bench" / "prosody_sentences.json"
SENTENCES_EACH, FEW = 20, 2  # of a language
SENTENCES_A_VOICE = 6  # at least
PICTURED, PICTURES_EACH, PICTURE_SECONDS = "abfjz", 2, 2.5

PITCH_RATE = SAMPLE_RATE // SAMPLES_PER_PITCH_FRAME  # frames a second
FRAME = SAMPLE_RATE // 200  # samples: 5 ms
MILLISECOND = SAMPLE_RATE // 1000
PAUSE_DB, PAUSE_SECONDS = 40, 0.08  # below the loudest frame; the shortest that counts
NEAR_SECONDS = 0.05  # by which a pause may reach beyond the one that it is part of
FLOOR_DB = 60  # below the loudest frame: softer counts as that soft in a step
WORDS, MOST_LAG, AROUND = 5, 50, 150  # words of an opening; both in ms
LOWEST_HZ, HIGHEST_HZ = 60, 500
PERCENTILE = 99  # of the steps away from joins

MOST_LENGTH, LEAST_CORRELATION = 0.01, 0.98  # what the release asks for
MOST_DISTANCE, MOST_DISTANCE_OF_A_VOICE, MOST_LEVEL = 1.0, 2.0, 0.5  # dB
MOST_STEPS = 0.02  # of joins: twice what is expected by chance
MOST_JOINED = 0.1  # dB: a tenth of what is heard
COLOURS = 16  # of a picture
DNSMOS_SAMPLES = round(9.02 * SAMPLE_RATE)


class Spoken(NamedTuple):
    """One sentence said three times: (n,) float32 at 24 kHz, the same n of each."""

    voice: str
    phonemes: str
    prosody: Prosody
    span: Window  # what is kept of it, in pitch frames
    words: tuple[TimedToken, ...]
    joins: tuple[int, ...]  # of windows, in samples
    official: Samples
    whole: Samples
    streamed: Samples


Apart = tuple[float, float]  # (log-mel distance, level), both in dB


class BesideOfficial(NamedTuple):
    """One of our renders beside the official one."""

    length: float  # by which it is longer: 0.01 is 1 %
    opening_ms: int  # by which its first five words are longer
    pauses: int
    unpunctuated: int  # pauses away from punctuation
    new_pauses: int  # which the official render has not
    pitch: np.ndarray  # (2, frames) log Hz, official and ours, the mean of each subtracted
    semitones: np.ndarray  # (frames,) absolute differences


class BesideWhole(NamedTuple):
    """The streamed render beside the whole one."""

    sentence: Apart
    windows: list[Apart]
    steps_at_joins: np.ndarray  # dB
    steps_elsewhere: np.ndarray


class Result(NamedTuple):
    voice: str
    official_pauses: tuple[int, int]  # all, and those away from punctuation
    whole: BesideOfficial
    streamed: BesideOfficial
    windows: BesideWhole
    dnsmos: tuple[float, ...]  # official, whole, streamed


class VoiceResult(NamedTuple):
    """Beside the whole render of the same sentence."""

    streamed: list[Apart]
    another_seed: Apart


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


def measure_sentences(engine: Engine, count: int) -> dict[str, list[Result]]:
    """By language. A sentence is measured while the next is rendered."""
    reference = build_reference(read_bundled())
    results = {}
    with ThreadPoolExecutor(1) as pool:
        for language in LANGUAGES:
            chosen = islice(readings(engine, language), count)
            results[language] = list(
                pool.map(measure, (say(engine, reference, reading) for reading in chosen))
            )
            assert len(results[language]) == count
    return results


def measure_voices(
    engine: Engine, results: dict[str, list[Result]], count: int
) -> dict[str, VoiceResult]:
    """Every voice says at least `count` sentences in windows and whole, one with another seed."""
    measured = {}
    for voice in VOICES.values():
        streamed = [
            each.windows.sentence for each in results[voice.language] if each.voice == voice.id
        ]
        for text in texts(voice.language)[-max(1, count - len(streamed)) :]:
            reading = engine.read(Take(text, voice.id))
            whole = join(engine.record(reading)).audio
            streamed.append(compare(whole, join(engine.speak(reading)).audio))
        reseeded = engine.read(replace(reading.take, seed=reading.take.seed + 1))
        other = compare(whole, join(engine.record(reseeded)).audio)
        measured[voice.id] = VoiceResult(streamed, other)
        print(voice.id, np.mean(streamed, axis=0).round(2), flush=True)
    return measured


def readings(engine: Engine, language: str) -> Iterator[Reading]:
    """One utterance each, by the voices of the language in turn."""
    voices = cycle(voice.id for voice in VOICES.values() if voice.language == language)
    for text in texts(language):
        take = Take(text, next(voices))
        for second in engine.read(take).utterances[1:2]:
            take = replace(take, text=text[: second.tokens[0].start])
        yield engine.read(take)


@cache
def texts(language: str) -> list[str]:
    """Sentences that the statistics were not fitted to."""
    chosen: list[str] = json.loads(TEXTS.read_text("utf-8"))[language]
    return chosen


def say(engine: Engine, reference, reading: Reading) -> Spoken:
    """The only utterance of a reading: official, whole and streamed, without what is around it."""
    (utterance,), blend = reading.utterances, reading.take.blend
    prosody = engine.plan(utterance, blend)
    span = audible_span(prosody.energy)
    first, last = (place * SAMPLES_PER_PITCH_FRAME for place in span)
    windows = list(engine.speak(reading))
    whole, streamed = join(engine.record(reading)), join(windows)
    seed = utterance_seed(reading.take.seed, utterance.phonemes, 0)
    assert seed == whole.seed == streamed.seed
    official = official_render(reference, str(blend), utterance.phonemes, prosody, seed)
    return Spoken(
        str(blend),
        utterance.phonemes,
        prosody,
        span,
        tuple(token for token in whole.tokens if has_voice(token.phonemes)),
        joins_of(windows),
        fade_edges(official[first:last]),
        whole.audio[: last - first],  # without the pause after it
        streamed.audio[: last - first],
    )


def joins_of(windows: Sequence[Segment]) -> tuple[int, ...]:
    """In samples of the utterance."""
    return tuple(accumulate(len(window.audio) for window in windows[:-1]))


def join(segments: Sequence[Segment] | Iterator[Segment]) -> Segment:
    """The only utterance among them."""
    (segment,) = join_windows(segments)
    return segment


@torch.inference_mode()
def official_render(reference, voice: str, phonemes: str, prosody: Prosody, seed: int) -> Samples:
    """(frames * 600,) by the official package; its durations must be those of our plan."""
    style = load_pack(voice)[len(phonemes) - 1][None]
    with given_noise(draw_excitation(len(prosody.pitch_hz), seed).noise):
        output = reference(phonemes, style, return_output=True)
    assert output.pred_dur.flatten().tolist() == prosody.durations.tolist()
    return output.audio.numpy()


def measure(spoken: Spoken) -> Result:
    sounds = spoken.official, spoken.whole, spoken.streamed
    pitches = [pitch_of(sound) for sound in sounds]
    pauses = pauses_of(spoken.official)
    result = Result(
        spoken.voice,
        (len(pauses), unpunctuated(pauses, spoken)),
        beside_official(spoken, spoken.whole, pitches[0], pitches[1]),
        beside_official(spoken, spoken.streamed, pitches[0], pitches[2]),
        beside_whole(spoken),
        tuple(dnsmos_of(sound) for sound in sounds),
    )
    pitch, (distance, level) = correlation([result.streamed]), result.windows.sentence
    told = f"pitch {pitch:.4f}, log-mel {distance:.2f} dB, level {level:+.2f} dB"
    print(f"{result.voice}: {told}, DNSMOS {result.dnsmos}", flush=True)
    return result


def dnsmos_of(audio: Samples) -> float:
    """DNSMOS looks at windows of 9 s: a shorter sound is repeated to fill one, and only one."""
    score = measure_dnsmos(np.resize(audio, max(len(audio), DNSMOS_SAMPLES)))
    assert score is not None
    return score


def beside_official(
    spoken: Spoken, ours: Samples, official_pitch: np.ndarray, pitch: np.ndarray
) -> BesideOfficial:
    lengths = length_of(spoken.official), length_of(ours)
    voiced = ~np.isnan(official_pitch + pitch)
    logs = np.log(np.stack([official_pitch, pitch])[:, voiced])
    exact = np.stack([track(spoken.official), track(ours)])[:, voiced]
    exact = exact[:, (exact > LOWEST_HZ).all(axis=0)]
    pauses = pauses_of(ours)
    quiet = pauses_of(spoken.official, shortest=0)
    return BesideOfficial(
        lengths[1] / lengths[0] - 1,
        opening_shift(spoken, ours),
        len(pauses),
        unpunctuated(pauses, spoken),
        sum(not any(is_within(pause, other) for other in quiet) for pause in pauses),
        logs - logs.mean(axis=1, keepdims=True),
        12 * np.abs(np.log2(exact[1] / exact[0])),
    )


def pitch_of(audio: Samples) -> np.ndarray:
    """(frames,) Hz each 12.5 ms, nan where unvoiced, by pYIN (Mauch & Dixon 2014)."""
    import librosa

    return librosa.pyin(
        audio, fmin=LOWEST_HZ, fmax=HIGHEST_HZ, sr=SAMPLE_RATE, hop_length=SAMPLES_PER_PITCH_FRAME
    )[0]


def energy_db(audio: Samples, hop: int = FRAME) -> np.ndarray:
    """Of frames of 5 ms, each `hop` samples: dB of full scale."""
    frames = np.lib.stride_tricks.sliding_window_view(audio.astype(float), FRAME)[::hop]
    return 10 * np.log10(np.square(frames).mean(axis=1) + 1e-12)


def floored(energy: np.ndarray) -> np.ndarray:
    """dB, none of it further than `FLOOR_DB` below the loudest."""
    return np.maximum(energy, energy.max() - FLOOR_DB)


def pauses_of(audio: Samples, shortest: float = PAUSE_SECONDS) -> list[tuple[float, float]]:
    """(start, stop) in seconds of the quiet stretches inside a sound, longer than `shortest`."""
    energy = energy_db(audio)
    loud = np.flatnonzero(energy > energy.max() - PAUSE_DB)
    seconds = FRAME / SAMPLE_RATE
    stretches = [((one + 1) * seconds, other * seconds) for one, other in pairwise(loud)]
    return [(start, stop) for start, stop in stretches if stop - start > shortest]


def is_within(pause: tuple[float, float], other: tuple[float, float]) -> bool:
    return other[0] - NEAR_SECONDS <= pause[0] and pause[1] <= other[1] + NEAR_SECONDS


def length_of(audio: Samples) -> int:
    """Milliseconds from the first to the last of what no pause could hold."""
    energy = energy_db(audio, hop=MILLISECOND)
    loud = np.flatnonzero(energy > energy.max() - PAUSE_DB)
    return int(loud[-1] - loud[0])


def unpunctuated(pauses: list[tuple[float, float]], spoken: Spoken) -> int:
    """How many of them are further than 50 ms from the time of any punctuation."""
    seconds = SAMPLES_PER_PITCH_FRAME / SAMPLE_RATE
    edges = (2 * np.cumsum([0, *spoken.prosody.durations]) - spoken.span[0]) * seconds
    marks = [
        (edges[place], edges[place + 1])
        for place, symbol in enumerate(spoken.phonemes, 1)
        if symbol in PUNCTUATION
    ]
    return sum(
        not any(a - NEAR_SECONDS < stop and start < b + NEAR_SECONDS for a, b in marks)
        for start, stop in pauses
    )


def opening_shift(spoken: Spoken, ours: Samples) -> int:
    """By how many ms the first five words are longer, from their first sound to their last."""
    official, other = (energy_db(sound, MILLISECOND) for sound in (spoken.official, ours))
    opening = spoken.words[:WORDS]
    start, stop = opening[0].start_seconds, opening[-1].end_seconds
    return lag(official, other, stop) - lag(official, other, start)


def lag(official: np.ndarray, ours: np.ndarray, seconds: float) -> int:
    """By how many ms ours is later around that time: where the energy curves differ least."""
    margin = AROUND + MOST_LAG
    padded = [np.pad(floored(curve), margin, "edge") for curve in (official, ours)]
    place = margin + min(round(1000 * seconds), len(official))

    def difference(lag: int) -> tuple[float, int]:
        start, stop = place - AROUND, min(place + AROUND, len(padded[0]) - MOST_LAG)
        there = padded[1][start + lag : stop + lag]
        return float(np.abs(padded[0][start:stop] - there).mean()), abs(lag)

    return min(range(-MOST_LAG, MOST_LAG + 1), key=difference)


def beside_whole(spoken: Spoken) -> BesideWhole:
    whole, streamed = spoken.whole, spoken.streamed
    edges = (0, *spoken.joins, len(whole))
    parts = [slice(start, stop) for start, stop in pairwise(edges)]
    return BesideWhole(
        compare(whole, streamed),
        [compare(whole[part], streamed[part]) for part in parts],
        *steps_apart(whole, streamed, spoken.joins),
    )


def steps_apart(
    one: Samples, other: Samples, joins: Sequence[int]
) -> tuple[np.ndarray, np.ndarray]:
    """Absolute differences of the steps of two sounds, in dB: at joins, and elsewhere."""
    places = np.arange(SAMPLES_PER_PITCH_FRAME, len(one) - FRAME, SAMPLES_PER_PITCH_FRAME)
    steps = np.abs(steps_at(other, places) - steps_at(one, places))
    joined = np.isin(places, joins)
    return steps[joined], steps[~joined]


def steps_at(audio: Samples, places: np.ndarray) -> np.ndarray:
    """dB by which the 5 ms after each place are louder than the 5 ms before it."""
    energy = floored(energy_db(audio, hop=1))
    return energy[places] - energy[places - FRAME]


def steps_without_joins(engine: Engine, language: str) -> tuple[float, float]:
    """The largest step in dB at the joins of a sentence, and the largest elsewhere.

    Beside the same sentence streamed in one window, so that nothing but the joins differs.
    """
    reading = next(readings(engine, language))
    (utterance,), blend, device = reading.utterances, reading.take.blend, engine.device
    segments = list(engine.speak(reading))
    prosody = engine.plan(utterance, blend)
    encoded = engine.model.encode(torch.tensor([0, *ids(utterance.phonemes), 0], device=device))
    timbre = style_for(style_path(blend), len(utterance.phonemes)).timbre.to(device)
    noise = draw_excitation(len(prosody.pitch_hz), segments[0].seed).to(device)
    windows = [audible_span(prosody.energy)]
    (wave,) = engine.model.stream(encoded, prosody, timbre, noise, windows)
    one = fade_edges(wave.cpu().numpy())
    steps = steps_apart(one, join(segments).audio[: len(one)], joins_of(segments))
    return steps[0].max(), steps[1].max()


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

- *Length*: the largest difference from the official length, from the first to the last that is at
  most {PAUSE_DB} dB below the loudest 5 ms.
- *Five words*: the largest difference in the length of the first five words, in ms. Around their
  start and around their end, it takes the shift at which the energy curves differ least. The
  durations of the phonemes are equal: the script stops where they are not.
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


def correlation(renders: Sequence[BesideOfficial]) -> float:
    return float(np.corrcoef(np.concatenate([render.pitch for render in renders], axis=1))[0, 1])


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


def draw_pictures(engine: Engine) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in PICTURED:
        for number, reading in enumerate(islice(readings(engine, language), PICTURES_EACH), 1):
            windows = list(engine.speak(reading))
            sounds = join(windows).audio, join(engine.record(reading)).audio
            joins = np.array(joins_of(windows)) / SAMPLE_RATE
            name = f"{language}{number}-{reading.take.voice}"
            size = draw(PICTURES / f"{name}.png", reading.take.voice, sounds, joins)
            print(name, f"{size / 1000:.0f} kB", flush=True)


def draw(path: Path, voice: str, sounds: Sequence[Samples], joins: np.ndarray) -> int:
    """Spectrogram and pitch, one sound above the other. Bytes of the file."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot
    from PIL import Image

    figure, axes = pyplot.subplots(2, 1, figsize=(11.25, 6.25), sharex=True, layout="constrained")
    for axis, sound, name in zip(axes, sounds, ("streamed", "whole"), strict=True):
        opening = sound[: round(PICTURE_SECONDS * SAMPLE_RATE)]
        draw_sound(axis, opening, joins[joins < PICTURE_SECONDS])
        axis.set_title(f"{voice}, {name}", loc="left", fontsize=10)
    axes[1].set_xlabel("seconds")
    drawn = io.BytesIO()
    figure.savefig(drawn, dpi=80)
    pyplot.close(figure)
    Image.open(drawn).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    return path.stat().st_size


def draw_sound(axis, opening: Samples, joins: np.ndarray) -> None:
    """The spectrogram is that of `log_mel`: 80 bands, each 10 ms, 60 dB deep."""
    spectrogram = floored(log_mel(opening))
    bands, _ = spectrogram.shape
    axis.imshow(
        spectrogram, cmap="magma", aspect="auto", origin="lower", interpolation="nearest",
        extent=(0, len(opening) / SAMPLE_RATE, 0, bands),
    )  # fmt: skip
    hertz = np.array([0, 500, 1000, 2000, 4000, 8000])
    axis.set_yticks(bands * np.log10(1 + hertz / 700) / np.log10(1 + 12_000 / 700), hertz)
    axis.set(xlim=(0, PICTURE_SECONDS), ylabel="Hz")
    for seconds in joins:
        axis.axvline(seconds, color="white", linestyle="--")
    pitch, pitch_hz = axis.twinx(), pitch_of(opening)
    pitch.plot(np.arange(len(pitch_hz)) / PITCH_RATE, pitch_hz, color="white", linewidth=2)
    pitch.set(ylim=(0, HIGHEST_HZ), ylabel="pitch, Hz")


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

"""Prosody beside the official package, streamed and whole: writes docs/prosody.md.

    python -m bench.prosody             all of it: about a quarter of an hour
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
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from bench.fit_statistics import compare
from kokoro_studio import Engine, Segment, Take, load_engine
from kokoro_studio.audio import SAMPLE_RATE, Samples, fade_edges
from kokoro_studio.engine.joins import trim
from kokoro_studio.engine.parts import utterance_seed
from kokoro_studio.engine.segment import TimedToken, join_windows
from kokoro_studio.engine.take import Reading
from kokoro_studio.engine.traits import SENTENCES, measure_dnsmos
from kokoro_studio.engine.windows import audible_span
from kokoro_studio.model import SAMPLES_PER_PITCH_FRAME, Prosody, Window, draw_excitation
from kokoro_studio.model.bundled import read_bundled
from kokoro_studio.text import LANGUAGES
from kokoro_studio.text.segment import has_voice
from kokoro_studio.text.symbols import PUNCTUATION
from kokoro_studio.ui.auditions import PHRASES
from kokoro_studio.voices import VOICES, load_pack
from tests.model.oracle import build_reference, given_noise
from tests.pitch import track

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "prosody.md"
PICTURES = ROOT / "docs" / "images" / "prosody"
TEXTS = ROOT / "kokoro_studio" / "listening" / "stimuli" / "sentences.json"
SENTENCES_EACH, FEW = 20, 2
PICTURED, PICTURES_EACH, PICTURE_SECONDS = "abfjz", 2, 2.5

FRAME = SAMPLE_RATE // 200  # samples: 5 ms
MILLISECOND = SAMPLE_RATE // 1000
PAUSE_DB, PAUSE_SECONDS = 40, 0.08  # below the loudest frame; the shortest that counts
NEAR_SECONDS = 0.05  # between the edges of pauses that are the same
FLOOR_DB = 60  # below the loudest frame: softer counts as that soft in a step
WORDS, MOST_LAG, AROUND = 5, 50, 150  # words of an opening; both in ms
LOWEST_HZ, HIGHEST_HZ = 60, 500
PERCENTILE = 99  # of the steps away from joins

MOST_LENGTH, LEAST_CORRELATION = 0.01, 0.98  # what the release asks for
MOST_DISTANCE, MOST_DISTANCE_OF_A_VOICE, MOST_LEVEL = 1.0, 2.0, 0.5  # dB
MOST_STEPS = 0.02  # of joins: twice what is expected by chance
COLOURS = 32  # of a picture


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


class BesideOfficial(NamedTuple):
    """One of our renders beside the official one."""

    length: float  # by which it is longer: 0.01 is 1 %
    opening_ms: float  # by which its first five words are longer
    pauses: int
    unpunctuated: int  # pauses away from punctuation
    new_pauses: int  # which the official render has not
    pitch: np.ndarray  # (2, frames) log Hz, official and ours, the mean of each subtracted
    semitones: np.ndarray  # (frames,) absolute differences


class BesideWhole(NamedTuple):
    """The streamed render beside the whole one: (log-mel distance, level), both in dB."""

    all_of_it: tuple[float, float]
    windows: list[tuple[float, float]]
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
    """(log-mel distance, level) in dB beside the whole render of the same sentence."""

    streamed: list[tuple[float, float]]
    another_seed: tuple[float, float]


def main() -> None:
    engine, few = load_engine(), "--few" in sys.argv
    if "--pictures" in sys.argv:
        draw_pictures(engine)
        return
    began = time.monotonic()
    results = measure_sentences(engine, FEW if few else SENTENCES_EACH)
    voices = measure_voices(engine, results)
    page = write_page(engine, results, voices)
    if few:
        print(page)
    else:
        draw_pictures(engine)
        PAGE.write_text(page, encoding="utf-8")
    print(f"{time.monotonic() - began:.0f} s, of processors {time.process_time():.0f} s")


def measure_sentences(engine: Engine, count: int) -> dict[str, list[Result]]:
    """By language."""
    reference = build_reference(read_bundled())
    results: dict[str, list[Result]] = {}
    for language in LANGUAGES:
        for reading in readings(engine, language, count):
            result = measure(say(engine, reference, reading))
            results.setdefault(language, []).append(result)
            (distance, level), pitch = result.windows.all_of_it, result.streamed.pitch
            print(
                f"{result.voice}: pitch {np.corrcoef(pitch)[0, 1]:.4f}, "
                f"log-mel {distance:.2f} dB, level {level:+.2f} dB, DNSMOS {result.dnsmos}",
                flush=True,
            )
    return results


def measure_voices(engine: Engine, results: dict[str, list[Result]]) -> dict[str, VoiceResult]:
    """Every voice says one sentence more: in windows, whole, and whole with another seed."""
    measured = {}
    for voice in VOICES.values():
        reading = engine.read(Take(SENTENCES[voice.language], voice.id))
        reseeded = engine.read(replace(reading.take, seed=reading.take.seed + 1))
        whole, other = (join(engine.record(each)).audio for each in (reading, reseeded))
        streamed = [compare(whole, join(engine.speak(reading)).audio)]
        earlier = [each for each in results[voice.language] if each.voice == voice.id]
        streamed += [each.windows.all_of_it for each in earlier]
        measured[voice.id] = VoiceResult(streamed, compare(whole, other))
        print(voice.id, *map(np.round, streamed[0], (2, 2)), flush=True)
    return measured


def readings(engine: Engine, language: str, count: int) -> Iterator[Reading]:
    """So many utterances as readings of their own, each by the next voice of the language.

    The first text of each kind comes first.
    """
    kinds = [
        list(kind.values()) for kind in json.loads(TEXTS.read_text("utf-8"))[language].values()
    ]
    texts = [kind[place] for place in (0, 1) for kind in kinds if place < len(kind)]
    voices = [voice.id for voice in VOICES.values() if voice.language == language]
    for text in (*texts, PHRASES[language]):
        for index in range(len(engine.read(Take(text, voices[0])).utterances)):
            if not count:
                return
            reading = engine.read(Take(text, voices[-count % len(voices)]))
            yield replace(reading, utterances=(reading.utterances[index],))
            count -= 1


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
        tuple(np.cumsum([len(window.audio) for window in windows[:-1]]).tolist()),
        fade_edges(official[first:last]),
        whole.audio[: last - first],  # without the pause after it
        streamed.audio[: last - first],
    )


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
    return Result(
        spoken.voice,
        (len(pauses), unpunctuated(pauses, spoken)),
        beside_official(spoken, spoken.whole, pitches[0], pitches[1]),
        beside_official(spoken, spoken.streamed, pitches[0], pitches[2]),
        beside_whole(spoken),
        tuple(measure_dnsmos(sound) for sound in sounds),
    )


def beside_official(
    spoken: Spoken, ours: Samples, official_pitch: np.ndarray, pitch: np.ndarray
) -> BesideOfficial:
    lengths = [stop - start for start, stop in (trim(spoken.official), trim(ours))]
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
        sum(not any(is_near(pause, other) for other in quiet) for pause in pauses),
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


def pauses_of(audio: Samples, shortest: float = PAUSE_SECONDS) -> list[tuple[float, float]]:
    """(start, stop) in seconds of the quiet stretches inside a sound, longer than `shortest`."""
    energy = energy_db(audio)
    loud = np.flatnonzero(energy > energy.max() - PAUSE_DB)
    seconds = FRAME / SAMPLE_RATE
    stretches = zip((loud[:-1] + 1) * seconds, loud[1:] * seconds, strict=True)
    return [(start, stop) for start, stop in stretches if stop - start > shortest]


def is_near(pause: tuple[float, float], other: tuple[float, float]) -> bool:
    return all(abs(a - b) <= NEAR_SECONDS for a, b in zip(pause, other, strict=True))


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


def opening_shift(spoken: Spoken, ours: Samples) -> float:
    """By how many ms the first five words are longer, from their first sound to their last."""
    official, other = (energy_db(sound, MILLISECOND) for sound in (spoken.official, ours))
    opening = spoken.words[:WORDS]
    start, stop = opening[0].start_seconds, opening[-1].end_seconds
    return lag(official, other, stop) - lag(official, other, start)


def lag(official: np.ndarray, ours: np.ndarray, seconds: float) -> int:
    """By how many ms ours is later around that time: where the energy curves differ least."""
    margin, centre = AROUND + MOST_LAG, round(1000 * seconds)
    padded = [
        np.pad(np.maximum(curve, curve.max() - FLOOR_DB), margin, "edge")
        for curve in (official, ours)
    ]
    place = min(centre, len(official)) + MOST_LAG
    here = padded[0][place : place + 2 * AROUND]

    def difference(lag: int) -> tuple[float, int]:
        there = padded[1][place + lag : place + lag + 2 * AROUND]
        size = min(len(here), len(there))
        return float(np.abs(here[:size] - there[:size]).mean()), abs(lag)

    return min(range(-MOST_LAG, MOST_LAG + 1), key=difference)


def beside_whole(spoken: Spoken) -> BesideWhole:
    whole, streamed = spoken.whole, spoken.streamed
    edges = (0, *spoken.joins, len(whole))
    parts = [slice(start, stop) for start, stop in zip(edges[:-1], edges[1:], strict=True)]
    places = np.arange(SAMPLES_PER_PITCH_FRAME, len(whole) - FRAME, SAMPLES_PER_PITCH_FRAME)
    steps = np.abs(steps_at(streamed, places) - steps_at(whole, places))
    joined = np.isin(places, spoken.joins)
    return BesideWhole(
        compare(whole, streamed),
        [compare(whole[part], streamed[part]) for part in parts],
        steps[joined],
        steps[~joined],
    )


def steps_at(audio: Samples, places: np.ndarray) -> np.ndarray:
    """dB by which the 5 ms after each place are louder than the 5 ms before it."""
    energy = energy_db(audio, hop=1)
    energy = np.maximum(energy, energy.max() - FLOOR_DB)
    return energy[places] - energy[places - FRAME]


def write_page(
    engine: Engine, results: dict[str, list[Result]], voices: dict[str, VoiceResult]
) -> str:
    everything = [result for each in results.values() for result in each]
    packages = ", ".join(
        f"{name} {version(name)}" for name in ("torch", "kokoro", "librosa", "speechmos")
    )
    return f"""# Prosody beside the official package

Written by `python -m bench.prosody`; every number is measured.

- *Official*: `kokoro` {version("kokoro")} renders the whole sentence, in float32.
- *Whole*: `Engine.record`, which files are made with. It renders the whole sentence too.
- *Streamed*: `Engine.speak`, which a listener hears. It plans the whole sentence, then renders it
  in windows: the first of 0.4 s, each of the next twice as long, up to 2 s. The norms of the
  generator then use predicted statistics.

All three get the same phonemes, weights, style vector and noise. Our precision on this machine is
{engine.precision}. {len(everything)} sentences, {len(results[next(iter(results))])} in each of
{len(results)} languages, by {len({result.voice for result in everything})} voices in turn. A text
that the studio speaks as several utterances counts as several sentences: each is rendered alone.

{processor()}, device {engine.device}. Weights: {engine.weights.label} (`{engine.weights.id}`).
Python {platform.python_version()}, {packages}.

## What the release asks for

{asked_table(results, voices)}

## Beside the official render

{language_table(results)}

- *Length*: the largest difference from the official length. Each sound is trimmed alike, to 50 ms
  around what is above -60 dB.
- *Five words*: the largest difference in the length of the first five words, in ms. Around their
  start and their end, the shift is taken at which the energy curves differ least. The durations of
  the phonemes are equal by construction: the script stops where they are not.
- *Pauses*: stretches inside the sentence of more than {1000 * PAUSE_SECONDS:.0f} ms that are more
  than {PAUSE_DB} dB below the loudest 5 ms. In brackets those further than
  {1000 * NEAR_SECONDS:.0f} ms from punctuation. *New* are those of which the official render has no
  stretch with both edges within {1000 * NEAR_SECONDS:.0f} ms.
- *Pitch*: correlation of log pitch by pYIN (`librosa`), over the frames of 12.5 ms that are voiced
  in both. The mean of each sentence is subtracted first, so that differences between voices do not
  count. In brackets the lowest of a sentence.
- *Semitones*: the median absolute difference of pitch in those frames, by an autocorrelation that
  is interpolated between samples (`tests/pitch.py`).

## Streamed beside whole

{window_table(results)}

- *Log-mel distance*: mean absolute difference in dB of 80 mel bands from 0 to 12 kHz, 1024 samples
  each 10 ms, where either sound is above 60 dB below the loudest.
- *Level*: difference in dB of the energy. Of sentences and windows, the mean of the absolute
  differences, and the largest.
- *Step*: by how many dB the 5 ms after a place are louder than the 5 ms before it, streamed less
  whole. At joins and away from them, the {PERCENTILE}th percentile and the largest. *Above* is the
  share of joins with a larger step than the {PERCENTILE}th percentile away from joins: about
  {100 - PERCENTILE} % if a join is like any other place.

## DNSMOS

Mean by language of the overall quality, 1 to 5.

{dnsmos_table(results)}

## All voices, streamed beside whole

Means over the sentences of each voice. *Another seed* compares two whole renders of one sentence
that differ in the noise alone: that much changes with nothing but the grain of the sound.

{voice_table(voices)}

## Openings

The first {PICTURE_SECONDS} s of {len(PICTURED) * PICTURES_EACH} sentences: streamed above, whole
below. White: the pitch by pYIN. Dashed: the joins of windows.

{picture_list()}
"""


def asked_table(results: dict[str, list[Result]], voices: dict[str, VoiceResult]) -> str:
    """What the release asks for: limit, whole, streamed, met or not."""
    everything = [result for each in results.values() for result in each]
    pairs = [(result.whole, result.streamed) for result in everything]
    lengths = [max(abs(each.length) for each in of) for of in zip(*pairs, strict=True)]
    pauses = [sum(each.new_pauses for each in of) for of in zip(*pairs, strict=True)]
    pitch = [
        min(correlation([getattr(each, name) for each in of]) for of in results.values())
        for name in ("whole", "streamed")
    ]
    distances, levels = np.abs([np.mean(each.streamed, axis=0) for each in voices.values()]).T
    share = share_above(everything)
    return table(
        ("", "limit", "whole", "streamed", "met"),
        [
            ("length, largest difference from official", f"{MOST_LENGTH:.0%}")
            + (*map("{:.2%}".format, lengths), met(max(lengths) <= MOST_LENGTH)),
            (f"new pauses above {1000 * PAUSE_SECONDS:.0f} ms", "0")
            + (*map(str, pauses), met(not any(pauses))),
            ("pitch correlation, lowest language", f"{LEAST_CORRELATION}")
            + (*map("{:.4f}".format, pitch), met(min(pitch) >= LEAST_CORRELATION)),
            row_of_voices("log-mel distance, mean", MOST_DISTANCE, distances.mean()),
            row_of_voices(
                "log-mel distance, worst voice", MOST_DISTANCE_OF_A_VOICE, distances.max()
            ),
            row_of_voices("level, worst voice", MOST_LEVEL, levels.max()),
            ("joins with a step above the usual", f"{MOST_STEPS:.0%}", "", f"{share:.1%}")
            + (met(share <= MOST_STEPS),),
        ],
    )


def row_of_voices(name: str, limit: float, value: float) -> tuple[str, ...]:
    return name, f"{limit} dB", "", f"{value:.2f} dB", met(value <= limit)


def met(is_met: bool) -> str:
    return "yes" if is_met else "**no**"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The first column to the left, the others to the right."""
    lines = (heads, ("---", *["--:"] * (len(heads) - 1)), *rows)
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def language_table(results: dict[str, list[Result]]) -> str:
    rows = []
    for language, each in results.items():
        pauses, away = np.sum([result.official_pauses for result in each], axis=0)
        ours = [[r.whole for r in each], [r.streamed for r in each]]
        rows.append(
            (
                LANGUAGES[language].name,
                *(f"{max(abs(one.length) for one in of):.2%}" for of in ours),
                *(f"{max(abs(one.opening_ms) for one in of):.0f}" for of in ours),
                f"{pauses} ({away})",
                *(
                    f"{sum(o.pauses for o in of)} ({sum(o.unpunctuated for o in of)})"
                    for of in ours
                ),
                *(f"{sum(one.new_pauses for one in of)}" for of in ours),
                *(
                    f"{correlation(of):.4f} ({min(correlation([o]) for o in of):.3f})"
                    for of in ours
                ),
                *(f"{np.median(np.concatenate([o.semitones for o in of])):.3f}" for of in ours),
            )
        )
    heads = (
        "", "length: whole", "streamed", "five words, ms: whole", "streamed",
        "pauses: official", "whole", "streamed", "new: whole", "streamed",
        "pitch: whole", "streamed", "semitones: whole", "streamed",
    )  # fmt: skip
    return table(heads, rows)


def correlation(renders: Sequence[BesideOfficial]) -> float:
    return float(np.corrcoef(np.concatenate([render.pitch for render in renders], axis=1))[0, 1])


def window_table(results: dict[str, list[Result]]) -> str:
    rows = []
    for language, each in [*results.items(), ("", [r for of in results.values() for r in of])]:
        sentences = np.abs([result.windows.all_of_it for result in each])
        windows = np.abs([window for result in each for window in result.windows.windows])
        at_joins, elsewhere = steps_of(each)
        rows.append(
            (
                LANGUAGES[language].name if language else "**all**",
                *(f"{of.mean():.2f} ({of.max():.2f})" for of in (*sentences.T, *windows.T)),
                f"{len(at_joins)}",
                *(
                    f"{np.percentile(of, PERCENTILE):.2f} ({of.max():.2f})"
                    for of in (at_joins, elsewhere)
                ),
                f"{share_above(each):.1%}",
            )
        )
    heads = (
        "", "sentences: log-mel", "level", "windows: log-mel", "level",
        "joins", "step at joins", "elsewhere", "above",
    )  # fmt: skip
    return table(heads, rows)


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
    every = [result for each in results.values() for result in each]
    rows = [
        (name, *(f"{score:.2f}" for score in np.mean([r.dnsmos for r in each], axis=0)))
        for name, each in [
            *((LANGUAGES[language].name, each) for language, each in results.items()),
            ("**all**", every),
        ]
    ]
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
    return tuple(f"{value:{'+' if place % 2 else ''}.2f}" for place, value in enumerate(row))


def picture_list() -> str:
    paths = sorted(PICTURES.glob("*.png"))
    return "\n\n".join(f"![{path.stem}](images/prosody/{path.name})" for path in paths)


def draw_pictures(engine: Engine) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in PICTURED:
        for number, reading in enumerate(readings(engine, language, PICTURES_EACH), 1):
            windows = list(engine.speak(reading))
            sounds = join(windows).audio, join(engine.record(reading)).audio
            joins = np.cumsum([len(window.audio) for window in windows[:-1]]) / SAMPLE_RATE
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
    axis.specgram(
        opening + 1e-6 * np.random.default_rng(0).standard_normal(len(opening)),
        NFFT=512, noverlap=512 - FRAME, Fs=SAMPLE_RATE, cmap="magma", vmin=-130, vmax=-40,
    )  # fmt: skip
    axis.set(xlim=(0, PICTURE_SECONDS), ylim=(0, 8000), ylabel="Hz")
    for seconds in joins:
        axis.axvline(seconds, color="white", linewidth=1, linestyle="--")
    pitch = axis.twinx()
    hertz = pitch_of(opening)
    seconds = np.arange(len(hertz)) * SAMPLES_PER_PITCH_FRAME / SAMPLE_RATE
    pitch.plot(seconds, hertz, color="white", linewidth=2)
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

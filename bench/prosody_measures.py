"""The measures of `bench.prosody`: a sentence said three times, and how far the renders are apart.

The official package gets the phonemes, weights, style and noise of ours.
It is long because all measures of a sentence use the same three sounds and their frames.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from itertools import accumulate, cycle, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch

from bench.fit_statistics import compare
from kokoro_studio import Engine, Segment, Take
from kokoro_studio.audio import SAMPLE_RATE, Samples, fade_edges
from kokoro_studio.engine.reading import Reading
from kokoro_studio.engine.requests import utterance_seed
from kokoro_studio.engine.segment import TimedToken, join_windows
from kokoro_studio.engine.windows import audible_span
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
TEXTS = ROOT / "bench" / "prosody_sentences.json"
FRAME = SAMPLE_RATE // 200  # samples: 5 ms
MILLISECOND = SAMPLE_RATE // 1000
PAUSE_DB, PAUSE_SECONDS = 40, 0.08  # below the loudest frame; the shortest that counts
NEAR_SECONDS = 0.05  # by which a pause may reach beyond the one that it is part of
FLOOR_DB = 60  # below the loudest frame: softer counts as that soft in a step
WORDS, MOST_LAG, AROUND = 5, 50, 150  # words of an opening; both in ms
LOWEST_HZ, HIGHEST_HZ = 60, 500
DNSMOS_SAMPLES = round(9.02 * SAMPLE_RATE)
Apart = tuple[float, float]  # (log-mel distance, level), both in dB


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
    voiced = ~np.isnan(official_pitch + pitch)
    logs = np.log(np.stack([official_pitch, pitch])[:, voiced])
    exact = np.stack([track(spoken.official), track(ours)])[:, voiced]
    exact = exact[:, (exact > LOWEST_HZ).all(axis=0)]
    pauses = pauses_of(ours)
    quiet = pauses_of(spoken.official, shortest=0)
    return BesideOfficial(
        longer_by(spoken, ours, spoken.words) / length_of(spoken.official),
        longer_by(spoken, ours, spoken.words[:WORDS]),
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


def longer_by(spoken: Spoken, ours: Samples, words: Sequence[TimedToken]) -> int:
    """By how many ms some words in a row are longer, from their first sound to their last.

    Not by where they cross a threshold: where a sentence ends softly, a tenth of a dB moves that
    place by a frame.
    """
    official, other = (energy_db(sound, MILLISECOND) for sound in (spoken.official, ours))
    start, stop = words[0].start_seconds, words[-1].end_seconds
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


def correlation(renders: Sequence[BesideOfficial]) -> float:
    return float(np.corrcoef(np.concatenate([render.pitch for render in renders], axis=1))[0, 1])

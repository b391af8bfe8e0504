"""Streaming: windows of whole sentences."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.engine import join_windows
from kokoro_studio.engine.windows import FIRST, LONGEST, audible_span, windows_of
from kokoro_studio.measures.traits import SENTENCES
from kokoro_studio.voices import VOICES

VOICE = {voice.language: voice.id for voice in reversed(list(VOICES.values()))}
LONG = "The old lighthouse keeper climbed the stairs because of the heavy rain, and lit the lamp."


def joined(segments) -> np.ndarray:
    return np.concatenate([segment.audio for segment in segments])


@pytest.mark.parametrize("length", [1, 31, 48, 49, 200, 1000])
def test_windows_cover_the_span_without_gap_or_overlap(length):
    windows = list(windows_of((7, 7 + length)))
    assert windows[0][0] == 7 and windows[-1][1] == 7 + length
    assert all(before[1] == after[0] for before, after in pairwise(windows))
    assert windows[0][1] - windows[0][0] <= 1.5 * FIRST
    assert max(stop - start for start, stop in windows) <= 1.5 * LONGEST


def test_only_silence_around_speech_is_left_out():
    energy = np.repeat(np.float32([-6, 3, -5, 4, -7]), 20)
    assert audible_span(energy) == (15, 85)
    assert audible_span(np.full(50, -6, dtype=np.float32)) == (0, 50)


@pytest.mark.slow
@pytest.mark.parametrize("language", sorted(VOICE))
def test_nothing_that_can_be_heard_is_trimmed(engine, language):
    take = Take(SENTENCES[language], VOICE[language])
    utterance = engine.read(take).utterances[0]
    plan = engine.plan(utterance, take.blend)
    audio = engine.render(utterance, plan, take.blend)
    first, last = (300 * place for place in audible_span(plan.energy))
    left_out = np.concatenate((audio[:first], audio[last:]))
    assert np.abs(left_out).max() < 10 ** (-50 / 20)
    assert len(left_out) > 0.2 * 24_000


@pytest.mark.parametrize("language", ["a", "f", "j", "z"])
def test_streamed_and_recorded_have_the_same_words_at_the_same_times(engine, language):
    take = Take(SENTENCES[language], VOICE[language])
    streamed, recorded = list(engine.speak(take)), list(engine.record(take))
    assert len(streamed) > len(recorded) and not streamed[0].exact and recorded[0].exact
    assert len(joined(streamed)) == len(joined(recorded))
    tokens = [token for segment in streamed for token in segment.tokens]
    assert tokens == [token for segment in recorded for token in segment.tokens]
    for segment in streamed:
        end = segment.start_seconds + segment.seconds
        assert all(segment.start_seconds <= token.start_seconds <= end for token in segment.tokens)


def pauses(audio: np.ndarray) -> list[float]:
    """Where it is silent for more than 80 ms between two words, in seconds."""
    power = np.square(audio[: len(audio) // 120 * 120].reshape(-1, 120)).mean(axis=1)  # 5 ms each
    silent = power < power.max() / 10**4
    borders = np.flatnonzero(np.diff(np.concatenate(([0], silent, [0]))))
    spans = borders.reshape(-1, 2)
    return [a * 0.005 for a, b in spans if a and b < len(silent) and (b - a) * 0.005 > 0.08]


@pytest.mark.slow
@pytest.mark.parametrize("voice", ["af_heart", "bm_george", "am_michael"])
def test_a_sentence_is_phrased_whole_when_it_is_streamed(engine, voice):
    """As long as the model's own render, with its pauses and no others."""
    utterance = engine.read(Take(LONG, voice)).utterances[0]
    blend = Take(LONG, voice).blend
    plan = engine.plan(utterance, blend)
    first, last = (300 * place for place in audible_span(plan.energy))
    whole = engine.render(utterance, plan, blend)[first:last]
    segments = list(engine.speak(Take(LONG, voice)))
    assert {segment.index for segment in segments} == {0}
    audio = joined(segments)[: -round(0.15 * 24_000)]
    assert len(audio) == len(whole)
    expected = pauses(whole)
    for place in pauses(audio):
        assert any(abs(place - other) < 0.05 for other in expected)


@pytest.mark.slow
def test_joins_of_windows_have_no_step(engine):
    """In a 5 ms energy curve a join is no larger a step than the whole render has there."""
    engine.forget()
    take = Take(LONG, "bm_george")
    streamed = list(engine.speak(take))
    whole = joined(engine.record(take))
    audio = joined(streamed)

    def curve(sound):
        power = np.square(sound[: len(sound) // 120 * 120].reshape(-1, 120)).mean(axis=1)
        return 10 * np.log10(power + 1e-7)

    steps = np.diff(curve(audio)) - np.diff(curve(whole))
    places = np.cumsum([len(segment.audio) for segment in streamed[:-1]]) // 120
    at_joins = np.abs(steps[places - 1])
    assert at_joins.max() <= max(3.0, np.percentile(np.abs(steps), 99))


def test_the_same_take_streamed_twice_is_the_same(engine):
    engine.forget()
    one = list(engine.speak(Take(LONG)))
    engine.forget()
    other = list(engine.speak(Take(LONG)))
    assert len(one) == len(other)
    assert all(np.array_equal(a.audio, b.audio) for a, b in zip(one, other, strict=True))


def test_only_the_beginning_of_a_long_take_is_streamed_in_windows(engine):
    take = Take(" ".join([LONG] * 4))
    exact = {segment.index: segment.exact for segment in engine.speak(take)}
    assert not exact[0] and exact[max(exact)]
    assert sorted(exact.values()) == list(exact.values())  # once whole, whole to the end


def test_a_morph_and_an_imported_voice_are_rendered_whole(engine, tmp_path):
    import torch

    from kokoro_studio.voices import delete_voice, keep_card, load_pack, read_voice_file

    torch.save(load_pack("af_heart") * 1.01, tmp_path / "af_stranger.pt")
    own = keep_card(read_voice_file(tmp_path / "af_stranger.pt")[0])
    try:
        for voice in ("af_heart -> am_adam", own.id):
            assert all(segment.exact for segment in engine.speak(Take("Hello there.", voice)))
    finally:
        delete_voice(own.id)


def test_streamed_segments_are_rendered_whole_for_files(engine):
    reading = engine.read(Take(LONG))
    streamed = list(engine.speak(reading))
    (whole,) = engine.exact(reading, streamed)
    (recorded,) = engine.record(reading)
    assert np.array_equal(whole.audio, recorded.audio) and whole.tokens == recorded.tokens


def test_a_stopped_utterance_is_cut_where_it_stopped(engine):
    engine.forget()
    reading = engine.read(Take(LONG))
    heard = [segment for segment, _ in zip(engine.speak(reading), range(2), strict=False)]
    (part,) = engine.exact(reading, heard)
    assert len(part.audio) == len(joined(heard)) and not part.ends
    assert part.tokens == join_windows(heard)[0].tokens

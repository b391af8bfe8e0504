"""Edits of prosody in a take."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.engine import Edit, manifest, take_from_manifest
from kokoro_studio.engine.edits import EDITS, edits_from, edits_to_json
from kokoro_studio.errors import RequestError

from ..pitch import semitones_apart

TEXT = "We were away all year, and nobody knew where we were."
TAKE = Take(TEXT)


def sound(engine, take: Take) -> np.ndarray:
    return np.concatenate([segment.audio for segment in engine.record(take)])


def words(engine, take: Take) -> dict[str, tuple[float, float]]:
    return {
        token.text: (token.start_seconds, token.end_seconds)
        for segment in engine.record(take)
        for token in segment.tokens
    }


def at(word: str) -> dict[str, int]:
    start = TEXT.index(word)
    return {"start": start, "end": start + len(word)}


@pytest.mark.slow
@pytest.mark.parametrize("semitones", [-4.0, 3.0])
def test_pitch_is_shifted(engine, semitones):
    before = sound(engine, TAKE)
    after = sound(engine, replace(TAKE, edits=(Edit("shift_pitch", semitones),)))
    assert len(after) == len(before)
    plan = np.full(len(before) // 300, 100.0)
    assert abs(semitones_apart(before, after, plan) - semitones) < 0.25


@pytest.mark.slow
def test_pitch_of_one_word_leaves_the_others_alone(engine):
    edited = replace(TAKE, edits=(Edit("shift_pitch", 5.0, **at("away")),))
    before, after = sound(engine, TAKE), sound(engine, edited)
    start, end = words(engine, TAKE)["away"]
    frames = np.arange(len(before) // 300) * 0.0125
    inside = np.where((frames > start) & (frames < end), 100.0, 0.0)
    outside = np.where(frames > end + 0.2, 100.0, 0.0)
    assert 3.5 < semitones_apart(before, after, inside) < 5.5
    assert abs(semitones_apart(before, after, outside)) < 0.2


def test_a_flat_pitch_has_no_range(engine):
    utterance = engine.read(TAKE).utterances[0]
    plan = engine.plan(utterance, TAKE.blend)
    from kokoro_studio.engine.edits import apply_edits

    flat = apply_edits((Edit("scale_pitch", 0.0),), utterance.tokens, plan, lambda _: None)
    voiced = plan.pitch_hz > 10
    assert np.ptp(flat.pitch_hz[voiced]) < 0.01
    assert np.array_equal(flat.durations, plan.durations)


def test_a_word_is_spoken_longer_to_the_frame(engine):
    utterance = engine.read(TAKE).utterances[0]
    plan = engine.plan(utterance, TAKE.blend)
    edited = replace(TAKE, edits=(Edit("scale_durations", 2.0, **at("year")),))
    before, after = words(engine, TAKE), words(engine, edited)
    length = before["year"][1] - before["year"][0]
    assert after["year"][1] - after["year"][0] == pytest.approx(2 * length, abs=1e-9)
    assert after["away"][1] - after["away"][0] == pytest.approx(
        before["away"][1] - before["away"][0], abs=1e-9
    )
    assert plan.frames


def test_phonemes_of_a_word_can_be_named(engine):
    edited = replace(TAKE, edits=(Edit("scale_durations", 3.0, **at("year"), phonemes=(0, 1)),))
    before, after = words(engine, TAKE), words(engine, edited)
    gained = (after["year"][1] - after["year"][0]) - (before["year"][1] - before["year"][0])
    assert 0 < gained < 2 * (before["year"][1] - before["year"][0])


@pytest.mark.slow
@pytest.mark.parametrize("word", ["year", "away", "nobody"])
def test_a_pause_is_as_long_as_it_was_set_and_silent(engine, word):
    edited = replace(TAKE, edits=(Edit("pause", 0.6, **at(word)),))
    timed = list(words(engine, edited).items())
    place = [text for text, _ in timed].index(word)
    after = next(times for text, times in timed[place + 1 :] if text[0].isalpha())
    end = timed[place][1][1]
    assert after[0] - end == pytest.approx(0.6, abs=1e-6)
    audio = sound(engine, edited)
    middle = audio[round((end + 0.2) * 24_000) : round((after[0] - 0.15) * 24_000)]
    assert np.sqrt(np.square(middle).mean()) < 10 ** (-50 / 20)


def test_a_pause_after_the_last_word_is_that_before_the_next_utterance(engine):
    take = Take("One line.\n\nAnother line.", edits=(Edit("pause", 2.0, 4, 8),))
    first, _ = engine.record(take)
    assert not first.audio[-47_000:].any() and first.audio[-50_000:].any()


def test_edits_are_in_the_cache_key_and_in_the_manifest(engine):
    edited = replace(TAKE, edits=(Edit("shift_pitch", 2.0), Edit("pause", 0.5, **at("year"))))
    plain, changed = sound(engine, TAKE), sound(engine, edited)
    assert not np.array_equal(plain, changed[: len(plain)])
    reading = engine.read(edited)
    recipe = json.loads(json.dumps(manifest(reading, engine, list(engine.record(reading)))))
    again = take_from_manifest(recipe)
    assert again == edited
    engine.forget()
    assert np.array_equal(sound(engine, again), changed)
    assert np.array_equal(sound(engine, TAKE), plain)


def test_an_edit_belongs_to_its_words_and_no_others(engine):
    take = Take("The first line.\n\nThe second line.", edits=(Edit("shift_pitch", 4.0, 17, 33),))
    plain = list(engine.record(replace(take, edits=())))
    edited = list(engine.record(take))
    assert edited[0].reused and np.array_equal(edited[0].audio, plain[0].audio)
    assert not np.array_equal(edited[1].audio, plain[1].audio)


def test_an_edited_take_is_streamed_too(engine):
    edited = replace(TAKE, edits=(Edit("scale_durations", 1.3), Edit("shift_pitch", -2.0)))
    streamed = np.concatenate([segment.audio for segment in engine.speak(edited)])
    assert len(streamed) == len(sound(engine, edited))


def test_every_kind_survives_json():
    edits = tuple(Edit(kind, 1.0, 0, 4) for kind in EDITS)
    assert edits_from(json.loads(json.dumps(edits_to_json(edits)))) == edits


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"kind": "louder"}, "shift_pitch"),
        ({"amount": 99.0}, "-12 to 12 semitones"),
        ({"amount": float("nan")}, "out of range"),
        ({"amount": True}, "out of range"),
        ({"start": 3}, "both a start and an end"),
        ({"start": 3, "end": 3}, "touches nothing"),
        ({"kind": "pause"}, "the word it comes after"),
        ({"phonemes": (0, 1)}, "within a word"),
    ],
)
def test_an_edit_that_cannot_be_is_refused(change, says):
    with pytest.raises(RequestError, match=says):
        Edit(**{"kind": "shift_pitch", "amount": 1.0, **change})


@pytest.mark.parametrize("data", ["pause", [1], [{"kind": "pause"}], [{"amount": 1}], {"a": 1}])
def test_malformed_lists_of_edits_are_refused(data):
    with pytest.raises(RequestError):
        edits_from(data)

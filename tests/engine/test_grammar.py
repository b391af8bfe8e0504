"""A take whose text has markup."""

from __future__ import annotations

import json

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.engine import join_windows, manifest, take_from_manifest
from kokoro_studio.errors import VoiceError
from kokoro_studio.text import Reason

TEXT = "Hello [pause:1s] there. [voice:am_adam][rate:2] Good <break time='500ms'/> night."


def sound(segments) -> np.ndarray:
    return np.concatenate([segment.audio for segment in segments])


def said(segments) -> list[str]:
    tokens = [token for segment in segments for token in segment.tokens]
    return [token.text for token in tokens if token.text.isalnum()]


def test_a_marked_take_is_its_passages_and_pauses(engine):
    apart = [
        sound(engine.record(Take("Hello "))),
        np.zeros(24_000, np.float32),
        sound(engine.record(Take(" there. "))),
        sound(engine.record(Take("Good", "am_adam", speed=2))),
        np.zeros(12_000, np.float32),
        sound(engine.record(Take("night.", "am_adam", speed=2))),
    ]
    assert np.array_equal(sound(engine.record(Take(TEXT))), np.concatenate(apart))


def test_words_have_their_offsets_and_times_grow(engine):
    segments = list(engine.record(Take(TEXT)))
    tokens = [token for segment in segments for token in segment.tokens]
    assert said(segments) == ["Hello", "there", "Good", "night"]
    assert [TEXT[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    times = [token.start_seconds for token in tokens]
    assert times == sorted(times) and times[-1] > 1.5
    assert [segment.index for segment in segments] == list(range(len(segments)))


def test_streamed_and_whole_have_one_length_and_files_follow_a_stream(engine):
    reading = engine.read(Take(TEXT))
    streamed = list(engine.speak(reading))
    whole = list(engine.record(reading))
    assert len(sound(streamed)) == len(sound(whole))
    assert np.allclose(sound(engine.exact(reading, streamed)), sound(whole), atol=1e-4)
    assert [one.index for one in join_windows(streamed)] == [one.index for one in whole]


def test_a_batch_knows_pauses(engine):
    (together,) = engine.batch([Take(TEXT)])
    assert np.array_equal(sound(together), sound(engine.record(Take(TEXT))))


def test_a_manifest_brings_a_marked_take_back(engine):
    reading = engine.read(Take(TEXT))
    recipe = json.loads(json.dumps(manifest(reading, engine, list(engine.record(reading)))))
    assert take_from_manifest(recipe) == Take(TEXT)


@pytest.mark.parametrize("text", ["...", "👍", "*", "<speak/>", "[voice:am_adam]"])
def test_a_wordless_take_is_a_short_silence(engine, text):
    reading = engine.read(Take(text))
    assert len(reading.skipped) == 1 and not reading.utterances
    for segments in (engine.record(reading), engine.speak(reading)):
        heard = sound(segments)
        assert len(heard) == 4_800 and not heard.any()


def test_phonemes_without_a_symbol_are_a_short_silence(engine):
    reading = engine.read(Take("", phonemes="☃"))
    assert [skip.reason for skip in reading.skipped] == [Reason.PHONEME]
    assert len(sound(engine.record(reading))) == 4_800


def test_a_pause_alone_is_not_left_out(engine):
    reading = engine.read(Take("[pause:1s]"))
    assert not reading.skipped and len(sound(engine.record(reading))) == 24_000


def test_skips_have_offsets_in_the_source(engine):
    text = "Hello [pause:1s] 😀 there."
    (skip,) = engine.read(Take(text)).skipped
    assert (skip.start, skip.text, skip.reason) == (text.index("😀"), "😀", Reason.EMOJI)


def test_an_unknown_voice_in_a_tag_costs_no_rendering(engine):
    with pytest.raises(VoiceError, match="af_nobody"):
        engine.read(Take("Hello. [voice:af_nobody] There."))

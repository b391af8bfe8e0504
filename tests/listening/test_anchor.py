"""espeak-ng, in a process of its own, in nine languages."""

from __future__ import annotations

import subprocess

import numpy as np
import pytest

from kokoro_studio.audio.clip import Clip, resampled
from kokoro_studio.listening.contestants import anchor
from kokoro_studio.listening.contestants.anchor import RATE, VOICES, anchor_contestant, synthesise
from kokoro_studio.listening.contestants.contestant import ContestantError
from kokoro_studio.listening.contestants.kinds import perform
from kokoro_studio.listening.stimuli.sentences import find_sentence, sentences
from kokoro_studio.text import LANGUAGES


def test_it_says_the_words(engine, transcribe):
    text = "We had dinner together and talked about the future."
    sound = perform(anchor_contestant(), text, "a", 0, engine)
    assert sound.rate == RATE and 1.5 < sound.seconds < 6
    heard = set(transcribe(resampled(sound, 24_000).samples).split())
    assert len(heard & set(text.lower().strip(".").split())) >= 6, heard


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language(engine, language):
    """At about our pace: nothing left out, and nothing spelt letter by letter."""
    sentence = sentences(language)[0]
    sound = perform(anchor_contestant(), sentence.text, language, 0, engine)
    assert 1.5 < sound.seconds < 10
    assert np.abs(sound.samples).max() > 0.1
    again = perform(anchor_contestant(), sentence.text, language, 1, engine)
    assert np.array_equal(sound.samples, again.samples)


def test_its_voices_are_of_all_languages_and_differ():
    assert set(VOICES) == set(LANGUAGES)
    text = find_sentence("a-ferry").text
    american, british = (synthesise(text, VOICES[code]) for code in "ab")
    assert not np.array_equal(american, british)


def test_failures_of_espeak_are_one_sentence(engine, monkeypatch):
    with pytest.raises(subprocess.CalledProcessError):
        synthesise("Hello.", "no such voice")
    with pytest.raises(subprocess.TimeoutExpired):
        synthesise("Hello.", "en", patience_seconds=0.001)
    monkeypatch.setitem(anchor.VOICES, "a", "no such voice")
    with pytest.raises(ContestantError, match=r"^espeak-ng · robot could not say the text\.$"):
        perform(anchor_contestant(), "Hello.", "a", 0, engine)


def test_it_stops_by_itself_after_a_minute(engine):
    endless = "and another sheep jumps over the old wooden fence, " * 19
    assert len(endless) < 1_000
    sound = Clip(synthesise(endless * 10, "en"), RATE)
    assert 61 <= sound.seconds < 63
    with pytest.raises(ContestantError, match="longer than 60 s"):
        perform(anchor_contestant(), "1789 " * 190, "a", 0, engine)

"""Our sentences: enough of them, of every kind, and each spoken whole."""

from __future__ import annotations

from collections import Counter

import pytest

from kokoro_studio.engine import Take
from kokoro_studio.errors import RequestError, TextError
from kokoro_studio.listening.contestants.contestant import MOST_CHARACTERS
from kokoro_studio.listening.stimuli.sentences import CATEGORIES, find_sentence, sentences
from kokoro_studio.model import FRAME_SECONDS
from kokoro_studio.text import LANGUAGES
from kokoro_studio.voices import VOICES

# Of each language, a voice of ordinary pace.
VOICE = {code: next(v.id for v in VOICES.values() if v.language == code) for code in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_of_every_kind(language):
    found = sentences(language)
    assert len(found) >= (24 if language in "ab" else 16)
    kinds = Counter(sentence.category for sentence in found)
    assert set(kinds) == set(CATEGORIES)
    assert len({sentence.text for sentence in found}) == len(found)
    for sentence in found:
        assert sentence.language == language and sentence.id.startswith(f"{language}-")
        assert len(sentence.id) <= 40 and len(sentence.text) <= 300 <= MOST_CHARACTERS
        assert find_sentence(sentence.id) is sentence


SILENCE_SECONDS = 0.7  # around each utterance, before it is trimmed


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_is_spoken_whole_and_is_neither_too_short_nor_too_long(engine, language):
    """The shortest and the longest are timed as the model plans them; it leaves silence around."""
    readings = []
    for sentence in sentences(language):
        reading = engine.read(Take(sentence.text, VOICE[language], language))
        assert not reading.skipped, (sentence.id, reading.skipped)
        assert len(reading.phonemes) <= 510
        readings.append(reading)
    readings.sort(key=lambda reading: len(reading.phonemes))
    blend = Take("", VOICE[language]).blend
    for reading in (readings[0], readings[-1]):
        frames = sum(engine.plan(one, blend).frames for one in reading.utterances)
        joins = len(reading.utterances) - 1
        assert 2 < frames * FRAME_SECONDS - joins * SILENCE_SECONDS < 11.5, reading.phonemes


def test_what_is_not_there():
    with pytest.raises(TextError, match="no language 'x'"):
        sentences("x")
    with pytest.raises(RequestError, match="no sentence 'a-nothing'"):
        find_sentence("a-nothing")

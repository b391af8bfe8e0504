"""A take looks up its voices once; its equality and its pickles do not depend on it."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from kokoro_studio import Take
from kokoro_studio.errors import VoiceError
from kokoro_studio.voices import keep_blend, parse_formula


@pytest.fixture
def data(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path))
    return monkeypatch


def test_a_take_finds_its_voices_once(data):
    keep_blend("Night narrator", "af_heart*0.5 + af_bella*0.5")
    take = Take("Hello.", "60% Night narrator + 40% Emma")
    blend = take.blend
    data.setenv("KOKORO_DATABASE", "not a url")  # whoever asks it fails
    assert take.blend is blend
    assert str(blend) == "af_night_narrator*0.6 + bf_emma*0.4"
    assert replace(take, voice="af_sky").blend == parse_formula("af_sky")


def test_a_voice_that_is_made_later_is_found(data):
    take = Take("Hello.", "Night narrator")
    with pytest.raises(VoiceError, match="no voice 'Night'"):
        _ = take.blend
    keep_blend("Night narrator", "af_heart*0.5 + af_bella*0.5")
    assert take.blend.voices == ("af_night_narrator",)


def test_a_take_is_equal_before_and_after_its_voices_are_found():
    one, other = Take("Hello."), Take("Hello.")
    _ = one.blend
    assert one == other and hash(one) == hash(other) and repr(one) == repr(other)
    for take in (one, other):
        copy = pickle.loads(pickle.dumps(take))
        assert copy == take and copy.blend == take.blend

from __future__ import annotations

import numpy as np
import pytest

from kokoro_studio.measures.traits import (
    SENTENCES,
    TRAITS,
    _centroid,
    _syllables,
    measure_traits,
    released_traits,
)
from kokoro_studio.text import LANGUAGES
from kokoro_studio.voices import VOICES, parse_formula


def test_every_released_voice_is_measured_and_every_language_has_a_sentence():
    assert set(released_traits()) == set(VOICES)
    assert set(SENTENCES) == set(LANGUAGES)
    for voice, traits in released_traits().items():
        low, high = (120, 340) if VOICES[voice].gender == "female" else (75, 290)
        assert low < traits.pitch_hz < high, voice
        assert 2.5 < traits.syllables_per_second < 9, voice


@pytest.mark.slow
def test_measuring_again_finds_the_same(engine):
    again, known = measure_traits(engine, parse_formula("af_heart")), released_traits()["af_heart"]
    for name in TRAITS:
        if name != "dnsmos":
            assert getattr(again, name) == pytest.approx(getattr(known, name), rel=0.02)


def test_syllables_and_brightness_are_what_they_say():
    assert _syllables("həlˈO ðɛɹ") == 3  # he-llo there
    assert _syllables("pjˈɑːno") == 2
    assert _syllables("xau↓") == 1
    time = np.arange(24_000) / 24_000
    tone = np.sin(2 * np.pi * 1_000 * time).astype(np.float32)
    assert _centroid(tone) == pytest.approx(1_000, rel=0.01)

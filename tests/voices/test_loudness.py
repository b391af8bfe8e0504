from __future__ import annotations

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.audio.loudness import measure_level
from kokoro_studio.voices import VOICES, delete_voice, keep_card, loudness_gain, parse_formula
from kokoro_studio.voices.files.card import Card
from kokoro_studio.voices.library.packs import load_pack
from kokoro_studio.voices.space.loudness import TARGET_LUFS, _measured, loudness_of

TEXT = "The harbour was quiet, and the boats lay still in the morning light."


def told(formula: str) -> float:
    return loudness_of(parse_formula(formula))


def heard(engine, formula: str, spoken=None, **options) -> float:
    take = Take(TEXT, formula, "a", **options)
    audio = np.concatenate([one.audio for one in (spoken or engine.record)(take)])
    return measure_level(audio, 24_000).lufs


def test_released_voices_are_told_as_they_were_measured():
    table = _measured().voices
    assert set(table) == set(VOICES)
    for voice, lufs in table.items():
        assert told(voice) == pytest.approx(lufs, abs=1e-9)


def test_a_mix_goes_from_one_parent_to_the_other_without_a_jump():
    almost = told("af_heart*0.999 + am_puck*0.001")
    assert almost == pytest.approx(told("af_heart"), abs=0.02)
    shares = [told(f"af_heart*{1 - k / 10} + am_puck*{k / 10}") for k in range(1, 10)]
    assert np.abs(np.diff(shares)).max() < 0.5
    half = (told("af_heart") + told("am_puck")) / 2
    assert told("af_heart -> am_puck") == pytest.approx(half)


def test_a_gain_is_bounded_and_brings_the_target():
    for formula in ("af_nova", "am_puck", "af_heart*3 + am_puck*3 @raw"):
        gain = loudness_gain(parse_formula(formula))
        assert 10 ** (-12 / 20) <= gain <= 10 ** (12 / 20)
        if "@raw" not in formula:
            assert 20 * np.log10(gain) == pytest.approx(TARGET_LUFS - told(formula))


@pytest.mark.slow
def test_voices_are_closer_together_with_it(engine):
    voices = ("af_nova", "am_puck", "af_sky", "bf_isabella")
    usual = [heard(engine, voice) for voice in voices]
    equal = [heard(engine, voice, equal_loudness=True) for voice in voices]
    assert np.ptp(equal) < 0.6 * np.ptp(usual)
    assert np.abs(np.array(equal) - TARGET_LUFS).max() < 2.5


def test_a_stream_and_its_file_have_one_gain(engine):
    for spoken in (engine.speak, engine.record):
        change = heard(engine, "am_echo", spoken, equal_loudness=True)
        change -= heard(engine, "am_echo", spoken)
        assert change == pytest.approx(TARGET_LUFS - told("am_echo"), abs=1e-3)


def test_each_passage_has_the_gain_of_its_own_voice(engine):
    text = "Good day. [voice:am_puck] Good night."
    for usual, equal in zip(
        engine.record(Take(text)), engine.record(Take(text, equal_loudness=True)), strict=True
    ):
        voice = "af_heart" if usual.index == 0 else "am_puck"
        gain = np.float32(loudness_gain(parse_formula(voice)))
        assert np.array_equal(equal.audio, usual.audio * gain)


def test_a_voice_from_a_file_is_told_by_its_styles():
    own = keep_card(Card(pack=load_pack("am_puck").clone() * 1.01, name="am_from_a_file"))
    try:
        assert abs(told(own.id) - told("am_puck")) < 2.5
    finally:
        delete_voice(own.id)

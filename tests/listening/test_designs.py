"""Tests as they are asked for: what is refused, and what is said of them beforehand."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from kokoro_studio.errors import RequestError, TextError
from kokoro_studio.listening.contestants.contestant import Contestant
from kokoro_studio.listening.contestants.voices import voice_contestant
from kokoro_studio.listening.designs import TESTS, TestText, prospect
from kokoro_studio.listening.plans import plan_for
from kokoro_studio.voices import delete_voice, keep_blend

CLIP = Contestant("clip", "me", {"sha256": "0" * 64, "text": "Good morning.", "language": "a"})


@pytest.mark.parametrize("name", ["a", "en-us", "EN_US", "en-US", "eng"])
def test_a_language_goes_by_any_of_its_names(design, name):
    asked = design(language=name)
    assert asked.language == "a"
    asked.check()


def test_a_language_that_is_none_is_told_with_those_there_are(design):
    with pytest.raises(TextError, match="no language 'klingon'; use one of a or en-US"):
        design(language="klingon")


def test_a_voice_is_not_compared_with_its_copy(design, engine, pair):
    double = keep_blend("Double", "af_heart").id
    try:
        copy = voice_contestant(double, engine=engine)
        with pytest.raises(RequestError, match=r"same sound is there twice \(Heart.* and Double"):
            design(contestants=(pair[0], copy)).check()
        other_take = voice_contestant(double, seed=7, engine=engine)
        design(contestants=(pair[0], other_take)).check()
    finally:
        delete_voice(double)


def test_a_recording_is_compared_on_its_own_text_alone(design, pair):
    asked = design(contestants=(pair[0], CLIP), texts=(TestText("Good morning."),))
    asked.check()
    with pytest.raises(RequestError, match=r"me says “Good morning\.” and nothing else"):
        replace(asked, texts=(TestText("It rains."),)).check()
    with pytest.raises(RequestError, match="a recording says only one"):
        replace(asked, kind="multi").check()


@pytest.mark.parametrize("kind", TESTS)
@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize("trials", [4, 12, 20])
def test_the_number_that_was_told_is_the_number_that_comes(design, kind, training, trials):
    texts = tuple(TestText(f"Text {number}.") for number in range(trials))
    asked = design(kind, trials=trials, texts=texts, training=training)
    told = prospect(kind, trials, len(asked.contestants), training)
    plan = plan_for(asked, random.Random(1))
    practice = sum(planned.part == "training" for planned in plan)
    assert f"The test has {len(plan) - practice} trials" in told
    assert ("practice" in told) == training == bool(practice)
    if training:
        assert f"Before them: {practice} practice trial" in told


def test_numbers_that_a_test_could_not_show_are_told():
    assert "10 of 12 right will show" in prospect("abx", 12)
    assert "too few" in prospect("abx", 4) and "too few to prove" in prospect("ab", 4, 3)
    assert "at least 8" in prospect("ab", 20) and "a pair" not in prospect("ab", 20)
    assert "With 10 votes a pair" in prospect("ab", 30, 3)
    assert "At least 6 texts are needed" in prospect("multi", 4)

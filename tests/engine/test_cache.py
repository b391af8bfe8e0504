from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.engine import join_windows
from kokoro_studio.engine.cache import SoundCache, cache_bytes
from kokoro_studio.engine.renderers import Rendered
from kokoro_studio.errors import RequestError

TWO = Take("The first sentence is here.\n\nThe second one follows.", seed=77)


def sound(samples: int) -> Rendered:
    return Rendered(np.zeros(samples, np.float32), 0, samples, (1, 2, 3))


@pytest.fixture
def fresh(engine):
    engine.forget()
    return engine


def reused(engine, take: Take) -> list[bool]:
    return [segment.reused for segment in engine.record(take)]


def test_the_one_used_longest_ago_goes_first():
    cache = SoundCache(3 * sound(1000).size)
    for name in "abc":
        cache.put(name, sound(1000))
    assert cache.get("a")
    cache.put("d", sound(1000))
    assert [bool(cache.get(name)) for name in "abcd"] == [True, False, True, True]
    assert cache.size == cache.limit_bytes


def test_it_never_holds_more_than_its_bytes():
    cache = SoundCache(10_000)
    cache.put("too long", sound(5000))
    assert cache.get("too long") is None and cache.size == 0
    for n in range(100):
        cache.put(n % 7, sound(10 * n))
        assert cache.size <= cache.limit_bytes
    cache.clear()
    assert cache.size == 0 and cache.get(6) is None


@pytest.mark.parametrize(("given", "expected"), [(None, 16 * 2**20), ("0", 0), ("5", 5 * 2**20)])
def test_its_size_is_a_setting(monkeypatch, given, expected):
    monkeypatch.delenv("KOKORO_SOUND_CACHE", raising=False)
    if given is not None:
        monkeypatch.setenv("KOKORO_SOUND_CACHE", given)
    assert cache_bytes() == expected


@pytest.mark.parametrize("given", ["-1", "much", "1.5", ""])
def test_a_size_that_is_none_is_refused(monkeypatch, given):
    monkeypatch.setenv("KOKORO_SOUND_CACHE", given)
    with pytest.raises(RequestError, match="whole number"):
        cache_bytes()


def test_the_same_again_is_not_rendered_again(fresh):
    first, second = (list(fresh.record(TWO)) for _ in range(2))
    assert [segment.reused for segment in first + second] == [False, False, True, True]
    for before, after in zip(first, second, strict=True):
        assert np.array_equal(before.audio, after.audio)
        assert replace(before, audio=after.audio, reused=True) == after


def test_streamed_sound_is_reused(fresh):
    first, second = (list(fresh.speak(TWO)) for _ in range(2))
    assert len(first) > len(second) == 2 and all(segment.reused for segment in second)
    for before, after in zip(join_windows(first), second, strict=True):
        assert np.array_equal(before.audio, after.audio)
        assert replace(before, audio=after.audio, reused=True) == after


def test_a_stream_never_depends_on_what_was_recorded_before(fresh):
    streamed = list(fresh.speak(TWO))
    fresh.forget()
    list(fresh.record(TWO))
    assert not any(segment.reused for segment in fresh.speak(TWO))
    for before, after in zip(streamed, fresh.speak(TWO), strict=False):
        assert np.array_equal(before.audio, after.audio[: len(before.audio)])
        break


def test_changing_one_sentence_renders_one_sentence(fresh):
    list(fresh.record(TWO))
    assert reused(fresh, replace(TWO, text=TWO.text.replace("first", "fifth"))) == [False, True]
    assert reused(fresh, replace(TWO, text="A new one.\n\n" + TWO.text)) == [False, True, True]


@pytest.mark.parametrize("change", [{"seed": 78}, {"speed": 1.1}, {"voice": "af_bella"}])
def test_every_change_of_the_sound_renders_it_anew(fresh, change):
    list(fresh.record(TWO))
    assert reused(fresh, replace(TWO, **change)) == [False, False]


def test_the_same_words_twice_do_not_have_the_same_grain(fresh):
    one, two = fresh.record(Take("Say it again.\n\nSay it again."))
    assert not two.reused and one.seed != two.seed

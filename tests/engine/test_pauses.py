"""Seconds of silence that a person sets, heard in the sound."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.engine import Pauses, join_windows
from kokoro_studio.engine.reading import set_silence
from kokoro_studio.errors import RequestError, TextError
from kokoro_studio.text import Boundary, count_boundaries

TEXT = "I came. I saw the sea.\nIt was blue.\n\nThen I left."


def sound_of(engine, text=TEXT, **pauses) -> np.ndarray:
    take = Take(text, pauses=Pauses(**pauses))
    return np.concatenate([segment.audio for segment in engine.record(take)])


def silences(engine, text=TEXT, **pauses) -> list[float]:
    """Seconds of digital silence after each utterance."""
    found = []
    for segment in engine.record(Take(text, pauses=Pauses(**pauses))):
        loud = np.flatnonzero(segment.audio)
        found.append((len(segment.audio) - 1 - (loud[-1] if len(loud) else -1)) / 24_000)
    return found


def boundaries(engine, text=TEXT, **pauses) -> list[str]:
    return [one.boundary for one in engine.read(Take(text, pauses=Pauses(**pauses))).utterances]


def test_every_sentence_is_apart_once_their_pause_is_set(engine):
    assert silences(engine, between_sentences=1.5) == pytest.approx(
        [1.5, 0.75, 0.75, 0.15], abs=1e-3
    )
    said = engine.read(Take(TEXT, pauses=Pauses(between_sentences=0))).utterances
    assert len(said) == 4 and "".join(t.text for u in said for t in u.tokens) == "".join(
        t.text for t in engine.read(Take(TEXT)).tokens
    )


def test_lines_and_paragraphs_have_pauses_of_their_own(engine):
    assert boundaries(engine) == ["line", "paragraph", "end"]
    assert silences(engine) == pytest.approx([0.75, 0.75, 0.15], abs=1e-3)
    assert silences(engine, between_paragraphs=2)[:2] == pytest.approx([2, 2], abs=1e-3)
    both = silences(engine, between_paragraphs=2, at_line_ends=0.3)
    assert both == pytest.approx([0.3, 2, 0.15], abs=1e-3)
    assert silences(engine, at_line_ends=0)[:2] == pytest.approx([0, 0.75], abs=1e-3)


def test_silence_before_and_after_moves_the_words(engine):
    usual, moved = sound_of(engine, "Hi there."), sound_of(engine, "Hi there.", before=1, after=2)
    spoken = usual[: -round(0.15 * 24_000)]
    assert np.array_equal(moved[24_000:-48_000], spoken)
    assert not moved[:24_000].any() and not moved[-48_000:].any()
    take = Take("Hi there.", pauses=Pauses(before=1))
    first, later = (
        [token.start_seconds for one in engine.record(each) for token in one.tokens]
        for each in (Take("Hi there."), take)
    )
    assert later == pytest.approx([1 + seconds for seconds in first])
    assert np.array_equal(sound_of(engine, "Hi there.", after=0), spoken)


def test_pauses_are_seconds_whatever_the_speed(engine):
    take = Take(TEXT, speed=2.0, pauses=Pauses(between_paragraphs=1.0))
    first = next(iter(engine.record(take)))
    assert len(first.audio) - np.flatnonzero(first.audio)[-1] == pytest.approx(24_000, abs=24)


def test_streamed_and_whole_have_the_same_pauses(engine):
    take = Take(TEXT, pauses=Pauses(0.2, 0.3, 0.4, 0.9, 0.6))
    streamed, whole = join_windows(engine.speak(take)), list(engine.record(take))
    assert [len(one.audio) for one in streamed] == [len(one.audio) for one in whole]
    starts = [one.start_seconds for one in whole]
    assert starts == [one.start_seconds for one in streamed]
    assert all(
        after == pytest.approx(one.start_seconds + one.seconds)
        for one, after in zip(whole, starts[1:], strict=False)
    )


def test_a_tag_ends_a_sentence_and_keeps_its_own_pause(engine):
    text = "One day. [pause:1s] Two days. [voice:am_adam] Three days.\n\n[rate:1.2] Four days."
    assert boundaries(engine, text) == ["passage"] * 3 + ["end"]
    set_ = boundaries(engine, text, between_sentences=0.5, between_paragraphs=2)
    assert set_ == ["passage", "sentence", "paragraph", "end"]
    found = silences(engine, text, between_sentences=0.5, between_paragraphs=2)
    assert found == pytest.approx([0.15, 1, 0.5, 2, 0.15 / 1.2], abs=1e-3)


def test_without_a_word_there_is_silence_all_the_same(engine):
    assert len(sound_of(engine, "...", before=1, after=0.5)) == pytest.approx(1.7 * 24_000)


def test_unset_pauses_change_nothing(engine):
    for one, other in zip(
        engine.record(Take(TEXT)), engine.record(Take(TEXT, pauses=Pauses())), strict=True
    ):
        assert np.array_equal(one.audio, other.audio)


@pytest.mark.parametrize("seconds", [-0.1, 61, float("nan"), "1", True])
def test_a_pause_out_of_range_is_named(seconds):
    with pytest.raises(RequestError, match=r"Pause between sentences .* use 0 to 60 seconds"):
        Pauses(between_sentences=seconds)


def test_all_silence_together_is_bounded(engine):
    text = "Go on. " * 30
    assert count_boundaries(text, "a") == {Boundary.SENTENCE: 29}
    assert set_silence(Take(text, pauses=Pauses(1, 2, 20))) == 3 + 29 * 20
    engine.read(Take(text, pauses=Pauses(1, 2, 20)))
    with pytest.raises(TextError, match="at most 600"):
        engine.read(Take(text, pauses=Pauses(between_sentences=21)))
    with pytest.raises(TextError, match="at most 600"):
        engine.read(Take("A [rate:1]\n" * 20, pauses=Pauses(at_line_ends=60)))


def test_lines_are_counted_as_they_are_cut(engine):
    for text in (TEXT, "Yes.\r\nNo.\r\n\r\nGo.", "Yes.\n \nNo.", "Yes.\u2029No."):
        said = engine.read(Take(text, pauses=Pauses(between_sentences=0))).utterances
        followed = Counter(one.boundary for one, _ in pairwise(said))
        assert count_boundaries(text, "a") == followed

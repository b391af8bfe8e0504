"""The port between engine and model: what every renderer promises, and what the engine adds."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from itertools import islice
from types import SimpleNamespace

import numpy as np
import pytest

from kokoro_studio import Engine, Take
from kokoro_studio.engine import Edit
from kokoro_studio.engine.reading import read_take
from kokoro_studio.engine.renderers import Rendered
from kokoro_studio.engine.requests import UtteranceRequest, requests_of

TWO = "The first sentence is here.\n\nThe second one follows."
EDITED = Take("We were away all year.", edits=(Edit("scale_durations", 2.0, 8, 12),))


def requests(take: Take, windowed: bool = False) -> list:
    asked = requests_of(read_take(take), windowed)
    return [each.rendering for each in asked if isinstance(each, UtteranceRequest)]


def sounds(rendered: Iterator[Rendered]) -> np.ndarray:
    return np.concatenate([each.audio for each in rendered])


@pytest.mark.parametrize(
    "take",
    [
        Take("A short sentence, said by one voice."),
        Take("Stop", "bm_george"),
        EDITED,
        Take("I begin as one person.", "af_heart -> am_adam @slerp"),
    ],
    ids=["steady", "with a reference sentence", "edited", "morph"],
)
def test_a_request_is_small_and_sounds_the_same_after_pickling(engine, take):
    (request,) = requests(take)
    pickled = pickle.dumps(request)
    assert len(pickled) < 16_000
    one, other = (engine.renderer.render([each]) for each in (request, pickle.loads(pickled)))
    assert np.array_equal(sounds(one), sounds(other))


def test_what_a_renderer_did_before_changes_no_sample(engine):
    first, second = requests(Take(TWO))
    alone = sounds(engine.renderer.render([second]))
    engine.forget()
    assert np.array_equal(sounds(list(engine.renderer.render([first, second]))[1:]), alone)


def test_a_caller_is_served_in_the_middle_of_another_callers_utterance(engine):
    (long,) = requests(Take("The old lighthouse stood at the end of the road for years."), True)
    (short,) = requests(Take("Another one speaks now."))
    alone = [list(engine.renderer.render([each])) for each in (long, short)]
    assert len(alone[0]) > 2
    windows = engine.renderer.render([long])
    begun = next(windows)
    between = list(engine.renderer.render([short]))
    rest = list(windows)
    assert np.array_equal(sounds(between), sounds(alone[1]))
    assert np.array_equal(sounds([begun, *rest]), sounds(alone[0]))


def test_cancelling_stops_before_the_next_window_and_reads_no_further(engine):
    asked, heard = [], []

    def read_on():
        for request in requests(Take(TWO), windowed=True):
            asked.append(request)
            yield request

    for rendered in engine.renderer.render(read_on(), cancelled=lambda: bool(heard)):
        heard.append(rendered)
    assert len(heard) == len(asked) == 1 and not heard[0].ends


class RendererDouble:
    """A tone of 0.1 s for each phoneme, in two windows where windows are asked for."""

    weights = SimpleNamespace(known=True)
    frames_together = 0
    may_prepare = False

    def __init__(self) -> None:
        self.asked: list[str] = []

    def render(self, requests, cancelled=lambda: False):
        for request in requests:
            self.asked.append(request.phonemes)
            audio = np.ones(2_400 * len(request.phonemes), np.float32)
            durations = (1, *[4] * len(request.phonemes), 1)
            parts = np.array_split(audio, 2 if request.windowed else 1)
            for place, part in enumerate(parts, 1):
                if cancelled():
                    return
                yield Rendered(part, 0, len(audio), durations, ends=place == len(parts))

    def forget(self) -> None:
        pass


def test_the_engine_keeps_order_and_sound_whatever_renders():
    engine = Engine(RendererDouble())
    spoken = list(engine.record(Take(TWO)))
    first, second = (utterance.phonemes for utterance in engine.read(Take(TWO)).utterances)
    assert engine.renderer.asked == [first, second]
    assert [segment.phonemes for segment in spoken] == [first, second]
    assert spoken[1].start_seconds == pytest.approx(spoken[0].seconds)
    again = list(engine.record(Take(TWO.replace("first", "fifth"))))
    assert [segment.reused for segment in again] == [False, True]
    assert len(engine.renderer.asked) == 3 and engine.renderer.asked[2] != first
    engine.forget()
    list(engine.record(Take(TWO)))
    assert len(engine.renderer.asked) == 5


def test_a_closed_stream_asks_the_renderer_for_nothing_more():
    engine = Engine(RendererDouble())
    stream = engine.speak(Take(TWO))
    (window,) = islice(stream, 1)
    stream.close()
    assert not window.ends and len(engine.renderer.asked) == 1
    assert not next(engine.speak(Take(TWO))).reused  # half an utterance is not kept

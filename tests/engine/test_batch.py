from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.engine.requests import group_by_length, requests_of
from kokoro_studio.errors import TextError

TAKES = [
    Take("The first sentence is here.\n\nThe second one follows.", seed=1),
    Take("A morph.", "af_heart -> am_adam"),
    Take("Stop", "bm_george"),
    Take("This one is faster.", "bf_emma", speed=1.5),
    Take("你好，今天好。", "zf_xiaobei"),
    Take("This one is faster.", "bf_emma", speed=1.5),
]


@pytest.mark.slow
@pytest.mark.parametrize("frames", [0, 400], ids=["one by one", "together"])
def test_a_batch_is_the_takes_one_by_one(engine, monkeypatch, frames):
    monkeypatch.setattr(engine, "frames_together", frames)
    engine.forget()
    alone = [list(engine.record(take)) for take in TAKES]
    engine.forget()
    counts = []
    together = engine.batch(TAKES, progress=lambda done, of: counts.append((done, of)))
    assert counts[0] == (0, 6) and counts[-1] == (6, 6)  # the last take asks for nothing new
    assert len(counts) == (7 if frames == 0 else 5)
    for one, other in zip(alone, together, strict=True):
        for expected, segment in zip(one, other, strict=True):
            assert np.abs(segment.audio - expected.audio).max() <= 1e-4
            assert replace(segment, audio=expected.audio, reused=expected.reused) == expected


def test_cached_sound_is_not_rendered_again(engine):
    engine.forget()
    engine.batch(TAKES[3:4])
    counts = []
    (first, *_, last) = engine.batch(TAKES, progress=lambda done, of: counts.append((done, of)))
    assert counts[0] == (1, 6)
    assert last[0].reused and not first[0].reused


def test_a_bad_take_costs_nothing(engine):
    with pytest.raises(TextError, match="nothing to speak"):
        engine.batch([Take("Good."), Take("")], progress=lambda *_: pytest.fail("rendered"))
    assert engine.batch([]) == []


def test_groups_are_of_like_length_and_fit(engine):
    takes = [Take("word " * n) for n in (4, 30, 5, 28, 6)] + [TAKES[1]]
    requests = [request for take in takes for request in requests_of(engine.read(take))]
    made = list(group_by_length(requests, 300))
    assert sorted(map(id, requests)) == sorted(id(request) for group in made for request in group)
    assert any(len(group) > 1 for group in made)
    for group in made:
        longest = max(request.about_frames for request in group)
        assert len(group) == 1 or longest * len(group) <= 300

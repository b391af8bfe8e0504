from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.errors import VoiceError
from kokoro_studio.voices import (
    SPACES,
    VOICES,
    Blend,
    keep_blend,
    locate,
    parse_formula,
    places,
    weights_at,
)


@pytest.fixture(autouse=True)
def empty(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize("space", SPACES)
def test_every_voice_has_a_place_of_its_own(space):
    spots = places(space)
    assert [place.voice for place in spots] == list(VOICES)
    assert len({(place.x, place.y) for place in spots}) == 54
    keep_blend("Between", "af_heart*0.5 + am_adam*0.5")
    own = places(space)[-1]
    assert own.voice == "af_between"
    assert locate(parse_formula("af_between"), space)[0] == pytest.approx((own.x, own.y))


@pytest.mark.parametrize("space", SPACES)
def test_a_straight_mix_lies_between_its_parents_by_weight(space):
    where = {place.voice: np.array(place[1:]) for place in places(space)}
    ((x, y),) = locate(parse_formula("af_heart*0.2 + bm_george*0.5 + zf_xiaoyi*0.3"), space)
    expected = 0.2 * where["af_heart"] + 0.5 * where["bm_george"] + 0.3 * where["zf_xiaoyi"]
    assert (x, y) == pytest.approx(tuple(expected), abs=1e-5)


def test_the_halves_are_apart():
    split, heart = parse_formula("timbre(af_heart) delivery(am_adam)"), parse_formula("af_heart")
    assert locate(split, "timbre")[0] == pytest.approx(locate(heart, "timbre")[0])
    assert locate(split, "delivery")[0] != pytest.approx(locate(heart, "delivery")[0])
    assert len(locate(parse_formula("af_heart -> am_adam -> af_sky"), "both")) == 3


@pytest.mark.slow
@pytest.mark.parametrize("space", SPACES)
@given(share=st.tuples(*[st.floats(0.02, 1)] * 3))
def test_the_weights_of_a_spot_land_there(space, share):
    a, b, c = (np.array(places(space)[index][1:]) for index in (0, 20, 45))
    x, y = (share[0] * a + share[1] * b + share[2] * c) / sum(share)
    weights = weights_at(x, y, space)
    assert 1 <= len(weights) <= 3
    assert sum(weight for _, weight in weights) == pytest.approx(1, abs=2e-3)
    ((landed_x, landed_y),) = locate(Blend.of(weights), space)
    assert (landed_x, landed_y) == pytest.approx((x, y), abs=5e-3)


@pytest.mark.parametrize("space", SPACES)
def test_a_click_on_a_voice_is_that_voice(space):
    for place in places(space)[::9]:
        assert dict(weights_at(place.x, place.y, space)).get(place.voice, 0) > 0.99


def test_far_outside_the_nearest_edge_is_taken():
    weights = weights_at(-100, 100, "both")
    assert 1 <= len(weights) <= 2
    with pytest.raises(VoiceError, match="not a spot"):
        weights_at(float("nan"), 0, "both")

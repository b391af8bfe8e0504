from __future__ import annotations

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.voices import LEVELS, VOICES, Blend, judge, parse_formula
from kokoro_studio.voices.space.safety import hull_distance

weights = st.lists(
    st.tuples(st.sampled_from(sorted(VOICES)), st.floats(0.01, 1)), min_size=1, max_size=5
)


def test_distance_to_a_triangle_is_geometry():
    triangle = torch.tensor([[0.0, 0.0], [4.0, 0.0], [0.0, 3.0]], dtype=torch.float64)
    for point, expected in [((1, 1), 0), ((-3, -4), 5), ((2, -1), 1), ((4, 3), 2.4), ((0, 3), 0)]:
        distance = hull_distance(torch.tensor(point, dtype=torch.float64), triangle)
        assert distance == pytest.approx(expected, abs=1e-3)


@pytest.mark.slow
@given(weights)
def test_a_straight_mix_without_subtraction_is_inside(weights):
    safety = judge(Blend.of(tuple(weights)))
    assert safety.level == "inside"
    assert max(safety.timbre.hull_distance, safety.delivery.hull_distance) < 0.05


def test_pushing_further_never_comes_nearer():
    pushed = [judge(parse_formula(f"af_heart - am_adam*{k}")) for k in (0.1, 0.5, 1, 3)]
    for half in ("timbre", "delivery"):
        distances = [getattr(safety, half).hull_distance for safety in pushed]
        assert distances == sorted(distances)
    assert pushed[-1].level == "far"
    levels = [list(LEVELS).index(safety.level) for safety in pushed]
    assert levels == sorted(levels)


def test_the_half_at_fault_is_named():
    safety = judge(parse_formula("timbre(af_heart) delivery(af_heart - am_adam*4)"))
    assert safety.timbre.level == "inside" and safety.delivery.level == "far"
    assert "the delivery that lies outside" in safety.sentence


def test_a_morph_is_judged_at_its_worst():
    still = judge(parse_formula("af_heart - am_adam*1"))
    moving = judge(parse_formula("af_heart -> af_heart - am_adam*1 -> af_sky"))
    assert moving.timbre == still.timbre and moving.level == still.level


def test_another_pitch_is_as_safe_as_what_it_is_taken_from():
    swapped = "timbre(jf_alpha) delivery(am_onyx) pitch({})"
    assert judge(parse_formula(swapped.format("jf_alpha"))).level == "inside"
    pushed = judge(parse_formula(swapped.format("jf_alpha - am_puck*4")))
    assert pushed.timbre.level == "inside" and pushed.delivery.level == "far"


def test_strength_is_told():
    assert judge(parse_formula("af_heart*0.5 @raw")).timbre.norm_ratio == pytest.approx(
        judge(parse_formula("af_heart")).timbre.norm_ratio / 2
    )

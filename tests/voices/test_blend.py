from __future__ import annotations

import math

import pytest
import torch
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kokoro_studio.voices import (
    METHODS,
    VOICES,
    load_pack,
    mix,
    parse_formula,
    style_for,
    style_path,
)

HEART, GEORGE, PUCK = (load_pack(voice) for voice in ("af_heart", "bm_george", "am_puck"))
HALVES = {"timbre": slice(None, 128), "delivery": slice(128, None)}
shares = st.floats(0.02, 0.98).map(lambda share: round(share, 4))


def lengths(pack: torch.Tensor, half: slice) -> torch.Tensor:
    return pack[:, half].double().norm(dim=1)


def angle(one: torch.Tensor, other: torch.Tensor, half: slice) -> torch.Tensor:
    """Radians between the rows of two packs."""
    a, b = (pack[:, half].double() for pack in (one, other))
    a, b = (x / x.norm(dim=1, keepdim=True) for x in (a, b))
    return 2 * torch.atan2((a - b).norm(dim=1), (a + b).norm(dim=1))


@pytest.mark.slow
@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
@given(share=shares)
def test_slerp_of_two_walks_the_great_circle_at_even_speed(half, share):
    pack = mix(parse_formula(f"af_heart*{1 - share:.4f} + bm_george*{share:.4f} @slerp"))
    whole = angle(HEART, GEORGE, half)
    assert torch.allclose(angle(HEART, pack, half), share * whole, atol=2e-4)
    assert torch.allclose(angle(pack, GEORGE, half), (1 - share) * whole, atol=2e-4)


@pytest.mark.parametrize("method", ["nlerp", "slerp"])
@pytest.mark.parametrize("half", HALVES.values(), ids=HALVES)
def test_nothing_is_averaged_away(method, half):
    pack = mix(parse_formula(f"af_heart*0.5 + bm_george*0.3 + am_puck*0.2 @{method}"))
    expected = sum(
        weight * lengths(parent, half)
        for weight, parent in ((0.5, HEART), (0.3, GEORGE), (0.2, PUCK))
    )
    assert torch.allclose(lengths(pack, half), expected, rtol=1e-5)
    straight = mix(parse_formula("af_heart*0.5 + bm_george*0.3 + am_puck*0.2"))
    assert (lengths(straight, half) < expected).all()


@settings(max_examples=15)
@given(
    terms=st.lists(st.tuples(st.sampled_from(sorted(VOICES)), shares), min_size=1, max_size=4,
                   unique_by=lambda term: term[0]),
    push=st.floats(0.01, 3),
)  # fmt: skip
@pytest.mark.parametrize("method", ["lerp", "nlerp", "slerp"])
def test_subtracting_never_changes_the_length(method, terms, push):
    drawn = " + ".join(f"{voice}*{share}" for voice, share in terms if voice != "am_adam")
    assume(drawn)
    blend = parse_formula(f"{drawn} - am_adam*{push:.3f} @{method}")
    pack = mix(blend)
    parents = [(voice, weight) for voice, weight in blend.timbre if weight > 0]
    whole = sum(weight for _, weight in parents)
    for half in HALVES.values():
        expected = sum(
            weight / whole * lengths(load_pack(voice), half) for voice, weight in parents
        )
        assert torch.allclose(lengths(pack, half), expected, rtol=1e-5)


def test_only_the_half_that_subtracts_is_brought_to_a_length():
    formula = "timbre(af_heart*0.5 + bm_george*0.5) delivery(af_heart*0.5 + bm_george*0.5{})"
    plain, pushed = (mix(parse_formula(formula.format(push))) for push in ("", " - am_puck*0.2"))
    assert torch.equal(plain[:, :128], pushed[:, :128])
    assert torch.allclose(plain[:, :128], (0.5 * HEART + 0.5 * GEORGE)[:, :128], atol=1e-6)
    assert (lengths(pushed, HALVES["delivery"]) > lengths(plain, HALVES["delivery"])).all()


def test_a_morph_goes_straight_between_stages_that_subtract():
    path = style_path(parse_formula("af_heart - am_puck*0.4 -> bm_george"))
    assert len(path) == 2
    assert torch.equal(path[0], mix(parse_formula("af_heart - am_puck*0.4")))
    assert torch.equal(path[1], GEORGE)


@pytest.mark.parametrize("method", ["lerp", "nlerp", "slerp"])
def test_subtracting_keeps_the_length_and_turns_away(method):
    pack = mix(parse_formula(f"af_heart - bm_george*0.4 @{method}"))
    for half in HALVES.values():
        assert torch.allclose(lengths(pack, half), lengths(HEART, half), rtol=1e-5)
        assert (angle(pack, GEORGE, half) > angle(HEART, GEORGE, half)).all()


def test_raw_takes_the_weights_as_they_stand():
    pack = mix(parse_formula("af_heart*0.8 + am_puck*0.7 - bm_george*0.2 @raw"))
    assert torch.allclose(pack, 0.8 * HEART + 0.7 * PUCK - 0.2 * GEORGE, atol=1e-5)


@pytest.mark.slow
@pytest.mark.parametrize("method", METHODS)
@given(order=st.permutations(["af_heart*0.5", "bm_george*0.3", "am_puck*0.2", "zf_xiaoyi*0.1"]))
def test_the_order_of_voices_does_not_matter(method, order):
    one, other = (
        mix(parse_formula(f"{' + '.join(terms)} - af_sky*0.2 @{method}"))
        for terms in (sorted(order), order)
    )
    assert torch.equal(one, other)


@pytest.mark.parametrize("method", METHODS)
def test_a_morph_begins_and_ends_at_its_stages(method):
    path = style_path(parse_formula(f"af_heart -> am_puck -> bm_george @{method}"))
    middle = len(path) // 2
    assert torch.equal(path[0], HEART)
    assert torch.equal(path[middle], PUCK)
    assert torch.equal(path[-1], GEORGE)


def test_an_arc_is_followed_closely_by_straight_pieces():
    path = style_path(parse_formula("af_heart -> bm_george @slerp"))
    halfway = mix(parse_formula("af_heart*0.5 + bm_george*0.5 @slerp"))
    assert torch.allclose(path[len(path) // 2], halfway, atol=1e-5)
    steps = angle(path[0], path[1], HALVES["timbre"])
    assert steps.max() < math.pi / (len(path) - 1)


def test_the_style_of_an_utterance_is_its_length_s_row():
    style = style_for(style_path(parse_formula("af_heart -> bm_george")), 12)
    assert torch.equal(style.timbre, torch.stack((HEART[11, :128], GEORGE[11, :128])))
    assert torch.equal(style.delivery, torch.stack((HEART[11, 128:], GEORGE[11, 128:])))
    assert style_for(style_path(parse_formula("af_heart")), 9_000).timbre.shape == (1, 128)

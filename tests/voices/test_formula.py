from __future__ import annotations

import pickle

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kokoro_studio.engine.describing import describe_voice
from kokoro_studio.errors import VoiceError
from kokoro_studio.voices import (
    VOICES,
    format_blend,
    keep_blend,
    load_pack,
    mix,
    parse_formula,
    style_path,
)
from kokoro_studio.voices.library.catalogue import Voice
from kokoro_studio.voices.mixing.formula import parse
from kokoro_studio.voices.mixing.resolving import resolve

CANONICAL = "af_heart*0.6 + bf_emma*0.4"
weights = st.floats(0.01, 100).map(lambda weight: round(weight, 4))
terms = st.lists(
    st.tuples(st.sampled_from(sorted(VOICES)), weights),
    min_size=1,
    max_size=6,
    unique_by=lambda term: term[0],
)
ways = st.sampled_from(
    ["", "@slerp", " @nlerp", "@raw", " -> bm_george", "-> timbre(af_sky) delivery(am_puck)@slerp",
     "-> timbre(af_sky) delivery(am_puck) pitch(af_sky)"]
)  # fmt: skip
SYNTAXES = {
    "canonical": lambda terms: " + ".join(f"{voice}*{weight}" for voice, weight in terms),
    "brackets": lambda terms: "+".join(f"{voice}({weight})" for voice, weight in terms),
    "number first": lambda terms: " + ".join(f"{weight} * {voice}" for voice, weight in terms),
    "percent list": lambda terms: ",".join(f"{voice}:{weight}" for voice, weight in terms),
}


@pytest.mark.parametrize(
    "written",
    [
        "af_heart*0.6+bf_emma*0.4",
        "af_heart(6)+bf_emma(4)",
        "0.6 * af_heart + 0.4 * bf_emma",
        "af_heart:60,bf_emma:40",
        "  af_heart * .6 +\tbf_emma*.4 ",
        "60% Heart + 40% Emma",
        "heart 60% + EMMA 40%",
        "60%*af_heart, 40%*bf_emma",
        "af_heart.6+bf_emma.4",
    ],
)
def test_every_syntax_is_read(written):
    assert str(parse_formula(written)) == CANONICAL


def test_a_list_of_names_is_an_equal_mix():
    assert str(parse_formula("af_heart,bf_emma")) == "af_heart*0.5 + bf_emma*0.5"


def test_a_mix_as_the_page_names_it_is_read():
    for formula in ("af_heart*0.6 + bf_emma*0.4", "af_heart - am_adam*0.3", "af_heart -> bf_emma"):
        named = describe_voice(formula).replace(" · British English", "")
        named = named.replace(" · American English", "")
        assert parse_formula(named) == parse_formula(formula)


def test_a_name_that_several_voices_have_is_asked_about():
    with pytest.raises(VoiceError, match="2 voices have the name 'Dora'; write ef_dora or pf_dora"):
        parse_formula("Dora")
    with pytest.raises(VoiceError, match=r"did you mean Emma \(bf_emma\)"):
        parse_formula("60% Heart + 40% Emna")


def test_a_name_of_several_words_is_read(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path))
    keep_blend("Night narrator", "af_heart*0.5 + af_bella*0.5")
    named = parse_formula("60% Night narrator + 40% Emma")
    assert named == parse_formula("af_night_narrator*0.6 + bf_emma*0.4")


def test_parsing_looks_up_no_voice(monkeypatch):
    monkeypatch.setenv("KOKORO_DATABASE", "not a url")  # whoever asks it fails
    mix = parse("60% Night narrator - af_nobody*0.4 -> timbre(x) delivery(y) @slerp")
    first, second = mix.stages
    assert [(str(name), weight) for name, weight in first[0].terms] == [
        ("Night narrator", 0.6), ("af_nobody", -0.4)
    ]  # fmt: skip
    assert [part.of for part in second] == ["timbre", "delivery"] and mix.method == "slerp"


def test_names_are_resolved_by_the_lookup_that_is_given():
    asked = []

    def voices(name: str, position: int) -> Voice:
        asked.append((name, position))
        if name not in ("Night narrator", "af_dusk", "Dusk"):
            raise VoiceError(f"no {name}", position)
        voice_id = "af_night" if name == "Night narrator" else "af_dusk"
        return Voice(voice_id, name, "a", "female", "", "", "", "")

    mix = parse("Night narrator*2 + af_dusk + Dusk")
    assert str(resolve(mix, voices)) == "af_night*0.5 + af_dusk*0.5"
    assert asked == [("Night narrator", 0), ("af_dusk", 19), ("Dusk", 29)]
    with pytest.raises(VoiceError, match="no af_heart") as caught:
        resolve(parse("af_dusk + af_heart"), voices)
    assert caught.value.position == 10


@pytest.mark.parametrize(
    ("formula", "position", "says"),
    [
        ("af_hart*0.5 + bf_emma**2", 0, "did you mean af_heart"),
        ("af_heart + bf_emna @arc", 11, "did you mean bf_emma"),
        ("af_heart**2 + af_nobody", 9, "a weight"),
        ("af_heart bf_emma**2", 9, r"'bf_emma' where '\+'"),
        ("af_heart bf_emma", 9, r"'bf_emma' where '\+'"),
        ("timbre(af_heart bf_emma) delivery(af_sky)", 16, r"'bf_emma' where '\)'"),
        ("af_hart bf_emma", 0, "no voice 'af_hart'"),
    ],
)
def test_the_first_mistake_of_several_is_reported(formula, position, says):
    with pytest.raises(VoiceError, match=says) as caught:
        parse_formula(formula)
    assert caught.value.position == position


def test_halves_stand_apart():
    formula = "timbre(af_heart) delivery(am_puck*0.7 + am_adam*0.3)"
    blend = parse_formula(formula)
    assert str(blend) == formula
    pack = mix(blend)
    assert torch.equal(pack[:, :128], load_pack("af_heart")[:, :128])
    expected = 0.7 * load_pack("am_puck") + 0.3 * load_pack("am_adam")
    assert torch.allclose(pack[:, 128:], expected[:, 128:], atol=1e-6)


@given(terms, st.sampled_from(sorted(SYNTAXES)), ways)
def test_the_canonical_form_is_stable(terms, syntax, way):
    blend = parse_formula(SYNTAXES[syntax](terms) + way)
    canonical = format_blend(blend)
    assert parse_formula(canonical) == blend
    assert format_blend(parse_formula(canonical)) == canonical


@settings(max_examples=40)
@given(terms, terms, terms, st.permutations(["timbre", "delivery", "pitch"]), ways)
def test_the_canonical_form_of_split_formulas_is_stable(timbre, delivery, pitch, order, way):
    parts = {"timbre": timbre, "delivery": delivery, "pitch": pitch}
    written = " ".join(f"{name}({SYNTAXES['number first'](parts[name])})" for name in order)
    blend = parse_formula(written + way)
    canonical = format_blend(blend)
    assert parse_formula(canonical) == blend
    assert format_blend(parse_formula(canonical)) == canonical


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("pitch(af_sky) timbre(af_heart)delivery(am_puck(2))",
         "timbre(af_heart) delivery(am_puck) pitch(af_sky)"),
        ("timbre(af_heart) delivery(am_puck) pitch(am_puck)",
         "timbre(af_heart) delivery(am_puck)"),
        ("timbre(af_heart) delivery(am_puck,af_sky) pitch(af_sky,am_puck)",
         "timbre(af_heart) delivery(am_puck*0.5 + af_sky*0.5)"),
        ("timbre(af_heart) delivery(af_heart) pitch(am_puck)",) * 2,
        ("timbre(af_heart) delivery(am_puck) pitch(af_heart) -> bm_george @slerp",) * 2,
    ],
)  # fmt: skip
def test_a_delivery_at_another_pitch(written, canonical):
    blend = parse_formula(written)
    assert str(blend) == canonical
    assert parse_formula(canonical) == blend


@given(terms, st.randoms())
def test_the_order_of_voices_does_not_matter(terms, random):
    shuffled = list(terms)
    random.shuffle(shuffled)
    one, other = (parse_formula(SYNTAXES["brackets"](order)) for order in (terms, shuffled))
    assert torch.equal(mix(one), mix(other))


@pytest.mark.parametrize("voice", ["af_heart", "zm_yunxi"])
def test_one_voice_is_itself_bit_for_bit(voice):
    for formula in (voice, f"{voice}*1.0", f"{voice}(3)", f"{voice}*1 + af_sky*0"):
        assert torch.equal(mix(parse_formula(formula)), load_pack(voice))


def test_subtraction_pushes_straight_away_and_keeps_the_length():
    heart, adam = load_pack("af_heart"), load_pack("am_adam")
    pushed = mix(parse_formula("af_heart - am_adam*0.5"))
    for half in (slice(None, 128), slice(128, None)):
        away = (heart + 0.5 * (heart - adam))[:, half].double()
        length = heart[:, half].double().norm(dim=1, keepdim=True)
        expected = away / away.norm(dim=1, keepdim=True) * length
        assert torch.allclose(pushed[:, half].double(), expected, atol=1e-5)


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("af_heart:50,bf_emma:50@slerp", "af_heart*0.5 + bf_emma*0.5 @slerp"),
        ("af_heart @slerp", "af_heart"),
        ("af_heart*2 @raw", "af_heart*2 @raw"),
        ("af_heart*1 + bf_emma*0.5 - af_sky*0.25 @raw",) * 2,
        ("af_heart→bm_george", "af_heart -> bm_george"),
        ("af_heart,af_sky->bm_george@slerp", "af_heart*0.5 + af_sky*0.5 -> bm_george @slerp"),
        ("af_heart -> timbre(af_sky) delivery(am_puck) -> af_heart @nlerp",) * 2,
    ],
)
def test_methods_and_morphs(written, canonical):
    blend = parse_formula(written)
    assert str(blend) == canonical
    assert parse_formula(canonical) == blend


def test_a_morph_is_no_pack():
    blend = parse_formula("af_heart*0.5 + af_sky*0.5 -> bm_george")
    assert [str(stage) for stage in blend.stages] == ["af_heart*0.5 + af_sky*0.5", "bm_george"]
    assert blend.voices == ("af_heart", "af_sky", "bm_george")
    with pytest.raises(VoiceError, match="one of its ends"):
        mix(blend)


@pytest.mark.parametrize(
    ("formula", "position", "says"),
    [
        ("", 0, "No voice"),
        ("af_hart", 0, "did you mean af_heart"),
        ("af_heart*0.5 + af_nobody*0.5", 15, "no voice 'af_nobody'"),
        ("af_heart**2", 9, "weight"),
        ("af_heart +", 10, "end of the formula"),
        ("af_heart)", 8, "expected"),
        ("af_heart*0", 0, "above 0"),
        ("af_heart - af_heart", 0, "above 0"),
        ("af_heart*1e999", 9, "out of range"),
        ("timbre(af_heart)", 16, "delivery"),
        ("timbre(af_heart) timbre(af_sky)", 0, "each once"),
        ("timbre(af_heart) pitch(af_sky)", 0, "each once"),
        ("timbre(af_heart) delivery(af_sky) pitch(af_sky) pitch(af_sky)", 0, "each once"),
        ("timbre(af_heart) delivery(af_sky) pitch af_sky", 34, "the end"),
        ("pitch(af_heart)", 15, "timbre"),
        ("😀", 0, "a voice"),
        ("../../etc/passwd", 0, "a voice"),
        ("af_heart+" * 400, 2000, "at most 2,000"),
        ("af_heart ->", 11, "a voice"),
        ("af_heart -> af_nobody", 12, "no voice 'af_nobody'"),
        ("af_heart -> bf_emma -> ", 22, "a voice"),
        (" -> ".join(["af_heart"] * 9), 93, "at most 8 stages"),
        ("af_heart*0.5 + bf_emma*0.5 @arc", 28, "lerp, nlerp, slerp, raw"),
        ("af_heart @slerp + bf_emma", 16, "the end"),
        ("af_heart -> timbre(af_sky)", 26, "delivery"),
    ],
)
def test_errors_point_at_the_place(formula, position, says):
    with pytest.raises(VoiceError, match=says) as caught:
        parse_formula(formula)
    assert caught.value.position == position
    copy = pickle.loads(pickle.dumps(caught.value))  # it may come from another process
    assert (str(copy), copy.position) == (str(caught.value), position)


@given(st.text(max_size=60))
def test_any_formula_gives_a_blend_or_one_sentence(formula):
    try:
        blend = parse_formula(formula)
    except VoiceError as error:
        assert "\n" not in str(error).strip()
    else:
        assert style_path(blend).isfinite().all()

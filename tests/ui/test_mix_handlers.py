"""Handlers of the Mix tab, without a browser."""

from __future__ import annotations

import base64
import json

import gradio as gr
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.engine.describing import describe_voice
from kokoro_studio.errors import RequestError
from kokoro_studio.measures.traits import TRAITS, Traits
from kokoro_studio.text import LANGUAGES
from kokoro_studio.ui.mix.auditions import PHRASES, phrase_for
from kokoro_studio.ui.mix.desk import STARTERS, desk_formula, desk_value
from kokoro_studio.ui.mix.layout import see
from kokoro_studio.ui.mix.library import act, bring_in, library_value
from kokoro_studio.ui.mix.map import ask_map, land_on_map, map_figure, pick_on_map
from kokoro_studio.ui.mix.messages import (
    MAX_CHANNELS,
    DeskMix,
    DeskStage,
    LibraryAction,
    MapSpot,
)
from kokoro_studio.ui.mix.meter import meter_value
from kokoro_studio.ui.mix.traits import traits_value
from kokoro_studio.ui.shell.memory import FIRST, recall
from kokoro_studio.ui.shell.messages import VoiceChosen
from kokoro_studio.ui.speak.mixer import mixed
from kokoro_studio.voices import (
    SPACES,
    Blend,
    keep_blend,
    load_pack,
    locate,
    mix,
    parse_formula,
    places,
)
from kokoro_studio.voices.mixing.formula import MAX_STAGES

MIX = "timbre(af_heart*0.6 + bf_emma*0.4) delivery(am_puck*0.7 + af_heart*0.3)"


@pytest.fixture(autouse=True)
def empty(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))


def desk_of(formula: str) -> DeskMix:
    """What the desk sends after it was shown a formula."""
    return DeskMix.read(json.loads(json.dumps(desk_value(formula))))


@pytest.mark.parametrize(
    "formula",
    [MIX, "af_heart", "af_heart*0.6 + bf_emma*0.4 @slerp", f"{MIX} -> bm_george @nlerp",
     "af_heart - am_adam*0.3", f"{MIX} pitch(af_heart*0.6 + bf_emma*0.4)",
     f"{MIX} pitch(bm_george) -> timbre(af_sky) delivery(am_adam) pitch(af_sky) @slerp",
     "af_heart*1.2 + bf_emma*0.3 @raw", *STARTERS.values()],
)  # fmt: skip
def test_the_desk_sends_back_the_formula_that_it_shows(formula):
    assert desk_formula(desk_of(formula)) == str(parse_formula(formula))


@pytest.mark.parametrize(
    "stages",
    [None, "x", [1], [{}], [{"timbre": [["af_heart", "much"]], "delivery": []}],
     [{"timbre": [["af_heart"]], "delivery": []}], [{"timbre": [["af_heart", 1]]}],
     [{"timbre": [["af_heart", float("nan")]], "delivery": []}], [{"timbre": [[1, 1]]}],
     [{"timbre": [["af_heart", True]], "delivery": []}]],
)  # fmt: skip
def test_a_desk_that_sends_something_malformed_is_refused_with_a_sentence(stages):
    with pytest.raises(RequestError, match="reload the page"):
        DeskMix.read({"stages": stages, "method": "lerp"})


@pytest.mark.parametrize("timbre", [("af_nobody", 1.0), ("af_heart", 0.0)])
def test_a_mix_that_cannot_be_heard_is_a_sentence(timbre):
    with pytest.raises(gr.Error):
        desk_formula(DeskMix((DeskStage((timbre,), (("af_heart", 1.0),)),), "lerp"))


def test_the_desk_s_stages_and_channels_are_bounded_and_its_method_is_a_known_one():
    channels = [["af_heart", 1]] * (MAX_CHANNELS + 1)
    stage = {"timbre": channels, "delivery": channels, "pitch": None}
    mix = DeskMix.read({"stages": [stage] * (MAX_STAGES + 1), "method": ["x"]})
    assert len(mix.stages) == MAX_STAGES and mix.method == "lerp"
    assert len(mix.stages[0].timbre) == MAX_CHANNELS and mix.stages[0].pitch == ()


def test_a_mistake_keeps_the_desk_and_points_at_the_place():
    shown = desk_value("af_heart*0.6 + bf_ema*0.4")
    assert shown["problem"]["position"] == 15 and "stages" not in shown


def test_a_desk_on_which_nothing_is_heard_has_no_formula_and_the_page_says_so():
    assert desk_formula(DeskMix((), "slerp")) == ""
    assert desk_value("")["stages"] == [] and "problem" not in desk_value("")
    desk, meter, traits, figure, line, play, use = see("", "both")
    assert desk["formula"] == "" and "Nothing is heard" in meter["sentence"]
    assert traits["rows"] == [] and "your mix" not in [trace.name for trace in figure.data]
    assert line["placeholder"] == PHRASES["a"]
    assert play["interactive"] is use["interactive"] is False
    assert see("af_heart", "both")[-1]["interactive"] is True
    assert see("af_hea", "both")[-1]["interactive"] is True  # a mistake is told when it is pressed
    for what in ("keep", "export"):
        assert "Nothing is heard in this mix" in act("", LibraryAction(what, name="Mine"))["error"]


def test_a_link_s_voices_that_stay_here_are_named():
    keep_blend("Mine", MIX)
    assert desk_value("af_mine")["stay"] == []
    assert desk_value("af_mine*0.5 + af_sky*0.5 @slerp")["stay"] == ["Mine"]


@pytest.mark.parametrize("space", SPACES)
def test_the_map_shows_every_voice_and_the_mix(space):
    keep_blend("Mine", MIX)
    for formula in ("af_heart", MIX, "af_mine*0.5 + af_sky*0.5", "af_heart -> bm_george"):
        blend = parse_formula(formula)
        figure = map_figure(blend, space)
        named = [voice for trace in figure.data for voice in trace.customdata or ()]
        assert len(named) == len(set(named)) == 55 and "af_mine" in named
        assert len(figure.data[-1].x) == len(blend.stages)
        json.loads(figure.to_json())


def test_clicks_on_the_map():
    assert pick_on_map("af_heart", VoiceChosen("bf_emma")) == "af_heart*0.5 + bf_emma*0.5"
    with pytest.raises(gr.Error):
        pick_on_map("af_heart", VoiceChosen("../x"))
    spot = places("timbre")[30]
    asked = ask_map(MIX, "both", MapSpot(spot.x, spot.y, 3))
    assert asked["tap"] == 3 and asked["words"].startswith("The mix here is ")
    landed = parse_formula(land_on_map(MIX, "timbre", MapSpot(spot.x + 0.02, spot.y)))
    assert landed.delivery == parse_formula(MIX).delivery
    assert locate(landed, "timbre")[0] == pytest.approx((spot.x + 0.02, spot.y), abs=0.01)
    for x in ("nan", float("nan"), None, 10**400):
        with pytest.raises(RequestError):
            MapSpot.read({"x": x, "y": 0})
    kept = parse_formula("timbre(af_heart) delivery(am_puck) pitch(af_heart)")
    moved = parse_formula(land_on_map(str(kept), "timbre", MapSpot(spot.x, spot.y)))
    assert moved.keeps_pitch and moved.timbre != kept.timbre
    joined = parse_formula(pick_on_map(str(kept), VoiceChosen("bf_emma")))
    assert joined.keeps_pitch and "bf_emma" in dict(joined.pitch)


def test_a_description_names_the_voice_of_the_pitch():
    kept = "timbre(af_heart) delivery(am_puck) pitch(af_heart)"
    assert describe_voice(kept).endswith("delivery Puck · American English, pitch of the timbre")
    assert "pitch of George" in describe_voice("timbre(af_sky) delivery(af_sky) pitch(bm_george)")
    assert mixed("timbre(af_sky) delivery(af_sky) pitch(bm_george)")["locked"]


def test_the_meter_and_the_traits_have_words():
    assert meter_value(parse_formula("af_heart"))["level"] == "inside"
    rows = traits_value("af_heart*0.5 + am_adam*0.5")
    assert not rows["measured"] and len(rows["rows"]) == len(TRAITS)
    assert [parent["name"] for parent in rows["rows"][0]["parents"]] == ["Heart", "Adam"]
    done = traits_value("af_heart*0.5 + am_adam*0.5", Traits(150.0, 4.0, 4.5, 700.0))
    assert done["measured"] and len(done["rows"]) == len(TRAITS)
    assert "not measured here" in done["rows"][-1]["missing"]
    assert traits_value("af_heart")["measured"]  # the released voices are measured already
    assert traits_value("nonsense(") == {}


def test_keeping_checking_renaming_exporting_deleting():
    assert act(MIX, LibraryAction("check", name="Heart"))["check"]["fits"] is False
    assert "af_mine" in act(MIX, LibraryAction("check", name="Mine"))["check"]["words"]
    kept = act(MIX, LibraryAction("keep", name="Mine", notes="n"))
    assert kept["saved"] == "af_mine" and kept["voices"][0]["formula"] == MIX
    assert "already" in act(MIX, LibraryAction("keep", name="Mine"))["error"]
    renamed = act(MIX, LibraryAction("rename", voice="af_mine", name="Ours"))
    assert renamed["voices"][0]["id"] == "af_ours"
    assert renamed["renamed"] == {"from": "af_mine", "to": "af_ours"}
    file = act("af_heart", LibraryAction("export", voice="af_ours", format="bin"))["file"]
    assert file["name"] == "af_ours.bin"
    raw = base64.b64decode(file["data"])
    assert raw == mix(parse_formula(MIX)).numpy().tobytes()
    assert act("a -> b(", LibraryAction("export"))["error"]
    assert "one of its ends" in act("af_heart -> af_sky", LibraryAction("export"))["error"]
    act(MIX, LibraryAction("rename", voice="af_ours", name="夜"))
    file = act("af_heart", LibraryAction("export", voice="af_591c", format="pt"))["file"]
    assert file["name"] == "af_夜.pt"
    act(MIX, LibraryAction("rename", voice="af_591c", name="Ours"))
    gone = act("af_ours*0.5 + af_sky*0.5", LibraryAction("delete", voice="af_ours"))
    assert "mix on the desk needs it" in gone["words"]
    assert gone["voices"] == [] and gone["undo"] == "af_ours"
    assert act(MIX, LibraryAction("restore", voice="af_ours"))["voices"][0]["name"] == "Ours"
    assert "no own voice" in act(MIX, LibraryAction("delete", voice="af_heart"))["error"]
    assert "reload the page" in act(MIX, LibraryAction("sing"))["error"]
    sent = {"what": "keep", "name": "Mine", "edit": 7}
    assert LibraryAction.read(sent) == LibraryAction("keep", name="Mine")
    with pytest.raises(RequestError):
        LibraryAction.read({"what": "keep", "name": 3})


def test_imports_keep_what_they_can(tmp_path):
    good = tmp_path / "bm_good.pt"
    torch.save(load_pack("bm_george").unsqueeze(1), good)
    bad = tmp_path / "bad.pt"
    bad.write_bytes(b"no")
    told = bring_in([str(bad), str(good)])
    assert told["words"] == "Good imported." and "bad.pt" in told["error"]
    assert told["voices"][0]["id"] == "bm_good"
    assert bring_in(None)["voices"] == library_value()["voices"]


def test_every_language_has_a_phrase_to_hear_a_mix_with(engine):
    assert set(PHRASES) == set(LANGUAGES)
    assert phrase_for("ff_siwis*0.6 + af_heart*0.4") == PHRASES["f"]
    assert phrase_for("nonsense(") == PHRASES["a"]


def test_a_link_brings_its_mix():
    assert recall({"mix": "bf_emma", "line": "Mine."})[6:8] == ("bf_emma", "Mine.")
    query = "?mix=af_heart%2Bbf_emma&say=Hello+you"
    assert recall(None, query)[6:8] == ("af_heart*0.5 + bf_emma*0.5", "Hello you")
    assert recall(None, "?mix=")[6] == FIRST.voice


def test_a_link_leaves_the_mix_that_was_there_to_go_back_to():
    query = "?mix=af_heart%2Bbf_emma"
    assert recall({"mix": "bf_emma"}, query)[-1] == "bf_emma"
    assert recall({"mix": "bf_emma"})[-1] == ""
    assert recall({"mix": "af_heart*0.5 + bf_emma*0.5"}, query)[-1] == ""
    assert recall(None, query)[-1] == recall({}, query)[-1] == ""


def test_the_desk_s_formula_is_remembered_as_it_stands():
    assert recall({"mix": ""})[6] == ""
    assert recall({"mix": "af_gone*0.5 + af_sky*0.5"})[6] == "af_gone*0.5 + af_sky*0.5"
    assert recall({"mix": ["x"]})[6] == recall({"mix": "x" * 3000})[6] == FIRST.voice


@pytest.mark.parametrize(
    ("formula", "says"),
    [
        ("af_heart*0.6 + bf_emma*0.4", ""),
        ("timbre(af_heart) delivery(am_puck)", "timbre and delivery apart"),
        ("af_heart -> bf_emma", "a morph"),
        ("af_heart - am_adam*0.2", "pushed away"),
        ("af_heart*0.6 + bf_emma*0.4 @slerp", "another way of mixing"),
    ],
)
def test_the_small_mixer_says_what_it_cannot_show(formula, says):
    note = mixed(formula)["note"]
    assert says in note and bool(note) == bool(says) == mixed(formula)["locked"]


@pytest.mark.filterwarnings("ignore:The link")
@given(st.text(max_size=80))
def test_any_link_gives_a_formula(query):
    assert isinstance(parse_formula(recall(None, "?mix=" + query)[6]), Blend)

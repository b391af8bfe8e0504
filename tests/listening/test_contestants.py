"""Contestants: recipes, names, and refused performances."""

from __future__ import annotations

import json

import numpy as np
import pytest

from kokoro_studio import Take, load_engine
from kokoro_studio.audio.clip import Clip
from kokoro_studio.errors import RequestError, TextError, VoiceError
from kokoro_studio.listening.contestants.anchor import anchor_contestant
from kokoro_studio.listening.contestants.contestant import LABELS, Contestant, ContestantError
from kokoro_studio.listening.contestants.kinds import KINDS, Kind, languages_of, perform
from kokoro_studio.listening.contestants.voices import voice_contestant
from kokoro_studio.voices import VOICES, delete_voice, keep_blend, load_pack, pack_sha256

TEXT = "Good morning."


@pytest.fixture(scope="module")
def heart(engine) -> Contestant:
    return voice_contestant("af_heart", engine=engine)


def spoken(engine, take: Take) -> np.ndarray:
    return np.concatenate([segment.audio for segment in engine.record(take)])


def test_a_recipe_says_all_of_how_it_sounds(engine, heart):
    assert heart.name == "Heart · American English"
    assert heart.describe() == "Heart · American English, a voice of this studio"
    assert heart.recipe == {
        "formula": "af_heart", "sha256": pack_sha256(load_pack("af_heart")), "language": "a",
        "speed": 1.0, "seed": 0, "precision": "float32", "weights": engine.weights.id,
    }  # fmt: skip
    assert heart.text is None and set(languages_of(heart)) == {"a", "b"}


def test_the_same_recipe_is_the_same_contestant(engine, heart):
    same = voice_contestant("af_heart*2", 1, 0, "float32", engine=engine)
    assert same.id == heart.id and len(heart.id) == 16
    others = [
        voice_contestant("af_bella", engine=engine),
        voice_contestant("af_heart -> af_bella", engine=engine),
        voice_contestant("af_heart", 1.1, engine=engine),
        voice_contestant("af_heart", seed=1, engine=engine),
        voice_contestant("af_heart", precision="bfloat16", engine=engine),
        anchor_contestant(),
    ]
    assert len({heart.id, *(other.id for other in others)}) == 7
    assert Contestant("voice", "Somebody", dict(reversed(heart.recipe.items()))).id == heart.id


@pytest.mark.parametrize(
    ("formula", "settings", "name"),
    [
        ("af_heart*0.6 + bf_emma*0.4", {}, "60% Heart + 40% Emma"),
        ("af_heart - bf_emma*0.5", {}, "100% Heart − 50% Emma"),
        (
            "timbre(af_heart) delivery(am_adam)",
            {},
            "timbre Heart · American English, delivery Adam · American English",
        ),
        ("af_heart -> zf_xiaobei", {}, "Heart · American English → Xiaobei · Mandarin Chinese"),
        ("ef_dora", {"speed": 0.8}, "Dora · Spanish · 0.8 times as fast"),
        ("ef_dora", {"seed": 7}, "Dora · Spanish · seed 7"),
        ("ef_dora", {"precision": "bfloat16"}, "Dora · Spanish · bfloat16"),
    ],
)
def test_names_are_for_people(engine, formula, settings, name):
    assert voice_contestant(formula, **settings, engine=engine).name == name


def test_a_name_never_outgrows_its_place(engine):
    crowd = " -> ".join(f"timbre({voice}) delivery(af_heart)" for voice in list(VOICES)[:8])
    assert len(voice_contestant(crowd, 1.5, 3, "bfloat16", engine=engine).name) <= 200


def test_it_comes_back_from_the_database(heart):
    kept = json.loads(json.dumps(heart.to_json()))
    assert Contestant.from_json(kept) == heart and Contestant.from_json(kept).id == heart.id
    for change in ({"kind": "ghost"}, {"name": ""}, {"name": "a\nb"}, {"recipe": []}, {"extra": 1}):
        with pytest.raises(RequestError):
            Contestant.from_json(kept | change)
    with pytest.raises(RequestError, match="no contestant"):
        Contestant.from_json("af_heart")


def test_bad_settings_are_refused_as_everywhere(engine):
    for formula, settings, error in (
        ("nobody", {}, VoiceError),
        ("af_heart", {"speed": 9}, RequestError),
        ("af_heart", {"seed": -1}, RequestError),
        ("af_heart", {"precision": "float8"}, RequestError),
    ):
        with pytest.raises(error):
            voice_contestant(formula, **settings, engine=engine)


def test_a_voice_performs_as_the_engine_speaks(engine, heart):
    sound = perform(heart, TEXT, "a", 3, engine)
    assert sound.rate == 24_000
    assert np.array_equal(sound.samples, spoken(engine, Take(TEXT, "af_heart", "a", seed=3)))
    assert sound.made["take"]["seed"] == 3 and sound.made["weights"] == engine.weights.id


def test_the_trials_seed_and_its_own_add_up(engine):
    """The same for all sides of a trial; two takes of a voice still differ."""
    other = voice_contestant("af_heart", seed=2, engine=engine)
    made = perform(other, TEXT, "a", 3, engine)
    assert np.array_equal(made.samples, spoken(engine, Take(TEXT, "af_heart", "a", seed=5)))
    highest = voice_contestant("af_heart", seed=2**32 - 1, engine=engine)
    assert perform(highest, TEXT, "a", 3, engine).made["take"]["seed"] == 2


def test_another_precision_is_another_engine(engine):
    lower = voice_contestant("af_heart", precision="bfloat16", engine=engine)
    sound = perform(lower, TEXT, "a", 0, engine)
    assert sound.made["precision"] == "bfloat16"
    exact = spoken(engine, Take(TEXT, "af_heart", "a"))
    assert len(sound.samples) == len(exact) and not np.array_equal(sound.samples, exact)
    assert load_engine("cpu", "bundled", "bfloat16").warm


def test_english_is_read_in_the_voices_own_accent(engine):
    text = "A bath in the dance hall."
    emma = voice_contestant("bf_emma", engine=engine)
    assert perform(emma, text, "a", 0, engine).made["language"] == "b"
    with pytest.raises(ContestantError, match="Emma · British English does not speak French"):
        perform(emma, "Bonjour.", "f", 0, engine)


def test_a_voice_that_is_gone_or_has_changed_cannot_perform(engine):
    keep_blend("Short lived", "af_heart*0.5 + af_bella*0.5")
    contestant = voice_contestant("af_short_lived", engine=engine)
    assert contestant.name == "Short lived · American English"
    delete_voice("af_short_lived")
    with pytest.raises(ContestantError, match="could not say the text: The voice 'Short lived'"):
        perform(contestant, TEXT, "a", 0, engine)
    keep_blend("Short lived", "af_heart*0.5 + am_adam*0.5")
    with pytest.raises(ContestantError, match="has another voice now"):
        perform(contestant, TEXT, "a", 0, engine)
    delete_voice("af_short_lived")


def test_other_weights_are_another_contestant(engine, heart):
    fine_tuned = Contestant("voice", heart.name, {**heart.recipe, "weights": "mine:1"})
    with pytest.raises(ContestantError, match="weights that are not loaded here"):
        perform(fine_tuned, TEXT, "a", 0, engine)


def test_texts_are_bounded_and_must_be_sayable(engine, heart):
    for text in ("", "  ", "a" * 1_001):
        with pytest.raises(RequestError, match="has 1 to 1,000 characters"):
            perform(heart, text, "a", 0, engine)
    with pytest.raises(ContestantError, match="What Heart · American English said is silent"):
        perform(heart, "\u2026\u2026", "a", 0, engine)
    with pytest.raises(TextError, match="no language 'xx'"):
        perform(heart, TEXT, "xx", 0, engine)


@pytest.mark.parametrize(
    ("samples", "rate", "reason"),
    [
        (np.zeros(24_000), 24_000, "is silent"),
        (np.full(24_000, np.inf), 24_000, "holds values that are not finite"),
        (np.ones(100), 24_000, "is shorter than 0.2 s"),
        (np.ones(61 * 8_000), 8_000, "is longer than 60 s"),
        (np.ones(4_000), 1_000, "has 1,000 samples a second"),
    ],
)
def test_unfit_sound_of_any_contestant_is_refused(engine, monkeypatch, samples, rate, reason):
    """A kind made for the test, with sound that is not fit, stands for all kinds."""
    sound = Clip(samples.astype(np.float32), rate)
    double = Kind(lambda *_: sound, lambda _: ("a",))
    monkeypatch.setitem(LABELS, "double", "a double")
    monkeypatch.setitem(KINDS, "double", double)
    with pytest.raises(ContestantError, match=f"^What Double said {reason}"):
        perform(Contestant("double", "Double", {}), TEXT, "a", 0, engine)


def test_every_kind_is_registered():
    assert set(KINDS) == {"voice", "anchor", "clip", "system"}

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.audio import AS_MADE, Output
from kokoro_studio.engine import Edit, Pauses, manifest, recall
from kokoro_studio.engine.recall import read_recipe
from kokoro_studio.errors import RequestError, VoiceError
from kokoro_studio.text import Lexicon, LexiconEntry, read_markup
from kokoro_studio.voices import delete_voice, keep_blend


def recipe_of(engine, take: Take, output: Output = AS_MADE) -> dict:
    reading = engine.read(take)
    return json.loads(json.dumps(manifest(reading, engine, list(engine.record(reading)), output)))


def samples(engine, take: Take) -> np.ndarray:
    engine.forget()
    return np.concatenate([segment.audio for segment in engine.record(take)])


@pytest.mark.parametrize(
    "take",
    [
        Take("Good day. And a good night.", "af_heart*0.5 + bf_emma*0.5", seed=7, speed=1.25),
        Take("", phonemes="həlˈO", language="b"),
        Take("Hi there.", edits=(Edit("shift_pitch", 2),), equal_loudness=True),
        Take("Hi. There.", pauses=Pauses(0.5, 0.25, 1.0)),
        Take("Kokoro.", lexicon=Lexicon((LexiconEntry("Kokoro", "kˈOkəɹO", scope="text"),))),
        Take("Hi [voice:x]there. [pause:1s]", marked=read_markup("Hi [voice:am_adam]there.")),
        Take(
            "<speak>Hi <prosody volume='+6dB' pitch='+2st'>there</prosody> <x>you</x></speak>",
            marked=read_markup(
                "<speak>Hi <prosody volume='+6dB' pitch='+2st'>there</prosody> <x>you</x></speak>"
            ),
        ),
    ],
    ids=["mix", "phonemes", "edits", "pauses", "lexicon", "tags that a program read", "SSML"],
)
def test_a_take_comes_back_to_the_last_bit(engine, take):
    recalled = recall(recipe_of(engine, take, Output(16_000, 2.0)), engine)
    assert recalled.take == take and recalled.output == Output(16_000, 2.0)
    assert recalled.notes == ()
    assert np.array_equal(samples(engine, recalled.take), samples(engine, take))


def test_an_own_voice_that_is_gone_comes_back_from_its_recipe(engine):
    own = keep_blend("Recalled", "af_heart*0.5 + bf_emma*0.5")
    recipe = recipe_of(engine, Take("Hi.", own.id))
    delete_voice(own.id)
    recalled = recall(recipe, engine)
    assert recalled.take.voice == "af_heart*0.5 + bf_emma*0.5" and recalled.notes == ()
    recipe["voice"]["portable"] = own.id
    with pytest.raises(VoiceError, match="'af_recalled' of this recipe is not here; import"):
        recall(recipe, engine)


def test_differences_to_the_manifest_are_named(engine):
    recipe = recipe_of(engine, Take("Hi."))
    recipe["voice"]["sha256"] = "0" * 64
    recipe["weights"] = "another"
    recipe["versions"]["misaki"] = "0.0.1"
    voice, weights, versions = recall(recipe, engine).notes
    assert "af_heart has changed" in voice
    assert "another in float32 on cpu" in weights
    assert "misaki 0.0.1 (here 0.9.4)" in versions


def test_manifests_from_before_there_were_options(engine):
    recipe = recipe_of(engine, Take("Hi."))
    for name in ("pauses", "equal_loudness"):
        del recipe["take"][name]
    del recipe["output"]
    recalled = recall(recipe, engine)
    assert recalled.take == Take("Hi.") and recalled.output == Output()


def test_malformed_manifests_are_refused_in_one_sentence(engine, tmp_path):
    whole = recipe_of(engine, Take("Hi."))
    broken = [
        None,
        [],
        {},
        whole | {"take": None},
        whole | {"take": {"text": 5}},
        whole | {"take": whole["take"] | {"speed": 9}},
        whole | {"take": whole["take"] | {"warmth": 1}},
        whole | {"take": whole["take"] | {"pauses": {"before": 99}}},
        whole | {"take": whole["take"] | {"marked": {"pieces": [{"text": "x"}]}}},
        whole | {"take": whole["take"] | {"marked": {"pieces": [{"seconds": "x"}]}}},
        whole | {"output": {"sample_rate": 11_025}},
        whole | {"output": {"bits": 24}},
        whole | {"output": 5},
    ]
    for data in broken:
        with pytest.raises(RequestError) as caught:
            recall(data, engine)
        assert str(caught.value).endswith(".")
    style = {"voice": "", "rate": 1, "language": "", "pitch_semitones": 0, "gain": float("nan")}
    passage = {"text": "x", "start": 0, "style": style}
    with pytest.raises(RequestError):
        recall(whole | {"take": whole["take"] | {"marked": {"pieces": [passage]}}}, engine)
    path = tmp_path / "x.json"
    path.write_text("not JSON")
    with pytest.raises(RequestError, match=r"x\.json is not JSON"):
        read_recipe(path)
    with pytest.raises(RequestError, match="cannot be read"):
        read_recipe(tmp_path / "nowhere.json")


def test_a_file_and_its_manifest_name_their_form(engine):
    recipe = recipe_of(engine, replace(Take("Hi."), equal_loudness=True), Output(8_000))
    assert recipe["output"] == {"sample_rate": 8_000, "volume": 1.0}
    assert recipe["take"]["equal_loudness"] is True

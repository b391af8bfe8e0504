"""Programs can make four named calls, and no others."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import soundfile
import torch
from gradio_client import Client

from kokoro_studio.voices import delete_voice, keep_blend, mix, parse_formula, read_voice_file

NAMED = {"/speak", "/phonemes", "/voices", "/mix"}


@pytest.fixture(scope="module")
def client(url):
    return Client(url, verbose=False)


def test_only_the_four_calls_have_names(client):
    calls = client.view_api(return_format="dict", print_info=False)
    assert set(calls["named_endpoints"]) == NAMED and not calls["unnamed_endpoints"]
    names = [item["parameter_name"] for item in calls["named_endpoints"]["/speak"]["parameters"]]
    assert names == [
        "text", "voice", "language", "speed", "seed", "format", "equal_loudness", "sample_rate",
        "pause_before", "pause_after", "pause_between_sentences", "pause_between_paragraphs",
        "pause_at_line_ends",
    ]  # fmt: skip


def test_speak_gives_a_file_and_its_manifest(client):
    sound, recipe = client.predict("Hi there.", "bf_emma", "", 1.0, 5, "flac", api_name="/speak")
    manifest = json.loads(Path(recipe).read_text(encoding="utf-8"))
    assert abs(soundfile.info(sound).duration - manifest["seconds"]) < 0.01
    assert manifest["take"]["voice"] == "bf_emma" and manifest["take"]["seed"] == 5


def test_speak_takes_pauses_and_a_sample_rate(client):
    sound, recipe = client.predict(
        "Hi. You.", format="wav", sample_rate=16_000, equal_loudness=True, pause_before=1,
        pause_between_sentences=2, api_name="/speak",
    )  # fmt: skip
    audio, rate = soundfile.read(sound, dtype="int16")
    manifest = json.loads(Path(recipe).read_text(encoding="utf-8"))
    assert rate == 16_000 and abs(audio[:15_900]).max() < 3
    assert len(audio) / rate == pytest.approx(manifest["seconds"], abs=1e-3) and len(audio) > 48_000
    assert manifest["take"]["pauses"] == {"before": 1, "between_sentences": 2}
    assert manifest["take"]["equal_loudness"] and manifest["output"]["sample_rate"] == 16_000


def test_phonemes_and_voices(client):
    assert client.predict("Bonjour", "f", "", api_name="/phonemes")["language"] == "f"
    assert len(client.predict(api_name="/voices")) >= 51


def test_names_in_other_forms(client):
    sound, _ = client.predict("Hi.", "BF_EMMA", "EN-gb", 1.0, 0, "WAV", api_name="/speak")
    assert soundfile.info(sound).format == "WAV"
    assert client.predict("Bonjour", "fr-FR", "", api_name="/phonemes")["language"] == "f"
    told, _ = client.predict("AF_HEART", "PT", api_name="/mix")
    assert told["formula"] == "af_heart"
    with pytest.raises(Exception, match="There is no language 'xx'"):
        client.predict("Hi.", "xx", "", api_name="/phonemes")
    with pytest.raises(Exception, match="no audio format 'midi'"):
        client.predict("Hi.", "af_heart", "", 1.0, 0, "midi", api_name="/speak")


def test_mix_gives_the_formula_its_safety_and_a_file(client):
    told, path = client.predict("af_heart(2)+bf_emma(2)", "safetensors", api_name="/mix")
    assert told["formula"] == "af_heart*0.5 + bf_emma*0.5" and told["safety"]["level"] == "inside"
    (card,) = read_voice_file(Path(path))
    assert torch.equal(card.pack, mix(parse_formula(told["formula"])))
    with pytest.raises(Exception, match="exe"):
        client.predict("af_heart", "exe", api_name="/mix")


def test_own_voices_are_listed_and_spoken_with(client):
    own = keep_blend("Called", "af_heart*0.5 + bf_emma*0.5")
    try:
        listed = {voice["id"]: voice["own"] for voice in client.predict(api_name="/voices")}
        assert listed["af_called"] and not listed["af_heart"]
        sound, _ = client.predict("Hi.", "af_called", "", 1.0, 0, "wav", api_name="/speak")
        assert soundfile.info(sound).duration > 0.2
    finally:
        delete_voice(own.id)


def test_a_mistake_is_a_sentence(client):
    with pytest.raises(Exception, match="There is no voice"):
        client.predict("Hi.", "af_hart", "", 1.0, 0, "wav", api_name="/speak")


@pytest.mark.parametrize(
    ("call", "sent", "says"),
    [
        ("/speak", [None, "af_heart", "", 1.0, 0, "wav"], "nothing to speak"),
        ("/speak", ["Hi.", "af_heart", "", "x", 0, "wav"], "Speed, 0.25 to 4: 'x' is not a number"),
        ("/speak", ["Hi.", "af_heart", "", 1.0, "x", "wav"], "Seed: 'x' is not a number"),
        ("/speak", ["Hi.", "af_heart", "", 1.0, "inf", "wav"], "Seed: 'inf' is not a number"),
        ("/speak", ["Hi.", "af_heart", "", [1], 0, "wav"], "is not a number"),
        ("/speak", ["Hi.", "af_heart", "x", 1.0, 0, "wav"], "There is no language"),
        ("/speak", ["Hi.", "af_heart", "", 1, 0, "wav", 0, 11_025], "Sample rate 11025 is not"),
        ("/speak", ["Hi.", "af_heart", "", 1, 0, "opus", 0, 44_100], "44100 is not one of Opus"),
        ("/speak", ["Hi.", "af_heart", "", 1, 0, "wav", 0, 8_000, 61], "Pause before 61"),
        ("/speak", ["Hi.", "af_heart", "", 1, 0, "wav", 0, 8_000, "x"], "'x' is not a number"),
        ("/speak", ["Hi.", "af_heart", "", 1.0, 0, ["wav"]], "no audio format"),
        ("/phonemes", [None, "a", ""], None),
        ("/mix", [None, "pt"], "formula"),
        ("/mix", ["x", "pt"], "There is no voice 'x'"),
        ("/mix", ["af_heart", ["pt"]], "no voice format"),
    ],
)
def test_null_and_nonsense_cost_a_sentence(client, call, sent, says):
    if says is None:
        assert client.predict(*sent, api_name=call)["phonemes"] == ""
        return
    with pytest.raises(Exception, match=says):
        client.predict(*sent, api_name=call)


def test_null_stands_for_the_default(client):
    sound, _ = client.predict("Hi.", *[None] * 12, api_name="/speak")
    assert sound.endswith(".wav")


def test_the_page_shows_no_other_doors(url):
    import httpx

    assert httpx.get(f"{url}monitoring/summary").status_code in (403, 404)
    assert httpx.post(f"{url}gradio_api/run/speak", json={"data": []}).status_code == 404
    assert httpx.get(f"{url}gradio_api/file=/etc/passwd").status_code == 403

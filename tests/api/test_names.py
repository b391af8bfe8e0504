"""Names of models, languages, formats and voices, as clients write them."""

from __future__ import annotations

import numpy as np
import pytest

from kokoro_studio.api import build_api
from kokoro_studio.api.aliases import formula_of
from kokoro_studio.errors import RequestError
from kokoro_studio.settings import Settings

TEXT = "Paris."


def speech(api, **wanted):
    return api.post(
        "/v1/audio/speech", json={"input": TEXT, "response_format": "pcm", "stream": False} | wanted
    )


def pcm(api, **wanted) -> np.ndarray:
    reply = speech(api, **wanted)
    assert reply.status_code == 200, reply.text
    return np.frombuffer(reply.content, "<i2")


@pytest.mark.parametrize(
    "model",
    [
        "hexgrad/Kokoro-82M", "kokoro-82m", "kokoro-v1_0", "onnx-community/Kokoro-82M-v1.0-ONNX",
        "TTS-1", "tts-1-1106", "tts-1-hd-1106", "gpt-4o-mini-tts-2025-12-15", "openai/tts-1-hd",
    ],
)  # fmt: skip
def test_a_model_is_known_by_each_of_its_names(api, model):
    assert speech(api, model=model).status_code == 200
    assert api.get(f"/v1/models/{model}").json()["id"] == model


@pytest.mark.parametrize("model", ["gpt-9", "kokoro-v0_19", "Kokoro-82M-v1.1-zh", "tts-1-fast", ""])
def test_other_models_are_refused(api, model):
    reply = speech(api, model=model)
    assert (reply.status_code, reply.json()["error"]["param"]) == (400, "model")
    assert "use one of kokoro" in reply.json()["error"]["message"]


@pytest.mark.parametrize(
    ("names", "code"),
    [(("f", "F", "fr-fr", "fr_FR", "fr-CA"), "f"), (("pt-br", "PT"), "p"), (("en-gb", "B"), "b")],
)
def test_lang_code_takes_aliases_and_tags(api, names, code):
    expected = pcm(api, lang_code=code)
    assert not np.array_equal(expected, pcm(api, lang_code="a"))
    for name in names:
        assert np.array_equal(pcm(api, lang_code=name), expected), name
        assert np.array_equal(pcm(api, language=name), expected), name


def test_no_language_is_that_of_the_voice(api):
    own = pcm(api, voice="bf_emma")
    for name in ("", "auto", None):
        assert np.array_equal(pcm(api, voice="bf_emma", lang_code=name), own)


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/v1/audio/speech", {"input": "Hi."}, "lang_code"),
        ("/dev/captioned_speech", {"input": "Hi."}, "lang_code"),
        ("/dev/dialogue", {"turns": [{"text": "Hi."}]}, "lang_code"),
        ("/dev/generate_from_phonemes", {"phonemes": "hi"}, "lang_code"),
        ("/dev/phonemize", {"text": "Hi."}, "language"),
    ],
)
def test_an_unknown_language_is_told_by_its_field(api, path, body, field):
    error = api.post(path, json={**body, field: "klingon"}).json()["error"]
    assert error["param"] == field
    assert error["message"].startswith("There is no language 'klingon'; use one of a or en-US")


def test_a_text_is_read_in_a_language_by_its_tag(api):
    read = [
        api.post("/dev/phonemize", json={"text": "Bonjour", "language": name}).json()["phonemes"]
        for name in ("f", "fr-FR", "en-us")
    ]
    assert read[0] == read[1] != read[2]


def test_formats_in_any_case(api):
    reply = speech(api, response_format="MP3")
    assert reply.headers["content-type"] == "audio/mpeg"
    reply = speech(api, return_download_link=True, download_format="FLAC")
    assert api.get(reply.headers["x-download-path"]).headers["content-type"] == "audio/flac"
    assert "event-stream" in speech(api, stream_format="SSE").headers["content-type"]
    captioned = {"input": TEXT, "stream": False, "response_format": "Wav"}
    assert api.post("/dev/captioned_speech", json=captioned).json()["audio_format"] == "wav"


def test_voices_in_any_case(api):
    expected = pcm(api, voice="bm_george")
    for voice in ("BM_GEORGE", "Onyx", "Bm_George*1.0"):
        assert np.array_equal(pcm(api, voice=voice), expected), voice


def test_the_host_can_say_what_a_name_stands_for(api, monkeypatch):
    given = "Alloy=bm_george, narrator = af_heart:50,bf_emma:50 ,nova=af_heart(2)+am_puck(1),"
    monkeypatch.setenv("KOKORO_ALIASES", given)
    assert formula_of("alloy") == ("bm_george", 1.0)
    assert formula_of("NARRATOR") == ("af_heart:50,bf_emma:50", 1.0)
    assert formula_of("nova") == ("af_heart(2)+am_puck(1)", 1.0)
    assert formula_of("echo") == ("af_bella", 1.0)
    assert formula_of("alloy", {"alloy": "af_sky"}) == ("af_sky", 1.0)  # the request's own
    assert np.array_equal(pcm(api, voice="alloy"), pcm(api, voice="bm_george"))


@pytest.mark.parametrize("given", ["alloy", "alloy=", "=af_heart", "alloy=af_nobody", "a=af_sky*"])
def test_aliases_of_the_host_are_checked_at_the_start(engine, monkeypatch, given):
    monkeypatch.setenv("KOKORO_ALIASES", given)
    with pytest.raises(RequestError, match="KOKORO_ALIASES"):
        build_api(engine, Settings())

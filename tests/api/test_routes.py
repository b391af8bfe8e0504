"""Requests and replies of each route."""

from __future__ import annotations

import base64
import io
import json

import av
import numpy as np
import pytest
import soundfile
import torch

from kokoro_studio.audio import STREAMS

SENTENCE = "The harbour was quiet."


def speak(api, **wanted):
    return api.post("/v1/audio/speech", json={"input": SENTENCE, **wanted})


def pcm(api, path: str = "/v1/audio/speech", **wanted) -> np.ndarray:
    reply = api.post(path, json={"response_format": "pcm", **wanted})
    assert reply.status_code == 200, reply.text
    return np.frombuffer(reply.content, "<i2")


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("format", STREAMS)
def test_every_format_can_be_opened(api, format, stream):
    reply = speak(api, response_format=format, stream=stream)
    assert reply.headers["content-type"] == STREAMS[format].mime
    assert reply.headers["content-disposition"] == f"attachment; filename=speech.{format}"
    assert reply.headers["x-accel-buffering"] == "no"
    if format == "pcm":
        seconds = len(reply.content) / 48_000
    else:
        with av.open(io.BytesIO(reply.content)) as file:
            rate = file.streams.audio[0].rate
            seconds = sum(frame.samples for frame in file.decode(audio=0)) / rate
    assert 1 < seconds < 3


def test_a_whole_wav_knows_its_length(api):
    streamed, whole = (
        speak(api, response_format="wav", stream=stream).content for stream in (True, False)
    )
    assert streamed[4:8] == b"\xff\xff\xff\xff" and len(streamed) == len(whole)
    assert soundfile.info(io.BytesIO(whole)).frames == (len(whole) - 44) // 2


def test_mp3_is_the_default_and_louder_is_louder(api):
    assert speak(api).headers["content-type"] == "audio/mpeg"
    soft, loud = (pcm(api, input=SENTENCE, volume_multiplier=gain) for gain in (0.1, 0.2))
    assert np.abs(loud.astype(int) - 2 * soft.astype(int)).max() <= 2


def test_fields_without_effect_are_named(api):
    reply = speak(api, instructions="sing", normalization_options={}, speed=1)
    assert reply.headers["x-kokoro-unused"] == "instructions, normalization_options"
    assert "x-kokoro-unused" not in speak(api).headers


def test_voices_by_name_object_alias_and_formula(api):
    names = ("bm_george", "onyx", {"id": "onyx"}, "bm_george*1.0")
    one, *others = [pcm(api, input=SENTENCE, voice=name) for name in names]
    assert all(np.array_equal(one, other) for other in others)
    mine = {"narrator": {"voice": "onyx", "rate": 2.0}}
    fast = pcm(api, input=SENTENCE, voice="narrator", voice_aliases=mine)
    assert len(fast) < 0.7 * len(one)


def test_pauses_and_voices_within_a_text(api):
    plain = pcm(api, input="One. Two.", speed=1)
    paused = pcm(api, input="One. [pause:2s] Two.")
    assert len(paused) > len(plain) + 1.5 * 24_000
    tagged = "[voice:am_michael]One.[voice:bf_emma][rate:2]Two."
    both = pcm(api, input=tagged, allow_voice_tags=True)
    apart = [
        pcm(api, input="One.", voice="am_michael"),
        pcm(api, input="Two.", voice="bf_emma", speed=2),
    ]
    assert np.array_equal(both, np.concatenate(apart))


def test_ssml(api):
    source = (
        "<speak>One.<break time='500ms'/><voice name='bf_emma'>"
        "<prosody rate='fast'>Two.</prosody></voice></speak>"
    )
    heard = pcm(api, input=source, ssml=True)
    apart = [
        pcm(api, input="One."),
        np.zeros(12_000, np.int16),
        pcm(api, input="Two.", voice="bf_emma", speed=1.25),
    ]
    assert np.array_equal(heard, np.concatenate(apart))


def test_links_to_the_file_and_its_times(api):
    reply = speak(
        api, return_download_link=True, return_timing=True, download_format="flac", seed=2
    )
    file = api.get(reply.headers["x-download-path"])
    assert file.headers["content-type"] == "audio/flac"
    assert soundfile.info(io.BytesIO(file.content)).samplerate == 24_000
    chunks = api.get(reply.headers["x-timing-path"]).json()["chunks"]
    assert [chunk["text"] for chunk in chunks] == ["The", "harbour", "was", "quiet"]
    assert api.get("/v1/download/nothing.mp3").status_code == 404


@pytest.mark.parametrize("stream", [True, False])
def test_captions(api, stream):
    wanted = {"input": f"{SENTENCE} [pause:1s] Nobody spoke.", "stream": stream}
    reply = api.post("/dev/captioned_speech", json=wanted)
    lines = [json.loads(line) for line in reply.text.splitlines()]
    assert len(lines) == 1 or stream
    words = [stamp for line in lines for stamp in line["timestamps"]]
    assert [stamp["word"] for stamp in words][:4] == ["The", "harbour", "was", "quiet"]
    times = [stamp["start_time"] for stamp in words]
    assert times == sorted(times)
    nobody = next(stamp for stamp in words if stamp["word"] == "Nobody")
    sound = b"".join(base64.b64decode(line["audio"]) for line in lines)
    assert lines[0]["audio_format"] == "wav"
    seconds = (len(sound) - 44) / 48_000
    assert words[3]["end_time"] + 1 < nobody["start_time"] < words[-1]["end_time"] < seconds


@pytest.mark.parametrize("field", ["turns", "inputs"])
def test_a_dialogue(api, field):
    key = "voice" if field == "turns" else "voice_id"
    turns = [{"text": "Who is there?", key: "af_bella"}, {"text": "Nobody.", key: "am_adam"}]
    wanted = {field: turns, "pause_between_turns": 0.5}
    heard = pcm(api, "/dev/dialogue", **wanted)
    apart = [
        pcm(api, input="Who is there?", voice="af_bella"),
        np.zeros(12_000, np.int16),
        pcm(api, input="Nobody.", voice="am_adam"),
    ]
    assert np.array_equal(heard, np.concatenate(apart))
    assert api.post("/dev/dialogue", json={}).json()["error"]["param"] == "input"


def test_a_dialogue_with_a_bad_turn_renders_none(api, engine, monkeypatch):
    monkeypatch.setattr(engine.renderer, "render", lambda *_: pytest.fail("rendered"))
    turns = [{"text": "Something new to say.", "voice": "af_bella"}, {"text": "…", "voice": "x"}]
    assert api.post("/dev/dialogue", json={"turns": turns}).json()["error"]["param"] == "voice"


@pytest.mark.slow
def test_phonemes_of_any_length_at_any_speed(api):
    phonemes = "həlˈO ðˈɛɹ. " * 80
    normal, fast = (
        pcm(api, "/dev/generate_from_phonemes", phonemes=phonemes, speed=speed) for speed in (1, 2)
    )
    assert len(normal) > 40 * 24_000 and len(fast) < 0.7 * len(normal)


def test_how_a_text_is_read(api):
    read = api.post("/dev/phonemize", json={"text": "Hello ☃", "language": "a"}).json()
    assert read["phonemes"].startswith("həlˈO") and read["tokens"][0] == read["tokens"][-1] == 0
    assert [skip["text"] for skip in read["skipped"]] == ["☃"]
    (word,) = read["words"]
    assert (word["text"], word["start"], word["end"]) == ("Hello", 0, 5)
    assert (word["origin"], word["guessed"]) == ("dictionary", False)
    wrong = api.post("/dev/phonemize", json={"text": "Hello", "language": "xx"})
    assert wrong.status_code == 400 and "British" in wrong.json()["error"]["message"]


def test_voices(api):
    listed = api.get("/v1/audio/voices").json()
    assert {"id", "name"} <= set(listed["voices"][0]) and listed["default_voice"] == "af_heart"
    ids = api.get("/v1/audio/voices", params={"legacy": "true"}).json()["voices"]
    assert len(ids) >= 54 and ids == [voice["id"] for voice in listed["voices"]]


@pytest.mark.parametrize("asked", ["af_bella*0.5 + af_sky*0.5", ["af_bella", "shimmer"]])
def test_combining_voices_gives_a_file(api, asked):
    reply = api.post("/v1/audio/voices/combine", json=asked)
    pack = torch.load(io.BytesIO(reply.content), weights_only=True)
    from kokoro_studio.voices import load_pack

    expected = (load_pack("af_bella") + load_pack("af_sky")) / 2
    assert pack.shape == (510, 1, 256) and torch.allclose(pack[:, 0], expected, atol=1e-6)


def test_state_and_documentation(api):
    state = api.get("/health").json()
    assert state["status"] == "healthy" and state["device"] == "cpu"
    speak(api)
    metrics = api.get("/metrics").text
    assert 'kokoro_requests_total{route="/v1/audio/speech",status="200"}' in metrics
    assert "kokoro_first_audio_seconds_bucket" in metrics
    page = api.get("/v1/docs").text
    assert "https://" not in page.replace("https://fastapi", "")  # works without a network
    assert api.get("/v1/static/swagger-ui-bundle.js").status_code == 200
    assert "/v1/audio/speech" in api.get("/v1/openapi.json").json()["paths"]


def test_unknown_places_answer_like_the_rest(api):
    assert api.get("/v1/nothing").json()["error"]["code"] == "not_found"
    assert api.get("/v1/audio/speech").status_code == 405
    broken = api.post("/v1/audio/speech", content="{", headers={"content-type": "application/json"})
    assert broken.json()["error"]["message"] == "The body is not JSON."

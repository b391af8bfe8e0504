"""Other systems: the host's file, real servers that speak, and servers that fail."""

from __future__ import annotations

import asyncio
import io
import json
import logging
import time
from pathlib import Path

import httpx
import numpy as np
import pytest
import soundfile
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse

from kokoro_studio.errors import RequestError
from kokoro_studio.listening.contestants import calling
from kokoro_studio.listening.contestants.contestant import Contestant, ContestantError
from kokoro_studio.listening.contestants.kinds import languages_of, perform, speaks
from kokoro_studio.listening.contestants.systems import configured, systems
from kokoro_studio.listening.stimuli.rendering import Stimuli

from ..served import Served

TEXT = "Please close the window."
KEY = "sk-not-to-be-seen"


@pytest.fixture
def configure(tmp_path, monkeypatch):
    """Write entries to the host's file; what can be heard by them."""
    path = tmp_path / "systems.yaml"
    monkeypatch.setenv("KOKORO_CONTESTANTS", str(path))

    def write(*entries: object) -> list[Contestant]:
        path.write_text(json.dumps({"contestants": list(entries)}), encoding="utf-8")
        return systems()

    write.path = path
    return write


def openai_entry(address: str, **changes: object) -> dict[str, object]:
    return {
        "name": "Twin", "kind": "openai", "url": f"{address.rstrip('/')}/v1", "model": "kokoro",
        "voice": "af_heart", "languages": ["a", "b"], **changes,
    }  # fmt: skip


def gradio_entry(address: str, **changes: object) -> dict[str, object]:
    return {
        "name": "Space", "kind": "gradio", "url": address, "api_name": "/speak",
        "voice": "af_heart", "languages": {"a": "a", "f": "f"},
        "inputs": ["{text}", "{voice}", "{language}", 1.0, "{seed}", "wav"], **changes,
    }  # fmt: skip


# The file.


def test_without_a_file_there_are_none(monkeypatch):
    monkeypatch.delenv("KOKORO_CONTESTANTS", raising=False)
    assert systems() == []


def test_the_example_of_the_documentation_reads(configure):
    page = (Path(__file__).parents[2] / "docs" / "contestants.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    (configure.path.parent / "reference.wav").write_bytes(b"a voice to imitate")
    configure.path.write_text(example, encoding="utf-8")
    found = systems()
    assert [one.name for one in found][:2] == ["XTTS v2 · Ana", "Edge TTS · Aria"]
    assert len(found) == 5


def test_a_system_is_known_by_what_sounds(configure):
    (one,) = configure(openai_entry("http://a"))
    assert one.describe() == "Twin, another system"
    assert one.recipe == {
        "kind": "openai", "url": "http://a/v1", "model": "kokoro", "voice": "af_heart",
        "format": "wav",
    }  # fmt: skip
    assert set(languages_of(one)) == {"a", "b"} and not speaks(one, "z")
    for same in (
        {"name": "Other"},
        {"languages": ["a"]},
        {"timeout_seconds": 5},
        {"licence": "MIT"},
    ):
        assert configure(openai_entry("http://a", **same))[0].id == one.id
    for other in ({"voice": "x"}, {"model": "x"}, {"version": "2"}, {"extra": {"speed": 1}}):
        assert configure(openai_entry("http://a", **other))[0].id != one.id


@pytest.mark.parametrize(
    ("languages", "codes"),
    [
        (["en-us", "fr-fr", "zh"], {"a", "f", "z"}),
        (["EN-GB", "pt_BR", "jpn"], {"b", "p", "j"}),
        ({"en-us": "english", "h": "hindi"}, {"a", "h"}),
    ],
)
def test_languages_go_by_any_of_their_names(configure, languages, codes):
    (one,) = configure(openai_entry("http://a", languages=languages))
    assert set(languages_of(one)) == codes
    assert all(speaks(one, name) for name in languages)


def test_a_systems_own_word_for_a_language_is_kept(configure):
    configure(openai_entry("http://a", languages={"en-us": "english", "fr-FR": "french"}))
    configure(openai_entry("http://a", languages={"en-us": "english"}))
    assert dict(configured()[0].languages) == {"a": "english"}
    configure(openai_entry("http://a", languages=["fr-fr"]))
    assert dict(configured()[0].languages) == {"f": "fr"}


def test_a_language_twice_is_a_mistake(configure):
    with pytest.raises(RequestError, match="names American English twice"):
        configure(openai_entry("http://a", languages=["a", "en-us"]))


def test_a_file_to_imitate_is_known_by_what_it_holds(configure):
    path = configure.path.parent / "reference.wav"
    path.write_bytes(b"one voice")
    entry = gradio_entry("http://a", inputs={"text": "{text}", "speaker": {"file": path.name}})
    (one,) = configure(entry)
    assert str(path.parent) not in json.dumps(one.to_json())
    path.write_bytes(b"another")
    assert configure(entry | {"licence": "MIT"})[0].id != one.id
    path.unlink()
    with pytest.raises(RequestError, match=r"\(Space\): there is no file 'reference.wav'"):
        configure(entry)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "grpc"}, "`kind` is one of openai, gradio"),
        ({"kind": ["openai"]}, "`kind` is one of openai, gradio"),
        ({"api_key": KEY}, "there is no setting api_key; use .*key_variable"),
        ({"key_variable": "sk-1 2"}, "`key_variable` is the name of an environment variable"),
        ({"url": f"https://me:{KEY}@host/v1"}, "`url` is an http or https address without"),
        ({"url": f"https://host/v1?key={KEY}"}, "`url` is an http or https address without"),
        ({"url": "file:///etc/passwd"}, "`url` is an http or https address without"),
        ({"url": 5}, "`url` is an http or https address without"),
        ({"languages": []}, "`languages` is a list of languages"),
        ({"languages": ["xx"]}, "`languages` is a list of languages"),
        ({"languages": "a"}, "`languages` is a list of languages"),
        ({"languages": {"a": 1}}, "`languages` is a list of languages"),
        ({"timeout_seconds": 0}, "`timeout_seconds` is a number of seconds from 1 to 600"),
        ({"timeout_seconds": True}, "`timeout_seconds` is a number of seconds from 1 to 600"),
        ({"name": ""}, "`name` is 1 to 80 letters"),
        ({"format": "midi"}, "`format` is wav, flac, mp3, opus or aac"),
        ({"extra": {"deep": [[[[[1]]]]]}}, "`extra` is names and plain values"),
        ({"space": "me/space"}, "there is no setting space"),
    ],
)
def test_a_mistake_is_told_by_where_it_stands(configure, change, reason):
    with pytest.raises(RequestError, match=reason) as refused:
        configure(openai_entry("http://a", name="First"), openai_entry("http://a", **change))
    assert "systems.yaml, system 2" in str(refused.value)
    assert KEY not in str(refused.value)


@pytest.mark.parametrize("missing", ["name", "kind", "url", "model", "voice", "languages"])
def test_what_is_missing_is_named(configure, missing):
    entry = openai_entry("http://a")
    del entry[missing]
    with pytest.raises(RequestError, match=f"`{missing}`"):
        configure(entry)


def test_a_gradio_system_is_one_place_with_inputs(configure):
    for change in ({"space": "me/space"}, {"url": None}, {"inputs": "text"}, {"output": -1}):
        entry = gradio_entry("http://a", **change)
        entry = {name: value for name, value in entry.items() if value is not None}
        with pytest.raises(RequestError, match="system 1"):
            configure(entry)


def test_two_alike_are_refused(configure):
    for other in ({"name": "Else"}, {"voice": "bf_emma"}):  # the same sound; the same name
        with pytest.raises(RequestError, match="systems 1 and 2 are the same"):
            configure(openai_entry("http://a"), openai_entry("http://a", **other))


@pytest.mark.parametrize(
    "text",
    [
        f"contestants:\n  - name: {KEY}\n   kind: [", f"key: {KEY}", "[]", "",
        "contestants: {}", "contestants: [1]", "contestants: !!python/object/apply:os.abort []",
    ],
)  # fmt: skip
def test_a_broken_file_is_one_sentence_without_what_stands_in_it(configure, text):
    configure.path.write_text(text, encoding="utf-8")
    with pytest.raises(RequestError, match=r"systems\.yaml") as refused:
        systems()
    assert KEY not in str(refused.value)


def test_a_file_that_is_gone_or_no_text(configure):
    configure.path.write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(RequestError, match="neither YAML nor JSON"):
        systems()
    configure.path.unlink()
    with pytest.raises(RequestError, match=r"KOKORO_CONTESTANTS names systems\.yaml, which cannot"):
        systems()


# Systems that speak: this studio itself, as others would call it.


@pytest.mark.parametrize("format", ["wav", "mp3", "flac", "opus", "aac"])
def test_openais_api_is_spoken(configure, url, engine, format):
    (twin,) = configure(openai_entry(url, format=format, extra={"seed": "{seed}"}))
    sound = perform(twin, TEXT, "a", 4, engine)
    reply = httpx.post(
        f"{url.rstrip('/')}/v1/audio/speech",
        json={"input": TEXT, "response_format": "pcm", "seed": 4},
        timeout=60,
    )
    expected = np.frombuffer(reply.content, "<i2") / np.float32(32768)
    assert sound.seconds == pytest.approx(len(expected) / 24_000, abs=0.15)
    if format in ("wav", "flac"):
        assert sound.rate == 24_000 and np.array_equal(sound.samples, expected)


def test_a_gradio_app_is_called(configure, url, engine, transcribe):
    (space,) = configure(gradio_entry(url))
    sound = perform(space, TEXT, "a", 0, engine)
    assert "window" in transcribe(sound.samples)
    (named,) = configure(gradio_entry(url, inputs={"text": "{text}", "voice": "{voice}"}))
    assert np.array_equal(perform(named, TEXT, "a", 0, engine).samples, sound.samples)


def test_it_can_be_a_stimulus(configure, url, engine):
    (twin,) = configure(openai_entry(url))
    stimulus = Stimuli(engine).get(twin, TEXT, "a", 0)
    assert stimulus.manifest["contestant"]["recipe"]["model"] == "kokoro"
    assert stimulus.manifest["made"]["bytes"] > 40_000


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"api_name": "/nothing"}, r"Space did not answer \(ValueError\)"),
        ({"inputs": ["{text}", "nobody"]}, r"Space did not answer \(AppError\)"),
        ({"api_name": "/voices", "inputs": []}, "Space gave no sound as output 0"),
        ({"output": 7}, "Space gave no sound as output 7"),
        ({"output": 1}, "What Space sent is not sound"),
    ],
)
def test_a_gradio_app_that_gives_no_sound(configure, url, engine, change, reason):
    (space,) = configure(gradio_entry(url, **change))
    with pytest.raises(ContestantError, match=reason):
        perform(space, TEXT, "a", 0, engine)


# Systems that fail.


def tone(seconds: float, level: float = 0.3) -> bytes:
    buffer = io.BytesIO()
    time = np.arange(round(seconds * 16_000)) / 16_000
    soundfile.write(buffer, level * np.sin(2 * np.pi * 440 * time), 16_000, format="WAV")
    return buffer.getvalue()


class FaultyDouble(Served):
    """Stands for somebody's speech server on a bad day: the model names the fault."""

    def __init__(self):
        self.heard: list[dict[str, object]] = []
        self.keys: list[str] = []
        app = FastAPI()

        @app.post("/v1/audio/speech")
        async def speech(request: Request):
            body = await request.json()
            self.heard.append(body)
            self.keys.append(request.headers.get("authorization", ""))
            fault = body["model"]
            if fault == "error":
                return Response(f"the key {request.headers.get('authorization')} is bad", 500)
            if fault == "redirect":
                return Response(status_code=307, headers={"location": "http://127.0.0.1:1/"})
            if fault in ("endless", "slow"):
                return StreamingResponse(_drip(fault == "slow"), media_type="audio/wav")
            data = {
                "garbage": bytes(range(256)) * 20, "page": b"<html>Sign in</html>",
                "nothing": b"", "silence": tone(1, 0), "long": tone(61), "good": tone(1),
            }[fault]  # fmt: skip
            return Response(data, media_type="audio/wav")

        super().__init__(app)


async def _drip(slowly: bool):
    yield tone(1)[:44]
    for _ in range(1_000):
        if slowly:
            await asyncio.sleep(0.1)
        yield bytes(100 if slowly else 2**20)


@pytest.fixture(scope="module")
def faulty():
    with FaultyDouble() as served:
        yield served


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("error", "^Twin answered with status 500.$"),
        ("redirect", "^Twin answered with status 307.$"),
        ("garbage", "^What Twin sent is not sound that can be read.$"),
        ("page", "^What Twin sent is not sound that can be read.$"),
        ("nothing", "^What Twin sent is not sound that can be read.$"),
        ("silence", "^What Twin sent is silent.$"),
        ("long", "^What Twin sent is longer than 60 s.$"),
        ("endless", "^Twin sent more than 32 MB for one text.$"),
        ("slow", "^Twin took longer than 1 s.$"),
    ],
)
def test_a_failing_system_is_one_sentence_without_its_key(
    configure, faulty, engine, monkeypatch, caplog, fault, reason
):
    monkeypatch.setenv("TWIN_KEY", KEY)
    caplog.set_level(logging.DEBUG)
    entry = openai_entry(faulty.address, model=fault, key_variable="TWIN_KEY", timeout_seconds=1)
    (twin,) = configure(entry if fault == "slow" else entry | {"timeout_seconds": 30})
    began = time.monotonic()
    with pytest.raises(ContestantError, match=reason) as failed:
        perform(twin, TEXT, "a", 0, engine)
    assert time.monotonic() - began < 15
    assert faulty.keys[-1] == f"Bearer {KEY}"
    for said in (str(failed.value), caplog.text, json.dumps(twin.to_json())):
        assert KEY not in said


def test_values_go_where_their_names_stand(configure, faulty, engine):
    extra = {"language": "{language}", "seed": "{seed}", "instructions": "calm", "list": ["{text}"]}
    entry = openai_entry(faulty.address, model="good", languages={"a": "en-us"}, extra=extra)
    (twin,) = configure(entry)
    perform(twin, TEXT, "a", 9, engine)
    assert faulty.heard[-1] == {
        "model": "good", "voice": "af_heart", "input": TEXT, "response_format": "wav",
        "language": "en-us", "seed": 9, "instructions": "calm", "list": [TEXT],
    }  # fmt: skip
    assert faulty.keys[-1] == ""


def test_a_key_that_is_not_set_is_asked_for(configure, faulty, engine, monkeypatch):
    monkeypatch.delenv("TWIN_KEY", raising=False)
    (twin,) = configure(openai_entry(faulty.address, model="good", key_variable="TWIN_KEY"))
    with pytest.raises(ContestantError, match="Twin needs a key; its host has to set TWIN_KEY"):
        perform(twin, TEXT, "a", 0, engine)


@pytest.mark.parametrize("entry", [openai_entry, gradio_entry])
def test_nobody_there(configure, engine, entry):
    (absent,) = configure(entry("http://127.0.0.1:9"))
    with pytest.raises(ContestantError, match=r"^\w+ did not answer \(ConnectError\)"):
        perform(absent, TEXT, "a", 0, engine)


def test_only_systems_of_the_file_are_called(configure, faulty, engine):
    """A contestant that a visitor forged, or that the host has taken out."""
    (twin,) = configure(openai_entry(faulty.address, model="good"))
    asked = len(faulty.heard)
    forged = Contestant("system", "Twin", {**twin.recipe, "url": f"{faulty.address}/v1/"})
    with pytest.raises(ContestantError, match="does not speak"):
        perform(forged, TEXT, "a", 0, engine)
    assert perform(twin, TEXT, "a", 0, engine).seconds == 1
    configure()
    with pytest.raises(ContestantError, match="does not speak"):
        perform(twin, TEXT, "a", 0, engine)
    assert len(faulty.heard) == asked + 1


def test_sound_is_fetched_from_the_system_alone(configure):
    configure(gradio_entry("http://a:7860"))
    (system,) = configured()
    elsewhere = {"url": "http://169.254.169.254/latest/meta-data"}
    with pytest.raises(ContestantError, match="it is not fetched there"):
        calling._address(system, [elsewhere], "http://a:7860/")
    here = "http://a:7860/gradio_api/file=x.wav"
    assert calling._address(system, ({"value": {"url": here}},), "http://a:7860/") == here
    secure = calling._address(system, {"url": here}, "https://a:7860/")
    assert secure == here.replace("http:", "https:")

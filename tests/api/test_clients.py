"""The clients that people already have, against a studio as it is served."""

from __future__ import annotations

import base64
import io
import json
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import numpy as np
import openai
import pytest
import soundfile
from gradio_client import Client

pytestmark = pytest.mark.slow

SENTENCE = "The harbour was quiet this morning."
BOOK = " ".join(f"Chapter {n} begins where the one before it ended." for n in range(1, 25))


@pytest.fixture(scope="module")
def client(address) -> openai.OpenAI:
    return openai.OpenAI(base_url=f"{address}/v1", api_key="none", max_retries=0)


def speaking(address: str) -> float:
    lines = httpx.get(f"{address}/metrics").text.splitlines()
    return float(next(line for line in lines if line.startswith("kokoro_speaking ")).split()[1])


def wait_until_quiet(address: str) -> None:
    deadline = time.monotonic() + 60
    while speaking(address) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert speaking(address) == 0


def test_openai_speaks(client, transcribe):
    reply = client.audio.speech.create(
        model="tts-1", voice="alloy", input=SENTENCE, response_format="wav"
    )
    samples, rate = soundfile.read(io.BytesIO(reply.read()), dtype="float32")
    assert rate == 24_000
    assert "harbour" in transcribe(samples).replace("harbor", "harbour")


def test_openai_streams_before_all_is_made(client, address):
    """A book is not rendered while nobody has asked for its second page."""
    with client.audio.speech.with_streaming_response.create(
        model="tts-1", voice="af_heart*0.6 + bf_emma*0.4", input=BOOK, response_format="pcm"
    ) as reply:
        pieces = reply.iter_bytes(4096)
        assert len(next(pieces)) == 4096
        assert speaking(address) == 1
    wait_until_quiet(address)


def test_openai_streams_events(client):
    with client.audio.speech.with_streaming_response.create(
        model="gpt-4o-mini-tts",
        voice="nova",
        input=f"{SENTENCE} Nobody spoke.",
        response_format="pcm",
        stream_format="sse",
    ) as reply:
        assert reply.headers["content-type"].startswith("text/event-stream")
        events = [json.loads(line[6:]) for line in reply.iter_lines() if line]
    kinds = [event["type"] for event in events]
    assert kinds == ["speech.audio.delta"] * (len(events) - 1) + ["speech.audio.done"]
    seconds = sum(len(base64.b64decode(event["audio"])) for event in events[:-1]) / 48_000
    assert 2 < seconds < 8
    usage = events[-1]["usage"]
    assert usage["total_tokens"] == usage["input_tokens"] + usage["output_tokens"]
    assert usage["output_tokens"] == pytest.approx(seconds * 40, abs=2)


@pytest.mark.parametrize(
    ("change", "param", "word"),
    [
        ({"model": "gpt-9"}, "model", "kokoro"),
        ({"voice": "nobody"}, "voice", "nobody"),
        ({"input": "   "}, "input", "nothing to speak"),
        ({"speed": 9}, "speed", "4"),
        ({"response_format": "midi"}, "response_format", "mp3"),
    ],
)
def test_openai_understands_what_is_wrong(client, change, param, word):
    wanted = {"model": "tts-1", "voice": "alloy", "input": SENTENCE} | change
    with pytest.raises(openai.BadRequestError, match=word) as caught:
        client.audio.speech.create(**wanted)
    assert caught.value.param == param
    assert caught.value.code and caught.value.body["type"] == "invalid_request_error"


def test_openai_lists_models(client):
    assert "kokoro" in [model.id for model in client.models.list()]
    assert client.models.retrieve("tts-1").owned_by == "kokoro-studio"
    with pytest.raises(openai.NotFoundError):
        client.models.retrieve("tts-9")


@pytest.mark.slow
def test_a_disconnect_before_the_first_sound_frees_the_model(address):
    for stream in (True, False):
        with pytest.raises(httpx.ReadTimeout):
            wanted = {"input": f"{stream} {BOOK}", "stream": stream}
            httpx.post(f"{address}/v1/audio/speech", json=wanted, timeout=0.05)
        wait_until_quiet(address)


@pytest.mark.slow
def test_a_crowd_is_served_in_turns_and_each_as_if_alone(address, engine):
    def pcm(text: str) -> bytes:
        wanted = {"input": text, "response_format": "pcm", "seed": 11}
        reply = httpx.post(f"{address}/v1/audio/speech", json=wanted, timeout=300)
        assert reply.status_code == 200
        return reply.content

    texts = [f"Visitor {n} has something short to say." for n in range(6)]
    with ThreadPoolExecutor(7) as crowd:
        book = crowd.submit(pcm, BOOK)
        together = list(crowd.map(pcm, texts))
        assert not book.done()  # nobody waited for it
        book.result()
    engine.forget()
    assert [pcm(text) for text in texts] == together


def test_a_page_beside_the_api(address):
    assert "Kokoro Studio" in httpx.get(address).text
    client = Client(address, verbose=False)
    sound, _ = client.predict(SENTENCE, api_name="/speak")
    through_page, _ = soundfile.read(sound, dtype="int16")
    reply = httpx.post(
        f"{address}/v1/audio/speech",
        json={"input": SENTENCE, "response_format": "pcm", "stream": False},
        timeout=60,
    )
    assert np.array_equal(np.frombuffer(reply.content, "<i2"), through_page)


@pytest.mark.skipif(not shutil.which("curl"), reason="curl is not installed")
def test_curl(address, tmp_path):
    path = tmp_path / "speech.mp3"
    done = subprocess.run(
        [
            "curl", "--silent", "--fail", f"{address}/v1/audio/speech",
            "--json", json.dumps({"input": SENTENCE, "voice": "bf_emma"}), "-o", path,
        ],
        check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert 1.5 < soundfile.info(path).duration < 5


def test_a_failure_midway_breaks_the_stream(address, engine, monkeypatch):
    """Never a silent gap: the client sees that the sound is not whole."""
    render, made = engine.renderer.render, []

    def fail_at_third(requests, cancelled):
        for request in requests:
            made.append(request)
            if len(made) == 3:
                raise RuntimeError("the model failed")
            yield from render([request], cancelled)

    monkeypatch.setattr(engine.renderer, "render", fail_at_third)
    wanted = {"input": f"Not heard before. {BOOK}", "response_format": "pcm", "seed": 4}
    with (
        httpx.stream("POST", f"{address}/v1/audio/speech", json=wanted, timeout=60) as reply,
        pytest.raises(httpx.RemoteProtocolError),
    ):
        assert reply.status_code == 200
        reply.read()
    made.clear()
    with httpx.stream(
        "POST",
        f"{address}/v1/audio/speech",
        json={**wanted, "stream_format": "sse", "seed": 5},
        timeout=60,
    ) as reply:
        last = [json.loads(line[6:]) for line in reply.iter_lines() if line][-1]
    assert last["type"] == "error" and "went wrong" in last["error"]["message"]
    assert "the model failed" not in str(last)
    wait_until_quiet(address)

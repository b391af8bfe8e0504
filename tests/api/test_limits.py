"""Keys, rates, bounds, and what stands in front of everything."""

from __future__ import annotations

import json
import socket
import threading
import time

import httpx
import pytest

from kokoro_studio.api.admission import Admission
from kokoro_studio.api.errors import Refused
from kokoro_studio.api.guard import client_of, is_same_origin
from kokoro_studio.settings import Settings

HELLO = {"input": "Hello there.", "response_format": "pcm"}


def test_a_key_is_needed_where_keys_are_set(serve):
    api = serve(KOKORO_API_KEYS="first, second,")
    for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Basic first"}):
        reply = api.post("/v1/audio/speech", json=HELLO, headers=headers)
        assert reply.status_code == 401 and reply.headers["www-authenticate"] == "Bearer"
        assert reply.json()["error"]["type"] == "authentication_error"
    for path in ("/v1/models", "/v1/audio/voices", "/metrics"):
        assert api.get(path).status_code == 401
    for key in ("first", "second"):
        reply = api.post("/v1/audio/speech", json=HELLO, headers={"Authorization": f"Bearer {key}"})
        assert reply.status_code == 200
    assert api.get("/health").status_code == 200


def test_more_than_the_rate_is_429_with_an_honest_wait(serve):
    api = serve(KOKORO_RATE="2")
    codes = [api.post("/v1/audio/speech", json=HELLO).status_code for _ in range(3)]
    assert codes == [200, 200, 429]
    reply = api.post("/v1/audio/speech", json=HELLO)
    assert 1 <= int(reply.headers["retry-after"]) <= 60
    assert reply.json()["error"]["type"] == "rate_limit_error"


@pytest.mark.slow
@pytest.mark.parametrize("stream", [True, False])
def test_the_silence_of_all_turns_together_has_a_bound(serve, stream):
    turns = [{"voice": "af_heart", "text": "a" + "[pause:60s]" * 6}] * 2
    for wanted in (
        {"turns": turns},
        {"turns": [{"voice": "af_heart", "text": "a"}] * 100, "pause_between_turns": 10},
    ):
        reply = serve().post("/dev/dialogue", json={**wanted, "stream": stream})
        assert reply.status_code == 400, reply.content[:200]
        assert "use at most 600" in reply.json()["error"]["message"]


def test_each_client_and_all_together_have_bounds():
    admission = Admission(Settings({"KOKORO_AT_ONCE": "3", "KOKORO_AT_ONCE_EACH": "2"}))
    one, two = admission.enter("a"), admission.enter("a")
    with pytest.raises(Refused, match="at most 2") as refused:
        admission.enter("a")
    assert refused.value.status == 429 and refused.value.retry_after >= 1
    three = admission.enter("b")
    with pytest.raises(Refused, match="as many as fit"):
        admission.enter("c")
    for place in (one, one, two, three):  # leaving twice counts once
        place.leave()
    assert admission.inside == 0
    assert admission.enter("c")


def test_bounds_hold_among_threads():
    admission = Admission(Settings({"KOKORO_AT_ONCE": "5"}))
    entered, barrier = [], threading.Barrier(40)

    def enter(n: int) -> None:
        barrier.wait()
        try:
            entered.append(admission.enter(str(n)))
        except Refused:
            return

    threads = [threading.Thread(target=enter, args=(n,)) for n in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(entered) == 5 == admission.inside


def test_a_place_is_free_again_after_every_kind_of_end(serve):
    api = serve(KOKORO_AT_ONCE="1")
    for wanted in (
        {},
        {"stream": False},
        {"voice": "nobody"},
        {"input": "…"},
        {"stream_format": "sse"},
    ):
        api.post("/v1/audio/speech", json=HELLO | wanted)
        assert api.post("/v1/audio/speech", json=HELLO).status_code == 200, wanted


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://studio.evil.example"])
def test_pages_of_others_cannot_make_a_visitor_speak(serve, origin):
    api = serve(KOKORO_ORIGINS="https://friend.example")
    reply = api.post("/v1/audio/speech", json=HELLO, headers={"Origin": origin})
    assert reply.status_code == 403 and "KOKORO_ORIGINS" in reply.json()["error"]["message"]
    for welcome in ("http://studio", "https://friend.example"):
        reply = api.post("/v1/audio/speech", json=HELLO, headers={"Origin": welcome})
        assert reply.status_code == 200
    assert reply.headers["access-control-allow-origin"] == "https://friend.example"


def test_forwarded_host_is_not_trusted(api):
    headers = {"Origin": "https://evil.example", "X-Forwarded-Host": "evil.example"}
    assert api.post("/v1/audio/speech", json=HELLO, headers=headers).status_code == 403


@pytest.mark.parametrize("chunked", [False, True])
def test_a_body_has_a_longest_length(serve, chunked):
    api = serve({"max_body": 1000})
    body = b'{"input": "' + b"a" * 2000 + b'"}'
    content = (body[at : at + 100] for at in range(0, len(body), 100)) if chunked else body
    headers = {"content-type": "application/json"}
    reply = api.post("/v1/audio/speech", content=content, headers=headers)
    assert reply.status_code == 413 and "1,000" in reply.json()["error"]["message"]


@pytest.mark.parametrize("chunked", [False, True])
def test_a_client_that_sends_all_first_reads_why_its_body_is_refused(chunked):
    from starlette.responses import PlainTextResponse

    from kokoro_studio.api import Guard
    from tests.served import Served

    async def read_all(scope, receive, send):
        while (await receive()).get("more_body"):
            pass
        await PlainTextResponse("read")(scope, receive, send)

    body = bytes(8 * 2**20)
    parts = (body[at : at + 2**16] for at in range(0, len(body), 2**16))
    with Served(Guard(read_all, Settings())) as studio:
        reply = httpx.post(f"{studio.address}/v1/audio/speech", content=parts if chunked else body)
    assert reply.status_code == 413 and "2,097,152" in reply.json()["error"]["message"]


def test_a_client_that_reads_nothing_loses_its_place(engine):
    from kokoro_studio.api import build_api
    from tests.served import Served

    settings = Settings({"KOKORO_AT_ONCE": "1", "KOKORO_WRITE_SECONDS": "1"})
    with Served(build_api(engine, settings)) as studio:
        host, port = studio.address.removeprefix("http://").split(":")
        asked = json.dumps({"input": "Hello." + "[pause:60s]" * 9, "response_format": "pcm"})
        with socket.create_connection((host, int(port))) as idle:
            idle.sendall(
                f"POST /v1/audio/speech HTTP/1.1\r\nHost: {host}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(asked)}\r\n\r\n"
                f"{asked}".encode()
            )
            assert idle.recv(15) == b"HTTP/1.1 200 OK"
            codes = []
            for _ in range(20):
                reply = httpx.post(f"{studio.address}/v1/audio/speech", json=HELLO, timeout=120)
                codes.append(reply.status_code)
                if codes[-1] == 200:
                    break
                time.sleep(0.5)
    assert codes[0] == 429 and codes[-1] == 200


@pytest.mark.parametrize("length", ["-1", "many", "9" * 4000])
def test_a_malformed_content_length_is_refused(api, length):
    reply = api.post("/v1/audio/speech", content=b"{}", headers={"content-length": length})
    assert reply.status_code == 413


def test_a_text_has_a_longest_length(api, monkeypatch):
    monkeypatch.setenv("KOKORO_MAX_CHARACTERS", "100")
    turns = [{"text": "a word or two " * 4} for _ in range(2)]
    for path, wanted in (
        ("/v1/audio/speech", {"input": "word " * 21}),
        ("/dev/dialogue", {"turns": turns}),
        ("/dev/generate_from_phonemes", {"phonemes": "a " * 51}),
        ("/dev/phonemize", {"text": "word " * 21}),
    ):
        reply = api.post(path, json=wanted)
        assert reply.status_code == 400 and "at most 100" in reply.json()["error"]["message"], path


def test_headers_that_keep_browsers_careful(api):
    headers = api.get("/health").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_the_page_asks_no_more_than_its_rate(engine):
    from starlette.responses import PlainTextResponse
    from starlette.testclient import TestClient

    from kokoro_studio.api import Guard

    client = TestClient(Guard(PlainTextResponse("page"), Settings({"KOKORO_RATE": "1"})))
    codes = [client.post("/gradio_api/queue/join").status_code for _ in range(21)]
    assert codes == [200] * 20 + [429]
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "6.6.6.6", "10.0.0.1"),
        (1, "6.6.6.6, 1.2.3.4", "1.2.3.4"),
        (2, "6.6.6.6, 1.2.3.4, 5.5.5.5", "1.2.3.4"),
        (1, "", "10.0.0.1"),
        (2, "1.2.3.4", "10.0.0.1"),
    ],
)
def test_a_client_cannot_forge_its_address(proxies, forwarded, expected):
    scope = {
        "client": ("10.0.0.1", 1234),
        "headers": [(b"x-forwarded-for", forwarded.encode())] if forwarded else [],
    }
    assert client_of(scope, proxies) == expected


@pytest.mark.parametrize(
    ("proxies", "forwarded", "expected"),
    [
        (0, "studio.test", False),
        (1, "studio.test", True),
        (1, "studio.test, evil.test", False),
        (2, "evil.test, studio.test, inner.test", True),
        (1, "", False),
    ],
)
def test_forwarded_host_of_our_own_proxies_is_trusted(proxies, forwarded, expected):
    headers = [(b"host", b"127.0.0.1:7860"), (b"x-forwarded-host", forwarded.encode())]
    scope = {"headers": headers}
    assert is_same_origin("https://studio.test", scope, proxies) == expected
    assert is_same_origin("http://127.0.0.1:7860", scope, proxies)

"""Which other sites' pages may call: the same at every address, for the page and for the API."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from kokoro_studio.api.cors import EXPOSED
from kokoro_studio.settings import Settings

FRIEND, OBSIDIAN = "https://friend.example:9000", "app://obsidian.md"
EVIL = ("https://evil.example", "null", "http://localhost:5500", "https://friend.example")
PATHS = ("/v1/audio/speech", "/health", "/gradio_api/queue/join", "/config")
HOSTS = ("127.0.0.1", "localhost", "studio.lan")
BROWSER = httpx.Client()  # one for all: each reads the machine's certificates
PACKAGE = Path(__file__).resolve().parents[2] / "kokoro_studio"


@pytest.fixture(scope="module")
def open_to_friends(engine) -> Iterator[str]:
    """The whole studio, as `app.py` serves it, with two origins listed."""
    from kokoro_studio.deploy.serving import build_studio

    demo, settings = build_studio(engine, Settings({"KOKORO_ORIGINS": f"{FRIEND}, {OBSIDIAN}"}))
    _, address, _ = demo.launch(server_name="127.0.0.1", prevent_thread_lock=True, **settings)
    yield address.rstrip("/")
    demo.close()


def preflight(address: str, path: str, host: str, origin: str, **more: str) -> httpx.Response:
    port = address.rpartition(":")[2]
    headers = {
        "Host": f"{host}:{port}",
        "Origin": origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "authorization,content-type",
        **more,
    }
    return BROWSER.options(address + path, headers=headers)


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", PATHS)
def test_a_listed_origin_passes_its_preflight(open_to_friends, path, host):
    for origin in (FRIEND, OBSIDIAN):
        reply = preflight(open_to_friends, path, host, origin)
        assert reply.status_code == 204
        assert reply.headers["access-control-allow-origin"] == origin
        assert "POST" in reply.headers["access-control-allow-methods"]
        assert reply.headers["access-control-allow-headers"] == "authorization,content-type"
        assert "Origin" in reply.headers["vary"]


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", PATHS)
def test_no_other_origin_passes(open_to_friends, path, host):
    for origin in EVIL:
        reply = preflight(open_to_friends, path, host, origin)
        assert reply.status_code == 403 and "KOKORO_ORIGINS" in reply.text
        headers = {"Host": f"{host}:{open_to_friends.rpartition(':')[2]}", "Origin": origin}
        for answer in (reply, BROWSER.get(open_to_friends + path, headers=headers)):
            allowed = [name for name in answer.headers if name.startswith("access-control-")]
            assert not allowed, (origin, allowed)


def test_the_studios_own_page_passes(open_to_friends):
    port = open_to_friends.rpartition(":")[2]
    for host in HOSTS:
        reply = preflight(open_to_friends, "/v1/audio/speech", host, f"http://{host}:{port}")
        assert reply.status_code == 204


def test_a_page_reads_our_headers_whatever_the_reply(open_to_friends):
    wanted = {"input": "Hi.", "response_format": "pcm", "mood": 1, "return_download_link": True}
    for body, status in ((wanted, 200), ({"input": ""}, 400)):
        reply = httpx.post(
            f"{open_to_friends}/v1/audio/speech", json=body, headers={"Origin": FRIEND}, timeout=60
        )
        assert reply.status_code == status
        assert reply.headers["access-control-allow-origin"] == FRIEND
        exposed = reply.headers["access-control-expose-headers"]
        assert {"X-Download-Path", "X-Timing-Path", "X-Kokoro-Unused"} <= {*exposed.split(", ")}
    too_long = {"Origin": FRIEND, "content-type": "application/json"}
    reply = httpx.post(f"{open_to_friends}/v1/audio/speech", content=b" " * 2**22, headers=too_long)
    assert reply.status_code == 413
    assert reply.headers["access-control-allow-origin"] == FRIEND


def test_every_header_of_ours_is_exposed():
    sources = "".join(path.read_text("utf-8") for path in (PACKAGE / "api").glob("*.py"))
    ours = set(re.findall(r"\"(X-(?:Kokoro|Download|Timing)[\w-]*)\"", sources))
    assert ours and ours <= {*EXPOSED}


def test_a_public_page_may_reach_a_private_network(open_to_friends):
    asked = {"Access-Control-Request-Private-Network": "true"}
    reply = preflight(open_to_friends, "/v1/audio/speech", "127.0.0.1", FRIEND, **asked)
    assert reply.headers["access-control-allow-private-network"] == "true"


def test_programs_and_plain_options_are_left_alone(open_to_friends, address):
    assert httpx.get(f"{open_to_friends}/health").status_code == 200
    reply = httpx.options(f"{open_to_friends}/health", headers={"Origin": FRIEND})
    assert reply.status_code == 405
    for path in PATHS:  # nothing is listed there
        assert preflight(address, path, "studio.lan", FRIEND).status_code == 403


def test_origins_are_read_as_browsers_send_them(monkeypatch):
    monkeypatch.setenv("KOKORO_ORIGINS", "https://Friend.example:9000/, app://obsidian.md")
    settings = Settings.from_environment()
    assert settings.lists(FRIEND) and settings.lists(OBSIDIAN)
    assert not settings.lists("https://friend.example") and not settings.lists("")

"""Promises of docs/security.md without a test elsewhere; and that each test it names exists."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest

from kokoro_studio.api.downloads import Downloads
from kokoro_studio.errors import VoiceError
from kokoro_studio.voices import keep_blend, own_voices

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "security.md"


def promises() -> list[tuple[str, str]]:
    """(file, test) of each line of the threat model"""
    rows = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith("| ")][2:]
    found = [re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row) for row in rows]
    assert len(rows) > 15 and all(found), "each line names its test"
    return [test for tests in found for test in tests]


def test_each_promise_has_a_test():
    for file, name in promises():
        assert f"def {name}(" in (ROOT / file).read_text("utf-8"), f"{file}::{name}"


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/file=app.py",
        "/gradio_api/file=../app.py",
        "/gradio_api/file=http://127.0.0.1/",
        "/gradio_api/file=voices/af_heart.pt",
    ],
)
def test_the_page_gives_out_no_file(address, path):
    reply = httpx.get(address + path)
    assert reply.status_code in (403, 404) and "root:" not in reply.text


def test_calls_cannot_avoid_the_queue(address):
    for path in ("/gradio_api/run/speak", "/gradio_api/api/speak", "/run/predict"):
        reply = httpx.post(address + path, json={"data": ["Hello."]})
        assert reply.status_code in (403, 404, 405), path


def test_there_are_no_analytics(address):
    for path in ("/monitoring", "/monitoring/summary"):
        assert httpx.get(address + path).status_code in (403, 404)


def test_the_guard_stands_before_the_page(address):
    evil = {"Origin": "https://evil.example"}
    reply = httpx.post(f"{address}/gradio_api/queue/join", json={}, headers=evil)
    assert reply.status_code == 403
    reply = httpx.post(f"{address}/gradio_api/queue/join", content=b" " * (3 * 2**20))
    assert reply.status_code == 413
    assert httpx.get(address).headers["x-content-type-options"] == "nosniff"


def test_an_upload_has_a_longest_length(serve):
    api = serve({"max_upload": 1000})
    reply = api.post("/gradio_api/upload", content=b"a" * 2000)
    assert reply.status_code == 413


def test_strangers_keep_nothing_on_a_shared_studio(monkeypatch):
    before = own_voices()
    monkeypatch.setenv("SPACE_ID", "me/studio")
    with pytest.raises(VoiceError, match="download"):
        keep_blend("Mine", "af_heart*0.5 + bf_emma*0.5")
    assert own_voices() == before
    monkeypatch.setenv("KOKORO_OWN_VOICES", "closed")
    monkeypatch.delenv("SPACE_ID")
    with pytest.raises(VoiceError, match="download"):
        keep_blend("Mine", "af_heart*0.5 + bf_emma*0.5")


def test_links_are_bounded_and_cannot_be_guessed(monkeypatch):
    downloads = Downloads(limit_bytes=1000)
    names = [downloads.reserve("mp3", "audio/mpeg") for _ in range(3)]
    assert len({*names}) == 3 and all(len(name) > 20 for name in names)
    for name in names:
        downloads.put(name, b"a" * 400)
    assert [bool(downloads.get(name)) for name in names] == [False, True, True]
    monkeypatch.setattr("kokoro_studio.api.downloads.KEPT_SECONDS", -1)
    assert not downloads.get(names[2])

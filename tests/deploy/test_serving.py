"""Starting the studio as a person does, with settings that are wrong."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from kokoro_studio import load_engine
from kokoro_studio.deploy.serving import exits_plainly, launch
from kokoro_studio.errors import RequestError

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *(arguments or ["app.py"])],
        cwd=ROOT,
        env={**os.environ, "KOKORO_DEVICE": "cpu", **settings},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.slow
def test_a_wrong_precision_ends_with_one_sentence():
    done = start(KOKORO_PRECISION="foo")
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "kokoro_studio: There is no precision 'foo'; use auto, float32 or bfloat16 "
        "(KOKORO_PRECISION)."
    ]


@pytest.mark.slow
def test_a_port_that_is_taken_ends_with_one_sentence():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        done = start(GRADIO_SERVER_PORT=port, GRADIO_SERVER_NAME="127.0.0.1")
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1, done.stderr
    assert f"Port {port} of 127.0.0.1 cannot be opened" in done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("command", [[], ["serve"]], ids=["no command", "serve"])
def test_the_command_serves_the_page(command, tmp_path):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"GRADIO_SERVER_PORT": str(port)}
    if command:
        command, settings = [*command, "--port", str(port)], {}
    process = subprocess.Popen(
        [sys.executable, "-m", "kokoro_studio", *command],
        cwd=ROOT,
        env={**os.environ, "KOKORO_DEVICE": "cpu", "KOKORO_DATA": str(tmp_path), **settings},
    )
    try:
        page = None
        while page is None:
            assert process.poll() is None
            with suppress(httpx.TransportError):
                page = httpx.get(f"http://127.0.0.1:{port}/", timeout=60)
            time.sleep(0.1)
        assert "Kokoro Studio" in page.text
        assert httpx.get(f"http://127.0.0.1:{port}/health", timeout=60).is_success
    finally:
        process.terminate()
        process.wait()


@pytest.mark.parametrize("port", ["x", "0", "70000", "-1"])
def test_a_port_that_is_no_port_is_one_sentence(port, monkeypatch):
    monkeypatch.setenv("GRADIO_SERVER_PORT", port)
    with pytest.raises(RequestError, match="GRADIO_SERVER_PORT is"):
        launch(None, {})


@pytest.mark.parametrize("device", ["foo", "cuda:99", "meta", "cpu:x", ""])
def test_a_device_that_is_not_there_is_one_sentence(device, monkeypatch):
    monkeypatch.setenv("KOKORO_DEVICE", device)
    if not device:
        assert load_engine().device.type in ("cpu", "cuda")
        return
    with pytest.raises(RequestError, match="There is no device"):
        load_engine()
    with pytest.raises(SystemExit, match="kokoro_studio: There is no device"), exits_plainly():
        load_engine(device)

"""Signing in on a Space: Gradio's own OAuth, against a provider that is a double."""

from __future__ import annotations

import os
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import expect

from tests.provider_double import ACCOUNT, build_provider
from tests.served import Served

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120


@pytest.fixture(scope="module")
def space(tmp_path_factory):
    """Its address and its database."""
    with Served(build_provider()) as provider, socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        data = tmp_path_factory.mktemp("space")
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.space_process", str(port)],
            cwd=ROOT,
            env={
                **os.environ, "SYSTEM": "spaces", "SPACE_ID": "someone/studio",
                "OAUTH_CLIENT_ID": "studio", "OAUTH_CLIENT_SECRET": "secret",
                "OAUTH_SCOPES": "openid profile", "OPENID_PROVIDER_URL": provider.address,
                "KOKORO_DATA": str(data), "KOKORO_RATE": "0",
            },
        )  # fmt: skip
        address = f"http://127.0.0.1:{port}"
        until = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                httpx.get(f"{address}/health")
                break
            except httpx.HTTPError:
                assert process.poll() is None and time.monotonic() < until
                time.sleep(0.2)  # it is starting
        yield address, data / "studio.db"
        process.kill()
        process.wait()


def test_an_account_is_the_same_listener_in_any_browser(browser, space):
    address, database = space
    for _ in range(2):
        vote_once_signed_in(browser.new_context().new_page(), address)
    listeners = sqlite3.connect(database).execute("SELECT DISTINCT listener FROM trials").fetchall()
    ((listener,),) = listeners
    assert listener.startswith("hf:") and ACCOUNT["preferred_username"] not in listener


def vote_once_signed_in(page, address: str) -> None:
    page.set_default_timeout(PATIENCE_SECONDS * 1000)
    page.goto(f"{address}/login/huggingface")  # where the button leads
    page.wait_for_selector("body[data-ks-ready=yes]")
    page.get_by_role("tab", name="Compare").click()
    page.locator("#ks-mode").get_by_text("Arena", exact=True).click()
    expect(page.locator("#ks-login")).to_contain_text(ACCOUNT["preferred_username"])
    page.locator("#ks-arena-own").get_by_text("On texts of your own").click()
    page.fill("#ks-arena-text textarea", "Yes.\nNo.")
    page.click("#ks-arena-begin")
    page.locator("#ks-trial .ks-trial[data-kind=trial]").wait_for()

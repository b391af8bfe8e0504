"""A real studio on a free port, a real browser, and a real listener. All made once."""

from __future__ import annotations

import base64
import io
import os
import time
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
import soundfile

os.environ.setdefault("HF_HUB_OFFLINE", "1")

CHROMIUM = "/usr/bin/chromium"
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]
PATIENCE = 60_000  # ms: the machine may be busy with others
QUIET_MILLISECONDS = 500  # the page asks sooner than that after a keystroke or an answer


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE / 2)
    with sync_playwright() as playwright:
        options = {"executable_path": CHROMIUM} if Path(CHROMIUM).exists() else {}
        chromium = playwright.chromium.launch(args=CHROMIUM_ARGUMENTS, **options)
        yield chromium
        chromium.close()


def _is_question(request) -> bool:
    """Whether the page waits for the answer: it does not for Gradio's heartbeat, nor for sound."""
    asks = "/gradio_api/" in request.url and "/heartbeat/" not in request.url
    return asks and request.resource_type != "media"


class Studio:
    """The page as a visitor works with it."""

    def __init__(self, page, url: str):
        self.page = page
        self.complaints: list[str] = []
        self._unanswered: set = set()
        page.set_default_timeout(PATIENCE)
        page.on("request", self._asked)
        page.on("requestfinished", self._answered)
        page.on("requestfailed", self._answered)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)
        page.goto(url)
        self.wait_until_ready()

    def _listen(self, message) -> None:
        if message.type == "error":
            self.complaints.append(message.text)

    def _asked(self, request) -> None:
        if request.is_navigation_request():  # what the page before had asked, nobody answers
            self._unanswered.clear()
        elif _is_question(request):
            self._unanswered.add(request)

    def _answered(self, request) -> None:
        self._unanswered.discard(request)

    def settle(self) -> None:
        """Until the studio has answered all that the page asked, and the page asks nothing more."""
        from playwright.sync_api import TimeoutError

        deadline = time.monotonic() + 3 * PATIENCE / 1000
        asks_more = True
        while asks_more or self._unanswered:
            assert time.monotonic() < deadline, [request.url for request in self._unanswered]
            asks_more = False
            with suppress(TimeoutError):
                self.page.wait_for_event("request", _is_question, timeout=QUIET_MILLISECONDS)
                asks_more = True

    def wait_until_ready(self) -> None:
        self.page.wait_for_selector("body[data-ks-ready=yes]")

    def reload(self) -> None:
        self.page.reload()
        self.wait_until_ready()
        self.complaints.clear()  # Gradio's own: the reload cuts the stream it listens on

    def write(self, text: str) -> None:
        self.page.fill("#ks-text textarea", text)

    def formula(self, formula: str | None = None) -> str:
        if formula is not None:
            self.page.fill("#ks-formula textarea", formula)
        return self.page.input_value("#ks-formula textarea")

    def expect_formula(self, formula: str) -> None:
        from playwright.sync_api import expect

        expect(self.page.locator("#ks-formula textarea")).to_have_value(formula)

    def speak(self) -> np.ndarray:
        before = self.page.get_attribute("#ks-audio", "data-take")
        self.page.click("#ks-speak")
        return self.take(other_than=before)

    def take(self, other_than: str | None = None) -> np.ndarray:
        """The samples in the audio element, once the take is whole."""
        audio = "#ks-audio[data-seconds]"
        if other_than:
            audio += f":not([data-take='{other_than}'])"
        self.page.wait_for_selector(audio, state="attached")
        samples = self.samples()
        shown = float(self.page.get_attribute("#ks-audio", "data-seconds"))
        assert abs(len(samples) / 24_000 - shown) < 0.01
        return samples

    def samples(self) -> np.ndarray:
        """The sound in the audio element: float32 at 24 kHz."""
        encoded = self.page.evaluate(
            """async () => {
              const answer = await fetch(document.querySelector('#ks-audio').src);
              const bytes = new Uint8Array(await answer.arrayBuffer());
              let text = '';
              for (const byte of bytes) text += String.fromCharCode(byte);
              return btoa(text);
            }"""
        )
        samples, rate = soundfile.read(io.BytesIO(base64.b64decode(encoded)), dtype="float32")
        assert rate == 24_000
        return samples


@pytest.fixture
def visit(browser, url):
    """Open the studio as a new visitor; afterwards the console must have been silent."""
    contexts, studios = [], []

    def open_studio(
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        touch: bool = False,
        path: str = "",
    ) -> Studio:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            accept_downloads=True,
            has_touch=touch,
            is_mobile=touch,
        )
        contexts.append(context)
        studios.append(Studio(context.new_page(), url + path))
        return studios[-1]

    yield open_studio
    for context in contexts:
        context.close()
    complaints = [complaint for studio in studios for complaint in studio.complaints]
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def studio(visit) -> Studio:
    return visit()


class Desk:
    """The Mix tab as a visitor works with it."""

    def __init__(self, studio):
        self.studio, self.page = studio, studio.page
        self.open()

    def open(self) -> None:
        self.page.get_by_role("tab", name="Mix").click()
        self.page.wait_for_selector(".ks-desk")

    def formula(self, formula: str | None = None) -> str:
        if formula is not None:
            self.page.fill("#ks-mix-formula textarea", formula)
        return self.page.input_value("#ks-mix-formula textarea")

    def expect(self, formula: str) -> None:
        from playwright.sync_api import expect

        expect(self.page.locator("#ks-mix-formula textarea")).to_have_value(formula)

    def add(self, name: str) -> None:
        self.page.fill(".ks-desk-search input", name)
        self.page.get_by_role("button", name=f"Add {name}", exact=True).click()

    def fader(self, half: str, name: str):
        return self.page.get_by_label(f"{half} of {name}", exact=True)

    def press(self, label: str) -> None:
        self.page.get_by_role("button", name=label).click()

    def shares(self) -> list[str]:
        return self.page.locator(".ks-fader output").all_text_contents()

    def keep(self, name: str) -> None:
        """Save the mix under a name, as a visitor does."""
        self.page.fill(".ks-keep-name", name)
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.get_by_label(f"Name of {name}", exact=True).wait_for()


@pytest.fixture
def no_own_voices():
    """None of one's own is left behind. Asked for before the page, which is closed first then."""
    from kokoro_studio.voices import delete_voice, own_voices

    yield
    for own in own_voices():
        delete_voice(own.id)


@pytest.fixture
def desk(no_own_voices, studio) -> Desk:
    return Desk(studio)


@pytest.fixture
def visit_desk(no_own_voices, visit):
    """Open the Mix tab as a new visitor, with what `visit` takes."""
    return lambda **how: Desk(visit(**how))

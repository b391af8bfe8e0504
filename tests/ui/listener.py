"""Someone at the Compare tab, in a real browser."""

from __future__ import annotations

import io
import re

import numpy as np
import soundfile
from playwright.sync_api import expect

TEXTS = "Yes.\nNo.\nCome in.\nGood."


class Listener:
    """Someone at the Compare tab."""

    def __init__(self, studio):
        self.studio = studio
        self.page = studio.page
        self.url = self.page.url
        self._tokens: list[str] = []
        self.page.on("request", self._note)
        self.page.get_by_role("tab", name="Compare").click()
        expect(self.page.locator("#ks-mode")).to_be_visible()

    def mode(self, name: str) -> None:
        self.page.locator("#ks-mode").get_by_text(name, exact=True).click()

    @property
    def trial(self):
        return self.page.locator("#ks-trial .ks-trial")

    def wait_for(self, *kinds: str) -> str:
        """Until one of these is shown; which."""
        wanted = ", ".join(f"#ks-trial .ks-trial[data-kind={kind}]" for kind in kinds)
        return self.page.locator(wanted).first.get_attribute("data-kind")

    def wait_for_count(self, number: int, of: int) -> None:
        expect(self.trial.locator(".ks-trial-count")).to_have_text(f"Trial {number} of {of}")

    def labels(self) -> list[str]:
        sides = self.trial.locator(".ks-side")
        expect(sides.last).to_be_enabled()
        return [side.get_attribute("data-side") for side in sides.all()]

    def hear_all(self) -> None:
        """Every side, over and over at one playhead, until it may be voted on."""
        labels = self.labels()
        loop = self.trial.locator(".ks-trial-loop")
        if loop.get_attribute("aria-pressed") != "true":
            loop.click()
        for label in labels:
            side = self.trial.locator(f".ks-side[data-side={label}]")
            side.click()
            self.trial.locator(f".ks-side.ks-unlocked[data-side={label}]").wait_for()

    def token(self) -> str:
        """Of the trial on the page, as its sound was called for."""
        return self._tokens[-1]

    def _note(self, request) -> None:
        if found := re.search(r"listening/audio/([^/]+)/", request.url):
            self._tokens.append(found[1])

    def sound(self, label: str) -> np.ndarray:
        answer = self.page.request.get(f"{self.url}listening/audio/{self.token()}/{label}.wav")
        samples, _ = soundfile.read(io.BytesIO(answer.body()))
        return samples

    def go_on(self) -> None:
        self.trial.locator(".ks-next").click()
        expect(self.trial).not_to_have_attribute("data-kind", "told")

    def vote(self, choice: str) -> None:
        self.trial.locator(f".ks-vote[data-choice='{choice}']").click()


def set_up(listener: Listener, kind: str, trials: int) -> None:
    page = listener.page
    listener.mode("Blind test")
    page.locator("#ks-test-kind").get_by_text(kind).click()
    page.locator("#ks-test-source").get_by_text("My own").click()
    page.fill("#ks-test-texts textarea", TEXTS)
    number = page.locator("#ks-test-trials input[type=number]")
    expect(number).not_to_have_value("")
    listener.studio.settle()  # the kind of test sets its usual number first
    number.fill(str(trials))
    number.press("Enter")


def begin_arena(listener: Listener, texts: str = TEXTS) -> None:
    page = listener.page
    listener.mode("Arena")
    if texts:
        page.locator("#ks-arena-own").get_by_text("On texts of your own").click()
        page.fill("#ks-arena-text textarea", texts)
    page.click("#ks-arena-begin")
    listener.wait_for("trial")

"""Blind listening in a real browser, and what the browser is told before a vote."""

from __future__ import annotations

import csv
import io
import json
import re

import numpy as np
import pytest
from playwright.sync_api import expect

from kokoro_studio.listening.responses import answered
from kokoro_studio.listening.trials import find_trial, known_contestants

from .conftest import Studio
from .listener import Listener, begin_arena, set_up

# Whatever reaches scripts: bodies of fetch, streams read piece by piece, and event sources.
CAPTURE_JS = """
window.caught = [];
const keep = (url, text) => window.caught.push([String(url), text]);
const realFetch = window.fetch;
window.fetch = async (...asked) => {
  const answer = await realFetch(...asked);
  const url = answer.url;
  const binary = /audio|octet|image|font/.test(answer.headers.get('content-type') || '');
  if (!answer.body || binary) return answer;
  const [mine, theirs] = answer.body.tee();
  (async () => {
    const reader = mine.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      keep(url, value);
    }
  })().catch(() => {});
  const copy = new Response(theirs, answer);
  Object.defineProperty(copy, 'url', { value: url });
  return copy;
};
const RealSource = window.EventSource;
window.EventSource = class extends RealSource {
  constructor(...asked) {
    super(...asked);
    this.addEventListener('message', event => keep(this.url, event.data));
  }
};
const RealSocket = window.WebSocket;
window.WebSocket = class extends RealSocket {
  constructor(...asked) {
    super(...asked);
    this.addEventListener('message', event => keep(this.url, String(event.data)));
  }
};
"""


@pytest.fixture
def listener(studio) -> Listener:
    return Listener(studio)


def test_a_listener_finishes_a_twelve_trial_abx_and_reads_a_correct_verdict(listener):
    page = listener.page
    set_up(listener, "ABX", 12)
    expect(page.locator("#ks-test-prospect")).to_contain_text("10 of 12 right")
    page.click("#ks-test-begin")
    listener.wait_for("levels")
    page.locator(".ks-sounds-right").click()
    seen = 0
    while listener.wait_for("trial", "told", "verdict") != "verdict":
        if listener.trial.get_attribute("data-kind") == "told":
            expect(listener.trial).to_contain_text("Right: X was")
            listener.go_on()
        else:
            count = listener.trial.locator(".ks-trial-count").inner_text()
            listener.hear_all()
            a, b, x = (listener.sound(label) for label in "ABX")
            nearer = "X=A" if np.square(a - x).sum() < np.square(b - x).sum() else "X=B"
            listener.vote(nearer)
        seen += 1
        # Until what stands there is another thing than what was answered.
        if listener.trial.get_attribute("data-kind") == "trial":
            expect(
                page.locator(
                    "#ks-trial .ks-trial[data-kind=told], #ks-trial .ks-trial[data-kind=verdict], "
                    f"#ks-trial .ks-trial[data-kind=trial]:not(:has-text('{count}'))"
                ).first
            ).to_be_visible()
    assert seen >= 12 + 1 + 2 * 2
    expect(listener.trial).to_contain_text("You can hear the difference.")
    expect(listener.trial).to_contain_text("12 of 12 trials")
    expect(listener.trial).to_contain_text("once in 4,096 tests")

    with page.expect_download() as download:
        page.click("#ks-results-csv")
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text(encoding="utf-8"))))
    assert sum(row["part"] == "rated" for row in rows) == 12
    assert all(row["choice"] == row["answer"] for row in rows)
    with page.expect_download() as download:
        page.click("#ks-results-json")
    data = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert data["session"]["verdict"]["numbers"]["correct"] == 12


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    """A store of its own: the ranking counts every vote there is."""
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path))


def test_ten_pairs_of_the_arena_and_the_verdict_on_them(own_data, listener):
    page = listener.page
    begin_arena(listener)
    chosen = []
    for number in range(1, 11):
        listener.wait_for_count(number, 10)
        listener.hear_all()
        listener.vote("A")
        listener.wait_for("told")
        names = listener.trial.locator(".ks-side-name")
        expect(names).to_have_count(2)
        chosen.append(names.first.locator("span").inner_text())
        listener.go_on()
    listener.wait_for("verdict")
    expect(listener.trial).to_contain_text("Arena: your 10 votes")
    for name in set(chosen):
        expect(listener.trial).to_contain_text(name)
    expect(page.locator("#ks-leaderboard")).to_contain_text("10 votes on listeners' own texts")


def test_nothing_that_reaches_the_browser_tells_the_sides_apart_before_the_vote(visit):
    studio = visit()
    page = studio.page
    page.add_init_script(CAPTURE_JS)
    studio.reload()
    listener = Listener(studio)
    headers, files, addresses = {}, {}, []

    def record(answer) -> None:
        addresses.append(answer.url)
        if "/listening/audio/" in answer.url:
            label = answer.url.rsplit("/", 1)[1]
            headers[label] = {k: v for k, v in answer.all_headers().items() if k != "date"}
            files[label] = answer.body()

    page.on("response", record)
    listener.mode("Arena")
    studio.settle()
    page.evaluate("window.caught.length = 0")
    page.click("#ks-arena-begin")
    listener.wait_for("trial")
    listener.hear_all()
    caught = page.evaluate("window.caught")
    dom = listener.trial.evaluate("node => node.closest('#ks-trial').outerHTML")
    kept = page.evaluate(
        "() => JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])"
    )
    token = listener.token()
    trial = find_trial(token)
    assert trial is not None and trial.listener.startswith("anon:")

    everything = json.dumps([caught, dom, kept, addresses], ensure_ascii=False)
    said = max(re.split(r'["\\]', trial.text), key=len)  # JSON writes those marks otherwise
    assert token in everything and said in everything, "the capture sees what is sent"
    known = known_contestants(side.contestant for side in trial.sides)
    for side in trial.sides:
        one = known[side.contestant]
        secrets = [side.contestant, side.stimulus, one.name, one.name.split(" · ")[0]]
        if one.kind == "voice":
            secrets += [one.recipe["formula"], one.recipe["sha256"]]
        for secret in secrets:
            assert secret not in everything, f"{secret} reached the page"
        for number in (side.gain_db, side.seed):  # as a number: a gain of 1.5 is in 11.5 by chance
            whole = rf"(?<![\d.]){re.escape(str(number))}(?!\d|px)"
            assert not re.search(whole, everything), f"{number} reached the page"
    assert headers["A.wav"] == headers["B.wav"]
    assert not {"etag", "last-modified"} & set(headers["A.wav"])
    assert len(files["A.wav"]) == len(files["B.wav"]) and files["A.wav"] != files["B.wav"]
    for data in files.values():
        assert data[:4] == b"RIFF" and data[36:40] == b"data", "a header and the sound"
    page.evaluate("window.caught.length = 0")
    listener.vote("B")
    listener.wait_for("told")
    revealed = json.dumps(page.evaluate("window.caught"), ensure_ascii=False)
    assert all(one.name in revealed for one in known.values()), "and now they are named"


def test_two_side_by_side_are_named_switched_and_changed(listener):
    page = listener.page
    page.fill("#ks-quick-text textarea", "Good morning to you.")
    page.click("#ks-quick-begin")
    listener.wait_for("trial")
    names = listener.trial.locator(".ks-side-name")
    expect(names).to_have_text(["Heart · American English", "Bella · American English"])
    play = listener.trial.locator(".ks-trial-play")
    expect(play).to_have_attribute("aria-label", "Pause")  # it plays at once
    for key in "ba":
        page.keyboard.press(key)
        side = listener.trial.locator(f".ks-side[data-side={key.upper()}]")
        expect(side).to_have_attribute("aria-pressed", "true")
    expect(play).to_have_attribute("aria-label", "Play")  # until its end
    page.keyboard.press(" ")
    expect(play).to_have_attribute("aria-label", "Pause")
    page.locator(".ks-swap").click()
    expect(names).to_have_text(["Bella · American English", "Heart · American English"])
    page.keyboard.press("n")
    expect(page.locator("#ks-quick-text textarea")).not_to_have_value("Good morning to you.")


def test_a_mistake_is_told_and_nothing_is_lost(listener):
    page = listener.page
    page.fill("#ks-quick-a input", "af_hart")
    page.locator("#ks-quick-a input").press("Enter")
    page.click("#ks-quick-begin")
    expect(page.get_by_text("did you mean af_heart")).to_be_visible()
    expect(page.locator("#ks-quick-text textarea")).not_to_have_value("")


def test_a_test_that_was_left_goes_on_after_a_reload(visit):
    studio = visit()
    listener = Listener(studio)
    begin_arena(listener)
    listener.hear_all()
    listener.vote("tie")
    listener.wait_for("told")
    studio.reload()
    listener = Listener(studio)
    studio.page.get_by_role("button", name="Go on with the arena: 1 of 10 answered").click()
    listener.wait_for("trial")
    listener.wait_for_count(2, 10)


def test_two_tabs_with_one_trial_count_once(visit):
    studio = visit()
    first = Listener(studio)
    begin_arena(first)
    first.hear_all()
    first.vote("tie")
    first.wait_for("told")
    first.go_on()
    first.wait_for_count(2, 10)
    second = Listener(Studio(studio.page.context.new_page(), studio.page.url))
    second.page.get_by_role("button", name="Go on with the arena: 1 of 10 answered").click()
    second.wait_for_count(2, 10)
    for tab in (first, second):
        tab.hear_all()
    assert first.token() == second.token(), "the same trial in both"
    first.vote("A")
    first.wait_for("told")
    second.vote("B")
    second.wait_for_count(3, 10)
    votes = [vote for vote in answered(kind="arena") if vote.trial.token == first.token()]
    assert [vote.response.choice for vote in votes] == ["A"]


def test_the_compare_tab_is_accessible(visit):
    from axe_playwright_python.sync_playwright import Axe

    for scheme in ("light", "dark"):
        listener = Listener(visit(scheme=scheme))
        for mode in ("Quick A/B", "Blind test", "Arena"):
            listener.mode(mode)
            listener.studio.settle()
            found = Axe().run(listener.page)
            serious = [
                (v["id"], [node["html"][:120] for node in v["nodes"]])
                for v in found.response["violations"]
                if v["impact"] in ("serious", "critical")
            ]
            assert not serious, (scheme, mode, serious)

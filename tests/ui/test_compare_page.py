"""The Compare tab as a visitor finds it: lists, forms, what stays and what goes."""

from __future__ import annotations

import re

import numpy as np
import pytest
import soundfile
from playwright.sync_api import expect

from kokoro_studio.voices import delete_voice, keep_blend, rename_voice

from .listener import Listener, begin_arena, set_up

LISTS = ("#ks-quick-a", "#ks-quick-b", "#ks-contestant-voice")


@pytest.fixture
def listener(studio) -> Listener:
    return Listener(studio)


def expect_in_list(listener: Listener, elem_id: str, name: str, times: int = 1) -> None:
    """How often a name is in a list of voices that is opened by a click."""
    listener.mode("Blind test" if "contestant" in elem_id else "Quick A/B")
    listener.page.locator(f"{elem_id} input").click()
    options = listener.page.locator(f"{elem_id} [role=option]")
    expect(options.filter(has_text="Puck")).to_be_attached()
    expect(options.filter(has_text=name)).to_have_count(times)
    listener.page.keyboard.press("Tab")


def test_own_voices_are_in_every_list_after_a_reload(visit):
    studio = visit()  # the studio has started, and its page was built, before there are any
    own = keep_blend("Lighthouse keeper", "bf_emma*0.6 + bm_george*0.4")
    try:
        studio.reload()
        listener = Listener(studio)
        for elem_id in LISTS:
            expect_in_list(listener, elem_id, "Lighthouse keeper")
        own = rename_voice(own.id, "Harbour master")
        studio.reload()
        listener = Listener(studio)
        expect_in_list(listener, LISTS[0], "Harbour master")
        expect_in_list(listener, LISTS[0], "Lighthouse keeper", times=0)
    finally:
        delete_voice(own.id)
    studio.reload()
    listener = Listener(studio)
    expect_in_list(listener, LISTS[0], "Harbour master", times=0)


@pytest.fixture
def recording(tmp_path):
    path = tmp_path / "Me, reading.wav"
    time = np.arange(36_000) / 24_000
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * 220 * time) * np.sin(np.pi * time / 1.5), 24_000)
    return path


def test_a_recording_is_added_with_its_words_and_heard_in_a_test(listener, recording):
    page = listener.page
    listener.mode("Blind test")
    page.get_by_role("button", name="Add a recording").click()
    add = page.get_by_role("button", name="Add the recording")
    expect(page.get_by_text("A recording says one text only")).to_be_visible()
    add.click()
    expect(page.get_by_text("choose an audio file first")).to_be_visible()
    page.locator("#ks-recording-file input[type=file]").set_input_files(recording)
    expect(page.locator("#ks-recording-file")).to_contain_text("Me, reading")
    add.click()
    expect(page.get_by_text("Write what the recording says")).to_be_visible()
    page.get_by_label("What the recording says, word for word").fill("Come in, please.")
    add.click()
    rows = page.locator("#ks-contestants li")
    expect(rows).to_have_count(3)
    expect(rows.last).to_contain_text("a recording of “Come in, please.”")
    expect(page.get_by_label("What the recording says, word for word")).to_have_value("")
    page.get_by_label("Remove Bella").click()
    expect(rows).to_have_count(2)
    page.click("#ks-test-begin")
    listener.wait_for("levels")
    page.locator(".ks-sounds-right").click()
    listener.wait_for("trial")
    expect(listener.trial.locator(".ks-trial-sentence")).to_have_text("Come in, please.")


def answer(listener: Listener, right: bool) -> None:
    """Of an ABX trial, by what its sounds are."""
    listener.hear_all()
    a, b, x = (listener.sound(label) for label in "ABX")
    is_a = np.square(a - x).sum() < np.square(b - x).sum()
    listener.vote("X=A" if is_a == right else "X=B")


def begin_abx(listener: Listener) -> None:
    page = listener.page
    set_up(listener, "ABX", 4)
    page.get_by_label("Begin with practice").uncheck()
    page.click("#ks-test-begin")
    listener.wait_for("levels")
    page.locator(".ks-sounds-right").click()
    listener.wait_for_count(1, 4)


def test_results_and_wrong_answers_stay_with_their_verdict(listener):
    page = listener.page
    begin_abx(listener)
    for number in range(1, 5):
        listener.wait_for_count(number, 4)
        answer(listener, right=number != 2)
    listener.wait_for("verdict")
    expect(listener.trial).to_contain_text("Hear your wrong answers again")
    wrong = listener.trial.locator(".ks-wrong-trials li")
    expect(wrong).to_have_count(1)
    expect(wrong).to_contain_text("Trial 2: X was")
    for label in "AXB":
        side = wrong.get_by_role("button", name=re.compile(f"^{label} "))
        side.click()
        expect(side).to_have_attribute("aria-pressed", "true")
    files = page.locator("#ks-results")
    expect(page.locator("#ks-results-csv")).to_be_visible()
    page.get_by_role("button", name="Done").click()
    expect(files).to_be_hidden()
    begin_arena(listener)
    expect(files).to_be_hidden()


def test_a_test_that_is_left_for_another_is_not_lost(listener):
    page = listener.page
    begin_arena(listener)
    listener.hear_all()
    listener.vote("tie")
    listener.wait_for("told")
    page.get_by_role("button", name="Leave").click()
    begin_abx(listener)
    answer(listener, right=True)
    listener.wait_for_count(2, 4)
    leave = listener.trial.locator(".ks-trial-leave")
    leave.click()
    leave.click()
    going_on = page.get_by_role("group", name="Tests to go on with").get_by_role("button")
    expect(going_on).to_have_count(2)
    expect(going_on.first).to_contain_text("Go on with your ABX test: 1 of 4 answered")
    expect(going_on.last).to_contain_text("Go on with the arena: 1 of 10 answered")
    going_on.last.click()
    listener.wait_for_count(2, 10)


def test_a_score_in_the_middle_is_given_by_a_click(listener):
    page = listener.page
    set_up(listener, "Scores", 4)
    page.get_by_label("Begin with practice").uncheck()
    page.click("#ks-test-begin")
    listener.wait_for("levels")
    page.locator(".ks-sounds-right").click()
    listener.wait_for_count(1, 5)
    listener.hear_all()
    expect(listener.trial.locator(".ks-trial-reason")).to_have_text("Rate A and B too.")
    listener.trial.get_by_label("Score of A").click()  # in its middle, where it stands
    expect(listener.trial.locator(".ks-rating-number").first).to_have_text("50")
    slider = listener.trial.get_by_label("Score of B")
    slider.focus()
    slider.press("Enter")
    expect(listener.trial.locator(".ks-trial-reason")).to_have_text("")
    expect(listener.trial.get_by_role("button", name="Submit")).to_be_enabled()


def test_control_and_enter_hear_both_voices(listener):
    page = listener.page
    page.fill("#ks-quick-text textarea", "Good morning.")
    page.locator("#ks-quick-text textarea").press("Control+Enter")
    listener.wait_for("trial")
    expect(page.locator("#ks-stop")).to_be_hidden()
    assert page.get_attribute("#ks-audio", "data-take") is None, "the Speak tab stays silent"


CLIPPED_JS = """label => {
  const ring = label.getBoundingClientRect();
  const reach = 4;
  for (let node = label.parentElement; node; node = node.parentElement) {
    if (getComputedStyle(node).overflow === 'visible') continue;
    const box = node.getBoundingClientRect();
    if (ring.top - reach < box.top || ring.left - reach < box.left ||
        ring.right + reach > box.right || ring.bottom + reach > box.bottom)
      return node.id || node.className;
  }
  return '';
}"""


@pytest.mark.parametrize("width", [1280, 390])
def test_the_focus_ring_of_a_mode_is_not_cut_off(visit, width):
    listener = Listener(visit(width=width))
    for name in ("Quick A/B", "Blind test", "Arena"):
        label = listener.page.locator("#ks-mode label").filter(has_text=name)
        label.locator("input").focus()
        assert not label.evaluate(CLIPPED_JS), name


def test_the_weights_of_headings_are_in_order(visit):
    from axe_playwright_python.sync_playwright import Axe

    listener = Listener(visit())
    for mode in ("Quick A/B", "Blind test", "Arena"):
        listener.mode(mode)
        listener.studio.settle()
        found = Axe().run(listener.page)
        assert "heading-order" not in {rule["id"] for rule in found.response["violations"]}, mode

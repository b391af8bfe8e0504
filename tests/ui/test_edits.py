"""The last thing a person does wins, however late the server's answers come."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

SLOW_MILLISECONDS = 300


@pytest.fixture(params=[0, SLOW_MILLISECONDS], ids=["fast", "slow"])
def slow(request, studio):
    """The studio over a network that answers so late."""
    network = studio.page.context.new_cdp_session(studio.page)
    network.send("Network.enable")
    network.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": request.param,
            "downloadThroughput": -1,
            "uploadThroughput": -1,
        },
    )
    return studio


def rows(page) -> list[str]:
    return page.locator("#ks-mix .ks-rows output").all_text_contents()


def press(page, label: str, key: str, times: int) -> None:
    slider = page.get_by_label(label, exact=True)
    slider.focus()
    for _ in range(times):
        slider.press(key)


def open_mix(studio) -> None:
    studio.page.get_by_role("tab", name="Mix").click()
    studio.page.wait_for_selector(".ks-desk")


def test_a_formula_typed_after_a_slider_moved_stays(slow):
    page = slow.page
    slow.formula("af_heart*0.6 + af_bella*0.4")
    expect(page.get_by_label("Weight of Bella", exact=True)).to_be_visible()
    press(page, "Weight of Heart", "ArrowLeft", 5)
    slow.formula("af_heart*0.7 + bf_emma*0.3")
    expect(page.get_by_label("Weight of Emma", exact=True)).to_be_visible()
    slow.settle()
    slow.expect_formula("af_heart*0.7 + bf_emma*0.3")
    assert rows(page) == ["70%", "30%"]


def test_a_slider_moved_after_a_formula_was_typed_wins_in_the_box_too(slow):
    page = slow.page
    slow.formula("af_heart*0.6 + af_bella*0.4")
    expect(page.get_by_label("Weight of Bella", exact=True)).to_be_visible()
    slow.formula("af_heart*0.5 + af_bella*0.5")
    press(page, "Weight of Heart", "Home", 1)
    slow.expect_formula("af_bella")
    slow.settle()
    slow.expect_formula("af_bella")
    assert rows(page) == ["0%", "100%"]


def test_a_slider_moved_before_an_added_voice_is_shown_keeps_that_voice(slow):
    page = slow.page
    slow.formula("af_heart*0.6 + af_bella*0.4")
    expect(page.get_by_label("Weight of Bella", exact=True)).to_be_visible()
    page.get_by_label("Add Emma to the mix").click()
    press(page, "Weight of Heart", "Home", 1)
    expect(page.get_by_label("Weight of Emma", exact=True)).to_be_visible()
    slow.settle()
    assert rows(page) == ["0%", "44%", "56%"]
    slow.expect_formula("af_bella*0.444 + bf_emma*0.556")


def test_voices_added_quickly_one_after_the_other_are_all_there(slow):
    page = slow.page
    for name in ("Bella", "Emma"):
        page.get_by_label(f"Add {name} to the mix").click()
    expect(page.get_by_label("Weight of Emma", exact=True)).to_be_visible()
    slow.expect_formula("af_heart*0.334 + af_bella*0.333 + bf_emma*0.333")
    slow.settle()
    assert rows(page) == ["34%", "33%", "33%"]


def test_typing_back_an_earlier_mix_moves_the_sliders_back(slow):
    page = slow.page
    slow.formula("af_heart*0.6 + af_bella*0.4")
    expect(page.get_by_label("Weight of Bella", exact=True)).to_be_visible()
    press(page, "Weight of Bella", "Home", 1)
    slow.expect_formula("af_heart")
    press(page, "Weight of Bella", "End", 1)
    slow.expect_formula("af_heart*0.375 + af_bella*0.625")
    slow.formula("af_heart")
    expect(page.locator("#ks-mix .ks-rows output")).to_have_text(["100%"])


def test_letters_typed_after_enter_are_kept(slow):
    page = slow.page
    box = page.locator("#ks-formula textarea")
    box.fill("af_heart*.6+bf_emma*.4")
    box.press("Enter")
    box.press_sequentially(" + am_puck*.2")
    box.press("Enter")
    slow.expect_formula("af_heart*0.5 + bf_emma*0.3333 + am_puck*0.1667")


def test_letters_typed_after_a_voice_is_chosen_are_kept(slow):
    page = slow.page
    slow.write("One.")
    page.locator("#ks-picker label", has_text="af_bella").click()
    box = page.locator("#ks-text textarea")
    box.focus()
    box.press("End")
    box.press_sequentially(" Two.", delay=30)
    slow.settle()
    expect(box).to_have_value("One. Two.")
    slow.expect_formula("af_bella")


def test_on_the_desk_a_fader_moved_after_typing_wins_everywhere(slow):
    page = slow.page
    open_mix(slow)
    box = page.locator("#ks-mix-formula textarea")
    box.fill("af_heart*0.6 + bf_emma*0.4")
    expect(page.locator(".ks-channel")).to_have_count(2)
    box.fill("af_heart*0.2 + am_puck*0.8")
    press(page, "Amount of Heart", "ArrowRight", 5)
    slow.settle()
    names = {"af_heart": "Heart", "bf_emma": "Emma", "am_puck": "Puck"}
    shown = {names[part.split("*")[0]] for part in box.input_value().split(" + ")}
    assert set(page.locator(".ks-voice-name").all_text_contents()) == shown


def test_on_the_desk_a_formula_typed_after_a_fader_moved_wins_everywhere(slow):
    page = slow.page
    open_mix(slow)
    box = page.locator("#ks-mix-formula textarea")
    box.fill("af_heart*0.6 + bf_emma*0.4")
    expect(page.locator(".ks-channel")).to_have_count(2)
    press(page, "Amount of Heart", "ArrowRight", 5)
    box.fill("af_heart*0.2 + am_puck*0.8")
    expect(page.locator(".ks-voice-name")).to_have_text(["Heart", "Puck"])
    slow.settle()
    expect(box).to_have_value("af_heart*0.2 + am_puck*0.8")
    expect(page.locator(".ks-fader output")).to_have_text(["20%", "80%"])


def test_a_mix_in_which_nothing_is_heard_is_told(studio):
    press(studio.page, "Weight of Heart", "Home", 1)
    expect(studio.page.locator("#ks-mix .ks-problem")).to_contain_text("Every slider is at 0")
    studio.complaints.clear()

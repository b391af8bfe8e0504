"""The Mix tab in a real browser: building a mix, hearing it, keeping it, sending it on."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import numpy as np
import pytest
import torch
from playwright.sync_api import expect

from kokoro_studio.voices import (
    Blend,
    all_voices,
    card_of,
    find_own,
    load_pack,
    mix,
    parse_formula,
    write_voice_file,
)

SPLIT = "timbre(af_heart*0.6 + bf_emma*0.4) delivery(am_puck*0.7 + af_heart*0.3)"


def test_three_voices_with_split_halves_undone_saved_found_and_taken_along(
    desk, visit, tmp_path, transcribe
):
    page, studio = desk.page, desk.studio
    desk.expect("af_heart")
    for name, count in (("Emma", 2), ("Puck", 3)):
        desk.add(name)
        expect(page.locator(".ks-channel")).to_have_count(count)
    desk.expect("af_heart*0.5 + bf_emma*0.25 + am_puck*0.25")
    desk.press("Move timbre and delivery of Puck as one")
    desk.fader("Timbre", "Puck").fill("0")
    manner = "delivery(af_heart*0.5 + bf_emma*0.25 + am_puck*0.25)"
    desk.expect(f"timbre(af_heart*0.667 + bf_emma*0.333) {manner}")
    desk.press("Move timbre and delivery of Emma as one")
    desk.fader("Delivery", "Emma").fill("0")
    kept = "timbre(af_heart*0.667 + bf_emma*0.333) delivery(af_heart*0.667 + am_puck*0.333)"
    desk.expect(kept)
    desk.fader("Amount", "Heart").fill("0.1")
    desk.fader("Delivery", "Puck").fill("0.9")
    desk.expect("timbre(af_heart*0.167 + bf_emma*0.833) delivery(af_heart*0.1 + am_puck*0.9)")
    desk.press("Undo")
    desk.press("Undo")
    desk.expect(kept)
    desk.press("Redo")
    desk.press("Undo")
    desk.expect(kept)

    page.fill(".ks-keep-name", "Heart")
    expect(page.locator(".ks-keep-words")).to_contain_text("already")
    page.fill(".ks-keep-name", "Night narrator")
    expect(page.locator(".ks-keep-words")).to_contain_text("af_night_narrator")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".ks-own-voice")).to_have_count(1)
    expected = mix(parse_formula(kept))
    assert torch.equal(load_pack("af_night_narrator"), expected)

    expect(page.locator("#ks-picker [aria-label=Yours]")).to_be_attached()
    studio.reload()
    page.get_by_role("tab", name="Speak").click()  # a reload opens the tab that was open
    yours = page.get_by_role("group", name="Yours")
    yours.get_by_text("Night narrator").click()
    studio.expect_formula("af_night_narrator")
    studio.write("The quick brown fox jumps over the lazy dog.")
    heard = studio.speak()
    assert "quick brown fox" in transcribe(studio.samples())
    expect(page.locator(".ks-what")).to_contain_text("Night narrator · American English")

    desk.open()
    desk.expect(kept)  # the desk is as it was left
    with page.expect_download() as download:
        page.get_by_label("Download Night narrator as").select_option("pt")
    assert download.value.suggested_filename == "af_night_narrator.pt"
    path = tmp_path / "af_night_narrator.pt"
    download.value.save_as(path)
    pack = torch.load(path, weights_only=True)
    assert pack.shape == (510, 1, 256) and torch.equal(pack[:, 0], expected)

    page.set_input_files("input[data-testid$='-upload-button']", path)
    expect(page.locator(".ks-told")).to_contain_text("imported")
    expect(page.locator(".ks-own-voice")).to_have_count(2)
    assert torch.equal(load_pack("af_night_narrator_2"), expected)
    assert len(heard) > 24_000


def test_the_formula_is_edited_both_ways_and_mistakes_are_pointed_at(desk):
    page = desk.page
    desk.formula("af_heart(3)+bf_emma(1)-am_adam(0.4)")
    expect(page.locator(".ks-channel")).to_have_count(3)
    assert desk.shares() == ["75%", "25%", "-10%"]
    page.locator("#ks-mix-formula textarea").blur()
    desk.expect("af_heart*0.75 + bf_emma*0.25 - am_adam*0.1")
    desk.formula("af_heart*0.6 + bf_ema*0.4")
    expect(page.locator(".ks-desk-problem p")).to_contain_text("did you mean bf_emma")
    expect(page.locator(".ks-desk-problem mark")).to_have_text("bf_ema")
    expect(page.locator(".ks-channel")).to_have_count(3)
    desk.formula("af_heart*0.6 + bf_emma*0.4 @slerp")
    expect(page.locator(".ks-method")).to_have_value("slerp")
    page.select_option(".ks-method", "nlerp")
    desk.expect("af_heart*0.6 + bf_emma*0.4 @nlerp")


def test_solo_mute_lock_normalise_and_clear(desk):
    page = desk.page
    desk.formula("af_heart*0.5 + bf_emma*0.3 + am_puck*0.2")
    expect(page.locator(".ks-channel")).to_have_count(3)
    desk.press("Hear Emma alone")
    desk.expect("bf_emma")
    desk.press("Hear Emma alone")
    desk.press("Leave Heart out")
    desk.expect("bf_emma*0.6 + am_puck*0.4")
    desk.press("Leave Heart out")
    desk.expect("af_heart*0.5 + bf_emma*0.3 + am_puck*0.2")
    desk.press("Hold the share of Puck")
    desk.fader("Amount", "Heart").fill("1")
    desk.expect("af_heart*0.615 + bf_emma*0.185 + am_puck*0.2")
    assert desk.shares() == ["62%", "18%", "20%"]
    desk.press("Scale to 100 %")
    expect(desk.fader("Amount", "Heart")).to_have_value("0.62")
    desk.press("Push away from Emma")
    expect(page.locator(".ks-fader output").nth(1)).to_contain_text("-")
    desk.press("Clear")
    expect(page.locator(".ks-starters")).to_be_visible()
    desk.press("A warm narrator")
    expect(page.locator(".ks-channel")).to_have_count(3)


def test_the_pitch_of_the_timbre_is_kept_on_request(desk):
    page = desk.page
    keep = page.get_by_label("Keep the pitch of the timbre")
    expect(keep).to_be_hidden()
    desk.formula("timbre(bf_emma) delivery(am_puck)")
    expect(page.locator(".ks-height-words")).to_contain_text("comes with the delivery")
    keep.check()
    desk.expect("timbre(bf_emma) delivery(am_puck) pitch(bf_emma)")
    expect(page.locator(".ks-height-words")).to_contain_text("the same person")
    desk.fader("Timbre", "Puck").fill("0.25")
    shares = "bf_emma*0.8 + am_puck*0.2"
    desk.expect(f"timbre({shares}) delivery(am_puck) pitch({shares})")
    desk.press("Undo")
    desk.press("Undo")
    desk.expect("timbre(bf_emma) delivery(am_puck)")
    expect(keep).not_to_be_checked()
    desk.formula("timbre(bf_emma) delivery(am_puck) pitch(bm_george)")
    expect(page.locator(".ks-height-words")).to_contain_text("that of George")
    expect(keep).not_to_be_checked()
    keep.check()
    desk.expect("timbre(bf_emma) delivery(am_puck) pitch(bf_emma)")
    keep.uncheck()
    desk.expect("timbre(bf_emma) delivery(am_puck)")


def test_a_b_goes_back_and_forth(desk):
    desk.formula("af_heart*0.5 + bf_emma*0.5")
    expect(desk.page.locator(".ks-channel")).to_have_count(2)
    desk.fader("Amount", "Emma").fill("0.1")
    desk.expect("af_heart*0.833 + bf_emma*0.167")
    desk.press("Switch to the mix before")
    desk.expect("af_heart*0.5 + bf_emma*0.5")
    desk.press("This is mix B: switch to A")
    desk.expect("af_heart*0.833 + bf_emma*0.167")


def test_randomise_moves_by_the_chosen_amount_and_leaves_locked_rows(desk):
    page = desk.page
    desk.formula("af_heart*0.4 + bf_emma*0.4 + am_puck*0.2")
    expect(page.locator(".ks-channel")).to_have_count(3)
    page.get_by_label("How far to randomise").fill("0")
    desk.press("Randomise")
    desk.expect("af_heart*0.4 + bf_emma*0.4 + am_puck*0.2")
    desk.press("Hold the share of Puck")
    page.get_by_label("How far to randomise").fill("100")
    for _ in range(3):
        desk.press("Randomise")
    expect(page.locator("#ks-mix-formula textarea")).not_to_have_value(re.compile("heart.0.4 "))
    assert dict(parse_formula(desk.formula()).timbre)["am_puck"] == pytest.approx(0.2, abs=0.002)


def test_a_morph_is_built_heard_and_judged(desk):
    page = desk.page
    desk.press("Morph to…")
    expect(page.locator(".ks-desk-search input")).to_be_focused()
    desk.expect("af_heart")  # nobody is taken without being asked for
    page.keyboard.type("Michael")
    page.keyboard.press("Enter")
    expect(page.locator(".ks-stage")).to_have_count(2)
    desk.expect("af_heart -> am_michael")
    desk.formula("af_heart -> am_michael @slerp")
    expect(page.locator(".ks-stage").last).to_contain_text("To: Michael")
    page.click("#ks-audition-play")
    samples = desk.studio.take()
    assert np.abs(samples).max() > 0.05
    expect(page.locator(".ks-what")).to_contain_text("Heart · American English → Michael")


def test_an_audition_is_heard_by_button_keyboard_and_at_each_change(desk, transcribe):
    page, studio = desk.page, desk.studio
    page.click("#ks-audition-play")
    assert len(studio.take()) < 1.5 * 24_000
    assert "here i am" in transcribe(studio.samples())
    first = page.get_attribute("#ks-audio", "data-take")
    page.fill("#ks-audition textarea", "My own words instead.")
    page.keyboard.press("Control+Enter")
    studio.take(other_than=first)
    assert "own words" in transcribe(studio.samples())
    page.check("#ks-auto input")
    second = page.get_attribute("#ks-audio", "data-take")
    desk.add("Emma")
    studio.take(other_than=second)
    expect(page.locator(".ks-what")).to_contain_text("Heart + 33% Emma")


def test_a_share_link_opens_the_same_mix_elsewhere(desk, browser, url):
    page = desk.page
    desk.formula(SPLIT)
    expect(page.locator(".ks-channel")).to_have_count(3)
    desk.press("Copy link")
    link = page.input_value(".ks-link-box")
    assert parse_qs(urlparse(link).query)["mix"] == [SPLIT]
    other = browser.new_context()
    try:
        elsewhere = other.new_page()
        elsewhere.goto(link)
        expect(elsewhere.locator("#ks-mix-formula textarea")).to_have_value(SPLIT)
        expect(elsewhere.locator(".ks-channel")).to_have_count(3)
        expect(elsewhere.get_by_role("tab", name="Mix")).to_have_attribute("aria-selected", "true")
        elsewhere.goto(f"{url}?mix=af_nobody")
        expect(elsewhere.locator(".toast-body")).to_contain_text("no voice 'af_nobody'")
        expect(elsewhere.locator("#ks-mix-formula textarea")).to_have_value(SPLIT)
    finally:
        other.close()


def test_between_the_tabs(desk):
    page = desk.page
    desk.formula(SPLIT)
    expect(page.locator(".ks-channel")).to_have_count(3)
    page.click("#ks-use")
    desk.studio.expect_formula(SPLIT)
    expect(page.locator("#ks-speak")).to_be_visible()
    expect(page.locator(".ks-note")).to_contain_text("Mix tab")
    desk.studio.formula("bf_emma")
    page.click("#ks-to-mix")
    expect(page.locator(".ks-desk")).to_be_visible()
    desk.expect("bf_emma")


def test_the_meter_warns_before_anything_is_rendered(desk):
    words = desk.page.locator(".ks-meter-words")
    expect(words).to_contain_text("Within the released voices")
    desk.formula("timbre(af_heart) delivery(af_heart - am_adam*4)")
    expect(words).to_contain_text("Far from every released voice")
    expect(words).to_contain_text("It is the delivery that lies outside")
    expect(desk.page.locator("[data-half=timbre] output")).to_have_text("inside")
    expect(desk.page.locator("[data-half=delivery] output")).to_have_text("far outside")
    desk.page.click(".ks-meter-figures summary")
    expect(desk.page.locator(".ks-meter-figures")).to_contain_text("% strong")


def test_traits_are_measured_on_request(desk):
    page = desk.page
    desk.formula("af_heart*0.5 + am_adam*0.5")
    expect(page.locator(".ks-trait-parents").first).to_contain_text("Adam")
    assert page.locator(".ks-trait-mix").count() == 0
    page.click(".ks-measure")
    expect(page.locator(".ks-trait-mix").first).to_be_attached()
    pitch = float(page.locator(".ks-trait-head output").first.text_content().split()[0])
    assert 100 < pitch < 220
    expect(page.locator(".ks-trait")).to_have_count(5)  # Clarity too, measured here or not
    expect(page.locator(".ks-trait-head output").last).to_contain_text(
        re.compile(r"of 5|not measured here")
    )


def test_own_voices_are_renamed_copied_noted_deleted_and_brought_back(desk):
    page = desk.page
    page.fill(".ks-keep-name", "First")
    page.get_by_role("button", name="Save", exact=True).click()
    name = page.get_by_label("Name of First")
    name.fill("Renamed")
    name.press("Enter")
    expect(page.locator(".ks-own-voice .ks-voice-id")).to_have_text("af_renamed")
    notes = page.get_by_label("Notes of Renamed")
    notes.fill("soft <b>&</b> `${1}` {{x}}")
    notes.press("Enter")
    expect(page.locator(".ks-told")).to_contain_text("kept")
    assert find_own("af_renamed").notes == "soft <b>&</b> `${1}` {{x}}"
    desk.press("Duplicate Renamed")
    expect(page.locator(".ks-own-voice")).to_have_count(2)
    page.get_by_role("button", name="Delete Renamed", exact=True).click()
    expect(page.locator(".ks-own-voice")).to_have_count(1)
    page.get_by_role("button", name="Bring it back").click()
    expect(page.locator(".ks-own-voice")).to_have_count(2)
    assert {"af_renamed", "af_renamed_2"} <= set(all_voices())
    page.get_by_role("button", name="Hear Renamed", exact=True).click()
    assert np.abs(desk.studio.take()).max() > 0.05


def test_saving_does_not_wait_for_the_name_to_be_judged(desk):
    page = desk.page
    held = []

    def judges(request) -> bool:
        return '"check"' in (request.post_data or "")

    def hold(route) -> None:
        held.append(route) if judges(route.request) else route.continue_()

    page.route("**/gradio_api/**", hold)
    with page.expect_request(judges):
        page.fill(".ks-keep-name", "Hasty")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".ks-told")).to_have_text("Hasty is saved as af_hasty.")
    with page.expect_response(lambda response: judges(response.request)):
        held[0].continue_()
    expect(page.locator(".ks-own-voice .ks-voice-id")).to_have_text("af_hasty")
    expect(page.locator(".ks-keep-words")).to_be_empty()


def test_an_imported_voice_joins_the_options_that_are_open(desk, tmp_path):
    page = desk.page
    page.fill(".ks-desk-search input", "Good")
    expect(page.locator(".ks-options")).to_contain_text("No voice is like that.")
    write_voice_file(tmp_path / "bm_good.pt", [card_of("bm_george")])
    page.set_input_files("input[data-testid$='-upload-button']", tmp_path / "bm_good.pt")
    page.get_by_role("button", name="Add Good", exact=True).click()
    desk.expect("af_heart*0.667 + bm_good*0.333")


def test_a_file_that_is_no_voice_is_one_sentence_and_the_others_are_kept(desk, tmp_path):
    page = desk.page
    write_voice_file(tmp_path / "bm_good.pt", [card_of("bm_george")])
    (tmp_path / "bad.pt").write_bytes(b"\x80\x04not a voice")
    page.set_input_files(
        "input[data-testid$='-upload-button']",
        [tmp_path / "bad.pt", Path(tmp_path / "bm_good.pt")],
    )
    expect(page.locator(".ks-told")).to_contain_text("Good imported.")
    expect(page.locator(".ks-told .ks-warns")).to_contain_text("bad.pt is not a voice file")
    desk.add("Good")
    desk.expect("af_heart*0.667 + bm_good*0.333")
    assert isinstance(parse_formula(desk.formula()), Blend)

"""What the desk keeps, tells and takes back: reloads, links, silence, undo, other voices."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from kokoro_studio.voices import card_of, keep_blend, write_voice_file

THREE = "af_heart*0.5 + bf_emma*0.3 + am_puck*0.2"
MINE = "af_heart*0.7 + am_puck*0.3"
THEIRS = "bf_emma*0.4 + bm_george*0.6"


def channels(desk, count: int) -> None:
    expect(desk.page.locator(".ks-channel")).to_have_count(count)


@pytest.fixture
def three(desk):
    desk.formula(THREE)
    channels(desk, 3)
    return desk


def reload(desk) -> None:
    desk.studio.settle()
    desk.studio.reload()
    desk.open()


def test_solo_mute_and_lock_survive_a_reload(three):
    page = three.page
    three.press("Hear Emma alone")
    three.expect("bf_emma")
    reload(three)
    three.expect("bf_emma")
    channels(three, 3)
    expect(page.get_by_role("button", name="Hear Emma alone")).to_have_attribute(
        "aria-pressed", "true"
    )
    three.press("Hear Emma alone")
    three.expect(THREE)
    three.press("Leave Heart out")
    three.press("Hold the share of Puck")
    three.expect("bf_emma*0.6 + am_puck*0.4")
    reload(three)
    channels(three, 3)
    expect(three.fader("Amount", "Puck")).to_be_disabled()
    three.press("Leave Heart out")
    expect(page.locator("#ks-mix-formula textarea")).not_to_have_value("bf_emma*0.6 + am_puck*0.4")
    assert "af_heart" in three.formula()


def test_when_nothing_is_heard_everything_says_so(three):
    page = three.page
    silent = page.locator(".ks-silent-mix")
    for name in ("Heart", "Emma", "Puck"):
        three.press(f"Leave {name} out")
    expect(silent).to_have_text("Nothing is heard: raise a fader, or unmute a voice.")
    three.expect("")
    expect(page.locator("#ks-audition-play")).to_be_disabled()
    expect(page.locator("#ks-use")).to_be_disabled()
    expect(page.locator(".ks-meter-words")).to_contain_text("Nothing is heard")
    page.fill(".ks-keep-name", "Silence")
    expect(page.locator(".ks-keep-words")).to_contain_text("Nothing is heard in this mix")
    three.press("Copy link")
    expect(page.locator(".ks-shared")).to_contain_text("nothing to share")
    expect(page.locator(".ks-link-box")).to_be_hidden()
    reload(three)
    three.expect("")
    channels(three, 3)
    three.press("Leave Heart out")
    three.expect("af_heart")
    expect(page.locator("#ks-audition-play")).to_be_enabled()
    expect(silent).to_be_hidden()
    three.press("Clear")
    three.expect("")
    expect(page.locator("#ks-audition-play")).to_be_disabled()
    three.press("Undo")
    three.expect("af_heart")
    channels(three, 3)


def test_a_half_without_a_voice_is_named(desk):
    desk.formula("timbre(af_heart) delivery(am_puck)")
    channels(desk, 2)
    desk.fader("Delivery", "Puck").fill("0")
    expect(desk.page.locator(".ks-silent-mix")).to_have_text(
        "No voice gives the delivery: raise a fader of delivery."
    )
    desk.expect("")


def test_a_link_keeps_my_own_mix_and_lets_go_of_the_address(desk, url):
    page = desk.page
    desk.formula(THREE)
    channels(desk, 3)
    desk.press("Leave Emma out")
    mine = "af_heart*0.714 + am_puck*0.286"
    desk.expect(mine)
    page.goto(f"{url}?mix={quote(THEIRS)}&other=1")
    desk.studio.wait_until_ready()
    desk.expect(THEIRS)
    expect(page.locator(".ks-from-link")).to_contain_text("yours is kept")
    page.wait_for_function("!location.search.includes('mix')")
    assert page.evaluate("location.search") == "?other=1"
    desk.fader("Amount", "Emma").fill("0.9")
    desk.expect("bf_emma*0.6 + bm_george*0.4")
    reload(desk)
    desk.expect("bf_emma*0.6 + bm_george*0.4")  # what I made of it, not what the link said
    desk.press("Back to my mix")
    desk.expect(mine)
    channels(desk, 3)  # the muted voice too
    expect(page.locator(".ks-from-link")).to_be_hidden()
    reload(desk)
    desk.expect(mine)
    desk.studio.complaints.clear()


def test_a_link_can_be_kept(desk, url):
    desk.formula(MINE)
    channels(desk, 2)
    desk.page.goto(f"{url}?mix={quote(THEIRS)}")
    desk.studio.wait_until_ready()
    desk.press("Keep this one")
    expect(desk.page.locator(".ks-from-link")).to_be_hidden()
    reload(desk)
    desk.expect(THEIRS)
    expect(desk.page.locator(".ks-from-link")).to_be_hidden()
    desk.studio.complaints.clear()


def test_a_first_visit_by_link_has_nothing_to_go_back_to(visit_desk):
    desk = visit_desk(path=f"?mix={quote(THEIRS)}")
    desk.expect(THEIRS)
    expect(desk.page.locator(".ks-from-link")).to_be_hidden()


def test_a_link_says_what_it_cannot_bring_elsewhere(desk, tmp_path):
    page = desk.page
    write_voice_file(tmp_path / "bm_good.pt", [card_of("bm_george")])
    page.set_input_files("input[data-testid$='-upload-button']", tmp_path / "bm_good.pt")
    expect(page.locator(".ks-own-voice")).to_have_count(1)
    desk.formula("af_heart*0.5 + bm_good*0.5")
    channels(desk, 2)
    desk.press("Copy link")
    told = page.locator(".ks-shared")
    expect(told).to_contain_text("no other has Good")
    expect(told).to_contain_text("download the mix as a voice card")
    desk.formula("af_heart*0.5 + af_nobody*0.5")
    expect(page.locator(".ks-desk-problem")).to_be_visible()
    desk.press("Copy link")
    expect(told).to_contain_text("The formula has a mistake")
    expect(page.locator(".ks-link-box")).to_be_hidden()
    desk.formula(MINE)
    channels(desk, 2)
    desk.press("Copy link")
    expect(told).to_contain_text("Whoever opens it finds this mix.")


def test_the_mix_follows_a_voice_that_is_renamed(desk):
    page = desk.page
    desk.formula("af_heart*0.5 + am_puck*0.5")
    channels(desk, 2)
    desk.keep("First")
    desk.formula("af_first*0.6 + bf_emma*0.4")
    channels(desk, 2)
    name = page.get_by_label("Name of First")
    name.fill("月の声")
    name.press("Enter")
    desk.expect("af_6708no58f0*0.6 + bf_emma*0.4")
    expect(page.locator(".ks-voice-name").first).to_have_text("月の声")
    expect(page.locator(".ks-desk-problem")).to_be_hidden()


def test_a_mix_with_a_deleted_voice_says_so_and_gets_it_back(desk):
    page = desk.page
    desk.keep("First")
    desk.formula("af_first*0.6 + bf_emma*0.4")
    channels(desk, 2)
    page.get_by_role("button", name="Delete First", exact=True).click()
    expect(page.locator(".ks-told")).to_contain_text("The mix on the desk needs it")
    expect(page.locator(".ks-channel").first).to_contain_text("This voice is gone")
    expect(page.locator(".ks-desk-problem")).to_be_visible()
    reload(desk)
    desk.expect("af_first*0.6 + bf_emma*0.4")  # not some other mix
    keep_blend("First", "af_heart")
    reload(desk)
    expect(page.locator(".ks-desk-problem")).to_be_hidden()
    expect(page.locator(".ks-voice-name").first).to_have_text("First")


def test_own_voices_are_on_the_map_at_once(desk):
    page = desk.page
    page.wait_for_selector("#ks-map .nsewdrag", state="attached")
    named = """() => document.querySelector('#ks-map .js-plotly-plot')._fullData
      .flatMap(trace => trace.customdata ?? []).includes('af_shown')"""
    desk.keep("Shown")
    page.wait_for_function(named)
    page.get_by_role("button", name="Delete Shown", exact=True).click()
    page.wait_for_function(f"() => !({named})()")


def test_presses_of_a_key_are_undone_together(three):
    fader = three.fader("Amount", "Heart")
    fader.focus()
    for _ in range(5):
        three.page.keyboard.press("ArrowRight")
    expect(fader).to_have_value("0.55")
    three.press("Undo")
    expect(fader).to_have_value("0.5")
    three.expect(THREE)


def test_a_voice_of_the_desk_is_exchanged_for_another(three):
    three.press("Change the voice Emma")
    three.page.keyboard.type("George")
    three.press("Take George instead of Emma")
    three.expect("af_heart*0.5 + bm_george*0.3 + am_puck*0.2")


def test_a_morph_of_eight_stages_says_that_it_is_full(desk):
    desk.formula(" -> ".join(["af_heart", "af_sky"] * 4))
    expect(desk.page.locator(".ks-stage")).to_have_count(8)
    expect(desk.page.locator(".ks-morph")).to_be_disabled()
    expect(desk.page.locator(".ks-morph-words")).to_have_text("A morph has at most 8 stages.")


def test_desk_and_player_show_the_same_percents(desk):
    desk.formula("af_heart*0.335 + bf_emma*0.335 + am_puck*0.33")
    channels(desk, 3)
    desk.page.click("#ks-audition-play")
    desk.studio.take()
    assert sum(int(share.rstrip("%")) for share in desk.shares()) == 100
    names = ["Heart", "Emma", "Puck"]
    pairs = zip(desk.shares(), names, strict=True)
    shown = " + ".join(f"{share} {name}" for share, name in pairs)
    expect(desk.page.locator(".ks-what")).to_contain_text(shown)


def test_a_linked_row_shows_both_of_its_shares(desk):
    desk.formula("timbre(af_heart*0.5 + bf_emma*0.5) delivery(af_heart*0.5 + am_puck*0.5)")
    channels(desk, 3)
    desk.fader("Timbre", "Emma").fill("0.25")
    expect(desk.page.locator(".ks-fader output").first).to_have_text("67 / 50%")


def test_a_long_name_leaves_the_status_of_the_player_in_view(visit_desk):
    desk = visit_desk(width=1280)
    name = "The very long name of a voice that is ok"
    desk.keep(name)
    assert desk.page.locator(".ks-own-name").evaluate("box => box.scrollWidth <= box.clientWidth")
    own = desk.page.locator("#ks-library .ks-voice-id").text_content()
    desk.formula(f"timbre({own}*0.5 + af_heart*0.5) delivery({own}*0.4 + am_puck*0.6)")
    channels(desk, 3)
    desk.page.click("#ks-audition-play")
    desk.studio.take()
    status = desk.page.locator(".ks-status")
    expect(status).to_contain_text("s of sound")
    assert status.evaluate("node => node.scrollWidth <= node.clientWidth")


def test_starters_are_there_for_a_first_visit(desk):
    expect(desk.page.locator(".ks-starters")).to_be_visible()
    desk.add("Emma")
    expect(desk.page.locator(".ks-starters")).to_be_hidden()


def test_save_is_beside_play(desk):
    desk.press("Save…")
    expect(desk.page.locator(".ks-keep-name")).to_be_focused()


def test_language_and_gender_of_an_imported_voice_are_chosen_on_its_card(desk, tmp_path):
    page = desk.page
    write_voice_file(tmp_path / "stranger.pt", [card_of("jm_kumo")])
    page.set_input_files("input[data-testid$='-upload-button']", tmp_path / "stranger.pt")
    expect(page.locator("#ks-library .ks-voice-id")).to_have_text("af_stranger")
    page.get_by_label("Language of Stranger").select_option("j")
    expect(page.locator(".ks-told")).to_contain_text("Stranger speaks Japanese now")
    page.get_by_label("Gender of Stranger").select_option("male")
    expect(page.locator(".ks-told")).to_contain_text("jm_stranger")

"""What the Speak tab keeps, counts, and does not throw away."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kokoro_studio.text import MAX_CHARACTERS
from kokoro_studio.ui.speak.examples import EXAMPLES
from kokoro_studio.voices import delete_voice, keep_blend, own_voices

MINE = "These are my own words."
LONG = "\n\n".join(["This paragraph is read aloud, at some length, until somebody stops it."] * 12)


@pytest.fixture(autouse=True)
def no_own_voices():
    yield
    for own in own_voices():
        delete_voice(own.id)


def text_box(studio):
    return studio.page.locator("#ks-text textarea")


def press_card(studio, language: str) -> None:
    studio.page.locator(".ks-card", has_text=language).click()


def kept_button(studio):
    return studio.page.locator(".ks-kept button")


# Language cards.


def test_a_card_speaks_its_sample_and_keeps_ones_own_text_and_voice(studio):
    studio.write(MINE)
    studio.formula("bf_emma")
    press_card(studio, "French")
    studio.take()
    expect(studio.page.locator(".ks-what")).to_contain_text("Siwis · French")
    expect(text_box(studio)).to_have_value(MINE)
    studio.expect_formula("bf_emma")
    expect(studio.page.locator(".ks-kept")).to_contain_text("stay as they are")


def test_a_sample_replaces_ones_own_text_with_one_press_and_goes_away_with_another(studio):
    studio.write(MINE)
    studio.formula("af_heart*0.6 + bf_emma*0.4")
    press_card(studio, "French")
    kept_button(studio).click()
    expect(text_box(studio)).to_have_value(EXAMPLES["f"].text)
    studio.expect_formula("ff_siwis")
    expect(kept_button(studio)).to_have_text("Undo")
    kept_button(studio).click()
    expect(text_box(studio)).to_have_value(MINE)
    studio.expect_formula("af_heart*0.6 + bf_emma*0.4")


def test_a_card_keeps_ones_own_mix_too(studio):
    studio.formula("af_heart*0.6 + bf_emma*0.4")
    press_card(studio, "French")
    studio.take()
    studio.expect_formula("af_heart*0.6 + bf_emma*0.4")


def test_a_card_replaces_an_untouched_sample_at_once(studio):
    press_card(studio, "French")
    expect(text_box(studio)).to_have_value(EXAMPLES["f"].text)
    studio.expect_formula("ff_siwis")
    expect(studio.page.locator(".ks-kept")).to_be_hidden()


# Long texts.


def test_a_text_that_is_too_long_is_counted_told_of_and_kept(studio):
    page = studio.page
    expect(page.locator(".ks-count")).to_be_hidden()
    text = "word " * (MAX_CHARACTERS // 5) + "w"
    studio.write(text)
    expect(page.locator(".ks-count")).to_have_text("50,001 of 50,000 characters")
    expect(page.locator(".ks-too-long")).to_contain_text("1 more than can be spoken at once")
    expect(page.locator(".ks-silent")).to_contain_text("at most 50,000 are spoken at once")
    studio.reload()
    expect(text_box(studio)).to_have_value(text)
    expect(page.locator(".ks-too-long")).to_contain_text("1 more than can be spoken at once")


def test_words_of_a_long_text_are_marked_as_they_are_spoken(studio):
    page = studio.page
    studio.write("Hello there, my friend. " * 200)
    expect(page.locator(".ks-silent")).to_contain_text("characters are spoken too")
    page.click("#ks-speak")
    expect(page.locator(".ks-w.ks-now")).to_be_visible()
    page.click("#ks-stop")


# The take that is there.


def test_downloads_sleep_while_another_take_is_being_made(studio):
    page = studio.page
    buttons = [page.locator("#ks-download"), page.locator("#ks-manifest")]
    studio.write("One.")
    studio.speak()
    for button in buttons:
        expect(button).to_be_enabled()
    studio.write(LONG)
    page.click("#ks-speak")
    for button in buttons:
        expect(button).to_be_disabled()
    expect(page.locator("#ks-stop")).to_be_visible()
    page.click("#ks-stop")
    for button in buttons:
        expect(button).to_be_enabled()


def test_a_word_is_heard_beside_the_take_which_stays(studio):
    page = studio.page
    studio.write("Hello big world.")
    take = studio.speak()
    page.locator("button.ks-w", has_text="big").click()
    page.get_by_role("button", name="Hear it").click()
    page.wait_for_selector(".ks-player[data-aside]")
    assert 0.2 < float(page.get_attribute(".ks-player", "data-aside")) < 2
    assert (studio.take() == take).all()
    expect(page.locator("#ks-status")).to_contain_text("s of sound")


def test_a_voice_of_the_list_is_heard_without_being_chosen(studio):
    page = studio.page
    page.get_by_role("button", name="Hear Bella").click()
    page.wait_for_selector(".ks-player[data-aside]")
    studio.expect_formula("af_heart")


# The list of voices.


def focused(page) -> str:
    return page.evaluate(
        "document.activeElement.value || document.activeElement.getAttribute('aria-label')"
        " || document.activeElement.textContent"
    )


def test_the_list_of_voices_is_one_stop_of_the_tab_key(studio):
    page = studio.page
    page.focus("#ks-picker input[type=search]")
    page.keyboard.press("Tab")
    assert focused(page) == "af_heart"
    page.keyboard.press("Tab")
    assert not page.evaluate(
        "document.querySelector('#ks-picker').contains(document.activeElement)"
    )
    page.keyboard.press("Shift+Tab")
    assert focused(page) == "af_heart"


def test_keys_move_through_the_list_of_voices_without_choosing(studio):
    page = studio.page
    studio.formula("af_heart*0.6 + bf_emma*0.4")
    expect(page.locator(".ks-voice.ks-chosen")).to_have_count(2)
    page.focus("#ks-picker input[type=search]")
    page.keyboard.press("Tab")
    for key, wanted in (
        ("Home", "af_alloy"), ("ArrowDown", "af_aoede"), ("ArrowUp", "af_alloy"),
        ("End", "zm_yunyang"), ("g", "bm_george"), ("ArrowRight", "Hear George"),
        ("ArrowRight", "Add George to the mix"), ("ArrowLeft", "Hear George"),
        ("ArrowLeft", "bm_george"),
    ):  # fmt: skip
        page.keyboard.press(key)
        assert focused(page) == wanted, key
    studio.expect_formula("af_heart*0.6 + bf_emma*0.4")
    page.keyboard.press("Space")
    studio.expect_formula("bm_george")
    page.fill("#ks-picker input[type=search]", "emma")
    page.keyboard.press("Tab")
    assert focused(page) == "bf_emma"  # though the chosen voice is not among those shown


@pytest.mark.parametrize(
    ("words", "first"),
    [("deep man", "Adam"), ("uk woman", "Alice"), ("us men", "Adam"), ("mandarin", "Xiaobei")],
)
def test_voices_are_found_by_the_words_people_use(studio, words, first):
    studio.page.fill("#ks-picker input[type=search]", words)
    expect(studio.page.locator(".ks-voice:visible b").first).to_have_text(first)


# One's own voices.


def library(page, what: str, name: str) -> None:
    page.get_by_role("tab", name="Mix").click()
    page.get_by_role("button", name=f"{what} {name}", exact=True).click()


def rename(page, name: str, new: str) -> None:
    page.get_by_role("tab", name="Mix").click()
    box = page.get_by_label(f"Name of {name}", exact=True)
    box.fill(new)
    box.press("Enter")


def test_the_formula_follows_a_voice_that_is_renamed(studio):
    keep_blend("Night", "af_heart*0.5 + af_bella*0.5")
    studio.reload()
    studio.formula("af_night*0.7 + bf_emma*0.3")
    rename(studio.page, "Night", "Day")
    studio.expect_formula("af_day*0.7 + bf_emma*0.3")
    studio.page.get_by_role("tab", name="Speak").click()
    expect(studio.page.get_by_label("Weight of Day")).to_be_visible()


def test_a_deleted_voice_is_told_of_and_the_page_says_what_to_do(studio):
    page = studio.page
    keep_blend("Night", "af_heart*0.5 + af_bella*0.5")
    studio.reload()
    studio.formula("af_night")
    expect(page.locator("#ks-mix .ks-rows select")).to_have_value("af_night")
    library(page, "Delete", "Night")
    page.get_by_role("tab", name="Speak").click()
    problem = page.locator("#ks-mix .ks-problem")
    expect(problem).to_contain_text("'Night' (af_night) has been deleted; choose another one.")
    expect(page.locator("#ks-picker input[value=af_night]")).to_have_count(0)
    studio.reload()
    expect(problem).to_contain_text("has been deleted")
    studio.expect_formula("af_night")


def test_lists_of_voices_follow_also_while_the_formula_has_a_mistake(studio):
    page = studio.page
    keep_blend("Night", "af_heart*0.5 + af_bella*0.5")
    studio.reload()
    studio.formula("af_heart*")
    expect(page.locator("#ks-mix .ks-problem")).to_be_visible()
    library(page, "Delete", "Night")
    page.get_by_role("tab", name="Speak").click()
    expect(page.locator("#ks-picker input[value=af_night]")).to_have_count(0)


# What is said, and where.


def test_a_mistake_of_an_event_outside_the_queue_is_shown(studio):
    page = studio.page
    keep_blend("Night", "af_heart*0.5 + af_bella*0.5")
    studio.reload()
    page.get_by_role("tab", name="Mix").click()
    delete_voice("af_night")  # as in another window
    page.get_by_role("button", name="Hear Night", exact=True).click()
    toast = page.locator(".toast-body")
    expect(toast).to_contain_text("'Night' (af_night) has been deleted")
    title = toast.locator(".toast-title")
    shown = title.evaluate("node => getComputedStyle(node, '::after').content")
    assert shown == '"That does not work"'
    assert title.evaluate("node => getComputedStyle(node).visibility") == "hidden"
    studio.complaints.clear()  # the browser's own, of the refusal


def test_ctrl_enter_speaks_nothing_that_is_not_shown(studio):
    page = studio.page
    page.get_by_role("tab", name="Compare").click()
    page.locator("#ks-quick-text textarea").press("Control+Enter")
    expect(page.locator("#ks-trial .ks-trial[data-kind=trial]")).to_be_visible()
    assert page.get_attribute("body", "data-ks-making") == "no"
    assert page.get_attribute("#ks-audio", "data-take") is None
    expect(page.locator("#ks-bar")).to_be_hidden()
    page.get_by_role("tab", name="Speak").click()
    expect(page.locator("#ks-bar")).to_be_visible()


def test_a_reload_opens_the_tab_that_was_open(studio):
    page = studio.page
    page.get_by_role("tab", name="Compare").click()
    studio.reload()
    expect(page.get_by_role("tab", name="Compare")).to_have_attribute("aria-selected", "true")


SHIFTS = """
window.shifts = [];
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput || !document.querySelector('.ks-cards')) continue; // Gradio's own
    const moved = ({ node, previousRect: was, currentRect: is }) =>
      `${node?.outerHTML?.slice(0, 80)} ${was.y} to ${is.y}, ${was.height} to ${is.height} high`;
    window.shifts.push([entry.value, entry.sources.map(moved)]);
  }
}).observe({ type: 'layout-shift', buffered: true });
"""
STEADY = 0.05  # below 0.1 is called good


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_jumps_while_the_page_is_loading(visit, width):
    studio = visit(width=width, height=844)
    page = studio.page
    studio.write(LONG)
    studio.formula("af_heart*0.6 + bf_emma*0.4")
    expect(page.locator(".ks-voice.ks-chosen")).to_have_count(2)
    page.add_init_script(SHIFTS)
    studio.reload()
    studio.settle()  # what comes late may move nothing either
    shifts = page.evaluate("window.shifts")
    assert sum(value for value, _ in shifts) < STEADY, shifts

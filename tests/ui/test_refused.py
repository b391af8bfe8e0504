"""A request that is refused or lost ends the waiting, with a sentence, and nothing is lost."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import expect

LIMIT = json.dumps({"error": {"message": "This studio makes 1 take a minute; wait 60 s."}})
REFUSALS = {
    "rate limit": ({"status": 429, "body": LIMIT, "content_type": "application/json"}, "1 take"),
    "proxy's limit": ({"status": 429, "body": "<h1>429</h1>"}, "wait a minute"),
    "foreign host": ({"status": 403, "body": "no"}, "Host header"),
    "long body": ({"status": 413, "body": ""}, "send less"),
    "no studio behind the proxy": ({"status": 502, "body": "<h1>Bad gateway</h1>"}, "reached"),
}


@pytest.mark.parametrize("kind", REFUSALS)
def test_a_refused_take_is_told_of_and_can_be_asked_for_again(studio, kind):
    page = studio.page
    answer, words = REFUSALS[kind]
    studio.write("One.")
    first = studio.speak()
    page.route("**/queue/join*", lambda route: route.fulfill(**answer))
    page.click("#ks-speak")
    expect(page.locator(".ks-status")).to_contain_text(words)
    expect(page.locator("#ks-speak")).to_be_visible()
    expect(page.locator("#ks-stop")).to_be_hidden()
    expect(page.get_by_text("server response")).to_have_count(0)
    assert (studio.take() == first).all()  # what was made is still there
    page.unroute("**/queue/join*")
    studio.formula("am_puck")
    expect(page.locator("#ks-mix .ks-rows select")).to_have_value("am_puck")
    assert len(studio.speak()) != len(first)
    studio.complaints.clear()  # the browser's own, of the refusals


def test_a_lost_network_is_told_of_and_the_page_comes_back_as_it_was(studio):
    page = studio.page
    studio.write("One.")
    first = studio.speak()
    page.evaluate("window.ksNotReloaded = true")
    # Gradio asks for the studio's number until it is there again, and then loads the page anew.
    lost = ("**/queue/join*", "**/app_id*")
    for route in lost:
        page.route(route, lambda route: route.abort())
    page.click("#ks-speak")
    expect(page.locator(".ks-status")).to_contain_text("reached")
    expect(page.locator("#ks-speak")).to_be_visible()
    expect(page.locator("#ks-stop")).to_be_hidden()
    assert (studio.take() == first).all()  # what was made is still there
    for route in lost:
        page.unroute(route)
    page.wait_for_function("!window.ksNotReloaded")
    studio.wait_until_ready()
    expect(page.locator(".ks-status")).to_contain_text("The studio is back")
    expect(page.locator("#ks-text textarea")).to_have_value("One.")
    assert (studio.speak() == first).all()
    studio.complaints.clear()  # the browser's own, of the lost requests


@pytest.mark.parametrize("seed", ["-5", "99999999999"])
def test_a_seed_out_of_range_is_told_of(studio, seed):
    page = studio.page
    page.fill("#ks-seed input", seed)
    page.click("#ks-speak")
    expect(page.get_by_text("is out of range; use 0 to 4294967295")).to_be_visible()
    expect(page.locator("#ks-speak")).to_be_visible()


def test_a_mistake_in_the_formula_keeps_the_take_before(studio):
    page = studio.page
    studio.write("One.")
    first = studio.speak()
    studio.formula("af_heart*")
    page.click("#ks-speak")
    expect(page.locator("#ks-speak")).to_be_visible()
    expect(page.locator(".ks-status")).to_contain_text("s of sound")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Audio", exact=True).click()
    assert saved.value.suggested_filename.endswith(".wav")
    assert (studio.take() == first).all()

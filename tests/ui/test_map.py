"""The map of the voices under mouse and finger: only a short press counts."""

from __future__ import annotations

import re

import numpy as np
import pytest
from playwright.sync_api import expect

from kokoro_studio.voices import locate, parse_formula, places

MIX = "af_heart*0.6 + bf_emma*0.4"


def plot_point(page, x: float, y: float) -> tuple[float, float]:
    """The position of a spot of the map on the screen."""
    page.wait_for_selector("#ks-map .nsewdrag", state="attached")
    page.locator("#ks-map").scroll_into_view_if_needed()
    place = page.evaluate(
        """([x, y]) => {
          const plot = document.querySelector('#ks-map .js-plotly-plot');
          const box = plot.querySelector('.nsewdrag').getBoundingClientRect();
          const { xaxis, yaxis } = plot._fullLayout;
          return [box.left + xaxis.d2p(x), box.top + yaxis.d2p(y)];
        }""",
        [x, y],
    )
    return tuple(place)


def emptiest_spot(spots) -> tuple[float, float]:
    """Of the middles of all pairs of voices, the one furthest from any voice."""
    points = np.array([(place.x, place.y) for place in spots])
    middles = ((points[:, None] + points[None]) / 2).reshape(-1, 2)
    room = np.linalg.norm(middles[:, None] - points[None], axis=2).min(axis=1)
    return tuple(middles[room.argmax()])


class Finger:
    """One finger on the glass, as the browser itself gets it."""

    def __init__(self, page):
        self.page = page
        self.cdp = page.context.new_cdp_session(page)

    def _send(self, kind: str, *points: tuple[float, float]) -> None:
        self.cdp.send(
            "Input.dispatchTouchEvent",
            {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]},
        )

    def tap(self, x: float, y: float) -> None:
        self._send("touchStart", (x, y))
        self._send("touchEnd")

    def swipe(self, x: float, y: float, up: float) -> None:
        self._send("touchStart", (x, y))
        for step in range(1, 11):
            self._send("touchMove", (x, y - up * step / 10))
            self.page.evaluate("() => new Promise(requestAnimationFrame)")
        self._send("touchEnd")


@pytest.fixture
def phone(visit_desk):
    desk = visit_desk(width=390, height=844, touch=True)
    desk.formula(MIX)
    expect(desk.page.locator(".ks-channel")).to_have_count(2)
    return desk


def changes(page) -> None:
    """Count what the map asks of the studio from now on."""
    page.evaluate(
        """() => {
          window.ksChanges = 0;
          const change = window.kokoroEdits.change;
          window.kokoroEdits.change = (...asked) => {
            window.ksChanges += 1;
            return change(...asked);
          };
        }"""
    )


@pytest.mark.parametrize("start", ["empty", "voice"])
def test_a_swipe_over_the_map_scrolls_the_page_and_keeps_the_mix(phone, start):
    page = phone.page
    spots = places("both")
    spot = (
        emptiest_spot(spots)
        if start == "empty"
        else next((place.x, place.y) for place in spots if place.voice == "am_adam")
    )
    point = plot_point(page, *spot)
    changes(page)
    before = page.evaluate("scrollY")
    Finger(page).swipe(*point, up=200)
    page.wait_for_function(f"scrollY > {before} + 100")
    phone.studio.settle()
    assert page.evaluate("window.ksChanges") == 0
    expect(page.locator(".ks-map-offer")).to_be_hidden()
    phone.expect(MIX)


def test_a_tap_on_the_map_adds_the_voice_under_the_finger(phone):
    spot = next(place for place in places("both") if place.voice == "am_adam")
    x, y = plot_point(phone.page, spot.x, spot.y)
    Finger(phone.page).tap(x + 2, y + 2)
    expect(phone.page.locator(".ks-channel")).to_have_count(3)
    assert "af_heart" in phone.formula() and "bf_emma" in phone.formula()


def test_a_tap_between_voices_changes_nothing_until_it_is_wanted(phone):
    page = phone.page
    Finger(page).tap(*plot_point(page, *emptiest_spot(places("both"))))
    expect(page.locator(".ks-map-offer")).to_contain_text("%")
    phone.expect(MIX)
    page.get_by_role("button", name="Move the mix here").tap()
    expect(page.locator("#ks-mix-formula textarea")).not_to_have_value(MIX)
    for voice in parse_formula(phone.formula()).voices:
        expect(page.locator(f".ks-channel[data-voice={voice}]")).to_be_visible()
    page.get_by_role("button", name="Undo").tap()
    phone.expect(MIX)


def test_a_drag_of_the_mouse_is_no_click_and_no_tool_covers_a_voice(desk):
    page = desk.page
    desk.formula(MIX)
    expect(page.locator(".ks-channel")).to_have_count(2)
    x, y = plot_point(page, *emptiest_spot(places("both")))
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 30, steps=5)
    page.mouse.up()
    expect(page.locator(".modebar-container")).to_be_hidden()
    desk.studio.settle()
    expect(page.locator(".ks-map-offer")).to_be_hidden()
    desk.expect(MIX)


def test_the_map_adds_voices_and_lands_between_them(desk):
    page = desk.page
    spots = {place.voice: place for place in places("both")}
    lonely = max(
        spots.values(),
        key=lambda a: min((a.x - b.x) ** 2 + (a.y - b.y) ** 2 for b in spots.values() if b != a),
    )
    page.mouse.click(*plot_point(page, lonely.x, lonely.y))
    desk.expect(f"af_heart*0.5 + {lonely.voice}*0.5")
    x, y = emptiest_spot(spots.values())
    page.mouse.click(*plot_point(page, x, y))
    expect(page.locator(".ks-map-offer")).to_contain_text("The mix here is")
    desk.expect(f"af_heart*0.5 + {lonely.voice}*0.5")  # until the person says so
    desk.press("Move the mix here")
    expect(page.locator("#ks-mix-formula textarea")).not_to_have_value(re.compile("af_heart"))
    ((landed_x, landed_y),) = locate(parse_formula(desk.formula()), "both")
    assert (landed_x, landed_y) == pytest.approx((x, y), abs=0.03)

    desk.formula("bf_emma")
    page.get_by_label("Timbre", exact=True).check()
    page.wait_for_function(
        "document.querySelector('#ks-map .js-plotly-plot').layout.uirevision === 'timbre'"
    )
    page.mouse.click(*plot_point(page, *emptiest_spot(places("timbre"))))
    desk.press("Move the mix here")
    expect(page.locator("#ks-mix-formula textarea")).to_have_value(re.compile(r"delivery\(bf_emma"))

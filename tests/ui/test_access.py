"""For everyone: small screens, screen readers, light and dark."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import expect

from kokoro_studio.voices import keep_blend


@pytest.fixture(scope="module")
def axe() -> str:
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
)
def test_nothing_serious_stands_in_the_way(visit, axe, width, scheme):
    studio = visit(width=width, height=844, scheme=scheme)
    page = studio.page
    studio.write("Hello 🎉 blorfing friend.")
    expect(page.locator(".ks-struck")).to_be_visible()
    page.locator("button.ks-w").first.click()
    page.click("#ks-times summary")
    studio.formula("af_heart + no_body")
    expect(page.locator(".ks-problem")).to_be_visible()
    assert serious_problems(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]
)
def test_the_mix_tab_is_for_everyone(visit, axe, width, scheme, tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))
    keep_blend("Mine", "af_heart*0.5 + bf_emma*0.5")
    page = visit(width=width, height=844, scheme=scheme).page
    page.get_by_role("tab", name="Mix").click()
    page.wait_for_selector("#ks-map .nsewdrag", state="attached")
    page.fill("#ks-mix-formula textarea", "timbre(af_heart) delivery(am_puck - am_adam*1) @nlerp")
    expect(page.locator(".ks-channel")).to_have_count(3)
    page.get_by_role("button", name="Leave Puck out").click()
    page.get_by_role("button", name="Copy link").click()
    assert serious_problems(page, axe) == []
    page.fill("#ks-mix-formula textarea", "af_heart -> no_body")
    expect(page.locator(".ks-desk-problem")).to_be_visible()
    page.click(".ks-desk-search input")
    expect(page.locator(".ks-options")).to_be_visible()
    page.fill(".ks-keep-name", "Heart")
    assert serious_problems(page, axe) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert unnamed_controls(page) == []


def serious_problems(page, axe: str) -> list:
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations")
    return [
        (issue["id"], node["target"], node.get("failureSummary"))
        for issue in found
        if issue["impact"] in ("serious", "critical")
        for node in issue["nodes"]
    ]


def unnamed_controls(page) -> list[str]:
    return page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea')]
          .filter(node => node.offsetParent && !(node.getAttribute('aria-label')
            || node.labels?.length || node.textContent.trim() || node.title))
          .map(node => node.outerHTML.slice(0, 120))"""
    )


def test_every_control_has_a_name(studio):
    assert unnamed_controls(studio.page) == []


def test_the_player_stays_in_view_on_a_phone(visit):
    page = visit(width=390, height=844).page
    page.mouse.wheel(0, 4000)
    box = page.locator("#ks-bar").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    assert box["height"] < 844 / 4

"""For everyone: small screens, screen readers, light and dark."""

from __future__ import annotations

from importlib.resources import files

import pytest
from playwright.sync_api import expect


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
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations")
    serious = [
        (issue["id"], node["target"], node.get("failureSummary"))
        for issue in found
        if issue["impact"] in ("serious", "critical")
        for node in issue["nodes"]
    ]
    assert serious == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_every_control_has_a_name(studio):
    unnamed = studio.page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, textarea')]
          .filter(node => node.offsetParent && !(node.getAttribute('aria-label')
            || node.labels?.length || node.textContent.trim() || node.title))
          .map(node => node.outerHTML.slice(0, 120))"""
    )
    assert unnamed == []


def test_the_player_stays_in_view_on_a_phone(visit):
    page = visit(width=390, height=844).page
    page.mouse.wheel(0, 4000)
    box = page.locator("#ks-bar").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    assert box["height"] < 844 / 4

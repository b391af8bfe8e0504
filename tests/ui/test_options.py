"""Equal loudness, pauses, sample rate, and a take brought back, as a person meets them."""

from __future__ import annotations

import json

import gradio as gr
import numpy as np
import pytest
import soundfile
from playwright.sync_api import expect

from kokoro_studio import Take
from kokoro_studio.audio import AS_MADE, Output
from kokoro_studio.engine import Edit, Pauses, manifest
from kokoro_studio.text import read_markup
from kokoro_studio.ui.speak.messages import RecipeChosen
from kokoro_studio.ui.speak.options import options_from
from kokoro_studio.ui.speak.restoring import restore


def open_pauses(page) -> None:
    page.get_by_text("Pauses and sample rate").click()


def recipe_of(engine, take: Take, output: Output = AS_MADE) -> dict:
    reading = engine.read(take)
    return json.loads(json.dumps(manifest(reading, engine, list(engine.record(reading)), output)))


def restored(engine, recipe) -> tuple:
    return restore(engine, RecipeChosen(recipe))


def test_pauses_are_heard_and_downloads_have_the_rate(studio):
    page = studio.page
    studio.write("Hi there. You.")
    usual = studio.speak()
    open_pauses(page)
    page.get_by_label("Before").fill("1")
    page.get_by_label("Between sentences").fill("2")
    page.get_by_label("Sample rate of downloads").select_option("44.1 kHz")
    samples = studio.speak()
    assert len(samples) > len(usual) + 3 * 24_000 - 12_000
    assert np.abs(samples[:23_900]).max() < 1e-3
    with page.expect_download() as sound:
        page.click("#ks-download")
    info = soundfile.info(sound.value.path())
    assert info.samplerate == 44_100
    assert info.duration == pytest.approx(len(samples) / 24_000, abs=0.01)


def test_equal_loudness_makes_a_faint_voice_louder(studio):
    page = studio.page
    studio.write("The harbour was quiet in the morning.")
    studio.formula("af_nova")
    usual = studio.speak()
    page.get_by_label("Equal loudness of voices").check()
    equal = studio.speak()
    assert len(equal) == len(usual)
    louder = 20 * np.log10(np.std(equal) / np.std(usual))
    assert louder > 2


def test_they_are_kept_over_a_reload(studio):
    page = studio.page
    page.get_by_label("Equal loudness of voices").check()
    open_pauses(page)
    page.get_by_label("At line ends").fill("0.5")
    page.get_by_label("Sample rate of downloads").select_option("8 kHz")
    page.get_by_label("At line ends").blur()
    expect(page.locator(".ks-more-set")).to_have_text("1 pause set, 8 kHz")
    studio.settle()
    studio.reload()
    expect(page.get_by_label("Equal loudness of voices")).to_be_checked()
    expect(page.locator(".ks-more-set")).to_have_text("1 pause set, 8 kHz")
    open_pauses(page)
    expect(page.get_by_label("At line ends")).to_have_value("0.5")


def test_a_pause_out_of_range_costs_one_sentence(studio):
    page = studio.page
    open_pauses(page)
    page.get_by_label("Before").fill("99")
    page.click("#ks-speak")
    said = page.get_by_text("Pause before 99 is out of range; use 0 to 60 seconds.")
    expect(said.first).to_be_visible()


def test_a_take_comes_back_from_its_downloaded_manifest(visit):
    first = visit()
    first.write("Good day. Come in.")
    first.formula("bf_emma*0.5 + af_sky*0.5")
    open_pauses(first.page)
    first.page.get_by_label("Between sentences").fill("0.8")
    made = first.speak()
    with first.page.expect_download() as recipe:
        first.page.click("#ks-manifest")
    second = visit()
    with second.page.expect_file_chooser() as chooser:
        second.page.get_by_role("button", name="Restore a take").click()
    chooser.value.set_files(recipe.value.path())
    expect(second.page.locator(".ks-restore p")).to_contain_text("to the last bit")
    expect(second.page.locator("#ks-text textarea")).to_have_value("Good day. Come in.")
    second.expect_formula("bf_emma*0.5 + af_sky*0.5")
    assert np.array_equal(second.speak(), made)


def test_phonemes_come_back_too(studio, engine, tmp_path):
    page = studio.page
    path = tmp_path / "take.json"
    path.write_text(json.dumps(recipe_of(engine, Take("Hi.", phonemes="həlˈO", seed=3))))
    page.set_input_files("#ks-options [type=file]", path)
    expect(page.locator("#ks-phonemes textarea")).to_have_value("həlˈO")
    expect(page.get_by_label("Speak these phonemes")).to_be_checked()
    studio.settle()  # the box is opened by an event of its own, which fills it otherwise
    expect(page.locator("#ks-phonemes textarea")).to_have_value("həlˈO")


def test_a_file_that_is_no_manifest_costs_one_sentence(studio, tmp_path):
    path = tmp_path / "x.json"
    path.write_text("not JSON")
    studio.page.set_input_files("#ks-options [type=file]", path)
    expect(studio.page.get_by_text("This is not a take's recipe").first).to_be_visible()


def test_restoring_names_settings_that_the_page_lacks(engine):
    text = "Hi [voice:x]there."
    take = Take(text, speed=3.0, edits=(Edit("shift_pitch", 2),), marked=read_markup("Hi there."))
    *values, options = restored(engine, recipe_of(engine, take, Output(8_000, 2.0)))
    assert values == [text, "af_heart", "", 2.0, 0, "", False]
    assert options["sample_rate"] == 8_000
    for said in ("not all of it", "a speed of 3", "edits", "markup", "a volume of 2", "--manifest"):
        assert said in options["note"]


def test_a_missing_voice_and_another_version_are_told(engine):
    recipe = recipe_of(engine, Take("Hi."))
    recipe["versions"]["kokoro-studio"] = "0.0.1"
    assert "kokoro-studio 0.0.1" in restored(engine, recipe)[-1]["note"]
    recipe["take"]["voice"] = recipe["voice"]["portable"] = "af_gone"
    with pytest.raises(gr.Error, match="'af_gone' of this recipe is not here"):
        restored(engine, recipe)


def test_options_from_a_browser_are_checked():
    assert options_from(None) == options_from({}) == options_from({"pauses": 3})
    given = {"pauses": {"after": 1.5}, "equal_loudness": True, "sample_rate": 8_000}
    found = options_from(given)
    assert found.pauses == Pauses(after=1.5) and found.equal_loudness
    assert found.output == Output(8_000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_settings_fit_the_page(visit, width, scheme):
    page = visit(width=width, scheme=scheme).page
    open_pauses(page)
    panel = page.locator("#ks-settings")
    assert panel.evaluate("panel => panel.scrollHeight <= panel.clientHeight + 1")  # none cut off
    box = page.locator(".ks-more").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width
    for control in page.locator(".ks-more :is(input, select, button):visible").all():
        inner = control.bounding_box()
        assert inner["x"] >= box["x"] and inner["x"] + inner["width"] <= box["x"] + box["width"]

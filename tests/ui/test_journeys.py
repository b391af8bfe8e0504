"""What people do on the page, in a real browser with the real model."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile
from playwright.sync_api import expect


def loud(samples: np.ndarray) -> bool:
    return len(samples) > 6_000 and np.abs(samples).max() > 0.05


def test_choose_a_voice_type_and_speak(studio, transcribe):
    page = studio.page
    page.fill("#ks-picker input[type=search]", "british male")
    expect(page.locator(".ks-voice:visible")).to_have_count(4)
    page.locator(".ks-voice label", has_text="George").click()
    studio.expect_formula("bm_george")
    studio.write("The quick brown fox jumps over the lazy dog.")
    samples = studio.speak()
    assert 1.5 < len(samples) / 24_000 < 6 and loud(samples)
    heard = transcribe(studio.samples())
    assert "quick brown fox" in heard and "lazy dog" in heard
    expect(page.locator(".ks-what")).to_contain_text("George · British English")
    rows = page.locator("#ks-times tbody tr")
    assert rows.count() >= 9
    times = [float(text) for text in page.locator("#ks-times td:nth-child(3)").all_text_contents()]
    assert times == sorted(times) and times[-1] < len(samples) / 24_000


def test_two_downloads_belong_to_the_take(studio):
    page = studio.page
    studio.write("Good day.")
    seconds = len(studio.speak()) / 24_000
    with page.expect_download() as sound:
        page.click("#ks-download")
    with page.expect_download() as recipe:
        page.click("#ks-manifest")
    manifest = json.loads(Path(recipe.value.path()).read_text(encoding="utf-8"))
    assert manifest["take"]["text"] == "Good day."
    assert sound.value.suggested_filename.endswith(".wav")
    assert abs(soundfile.info(sound.value.path()).duration - seconds) < 0.01


def test_a_first_visitor_hears_something_with_one_click(studio, transcribe):
    studio.page.locator(".ks-card", has_text="British").click()
    assert loud(studio.take())
    studio.expect_formula("bf_emma")
    assert "kettle" in transcribe(studio.samples())


@pytest.mark.parametrize(
    ("voice", "text", "language"),
    [("zf_xiaoxiao", "你好。", "Mandarin"), ("hf_alpha", "नमस्ते।", "Hindi")],
)
def test_other_scripts_speak(studio, voice, text, language):
    studio.page.locator(f"input[value={voice}]").check(force=True)
    studio.expect_formula(voice)
    studio.write(text)
    assert loud(studio.speak())
    expect(studio.page.locator(".ks-what")).to_contain_text(language)


def test_a_mix_by_slider_and_by_formula(studio):
    page = studio.page
    page.get_by_label("Add Bella to the mix").click()
    studio.expect_formula("af_heart*0.5 + af_bella*0.5")
    expect(page.get_by_label("Weight of Bella")).to_be_visible()
    for weight, value in (("Heart", 0.6), ("Bella", 0.4)):
        page.get_by_label(f"Weight of {weight}").fill(str(value))
    studio.expect_formula("af_heart*0.6 + af_bella*0.4")
    expect(page.locator(".ks-rows output")).to_have_text(["60%", "40%"])
    slider = page.get_by_label("Weight of Heart")
    for _ in range(5):
        slider.press("ArrowLeft")
    expect(slider).to_have_value("0.55")
    studio.formula("af_heart*0.7 + bf_emma*0.3")
    expect(page.locator(".ks-rows output")).to_have_text(["70%", "30%"])
    studio.write("Hi.")
    assert loud(studio.speak())
    expect(page.locator(".ks-what")).to_contain_text("70% Heart + 30% Emma")


def test_a_mistake_in_a_formula_is_shown_where_it_is(studio):
    page = studio.page
    studio.formula("af_heart*0.6 + bf_ema*0.4")
    expect(page.locator(".ks-problem p")).to_contain_text("did you mean bf_emma")
    expect(page.locator(".ks-problem mark")).to_have_text("bf_ema")
    page.click("#ks-speak")
    expect(page.locator(".toast-body")).to_contain_text("bf_emma")
    expect(page.locator("#ks-speak")).to_be_visible()
    studio.formula("af_heart")
    expect(page.locator(".ks-problem")).to_be_hidden()


def test_text_that_will_not_be_spoken_is_struck_out(studio):
    page = studio.page
    studio.write("Hello 🎉 <img src=x onerror=alert(1)> `${alert(2)}` {{x}} friend")
    expect(page.locator(".ks-struck").first).to_have_text("🎉")
    expect(page.locator(".ks-silent")).to_contain_text("will not be spoken: 🎉 (an emoji)")
    assert page.locator("#ks-preview img").count() == 0
    studio.write("")
    expect(page.locator(".ks-empty")).to_be_visible()
    page.click("#ks-speak")
    expect(page.locator(".toast-body")).to_contain_text("nothing to speak")


def test_stopping_keeps_what_was_made_and_the_next_take_works(studio):
    page = studio.page
    sentence = "This paragraph is read aloud, at some length, until somebody stops it."
    studio.write("\n\n".join([sentence] * 12))
    expect(page.locator("#ks-stop")).to_be_hidden()
    page.click("#ks-speak")
    expect(page.locator("#ks-stop")).to_be_visible()
    expect(page.locator("#ks-speak")).to_be_hidden()
    expect(page.locator("#ks-status")).to_contain_text("Speaking")
    expect(page.locator(".ks-time")).to_contain_text("0:01 /")  # something has been heard
    page.click("#ks-stop")
    part = studio.take()
    assert loud(part) and len(part) / 24_000 < 45
    expect(page.locator("#ks-status")).to_contain_text("Stopped")
    expect(page.locator("#ks-speak")).to_be_visible()
    expect(page.locator("#ks-download")).to_be_enabled()
    first = page.get_attribute("#ks-audio", "data-take")
    studio.write("Again.")
    page.click("#ks-speak")
    assert loud(studio.take(other_than=first))


def test_changing_a_word_and_speaking_phonemes(studio, transcribe):
    page = studio.page
    studio.write("Hello big world.")
    page.locator("button.ks-w", has_text="big").click()
    page.fill(".ks-word-editor input", "smˈɔl")
    page.click(".ks-use")
    expect(page.locator("#ks-text textarea")).to_have_value("Hello [big](/smˈɔl/) world.")
    page.check("#ks-editing input")
    box = page.locator("#ks-phonemes textarea")
    expect(box).to_have_value("həlˈO smˈɔl wˈɜɹld.")
    box.fill("ɡˈʊd mˈɔɹnɪŋ, mI fɹˈɛnd.")
    studio.speak()
    assert "good morning" in transcribe(studio.samples())
    page.uncheck("#ks-editing input")
    expect(box).to_be_hidden()
    expect(page.locator("button.ks-w").first).to_contain_text("Hello")


def test_the_keyboard_alone(studio):
    page = studio.page
    page.focus("#ks-text textarea")
    page.keyboard.press("Control+a")
    page.keyboard.type("Keys speak.")
    page.keyboard.press("Control+Enter")
    assert loud(studio.take())
    page.locator("#ks-text textarea").blur()
    expect(page.locator(".ks-play")).to_have_attribute("aria-label", "Play")
    page.keyboard.press("Space")
    expect(page.locator(".ks-play")).to_have_attribute("aria-label", "Pause")
    page.keyboard.press("Space")
    expect(page.locator(".ks-play")).to_have_attribute("aria-label", "Play")
    page.focus("#ks-picker input[type=search]")
    page.keyboard.type("emma")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    studio.expect_formula("bf_emma")


def test_a_reload_forgets_nothing(studio):
    page = studio.page
    studio.write("Remember me.")
    studio.formula("bf_emma")
    page.get_by_label("number input for Speed").fill("1.5")
    page.get_by_label("number input for Speed").press("Enter")
    expect(page.locator(".ks-rows select")).to_have_value("bf_emma")
    page.wait_for_function("localStorage.getItem('kokoro-studio') !== null")
    studio.reload()
    expect(page.locator("#ks-text textarea")).to_have_value("Remember me.")
    studio.expect_formula("bf_emma")
    expect(page.get_by_label("number input for Speed")).to_have_value("1.5")
    expect(page.locator(".ks-cards")).to_have_class("ks-cards ks-small")


INTERRUPTED = """
window.resumes = 0;
Object.defineProperty(navigator, 'audioSession', { value: { type: 'auto' } });
const resume = AudioContext.prototype.resume;
AudioContext.prototype.resume = function () {
  window.resumes += 1;
  window.interrupted = false;
  return resume.call(this);
};
const state = Object.getOwnPropertyDescriptor(BaseAudioContext.prototype, 'state').get;
Object.defineProperty(BaseAudioContext.prototype, 'state', {
  get() { return window.interrupted ? 'interrupted' : state.call(this); },
});
"""


def test_sound_that_a_phone_interrupted_goes_on_at_the_next_press(studio):
    """The states are those of Safari on an iPhone: Chromium has none of its own."""
    page = studio.page
    page.add_init_script(INTERRUPTED)
    studio.reload()
    studio.write("One.")
    studio.speak()
    assert page.evaluate("navigator.audioSession.type") == "playback"
    before = page.evaluate("window.interrupted = true, window.resumes")
    page.click("#ks-speak")
    page.wait_for_function(f"window.resumes > {before}")
    studio.take()

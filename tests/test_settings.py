"""Settings from the environment: defaults, bounds, and a sentence for each mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from kokoro_studio.errors import RequestError
from kokoro_studio.settings import Setting, Settings, declared
from kokoro_studio.text import MAX_CHARACTERS


def test_a_variable_is_read_when_it_is_asked_for(monkeypatch):
    monkeypatch.delenv("KOKORO_DEVICE", raising=False)
    assert Settings.from_environment().device == ""
    monkeypatch.setenv("KOKORO_DEVICE", "cuda:1")
    before = Settings.from_environment()
    monkeypatch.setenv("KOKORO_DEVICE", "cpu")
    assert (before.device, Settings.from_environment().device) == ("cuda:1", "cpu")
    assert Settings.from_environment({"KOKORO_DEVICE": "mps"}).device == "mps"


def test_no_setting_has_a_wrong_default():
    Settings().check()
    Settings({"SPACE_ID": "me/studio"}).check()
    assert Settings().max_characters == MAX_CHARACTERS, "README says that it is the most"


def test_each_variable_is_declared_once():
    names = [setting.variable for setting in declared()]
    assert len(names) == len(set(names))
    assert all(setting.meaning for setting in declared())
    with pytest.raises(AssertionError):
        Settings({"KOKORO_RAET": "2"})


def test_a_space_is_stricter_unless_told():
    home, space = Settings(), Settings({"SPACE_ID": "me/studio"})
    assert (home.rate, home.at_once_each, home.proxies, home.host) == (0, 0, 0, "127.0.0.1")
    assert (space.rate, space.at_once_each, space.proxies, space.host) == (30, 2, 1, "0.0.0.0")
    assert home.keeps_voices and not space.keeps_voices
    told = Settings({"SPACE_ID": "", "KOKORO_RATE": "0", "KOKORO_OWN_VOICES": "open"})
    assert told.on_space and told.rate == 0 and told.keeps_voices


@pytest.mark.parametrize(
    ("variable", "given", "sentence"),
    [
        ("KOKORO_RATE", "-1", "KOKORO_RATE is '-1'; give a whole number from 0, such as 0."),
        ("KOKORO_RATE", "", "KOKORO_RATE is ''; give a whole number from 0, such as 0."),
        ("KOKORO_PROXIES", "²", "KOKORO_PROXIES is '²'; give a whole number from 0, such as 0."),
        ("KOKORO_AT_ONCE", "0", "KOKORO_AT_ONCE is '0'; give a whole number from 1, such as 32."),
        ("KOKORO_SOUND_CACHE", "1.5", "KOKORO_SOUND_CACHE is '1.5'; give a whole number from 0, "),
        ("KOKORO_LISTS", "Ajar", "KOKORO_LISTS is 'ajar'; use closed or open."),
        ("GRADIO_SERVER_PORT", "70000", "GRADIO_SERVER_PORT is 70000; give a number from 1 to 65"),
    ],
)
def test_a_mistake_is_one_sentence(variable, given, sentence):
    settings = Settings({variable: given})
    assert settings.device == "", "a mistake elsewhere"
    with pytest.raises(RequestError) as told:
        settings.check()
    assert str(told.value).startswith(sentence)


def test_lists_and_words():
    settings = Settings({"KOKORO_API_KEYS": "one, two,", "KOKORO_LISTS": " Open"})
    assert settings.keys == ("one", "two") and settings.open_lists
    assert Settings({"KOKORO_WEIGHTS": ""}).weights == "auto"
    assert Settings({"SPACE_ID": "me/studio", "GRADIO_SERVER_NAME": ""}).host == "0.0.0.0"
    for closed in ("closed", "Open", "yes", ""):
        assert not Settings({"KOKORO_OWN_VOICES": closed}).keeps_voices
    assert Settings({"KOKORO_DATA": "~/x"}).data == Path.home() / "x"
    assert Settings({"KOKORO_DATA": ""}).data is None


def test_a_key_is_in_no_repr():
    assert "secret" not in repr(Settings({"KOKORO_API_KEYS": "secret"}))


def test_a_setting_is_an_attribute_of_the_class():
    assert isinstance(Settings.rate, Setting) and Settings.rate.variable == "KOKORO_RATE"

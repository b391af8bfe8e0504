from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio import Take
from kokoro_studio.api.markup import DEEPEST, read_ssml, read_tags, to_script
from kokoro_studio.engine.script import Pause
from kokoro_studio.errors import RequestError, StudioError, TextError

TAKE = Take("", "af_heart")


def named(name: str) -> tuple[str, float]:
    return {"fast": ("am_puck", 2.0)}.get(name, (name, 1.0))


def tags(text: str, voice_tags: bool = True):
    return shown(to_script(read_tags(text, "af_heart", 1.0, named, voice_tags), TAKE))


def ssml(text: str):
    return shown(to_script(read_ssml(text, "af_heart", 1.0, named), TAKE))


def shown(script):
    return [
        piece.seconds
        if isinstance(piece, Pause)
        else (piece.text.strip(), piece.voice, piece.speed)
        for piece in script
    ]


def test_pauses_are_always_read_and_voices_when_asked():
    text = "One [pause:1.5s] two [voice:fast] three [rate:0.5] four [pause: 300 ms ]"
    assert tags(text) == [
        ("One", "af_heart", 1.0),
        1.5,
        ("two", "af_heart", 1.0),
        ("three", "am_puck", 2.0),
        ("four", "am_puck", 1.0),
        0.3,
    ]
    assert tags("One [voice:fast] two", voice_tags=False) == [
        ("One [voice:fast] two", "af_heart", 1.0)
    ]


@pytest.mark.parametrize(
    "tag", ["[pause:soon]", "[pause:-1s]", "[pause:1]", "[rate:fast]", "[rate:9]"]
)
def test_a_tag_with_a_wrong_value_is_an_error(tag):
    with pytest.raises(TextError, match=r"use|write"):
        tags(f"One {tag} two")


@pytest.mark.parametrize("text", ["One [pause:61s] two", "a[pause:60s]" * 11])
def test_silence_has_bounds(text):
    with pytest.raises((RequestError, TextError), match="use"):
        tags(text)


def test_what_has_no_word_is_left_out():
    assert tags("[voice:fast] , [pause:1s] One.") == [1.0, ("One.", "am_puck", 2.0)]


def test_nothing_to_say_is_left_for_the_engine_to_explain():
    assert tags("[pause:1s] …") == [("", "af_heart", 1.0)]


def test_elements_of_ssml():
    assert ssml(
        "<speak xmlns='http://www.w3.org/2001/10/synthesis'>One <break strength='strong'/>"
        "<p>two</p><voice name='fast'>three <prosody rate='50%'>four</prosody></voice>"
        "<sub alias='World Wide Web'>WWW</sub><desc>never</desc>"
        "<phoneme alphabet='ipa' ph='təmˈɑːtO'>tomato</phoneme><unknown>five</unknown></speak>"
    ) == [
        ("One", "af_heart", 1.0),
        1.0,
        ("two", "af_heart", 1.0),
        ("three", "am_puck", 2.0),
        ("four", "am_puck", 1.0),
        ("World Wide Web[tomato](/təmˈɑːtO/)five", "af_heart", 1.0),
    ]


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("<speak>One", "well-formed"),
        ("One", "well-formed"),
        ("<!DOCTYPE a [<!ENTITY b 'c'>]><speak>&b;</speak>", "document type"),
        ("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><speak>a</speak>", "document type"),
        ("<p>" * (DEEPEST + 1) + "a" + "</p>" * (DEEPEST + 1), "nested"),
        ("<speak>a<break time='1e9s'/></speak>", "pause"),
        ("<speak>a<break strength='huge'/></speak>", "huge"),
        ("<speak><prosody rate='9'>a</prosody></speak>", "rate"),
        ("<speak><phoneme ph='a](/b/'>a</phoneme></speak>", "brackets"),
    ],
)
def test_what_ssml_may_not_be(source, word):
    with pytest.raises(TextError, match=word):
        ssml(source)


@given(st.text(alphabet="[]:.-+ 0123456789aspuvoicertm*é\n", max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(text):
    try:
        script = tags(text)
    except StudioError as error:
        assert str(error).endswith(".")
    else:
        assert script


@given(st.text(alphabet="<>/&;='\" speakvoicrm0123", max_size=60))
def test_any_ssml_is_read_or_refused_with_a_sentence(text):
    try:
        ssml(f"<speak>{text}</speak>")
    except StudioError as error:
        assert str(error).endswith(".")

"""Tags and SSML as passages and pauses."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kokoro_studio.errors import RequestError, StudioError, TextError
from kokoro_studio.text import Pause, Reason, phonemize, read_markup
from kokoro_studio.text.markup_values import read_pitch, read_prosody_rate, read_volume
from kokoro_studio.text.ssml import DEEPEST


def tags(text: str, voice_tags: bool = True):
    return shown(read_markup(text, voice_tags=voice_tags))


def ssml(text: str):
    return shown(read_markup(text, ssml=True))


def shown(marked):
    return [
        piece.seconds
        if isinstance(piece, Pause)
        else (piece.text.strip(), piece.style.voice, piece.style.rate)
        for piece in marked.pieces
    ]


def test_pauses_are_always_read_and_voices_when_allowed():
    text = "One [pause:1.5s] two [VOICE:bf_emma] three [rate:0.5] four [Pause: 300 MS ]"
    assert tags(text) == [
        ("One", "", 1.0),
        1.5,
        ("two", "", 1.0),
        ("three", "bf_emma", 1.0),
        ("four", "bf_emma", 0.5),
        0.3,
    ]


def test_tags_that_are_not_allowed_are_left_out_and_named():
    marked = read_markup("One [voice:bf_emma] two [pause:1s]", voice_tags=False)
    assert shown(marked)[1:] == [1.0]
    assert marked.pieces[0].text.split() == ["One", "two"]
    assert [(s.text, s.start, s.reason) for s in marked.skipped] == [
        ("[voice:bf_emma]", 4, Reason.TAG)
    ]


def test_passages_know_where_they_stand():
    text = "One [pause:1s] two <break/> three [rate:2] four"
    passages = [piece for piece in read_markup(text).pieces if not isinstance(piece, Pause)]
    assert [text[p.start : p.start + len(p.text)] for p in passages] == [p.text for p in passages]


@pytest.mark.parametrize(
    ("tag", "seconds"),
    [
        ("[pause:1s]", 1.0),
        ("[PAUSE:1S]", 1.0),
        ("[ Pause : +250ms ]", 0.25),
        ('<break time="1s"/>', 1.0),
        ("<BREAK TIME='2S' />", 2.0),
        ('<break time="500ms"></break>', 0.5),
        ("<break/>", 0.5),
        ("<break strength='Strong'/>", 1.0),
    ],
)
def test_pauses_of_plain_text(tag, seconds):
    assert tags(f"One {tag} two") == [("One", "", 1.0), seconds, ("two", "", 1.0)]


@pytest.mark.parametrize(
    "text", ["<speak></speak>", "<speak/>", " <speak>\n</speak> ", "[voice:am_adam]", "[pause:0s]"]
)
def test_text_that_is_only_markup_has_nothing_to_read_aloud(text):
    assert tags(text) == []


def test_ssml_is_known_by_its_root():
    assert tags("<speak>One<break time='1s'/>two</speak>") == [
        ("One", "", 1.0),
        1.0,
        ("two", "", 1.0),
    ]
    assert tags("The <speak> element") == [("The <speak> element", "", 1.0)]


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


def test_elements_of_ssml():
    assert ssml(
        "<speak xmlns='http://www.w3.org/2001/10/synthesis'>One <break strength='strong'/>"
        "<p>two</p><voice name='bf_emma'>three <prosody rate='50%'>four</prosody></voice>"
        "<sub alias='World Wide Web'>WWW</sub><desc>never</desc>"
        "<phoneme alphabet='ipa' ph='təmˈɑːtO'>tomato</phoneme><unknown>five</unknown></speak>"
    ) == [
        ("One", "", 1.0),
        1.0,
        ("two", "", 1.0),
        ("three", "bf_emma", 1.0),
        ("four", "bf_emma", 0.5),
        ("World Wide Web[tomato](/təmˈɑːtO/)five", "", 1.0),
    ]


@pytest.mark.parametrize(
    ("value", "rate"),
    [
        ("+0%", 1.0), ("-10%", 0.9), ("+20%", 1.2), ("120%", 1.2), ("1.5", 1.5), ("+0.5", 1.5),
        ("X-Slow", 0.5), ("DEFAULT", 1.0), (" fast ", 1.25),
    ],
)  # fmt: skip
def test_rates(value, rate):
    assert read_prosody_rate(value) == pytest.approx(rate)


@pytest.mark.parametrize(
    ("value", "semitones"),
    [("+2st", 2), ("-1.5ST", -1.5), ("+100%", 12), ("medium", 0), ("+20Hz", None), ("a", None)],
)
def test_pitches(value, semitones):
    assert read_pitch(value) == (semitones if semitones is None else pytest.approx(semitones))


@pytest.mark.parametrize(
    ("value", "gain"),
    [("-6dB", 0.501), ("+0.0dB", 1), ("50", 0.5), ("-20%", 0.8), ("Silent", 0), ("very", None)],
)
def test_volumes(value, gain):
    assert read_volume(value) == (gain if gain is None else pytest.approx(gain, abs=1e-3))


def test_pitch_volume_and_language_belong_to_their_passage():
    marked = read_markup(
        "<speak xml:lang='en-US'>One <prosody pitch='+2st' volume='-6dB'>two</prosody>"
        "<lang xml:lang='fr-FR'>trois</lang><lang xml:lang='en-GB'>four</lang></speak>"
    )
    styles = [piece.style for piece in marked.pieces]
    assert [style.pitch_semitones for style in styles] == [0, 2, 0, 0]
    assert [round(style.gain, 2) for style in styles] == [1, 0.5, 1, 1]
    assert [style.language for style in styles] == ["en", "en", "f", "b"]
    assert not marked.unused


@pytest.mark.parametrize(
    ("element", "unused"),
    [
        ("<emphasis>a</emphasis>", ["emphasis"]),
        ("<say-as interpret-as='date'>1/2</say-as>", ["say-as"]),
        ("<prosody contour='(0%,+20Hz)'>a</prosody>", ["prosody contour"]),
        ("<prosody pitch='+20Hz'>a</prosody>", ["prosody pitch"]),
        ("<lang xml:lang='de-DE'>a</lang>", ["lang"]),
        ("<voice gender='female'>a</voice>", ["voice gender"]),
        ("<amazon:effect name='whispered'>a</amazon:effect>", ["effect"]),
        ("<mstts:express-as style='sad'>a</mstts:express-as>", ["express-as"]),
        ("<audio src='x'>a</audio>", ["audio"]),
        ("<p><s>a</s></p>", []),
    ],
)
def test_markup_without_effect_is_named_and_its_text_is_kept(element, unused):
    marked = read_markup(f"<speak>{element}</speak>")
    assert list(marked.unused) == unused
    assert [piece.text.strip() for piece in marked.pieces] in (["a"], ["1/2"])


def test_tags_are_read_within_ssml():
    marked = read_markup("<speak>One [pause:1s]<prosody rate='2'>[rate:0.5]two</prosody></speak>")
    assert shown(marked) == [("One", "", 1.0), 1.0, ("two", "", 1.0)]


def test_characters_are_said_one_by_one():
    (piece,) = read_markup("<speak><say-as interpret-as='characters'>hal</say-as></speak>").pieces
    assert phonemize(piece.text, "a").phonemes == phonemize("H A L", "a").phonemes


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
def test_malformed_and_dangerous_ssml_is_refused(source, word):
    with pytest.raises(TextError, match=word):
        ssml(source)


@given(st.text(alphabet="[]:.-+ 0123456789aspuvoicertm*é\n", max_size=60))
def test_any_text_is_read_or_refused_with_a_sentence(text):
    try:
        marked = read_markup(text)
    except StudioError as error:
        assert str(error).endswith(".")
    else:
        for piece in marked.pieces:
            assert isinstance(piece, Pause) or not re.search(
                r"\[(pause|voice|rate):[^\[\]\n]*\]", piece.text
            )


@given(st.text(alphabet="<>/&;='\" speakvoicrm0123", max_size=60))
def test_any_ssml_is_read_or_refused_with_a_sentence(text):
    try:
        ssml(f"<speak>{text}</speak>")
    except StudioError as error:
        assert str(error).endswith(".")

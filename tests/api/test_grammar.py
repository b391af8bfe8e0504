"""Markup, wordless texts and what is left out, at every route that makes sound."""

from __future__ import annotations

import base64
import json

import numpy as np
import pytest

from kokoro_studio import Take
from kokoro_studio.api.skipped import LONGEST_HEADER, left_out

ROUTES = ("/v1/audio/speech", "/dev/captioned_speech", "/dev/dialogue")
SECOND = 24_000  # samples


def ask(api, route: str, text: str, **wanted):
    said = {"turns": [{"text": text, "voice": "af_heart"}]} if "dialogue" in route else {}
    body = {"input": text, "response_format": "pcm", **said, **wanted}
    if "dialogue" in route:
        del body["input"]
    return api.post(route, json=body)


def sound(reply) -> np.ndarray:
    assert reply.status_code == 200, reply.text
    if "json" not in reply.headers["content-type"]:
        return np.frombuffer(reply.content, "<i2")
    lines = [json.loads(line)["audio"] for line in reply.text.splitlines()]
    return np.frombuffer(b"".join(map(base64.b64decode, lines)), "<i2")


def seconds(reply) -> float:
    return len(sound(reply)) / SECOND


def longest_silence(samples: np.ndarray) -> float:
    loud = np.flatnonzero(samples)
    return float(np.diff(loud).max()) / SECOND


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("text", ["...", "—", "* ", "😊", "👍🏽", "?!", "…"])
def test_text_without_a_word_is_a_short_silence(api, route, stream, text):
    reply = ask(api, route, text, stream=stream)
    assert seconds(reply) == pytest.approx(0.2) and not sound(reply).any()
    assert "(" in reply.headers["x-kokoro-skipped"]


@pytest.mark.parametrize("text", ["", "  \n"])
def test_blank_input_stays_an_error(api, text):
    for route in ROUTES[:2]:
        assert ask(api, route, text).json()["error"]["param"] == "input"


def test_words_that_the_language_cannot_read_stay_an_error(api):
    assert "script" in ask(api, ROUTES[0], "мир").json()["error"]["message"]


@pytest.mark.parametrize("text", ["[pause:1s]", "[PAUSE:1S]", '<speak><break time="1s"/></speak>'])
@pytest.mark.parametrize("route", ROUTES)
def test_a_pause_alone_is_that_silence(api, route, text):
    reply = ask(api, route, text)
    assert seconds(reply) == pytest.approx(1) and not sound(reply).any()
    assert "x-kokoro-skipped" not in reply.headers


@pytest.mark.parametrize("text", ["<speak></speak>", "<speak>😀</speak>", "[voice:am_adam]"])
@pytest.mark.parametrize("allowed", [True, False])
@pytest.mark.parametrize("route", ROUTES)
def test_markup_alone_is_not_read_aloud(api, route, allowed, text):
    reply = ask(api, route, text, allow_voice_tags=allowed)
    assert seconds(reply) == pytest.approx(0.2) and not sound(reply).any()
    assert reply.headers["x-kokoro-skipped"]


@pytest.mark.parametrize("tag", ["[pause:2s]", "[Pause:2S]", "<break time='+2s'/>"])
@pytest.mark.parametrize("route", ROUTES)
def test_a_pause_within_a_text(api, route, tag):
    samples = sound(ask(api, route, f"One, {tag} two."))
    assert 2 < longest_silence(samples) < 3
    assert len(samples) / SECOND < 5.5


@pytest.mark.parametrize("route", ROUTES)
def test_voices_and_rates_within_a_text(api, route):
    both = sound(
        ask(
            api, route, "[Voice:me]One.[VOICE:bf_emma][rate:+100%]Two.",
            allow_voice_tags=True, voice_aliases={"me": {"voice": "am_michael", "rate": 1.5}},
        )
    )  # fmt: skip
    apart = [
        sound(ask(api, ROUTES[0], "One.", voice="am_michael", speed=1.5)),
        sound(ask(api, ROUTES[0], "Two.", voice="bf_emma", speed=2)),
    ]
    assert np.array_equal(both, np.concatenate(apart))


@pytest.mark.parametrize("route", ROUTES)
def test_ssml(api, route):
    source = "<speak>One.<break time='1s'/><voice name='me'>Two.</voice></speak>"
    heard = sound(ask(api, route, source, ssml=True, voice_aliases={"me": "bf_emma"}))
    apart = [
        sound(ask(api, ROUTES[0], "One.")),
        np.zeros(SECOND, np.int16),
        sound(ask(api, ROUTES[0], "Two.", voice="bf_emma")),
    ]
    assert np.array_equal(heard, np.concatenate(apart))


def test_captions_of_marked_text_have_only_its_words(api):
    source = "<speak>Hello<break time='1s'/><emphasis>there</emphasis></speak>"
    reply = ask(api, ROUTES[1], source, ssml=True, stream=False)
    first, second = reply.json()["timestamps"]
    assert (first["word"], second["word"]) == ("Hello", "there")
    assert second["start_time"] > first["end_time"] + 1
    assert reply.headers["x-kokoro-unused"] == "emphasis"


def test_captions_know_aliases_of_voices(api):
    reply = ask(api, ROUTES[1], "Hello.", voice="me", voice_aliases={"me": "am_adam"})
    assert np.array_equal(sound(reply), sound(ask(api, ROUTES[0], "Hello.", voice="am_adam")))


def test_volume_pitch_and_rate_of_ssml(api):
    plain = sound(ask(api, ROUTES[0], "Good morning.")).astype(float)

    def changed(attributes: str) -> np.ndarray:
        source = f"<speak><prosody {attributes}>Good morning.</prosody></speak>"
        return sound(ask(api, ROUTES[0], source, ssml=True)).astype(float)

    assert np.array_equal(changed("rate='+0%'"), plain)
    assert len(changed("rate='-50%'")) > 1.5 * len(plain)
    assert np.abs(changed("volume='-6.02dB'") - plain / 2).max() <= 1
    higher = changed("pitch='+4st'")
    assert len(higher) == len(plain) and not np.array_equal(higher, plain)


def test_a_dialogue_speaks_the_other_turns(api):
    turns = [{"text": text} for text in ("Hello there.", "👍", "", "[pause:1s]", "Bye.")]
    wanted = {"turns": turns, "pause_between_turns": 0, "response_format": "pcm"}
    reply = api.post("/dev/dialogue", json=wanted)
    apart = [
        sound(ask(api, ROUTES[0], "Hello there.")),
        np.zeros(round((0.2 + 0.2 + 1) * SECOND), np.int16),
        sound(ask(api, ROUTES[0], "Bye.")),
    ]
    heard, expected = sound(reply).astype(int), np.concatenate(apart)
    assert len(heard) == len(expected) and np.abs(heard - expected).max() <= 1
    assert reply.headers["x-kokoro-skipped"] == (
        "turn 2: %F0%9F%91%8D (an emoji), turn 3: no word to speak"
    )


def test_skips_are_named_in_ascii_and_within_bounds(api):
    reply = ask(api, ROUTES[0], "Hello 😀 there ☃ friend.")
    assert reply.headers["x-kokoro-skipped"] == ("%F0%9F%98%80 (an emoji), %E2%98%83 (an emoji)")
    assert "x-kokoro-skipped" not in ask(api, ROUTES[0], "Hello, friend.").headers


def test_the_list_of_what_is_left_out_has_a_bound(engine):
    many = left_out([engine.read(Take("a 😀 " * 200))], numbered=False, streamed=False)
    assert many.isascii() and len(many) <= LONGEST_HEADER and many.endswith(", ...")


def test_a_stream_names_what_its_opening_leaves_out(engine):
    readings = [
        engine.read(Take("Hi 😀. " + "And so it goes. " * 100 + "☃")),
        engine.read(Take("☃")),
    ]
    opening, whole = (
        left_out(readings, numbered=True, streamed=streamed) for streamed in (True, False)
    )
    assert opening == "turn 1: %F0%9F%98%80 (an emoji), turn 2: %E2%98%83 (an emoji)"
    assert whole.count("turn 1") == 2 and whole.endswith("turn 2: %E2%98%83 (an emoji)")


def test_phonemes_of_a_marked_text(api):
    marked, plain = (
        api.post("/dev/phonemize", json={"text": text}).json()["phonemes"]
        for text in ("Hello [pause:1s] there", "Hello there")
    )
    assert marked == plain

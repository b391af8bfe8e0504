"""Sample rate, pauses, equal loudness and volume, at every route that makes sound."""

from __future__ import annotations

import base64
import io
import json

import av
import numpy as np
import pytest
import soundfile

from kokoro_studio.audio import SAMPLE_RATES, STREAMS
from kokoro_studio.audio.rates import OPUS_RATES

TEXT = "Hi there. Come in."
ROUTES = {
    "/v1/audio/speech": {"input": TEXT},
    "/dev/captioned_speech": {"input": TEXT},
    "/dev/dialogue": {"turns": [{"text": "Hi."}, {"text": "Come in."}]},
    "/dev/generate_from_phonemes": {"phonemes": "hˈI. kˈʌm ˈɪn."},
}


def pcm(api, route: str, **wanted) -> np.ndarray:
    """(n,) int16 of a reply, whatever its form."""
    reply = api.post(route, json={**ROUTES[route], "response_format": "pcm", **wanted})
    assert reply.status_code == 200, reply.text
    if route != "/dev/captioned_speech":
        return np.frombuffer(reply.content, np.int16)
    lines = [json.loads(line) for line in reply.text.splitlines()]
    return np.frombuffer(b"".join(base64.b64decode(line["audio"]) for line in lines), np.int16)


@pytest.mark.parametrize("route", ROUTES)
def test_streamed_and_whole_are_as_long_at_another_rate(api, route):
    usual = pcm(api, route, stream=False)
    for rate in (8_000, 44_100):
        whole = pcm(api, route, stream=False, sample_rate=rate)
        assert len(whole) == -(-len(usual) * rate // 24_000)
        assert len(pcm(api, route, sample_rate=rate)) == len(whole)


def test_a_stream_is_the_same_samples_as_its_file(api):
    for options in ({"sample_rate": 22_050}, {"volume_multiplier": 8}):
        # Rendered alike: a stream that leaves a file behind is rendered as the file is.
        wanted = {"return_download_link": True, "download_format": "wav", **options}
        reply = api.post(
            "/v1/audio/speech", json={"input": TEXT, "response_format": "pcm", **wanted}
        )
        linked = api.get(reply.headers["x-download-path"]).content
        audio, rate = soundfile.read(io.BytesIO(linked), dtype="int16")
        assert rate == options.get("sample_rate", 24_000)
        assert np.array_equal(audio, np.frombuffer(reply.content, np.int16))


def test_a_loud_reply_is_limited_and_not_clipped(api):
    loud = np.abs(pcm(api, "/v1/audio/speech", volume_multiplier=8).astype(int))
    assert loud.max() > 32_000 and (loud == 32_767).mean() < 0.002


@pytest.mark.parametrize("format", STREAMS)
@pytest.mark.parametrize("rate", SAMPLE_RATES)
def test_headers_state_the_rate(api, format, rate):
    wanted = {"input": "Hi.", "response_format": format, "sample_rate": rate, "stream": False}
    for stream in (False, True):
        reply = api.post("/v1/audio/speech", json={**wanted, "stream": stream})
        if format == "opus" and rate not in OPUS_RATES:
            error = reply.json()["error"]
            assert reply.status_code == 400 and error["param"] == "sample_rate"
            assert error["message"].startswith(f"Sample rate {rate} is not one of Opus; use 8000")
        elif format != "pcm":
            with av.open(io.BytesIO(reply.content)) as file:
                (stream_,) = file.streams.audio
                assert stream_.rate == (48_000 if format == "opus" else rate)
                if format == "opus":
                    assert int.from_bytes(stream_.codec_context.extradata[12:16], "little") == rate


def test_times_are_those_of_the_words_at_every_rate(api):
    def starts(**wanted):
        request = {"input": TEXT, "stream": False, **wanted}
        told = api.post("/dev/captioned_speech", json=request).json()
        return [word["start_time"] for word in told["timestamps"]]

    usual = starts()
    assert starts(sample_rate=8_000) == usual
    assert starts(pause_before=1.5) == pytest.approx([1.5 + each for each in usual], abs=2e-3)


def test_a_dialogue_has_silence_around_it_once(api):
    usual = pcm(api, "/dev/dialogue", stream=False)
    moved = pcm(api, "/dev/dialogue", stream=False, pause_before=1, pause_after=2)
    assert len(moved) - len(usual) == 24_000 + 48_000 - round(0.15 * 24_000)
    assert not moved[:24_000].any() and not moved[-48_000:].any()


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize(
    ("options", "param", "says"),
    [
        ({"sample_rate": 11_025}, "sample_rate", "Sample rate 11025 is not available; use 8000"),
        ({"sample_rate": "16000"}, "sample_rate", "Sample rate '16000' is not"),
        ({"sample_rate": None}, "sample_rate", "Sample rate None is not"),
        ({"pause_before": -1}, "pause_before", "Pause before -1 is out of range; use 0 to 60"),
        ({"pause_at_line_ends": "long"}, "pause_at_line_ends", "Pause at line ends 'long'"),
        ({"equal_loudness": 2}, "equal_loudness", "boolean"),
    ],
)
def test_a_mistake_names_field_value_and_what_is_allowed(api, route, options, param, says):
    reply = api.post(route, json={**ROUTES[route], **options})
    error = reply.json()["error"]
    assert reply.status_code == 400 and error["param"] == param
    assert says in error["message"] and error["message"].endswith(".")


def test_silence_between_is_bounded_over_a_whole_dialogue(api):
    turns = [{"text": "Go on. Go on."}] * 20
    reply = api.post("/dev/dialogue", json={"turns": turns, "pause_between_sentences": 40})
    assert reply.status_code == 400 and "at most 600" in reply.json()["error"]["message"]


def test_the_schema_lists_what_is_allowed(api):
    schemas = api.get("/v1/openapi.json").json()["components"]["schemas"]
    assert schemas["SpeechRequest"]["properties"]["response_format"]["enum"] == list(STREAMS)
    for name in ("SpeechRequest", "CaptionedRequest", "DialogueRequest", "PhonemesRequest"):
        fields = schemas[name]["properties"]
        assert fields["sample_rate"]["enum"] == list(SAMPLE_RATES)
        assert fields["equal_loudness"]["default"] is False
        seconds = fields["pause_between_sentences"]["anyOf"][0]
        assert (seconds["minimum"], seconds["maximum"]) == (0, 60)

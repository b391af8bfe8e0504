"""How long a file says it is, read from its header as players and taggers do, never by decoding."""

from __future__ import annotations

import base64
import io
import wave

import pytest
import soundfile

from kokoro_studio.audio import FORMATS, SAMPLE_RATE, encode

SENTENCE = "The harbour was quiet before the storm, and nobody had slept."
OPUS_RATE = 48_000  # Hz, of its granule positions whatever rate it was made at
# What a header may leave open: nothing, or at most a frame of the coder.
SLACK_SECONDS = {"wav": 0.0, "flac": 0.0, "mp3": 0.0, "ogg": 0.0, "opus": 0.021, "aac": 0.13}


def wav_seconds(data: bytes) -> float:
    with wave.open(io.BytesIO(data)) as file:
        return file.getnframes() / file.getframerate()


def flac_seconds(data: bytes) -> float:
    """Of STREAMINFO. https://www.rfc-editor.org/rfc/rfc9639#section-8.2"""
    info = data[8:42]
    rate = int.from_bytes(info[10:13], "big") >> 4
    return (int.from_bytes(info[13:18], "big") & (2**36 - 1)) / rate


def mp3_seconds(data: bytes) -> float:
    """Of the Info frame: frames of 576 samples, less what its last part says was added."""
    if data[:3] == b"ID3":
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte
        data = data[10 + size :]
    at = next(data.find(mark, 0, 200) for mark in (b"Info", b"Xing") if mark in data[:200])
    assert int.from_bytes(data[at + 4 : at + 8], "big") == 0b1111, "frames, bytes, table, quality"
    frames = int.from_bytes(data[at + 8 : at + 12], "big")
    added = int.from_bytes(data[at + 141 : at + 144], "big")  # 12 bits before, 12 after
    return (frames * 576 - (added >> 12) - (added & 0xFFF)) / SAMPLE_RATE


def ogg_seconds(data: bytes) -> float:
    """Of the last page's granule position. https://www.rfc-editor.org/rfc/rfc3533"""
    last = data.rindex(b"OggS")
    samples = int.from_bytes(data[last + 6 : last + 14], "little")
    if (head := data.find(b"OpusHead", 0, 100)) < 0:
        return samples / SAMPLE_RATE
    pre_skip = int.from_bytes(data[head + 10 : head + 12], "little")
    return (samples - pre_skip) / OPUS_RATE


def aac_seconds(data: bytes) -> float:
    """ADTS has no header for all: its frames of 1,024 samples are counted."""
    at, frames = 0, 0
    while at < len(data):
        assert data[at] == 0xFF and data[at + 1] & 0xF6 == 0xF0, "a frame after the other"
        at += int.from_bytes(data[at + 3 : at + 6], "big") >> 5 & 0x1FFF
        frames += 1
    return frames * 1024 / SAMPLE_RATE


STATED = {
    "wav": wav_seconds, "flac": flac_seconds, "mp3": mp3_seconds, "ogg": ogg_seconds,
    "opus": ogg_seconds, "aac": aac_seconds,
}  # fmt: skip


def is_right(format: str, data: bytes, seconds: float) -> bool:
    return abs(STATED[format](data) - seconds) <= SLACK_SECONDS[format] + 1e-9


@pytest.fixture(scope="module")
def samples(api):
    pcm = api.post(
        "/v1/audio/speech", json={"input": SENTENCE, "stream": False, "response_format": "pcm"}
    ).content
    sound, _ = soundfile.read(
        io.BytesIO(pcm), dtype="float32", samplerate=SAMPLE_RATE, channels=1, format="RAW",
        subtype="PCM_16",
    )  # fmt: skip
    return sound


@pytest.mark.parametrize("format", FORMATS)
def test_files_of_the_page_state_their_length(samples, format):
    for count in (len(samples), len(samples) - 1, 700, 24_001):
        data = encode(samples[:count], format, {"seed": 7})
        assert is_right(format, data, count / SAMPLE_RATE), STATED[format](data)


@pytest.mark.parametrize("format", ["wav", "flac", "mp3", "opus", "aac"])
def test_files_of_the_api_state_their_length(api, samples, format):
    wanted = {"input": SENTENCE, "stream": False, "response_format": format}
    data = api.post("/v1/audio/speech", json=wanted).content
    assert is_right(format, data, len(samples) / SAMPLE_RATE), STATED[format](data)


@pytest.mark.parametrize("format", ["wav", "flac", "mp3", "opus", "aac"])
def test_captions_end_within_the_length_that_their_file_states(api, format):
    wanted = {"input": SENTENCE, "stream": False, "response_format": format}
    reply = api.post("/dev/captioned_speech", json=wanted).json()
    stated = STATED[format](base64.b64decode(reply["audio"]))
    ends = [word["end_time"] for word in reply["timestamps"]]
    assert ends == sorted(ends) and stated - 0.7 < ends[-1] <= stated

"""Headers of streams and of whole files."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import wave

import av
import numpy as np
import pytest
import soundfile

from kokoro_studio.audio import SAMPLE_RATE, STREAMS, encode, silence, to_pcm16
from kokoro_studio.audio.encoding import Encoder, whole_file

SENTENCE = "The harbour was quiet."
CLICK, END = 12_000, 36_000  # samples
EXACT = ("wav", "flac", "mp3")


@pytest.fixture(scope="module")
def clicks() -> np.ndarray:
    """Two seconds of silence with two clicks."""
    sound = np.zeros(2 * SAMPLE_RATE, np.float32)
    sound[CLICK : CLICK + 10] = sound[END : END + 10] = 0.9
    return sound


def decoded(data: bytes) -> np.ndarray:
    """(n,) at 24 kHz, as FFmpeg plays it."""
    with av.open(io.BytesIO(data)) as file:
        resampler = av.AudioResampler("s16", "mono", SAMPLE_RATE)
        frames = [made for frame in file.decode(audio=0) for made in resampler.resample(frame)]
        frames += resampler.resample(None)
    return np.concatenate([frame.to_ndarray()[0] for frame in frames])


def ends(sound: np.ndarray) -> tuple[int, int]:
    """The first and the last loud sample."""
    loud = np.flatnonzero(np.abs(sound.astype(float)) > 0.3 * np.abs(sound.astype(float)).max())
    return int(loud[0]), int(loud[-1])


def flac_header(data: bytes) -> tuple[int, bytes]:
    """Total samples and MD5 of STREAMINFO. https://www.rfc-editor.org/rfc/rfc9639#section-8.2"""
    assert data[:4] == b"fLaC" and data[4] & 0x7F == 0
    info = data[8 : 8 + 34]
    return int.from_bytes(info[13:18], "big") & (2**36 - 1), info[18:34]


@pytest.mark.parametrize("format", EXACT)
def test_a_whole_file_is_as_long_as_its_sound(clicks, format):
    for data in (whole_file(format, clicks), encode(clicks, format)):
        assert soundfile.info(io.BytesIO(data)).frames == len(clicks)
        read, _ = soundfile.read(io.BytesIO(data))
        for sound in (read, decoded(data)):
            assert len(sound) == len(clicks)
            assert np.abs(np.subtract(ends(sound), (CLICK, END + 9))).max() <= 2


def test_flac_states_its_samples_and_their_md5(clicks):
    expected = len(clicks), hashlib.md5(to_pcm16(clicks).tobytes()).digest()
    assert flac_header(whole_file("flac", clicks)) == expected
    assert flac_header(encode(clicks, "flac", {"seed": 7})) == expected


def test_wav_states_its_sizes(clicks):
    for data in (whole_file("wav", clicks), encode(clicks, "wav", {"seed": 7})):
        assert int.from_bytes(data[4:8], "little") == len(data) - 8
        with wave.open(io.BytesIO(data)) as file:
            assert file.getnframes() == len(clicks)


def test_mp3_has_its_header_in_files_and_no_tag_in_streams(clicks):
    encoder = Encoder("mp3")
    streamed = encoder.encode(clicks) + encoder.close()
    for data in (streamed, whole_file("mp3", clicks)):
        assert data[0] == 0xFF and data[1] & 0xE0 == 0xE0  # a frame, not "ID3"
    assert b"Xing" not in streamed and b"Info" not in streamed
    assert b"Info" in whole_file("mp3", clicks)[:64]


def test_opus_states_its_delay_in_streams_too(clicks):
    encoder = Encoder("opus")
    for data in (encoder.encode(clicks) + encoder.close(), whole_file("opus", clicks)):
        assert np.abs(np.subtract(ends(decoded(data)), (CLICK, END + 9))).max() <= 12


@pytest.mark.parametrize("format", STREAMS)
def test_no_sound_is_a_file_all_the_same(format):
    assert isinstance(whole_file(format, silence(0)), bytes)


@pytest.mark.parametrize("format", EXACT)
def test_every_whole_reply_states_its_length(api, format):
    wanted = {"input": SENTENCE, "stream": False}
    pcm = api.post("/v1/audio/speech", json={**wanted, "response_format": "pcm"}).content
    wanted["response_format"] = format
    reply = api.post("/v1/audio/speech", json={**wanted, "return_download_link": True})
    linked = api.get(reply.headers["x-download-path"])
    captioned = api.post("/dev/captioned_speech", json=wanted).json()
    events = api.post("/v1/audio/speech", json={**wanted, "stream_format": "sse"}).text
    first = json.loads(events.split("\n\n")[0].removeprefix("data: "))
    encoded = (captioned["audio"], first["audio"])
    for data in (reply.content, linked.content, *map(base64.b64decode, encoded)):
        assert soundfile.info(io.BytesIO(data)).frames == len(pcm) // 2


def test_a_download_of_a_stream_states_its_length(api):
    wanted = {"input": SENTENCE, "return_download_link": True, "download_format": "flac"}
    reply = api.post("/v1/audio/speech", json=wanted | {"response_format": "pcm"})
    linked = api.get(reply.headers["x-download-path"]).content
    assert soundfile.info(io.BytesIO(linked)).frames == len(reply.content) // 2

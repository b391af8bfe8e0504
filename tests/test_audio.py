from __future__ import annotations

import io
import json
import os
from pathlib import Path

import numpy as np
import pytest
import soundfile

from kokoro_studio.audio import FORMATS, STREAMS, encode, fade_edges, to_pcm16
from kokoro_studio.errors import RequestError
from kokoro_studio.storage.files import write_whole

TONE = (0.5 * np.sin(np.arange(48_000) * 2 * np.pi * 440 / 24_000)).astype(np.float32)


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_keeps_the_sound_and_its_length(format):
    data = encode(TONE, format, {"seed": 7})
    with soundfile.SoundFile(io.BytesIO(data)) as file:
        audio, rate = file.read(dtype="float32"), file.samplerate
        assert json.loads(file.comment) == {"seed": 7}
    assert rate == 24_000
    assert abs(len(audio) - len(TONE)) < 0.06 * rate  # codecs pad their frames, none cuts the tail
    assert len(audio) >= len(TONE) or format in ("mp3",)
    spectrum = np.abs(np.fft.rfft(audio[4_000:28_000]))
    assert spectrum.argmax() == 440


def test_files_have_a_label_and_the_readme_names_the_streams():
    assert all(format.label for format in FORMATS.values())
    *most, last = STREAMS
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    assert f"{', '.join(most)} or {last}, streamed as it is made" in readme


def test_lossless_formats_are_exact():
    for format in ("wav", "flac"):
        audio, _ = soundfile.read(io.BytesIO(encode(TONE, format)), dtype="int16")
        assert np.array_equal(audio, to_pcm16(TONE))


def test_clipping_instead_of_wrapping():
    assert to_pcm16(np.array([-2, 0, 2], dtype=np.float32)).tolist() == [-32767, 0, 32767]


def test_fades_touch_the_edges_alone():
    faded = fade_edges(np.ones(24_000, dtype=np.float32))
    assert faded[0] < 0.001 and faded[-1] < 0.001
    assert (faded[200:-200] == 1).all()
    assert len(fade_edges(np.ones(1, dtype=np.float32))) == 1


@pytest.mark.parametrize("rate", [8_000, 24_000, 48_000])
def test_a_fade_takes_5_ms_at_every_rate(rate):
    faded = fade_edges(np.ones(rate, dtype=np.float32), rate=rate)
    assert (faded < 1).sum() == 2 * rate // 200
    assert faded[rate // 400] == pytest.approx(0.5, abs=0.05)


def test_files_appear_whole_or_not_at_all(tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(RequestError, match="No space left"):
        write_whole(tmp_path / "x.wav", b"123")
    assert list(tmp_path.iterdir()) == []

"""`say` into a pipe, with its options, and from a manifest."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import wave

import numpy as np
import pytest
import soundfile

from kokoro_studio.cli import main


@pytest.fixture(autouse=True)
def bundled(monkeypatch, tmp_path):
    monkeypatch.setenv("KOKORO_WEIGHTS", "bundled")
    monkeypatch.setenv("KOKORO_DEVICE", "cpu")
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))


def say(capfdbinary, *arguments) -> tuple[int, bytes, str]:
    code = main(["say", *map(str, arguments)])
    sys.stdout.flush()
    captured = capfdbinary.readouterr()
    return code, captured.out, captured.err.decode()


def pcm_of(path) -> np.ndarray:
    return soundfile.read(path, dtype="int16")[0]


def test_standard_output_holds_the_sound_alone(capfdbinary, tmp_path):
    path = tmp_path / "x.wav"
    assert say(capfdbinary, "Hi there. 🎉", "-o", path)[0] == 0
    code, out, err = say(capfdbinary, "Hi there. 🎉", "-o", "-")
    assert code == 0 and "an emoji" in err and "standard output" in err
    assert out[:4] == b"RIFF" and out[40:44] == b"\xff" * 4  # a length nobody knows yet
    assert np.array_equal(np.frombuffer(out[44:], np.int16), pcm_of(path))
    with wave.open(io.BytesIO(out)) as file:  # read to its end all the same
        assert file.getframerate() == 24_000 and file.getnchannels() == 1


@pytest.mark.parametrize(
    ("format", "begins"),
    [("mp3", b"\xff"), ("flac", b"fLaC"), ("opus", b"OggS"), ("aac", b"\xff"), ("pcm", b"")],
)
def test_standard_output_has_every_streamed_format(capfdbinary, format, begins):
    code, out, _ = say(capfdbinary, "Hi.", "-o", "-", "--format", format)
    assert code == 0 and len(out) > 1_000 and out.startswith(begins)


@pytest.mark.slow
def test_a_reader_that_leaves_costs_no_traceback():
    command = [sys.executable, "-m", "kokoro_studio", "say", "One. " * 40, "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout.read(4) == b"RIFF"
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()


def test_the_options_are_heard_and_kept_in_the_manifest(capfdbinary, tmp_path):
    path, recipe = tmp_path / "x.wav", tmp_path / "x.json"
    options = ["--pause-before", 0.5, "--pause-after", 0.25, "--equal-loudness"]
    more = ["--sample-rate", 48_000, "--write-manifest", recipe]
    assert say(capfdbinary, "Hi.", "-o", path, *options, *more)[0] == 0
    audio = pcm_of(path)
    assert soundfile.info(path).samplerate == 48_000
    assert np.abs(audio[:23_900]).max() < 3 and np.abs(audio[-11_900:]).max() < 3
    made = json.loads(recipe.read_text())
    assert made["take"]["pauses"] == {"before": 0.5, "after": 0.25}
    assert made["take"]["equal_loudness"] and made["output"]["sample_rate"] == 48_000
    assert made["seconds"] == pytest.approx(len(audio) / 48_000, abs=1e-3)


def test_a_manifest_makes_its_take_again(capfdbinary, tmp_path):
    path, recipe, again = tmp_path / "x.wav", tmp_path / "x.json", tmp_path / "again.wav"
    options = ["--voice", "bf_emma", "--seed", 5, "--pause-between-sentences", 0.7]
    text = "Hi [rate:1.2] there. You."
    made = [*options, "--sample-rate", 16_000, "--write-manifest", recipe]
    assert say(capfdbinary, text, "-o", path, *made)[0] == 0
    code, _, err = say(capfdbinary, "--manifest", recipe, "-o", again)
    assert (code, err) == (0, "")
    assert again.read_bytes() == path.read_bytes()
    other = tmp_path / "other.wav"
    assert say(capfdbinary, "--manifest", recipe, "-o", other, "--sample-rate", 8_000)[0] == 0
    assert soundfile.info(other).samplerate == 8_000


def test_differences_to_a_manifest_are_printed(capfdbinary, tmp_path):
    recipe = tmp_path / "x.json"
    path = tmp_path / "x.wav"
    assert say(capfdbinary, "Hi.", "-o", path, "--write-manifest", recipe)[0] == 0
    data = json.loads(recipe.read_text())
    data["versions"]["misaki"] = "0.1"
    recipe.write_text(json.dumps(data))
    code, _, err = say(capfdbinary, "--manifest", recipe, "-o", path)
    assert code == 0 and "made with misaki 0.1" in err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["Hi.", "-o", "{}/x.wav", "--sample-rate", "11025"], "Sample rate 11025 is not"),
        (["Hi.", "-o", "{}/x.opus", "--sample-rate", "44100"], "44100 is not one of Opus"),
        (["Hi.", "-o", "-", "--format", "opus", "--sample-rate", "22050"], "not one of Opus"),
        (["Hi.", "-o", "-", "--format", "midi"], "no audio stream 'midi'; use one of mp3"),
        (["Hi.", "-o", "{}/x.wav", "--format", "midi"], "no audio format 'midi'"),
        (["Hi.", "-o", "-", "--json"], "--json prints to standard output"),
        (["Hi.", "-o", "{}/x.wav", "--pause-before", "-1"], "Pause before -1.0 is out of range"),
        (["-o", "{}/x.wav"], "give a text, or --manifest"),
        (["Hi.", "--manifest", "{}/x.json", "-o", "{}/x.wav"], "A text and --manifest cannot"),
        (["--manifest", "{}/x.json", "--speed", "1"], "--speed and --manifest cannot"),
        (["--manifest", "{}/x.json", "--pause-after", "0"], "--pause-after and --manifest"),
        (["--manifest", "{}/x.json", "-o", "{}/x.wav"], "x.json cannot be read"),
    ],
)
def test_bad_input_costs_one_sentence(capfdbinary, tmp_path, arguments, says):
    code, out, err = say(capfdbinary, *[argument.format(tmp_path) for argument in arguments])
    assert (code, out) == (2, b"")
    assert says in err and len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []

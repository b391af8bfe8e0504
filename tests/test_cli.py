from __future__ import annotations

import io
import json
from itertools import pairwise

import numpy as np
import pytest
import soundfile
import torch

from kokoro_studio.cli import main


def run(capsys, *arguments):
    code = main(arguments)
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture(autouse=True)
def bundled(monkeypatch, tmp_path):
    monkeypatch.setenv("KOKORO_WEIGHTS", "bundled")
    monkeypatch.setenv("KOKORO_DEVICE", "cpu")
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))


def test_say_writes_a_file_and_tells_all(capsys, tmp_path, transcribe):
    path = tmp_path / "x.wav"
    text = "The children play in the garden 🎉."
    code, out, err = run(capsys, "say", text, "--voice", "af_heart", "--json", "-o", str(path))
    assert (code, err) == (0, "")
    result = json.loads(out)
    audio, rate = soundfile.read(path, dtype="float32")
    assert result["seconds"] == pytest.approx(len(audio) / rate, abs=1e-3)
    assert transcribe(np.asarray(audio)) == "the children play in the garden"
    assert result["seed"] == 0 and result["weights"] and result["real_time_factor"] > 0
    assert [(skip["text"], skip["start"]) for skip in result["skipped"]] == [("🎉", 32)]
    tokens = [token for segment in result["segments"] for token in segment["tokens"]]
    assert [text[token["start"] : token["end"]] for token in tokens] == [t["text"] for t in tokens]
    assert all(token["start_seconds"] <= token["end_seconds"] for token in tokens)


def test_say_reads_standard_input_and_phonemes(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("həlˈO".encode())))
    recipe = tmp_path / "x.json"
    path = str(tmp_path / "x.mp3")
    code, out, _ = run(
        capsys, "say", "-", "--phonemes", "-o", path, "--write-manifest", str(recipe)
    )
    assert code == 0 and "x.mp3" in out
    assert json.loads(recipe.read_text())["take"]["phonemes"] == "həlˈO"


def test_say_knows_pauses_voices_and_rates(capsys, tmp_path):
    path = tmp_path / "x.wav"
    text = "Good morning. [PAUSE:2s] [voice:am_adam] Good <break time='1s'/> night."
    code, out, err = run(capsys, "say", text, "--json", "-o", str(path))
    assert (code, err) == (0, "")
    result = json.loads(out)
    tokens = [token for segment in result["segments"] for token in segment["tokens"]]
    words = [token for token in tokens if token["text"].isalnum()]
    assert [word["text"] for word in words] == ["Good", "morning", "Good", "night"]
    assert [text[word["start"] : word["end"]] for word in words] == [w["text"] for w in words]
    between = [b["start_seconds"] - a["end_seconds"] for a, b in pairwise(words)]
    assert 2 < between[1] < 2.8 and 1 < between[2] < 1.8 and result["skipped"] == []


@pytest.mark.parametrize(
    ("text", "seconds", "named"),
    [
        ("...", 0.2, "no word"),
        ("🎉", 0.2, "an emoji"),
        ("[pause:1s]", 1, ""),
        ("<speak/>", 0.2, "no"),
    ],
)
def test_say_without_a_word_is_silence(capsys, tmp_path, text, seconds, named):
    path = tmp_path / "x.wav"
    code, _, err = run(capsys, "say", text, "-o", str(path))
    audio, rate = soundfile.read(path)
    assert code == 0 and len(audio) / rate == pytest.approx(seconds) and not audio.any()
    assert named in err and bool(err) == bool(named)


def test_phonemes_leave_markup_out(capsys):
    assert run(capsys, "phonemes", "Hello [pause:1s] there")[1] == "həlˈO ðˈɛɹ\n"


def test_phonemes(capsys):
    code, out, _ = run(capsys, "phonemes", "Hello there", "--json")
    assert code == 0
    result = json.loads(out)
    assert result["phonemes"] == "həlˈO ðˈɛɹ"
    assert [token["text"] for token in result["tokens"]] == ["Hello", "there"]


@pytest.mark.parametrize("name", ["F", "fr-fr", "fr_FR"])
def test_a_language_by_its_tag(capsys, name):
    code, out, _ = run(capsys, "phonemes", "Bonjour", "--language", name, "--json")
    assert (code, json.loads(out)["language"]) == (0, "f")


def test_names_in_capitals(capsys, tmp_path):
    path = tmp_path / "X.FLAC"
    arguments = ("--voice", "BF_EMMA*0.5 + AF_SKY*0.5", "--language", "EN-GB", "--json")
    code, out, _ = run(capsys, "say", "Hi.", *arguments, "-o", str(path))
    assert code == 0 and soundfile.info(path).format == "FLAC"
    result = json.loads(out)
    assert (result["voice"], result["language"]) == ("bf_emma*0.5 + af_sky*0.5", "b")


def test_voices(capsys):
    code, out, _ = run(capsys, "voices", "--json")
    assert code == 0 and len(json.loads(out)) == 54
    code, out, _ = run(capsys, "voices")
    assert code == 0 and len(out.splitlines()) == 54


def test_mix_writes_a_voice_other_tools_read(capsys, tmp_path):
    path = tmp_path / "mine.pt"
    code, out, _ = run(capsys, "mix", "af_heart(6)+bf_emma(4)", "-o", str(path))
    assert code == 0 and "af_heart*0.6 + bf_emma*0.4" in out
    assert torch.load(path, weights_only=True).shape == (510, 1, 256)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["say", "", "-o", "{}/x.wav"], "nothing to speak"),
        (["say", "мир", "-o", "{}/x.wav"], "a script"),
        (["say", "[pause:soon] hi", "-o", "{}/x.wav"], "1.5s"),
        (["say", "a" * 100_000, "-o", "{}/x.wav"], "at most 50,000"),
        (["say", "hi", "--voice", "af_nobody", "-o", "{}/x.wav"], "no voice"),
        (["say", "hi", "--voice", "af_heart*", "-o", "{}/x.wav"], "character 10"),
        (["say", "hi", "--language", "x", "-o", "{}/x.wav"], "language"),
        (["say", "hi", "--speed", "9", "-o", "{}/x.wav"], "0.25"),
        (["say", "hi", "--seed", "-3", "-o", "{}/x.wav"], "Seed"),
        (["say", "hi", "-o", "{}"], "is a folder"),
        (["say", "hi", "-o", "{}/no/x.wav"], "no folder"),
        (["say", "hi", "-o", "{}/x.xyz"], "no audio format"),
        (["say", "hi", "-o", "{}/x"], "no extension"),
        (["mix", "af_heart", "-o", "{}/x.wav"], ".pt"),
        (["mix", "af_heart -> af_sky", "-o", "{}/x.pt"], "one of its ends"),
        (["keep", "Sky", "af_sky"], "already"),
        (["import", "{}/nowhere.pt"], "cannot be read"),
        (["forget", "af_heart"], "no own voice"),
        (["rename", "af_nobody", "X"], "no own voice"),
        (["phonemes", "hi", "--language", "x"], "language"),
    ],
)
def test_bad_input_costs_one_sentence(capsys, tmp_path, arguments, says):
    code, out, err = run(capsys, *[argument.format(tmp_path) for argument in arguments])
    assert (code, out) == (2, "")
    assert says in err and len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_own_voices_from_keeping_to_forgetting(capsys, tmp_path):
    code, out, _ = run(capsys, "keep", "Night narrator", "af_heart(6)+bf_emma(4)")
    assert (code, out) == (0, "af_night_narrator: af_heart*0.6 + bf_emma*0.4\n")
    path = str(tmp_path / "card.safetensors")
    assert run(capsys, "mix", "af_night_narrator", "-o", path)[0] == 0
    assert run(capsys, "import", path, "--name", "Second")[1] == "af_second: Second\n"
    assert run(capsys, "rename", "af_second", "Third")[1] == "af_third: Third\n"
    code, out, _ = run(capsys, "voices", "--json")
    assert [voice["id"] for voice in json.loads(out) if voice["own"]] == [
        "af_third", "af_night_narrator",
    ]  # fmt: skip
    sound = str(tmp_path / "x.wav")
    assert run(capsys, "say", "Good night.", "--voice", "af_third", "-o", sound)[0] == 0
    assert run(capsys, "forget", "af_third")[0] == 0
    assert "af_third" not in run(capsys, "voices")[1]


def test_a_read_only_disk(capsys, tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    code, _, err = run(capsys, "say", "Hi.", "-o", str(tmp_path / "x.wav"))
    assert code == 2 and "Read-only file system" in err and len(err.splitlines()) == 1

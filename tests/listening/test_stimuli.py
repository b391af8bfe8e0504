"""Stimuli are rendered once and kept; what a browser gets of them tells nothing."""

from __future__ import annotations

import io
import struct
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from kokoro_studio.audio.clip import Clip, clip_sha256, from_flac, keepable, to_flac
from kokoro_studio.audio.edges import MARGIN_SECONDS, cut, find_edges
from kokoro_studio.audio.loudness import measure_level
from kokoro_studio.errors import RequestError
from kokoro_studio.listening.contestants.anchor import anchor_contestant
from kokoro_studio.listening.contestants.contestant import LABELS, Contestant, ContestantError
from kokoro_studio.listening.contestants.kinds import KINDS, Kind
from kokoro_studio.listening.contestants.voices import voice_contestant
from kokoro_studio.listening.stimuli.rendering import Stimuli
from kokoro_studio.listening.stimuli.sides import (
    LEAD_IN_SECONDS,
    match_sides,
    side_gains,
    side_wav,
    unlock_seconds,
)
from kokoro_studio.listening.stimuli.stimulus import find_stimulus, manifests, read_sound

TEXT = "The tide had turned."


@pytest.fixture(scope="module")
def heart(engine) -> Contestant:
    return voice_contestant("af_heart", engine=engine)


@pytest.fixture(scope="module")
def stimuli(engine) -> Stimuli:
    return Stimuli(engine)


@pytest.fixture(scope="module")
def sides(stimuli, heart):
    """Two that differ in rate, loudness and length."""
    return [stimuli.get(one, TEXT, "a", 0) for one in (heart, anchor_contestant())]


class Double:
    """A kind of contestant that counts, waits and fails as it is told."""

    def __init__(self):
        self.calls, self.fails, self.go_on = 0, False, threading.Event()
        self.go_on.set()

    def __call__(self, *_: object) -> Clip:
        self.calls += 1
        self.go_on.wait(30)
        if self.fails:
            raise ContestantError("Double did not answer.")
        tone = np.sin(2 * np.pi * (300 + self.calls) / 24_000 * np.arange(24_000))
        return Clip((tone / 4).astype(np.float32), 24_000)


@pytest.fixture
def double(monkeypatch) -> Double:
    made = Double()
    kind = Kind(made, lambda _: ("a",))
    monkeypatch.setitem(LABELS, "double", "a double")
    monkeypatch.setitem(KINDS, "double", kind)
    return made


def test_a_stimulus_says_what_made_it(sides, heart):
    stimulus = sides[0]
    manifest = stimulus.manifest
    assert (stimulus.contestant, stimulus.text, stimulus.language) == (heart.id, TEXT, "a")
    assert manifest["contestant"] == {"id": heart.id, **heart.to_json()}
    assert manifest["made"]["take"]["voice"] == "af_heart"
    assert {"kokoro-studio", "pyloudnorm", "scipy"} <= set(manifest["versions"])
    assert manifest["level"]["lufs"] == stimulus.level.lufs
    sound = read_sound(stimulus)
    assert sound.rate == stimulus.rate == 24_000
    assert sound.seconds == stimulus.seconds
    assert measure_level(sound.samples, sound.rate) == stimulus.level
    assert clip_sha256(sound) == stimulus.sha256
    assert 0.8 < stimulus.audible_seconds <= stimulus.seconds
    assert unlock_seconds(stimulus) == stimulus.audible_seconds
    assert manifests([stimulus.id]) == {stimulus.id: {**manifest, "sha256": stimulus.sha256}}


def test_the_file_is_lossless_and_says_nothing(sides):
    data = sides[0].path.read_bytes()
    info = soundfile.info(io.BytesIO(data))
    assert (info.format, info.subtype, info.channels) == ("FLAC", "PCM_24", 1)
    assert b"Heart" not in data and b"af_heart" not in data


def test_it_is_rendered_once(stimuli, double):
    contestant = Contestant("double", "Double", {"test": "once"})
    first = stimuli.get(contestant, TEXT, "a", 0)
    assert stimuli.get(contestant, TEXT, "a", 0) == first
    assert Stimuli(stimuli.engine).get(contestant, TEXT, "a", 0) == first  # after a restart
    assert double.calls == 1
    for change in ((contestant, "Other.", "a", 0), (contestant, TEXT, "a", 1)):
        assert stimuli.get(*change).id != first.id
    assert double.calls == 3


def test_concurrent_requests_wait_for_one_rendering(stimuli, double):
    contestant = Contestant("double", "Double", {"test": "crowd"})
    double.go_on.clear()
    with ThreadPoolExecutor(8) as crowd:
        asked = [crowd.submit(stimuli.get, contestant, TEXT, "a", 0) for _ in range(8)]
        other = replace(contestant, kind="anchor", recipe=anchor_contestant().recipe)
        assert stimuli.get(other, TEXT, "a", 0)  # nobody else is kept waiting
        double.go_on.set()
        assert len({one.result(30).sha256 for one in asked}) == 1
    assert double.calls == 1


def test_a_failure_is_shared_and_not_remembered(stimuli, double):
    contestant = Contestant("double", "Double", {"test": "failure"})
    double.fails = True
    with pytest.raises(ContestantError, match="Double did not answer"):
        stimuli.get(contestant, TEXT, "a", 0)
    double.fails = False
    assert stimuli.get(contestant, TEXT, "a", 0).seconds == pytest.approx(1)


def test_lost_or_damaged_stimuli_are_rendered_again(stimuli, double):
    contestant = Contestant("double", "Double", {"test": "lost"})
    first = stimuli.get(contestant, TEXT, "a", 0)
    whole = first.path.read_bytes()
    double.calls = 0  # the same tone again
    for damage in (None, b"", whole[: len(whole) // 2], whole[:-300] + bytes(300)):
        first.path.unlink() if damage is None else first.path.write_bytes(damage)
        with pytest.raises(RequestError, match="lost"):
            read_sound(first)
        double.calls = 0
        assert stimuli.get(contestant, TEXT, "a", 0) == first
        assert double.calls == 1 and first.path.read_bytes() == whole


def test_another_performance_does_not_take_the_place_of_a_kept_one(stimuli, double):
    """A vote names the hash of what was heard, and that stays on record."""
    contestant = Contestant("double", "Double", {"test": "another"})
    first = stimuli.get(contestant, TEXT, "a", 0)
    whole = first.path.read_bytes()
    first.path.unlink()
    second = stimuli.get(contestant, TEXT, "a", 0)
    assert second.id == first.id and second.sha256 != first.sha256
    assert find_stimulus(first.id) == second
    first.path.write_bytes(whole)
    assert clip_sha256(read_sound(first)) == first.sha256


def test_silence_with_a_click_is_silence(stimuli, monkeypatch):
    samples = np.full(48_000, 1e-6, np.float32)
    samples[24_000] = 0.01
    kind = Kind(lambda *_: Clip(samples, 24_000), lambda _: ("a",))
    monkeypatch.setitem(LABELS, "double", "a double")
    monkeypatch.setitem(KINDS, "double", kind)
    with pytest.raises(ContestantError, match="What Click said is silent"):
        stimuli.get(Contestant("double", "Click", {}), TEXT, "a", 0)


# Trimming and keeping.


def speech(seconds: float, rate: int) -> np.ndarray:
    """Bursts of 120 ms every 200 ms: as loud and as broken as speech."""
    time = np.arange(round(seconds * rate)) / rate
    return 0.3 * np.sin(2 * np.pi * 440 * time) * (time % 0.2 < 0.12)


@pytest.mark.parametrize("rate", [16_000, 22_050, 24_000, 44_100, 48_000])
@pytest.mark.parametrize("gain", [1, 0.01])
@pytest.mark.parametrize("noise_db", [None, -75, -55])
def test_edges_are_cut_alike_at_any_rate_loudness_and_noise(rate, gain, noise_db):
    """0.6 s before and 0.9 s after what can be heard, which ends 80 ms before its last second."""
    random = np.random.default_rng(1)
    heard = speech(2, rate)
    whole = np.concatenate([np.zeros(round(0.6 * rate)), heard, np.zeros(round(0.9 * rate))])
    if noise_db is not None:
        whole += 10 ** (noise_db / 20) * random.standard_normal(len(whole))
    edges = find_edges((whole * gain).astype(np.float32), rate)
    assert edges.heard_first / rate == pytest.approx(0.6, abs=0.011)
    assert edges.heard_last / rate == pytest.approx(2.52, abs=0.011)
    assert edges.heard_first - edges.first == round(MARGIN_SECONDS * rate)
    assert edges.last - edges.heard_last == round(MARGIN_SECONDS * rate)


def test_nothing_is_cut_where_speech_fills_the_clip():
    samples = speech(1.1, 24_000).astype(np.float32)  # it ends within a burst
    edges = find_edges(samples, 24_000)
    assert (edges.first, edges.last) == (0, len(samples))
    soft = np.concatenate([10 ** (-34 / 20) * samples, samples, 10 ** (-34 / 20) * samples])
    edges = find_edges(soft.astype(np.float32), 24_000)
    assert (edges.first, edges.last) == (0, len(soft))


def test_cut_edges_do_not_click():
    samples = np.ones(24_000, np.float32)
    edges = find_edges(speech(1, 24_000).astype(np.float32), 24_000)
    kept = cut(samples, 24_000, edges)
    assert abs(kept[0]) < 1e-3 and abs(kept[-1]) < 1e-3
    assert np.abs(np.diff(kept)).max() < 0.02


def test_keeping_is_exact_and_never_clips():
    loud = Clip(np.array([2.5, -5.0, 1e-8, 0.5] * 1_000, np.float32), 96_000)
    kept = keepable(replace(loud, rate=48_000))
    assert np.abs(kept.samples).max() == 1
    assert np.allclose(kept.samples[:4], [0.5, -1, 0, 0.1], atol=1e-6)
    assert keepable(loud).rate == 48_000
    back = from_flac(to_flac(kept))
    assert back.rate == 48_000 and clip_sha256(back) == clip_sha256(kept)
    assert np.array_equal(keepable(back).samples, back.samples)


# What a browser gets.


def pcm(wav: bytes) -> np.ndarray:
    return np.frombuffer(wav[44:], "<i2") / 32767


def test_a_side_is_a_bare_wav_file(sides):
    wav = side_wav(sides, 0, 1)
    riff, size, wave, fmt, length, code, channels, rate, per_second, block, bits, tag, data = (
        struct.unpack("<4sI4s4sIHHIIHH4sI", wav[:44])
    )
    assert (riff, wave, fmt, tag) == (b"RIFF", b"WAVE", b"fmt ", b"data")
    assert (size, data, length) == (len(wav) - 8, len(wav) - 44, 16)
    assert (code, channels, rate, per_second, block, bits) == (1, 1, 24_000, 48_000, 2, 16)
    assert soundfile.info(io.BytesIO(wav)).frames == data // 2


def test_size_rate_and_loudness_tell_nothing(sides):
    assert sides[0].rate != sides[1].rate
    assert abs(sides[0].level.lufs - sides[1].level.lufs) > 2
    files = [side_wav(sides, index, index) for index in range(2)]
    assert len(files[0]) == len(files[1])
    assert files[0][:44] == files[1][:44]
    match = match_sides(sides)
    assert match.rate == 24_000
    for wav, stimulus in zip(files, sides, strict=True):
        heard = pcm(wav)
        first = round(LEAD_IN_SECONDS * match.rate)
        assert np.abs(heard[:first]).max() < 2 / 32767  # dither alone
        level = measure_level(
            heard[first : first + round(stimulus.seconds * match.rate)].astype(np.float32), 24_000
        )
        assert level.lufs == pytest.approx(match.lufs, abs=0.1)
        assert level.true_peak_dbtp < -1.4
    log = match.to_json()
    assert log["gains_db"] == [round(gain, 3) for gain in side_gains(sides)]
    assert log["method"].startswith("ungated") and log["lufs"] <= -23 == log["target_lufs"]


def test_equal_sides_are_never_equal_files(sides):
    """ABX: X is A, and no hash of a file gives it away. The difference is noise below 16 bits."""
    trial = [sides[0], sides[1], sides[0]]
    a, x = side_wav(trial, 0, 11), side_wav(trial, 2, 12)
    assert a != x and len(a) == len(x)
    difference = (pcm(a) - pcm(x)) * 32767
    assert np.abs(difference).max() <= 3
    assert difference.std() == pytest.approx(np.sqrt(2 * (1 / 6 + 1 / 12)), rel=0.05)
    assert side_wav(trial, 0, 11) == a  # a browser may ask twice


@pytest.mark.slow
def test_the_highest_rate_wins_up_to_what_browsers_play(stimuli, sides, monkeypatch):
    for rate in (44_100, 96_000):
        tone = np.sin(2 * np.pi * 1_000 / rate * np.arange(2 * rate)).astype(np.float32) / 4
        kind = Kind(lambda *_, s=tone, r=rate: Clip(s, r), lambda _: ("a",))
        monkeypatch.setitem(LABELS, "double", "a double")
        monkeypatch.setitem(KINDS, "double", kind)
        fast = stimuli.get(Contestant("double", "Fast", {"rate": rate}), TEXT, "a", 0)
        match = match_sides([*sides, fast])
        assert match.rate == min(rate, 48_000)
        assert match.seconds == pytest.approx(fast.seconds + 0.3)
        heard = pcm(side_wav([*sides, fast], 2, 0))
        assert len(heard) == round(match.seconds * match.rate)
        spectrum = np.abs(np.fft.rfft(heard))
        assert np.argmax(spectrum) * match.rate / len(heard) == pytest.approx(1_000, abs=1)

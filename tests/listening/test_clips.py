"""Recordings that people bring: of every kind, within bounds, known by their sound."""

from __future__ import annotations

import io

import numpy as np
import pytest
import soundfile

from kokoro_studio.errors import RequestError, StudioError
from kokoro_studio.listening.contestants import clips
from kokoro_studio.listening.contestants.clips import clip_contestant
from kokoro_studio.listening.contestants.contestant import Contestant, ContestantError
from kokoro_studio.listening.contestants.kinds import perform, speaks
from kokoro_studio.storage.files import data_folder

TEXT = "The tea is ready whenever you are."
KINDS = {
    "wav": ("WAV", "PCM_16"), "float": ("WAV", "FLOAT"), "flac": ("FLAC", "PCM_24"),
    "mp3": ("MP3", "MPEG_LAYER_III"), "ogg": ("OGG", "VORBIS"), "opus": ("OGG", "OPUS"),
}  # fmt: skip


def noise(seconds: float = 1.0, rate: int = 24_000, channels: int = 1) -> np.ndarray:
    random = np.random.default_rng(7)
    shape = (round(seconds * rate), channels)
    return (0.2 * random.standard_normal(shape)).clip(-1, 1).astype(np.float32)


def file(samples: np.ndarray, rate: int = 24_000, kind: str = "wav", **tags: str) -> bytes:
    buffer = io.BytesIO()
    container, coding = KINDS[kind]
    with soundfile.SoundFile(
        buffer, "w", rate, samples.shape[1], coding, format=container
    ) as writer:
        for name, value in tags.items():
            setattr(writer, name, value)
        writer.write(samples)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_read(engine, kind):
    contestant = clip_contestant(file(noise(1.5), kind=kind), "  My\nvoice ", TEXT)
    assert (contestant.kind, contestant.name, contestant.text) == ("clip", "My voice", TEXT)
    assert speaks(contestant, "a") and not speaks(contestant, "b")
    sound = perform(contestant, TEXT, "a", 5, engine)
    assert sound.rate in (24_000, 48_000)  # Opus is always 48 kHz
    assert sound.seconds == pytest.approx(1.5, abs=0.1)


def test_channels_are_averaged_and_fast_rates_slowed(engine):
    left, right = noise(0.5, 96_000), -0.5 * noise(0.5, 96_000)
    stereo = clip_contestant(file(np.hstack([left, right]), 96_000, "float"), "Stereo", TEXT)
    sound = perform(stereo, TEXT, "a", 0, engine)
    assert sound.rate == 48_000
    assert len(sound.samples) == 24_000
    mono = clip_contestant(file(left / 4, 96_000, "float"), "Mono", TEXT)
    assert np.allclose(perform(mono, TEXT, "a", 0, engine).samples, sound.samples, atol=1e-5)


def test_the_same_sound_is_the_same_clip_and_nothing_else_is_kept(tmp_path):
    plain = clip_contestant(file(noise()), "One", TEXT)
    path = tmp_path / "secret name.wav"
    path.write_bytes(file(noise(), artist="Somebody", comment="in my kitchen"))
    tagged = clip_contestant(path, "Other", TEXT)
    assert plain.id == tagged.id
    assert plain.id != clip_contestant(file(noise()), "One", "Another text.").id
    (kept,) = (data_folder() / "listening" / "clips").glob(f"{plain.recipe['sha256']}*")
    data = kept.read_bytes()
    assert (
        b"Somebody" not in data and b"kitchen" not in data and b"secret" not in str(kept).encode()
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is not sound that can be read"),
        (b"RIFF" + bytes(200), "is not sound that can be read"),
        (b"<svg onload=alert(1)>" * 40, "is not sound that can be read"),
        (file(noise())[:60], "is shorter than 0.2 s"),
        (file(noise(0.1)), "is shorter than 0.2 s"),
        (file(noise(31)), "is longer than 30 s"),
        (file(0 * noise()), "is silent"),
        (file(noise() * 1e-5, kind="float"), "is silent"),
        (file(np.full_like(noise(), np.nan), kind="float"), "not finite"),
        (file(noise(channels=3)), "has 3 channels; use one or two"),
        (file(noise(rate=4_000), 4_000), "has 4,000 samples a second"),
        (file(noise(rate=200_000), 200_000), "has 200,000 samples a second"),
        (bytes(clips.MAX_BYTES + 1), "is larger than 10 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_unusable_recordings_are_refused_in_one_sentence(data, reason):
    with pytest.raises(RequestError, match=f"^The recording .*{reason}") as refused:
        clip_contestant(data, "Mine", TEXT)
    assert str(refused.value).count(". ") == 0


def test_other_containers_are_refused():
    buffer = io.BytesIO()
    soundfile.write(buffer, noise(), 24_000, format="AIFF")
    with pytest.raises(RequestError, match="is AIFF; use WAV, FLAC, MP3, Ogg or Opus"):
        clip_contestant(buffer.getvalue(), "Mine", TEXT)


def test_a_false_length_in_a_header_is_ignored():
    """It promises eleven hours; what is there is read."""
    data = bytearray(file(noise()))
    data[4:8] = data[40:44] = (0xFFFFFFF0).to_bytes(4, "little")
    assert clip_contestant(bytes(data), "Mine", TEXT).kind == "clip"


def test_name_text_and_language_of_a_recording_are_checked(tmp_path):
    for change, reason in (
        ({"text": " "}, "Say what the recording says"),
        ({"text": "a" * 1_001}, "Say what the recording says"),
        ({"language": "xx"}, "no language 'xx'; use one of a or en-US"),
        ({"name": ""}, "name has 1 to 200"),
        ({"name": "a\x00b"}, "name has 1 to 200"),
    ):
        given = {"name": "Mine", "text": TEXT, "language": "a"} | change
        with pytest.raises(StudioError, match=reason):
            clip_contestant(file(noise()), **given)
    with pytest.raises(RequestError, match=r"cannot be read \(No such file"):
        clip_contestant(tmp_path / "gone.wav", "Mine", TEXT)


def test_it_says_one_text_and_may_get_lost(engine):
    contestant = clip_contestant(file(noise(0.7)), "Mine", TEXT)
    with pytest.raises(ContestantError, match=r"^Mine is a recording of another text"):
        perform(contestant, "Something else.", "a", 0, engine)
    path = data_folder() / "listening" / "clips" / f"{contestant.recipe['sha256']}.flac"
    whole = path.read_bytes()
    for damage in (whole[:-40], b"", None):
        path.unlink() if damage is None else path.write_bytes(damage)
        with pytest.raises(ContestantError, match="lost; upload it again"):
            perform(contestant, TEXT, "a", 0, engine)
    assert clip_contestant(file(noise(0.7)), "Mine", TEXT).id == contestant.id
    assert perform(contestant, TEXT, "a", 0, engine).seconds == pytest.approx(0.7)


def test_a_recipe_never_becomes_a_path(engine):
    forged = Contestant("clip", "Forged", {"sha256": "../../x", "text": TEXT, "language": "a"})
    with pytest.raises(ContestantError, match="names no recording"):
        perform(forged, TEXT, "a", 0, engine)


def test_recordings_have_a_total_size_limit(monkeypatch):
    monkeypatch.setattr(clips, "MOST_KEPT_BYTES", 1_000)
    with pytest.raises(RequestError, match="no room for more recordings"):
        clip_contestant(file(noise(0.9)), "Mine", TEXT)

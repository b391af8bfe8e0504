from __future__ import annotations

import pickle

import pytest
import torch

from kokoro_studio.errors import RequestError, VoiceError
from kokoro_studio.voices import VOICES, load_pack, mix, parse_formula, save_pack
from kokoro_studio.voices.catalogue import VOICES_FOLDER
from kokoro_studio.voices.packs import read_pack


def test_the_catalogue_lists_every_pack_and_nothing_else():
    assert len(VOICES) == 54
    assert {path.stem for path in VOICES_FOLDER.glob("*.pt")} == set(VOICES)
    assert {voice.language for voice in VOICES.values()} == set("abefhijpz")


@pytest.mark.parametrize("voice_id", VOICES)
def test_every_pack_is_what_the_catalogue_says(voice_id):
    voice = VOICES[voice_id]
    pack = load_pack(voice_id)  # checks shape, numbers and hash
    assert pack.shape == (510, 256)
    assert voice_id == f"{voice.language}{voice.gender[0]}_{voice.name.lower()}"
    assert voice.licence == "Apache-2.0"
    assert voice.traits
    upstream = torch.load(voice.path, weights_only=True)
    assert upstream.shape == (510, 1, 256) and upstream.dtype == torch.float32


def test_a_changed_pack_is_noticed(monkeypatch, tmp_path):
    from kokoro_studio.voices import catalogue

    changed = load_pack("af_sky").clone()
    changed[3, 5] += 1e-3
    save_pack(changed, tmp_path / "af_sky.pt")
    load_pack.cache_clear()
    monkeypatch.setattr(catalogue, "VOICES_FOLDER", tmp_path)
    with pytest.raises(VoiceError, match="differs"):
        load_pack("af_sky")


@pytest.mark.parametrize(
    "content",
    [
        torch.zeros(510, 256),
        torch.zeros(510, 1, 256, dtype=torch.float64),
        torch.full((510, 1, 256), float("nan")),
        {"voice": torch.zeros(510, 1, 256)},
    ],
)
def test_wrong_packs_are_refused(content, tmp_path):
    path = tmp_path / "voice.pt"
    torch.save(content, path)
    with pytest.raises(VoiceError, match=r"voice\.pt"):
        read_pack(path)


def test_loading_runs_no_code(tmp_path):
    path = tmp_path / "voice.pt"
    path.write_bytes(pickle.dumps(_Hostile()))
    with pytest.raises(VoiceError):
        read_pack(path)
    assert not _Hostile.ran


def test_a_mix_is_saved_as_upstreams_format(tmp_path):
    pack = mix(parse_formula("af_heart*0.6 + bf_emma*0.4"))
    save_pack(pack, tmp_path / "mix.pt")
    loaded = torch.load(tmp_path / "mix.pt", weights_only=True)
    assert loaded.shape == (510, 1, 256) and torch.equal(loaded[:, 0], pack)
    with pytest.raises(RequestError, match="cannot be written"):
        save_pack(pack, tmp_path / "nowhere" / "mix.pt")


class _Hostile:
    ran = False

    def __reduce__(self):
        return setattr, (_Hostile, "ran", True)

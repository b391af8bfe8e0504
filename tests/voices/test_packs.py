from __future__ import annotations

import pytest
import torch

from kokoro_studio.errors import VoiceError
from kokoro_studio.voices import VOICES, Card, load_pack, write_voice_file
from kokoro_studio.voices.library.catalogue import VOICES_FOLDER


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
    from kokoro_studio.voices.library import catalogue, packs

    changed = load_pack("af_sky").clone()
    changed[3, 5] += 1e-3
    write_voice_file(tmp_path / "af_sky.pt", [Card(changed, "af_sky")])
    packs._load.cache_clear()
    monkeypatch.setattr(catalogue, "VOICES_FOLDER", tmp_path)
    with pytest.raises(VoiceError, match="differs"):
        load_pack("af_sky")
    (tmp_path / "af_sky.pt").unlink()
    with pytest.raises(VoiceError, match=r"af_sky\.pt cannot be read"):
        load_pack("af_sky")

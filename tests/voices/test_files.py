from __future__ import annotations

import io
import json
import pickle
import struct
import zipfile
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kokoro_studio.errors import RequestError, VoiceError
from kokoro_studio.voices import (
    VOICE_FORMATS,
    VOICES,
    card_of,
    delete_voice,
    keep_blend,
    keep_card,
    load_pack,
    mix,
    parse_formula,
    read_voice_file,
    voice_file_name,
    write_voice_file,
)
from kokoro_studio.voices.files.importing import RELEASED_LENGTHS
from kokoro_studio.voices.shape import HALVES

MIX = "af_heart*0.6 + bf_emma*0.4"


@pytest.fixture(autouse=True)
def empty(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))


@pytest.mark.parametrize("extension", VOICE_FORMATS)
def test_every_format_brings_the_same_numbers_back(extension, tmp_path):
    path = tmp_path / f"mine.{extension}"
    write_voice_file(path, [card_of(MIX)])
    (card,) = read_voice_file(path)
    assert torch.equal(card.pack, mix(parse_formula(MIX)))
    assert card.warnings == ()


def test_a_pt_is_what_upstream_reads(tmp_path):
    path = tmp_path / "mine.pt"
    write_voice_file(path, [card_of(MIX)])
    pack = torch.load(path, weights_only=True)
    assert pack.shape == (510, 1, 256) and pack.dtype == torch.float32
    assert torch.equal(pack[:, 0], mix(parse_formula(MIX)))


def test_the_other_tools_formats_are_theirs(tmp_path):
    pack = load_pack("bf_emma")
    write_voice_file(tmp_path / "emma.bin", [card_of("bf_emma")])
    raw = np.fromfile(tmp_path / "emma.bin", dtype="<f4").reshape(-1, 1, 256)
    assert np.array_equal(raw[:, 0], pack.numpy())
    cards = [card_of("bf_emma"), card_of(MIX)]
    write_voice_file(tmp_path / "two.npz", cards)
    with np.load(tmp_path / "two.npz") as archive:
        assert sorted(archive) == ["af_mix", "bf_emma"]
        assert archive["bf_emma"].shape == (510, 1, 256)
    (tmp_path / "two.npz").rename(tmp_path / "voices-v1.0.bin")
    assert {card.name for card in read_voice_file(tmp_path / "voices-v1.0.bin")} == {
        "af_mix", "bf_emma",
    }  # fmt: skip
    with pytest.raises(RequestError, match="holds one voice"):
        write_voice_file(tmp_path / "two.pt", cards)
    with pytest.raises(RequestError, match="must end in"):
        write_voice_file(tmp_path / "two.wav", cards)


def test_a_card_carries_the_recipe_home(tmp_path):
    keep_blend("Dusk", MIX, notes="for the evening")
    write_voice_file(tmp_path / "dusk.safetensors", [card_of("af_dusk")])
    (card,) = read_voice_file(tmp_path / "dusk.safetensors")
    own = keep_card(card)
    assert (own.voice.name, own.formula, own.notes) == ("Dusk 2", MIX, "for the evening")
    assert dict(own.parents)["bf_emma"] == VOICES["bf_emma"].sha256
    assert torch.equal(load_pack(own.id), load_pack("af_dusk"))


@pytest.mark.parametrize("extension", VOICE_FORMATS)
@pytest.mark.parametrize("name", ["月の声", "Émile", "Голос: ночь"])
def test_a_name_in_any_script_comes_back_from_a_file(extension, name, tmp_path):
    own = keep_blend(name, "jf_alpha*0.6 + jm_kumo*0.4")
    card = card_of(own.id)
    path = tmp_path / voice_file_name(card, extension)
    write_voice_file(path, [card])
    delete_voice(own.id)
    again = keep_card(read_voice_file(path)[0])
    expected = name if extension == "safetensors" else name.replace(":", "")
    assert again.voice.name == expected
    assert (again.id, again.voice.gender) == (own.id, "female")
    assert torch.equal(load_pack(again.id), card.pack)


def test_a_recipe_of_strangers_becomes_a_note(tmp_path):
    write_voice_file(tmp_path / "x.safetensors", [card_of(MIX)])
    data = (tmp_path / "x.safetensors").read_bytes().replace(b"bf_emma*0.4", b"bf_anna*0.4")
    (tmp_path / "x.safetensors").write_bytes(data)
    own = keep_card(read_voice_file(tmp_path / "x.safetensors")[0], "Stranger")
    assert own.formula == "" and own.parents == ()
    assert own.notes == "Mixed as af_heart*0.6 + bf_anna*0.4"


def test_a_card_of_no_language_is_refused(tmp_path):
    write_voice_file(tmp_path / "x.safetensors", [card_of(MIX)])
    (card,) = read_voice_file(tmp_path / "x.safetensors")
    for kind in ({"language": "../"}, {"gender": "x"}):
        with pytest.raises(VoiceError, match="A voice cannot be of"):
            keep_card(replace(card, **kind))


def test_a_card_of_another_pack_is_refused(tmp_path):
    write_voice_file(tmp_path / "x.safetensors", [card_of(MIX)])
    data = bytearray((tmp_path / "x.safetensors").read_bytes())
    data[-3] ^= 1
    (tmp_path / "x.safetensors").write_bytes(data)
    with pytest.raises(VoiceError, match="changed after it was written"):
        read_voice_file(tmp_path / "x.safetensors")


def test_names_come_from_upstreams_ids(tmp_path):
    write_voice_file(tmp_path / "bm_night_watch.pt", [card_of("bm_george")])
    own = keep_card(read_voice_file(tmp_path / "bm_night_watch.pt")[0])
    assert (own.id, own.voice.name, own.voice.gender) == ("bm_night_watch", "Night watch", "male")
    assert keep_card(read_voice_file(tmp_path / "bm_night_watch.pt")[0]).id == "bm_night_watch_2"
    assert keep_card(read_voice_file(tmp_path / "bm_night_watch.pt")[0], "Ada").id == "bm_ada"


def saved(content, tmp_path, name="voice.pt"):
    torch.save(content, tmp_path / name)
    return read_voice_file(tmp_path / name)


def test_shapes_of_older_and_other_tools(tmp_path):
    pack = load_pack("af_sky")
    for shape in ((510, 256), (510, 1, 256)):
        assert torch.equal(saved(pack.view(shape), tmp_path)[0].pack, pack)
    older = torch.cat((pack[:1], pack)).unsqueeze(1)  # row 0 for no phonemes
    padded = torch.cat((pack, pack[-1:], pack[-1:])).unsqueeze(1)
    for longer in (older, padded):
        assert torch.equal(saved(longer, tmp_path)[0].pack, pack)
    half = saved(pack.half(), tmp_path)[0].pack
    assert half.dtype == torch.float32 and torch.allclose(half, pack, atol=2e-3)
    several = saved({"af_one": pack, "af_two": pack}, tmp_path)
    assert [card.name for card in several] == ["af_one", "af_two"]
    np.save(tmp_path / "sky.npy", pack.numpy().astype("f8"))
    assert torch.equal(read_voice_file(tmp_path / "sky.npy")[0].pack, pack)


@pytest.mark.parametrize("rows", [510, 511])
def test_sherpa_onnx_keeps_voices_in_a_row_without_names(tmp_path, rows):
    def write(count):
        packs = [load_pack(name) for name in [*VOICES][:count]]
        longer = [torch.cat((pack[:1], pack))[-rows:] for pack in packs]
        (tmp_path / "voices.bin").write_bytes(b"".join(pack.numpy().tobytes() for pack in longer))
        return packs, read_voice_file(tmp_path / "voices.bin")

    packs, cards = write(11)
    assert [card.name for card in cards][:3] == ["af", "af_bella", "af_nicole"]
    assert all(torch.equal(card.pack, pack) for card, pack in zip(cards, packs, strict=True))
    _, cards = write(3)
    assert [card.name for card in cards] == ["voices 1", "voices 2", "voices 3"]
    _, cards = write(53)
    assert [card.name for card in cards][28:31] == ["ef_dora", "em_alex", "ff_siwis"]
    assert cards[-1].name == "zm_yunyang"


def test_json_of_nested_lists(tmp_path):
    packs = {name: load_pack(name) for name in ("af_sky", "bm_george")}
    lists = {
        name: torch.cat((pack[:1], pack)).unsqueeze(1).tolist() for name, pack in packs.items()
    }
    (tmp_path / "voices.json").write_text(json.dumps(lists))
    cards = read_voice_file(tmp_path / "voices.json")
    assert [card.name for card in cards] == ["af_sky", "bm_george"]
    for card in cards:
        assert torch.equal(card.pack, packs[card.name])


STRANGERS = {
    "a Git LFS pointer": b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 523425\n",
    "a web page": b"\xef\xbb\xbf\n<!DOCTYPE html>\n<html><body>voice</body></html>",
    "a PNG picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a JPEG picture": b"\xff\xd8\xff\xe0" + bytes(100),
    "a sound file (FLAC)": b"fLaC" + bytes(100),
    "a PDF document": b"%PDF-1.7\n" + bytes(100),
    "a gzip archive": b"\x1f\x8b\x08" + bytes(100),
}


@pytest.mark.parametrize("kind", STRANGERS)
def test_a_file_of_another_kind_is_named(kind, tmp_path):
    (tmp_path / "af_heart.pt").write_bytes(STRANGERS[kind])
    with pytest.raises(VoiceError) as caught:
        read_voice_file(tmp_path / "af_heart.pt")
    assert str(caught.value).startswith(f"af_heart.pt is {kind}, not a voice file; ")


def test_a_git_lfs_pointer_comes_with_its_remedy(tmp_path):
    (tmp_path / "a.pt").write_bytes(STRANGERS["a Git LFS pointer"])
    with pytest.raises(VoiceError, match="git lfs pull"):
        read_voice_file(tmp_path / "a.pt")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (torch.zeros(510, 1, 255), r"float32 \[510, 1, 255\]; a voice is"),
        (torch.zeros(510, 1, 256, dtype=torch.int64), "int64"),
        (torch.full((510, 1, 256), float("nan")), "not finite"),
        (torch.zeros(510, 1, 256), "no voice of this model"),
        (torch.randn(510, 1, 256) * 50, "no voice of this model"),
        ([1, 2, 3], "holds a list"),
        ({}, "holds no voice"),
        ({"a": "b"}, "holds a str"),
    ],
)
def test_files_without_a_voice_are_refused(content, says, tmp_path):
    with pytest.raises(VoiceError, match=says) as caught:
        saved(content, tmp_path)
    assert "voice.pt" in str(caught.value) and str(tmp_path) not in str(caught.value)


def test_an_unusual_voice_comes_with_a_warning(tmp_path):
    (card,) = saved(load_pack("af_sky") * 2.5, tmp_path)
    assert any("timbre" in warning and "strained" in warning for warning in card.warnings)


def test_the_lengths_of_the_released_voices():
    for half, part in HALVES.items():
        lengths = torch.stack([load_pack(voice)[:, part].norm(dim=1) for voice in VOICES])
        low, high = RELEASED_LENGTHS[half]
        assert low <= lengths.min() and lengths.max() <= high
        assert lengths.min() - low < 0.05 and high - lengths.max() < 0.05


class Hostile:
    ran = False

    def __reduce__(self):
        return setattr, (Hostile, "ran", True)


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def giant_array() -> bytes:
    buffer = io.BytesIO()
    header = {"descr": "<f4", "fortran_order": False, "shape": (10**12, 256)}
    np.lib.format.write_array_header_1_0(buffer, header)
    return buffer.getvalue()


def object_array() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.array([Hostile()], dtype=object), allow_pickle=True)
    return buffer.getvalue()


HOSTILE = {
    "a pickle": pickle.dumps(Hostile()),
    "a pickle in torch's zip": zipped({"x/data.pkl": pickle.dumps(Hostile()), "x/version": b"3"}),
    "a pickle in an array": object_array(),
    "a pickle in an archive": zipped({"af_x.npy": object_array()}),
    "an array of terabytes": giant_array(),
    "a zip bomb": zipped({"af_x.npy": bytes(100 * 2**20)}),
    "a thousand entries": zipped({f"{n}.npy": b"" for n in range(1001)}),
    "paths in names": zipped({"../../etc/passwd.npy": b"\x93NUMPY"}),
    "an endless header": struct.pack("<Q", 2**40) + b"{",
    "deep JSON": struct.pack("<Q", 90_000) + b"{" * 90_000,
    "a million lists": b'{"a": [' + b"[]," * 1_000_000 + b"[]]}",
    "JSON of something else": b'{"name": "af_heart"}',
    "JSON of words": b'{"name": ["af_heart"]}',
    "JSON without end": b'{"name": [1.0, ',
    "ragged JSON": b'{"name": [[1.0], [1.0, 2.0]]}',
    "nothing": b"",
    "text": b"af_heart",
    "sound": b"RIFF\x00\x00\x00\x00WAVEfmt ",
    "half a zip": zipped({"x.npy": bytes(1000)})[:300],
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_cost_one_sentence_and_run_nothing(name, tmp_path):
    path = tmp_path / "upload.pt"
    path.write_bytes(HOSTILE[name])
    with pytest.raises(VoiceError) as caught:
        read_voice_file(path, filename="../../upload.pt")
    assert len(str(caught.value)) < 300 and "\n" not in str(caught.value)
    assert "../" not in str(caught.value)
    assert not Hostile.ran


def test_a_file_too_large_is_not_read(tmp_path):
    path = tmp_path / "big.bin"
    with open(path, "wb") as file:
        file.truncate(65 * 2**20)
    with pytest.raises(VoiceError, match="larger than 64 MB"):
        read_voice_file(path)


@settings(max_examples=150)
@given(st.data())
def test_damage_anywhere_is_one_sentence_or_a_voice(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    extension = data.draw(st.sampled_from(sorted(VOICE_FORMATS)))
    content = bytearray(VOICE_FORMATS[extension].encode([card_of("af_sky")]))
    for _ in range(data.draw(st.integers(1, 5))):
        place = data.draw(st.integers(0, min(len(content) - 1, 3_000)))
        content[place] = data.draw(st.integers(0, 255))
    path = folder / "damaged"
    path.write_bytes(content[: data.draw(st.sampled_from([None, -1, 2_000]))])
    try:
        (card,) = read_voice_file(path)
    except VoiceError as error:
        assert "\n" not in str(error)
    else:
        assert card.pack.shape == (510, 256) and card.pack.isfinite().all()


def test_a_card_is_json_for_other_tools(tmp_path):
    write_voice_file(tmp_path / "x.safetensors", [card_of(MIX)])
    data = (tmp_path / "x.safetensors").read_bytes()
    length = int.from_bytes(data[:8], "little")
    card = json.loads(json.loads(data[8 : 8 + length])["__metadata__"]["card"])
    assert card["formula"] == MIX and card["method"] == "lerp" and card["licence"] == "Apache-2.0"
    assert set(card["parents"]) == {"af_heart", "bf_emma"} and len(card["sha256"]) == 64

from __future__ import annotations

import os
import pickle
import sys
from pathlib import Path

import pytest
import torch

from kokoro_studio.errors import WeightsError
from kokoro_studio.model import draw_excitation, find_weights, load_model, weights
from kokoro_studio.model.weights import Weights, save_checkpoint
from kokoro_studio.voices import load_pack


@pytest.fixture
def no_hub(monkeypatch):
    """A test double: a machine whose hub cache is empty."""
    monkeypatch.setattr(weights, "hub_path", lambda: None)


def test_auto_takes_what_is_on_this_machine(monkeypatch, no_hub, tmp_path):
    assert find_weights("auto").source == "bundled"
    monkeypatch.setattr(weights, "hub_path", lambda: tmp_path / "kokoro-v1_0.pth")
    assert find_weights("auto").source == "hub"


def test_the_variable_is_the_default(monkeypatch, no_hub):
    monkeypatch.setenv("KOKORO_WEIGHTS", "bundled")
    assert find_weights().source == "bundled"
    monkeypatch.setenv("KOKORO_WEIGHTS", "hub")
    with pytest.raises(WeightsError, match="kokoro_studio weights"):
        find_weights()
    monkeypatch.setenv("KOKORO_WEIGHTS", "/nowhere/at/all.pth")
    with pytest.raises(WeightsError, match="no such file"):
        find_weights()


def test_auto_never_opens_a_socket(monkeypatch):
    import socket

    def refuse(*_, **__):
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert find_weights("auto").source in ("hub", "bundled")


def test_a_checkpoint_in_the_hubs_layout_sounds_the_same(engine, upstream, tmp_path):
    path = tmp_path / "kokoro-v1_0.pth"
    save_checkpoint(_with_weight_norm(upstream), path)
    assert set(torch.load(path, weights_only=True)) == {
        "bert",
        "bert_encoder",
        "predictor",
        "decoder",
        "text_encoder",
    }
    found = find_weights(str(path))
    assert found.source == "file" and found.id.startswith("kokoro-v1_0.pth:")
    loaded, row = load_model(found), load_pack("af_heart")[20]
    symbols = torch.tensor([0, *range(43, 63), 0])
    waves = []
    for model in (engine.model, loaded):
        encoded = engine.model.encode(symbols)
        plan = engine.model.plan(encoded, row[128:])
        waves.append(model.render(encoded, plan, row[:128], draw_excitation(2 * plan.frames, 3)))
    assert (waves[0] - waves[1]).abs().max() < 1e-4


def test_weights_lie_as_layers_read_them(tmp_path, upstream):
    path = tmp_path / "transposed.pth"
    save_checkpoint(
        {k: v.mT.contiguous().mT if v.ndim > 1 else v for k, v in upstream.items()}, path
    )
    model = load_model(find_weights(str(path)), device="meta")
    assert all(weight.is_contiguous() for weight in model.parameters())


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
def test_a_loaded_checkpoint_is_let_go(tmp_path, upstream, precision):
    path = tmp_path / "whole.pth"
    save_checkpoint(upstream, path)
    model = load_model(find_weights(str(path)), precision=precision)
    assert str(path) not in Path("/proc/self/maps").read_text(encoding="utf-8")
    assert model.albert.symbol.weight.any()


def test_bad_files_get_one_sentence(tmp_path, upstream):
    whole = tmp_path / "whole.pth"
    save_checkpoint(upstream, whole)
    truncated = tmp_path / "truncated.pth"
    truncated.write_bytes(whole.read_bytes()[:100_000_000])
    noise = tmp_path / "noise.pth"
    noise.write_bytes(b"not a checkpoint" * 100)
    code = tmp_path / "code.pth"
    code.write_bytes(pickle.dumps(_Hostile()))
    foreign = tmp_path / "foreign.pth"
    torch.save({name: {} for name in ("bert", "bert_encoder", "predictor", "decoder")}, foreign)
    missing = dict(upstream)
    del missing["decoder.encode.conv1.weight"]
    incomplete = tmp_path / "incomplete.pth"
    save_checkpoint(missing, incomplete)
    for path in (truncated, noise, code, foreign, incomplete):
        with pytest.raises(WeightsError, match=path.name) as caught:
            load_model(Weights("file", "x", "x", path))
        assert "bundled" in str(caught.value) and "\n" not in str(caught.value)
    assert not _Hostile.ran


def test_conversion_is_cached_whole_and_checked(monkeypatch, tmp_path, upstream):
    monkeypatch.setenv("KOKORO_CACHE", str(tmp_path))
    conversions = []
    monkeypatch.setattr(weights, "read_bundled", lambda: conversions.append(1) or upstream)
    bundled = Weights("bundled", "x", "x")
    killed = tmp_path / f"kokoro-int8-{weights.BUNDLED_SHA256[:12]}-1.pthabcd1234.part"
    killed.write_bytes(b"half")
    os.utime(killed, (0, 0))
    load_model(bundled)
    load_model(bundled)
    assert len(conversions) == 1
    (cached,) = tmp_path.glob("*.pth")
    with cached.open("r+b") as file:
        file.seek(150_000_000)
        file.write(b"damage")
    load_model(bundled)
    assert len(conversions) == 2
    assert not list(tmp_path.glob("*.part"))


def test_a_cache_that_cannot_be_written_does_not_matter(monkeypatch, tmp_path, upstream):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("KOKORO_CACHE", str(tmp_path / "file"))
    monkeypatch.setattr(weights, "read_bundled", lambda: upstream)
    assert load_model(Weights("bundled", "x", "x")) is not None


def test_damaged_bundled_weights_are_refused(monkeypatch):
    from kokoro_studio.model import bundled

    monkeypatch.setattr(bundled, "BUNDLED_SHA256", "0" * 64)
    with pytest.raises(WeightsError, match="damaged"):
        bundled.read_bundled()
    monkeypatch.setattr(bundled, "BUNDLED_PACKAGES", ("kokoro_not_installed",))
    with pytest.raises(WeightsError, match="not installed"):
        bundled.read_bundled()


class _Hostile:
    ran = False

    def __reduce__(self):
        return setattr, (_Hostile, "ran", True)


def _with_weight_norm(flat):
    """Convolutions as gain and direction, the way the hub's file keeps them."""
    out = {}
    for key, value in flat.items():
        normed = key.endswith(".weight") and value.dim() == 3 and "proj" not in key
        if normed and "noise_convs" not in key:
            gain = value.flatten(1).norm(dim=1).view(-1, 1, 1)
            out[key + "_g"] = gain
            out[key + "_v"] = torch.where(gain == 0, 1.0, value)
        else:
            out[key] = value
    return out


def test_fetching_checks_what_arrives(monkeypatch, tmp_path):
    """A test double stands for the hub, which the tests cannot reach."""
    import huggingface_hub

    arrived = tmp_path / "kokoro-v1_0.pth"
    monkeypatch.setattr(huggingface_hub, "hf_hub_download", lambda *_: str(arrived))
    arrived.write_bytes(b"half of it")
    with pytest.raises(WeightsError, match="damaged"):
        weights.fetch_hub_weights()
    assert not arrived.exists()
    arrived.write_bytes(b"all of it")
    monkeypatch.setattr(weights, "HUB_SHA256", weights._sha256(arrived))
    assert weights.fetch_hub_weights() == arrived

    def unreachable(*_):
        raise ConnectionError("no route to host")

    monkeypatch.setattr(huggingface_hub, "hf_hub_download", unreachable)
    with pytest.raises(WeightsError, match="it resumes"):
        weights.fetch_hub_weights()

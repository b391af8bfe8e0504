"""Spaces: what would be uploaded, and the upload itself against a hub that is a double."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from huggingface_hub import SpaceCard, SpaceHardware, metadata_load

from kokoro_studio.deploy.spaces import (
    ROOT,
    find_target,
    read_settings,
    requirements_for,
    stage,
    with_card,
)
from kokoro_studio.errors import RequestError

from ..hub_double import HubDouble

COLOURS = {"red", "yellow", "green", "blue", "indigo", "purple", "pink", "gray"}
TARGETS = ["cpu", "gpu", "zero"]


@pytest.fixture(scope="module")
def settings():
    return read_settings()


def command(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    return subprocess.run(
        [sys.executable, "-m", "kokoro_studio", *arguments],
        env={**clean, "HF_HUB_DISABLE_XET": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


def test_the_readme_carries_the_card(settings):
    readme = (ROOT / "README.md").read_text("utf-8")
    assert with_card(readme, settings["card"]) == readme, "run `python -m kokoro_studio card`"
    assert with_card(with_card("# Title\n", {"a": 1}), {"b": 2}) == "---\nb: 2\n---\n\n# Title\n"


def test_the_card_is_what_spaces_accept(settings):
    card = SpaceCard.load(ROOT / "README.md").data
    assert card.to_dict() == metadata_load(ROOT / "README.md")
    assert len(card.short_description) <= 60
    assert {card.colorFrom, card.colorTo} <= COLOURS
    assert isinstance(card.python_version, str) and card.python_version in ("3.10", "3.12")
    assert (ROOT / card.app_file).is_file()
    import gradio

    assert card.sdk_version == gradio.__version__


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
def test_each_space_is_complete(settings, tmp_path, name):
    target = find_target(settings, name, "me/studio")
    SpaceHardware(target.hardware)
    files = stage(target, settings, tmp_path)
    assert (
        sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file())
        == files
    )
    assert not [name for name in files if "__pycache__" in name or name.startswith((".", "tests"))]
    requirements = (tmp_path / "requirements.txt").read_text("utf-8")
    packages = [line.split(">")[0].split("=")[0] for line in requirements.splitlines()]
    assert "torch" in packages and not {"gradio", "huggingface_hub", "spaces"} & set(packages)
    assert ("download.pytorch.org/whl/cpu" in requirements) == (name == "cpu")
    # What is staged runs: the page is built from those files alone.
    done = subprocess.run(
        [sys.executable, "-c", "import app, kokoro_studio as k; print(k.__file__)"],
        cwd=tmp_path,
        env={**os.environ, "KOKORO_DEVICE": "cpu", "KOKORO_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(tmp_path.resolve())


def test_requirements_keep_every_other_line(settings):
    target = find_target(settings, "zero", "me/studio")
    given = "# note\ngradio>=6\nHuggingface-Hub\nhuggingface_hub_other\n\ntorch>=2.8  # x\n"
    assert requirements_for(target, given) == ("# note\nhuggingface_hub_other\n\ntorch>=2.8  # x\n")


def test_a_dry_run_tells_everything_and_asks_nobody():
    done = command(
        "deploy", "gpu", "--repo", "me/studio", "--dry-run", HF_ENDPOINT="http://127.0.0.1:9"
    )
    assert done.returncode == 0, done.stderr
    front = yaml.safe_load(done.stdout.split("---\n")[1])
    assert front["sdk"] == "gradio"
    for word in ("app.py", "voices/af_heart.pt", "me/studio on l4x1, asleep after 900 s"):
        assert word in done.stdout
    assert "variable KOKORO_DEVICE=cuda" in done.stdout


@pytest.mark.slow
def test_a_deployment_reaches_the_hub_whole(settings, tmp_path):
    with HubDouble() as hub:
        done = command(
            "deploy", "gpu", "--repo", "me/studio", HF_ENDPOINT=hub.address, HF_TOKEN="hf_x"
        )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == f"{hub.address}/spaces/me/studio"
    target = find_target(settings, "gpu", "me/studio")
    expected = stage(target, settings, tmp_path)
    assert sorted(hub.files) == expected
    for name in expected:
        assert hub.files[name] == (tmp_path / name).read_bytes(), name
    assert hub.deleted == ["old.py"]
    assert hub.heard["created"]["sdk"] == "gradio"
    assert hub.heard["hardware"]["flavor"] == "l4x1"
    assert hub.heard["sleeptime"] == {"seconds": 900}
    assert hub.heard["variables"] == {"key": "KOKORO_DEVICE", "value": "cuda"}
    assert "short_description" in hub.heard["card"]["content"]


def test_a_refusal_is_one_sentence():
    with HubDouble(refuse=True) as hub:
        done = command(
            "deploy", "cpu", "--repo", "me/studio", HF_ENDPOINT=hub.address, HF_TOKEN="hf_x"
        )
    assert done.returncode == 2
    assert (
        done.stderr.startswith("kokoro_studio: The hub refused") and "Traceback" not in done.stderr
    )


@pytest.mark.parametrize(
    ("name", "repo", "word"),
    [("mainframe", "me/studio", "cpu, gpu, zero"), ("cpu", "studio", "OWNER/NAME")],
)
def test_a_missing_field_of_a_target_is_named(settings, name, repo, word):
    with pytest.raises(RequestError, match=word):
        find_target(settings, name, repo)
    settings = {**settings, "targets": {"cpu": {"hardware": "abacus"}}}
    with pytest.raises(RequestError, match="cpu-basic"):
        find_target(settings, "cpu", "me/studio")


def test_a_secret_must_be_there_before_anything_is_sent(settings):
    from dataclasses import replace

    from kokoro_studio.deploy.spaces import deploy

    target = replace(find_target(settings, "cpu", "me/studio"), secrets=("KOKORO_NO_SUCH_SECRET",))
    with pytest.raises(RequestError, match="KOKORO_NO_SUCH_SECRET"):
        deploy(target, settings)

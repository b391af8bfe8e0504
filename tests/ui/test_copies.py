"""Copies of the page's files that Gradio keeps on the disk."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import httpx
import pytest
from gradio.utils import get_upload_folder

from kokoro_studio.ui.shell import copies
from kokoro_studio.ui.shell.copies import choose_folder

MINUTE = 60.0


@pytest.fixture
def folder(url) -> Path:
    """Where the studio of this test session keeps them, without those of other tests."""
    kept = Path(get_upload_folder())
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    return kept


def upload(url: str, content: bytes) -> Path:
    files = {"files": ("voice.pt", content)}
    reply = httpx.post(f"{url}gradio_api/upload", files=files)
    assert reply.status_code == 200
    return Path(reply.json()[0])


def age(path: Path, seconds: float) -> None:
    for each in (path, path.parent):
        os.utime(each, (time.time() - seconds,) * 2)


def test_uploads_are_bounded_by_bytes(url, folder, monkeypatch):
    monkeypatch.setattr(copies, "MOST_BYTES", 300_000)
    first = upload(url, bytes(100_000))
    second = upload(url, b"2" * 100_000)
    age(first, 3 * MINUTE)
    age(second, 2 * MINUTE)
    third = upload(url, b"3" * 150_000)
    assert first.is_relative_to(folder)
    for _ in range(600):  # the look at the folder comes after the answer
        if not first.exists():
            break
        time.sleep(0.05)
    assert not first.exists() and second.exists() and third.exists()


def test_files_of_a_killed_studio_are_deleted(url, folder):
    left = folder / "0123abcd" / "sound.wav"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(bytes(10))
    age(left, 7 * 3600)
    upload(url, b"anything")
    for _ in range(600):
        if not left.exists():
            break
        time.sleep(0.05)
    assert not left.parent.exists()


def test_the_studio_keeps_to_a_folder_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    choose_folder()
    chosen = Path(os.environ["GRADIO_TEMP_DIR"])
    assert chosen.parent == tmp_path and chosen.is_dir()
    choose_folder()
    assert os.environ["GRADIO_TEMP_DIR"] == str(chosen), "the same at each start"


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path, monkeypatch):
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    choose_folder()
    chosen = Path(os.environ["GRADIO_TEMP_DIR"])
    chosen.rmdir()
    (tmp_path / "precious").mkdir()
    chosen.symlink_to(tmp_path / "precious")
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    choose_folder()
    assert os.environ["GRADIO_TEMP_DIR"] == str(tmp_path)

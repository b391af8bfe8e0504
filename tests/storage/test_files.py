from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from kokoro_studio.errors import RequestError
from kokoro_studio.model.weights import cache_folder
from kokoro_studio.storage.files import (
    check_destination,
    make_folder,
    remove_leftovers,
    remove_oldest,
    write_whole,
)


def part(folder: Path, name: str, hours: float) -> Path:
    path = folder / name
    path.write_bytes(b"half")
    os.utime(path, (time.time() - 3600 * hours,) * 2)
    return path


def test_old_unfinished_files_are_removed(tmp_path):
    old = part(tmp_path, "x.pthabcd1234.part", 2)
    kept = [
        part(tmp_path, "x.pthabcd5678.part", 0.5),  # may still be being written
        part(tmp_path, "another.part", 2),
        part(tmp_path, "x.pth", 2),
    ]
    remove_leftovers(tmp_path, "x.pth")
    assert not old.exists() and all(path.exists() for path in kept)
    remove_leftovers(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["x.pth", "x.pthabcd5678.part"]
    remove_leftovers(tmp_path / "nowhere")


def test_writing_a_file_removes_what_a_kill_left_of_it(tmp_path):
    part(tmp_path, "x.wav12345678.part", 2)
    write_whole(tmp_path / "x.wav", b"whole")
    assert [path.name for path in tmp_path.iterdir()] == ["x.wav"]


def test_a_folder_that_may_not_be_entered_is_one_sentence(tmp_path, monkeypatch):
    def refuse(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_dir", refuse)
    with pytest.raises(RequestError, match=r"x\.wav cannot be written: Permission denied"):
        check_destination(tmp_path / "x.wav")


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RequestError, match=r"folder .*file/x cannot be made: Not a directory"):
        make_folder(tmp_path / "file" / "x")


def test_a_name_that_is_too_long_is_one_sentence(tmp_path):
    with pytest.raises(RequestError, match="cannot be written"):
        write_whole(tmp_path / ("x" * 300), b"")


def test_a_tilde_in_kokoro_cache_is_the_home_folder(monkeypatch):
    monkeypatch.setenv("KOKORO_CACHE", "~/x")
    assert cache_folder() == Path.home() / "x"


def test_the_oldest_files_and_folders_go_when_all_are_too_large(tmp_path):
    (tmp_path / "folder").mkdir()
    oldest = part(tmp_path, "oldest", 0.3)
    inside = part(tmp_path / "folder", "inside", 0.2)
    os.utime(tmp_path / "folder", (time.time() - 7200,) * 2)  # its file was used since
    kept = part(tmp_path, "kept", 0.1), part(tmp_path, "in-use", 0)
    remove_oldest(tmp_path, most_bytes=12, most_seconds=3600)
    assert not oldest.exists() and inside.exists() and all(path.exists() for path in kept)
    remove_oldest(tmp_path, most_bytes=8, most_seconds=3600)
    assert not inside.parent.exists() and all(path.exists() for path in kept)
    remove_oldest(tmp_path, most_bytes=0, most_seconds=3600)
    assert [path.name for path in tmp_path.iterdir()] == ["in-use"]


def test_files_above_the_age_limit_are_deleted(tmp_path):
    old, young = part(tmp_path, "old", 2), part(tmp_path, "young", 0.5)
    remove_oldest(tmp_path, most_bytes=2**30, most_seconds=3600)
    assert young.exists() and not old.exists()
    remove_oldest(tmp_path / "nowhere", 0, 0)

"""The files that are written for the page."""

from __future__ import annotations

import os
import shutil
import time

from kokoro_studio.ui.page import FILES_LIVE
from kokoro_studio.ui.shell import takes as module
from kokoro_studio.ui.shell.takes import Takes


def write(takes, token, size=10, seconds=0.0):
    path = takes.place(token, "x.wav")
    path.write_bytes(bytes(size))
    for each in (path, path.parent):
        os.utime(each, (time.time() - seconds,) * 2)
    return path


def test_a_cleaned_temporary_folder_is_made_again():
    takes = Takes()
    first = write(takes, "first")
    shutil.rmtree(first.parent.parent)
    assert write(takes, "second").read_bytes() == bytes(10)


def test_old_files_go_and_young_ones_stay():
    takes = Takes()
    old, young = write(takes, "old", seconds=3700), write(takes, "young", seconds=3500)
    again = write(takes, "again", seconds=3700)
    write(takes, "again")
    assert again.exists() and young.exists() and not old.exists()


def test_the_oldest_go_when_all_are_too_large(monkeypatch):
    monkeypatch.setattr(module, "MAX_FILE_BYTES", 100)
    takes = Takes()
    oldest = write(takes, "oldest", 60, seconds=300)
    older = write(takes, "older", 60, seconds=200)
    just_written = write(takes, "new", 500)  # may still be being copied
    write(takes, "newest")
    assert not oldest.exists() and not older.exists() and just_written.exists()


def test_gradio_deletes_its_copies_within_hours():
    looks_every, age = FILES_LIVE
    assert looks_every <= 3600 and age <= 6 * 3600

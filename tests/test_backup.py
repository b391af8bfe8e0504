"""What a Space without a disk keeps, against a hub that is a double."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kokoro_studio.backup import copy_database, start_backup
from kokoro_studio.errors import RequestError

from .hub_double import HubDouble

ROOT = Path(__file__).resolve().parents[1]
KEEP = """
from kokoro_studio.backup import start_backup
from kokoro_studio.voices import keep_blend, own_voices
scheduler = start_backup()
if {keep}:
    keep_blend("Night narrator", "af_heart*0.6 + bf_emma*0.4")
    scheduler.trigger().result()
print([voice.voice.name for voice in own_voices()])
scheduler.stop()
"""


def space(data: Path, hub: HubDouble, keep: bool) -> str:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    done = subprocess.run(
        [sys.executable, "-c", KEEP.format(keep=keep)],
        cwd=ROOT,
        env={
            **clean,
            "HF_ENDPOINT": hub.address,
            "HF_TOKEN": "hf_x",
            "HF_HUB_DISABLE_XET": "1",
            "HF_HOME": str(data / "home"),
            "KOKORO_DATA": str(data),
            "KOKORO_BACKUP": "me/studio",
        },
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip()


def test_a_restarted_space_has_its_voices_again(tmp_path):
    with HubDouble() as hub:
        assert space(tmp_path / "first", hub, keep=True) == "['Night narrator']"
        created = hub.heard["created"]
        assert created.get("private") or created.get("visibility") == "private"
        assert "studio.db" in hub.files
        assert space(tmp_path / "second", hub, keep=False) == "['Night narrator']"


def test_a_copy_is_whole_while_others_write(tmp_path):
    source, copy = tmp_path / "a.db", tmp_path / "b.db"
    assert copy_database(source, copy) is False and not copy.exists()
    writer = sqlite3.connect(source)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE t (n)")
    writer.execute("INSERT INTO t VALUES (1)")
    writer.commit()
    writer.execute("INSERT INTO t VALUES (2)")  # not committed
    assert copy_database(source, copy) is True
    assert sqlite3.connect(copy).execute("SELECT n FROM t").fetchall() == [(1,)]
    assert copy_database(source, copy) is False
    writer.commit()
    assert copy_database(source, copy) is True


def test_nothing_is_copied_unless_asked(monkeypatch):
    monkeypatch.delenv("KOKORO_BACKUP", raising=False)
    assert start_backup() is None
    monkeypatch.setenv("KOKORO_BACKUP", "me/studio")
    monkeypatch.setenv("KOKORO_DATABASE", "postgresql://somewhere/db")
    with pytest.raises(RequestError, match="KOKORO_BACKUP"):
        start_backup()

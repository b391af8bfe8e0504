"""What a Space without a disk keeps, against a hub that is a double."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from kokoro_studio.errors import RequestError
from kokoro_studio.storage.backup import copy_database, start_backup

from ..hub_double import HubDouble

ROOT = Path(__file__).resolve().parents[2]
KEEP = """
from kokoro_studio.storage.backup import start_backup
from kokoro_studio.voices import keep_blend, own_voices
scheduler = start_backup()
if {keep}:
    keep_blend("Night narrator", "af_heart*0.6 + bf_emma*0.4")
    scheduler.trigger().result()
print([voice.voice.name for voice in own_voices()])
scheduler.stop()
"""


def environment(data: Path, hub: HubDouble) -> dict[str, str]:
    clean = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    return {
        **clean,
        "HF_ENDPOINT": hub.address,
        "HF_TOKEN": "hf_x",
        "HF_HUB_DISABLE_XET": "1",
        "HF_HOME": str(data / "home"),
        "KOKORO_DATA": str(data),
        "KOKORO_BACKUP": "me/studio",
    }


def space(data: Path, hub: HubDouble, keep: bool) -> str:
    done = subprocess.run(
        [sys.executable, "-c", KEEP.format(keep=keep)],
        cwd=ROOT,
        env=environment(data, hub),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.strip()


@pytest.mark.slow
def test_a_restarted_space_has_its_voices_again(tmp_path):
    with HubDouble() as hub:
        assert space(tmp_path / "first", hub, keep=True) == "['Night narrator']"
        created = hub.heard["created"]
        assert created.get("private") or created.get("visibility") == "private"
        assert "studio.db" in hub.files
        assert space(tmp_path / "second", hub, keep=False) == "['Night narrator']"


OUTAGE = """
from kokoro_studio.storage.backup import start_backup
from kokoro_studio.errors import RequestError
from kokoro_studio.voices import keep_blend, own_voices, own_voices_or_problem
backup = start_backup(retry=0.2)
try:
    keep_blend("Too early", "af_heart*0.6 + bf_emma*0.4")
except RequestError as error:
    print(error, flush=True)
input()
while own_voices_or_problem()[1]:
    pass
keep_blend("Day narrator", "af_heart*0.6 + bf_emma*0.4")
backup.trigger().result()
print([voice.voice.name for voice in own_voices()])
backup.stop()
"""


@pytest.mark.slow
@pytest.mark.parametrize("failing", ["/resolve/", "/api/"])
def test_an_outage_at_the_start_does_not_replace_the_backup(tmp_path, failing):
    with HubDouble() as hub:
        space(tmp_path / "first", hub, keep=True)
        before = hub.files["studio.db"]
        hub.failing = failing
        second = subprocess.Popen(
            [sys.executable, "-c", OUTAGE],
            cwd=ROOT,
            env=environment(tmp_path / "second", hub),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        with second:
            assert "me/studio, which cannot be reached" in second.stdout.readline()
            assert hub.files["studio.db"] == before
            hub.failing = ""
            said, _ = second.communicate("go on\n", timeout=120)
        assert said.strip() == "['Day narrator', 'Night narrator']"
        assert hub.files["studio.db"] != before
        assert list(hub.files) == ["studio.db"]


@pytest.mark.slow
def test_a_refusal_by_the_hub_is_one_sentence(tmp_path):
    with HubDouble(refuse=True) as hub:
        code = """
from kokoro_studio.storage.backup import start_backup
from kokoro_studio.errors import RequestError
try:
    start_backup()
except RequestError as error:
    print(error)
"""
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=environment(tmp_path, hub),
            capture_output=True,
            text=True,
            check=True,
            timeout=120,
        )
    assert done.stdout.startswith("KOKORO_BACKUP names me/studio, and the hub refuses: ")
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.parametrize("damage", [b"", b"no database" * 1000])
def test_a_damaged_database_does_not_replace_a_good_copy(tmp_path, damage):
    source, copy = tmp_path / "a.db", tmp_path / "b.db"
    with sqlite3.connect(source) as database:
        database.execute("CREATE TABLE t (n)")
    database.close()
    assert copy_database(source, copy)
    good = copy.read_bytes()
    source.write_bytes(damage)
    os.utime(source, (0, 0))
    with pytest.raises(RequestError, match=r"empty|not a database"):
        copy_database(source, copy)
    assert copy.read_bytes() == good


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

"""The database when something is wrong with it: one sentence, and nothing is overwritten."""

from __future__ import annotations

import os
import sqlite3
import time

import pytest
import sqlalchemy as sa

from kokoro_studio.cli import main
from kokoro_studio.errors import RequestError
from kokoro_studio.listening.contestants.contestant import Contestant
from kokoro_studio.listening.listeners import studio_secret
from kokoro_studio.listening.responses import count_responses
from kokoro_studio.listening.trials import keep_contestants
from kokoro_studio.storage.database import _open, open_store, reading, release_store, withhold_store
from kokoro_studio.ui.mix.library import library_value
from kokoro_studio.voices import (
    VOICES,
    all_voices,
    delete_voice,
    keep_blend,
    own_voices,
    own_voices_or_problem,
)

MIX = "af_heart*0.6 + bf_emma*0.4"


@pytest.fixture(autouse=True)
def database(tmp_path, monkeypatch):
    """The path of a database with two voices in it."""
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path))
    keep_blend("Dawn", MIX)
    keep_blend("Dusk", MIX)
    close()
    yield tmp_path / "studio.db"
    close()


def close():
    """As if the studio were started anew."""
    if _open.cache_info().currsize:
        open_store().dispose()
    _open.cache_clear()


def schema_99(path):
    with sqlite3.connect(path) as connection:
        connection.execute("update studio set schema = 99")
    connection.close()


def holes(path):
    data = bytearray(path.read_bytes())
    for page in range(2, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 2048] = bytes(2048)
    path.write_bytes(data)


def empty(path):
    path.write_bytes(b"")
    os.utime(path, (time.time() - 60,) * 2)


DAMAGE = {
    "text": (lambda path: path.write_text("my voices\n"), "not a database"),
    "garbage": (lambda path: path.write_bytes(os.urandom(50_000)), "not a database"),
    "half a file": (lambda path: path.write_bytes(path.read_bytes()[:300_000]), "malformed"),
    "holes": (holes, "malformed"),
    "nothing": (empty, "empty"),
    "a newer schema": (schema_99, "newer Kokoro Studio"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_database_leaves_the_released_voices_and_is_not_overwritten(
    name, database, capsys
):
    damage, says = DAMAGE[name]
    damage(database)
    before = database.read_bytes()
    voices, problem = own_voices_or_problem()
    assert voices == [] and says in problem and "\n" not in problem and len(problem) < 400
    assert list(all_voices()) == list(VOICES)
    assert library_value()["problem"] == problem
    assert main(["voices"]) == 0
    shown = capsys.readouterr()
    assert len(shown.out.splitlines()) == 54
    assert problem in shown.err and len(shown.err.splitlines()) == 1
    for write in (lambda: keep_blend("Night", MIX), studio_secret):
        with pytest.raises(RequestError, match=says):
            write()
    assert database.read_bytes() == before


def test_a_folder_in_place_of_the_database_is_one_sentence(database):
    database.unlink()
    database.mkdir()
    voices, problem = own_voices_or_problem()
    assert voices == [] and "a folder" in problem and list(database.iterdir()) == []


def test_a_repaired_database_is_read_without_a_restart(database):
    good = database.read_bytes()
    database.write_text("my voices\n")
    assert own_voices_or_problem()[1]
    database.write_bytes(good)
    assert [own.voice.name for own in own_voices()] == ["Dusk", "Dawn"]


def test_reading_waits_for_no_other_writer(database):
    writer = sqlite3.connect(database)
    writer.execute("BEGIN IMMEDIATE")
    began = time.monotonic()
    assert len(own_voices()) == 2
    assert time.monotonic() - began < 5
    writer.rollback()
    writer.close()


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_read_only_database_is_read_and_not_written(database, monkeypatch, journal):
    with sqlite3.connect(database) as connection:
        connection.execute(f"PRAGMA journal_mode={journal}")
    connection.close()
    before = database.read_bytes()
    monkeypatch.setattr(
        "kokoro_studio.storage.database.os.access", lambda path, mode: mode != os.W_OK
    )  # root may write everywhere
    assert len(own_voices()) == 2
    with pytest.raises(RequestError, match=r"readonly.*set KOKORO_DATA"):
        keep_blend("Night", MIX)
    assert database.read_bytes() == before


def test_a_full_disk_is_one_sentence_and_loses_nothing(database):
    def fill(connection, _):
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")

    engine = open_store()
    engine.dispose()
    sa.event.listen(engine, "connect", fill)
    with pytest.raises(RequestError, match=r"full.*make room"):
        keep_blend("Night", MIX)
    with pytest.raises(RequestError, match="full"):
        for number in range(100):
            keep_contestants([Contestant("voice", "x" * 200, {"formula": f"af_{number}"})])
    assert [own.voice.name for own in own_voices()] == ["Dusk", "Dawn"]


def test_a_failure_in_the_midst_of_reading_is_one_sentence(database):
    open_store()
    with sqlite3.connect(database) as connection:
        connection.execute("drop table voices")
    with pytest.raises(RequestError, match="no such table: voices"):
        own_voices()
    assert count_responses() == 0


def test_a_withheld_store_is_neither_read_nor_written(database):
    withhold_store("The backup cannot be reached.")
    try:
        assert own_voices_or_problem() == ([], "The backup cannot be reached.")
        with pytest.raises(RequestError, match="cannot be reached"):
            delete_voice("af_dawn")
        with pytest.raises(RequestError), reading():
            pass
    finally:
        release_store()
    assert len(own_voices()) == 2

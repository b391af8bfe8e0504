"""The tables: made in numbered steps, whoever opens the database and whatever it held before."""

from __future__ import annotations

import importlib
import re
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlalchemy as sa
import torch

import kokoro_studio
from kokoro_studio.listening.listeners import studio_secret
from kokoro_studio.listening.responses import count_responses
from kokoro_studio.listening.sessions import find_session
from kokoro_studio.listening.stimuli.stimulus import manifests
from kokoro_studio.listening.trials import find_trial, known_contestants
from kokoro_studio.storage import migrations
from kokoro_studio.storage.database import metadata, open_store
from kokoro_studio.storage.migrations import MIGRATIONS, NewerSchema, migrate
from kokoro_studio.voices import keep_blend, load_pack, own_voices, restore_voice

PACKAGE = Path(kokoro_studio.__file__).parent
RELEASED = Path(__file__).parents[1] / "data" / "studio_schema_1.sql"


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path))
    return tmp_path / "studio.db"


def released(path: Path, script: str | None = None) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript(script or RELEASED.read_text("utf-8"))
    connection.close()


def rows_of(path: Path) -> dict[str, list[tuple]]:
    with sqlite3.connect(path) as connection:
        names = [name for (name,) in connection.execute(
            "select name from sqlite_master where type = 'table' order by name"
        )]  # fmt: skip
        rows = {name: connection.execute(f"select * from {name}").fetchall() for name in names}
    connection.close()
    return rows


def shape_of(connection: sa.Connection) -> dict[str, tuple]:
    """Columns, keys and indexes of every table."""
    found = sa.inspect(connection)
    return {
        name: (
            [(c["name"], str(c["type"]), c["nullable"]) for c in found.get_columns(name)],
            found.get_pk_constraint(name)["constrained_columns"],
            sorted(i["column_names"] for i in found.get_unique_constraints(name)),
            sorted((i["name"], i["column_names"], i["unique"]) for i in found.get_indexes(name)),
            [(key["constrained_columns"], key["referred_table"], key["referred_columns"])
             for key in found.get_foreign_keys(name)],
        )
        for name in found.get_table_names()
    }  # fmt: skip


def test_the_steps_make_the_tables_that_the_code_declares():
    for module in sorted(PACKAGE.rglob("*.py")):
        if "storage" not in module.parts and "sa.Table(" in module.read_text("utf-8"):
            name = ".".join(module.relative_to(PACKAGE.parent).with_suffix("").parts)
            importlib.import_module(name)
    declared, made = sa.create_engine("sqlite://"), sa.create_engine("sqlite://")
    metadata.create_all(declared)
    migrate(made)
    with declared.connect() as one, made.connect() as other:
        expected, found = shape_of(one), shape_of(other)
    assert found.pop("studio") == ([("schema", "INTEGER", False)], [], [], [], [])
    assert found == expected and len(found) == 7


def test_opening_needs_no_module_that_uses_a_table(path):
    code = """
import sys
import sqlalchemy as sa
from kokoro_studio.storage.database import open_store
print(*sorted(sa.inspect(open_store()).get_table_names()))
print(*[name for name in sys.modules if name.startswith(("kokoro_studio.v", "kokoro_studio.l"))])
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    tables, modules = done.stdout.splitlines()
    assert tables == "ballots contestants listening_secret sessions stimuli studio trials voices"
    assert modules == "kokoro_studio.version"


def test_a_database_of_the_released_studio_opens_with_all_its_rows(path):
    released(path)
    before = rows_of(path)
    assert all(before.values()) and before["studio"] == [(1,)]
    open_store()
    assert rows_of(path) == before

    (own,) = own_voices()
    assert own.id == "af_dawn" and own.formula == "af_heart*0.6 + bf_emma*0.4"
    assert torch.equal(load_pack("af_dawn"), torch.zeros(510, 256))
    trial = find_trial("released-trial")
    assert trial is not None and trial.sides[0].contestant in known_contestants()
    session = find_session(trial.session, trial.listener)
    assert session.design.question == "Which do you prefer?" and len(session.plan) == 1
    assert count_responses() == 1
    assert manifests([trial.sides[0].stimulus])[trial.sides[0].stimulus]["text"] == trial.text
    assert studio_secret() == bytes(range(32))
    assert restore_voice("af_dusk").voice.name == "Dusk"


def test_a_database_of_the_released_studio_gets_the_tables_it_never_needed(path):
    statements = RELEASED.read_text("utf-8").split(";\n")
    wanted = re.compile(r'(CREATE TABLE|INSERT INTO) "?(voices|studio)\b')
    released(path, ";\n".join(filter(wanted.match, statements)) + ";")
    assert sorted(rows_of(path)) == ["studio", "voices"]
    assert count_responses() == 0
    assert [own.id for own in own_voices()] == ["af_dawn"]
    assert len(rows_of(path)) == 8 and rows_of(path)["studio"] == [(1,)]


def second(connection: sa.Connection) -> None:
    connection.execute(sa.text("alter table voices add column mood varchar(8)"))
    connection.execute(sa.text("update voices set mood = 'calm'"))


def test_later_steps_are_done_once_in_their_order(path, monkeypatch):
    done = []

    def third(connection: sa.Connection) -> None:
        done.append(connection.scalar(sa.text("select min(mood) from voices")))

    released(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, second, third))
    for _ in range(2):
        engine = sa.create_engine(f"sqlite:///{path}")
        migrate(engine)
        engine.dispose()
    assert done == ["calm"]
    assert rows_of(path)["studio"] == [(3,)]
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, second))
    with pytest.raises(NewerSchema, match="schema 3; this one reads up to 2"):
        migrate(sa.create_engine(f"sqlite:///{path}"))


def test_a_step_that_fails_leaves_the_database_as_it_was(path, monkeypatch):
    def broken(connection: sa.Connection) -> None:
        second(connection)
        connection.execute(sa.text("create table half (id integer)"))
        raise ValueError("no such thing")

    released(path)
    before = rows_of(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(ValueError):
        migrate(sa.create_engine(f"sqlite:///{path}"))
    assert rows_of(path) == before


def test_of_several_that_open_it_at_once_one_does_the_steps(path, monkeypatch):
    released(path)
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, second))
    start, failed = threading.Barrier(6), []

    def work() -> None:
        engine = sa.create_engine(f"sqlite:///{path}")
        start.wait()
        try:
            migrate(engine)
        except Exception as error:
            failed.append(error)
        engine.dispose()

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert rows_of(path)["studio"] == [(2,)]


def test_a_database_that_has_every_step_is_not_written_to(path):
    keep_blend("Dawn", "af_heart")
    open_store().dispose()
    writer = sqlite3.connect(path)
    writer.execute("BEGIN IMMEDIATE")
    migrate(sa.create_engine(f"sqlite:///{path}", connect_args={"timeout": 0}))
    writer.rollback()
    writer.close()

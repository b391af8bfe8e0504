from __future__ import annotations

import os
import sqlite3
import subprocess
import sys

import pytest

KILLS = 20


@pytest.mark.slow
def test_the_votes_survive_twenty_kills(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "tests.listening.voting_process", str(KILLS)],
        env={**os.environ, "KOKORO_DATA": str(tmp_path)},
        capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = done.stdout.split()
    assert len(told) > KILLS, "each child had the time for some votes"

    database = sqlite3.connect(tmp_path / "studio.db")
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    kept = [token for (token,) in database.execute("SELECT trial FROM ballots")]
    assert len(kept) == len(set(kept))
    assert set(told) <= set(kept), "a vote that was answered is never lost"
    assert len(set(kept) - set(told)) <= KILLS, "at most the one that was under way"
    orphans = "SELECT COUNT(*) FROM ballots WHERE trial NOT IN (SELECT token FROM trials)"
    assert database.execute(orphans).fetchone() == (0,)

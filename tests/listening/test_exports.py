from __future__ import annotations

import csv
import io
import json

from kokoro_studio.listening.designs import TestText
from kokoro_studio.listening.exports import FORMAT, session_csv, session_json
from kokoro_studio.listening.responses import answered
from kokoro_studio.listening.verdicts import verdict

from .conftest import answer_all

LISTENER = "anon:exporter"


def finished(room, design):
    session = room.begin(design, LISTENER)
    answer_all(room, session, LISTENER, lambda trial: "A")
    return session, answered(session=session.id)


def test_a_line_for_each_trial(room, design):
    _, votes = finished(room, design("abx"))
    rows = list(csv.DictReader(io.StringIO(session_csv(votes))))
    assert len(rows) == len(votes)
    rated = [row for row in rows if row["part"] == "rated"]
    assert len(rated) == 4
    for row in rated:
        assert row[f"side_{row['answer']}"] == row["side_X"]
        assert row["choice"] == "A" and row["chosen"] == row["side_A"]
        assert float(row["heard_seconds_X"]) > 0 and row["gain_db_A"]


def test_a_text_is_no_formula_for_a_spreadsheet(room, design):
    _, votes = finished(room, design(texts=(TestText("=1+1 is two."),), training=False))
    rows = list(csv.DictReader(io.StringIO(session_csv(votes))))
    assert rows[0]["text"] == "'=1+1 is two."


def test_the_verdict_can_be_computed_again_from_the_json(room, design):
    session, votes = finished(room, design())
    data = json.loads(session_json(session, votes))
    assert data["format"] == FORMAT
    said = data["session"]["verdict"]["numbers"]
    rated = [trial for trial in data["trials"] if trial["part"] == "rated"]
    wins = dict.fromkeys(said["wins"], 0)
    for trial in rated:
        wins[trial["sides"][0]["contestant"]] += trial["ballot"]["choice"] == "A"
    assert wins == said["wins"] == verdict(session.design, votes).numbers["wins"]
    for trial in rated:
        for side in trial["sides"]:
            stimulus = data["stimuli"][side["stimulus"]]
            assert stimulus["contestant"]["id"] == side["contestant"]
            assert stimulus["level"]["lufs"]
    assert votes[0].trial.token not in json.dumps(data), "no token leaves the server"

from __future__ import annotations

import io
import struct
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
import soundfile

from kokoro_studio.errors import RequestError
from kokoro_studio.listening import designs
from kokoro_studio.listening import trials as trials_module
from kokoro_studio.listening.contestants.contestant import Contestant
from kokoro_studio.listening.designs import TestText
from kokoro_studio.listening.responses import AlreadyAnswered, Response, answered
from kokoro_studio.listening.room import Void
from kokoro_studio.listening.trials import Trial, find_trial
from kokoro_studio.listening.voting import Gone, VoteRefused

from .conftest import answer_all, heard

LISTENER = "anon:somebody"


def begin(room, design) -> tuple:
    session = room.begin(design, LISTENER)
    return session, room.next(session.id, LISTENER)


def test_a_preference_test_runs_from_its_first_trial_to_its_last(room, design):
    session = room.begin(design(training=False), LISTENER)
    assert list(room.prepare(session))[-1] == (2, 2)
    done = answer_all(room, session, LISTENER, lambda trial: "A")
    assert [trial.number for trial in done] == [1, 2, 3, 4]
    assert room.next(session.id, LISTENER) is None
    assert [vote.trial.token for vote in room.answered(session)] == [t.token for t in done]
    sides = [trial.sides[0].contestant for trial in done]
    assert sides.count(sides[0]) == 2, "each is on side A as often as the other"


def test_abx_answers_are_what_x_is(room, design):
    session = room.begin(design("abx", trials=8), LISTENER)
    parts = [planned.part for planned in session.plan]
    assert parts[:2] == ["training"] * 2 and parts.count("rated") == 8 and "catch" in parts
    for planned in session.plan:
        assert planned.contestants[2] == planned.contestants["AB".index(planned.answer)]
        assert planned.contestants[0] != planned.contestants[1]


def test_an_open_trial_is_handed_out_again_until_it_has_its_vote(room, design):
    session, trial = begin(room, design(training=False))
    assert room.next(session.id, LISTENER) == trial
    room.vote(LISTENER, heard(trial, "B"))
    assert room.next(session.id, LISTENER).number == 2


def test_a_trial_takes_one_vote_whatever_number_of_tabs_bring_it(room, design):
    from concurrent.futures import ThreadPoolExecutor

    session, trial = begin(room, design(training=False))

    def vote(choice: str) -> str:
        try:
            room.vote(LISTENER, heard(trial, choice))
        except AlreadyAnswered:
            return "late"
        return "counted"

    with ThreadPoolExecutor(8) as tabs:
        outcomes = list(tabs.map(vote, "ABABABAB"))
    assert outcomes.count("counted") == 1 and outcomes.count("late") == 7
    assert len(answered(session=session.id)) == 1


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"heard_seconds": {"A": 9.0, "B": 0.1}}, "Listen to B first"),
        ({"heard_seconds": {}}, "Listen to A first"),
        ({"cast": None}, "faster than"),
        ({"choice": "C"}, "one of A, B or no preference"),
        ({"strength": 4}, "1 \\(slightly\\) to 3"),
    ],
)
def test_a_vote_that_cannot_be_honest_is_refused_and_the_trial_stays(room, design, change, reason):
    session, trial = begin(room, design(training=False))
    response = heard(trial, "A")
    if "cast" in change:
        change = {"cast": trial.issued}
    with pytest.raises(VoteRefused, match=reason):
        room.vote(LISTENER, replace(response, **change))
    assert room.next(session.id, LISTENER) == trial


def test_a_token_is_its_listeners_alone(room, design):
    session, trial = begin(room, design(training=False))
    with pytest.raises(Gone, match="not known"):
        room.vote("anon:another", heard(trial, "A"))
    with pytest.raises(RequestError, match="not known"):
        room.next(session.id, "anon:another")


def test_an_expired_trial_takes_no_vote_and_comes_again_under_another_token(
    room, design, monkeypatch
):
    session, trial = begin(room, design(training=False))
    later = trial.issued + timedelta(minutes=31)
    monkeypatch.setattr(trials_module, "utc_now", lambda: later)
    assert room.playback.wav(trial.token, "A") is None
    with pytest.raises(Gone, match="half an hour"):
        room.vote(LISTENER, heard(trial, "A"))
    fresh = room.next(session.id, LISTENER)
    assert fresh.token != trial.token and fresh.number == trial.number
    assert fresh.sides == trial.sides


def test_too_many_votes_in_a_minute_are_refused(room):
    for _ in range(30):
        with pytest.raises(Gone):
            room.vote("anon:hasty", Response("no such trial", "A"))
    with pytest.raises(VoteRefused, match="within a minute"):
        room.vote("anon:hasty", Response("no such trial", "A"))


def test_however_often_it_is_asked_for_a_trial_is_one(room, design):
    from concurrent.futures import ThreadPoolExecutor

    session = room.begin(design(training=False), LISTENER)
    for number in (1, 2):
        with ThreadPoolExecutor(8) as impatient:
            handed = list(impatient.map(lambda _: room.next(session.id, LISTENER), range(8)))
        assert len({trial.token for trial in handed}) == 1 and handed[0].number == number
        room.vote(LISTENER, heard(handed[0], "A"))


@pytest.mark.parametrize(
    ("kind", "options", "answer", "reason"),
    [
        ("ab", {"tie": False}, {"choice": "tie"}, "one of A, B"),
        ("ab", {"strength": True}, {"choice": "A"}, "How much better"),
        ("ab", {}, {"choice": "void"}, "one of A, B"),
        ("abx", {}, {"choice": "X"}, "whether X is A or B"),
        ("abx", {}, {"choice": "tie"}, "whether X is A or B"),
    ],
)
def test_only_what_was_asked_is_an_answer(room, design, kind, options, answer, reason):
    _, trial = begin(room, design(kind, training=False, **options))
    with pytest.raises(VoteRefused, match=reason):
        room.vote(LISTENER, heard(trial, **answer))


def test_a_host_who_takes_a_system_away_locks_nobody_out(room, design, monkeypatch):
    session, trial = begin(room, design(training=False))
    monkeypatch.setattr(designs, "speaks", lambda *_: False)
    room.vote(LISTENER, heard(trial, "A"))
    assert room.next(session.id, LISTENER).number == 2


def test_progress_tells_nothing_of_the_plan(room, design):
    steps = {
        tuple(room.prepare(room.begin(design("abx", training=False), LISTENER))) for _ in "12345"
    }
    assert steps == {((0, 2), (1, 2), (2, 2))}


def test_files_of_a_trial_differ_in_sound_alone(room, design):
    _, trial = begin(room, design("abx", training=False))
    files = {label: room.playback.wav(trial.token, label) for label in "ABX"}
    assert len({len(data) for data in files.values()}) == 1, "one length for all"
    assert len({data[:44] for data in files.values()}) == 1, "one header for all"
    assert len(set(files.values())) == 3, "X is not the bytes of A or B"
    for data in files.values():
        riff, size, wave, chunk = struct.unpack("<4sI4s4s", data[:16])
        assert (riff, wave, chunk) == (b"RIFF", b"WAVE", b"fmt ") and size == len(data) - 8
        assert data[36:40] == b"data", "no chunk beside the sound"
    sounds = {label: _read(data) for label, data in files.items()}
    x_is, other = (trial.answer, "AB".replace(trial.answer, ""))
    assert _apart(sounds["X"], sounds[x_is]) < 1e-3 < _apart(sounds["X"], sounds[other])


def _read(data: bytes) -> np.ndarray:
    samples, _ = soundfile.read(io.BytesIO(data))
    return samples


def _apart(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.sqrt(np.mean((one - other) ** 2)))


def test_required_listening_time_of_x_equals_that_of_a_and_b(room, design):
    _, trial = begin(room, design("abx", training=False))
    assert len({side.unlock_seconds for side in trial.sides}) == 1


def test_sides_are_equally_loud(room, design):
    import pyloudnorm

    _, trial = begin(room, design(training=False))
    meter = [
        pyloudnorm.Meter(24_000, "DeMan", len(samples) / 24_000 - 0.01).integrated_loudness(samples)
        for samples in (_read(room.playback.wav(trial.token, label)) for label in "AB")
    ]
    gains = [side.gain_db for side in trial.sides]
    assert abs(meter[0] - meter[1]) < 1.0 and all(np.isfinite(gains))


def test_a_failing_contestant_makes_a_void_trial_that_says_so(room, design, pair):
    broken = Contestant("voice", "Nobody", {**pair[1].recipe, "sha256": "0" * 64})
    session = room.begin(design(contestants=(pair[0], broken), training=False), LISTENER)
    met = room.next(session.id, LISTENER)
    assert (
        isinstance(met, Void) and "Nobody" in met.sentence and "counts for nobody" in met.sentence
    )
    assert answered(session=session.id)[0].response.choice == "void"


def test_quick_comparisons_keep_nothing(room, pair):
    before = len(answered())
    trial = room.playback.quick(pair, "Good morning.", "a")
    assert room.playback.wav(trial.token, "A") and room.playback.wav(trial.token, "B")
    assert find_trial(trial.token) is None and len(answered()) == before


def test_a_session_goes_on_after_a_restart(engine, room, design):
    from kokoro_studio.listening.room import ListeningRoom

    session, trial = begin(room, design(training=False))
    room.vote(LISTENER, heard(trial, "A"))
    second = room.next(session.id, LISTENER)
    sound = room.playback.wav(second.token, "A")
    reborn = ListeningRoom(engine)
    assert reborn.next(session.id, LISTENER) == second
    assert reborn.playback.wav(second.token, "A") == sound, "the same bytes, made again"


def test_several_are_scored_at_once(room, design, pair):
    texts = tuple(TestText(text) for text in ("Yes.", "No.", "Good.", "Come."))
    session = room.begin(design("multi", texts=texts, training=False), LISTENER)
    trial = room.next(session.id, LISTENER)
    assert isinstance(trial, Trial) and [side.label for side in trial.sides] == ["A", "B"]
    with pytest.raises(VoteRefused, match="needs a score"):
        room.vote(LISTENER, heard(trial, scores={"A": 50.0}))
    room.vote(LISTENER, heard(trial, scores={"A": 50.0, "B": 80.0}))
    assert session.plan[-1].part == "repeat"

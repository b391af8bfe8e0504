"""Handlers of the Compare tab, without a browser."""

from __future__ import annotations

import gradio as gr
import numpy as np
import pytest
import soundfile

from kokoro_studio.listening.contestants.contestant import Contestant
from kokoro_studio.listening.listeners import listener_for, new_secret
from kokoro_studio.listening.responses import answered
from kokoro_studio.listening.room import ListeningRoom
from kokoro_studio.listening.trials import find_trial
from kokoro_studio.ui.compare.contestants import (
    add_anchor,
    add_recording,
    add_voice,
    remove_contestant,
)
from kokoro_studio.ui.compare.handlers import (
    another_sentence,
    begin_test,
    go_on,
    hear_both,
    make_design,
    results,
    resume,
    unfinished,
    vote,
)
from kokoro_studio.ui.compare.leaderboard_handlers import all_votes, ranking_value
from kokoro_studio.ui.compare.messages import ContestantRemoved, SessionResumed, read_vote
from kokoro_studio.ui.shell.takes import Takes

from ..listening.conftest import heard

LISTENER = "anon:handlers"


@pytest.fixture(scope="module")
def room(engine) -> ListeningRoom:
    return ListeningRoom(engine)


@pytest.fixture
def two(room):
    kept = []
    for voice in ("af_heart", "am_adam"):
        kept, _ = add_voice(room, kept, voice, 1.0, 0, "")
    return kept


def test_contestants_are_added_once_and_removed(room, two):
    again, shown = add_voice(room, two, "af_heart", 1.0, 0, "")
    assert again == two and [row["name"] for row in shown["rows"]] == [
        "Heart · American English", "Adam · American English",
    ]  # fmt: skip
    rest, _ = remove_contestant(two, ContestantRemoved(0))
    assert [Contestant.from_json(one).name for one in rest] == ["Adam · American English"]
    nobody = ContestantRemoved.read({"index": "nonsense"})
    assert remove_contestant(two, nobody)[0] == two


def test_speed_take_precision_and_the_robot_are_contestants_of_their_own(room, two):
    kept, _ = add_voice(room, two, "af_heart", 1.2, 0, "")
    kept, _ = add_voice(room, kept, "af_heart", 1.0, 7, "")
    kept, _ = add_voice(room, kept, "af_heart", 1.0, 0, "bfloat16")
    kept, shown = add_anchor(kept)
    assert len(kept) == 6
    names = [row["name"] for row in shown["rows"]]
    assert "1.2 times as fast" in names[2] and "seed 7" in names[3] and "bfloat16" in names[4]
    assert shown["rows"][5]["color"] is None


@pytest.fixture
def recording(tmp_path) -> str:
    path = tmp_path / "me.wav"
    soundfile.write(path, 0.3 * np.sin(np.arange(24_000) / 17), 24_000)
    return str(path)


def test_a_recording_brings_the_text_that_all_say(two, recording):
    kept, shown, said, file = add_recording(two, recording, " Good\nevening. ", "a")
    assert (said, file) == ("", None), "the form is empty again"
    assert shown["rows"][2]["name"] == "me"
    assert shown["rows"][2]["detail"] == "a recording of “Good evening.”"
    design = make_design("ab", kept, "a", "ours", "", "Which?", 6, ["tie"])
    assert [said.text for said in design.texts] == ["Good evening."]


@pytest.mark.parametrize(
    ("given", "said", "reason"),
    [
        (True, " ", "Write what the recording says"),
        (False, "Good evening.", "choose an audio file first"),
        (True, "x" * 301, "has 301 characters; use at most 300"),
    ],
)
def test_a_recording_that_cannot_be_added_says_what_is_missing(two, recording, given, said, reason):
    with pytest.raises(gr.Error, match=reason):
        add_recording(two, recording if given else None, said, "a")


def test_recordings_of_two_texts_are_not_compared(room, two, recording):
    kept, *_ = add_recording(two[:1], recording, "Good evening.", "a")
    soundfile.write(recording, 0.3 * np.sin(np.arange(24_000) / 19), 24_000)
    kept, *_ = add_recording(kept, recording, "Good night.", "a")
    request = ["ab", kept, "a", "ours", "", "Which?", 6, []]
    with pytest.raises(gr.Error, match="only with recordings of the same text"):
        list(begin_test(room, LISTENER, *request))


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"contestants": 1}, "compares 2 contestants and has 1"),
        ({"own": ""}, "no text to compare on"),
        ({"own": "x" * 400}, "at most 300"),
        ({"trials": 99}, "use 4 to 60"),
        ({"question": ""}, "The question needs"),
        ({"language": "j"}, "does not speak Japanese"),
    ],
)
def test_a_test_that_cannot_be_held_is_told_of_in_a_sentence(room, two, change, reason):
    request = [
        "abx", two[: change.get("contestants", 2)], change.get("language", "a"), "own",
        change.get("own", "Yes."), change.get("question", "Which?"), change.get("trials", 4), [],
    ]  # fmt: skip
    with pytest.raises(gr.Error, match=reason):
        list(begin_test(room, LISTENER, *request))


def test_a_test_from_its_set_up_to_its_files(room, two):
    request = ["multi", two, "a", "own", "Yes.\nNo.\nGood.\nCome.", "Which?", 4, []]
    *progress, (levels, session) = begin_test(room, LISTENER, *request)
    assert [message["kind"] for message, _ in progress[-3:]] == ["waiting"] * 3
    assert levels["kind"] == "levels"
    message = go_on(room, LISTENER, session)
    assert message["kind"] == "trial" and message["test"] == "multi"
    assert results(room, Takes(), LISTENER, session)[0]["visible"] is False, "not before the end"
    refused = vote(room, LISTENER, session, read_vote({"token": message["token"]}), "127.0.0.1")
    assert refused["kind"] == "refused" and "needs a score" in refused["sentence"]


@pytest.mark.parametrize(
    "data", [{}, {"token": 7, "choice": [], "scores": "x"}, {"plays": {"A": "∞"}}]
)
def test_votes_of_no_shape_leave_the_trial_as_it_is(room, two, data):
    *_, (_, session) = begin_test(room, LISTENER, "abx", two, "a", "own", "Yes.", "Which?", 4, [])
    message = go_on(room, LISTENER, session)
    assert vote(room, LISTENER, session, read_vote(data), "") == message
    assert not answered(session=session)


def test_a_vote_is_read_within_its_bounds():
    sent = {"token": "t" * 99, "choice": "X=B", "strength": 9, "scores": {"A": 101, "B": 40.126}}
    response = read_vote(sent | {"plays": {"A": 2.0, "B": True}, "heard_seconds": [1]})
    assert (len(response.trial), response.choice, response.strength) == (64, "B", 0)
    assert response.scores == {"A": 0, "B": 40.13} and response.plays == {"A": 2, "B": 0}
    assert (
        response.heard_seconds == {}
        and len(SessionResumed.read({"session": "s" * 99}).session) == 64
    )


def test_two_side_by_side(room):
    waiting, (message, session) = hear_both(room, "af_heart", "af_heart*0.5+am_adam*0.5", "Hello.")
    assert waiting[0]["kind"] == "waiting" and session == ""
    assert message["sides"][0]["name"] == "Heart · American English"
    assert another_sentence("bf_emma", "Hello.") != "Hello."
    with pytest.raises(gr.Error, match="did you mean af_heart"):
        list(hear_both(room, "af_hart", "af_heart", "Hello."))


def test_listeners_have_names_that_say_nothing():
    secret = new_secret()
    assert listener_for(secret) == listener_for(secret) != listener_for(new_secret())
    assert secret not in listener_for(secret)
    assert listener_for(secret, "me").startswith("hf:") and listener_for("", "me") == listener_for(
        secret, "me"
    )


def test_a_language_without_votes_says_so(room):
    value = ranking_value(room, "h", "mine", LISTENER)
    assert value["rows"] == [] and "Hindi" in value["empty"]
    assert all_votes(Takes(), "h").endswith("arena-h.json")


def test_strangers_votes_are_not_given_out(monkeypatch):
    monkeypatch.setenv("SPACE_ID", "someone/studio")
    with pytest.raises(gr.Error, match="its votes are its host's"):
        all_votes(Takes(), "h")


def begun(room, listener: str, two, kind: str, answers: int) -> str:
    """A session of a test with that many of its trials answered."""
    request = [kind, two, "a", "own", "Yes.\nNo.\nGood.\nCome.", "Which?", 4, ["training"]]
    *_, (_, session) = begin_test(room, listener, *request)
    for _ in range(answers):
        trial = room.next(session, listener)
        room.vote(listener, heard(trial, "A"))
    return session


def test_every_test_that_was_left_can_be_gone_on_with(room, two):
    listener = "anon:leaves"
    first = begun(room, listener, two, "abx", 3)
    begun(room, listener, two, "abx", 0)  # nothing is lost of it
    second = begun(room, listener, two, "ab", 1)
    tests = unfinished(room, listener)["tests"]
    assert [(test["session"], test["words"]) for test in tests] == [
        (second, "Go on with your preference test: 0 of 4 answered"),
        (first, "Go on with your ABX test: 1 of 4 answered"),
    ]
    assert tests[0]["who"] == "Heart · American English, Adam · American English"
    message, session, mode = resume(room, listener, SessionResumed(first))
    assert (session, mode) == (first, "test")
    assert message["test"] == "abx" and (message["number"], message["of"]) == (2, 4)
    assert unfinished(room, "anon:another") == unfinished(room, "") == {"tests": []}
    with pytest.raises(gr.Error, match="not known here any more"):
        resume(room, "anon:another", SessionResumed(first))


def test_wrong_answers_of_an_abx_test_can_be_heard_again(room, two):
    listener = "anon:wrong"
    *_, (_, session) = begin_test(
        room, listener, "abx", two, "a", "own", "Yes.", "Which?", 4, ["training"]
    )
    answers = []
    while (trial := room.next(session, listener)) is not None:
        wrong = trial.number in (1, 3, 5)  # the first is practice
        answers.append(trial.answer)
        room.vote(listener, heard(trial, "AB"["BA".index(trial.answer)] if wrong else trial.answer))
    verdict = go_on(room, listener, session)
    assert verdict["kind"] == "verdict"
    assert [one["title"] for one in verdict["wrong"]] == [
        f"Trial 1: X was {answers[2]}", f"Trial 3: X was {answers[4]}"
    ]  # fmt: skip
    token, label = verdict["wrong"][0]["sides"][2]["url"].split("/")[-2:]
    assert label == "X.wav" and room.playback.wav(token, "X")
    assert find_trial(token) is None, "it takes no vote"


def test_nobody_begins_before_the_page_knows_them(room, two):
    with pytest.raises(gr.Error, match="getting to know you"):
        list(begin_test(room, "", "abx", two, "a", "own", "Yes.", "Which?", 4, []))


def test_a_message_of_an_abx_trial_tells_nothing_but_where_the_sound_is(room, two):
    *_, (_, session) = begin_test(room, LISTENER, "abx", two, "a", "own", "Yes.", "Which?", 4, [])
    message = go_on(room, LISTENER, session)
    assert {"answer", "part", "sentence", "gain_db", "contestant"}.isdisjoint(message)
    a, b, x = ({**side, "url": None, "label": None} for side in message["sides"])
    assert a == b == x

"""A listening room with the real engine, and listeners who take their time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kokoro_studio.listening.contestants.voices import voice_contestant
from kokoro_studio.listening.designs import TestDesign, TestText
from kokoro_studio.listening.responses import Response
from kokoro_studio.listening.room import ListeningRoom
from kokoro_studio.listening.trials import Trial

TEXTS = (TestText("Good morning."), TestText("It rains."))


@pytest.fixture(scope="session")
def room(engine) -> ListeningRoom:
    return ListeningRoom(engine)


@pytest.fixture(scope="session")
def pair(engine):
    return tuple(voice_contestant(voice, engine=engine) for voice in ("af_heart", "am_adam"))


@pytest.fixture
def design(pair):
    def make(kind: str = "ab", **changes) -> TestDesign:
        return TestDesign(
            **{"kind": kind, "contestants": pair, "texts": TEXTS, "trials": 4, **changes}
        )

    return make


def heard(trial: Trial, choice: str = "", **changes) -> Response:
    """A response of someone who listened to every side to its end."""
    seconds = {side.label: side.unlock_seconds for side in trial.sides}
    return Response(
        trial.token,
        choice,
        **{
            "heard_seconds": seconds,
            "plays": dict.fromkeys(seconds, 1),
            "cast": trial.issued + timedelta(seconds=sum(seconds.values()) + 2),
            **changes,
        },
    )


def answer_all(room: ListeningRoom, session, listener: str, choose) -> list[Trial]:
    """Every trial of a session, answered by `choose(trial)`."""
    trials = []
    while (trial := room.next(session.id, listener)) is not None:
        if isinstance(trial, Trial):
            room.vote(listener, heard(trial, choose(trial)))
            trials.append(trial)
    return trials

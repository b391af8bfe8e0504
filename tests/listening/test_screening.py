from __future__ import annotations

import random
from datetime import timedelta

from kokoro_studio.listening.designs import ARENA
from kokoro_studio.listening.responses import Answered, Response
from kokoro_studio.listening.screening import FEWEST, suspicions
from kokoro_studio.listening.trials import Side, Trial
from kokoro_studio.storage.database import utc_now

START = utc_now()


def votes_of(
    choices, spare_seconds=5.0, apart_seconds=30.0, pairs=None, listener="anon:x", address=""
):
    """Votes in a row on pairs of six contestants."""
    chance, made = random.Random(1), []
    for number, choice in enumerate(choices):
        pair = pairs[number] if pairs else chance.sample("abcdef", 2)
        sides = tuple(
            Side(label, one, "", "", 0.0, 0, 3.0) for label, one in zip("AB", pair, strict=True)
        )
        issued = START + timedelta(seconds=apart_seconds * number)
        trial = Trial("s", listener, ARENA, "rated", number, sides, "t", "a", issued=issued)
        cast = issued + timedelta(seconds=6 + spare_seconds)
        made.append(Answered(trial, Response(trial.token, choice, cast=cast, address=address)))
    return made


def test_an_honest_listener_meets_no_suspicion():
    for seed in range(200):
        chance = random.Random(seed)
        assert not suspicions(votes_of(chance.choices(["A", "B", "tie"], [4, 4, 2], k=60)))


def test_nothing_is_said_of_a_few_votes():
    assert not suspicions(votes_of("A" * (FEWEST - 1), spare_seconds=0))


def test_always_one_side():
    assert "first one in 20 of 20" in suspicions(votes_of("A" * 20))["anon:x"]
    assert "second" in suspicions(votes_of("B" * 20))["anon:x"]


def test_never_a_preference():
    assert "never had a preference" in suspicions(votes_of(["tie"] * 15))["anon:x"]


def test_hardly_listening():
    choices = random.Random(2).choices("AB", k=20)
    assert "least listening" in suspicions(votes_of(choices, spare_seconds=0.1))["anon:x"]


def test_a_burst():
    choices = random.Random(2).choices("AB", k=50)
    assert "within 5 minutes" in suspicions(votes_of(choices, apart_seconds=2))["anon:x"]


def test_for_one_contestant_and_nobody_else():
    pairs, choices = [], []
    for number in range(40):
        if number % 2:
            pairs.append(
                ("a", "bcdef"[number % 5]) if number % 4 == 1 else ("bcdef"[number % 5], "a")
            )
            choices.append("A" if number % 4 == 1 else "B")
        else:
            pairs.append(("b", "c"))
            choices.append("tie")
    assert "for one contestant" in suspicions(votes_of(choices, pairs=pairs))["anon:x"]


def test_a_suspicion_is_of_one_listener():
    both = votes_of("A" * 20) + votes_of(random.Random(4).choices("AB", k=20), listener="anon:y")
    assert set(suspicions(both)) == {"anon:x"}


def stuffed(spare_seconds: float):
    """Eight new listeners with ten votes each, all for one."""
    votes = []
    for number in range(8):
        pairs = [
            ("a", "bcdef"[turn % 5]) if turn % 2 else ("bcdef"[turn % 5], "a") for turn in range(10)
        ]
        choices = ["A" if turn % 2 else "B" for turn in range(10)]
        votes += votes_of(
            choices, spare_seconds, pairs=pairs, listener=f"anon:{number}", address="x"
        )
    return votes


def test_one_person_as_many():
    found = suspicions(stuffed(spare_seconds=0.1))
    assert len(found) == 8 and "came as 8 from one address" in found["anon:0"]


def test_a_classroom_that_takes_its_time_may_agree():
    assert not suspicions(stuffed(spare_seconds=8.0))

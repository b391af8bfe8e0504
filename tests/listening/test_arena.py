from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import timedelta

import pytest

from kokoro_studio.errors import RequestError
from kokoro_studio.listening.arena import arena_design, pool, standings, ticker
from kokoro_studio.listening.comparisons import comparison_of
from kokoro_studio.listening.contestants.contestant import Contestant
from kokoro_studio.listening.designs import ARENA, TestDesign, TestText
from kokoro_studio.listening.listeners import listener_for
from kokoro_studio.listening.responses import Response, answered, cast
from kokoro_studio.listening.room import Void
from kokoro_studio.listening.sessions import open_session
from kokoro_studio.listening.statistics.schedule import choose_pair
from kokoro_studio.listening.stimuli.sentences import sentences
from kokoro_studio.listening.trials import Side, Trial, issue, keep_contestants
from kokoro_studio.voices import keep_blend

from .conftest import answer_all, heard

# Points above each other; 1500 is the mean.
STRENGTHS = [1680, 1620, 1570, 1530, 1490, 1450, 1400, 1260]


@pytest.fixture
def own_data(tmp_path, monkeypatch):
    """A store of its own: rankings count every vote there is."""
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path))


def crowd_of(strengths) -> dict[str, float]:
    people = [Contestant("anchor", f"Number {rank}", {"n": rank}) for rank in range(len(strengths))]
    keep_contestants(people)
    return {one.id: strength for one, strength in zip(people, strengths, strict=True)}


def side_of(label: str, contestant: str) -> Side:
    return Side(label, contestant, "0" * 16, "", 0.0, 0, 1.0)


def vote(listener: str, first: str, second: str, choice: str, text: str, sentence: str = "s1"):
    """A vote as the room keeps it, without the sound."""
    sides = (side_of("A", first), side_of("B", second))
    trial = issue(Trial("s", listener, ARENA, "rated", 1, sides, text, "a", sentence=sentence))
    cast(Response(trial.token, choice, cast=trial.issued + timedelta(seconds=9)))


def choice_between(strengths, first: str, second: str, chance: random.Random) -> str:
    """As the model of the ranking has it: ties when they are close, the stronger more often."""
    ahead = (strengths[first] - strengths[second]) * math.log(10) / 400
    odds = {"A": math.exp(ahead / 2), "B": math.exp(-ahead / 2), "tie": 0.5}
    return chance.choices(list(odds), list(odds.values()))[0]


@pytest.mark.slow
def test_a_thousand_voters_make_the_ranking_that_their_true_strengths_imply(own_data):
    """Pairs as the arena draws them, votes through the store."""
    chance = random.Random(7)
    strengths = crowd_of(STRENGTHS)
    texts = [sentence.text for sentence in sentences("a")]
    for voter in range(1000):
        if voter % 50 == 0:  # the draw knows what was cast up to here
            comparisons = [comparison_of(vote) for vote in answered(kind=ARENA)]
            drawn = [choose_pair(strengths, comparisons, chance) for _ in range(100)]
        for one in chance.sample(drawn, 4):
            choice = choice_between(strengths, one.first, one.second, chance)
            vote(
                listener_for(f"voter {voter}"), one.first, one.second, choice, chance.choice(texts)
            )
    table = standings("a")
    assert table.comparisons == 4000 and table.listeners == 1000
    found = {one.contestant: one for one in table.standings}
    mean = sum(STRENGTHS) / len(STRENGTHS)
    inside = sum(
        found[one].low <= strength - mean + 1500 <= found[one].high
        for one, strength in strengths.items()
    )
    assert inside >= len(STRENGTHS) - 1, "95 % intervals hold the truth"
    by_rating = sorted(found, key=lambda one: -found[one].rating)
    assert by_rating == sorted(strengths, key=lambda one: -strengths[one])
    assert not any(one.preliminary for one in table.standings)


@pytest.mark.slow
def test_votes_of_inattentive_listeners_are_left_out_and_counted(own_data):
    strengths = crowd_of(STRENGTHS[:4])
    ids, chance = list(strengths), random.Random(3)
    for voter in range(6):
        for turn in range(8):
            first, second = chance.sample(ids, 2)
            choice = choice_between(strengths, first, second, chance)
            vote(f"anon:honest{voter}", first, second, choice, f"{turn}")
    honest = standings("a")
    for turn in range(40):
        vote("anon:leaning", *chance.sample(ids, 2), "A", f"{turn}")
    table = standings("a")
    assert table.comparisons == honest.comparisons == 48
    assert "Left out: 40 votes of 1 listener who chose the first one in 40 of 40" in table.notes[0]
    assert [one.rating for one in table.standings] == [one.rating for one in honest.standings]


def test_texts_of_their_own_do_not_rank(own_data):
    first, second = crowd_of(STRENGTHS[:2])
    vote("anon:x", first, second, "A", "Mine.", sentence="")
    table = standings("a")
    assert table.comparisons == 0 and "1 vote on listeners' own texts" in table.notes[0]


def test_on_a_space_with_accounts_only_accounts_rank(own_data, monkeypatch):
    first, second = crowd_of(STRENGTHS[:2])
    vote("anon:x", first, second, "A", "One.")
    vote("hf:y", first, second, "B", "One.")
    assert standings("a").comparisons == 2
    monkeypatch.setenv("SPACE_ID", "someone/studio")
    monkeypatch.setenv("OAUTH_CLIENT_ID", "known")
    table = standings("a")
    assert table.comparisons == 1 and "without a Hugging Face account" in table.notes[0]


@pytest.mark.slow
def test_a_session_never_repeats_a_pair_with_a_text_and_keeps_its_chance(own_data, room):
    design = arena_design(room.engine, "b", pairs=4)
    assert len(design.texts) > 20 and all(said.sentence for said in design.texts)
    short = (TestText("Yes.", "s1"), TestText("No.", "s2"), TestText("Good.", "s3"))
    design = replace(design, texts=short)  # of a length that a test can wait for
    session = room.begin(design, "anon:visitor")
    seen = answer_all(room, session, "anon:visitor", lambda trial: "B")
    assert len(seen) == 4 and all(0 < trial.probability <= 1 for trial in seen)
    assert len({(frozenset(t.contestants("A", "B")), t.text) for t in seen}) == 4
    assert all(trial.sentence and trial.language == "b" for trial in seen)
    assert sum(one.votes for one in standings("b").standings) == 8
    assert standings("a").comparisons == 0
    assert sum(ticker("b").values()) == pytest.approx(1500 * len(ticker("b")))


def test_a_copy_does_not_stand_against_the_voice_it_sounds_like(own_data, room):
    twin = keep_blend("Twin", "bf_emma").id
    cousin = keep_blend("Cousin", "bf_emma*0.9 + bf_isabella*0.1").id
    formulas = [one.recipe["formula"] for one in pool(room.engine, "b") if one.kind == "voice"]
    assert "bf_emma" in formulas and cousin in formulas and twin not in formulas


def test_a_language_has_many_names(own_data, room):
    assert pool(room.engine, "en-gb") == pool(room.engine, "b")
    assert arena_design(room.engine, "fr-FR").language == "f"
    first, second = crowd_of(STRENGTHS[:2])
    vote("anon:x", first, second, "A", "One.")
    assert standings("en-us").comparisons == standings("a").comparisons == 1


def test_a_contestant_that_fails_is_not_asked_again_in_a_session(own_data, room, pair):
    broken = Contestant("voice", "Nobody", {**pair[1].recipe, "sha256": "0" * 64})
    design = TestDesign(ARENA, (*pair, broken), (TestText("Good.", "s1"), TestText("Come.", "s2"),
                  TestText("Yes.", "s3"), TestText("No.", "s4")), "a", 4)  # fmt: skip
    keep_contestants(design.contestants)
    session = open_session("anon:visitor", design)
    voids = 0
    while (met := room.next(session.id, "anon:visitor")) is not None:
        if isinstance(met, Void):
            voids += 1
        else:
            room.vote("anon:visitor", heard(met, "A"))
    assert voids <= 2  # one by the pair that was drawn ahead of the first's fall
    assert broken.id not in {one.contestant for one in standings("a").standings}


def test_a_session_ends_when_every_pair_was_heard_with_every_text(own_data, room, pair):
    design = TestDesign(ARENA, pair, (TestText("Yes."), TestText("No.")), "a", 10)
    session = room.begin(design, "anon:thorough")
    assert len(answer_all(room, session, "anon:thorough", lambda trial: "A")) == 2
    fresh = room.begin(design, "anon:thorough")
    with pytest.raises(RequestError, match="add a text"):
        room.next(fresh.id, "anon:thorough")

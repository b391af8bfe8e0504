"""The arena: blind votes of all listeners on the voices of a language make one ranking.

Pairs whose order is uncertain are preferred, partly at random. Only votes on the studio's own
sentences count, each pair once with each sentence for one listener. Votes on a visitor's text are
kept and do not count.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ..engine import Engine
from ..settings import Settings
from ..storage.database import database_url
from ..text import language_of
from ..voices import VOICES, all_voices
from .comparisons import comparison_of, pair_of
from .contestants.anchor import anchor_contestant
from .contestants.contestant import Contestant
from .contestants.kinds import speaks
from .contestants.systems import systems
from .contestants.voices import voice_contestant
from .designs import ARENA, TestDesign, TestText
from .listeners import has_account
from .plans import TrialPlan
from .responses import VOID, Answered, answered, count_responses
from .screening import describe, suspicions
from .sessions import Session
from .statistics import elo
from .statistics.ranking import FEWEST_VOTES, Standing, leaderboard, standings_of
from .statistics.schedule import choose_pair, choose_text
from .stimuli.sentences import sentences
from .trials import handed_out, known_contestants
from .words import count_of

SESSION_PAIRS = 10
_SIDE_WORTH_TELLING = 0.05  # of the decisions between equals: a smaller bias is not reported


_State = tuple[str, int, bool, bool]


@dataclass(frozen=True)
class Table:
    """A ranking as it stands."""

    standings: list[Standing]  # by the lower end of their interval
    contestants: dict[str, Contestant]
    comparisons: int
    listeners: int
    notes: list[str]  # a sentence for each kind of vote that does not count


def pool(engine: Engine, language: str) -> tuple[Contestant, ...]:
    """The contestants: every voice of the language, the anchor, and the systems of the host.

    Own voices too where the studio is not public, unless they sound exactly as another voice does.
    """
    known = VOICES if Settings.from_environment().on_space else all_voices()
    code = language_of(language).code
    ours: dict[str, Contestant] = {}
    for voice in known.values():
        if voice.language == code:
            one = voice_contestant(voice.id, engine=engine)
            ours.setdefault(one.sound, one)
    others = [anchor_contestant(), *systems()]
    return (*ours.values(), *(one for one in others if speaks(one, code)))


def arena_design(
    engine: Engine, language: str, pairs: int = SESSION_PAIRS, own: Sequence[str] = ()
) -> TestDesign:
    """The design of a session in the arena. Votes on the listener's `own` texts do not count."""
    texts = tuple(TestText(text) for text in own) or tuple(
        TestText(sentence.text, sentence.id) for sentence in sentences(language)
    )
    return TestDesign(ARENA, pool(engine, language), texts, language, pairs, hide_text=True)


def draw(session: Session, done: Sequence[Answered], rng: random.Random) -> TrialPlan:
    """The pair that the next vote is most useful for, and its text."""
    design = session.design
    # The open trial is among them, because the next pair is drawn while it is listened to.
    seen = {
        (frozenset(side.contestant for side in trial.sides), trial.text)
        for trial in handed_out(session.listener, ARENA)
    }
    counted, _ = _counted(_votes(design.language))
    mute = silent(done)
    pool = [one.id for one in design.contestants if one.id not in mute]
    texts = {said.text: said for said in design.texts}
    pairing = choose_pair(pool, [comparison_of(vote) for vote in counted], rng, seen, list(texts))
    pair = (pairing.first, pairing.second)
    said = texts[choose_text(list(texts), pair, seen, rng)]
    return TrialPlan("rated", pair, said.text, said.sentence, probability=pairing.probability)


def silent(done: Sequence[Answered]) -> set[str]:
    """Contestants that have failed in this session; they are not asked again in it."""
    void = (vote for vote in done if vote.response.choice == VOID)
    return {side.contestant for vote in void for side in vote.trial.sides}


def standings(language: str, listed: Iterable[str] | None = None) -> Table:
    """The ranking of a language by all votes that count; `listed`: contestants to show, or all."""
    return _standings(language, _kept(), None if listed is None else frozenset(listed))


@lru_cache(maxsize=16)
def _standings(language: str, _state: _State, listed: frozenset[str] | None) -> Table:
    """Responses are only ever added: as long as there are as many, the ranking is the same."""
    votes = _votes(language)
    counted, notes = _counted(votes)
    custom = sum(not vote.trial.sentence for vote in votes)
    if custom:
        notes.append(f"Kept but not ranked: {count_of(custom, 'vote')} on listeners' own texts.")
    found = leaderboard(
        (comparison_of(vote) for vote in counted), listed, fewest_votes=_fewest_votes()
    )
    if 0.5 not in found.side_interval and abs(found.side_bias - 0.5) > _SIDE_WORTH_TELLING:
        side = "first" if found.side_bias > 0.5 else "second"
        notes.append(f"The {side} of two is chosen slightly more often; the ratings allow for it.")
    ranked = [one for one in found.standings if one.votes]
    return Table(ranked, known_contestants(), len(counted), found.listeners, notes)


def own_standings(language: str, listener: str) -> Table:
    """The ranking by one listener's votes, on the studio's own sentences."""
    votes = [vote for vote in _votes(language) if vote.trial.listener == listener]
    comparisons = [comparison_of(vote) for vote in votes if vote.trial.sentence]
    return Table(
        standings_of(comparisons),
        known_contestants(),
        len(comparisons),
        min(len(comparisons), 1),
        [],
    )


def wins_and_losses(language: str, listener: str) -> dict[str, tuple[int, int]]:
    """(wins, losses) of each contestant by a listener's own votes."""
    tally: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for vote in _votes(language):
        if vote.trial.listener == listener and vote.trial.sentence and vote.winner:
            for one in pair_of(vote):
                tally[one][one != vote.winner] += 1
    return {one: (won, lost) for one, (won, lost) in tally.items()}


def ticker(language: str) -> dict[str, float]:
    """Ratings that move with each vote, to show after a vote. They never make a ranking."""
    scores = {"A": 1.0, "B": 0.0}
    counted, _ = _counted(_votes(language))
    return elo.ticker((*pair_of(vote), scores.get(vote.response.choice, 0.5)) for vote in counted)


def _fewest_votes() -> int:
    """The votes that a contestant needs for a final place: fewer where the studio is private."""
    return 100 if Settings.from_environment().on_space else FEWEST_VOTES


def needs_login() -> bool:
    """Whether votes rank only with a Hugging Face account: on a Space that has OAuth enabled."""
    settings = Settings.from_environment()
    return settings.on_space and settings.has_login


def _kept() -> _State:
    """The votes a ranking depends on. They are never changed, so their number is the cache key."""
    on_space = Settings.from_environment().on_space
    return str(database_url()), count_responses(), on_space, needs_login()


def _votes(language: str | None = None) -> tuple[Answered, ...]:
    return _all_votes(language and language_of(language).code, _kept())


@lru_cache(maxsize=16)
def _all_votes(language: str | None, _state: _State) -> tuple[Answered, ...]:
    return tuple(
        vote
        for vote in answered(kind=ARENA)
        if vote.response.choice != VOID and language in (None, vote.trial.language)
    )


def _counted(votes: Sequence[Answered]) -> tuple[list[Answered], list[str]]:
    """The votes that count, and a sentence for each kind that does not."""
    notes = []
    official = [vote for vote in votes if vote.trial.sentence]
    if needs_login():
        known = [vote for vote in official if has_account(vote.trial.listener)]
        if len(known) < len(official):
            others = count_of(len(official) - len(known), "vote")
            notes.append(f"Kept but not ranked: {others} without a Hugging Face account.")
        official = known
    left_out = suspicions(official)
    if sentence := describe(left_out, official):
        notes.append(sentence)
    return [vote for vote in official if vote.trial.listener not in left_out], notes

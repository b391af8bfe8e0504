"""The listening room: begins tests, hands out trials, takes votes.

One for the process, safe to share between threads. What a page may know before a vote leaves here
as a `Trial`'s labels, text and token, and as sound; nothing else does.
"""

from __future__ import annotations

import random
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, replace

from ..engine import Engine
from ..errors import RequestError, StudioError
from ..storage.database import open_store
from . import arena
from .ballots import VOID, Answered, Ballot, answered, cast
from .contestants.anchor import anchor_contestant
from .contestants.contestant import ContestantError
from .plans import Slot, plan_for
from .playback import SEED, Playback, sides_of
from .sessions import Session, find_session, open_session
from .setups import ARENA, Setup
from .statistics.schedule import NothingLeft
from .stimuli.rendering import Stimuli
from .stimuli.stimulus import Stimulus
from .trials import (
    Side,
    Trial,
    again,
    find_trial,
    issue,
    keep_contestants,
    known_contestants,
    latest_of,
)
from .voting import Gone, Pace, check_vote, hidden

_AHEAD = 2  # trials that are ready before they are asked for
_DRAWN_AHEAD = 256  # pairs of the arena, one for each session
_LOCKS = 64  # for sessions: one at a time hands out the trials of a session


@dataclass(frozen=True)
class Void:
    """A trial that could not be held: it counts for nobody."""

    sentence: str


class ListeningRoom:
    def __init__(self, engine: Engine):
        self.engine = engine
        self.stimuli = Stimuli(engine)
        self.playback = Playback(self.stimuli)
        self._lots = random.SystemRandom()
        self._drawn: OrderedDict[str, Future[Slot]] = OrderedDict()
        self._helper = ThreadPoolExecutor(1, thread_name_prefix="trials-ahead")
        self._pace = Pace()
        self._lock = threading.Lock()
        self._of_sessions = [threading.Lock() for _ in range(_LOCKS)]

    def begin(self, setup: Setup, listener: str) -> Session:
        """A session with its plan drawn by lot. Nothing is rendered yet.

        `RequestError` for a test that cannot be held.
        """
        if not listener:
            open_store()  # if nothing can be kept here, that is the reason
            raise RequestError("The page is still getting to know you; try again in a moment.")
        setup.check()
        plan = () if setup.kind == ARENA else plan_for(setup, self._lots)
        keep_contestants((*setup.contestants, anchor_contestant()))  # it trains and it catches
        return open_session(listener, setup, plan)

    def prepare(self, session: Session) -> Iterator[tuple[int, int]]:
        """Render what the first trials need; (done, of) trials. What fails is met there.

        The rest follows while they are listened to.
        """
        slots = session.plan[:_AHEAD]
        yield 0, len(slots)
        for done, slot in enumerate(slots, 1):
            self._render(session, slot)
            yield done, len(slots)

    def next(self, session_id: str, listener: str) -> Trial | Void | None:
        """The trial to be answered now, a void one in its place, or None after the last."""
        session = find_session(session_id, listener)
        with self._of_sessions[hash(session_id) % _LOCKS]:
            told = arena.silent(answered(session=session.id))
            met = self._next(session)
            # Whose silence was told of is not told of again.
            while isinstance(met, _Failed) and met.contestants <= told:
                met = self._next(session)
        if isinstance(met, _Failed):
            return Void(f"{met.reason} This trial counts for nobody.")
        return met

    def vote(self, listener: str, ballot: Ballot, address: str = "") -> Trial:
        """Take a vote, and tell which trial it was for.

        `Refused` says why not, and leaves the trial open; `Gone` when it is over; `AlreadyCast` if
        it has its vote. Of the `address` a keyed hash is kept.
        """
        self._pace.check(listener, address)
        trial = find_trial(ballot.trial)
        if trial is None or trial.listener != listener:
            raise Gone("That trial is not known here; this is the next one.")
        check_vote(trial, ballot, find_session(trial.session, listener).setup)
        cast(replace(ballot, address=hidden(address)))
        return trial

    def answered(self, session: Session) -> list[Answered]:
        return answered(session=session.id)

    def over(self, session: Session) -> bool:
        """Whether the last trial has its answer, so that results may be known."""
        return len(answered(session=session.id)) >= session.length

    def _next(self, session: Session) -> Trial | _Failed | None:
        done = answered(session=session.id)
        number = len(done) + 1
        if number > session.length:
            return None
        if waiting := latest_of(session.id, number):
            return issue(again(waiting)) if waiting.expired else waiting
        try:
            slot = session.plan[number - 1] if session.plan else self._draw(session, done)
        except NothingLeft:
            if done:
                return None
            raise
        trial, failed = self._trial(session, slot, number)
        issue(trial)
        if failed:
            cast(Ballot(trial.token, VOID, reason=failed.reason))
            return failed
        if number < session.length:
            self._look_ahead(session, number)
        return trial

    def _trial(self, session: Session, slot: Slot, number: int) -> tuple[Trial, _Failed | None]:
        known = known_contestants(slot.contestants)
        made: list[Stimulus] = []
        silent: dict[str, str] = {}
        for one in slot.contestants:
            try:
                made.append(self.stimuli.get(known[one], slot.text, session.setup.language, SEED))
            except ContestantError as error:
                silent[one] = str(error)
        # Of a void trial the sides are those that could not perform.
        sides = (
            tuple(Side("-", one, "", "", 0.0, 0, 0.0) for one in silent)
            if silent
            else sides_of(made, slot.labels)
        )
        trial = Trial(
            session.id, session.listener, session.setup.kind, slot.part, number, sides,
            slot.text, session.setup.language, slot.answer, slot.sentence, slot.probability,
        )  # fmt: skip
        return trial, _Failed(frozenset(silent), " ".join(silent.values())) if silent else None

    def _draw(self, session: Session, done: Sequence[Answered]) -> Slot:
        """What was drawn ahead, unless it waits behind others still."""
        with self._lock:
            drawn = self._drawn.pop(session.id, None)
        if drawn is not None and not drawn.cancel():
            return drawn.result()
        return arena.draw(session, done, self._lots)

    def _look_ahead(self, session: Session, number: int) -> None:
        """What comes after that trial is rendered while it is listened to; pairs are drawn too."""

        def render() -> None:
            for slot in session.plan[number : number + _AHEAD]:
                self._render(session, slot)

        def choose() -> Slot:
            slot = arena.draw(session, answered(session=session.id), self._lots)
            self._render(session, slot)
            return slot

        # A lent device is charged to whoever asked, who is known by the context.
        if session.plan:
            self._helper.submit(copy_context().run, render)
            return
        with self._lock:
            if session.id not in self._drawn:
                self._drawn[session.id] = self._helper.submit(copy_context().run, choose)
            while len(self._drawn) > _DRAWN_AHEAD:
                self._drawn.popitem(last=False)[1].cancel()

    def _render(self, session: Session, slot: Slot) -> None:
        known = known_contestants(slot.contestants)
        for one in dict.fromkeys(slot.contestants):
            with suppress(StudioError):  # it is met when its trial comes
                self.stimuli.get(known[one], slot.text, session.setup.language, SEED)


@dataclass(frozen=True)
class _Failed:
    contestants: frozenset[str]
    reason: str

"""The listening room: begins tests, hands out trials, takes votes.

One for the process, safe to share between threads. Before a vote a page gets only a trial's labels,
text and token, and the sound.
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
from .contestants.anchor import anchor_contestant
from .contestants.contestant import ContestantError
from .designs import ARENA, TestDesign
from .plans import TrialPlan, plan_for
from .playback import SEED, Playback, sides_of
from .responses import VOID, Answered, Response, answered, cast
from .sessions import Session, find_session, open_session
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

_AHEAD = 2  # trials that are rendered in advance
_DRAWN_AHEAD = 256  # pairs of the arena, one for each session
_LOCKS = 64  # of sessions: only one thread at a time issues trials of a session


@dataclass(frozen=True)
class Void:
    """A trial that could not be held: it does not count."""

    sentence: str


class ListeningRoom:
    def __init__(self, engine: Engine):
        self.engine = engine
        self.stimuli = Stimuli(engine)
        self.playback = Playback(self.stimuli)
        self._lots = random.SystemRandom()
        self._drawn: OrderedDict[str, Future[TrialPlan]] = OrderedDict()
        self._helper = ThreadPoolExecutor(1, thread_name_prefix="trials-ahead")
        self._pace = Pace()
        self._lock = threading.Lock()
        self._of_sessions = [threading.Lock() for _ in range(_LOCKS)]

    def begin(self, design: TestDesign, listener: str) -> Session:
        """A session with its plan drawn at random. Nothing is rendered yet.

        `RequestError` for a test that cannot be held.
        """
        if not listener:
            open_store()  # raises the reason if the database cannot be used
            raise RequestError("The page is still getting to know you; try again in a moment.")
        design.check()
        plan = () if design.kind == ARENA else plan_for(design, self._lots)
        keep_contestants(
            (*design.contestants, anchor_contestant())
        )  # for training and catch trials
        return open_session(listener, design, plan)

    def prepare(self, session: Session) -> Iterator[tuple[int, int]]:
        """Render the stimuli of the first trials; yields (done, of). Failures appear in `next`.

        Later trials are rendered while earlier ones are listened to.
        """
        first = session.plan[:_AHEAD]
        yield 0, len(first)
        for done, planned in enumerate(first, 1):
            self._render(session, planned)
            yield done, len(first)

    def next(self, session_id: str, listener: str) -> Trial | Void | None:
        """The trial to answer now, a `Void` if it cannot be held, or None after the last."""
        session = find_session(session_id, listener)
        with self._of_sessions[hash(session_id) % _LOCKS]:
            told = arena.silent(answered(session=session.id))
            met = self._next(session)
            # A contestant that failed is reported once, not again for its next trial.
            while isinstance(met, _Failed) and met.contestants <= told:
                met = self._next(session)
        if isinstance(met, _Failed):
            return Void(f"{met.reason} This trial counts for nobody.")
        return met

    def vote(self, listener: str, response: Response, address: str = "") -> Trial:
        """Keep a vote; returns its trial.

        `VoteRefused` says why a vote is not accepted, and the trial stays open. `Gone`: the trial
        is over. `AlreadyAnswered`: it has a vote. Only a keyed hash of `address` is kept.
        """
        self._pace.check(listener, address)
        trial = find_trial(response.trial)
        if trial is None or trial.listener != listener:
            raise Gone("That trial is not known here; this is the next one.")
        check_vote(trial, response, find_session(trial.session, listener).design)
        cast(replace(response, address=hidden(address)))
        return trial

    def answered(self, session: Session) -> list[Answered]:
        return answered(session=session.id)

    def over(self, session: Session) -> bool:
        """Whether the last trial has its answer, so that results may be shown."""
        return len(answered(session=session.id)) >= session.length

    def _next(self, session: Session) -> Trial | _Failed | None:
        done = answered(session=session.id)
        number = len(done) + 1
        if number > session.length:
            return None
        if waiting := latest_of(session.id, number):
            return issue(again(waiting)) if waiting.expired else waiting
        try:
            planned = session.plan[number - 1] if session.plan else self._draw(session, done)
        except NothingLeft:
            if done:
                return None
            raise
        trial, failed = self._trial(session, planned, number)
        issue(trial)
        if failed:
            cast(Response(trial.token, VOID, reason=failed.reason))
            return failed
        if number < session.length:
            self._look_ahead(session, number)
        return trial

    def _trial(
        self, session: Session, planned: TrialPlan, number: int
    ) -> tuple[Trial, _Failed | None]:
        known = known_contestants(planned.contestants)
        made: list[Stimulus] = []
        silent: dict[str, str] = {}
        for one in planned.contestants:
            try:
                made.append(
                    self.stimuli.get(known[one], planned.text, session.design.language, SEED)
                )
            except ContestantError as error:
                silent[one] = str(error)
        # The sides of a void trial are the contestants that failed.
        sides = (
            tuple(Side("-", one, "", "", 0.0, 0, 0.0) for one in silent)
            if silent
            else sides_of(made, planned.labels)
        )
        trial = Trial(
            session.id, session.listener, session.design.kind, planned.part, number, sides,
            planned.text, session.design.language, planned.answer, planned.sentence,
            planned.probability,
        )  # fmt: skip
        return trial, _Failed(frozenset(silent), " ".join(silent.values())) if silent else None

    def _draw(self, session: Session, done: Sequence[Answered]) -> TrialPlan:
        """The pair that was drawn in advance, unless it is still being rendered."""
        with self._lock:
            drawn = self._drawn.pop(session.id, None)
        if drawn is not None and not drawn.cancel():
            return drawn.result()
        return arena.draw(session, done, self._lots)

    def _look_ahead(self, session: Session, number: int) -> None:
        """Draw and render the following trials while this one is listened to."""

        def render() -> None:
            for planned in session.plan[number : number + _AHEAD]:
                self._render(session, planned)

        def choose() -> TrialPlan:
            planned = arena.draw(session, answered(session=session.id), self._lots)
            self._render(session, planned)
            return planned

        # ZeroGPU bills the user in the request's context, so that context is copied.
        if session.plan:
            self._helper.submit(copy_context().run, render)
            return
        with self._lock:
            if session.id not in self._drawn:
                self._drawn[session.id] = self._helper.submit(copy_context().run, choose)
            while len(self._drawn) > _DRAWN_AHEAD:
                self._drawn.popitem(last=False)[1].cancel()

    def _render(self, session: Session, planned: TrialPlan) -> None:
        known = known_contestants(planned.contestants)
        for one in dict.fromkeys(planned.contestants):
            with suppress(StudioError):  # the same error is raised when its trial comes
                self.stimuli.get(known[one], planned.text, session.design.language, SEED)


@dataclass(frozen=True)
class _Failed:
    contestants: frozenset[str]
    reason: str

"""The listening room: begins tests, hands out trials, takes votes.

One for the process, safe to share between threads. What a page may know before a vote leaves here
as a `Trial`'s labels, text and token, and as sound; nothing else does.
"""

from __future__ import annotations

import hmac
import random
import secrets
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from ..engine import Engine
from ..errors import RequestError
from . import arena
from .ballots import VOID, Answered, Ballot, answered, cast
from .contestants.anchor import anchor_contestant
from .contestants.contestant import Contestant, ContestantError
from .plans import LABELS, Slot, plan_for
from .sessions import Session, find_session, open_session
from .setups import ARENA, Setup
from .stimuli.rendering import Stimuli
from .stimuli.sides import side_gains, side_wav, unlock_seconds
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

SEED = 0  # of every stimulus: the same policy for all, and the same sound each time
_AHEAD = 2  # trials that are ready before they are asked for
_FILES_KEPT = 64  # sides as they were sent, so that a browser may ask twice
_QUICK_KEPT = 256
_VOTES_A_MINUTE = RateLimitItemPerMinute(30)
_VOTES_OF_ADDRESS = RateLimitItemPerMinute(200)
_PATIENCE_SECONDS = 0.3  # a browser's clock and ours


@dataclass(frozen=True)
class Void:
    """A trial that could not be held: it counts for nobody."""

    sentence: str


@dataclass(frozen=True)
class Told:
    """What a vote brought about."""

    trial: Trial
    ballot: Ballot


class Refused(RequestError):
    """The vote was not taken; the trial stands as it was."""


class ListeningRoom:
    def __init__(self, engine: Engine):
        self.engine = engine
        self.stimuli = Stimuli(engine)
        self._lots = random.SystemRandom()
        self._quick: OrderedDict[str, tuple[Trial, tuple[Contestant, ...]]] = OrderedDict()
        self._files: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._ahead: dict[str, Future[Slot]] = {}
        self._helper = ThreadPoolExecutor(1, thread_name_prefix="trials-ahead")
        self._pace = MovingWindowRateLimiter(MemoryStorage())
        self._salt = secrets.token_bytes(16)
        self._lock = threading.Lock()

    # A test from its beginning to its last vote.

    def begin(self, setup: Setup, listener: str) -> Session:
        """A session with its plan drawn by lot. Nothing is rendered yet."""
        plan = () if setup.kind == ARENA else plan_for(setup, self._lots)
        keep_contestants((*setup.contestants, anchor_contestant()))  # it trains and it catches
        return open_session(listener, setup, plan)

    def prepare(self, session: Session) -> Iterator[tuple[int, int]]:
        """Render what the first trials need; (done, of) after each. What fails is met there.

        The rest follows while they are listened to.
        """
        wanted = _performances(session.plan[:_AHEAD])
        yield 0, len(wanted)
        for done, wish in enumerate(wanted, 1):
            self._render(session, [wish])
            yield done, len(wanted)

    def next(self, session_id: str, listener: str) -> Trial | Void | None:
        """The trial to be answered now, a void one in its place, or None after the last."""
        session = find_session(session_id, listener)
        done = answered(session=session.id)
        number = len(done) + 1
        if number > session.length:
            return None
        if open_trial := self._open_trial(session, number):
            return open_trial
        try:
            slot = session.plan[number - 1] if session.plan else self._arena_slot(session, done)
        except RequestError:  # every pair was heard with every text
            if done:
                return None
            raise
        trial, failure = self._trial(session, slot, number)
        issue(trial)
        if failure:
            cast(Ballot(trial.token, VOID, reason=failure))
            return Void(f"{failure} This trial counts for nobody.")
        if number < session.length:
            self._look_ahead(session, number)
        return trial

    def vote(self, listener: str, ballot: Ballot, address: str = "") -> Told:
        """Take a vote; `Refused` says why not, and leaves the trial open where it can be cast.

        `AlreadyCast` if it has its vote. Of the `address` only a hash is kept, which means nothing
        outside of this process.
        """
        self._check_pace(listener, address)
        ballot = replace(ballot, address=self._hidden(address))
        trial = find_trial(ballot.trial)
        if trial is None or trial.listener != listener:
            raise Refused("This trial is not known here; go on to the next one.")
        if trial.expired:
            raise Refused("This trial was open for more than half an hour; go on to the next one.")
        _check_answer(trial, ballot)
        _check_heard(trial, ballot)
        cast(ballot)
        return Told(trial, ballot)

    def _check_pace(self, listener: str, address: str) -> None:
        """So many votes a minute; more than one listener may share an address."""
        for most, who in ((_VOTES_A_MINUTE, listener), (_VOTES_OF_ADDRESS, address)):
            if who and not self._pace.hit(most, who):
                raise Refused(
                    f"More than {most.amount} votes came within a minute; take your time."
                )

    def _hidden(self, address: str) -> str:
        return hmac.new(self._salt, address.encode(), "sha256").hexdigest()[:16] if address else ""

    def answered(self, session: Session) -> list[Answered]:
        return answered(session=session.id)

    # Two side by side, with their names: nothing is kept.

    def quick(self, contestants: Sequence[Contestant], text: str, language: str) -> Trial:
        """A trial that nobody votes on. `ContestantError` when one of them cannot speak."""
        made = [self.stimuli.get(one, text, language, SEED) for one in contestants]
        trial = Trial(
            session="", listener="", kind="quick", part="rated", number=1,
            sides=self._sides(made, LABELS[: len(made)]), text=text, language=language,
        )  # fmt: skip
        with self._lock:
            self._quick[trial.token] = (trial, tuple(contestants))
            while len(self._quick) > _QUICK_KEPT:
                self._quick.popitem(last=False)
        return trial

    # Sound, by the token of its trial.

    def wav(self, token: str, label: str) -> bytes | None:
        """The file behind one label of a trial; None when there is none, or no longer."""
        with self._lock:
            quick = self._quick.get(token)
            if kept := self._files.get((token, label)):
                return kept
        trial = quick[0] if quick else find_trial(token)
        if trial is None or trial.expired or label not in {side.label for side in trial.sides}:
            return None
        known = (
            {one.id: one for one in quick[1]}
            if quick
            else known_contestants({side.contestant for side in trial.sides})
        )
        made = [
            self.stimuli.get(known[side.contestant], trial.text, trial.language, SEED)
            for side in trial.sides
        ]
        index = [side.label for side in trial.sides].index(label)
        data = side_wav(made, index, trial.sides[index].seed)
        with self._lock:
            self._files[token, label] = data
            while len(self._files) > _FILES_KEPT:
                self._files.popitem(last=False)
        return data

    def _open_trial(self, session: Session, number: int) -> Trial | None:
        """The trial of that number, if it was handed out and waits for its vote."""
        trial = latest_of(session.id, number)
        if trial is None or not trial.expired:
            return trial
        return issue(again(trial))

    def _trial(self, session: Session, slot: Slot, number: int) -> tuple[Trial, str]:
        """A trial for a slot of the plan, and why it is void if it is."""
        known = known_contestants(slot.contestants)
        language = session.setup.language
        made: list[Stimulus] = []
        silent: dict[str, str] = {}
        for one in slot.contestants:
            try:
                made.append(self.stimuli.get(known[one], slot.text, language, SEED))
            except ContestantError as error:
                silent[one] = str(error)
        # Of a void trial the sides are those that could not perform.
        sides = (
            tuple(Side("-", one, "", "", 0.0, 0, 0.0) for one in silent)
            if silent
            else self._sides(made, slot.labels)
        )
        trial = Trial(
            session.id, session.listener, session.setup.kind, slot.part, number, sides,
            slot.text, language, slot.answer, slot.sentence, slot.probability,
        )  # fmt: skip
        return trial, " ".join(silent.values())

    def _sides(self, made: Sequence[Stimulus], labels: Sequence[str]) -> tuple[Side, ...]:
        # The same for all: X must not be known by how long it takes to be heard.
        needed = round(max(unlock_seconds(one) for one in made), 2)
        return tuple(
            Side(
                label, one.contestant, one.id, one.sha256, round(gain, 3), secrets.randbits(32),
                needed,
            )
            for label, one, gain in zip(labels, made, side_gains(made), strict=True)
        )  # fmt: skip

    def _arena_slot(self, session: Session, done: Sequence[Answered]) -> Slot:
        with self._lock:
            waiting = self._ahead.pop(session.id, None)
        if waiting is not None:
            return waiting.result()
        return arena.draw(session, done, self._lots)

    def _look_ahead(self, session: Session, number: int) -> None:
        """What comes after that trial is rendered while it is listened to; pairs are drawn too."""
        if session.plan:
            upcoming = _performances(session.plan[number : number + _AHEAD])
            self._helper.submit(self._render, session, upcoming)
            return

        def choose() -> Slot:
            slot = arena.draw(session, answered(session=session.id), self._lots)
            self._render(session, _performances([slot]))
            return slot

        with self._lock:
            if session.id not in self._ahead:
                self._ahead[session.id] = self._helper.submit(choose)

    def _render(self, session: Session, wanted: Sequence[tuple[str, str]]) -> None:
        known = known_contestants({one for one, _ in wanted})
        for one, text in wanted:
            with suppress(ContestantError):
                self.stimuli.get(known[one], text, session.setup.language, SEED)


def _performances(slots: Sequence[Slot]) -> list[tuple[str, str]]:
    """(contestant, text) of each stimulus that trials need, once."""
    return list(dict.fromkeys((one, slot.text) for slot in slots for one in slot.contestants))


def _check_answer(trial: Trial, ballot: Ballot) -> None:
    labels = [side.label for side in trial.sides]
    if trial.kind == "multi":
        fine = set(ballot.scores) == set(labels) and all(
            0 <= score <= 100 for score in ballot.scores.values()
        )
        if not fine:
            raise Refused("Every one needs a score from 0 to 100; set all the sliders.")
    elif trial.kind == "abx":
        if ballot.choice not in ("A", "B"):
            raise Refused("Say whether X is A or B; without an idea, guess.")
    elif ballot.choice not in (*labels, "tie"):
        raise Refused(f"The answer is one of {', '.join(labels)} or no preference.")
    if not 0 <= ballot.strength <= 3:
        raise Refused("How much better is a number from 1 (slightly) to 3 (much).")


def _check_heard(trial: Trial, ballot: Ballot) -> None:
    """Every side for three seconds, or to its end when it is shorter."""
    needed = sum(side.unlock_seconds for side in trial.sides)
    spent = (ballot.cast - trial.issued).total_seconds()
    for side in trial.sides:
        heard = ballot.heard_seconds.get(side.label, 0.0)
        if heard + _PATIENCE_SECONDS < side.unlock_seconds:
            raise Refused(f"Listen to {side.label} first: {side.unlock_seconds:.0f} s of it.")
    if spent + _PATIENCE_SECONDS < needed:
        raise Refused("That was faster than the two can be heard; listen to them first.")

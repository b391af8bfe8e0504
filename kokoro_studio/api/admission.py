"""Bounds on speech requests. A refused client is told how long to wait."""

from __future__ import annotations

import math
import threading
import time
from collections import Counter

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from ..settings import Settings
from .errors import Refused

_LONGEST_ADVICE_SECONDS = 60


class Slot:
    """The place of one request. Leaving it twice has no effect."""

    def __init__(self, admission: Admission, client: str):
        self._admission, self._client = admission, client
        self._since: float | None = time.monotonic()

    def leave(self) -> None:
        since, self._since = self._since, None
        if since is not None:
            self._admission.left(self._client, time.monotonic() - since)


class Rate:
    """A limit of requests of one client in any minute; 0 is no limit."""

    def __init__(self, most: int):
        self._most = RateLimitItemPerMinute(most) if most else None
        self._window = MovingWindowRateLimiter(MemoryStorage())

    def check(self, client: str) -> None:
        """Count a request; `Refused` with 429 when it is over the limit."""
        if self._most is None or self._window.hit(self._most, client):
            return
        resets = self._window.get_window_stats(self._most, client).reset_time - time.time()
        wait = max(1, math.ceil(resets))
        message = f"More than {self._most.amount} requests in a minute; wait {wait} s."
        raise Refused(429, message, "rate_limit_exceeded", retry_after=wait)


class Admission:
    """Counts requests that make sound. Safe to share between threads."""

    def __init__(self, settings: Settings):
        self._settings = settings
        self._inside: Counter[str] = Counter()
        self._usual_seconds = 2.0  # running mean of the time that a request takes
        self._lock = threading.Lock()
        self._rate = Rate(settings.rate)

    @property
    def inside(self) -> int:
        with self._lock:
            return self._inside.total()

    def enter(self, client: str) -> Slot:
        """A place for `client`; `Refused` with 429 when there is none."""
        self._rate.check(client)
        with self._lock:
            inside, own, each = (
                self._inside.total(),
                self._inside[client],
                self._settings.at_once_each,
            )
            if inside >= self._settings.at_once:
                raise self._refusal(f"{inside} requests are being spoken, as many as fit")
            if each and own >= each:
                raise self._refusal(
                    f"{own} of your requests are being spoken; at most {each} may be"
                )
            self._inside[client] += 1
        return Slot(self, client)

    def left(self, client: str, seconds: float) -> None:
        with self._lock:
            self._usual_seconds += (seconds - self._usual_seconds) / 8
            self._inside[client] -= 1
            if not self._inside[client]:
                del self._inside[client]

    def _refusal(self, why: str) -> Refused:
        wait = max(1, min(math.ceil(self._usual_seconds), _LONGEST_ADVICE_SECONDS))
        return Refused(429, f"{why}; try again in {wait} s.", "too_many_requests", retry_after=wait)

"""Speech on its way to a client: rendered in a thread, a segment whenever one is asked for.

It is cancelled when the client disconnects.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Sequence
from typing import Any, TypeVar

import anyio
import anyio.to_thread
from fastapi import Request
from fastapi.responses import StreamingResponse

from ..engine import Engine, Reading, Segment, Take
from ..narration.script import Script, perform
from ..text import Pause
from .admission import Slot
from .errors import ClientGone
from .metrics import Metrics

log = logging.getLogger(__name__)
Answer = TypeVar("Answer")


async def attended(request: Request, work: Coroutine[Any, Any, Answer]) -> Answer:
    """The result of `work`; `ClientGone` if the client disconnects first."""

    async def gone() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass

    doing, watching = asyncio.ensure_future(work), asyncio.ensure_future(gone())
    try:
        await asyncio.wait((doing, watching), return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise ClientGone
        return doing.result()
    finally:
        doing.cancel()
        watching.cancel()


class SpeechStream:
    """The segments of one request: the next is rendered when the client asks for it."""

    def __init__(
        self,
        engine: Engine,
        script: Script,
        streamed: bool,
        place: Slot,
        metrics: Metrics,
        write_seconds: float,
    ):
        self.write_seconds = write_seconds  # that a client may take to accept a piece
        self._engine, self._script, self._streamed = engine, script, streamed
        self._place, self._metrics = place, metrics
        self._cancelled = threading.Event()
        self._readings: list[Reading | Pause] = []
        self._segments: Iterator[Segment] | None = None
        self._began = time.monotonic()
        self._limiter = anyio.CapacityLimiter(1)

    def end(self) -> None:
        """Render no further utterance, and free the place."""
        self._cancelled.set()
        self._place.leave()

    async def first(self) -> Segment:
        """The first segment. `ClientGone` if the stream was cancelled before."""
        segment = await self._pull()
        if segment is None:
            raise ClientGone
        self._metrics.first_audio.observe(time.monotonic() - self._began)
        return segment

    async def all(self) -> list[Segment]:
        return [await self.first(), *[segment async for segment in self.rest()]]

    async def rest(self) -> AsyncIterator[Segment]:
        while (segment := await self._pull()) is not None:
            yield segment

    async def read(self, look: Callable[[Sequence[Reading]], Answer]) -> Answer:
        """`look` applied to the readings of the takes, which exist after the first segment."""
        readings = [piece for piece in self._readings if isinstance(piece, Reading)]
        return await anyio.to_thread.run_sync(look, readings, limiter=self._limiter)

    async def _pull(self) -> Segment | None:
        # In its own thread: a shared pool may be full of waiting requests.
        segment = await anyio.to_thread.run_sync(
            self._next, abandon_on_cancel=True, limiter=self._limiter
        )
        if segment is not None:
            self._metrics.seconds.inc(segment.seconds)
            self._metrics.segments.labels("reused" if segment.reused else "rendered").inc()
        return segment

    def _next(self) -> Segment | None:
        if self._segments is None:
            self._readings = [
                self._engine.read(piece) if isinstance(piece, Take) else piece
                for piece in self._script
            ]
            self._segments = perform(
                self._engine, self._readings, self._cancelled.is_set, self._streamed
            )
        return next(self._segments, None)


class SpeechResponse(StreamingResponse):
    """A reply that ends its `SpeechStream` in any case, even if it fails before its first byte."""

    def __init__(self, sound: SpeechStream, content: AsyncIterator[bytes], **named: Any):
        super().__init__(content, **named)
        self._sound = sound

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Send the stream. It ends if the client accepts nothing for `write_seconds`."""
        stalled = False

        async def send_in_time(message: Any) -> None:
            nonlocal stalled
            with anyio.move_on_after(self._sound.write_seconds) as waiting:
                await send(message)
            if waiting.cancelled_caught:
                stalled = True
                raise ClientGone

        try:
            await super().__call__(scope, receive, send_in_time)
        except Exception:  # Starlette may wrap the one raised above in a group
            if not stalled:
                raise
            log.warning(
                "A stream was ended: its client took nothing for %g s", self._sound.write_seconds
            )
        finally:
            self._sound.end()

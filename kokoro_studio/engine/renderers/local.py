"""Renders in this process: one thread for the model, in which callers take turns."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import lru_cache
from typing import Any, TypeVar

import torch
from torch import Tensor

from ...audio import Samples, fade_edges
from ...model import (
    PITCH_FRAMES,
    PRECISIONS,
    SAMPLES_PER_PITCH_FRAME,
    Contour,
    Durations,
    EncodedText,
    Excitation,
    Kokoro,
    Prosody,
    SentenceStatistics,
    Weights,
    Window,
    draw_excitation,
    load_model,
)
from ...text.symbols import ids
from ...voices import Style
from ..edits import apply_edits
from ..memory import trim_memory
from ..windows import audible_span, windows_of
from ..workers import reserve_workers, take_workers, workers
from .base import Cancelled, ReferenceSentence, Rendered, RenderRequest, never

_PADDING = 0  # the symbol id at both ends of an utterance
_TEXTS_KEPT = 8  # encoded: 2 MB each at most
_SENTENCES_KEPT = 64  # statistics of one in each voice used lately: 0.1 MB each
_BYTES_PER_FRAME = 2**20  # of 25 ms, for what is alive at once in the last stage of the vocoder
_NO_MORE = object()

Answer = TypeVar("Answer")


class LocalRenderer:
    """A `Renderer` on a device of this process; the model is loaded at first use.

    All that touches the model is done in its own thread, in turns: one utterance or window of one
    caller, then one of the next.
    """

    def __init__(self, device: torch.device, weights: Weights, precision: str):
        self.device = device
        self.weights = weights
        self.precision = precision
        self._model: Kokoro | None = None
        self._loading = threading.Lock()
        self._turns = _new_turns(workers())
        self._preparing: Future[None] = Future()
        self._preparing.set_result(None)
        os.register_at_fork(after_in_child=self._after_fork)
        # Another voice or another speed for the same words is what a studio is asked for most.
        self._encode = lru_cache(maxsize=_TEXTS_KEPT)(self._encode_phonemes)
        self._sentences: dict[ReferenceSentence, tuple[Tensor, SentenceStatistics]] = {}

    @property
    def model(self) -> Kokoro:
        with self._loading:
            if self._model is None:
                self._model = load_model(self.weights, self.device, PRECISIONS[self.precision])
        return self._model

    @property
    def warm(self) -> bool:
        return self._model is not None

    @property
    def frames_together(self) -> int:
        """Frames that half of a card's free memory holds; 0 on a CPU, which one utterance fills."""
        if self.device.type != "cuda":
            return 0
        free, _ = torch.cuda.mem_get_info(self.device)
        return free // 2 // _BYTES_PER_FRAME

    @property
    def may_prepare(self) -> bool:
        return self.warm and self._preparing.done()

    def prepare(self, request: RenderRequest) -> None:
        """Encode the text, and measure its reference sentence. Errors are left to `render`."""
        self._preparing = self._turns.submit(self._prepare, request)

    def render(
        self, requests: Iterable[RenderRequest], cancelled: Cancelled = never
    ) -> Iterator[Rendered]:
        return self._in_turns(map(self._render, requests), cancelled)

    def render_together(
        self, groups: Iterable[Sequence[RenderRequest]]
    ) -> Iterator[list[Rendered]]:
        return self._in_turns(map(self._render_group, groups))

    def plan(self, requests: Iterable[RenderRequest]) -> Iterator[Prosody]:
        return self._in_turns(map(self._plan, requests))

    def render_prosody(
        self, requests: Iterable[tuple[RenderRequest, Prosody]]
    ) -> Iterator[Samples]:
        return self._in_turns(self._render_prosody(*each) for each in requests)

    def forget(self) -> None:
        self._encode.cache_clear()

    def reserve_processors(self) -> None:
        self._turns.submit(torch.get_num_threads).result()  # the model's thread has its workers
        reserve_workers()

    def _in_turns(
        self, tasks: Iterable[Iterator[Answer]], cancelled: Cancelled = never
    ) -> Iterator[Answer]:
        """All answers of each task, each computed in a turn of its own.

        Concurrent callers are interleaved in this way. `cancelled` is asked at the beginning of a
        turn, because a caller may have waited long for it.
        """

        def turn(answers: Iterator[Answer]) -> Any:
            return _NO_MORE if cancelled() else next(answers, _NO_MORE)

        for answers in tasks:
            while (answer := self._turns.submit(turn, answers).result()) is not _NO_MORE:
                self._turns.submit(trim_memory)  # after the answer's tensors, while nobody waits
                yield answer
            if cancelled():
                return

    def _after_fork(self) -> None:
        # Threads stay behind in the parent, and so do OpenMP's.
        self._turns, self._loading = _new_turns(1), threading.Lock()

    # The methods below run in turns, in the model's thread.

    def _prepare(self, request: RenderRequest) -> None:
        self._encode(request.phonemes)
        if request.sentence:
            self._statistics(request.sentence)

    def _render(self, request: RenderRequest) -> Iterator[Rendered]:
        """The utterance whole, or its windows in order."""
        encoded, style = self._encode(request.phonemes), self._style(request.style)
        prosody, span = self._prosody(request, encoded, style)
        excitation = self._excitation(prosody, request.seed)
        if not request.windowed and not request.sentence:
            wave = self.model.render(encoded, prosody, style.timbre, excitation)
            yield _whole(wave.cpu().numpy(), prosody, span)
            return
        windows = list(windows_of(span)) if request.windowed else [span]
        timbre, statistics = style.timbre, None
        if request.sentence:
            timbre, statistics = self._statistics(request.sentence)
        waves = self.model.stream(encoded, prosody, timbre, excitation, windows, statistics)
        for window, wave in zip(windows, waves, strict=True):
            yield _window(wave.cpu().numpy(), prosody, span, window)

    def _render_group(self, requests: Sequence[RenderRequest]) -> Iterator[list[Rendered]]:
        if len(requests) == 1:
            yield list(self._render(requests[0]))
            return
        encoded = [self._encode(request.phonemes) for request in requests]
        styles = [self._style(request.style) for request in requests]
        planned = [self._prosody(*each) for each in zip(requests, encoded, styles, strict=True)]
        prosodies = [prosody for prosody, _ in planned]
        waves = self.model.render_together(
            encoded,
            prosodies,
            [style.timbre for style in styles],
            [self._excitation(p, each.seed) for p, each in zip(prosodies, requests, strict=True)],
        )
        yield [
            _whole(wave.cpu().numpy(), prosody, span)
            for wave, (prosody, span) in zip(waves, planned, strict=True)
        ]

    def _plan(self, request: RenderRequest) -> Iterator[Prosody]:
        delivery = self._style(request.style).delivery
        yield self.model.plan(self._encode(request.phonemes), delivery, request.speed)

    def _render_prosody(self, request: RenderRequest, prosody: Prosody) -> Iterator[Samples]:
        encoded, timbre = self._encode(request.phonemes), self._style(request.style).timbre
        excitation = self._excitation(prosody, request.seed)
        yield self.model.render(encoded, prosody, timbre, excitation).cpu().numpy()

    def _prosody(
        self, request: RenderRequest, encoded: EncodedText, style: Style
    ) -> tuple[Prosody, Window]:
        """The plan with the request's edits, and the span to keep, by the energy unedited."""
        plan = self.model.plan(encoded, style.delivery, request.speed)
        if not request.edits:
            return plan, audible_span(plan.energy)
        audible: list[Window] = [audible_span(plan.energy)]

        def contours(durations: Durations) -> tuple[Contour, Contour]:
            pitch_hz, energy = self.model.contours(encoded, durations, style.delivery)
            audible.append(audible_span(energy))
            return pitch_hz, energy

        return apply_edits(request.edits, request.tokens, plan, contours), audible[-1]

    def _statistics(self, sentence: ReferenceSentence) -> tuple[Tensor, SentenceStatistics]:
        """The timbre of the sentence's length, and what the norms measure of the sentence."""
        if sentence not in self._sentences:
            encoded, style = self._encode(sentence.phonemes), self._style(sentence.style)
            prosody = self.model.plan(encoded, style.delivery)
            measured = self.model.sentence_statistics(encoded, prosody, style.timbre)
            self._sentences[sentence] = style.timbre, measured
            while len(self._sentences) > _SENTENCES_KEPT:
                del self._sentences[next(iter(self._sentences))]
        return self._sentences[sentence]

    def _encode_phonemes(self, phonemes: str) -> EncodedText:
        symbol_ids = torch.tensor([_PADDING, *ids(phonemes), _PADDING], device=self.device)
        return self.model.encode(symbol_ids)

    def _style(self, style: Style) -> Style:
        return Style(*(half.to(self.device) for half in style))

    def _excitation(self, prosody: Prosody, seed: int) -> Excitation:
        return draw_excitation(prosody.frames * PITCH_FRAMES, seed).to(self.device)


def _whole(wave: Samples, prosody: Prosody, span: Window) -> Rendered:
    """A whole utterance, without the silence around it."""
    first, last = (place * SAMPLES_PER_PITCH_FRAME for place in span)
    return Rendered(fade_edges(wave[first:last]), first, last, tuple(prosody.durations.tolist()))


def _window(wave: Samples, prosody: Prosody, span: Window, window: Window) -> Rendered:
    first, last = (place * SAMPLES_PER_PITCH_FRAME for place in span)
    starts, ends = window[0] == span[0], window[1] == span[1]
    faded = fade_edges(wave, starts, ends)
    return Rendered(faded, first, last, tuple(prosody.durations.tolist()), ends)


def _new_turns(workers: int) -> ThreadPoolExecutor:
    """The model's thread, with OpenMP workers of its own."""
    return ThreadPoolExecutor(1, "kokoro-model", initializer=take_workers, initargs=(workers,))

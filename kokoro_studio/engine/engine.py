"""The engine: one model, shared by everyone in the process.

What needs the model goes through `Engine._ask`: on the machine's own device it is done there, on a
device that is lent for each call (ZeroGPU) it is done in the process that the device is lent to.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile, tee
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ..audio import SAMPLE_RATE, Samples, fade_edges
from ..errors import RequestError
from ..model import (
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
    find_weights,
    load_model,
    pick_precision,
)
from ..runtime import prepare
from ..text import Utterance
from ..text.symbols import ids
from ..voices import Blend, Style, style_for
from .cache import Rendered, SoundCache, cache_bytes
from .devices import pick_device
from .edits import apply_edits
from .heap import give_back
from .lending import lend, on_zero
from .parts import Key, Part, Silence, groups, parts_of, styles_of
from .reading import Reading, read_take
from .segment import Segment, join_windows
from .take import Take
from .windows import audible_span, windows_of
from .workers import reserve_workers, take_workers, workers

_PADDING = 0  # the symbol id at both ends of an utterance
_TEXTS_KEPT = 8  # encoded: 2 MB each at most
_SENTENCES_KEPT = 64  # statistics of one in each voice used lately: 0.1 MB each
_NO_MORE = object()
_BYTES_PER_FRAME = 2**20  # of 25 ms, for what is alive at once in the last stage of the vocoder


class Engine:
    """Text and voices to sound. Safe to share between threads: renders take turns by utterance."""

    def __init__(self, device: torch.device, weights: Weights, precision: str):
        self.device = device
        self.weights = weights
        self.precision = precision  # of the vocoder: a name of `PRECISIONS`
        self._model: Kokoro | None = None
        self._loading = threading.Lock()
        self._turns = _new_turns(workers())
        self._expected: Future[None] = Future()
        self._expected.set_result(None)
        os.register_at_fork(after_in_child=self._after_fork)
        # Another voice or another speed for the same words is what a studio is asked for most.
        self._encode = lru_cache(maxsize=_TEXTS_KEPT)(self._encode_phonemes)
        self._sentences: dict[tuple[str, str], tuple[Tensor, SentenceStatistics]] = {}
        self.cache = SoundCache(cache_bytes())
        self.frames_together = _frames_together(device)
        self._ask = lend(self._answer)

    @property
    def model(self) -> Kokoro:
        """The network, loaded at first use."""
        with self._loading:
            if self._model is None:
                self._model = load_model(self.weights, self.device, PRECISIONS[self.precision])
        return self._model

    @property
    def warm(self) -> bool:
        return self._model is not None

    def reserve_processors(self) -> None:
        """Keep them for the model: other threads of this process compute with one from now on.

        For a process that is the studio's; a program that computes with torch itself may not want
        it.
        """
        self._turns.submit(torch.get_num_threads).result()  # it has its workers
        reserve_workers()

    def warm_up(self) -> None:
        """Load everything that the first take would wait for."""
        for _ in self.speak(Take("Ready.")):
            pass

    def forget(self) -> None:
        """Render everything anew from now on."""
        self.cache.clear()
        self._encode.cache_clear()

    def read(self, take: Take) -> Reading:
        """What will be said and what will not, without the model. `TextError`, `VoiceError`."""
        return read_take(take)

    def expect(self, reading: Reading) -> None:
        """Prepare for the beginning of what may be spoken next, while nobody waits for it.

        Returns at once. Of several expectations at a time only the first is met.
        """
        if self.warm and not on_zero() and self._expected.done() and reading.utterances:
            parts = parts_of(reading, True, predictable=self.weights.known)
            part = next(part for part in parts if isinstance(part, Part))
            self._expected = self._turns.submit(self._prepare, part)

    def plan(self, utterance: Utterance, blend: Blend, speed: float = 1.0) -> Prosody:
        """Durations, pitch and energy as the model would say an utterance: to look at, to change.

        docs/architecture.md has an example.
        """
        prosody: Prosody
        (prosody,) = self._ask("_plan_alone", [(utterance.phonemes, styles_of(blend), speed)])
        return prosody

    def render(
        self, utterance: Utterance, prosody: Prosody, blend: Blend, seed: int = 0
    ) -> Samples:
        """The sound of an utterance said so: (F * 600,) float32 at 24 kHz, untrimmed.

        `RequestError` if the prosody is of other symbols.
        """
        asked = utterance.phonemes, prosody, styles_of(blend), seed
        wave: Samples
        (wave,) = self._ask("_render_alone", [asked])
        return wave

    def speak(
        self,
        asked: Take | Reading,
        cancelled: Callable[[], bool] = lambda: False,
        said: int = 0,
    ) -> Iterator[Segment]:
        """Segments in order, each as soon as it is rendered: for somebody who listens.

        The first utterances come in windows, so that the first sound comes soon; prosody is that
        of the whole sentence all the same. `said` counts the phonemes that were spoken before, in
        the same stream. Closing the iterator, or `cancelled()` turning true, stops before the next
        window.
        """
        reading = asked if isinstance(asked, Reading) else self.read(asked)
        return self._speak(parts_of(reading, True, said, self.weights.known), cancelled)

    def record(
        self, asked: Take | Reading, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Segment]:
        """Like `speak`, each utterance rendered whole: for files, where nothing hurries."""
        reading = asked if isinstance(asked, Reading) else self.read(asked)
        return self._speak(self._whole_parts(reading), cancelled)

    def _whole_parts(self, reading: Reading) -> Iterator[Part | Silence]:
        return parts_of(reading, predictable=self.weights.known)

    def _known(self, part: Part | Silence) -> Rendered | None:
        """The sound of a part that need not be rendered: silence, or one from the cache."""
        return part.rendered if isinstance(part, Silence) else self.cache.get(part.key)

    def _speak(
        self, parts: Iterator[Part | Silence], cancelled: Callable[[], bool]
    ) -> Iterator[Segment]:
        known, ahead = tee((part, self._known(part)) for part in parts)
        missing = ((part,) for part, found in ahead if found is None)
        made: Iterator[Rendered] = self._ask("_make", missing, cancelled)
        samples = 0  # of the take so far; seconds would add up otherwise window by window
        for part, found in known:
            if cancelled():
                return
            began, windows = samples / SAMPLE_RATE, []
            for rendered in (found,) if found else _until_its_end(made):
                windows.append(rendered)
                segment = part.segment(rendered, samples / SAMPLE_RATE, began)
                samples += len(segment.audio)
                yield replace(segment, reused=found is not None)
            if not windows or not windows[-1].ends:  # cancelled
                return
            if isinstance(part, Part):
                self.cache.put(part.key, _joined(windows))

    def exact(self, reading: Reading, segments: Sequence[Segment]) -> Iterator[Segment]:
        """Streamed segments of a reading as `record` makes them, for files.

        Utterances that were rendered whole are taken as they are, the others are rendered anew.
        """
        heard = {one.index: one for one in join_windows(segments)}
        parts = self._whole_parts(reading)
        for part in takewhile(lambda part: part.index in heard, parts):
            streamed = heard[part.index]
            if streamed.exact:
                yield streamed
                continue
            (whole,) = self._speak(iter((part,)), lambda: False)
            moved = replace(
                whole,
                start_seconds=streamed.start_seconds,
                tokens=tuple(token.later(streamed.start_seconds) for token in whole.tokens),
            )
            yield moved if streamed.ends else _cut_short(moved, len(streamed.audio))

    def batch(
        self,
        takes: Sequence[Take],
        progress: Callable[[int, int], None] = lambda done, of: None,
    ) -> list[list[Segment]]:
        """The segments of each take, in the order of the takes: what `record` makes, made together.

        A card is filled with utterances of like length; a processor goes from one to the next,
        which is fastest there. Every take is read before the first is rendered, so a bad one costs
        nothing. `progress(done, of)` counts different utterances.
        """
        parts = [list(self._whole_parts(self.read(take))) for take in takes]
        wanted = {part.key: part for take in parts for part in take}
        made = {key: sound for key, part in wanted.items() if (sound := self._known(part))}
        reused = set(made)
        progress(len(made), len(wanted))
        missing = [
            part for key, part in wanted.items() if key not in made and isinstance(part, Part)
        ]
        together = list(groups(missing, self.frames_together))
        answers = self._ask("_make_together", [(group,) for group in together])
        for group, sounds in zip(together, answers, strict=True):
            for part, sound in zip(group, sounds, strict=True):
                self.cache.put(part.key, sound)
                made[part.key] = sound
            progress(len(made), len(wanted))
        return [list(_in_a_row(take, made, reused)) for take in parts]

    def _answer(
        self,
        task: str,
        questions: Iterable[tuple[Any, ...]],
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[Any]:
        """All answers to each question, each in a turn of its own, so that askers alternate.

        They end where `cancelled()` is true before a turn.
        """

        def turn(answers: Iterator[Any]) -> Any:
            return _NO_MORE if cancelled() else next(answers, _NO_MORE)

        for question in questions:
            answers = getattr(self, task)(*question)
            while (answer := self._turns.submit(turn, answers).result()) is not _NO_MORE:
                self._turns.submit(give_back)  # when all is freed, and nobody waits for it
                yield answer
            if cancelled():
                return

    def _after_fork(self) -> None:
        # Threads stay behind, those of OpenMP too.
        self._turns, self._loading = _new_turns(1), threading.Lock()

    # What follows is done in turns, where the device is.

    def _prepare(self, part: Part) -> None:
        self._encode(part.symbols)
        if part.sentence:
            self._sentence(part.voice, part.sentence, part.styles)

    def _make(self, part: Part) -> Iterator[Rendered]:
        """The utterance whole, or its windows in order."""
        encoded, style = self._encode(part.symbols), self._style(part.styles, part.symbols)
        prosody, span = self._prosody(part, encoded, style)
        excitation = self._excitation(prosody, part.seed)
        if not part.windowed and not part.sentence:
            wave = self.model.render(encoded, prosody, style.timbre, excitation)
            yield _kept(wave.cpu().numpy(), prosody, span)
            return
        windows = list(windows_of(span)) if part.windowed else [span]
        timbre, statistics = style.timbre, None
        if part.sentence:
            timbre, statistics = self._sentence(part.voice, part.sentence, part.styles)
        waves = self.model.stream(encoded, prosody, timbre, excitation, windows, statistics)
        for window, wave in zip(windows, waves, strict=True):
            yield _window(wave.cpu().numpy(), prosody, span, window)

    def _sentence(
        self, voice: str, phonemes: str, styles: Tensor
    ) -> tuple[Tensor, SentenceStatistics]:
        """The timbre of a sentence's length, and what the norms measure of it in this voice."""
        key = voice, phonemes
        if key not in self._sentences:
            encoded, style = self._encode(phonemes), self._style(styles, phonemes)
            prosody = self.model.plan(encoded, style.delivery)
            self._sentences[key] = (
                style.timbre,
                self.model.sentence_statistics(encoded, prosody, style.timbre),
            )
            while len(self._sentences) > _SENTENCES_KEPT:
                del self._sentences[next(iter(self._sentences))]
        return self._sentences[key]

    def _make_together(self, parts: Sequence[Part]) -> Iterator[list[Rendered]]:
        """Of several parts, each has a steady style, and none is rendered like a sentence."""
        if len(parts) == 1:
            yield list(self._make(parts[0]))
            return
        encoded = [self._encode(part.phonemes) for part in parts]
        styles = [self._style(part.styles, part.phonemes) for part in parts]
        planned = [self._prosody(*each) for each in zip(parts, encoded, styles, strict=True)]
        prosodies = [prosody for prosody, _ in planned]
        waves = self.model.render_together(
            encoded,
            prosodies,
            [style.timbre for style in styles],
            [self._excitation(p, part.seed) for p, part in zip(prosodies, parts, strict=True)],
        )
        yield [
            _kept(wave.cpu().numpy(), prosody, span)
            for wave, (prosody, span) in zip(waves, planned, strict=True)
        ]

    def _prosody(self, part: Part, encoded: EncodedText, style: Style) -> tuple[Prosody, Window]:
        """The plan with the part's edits, and what of it is kept: told by its energy unedited."""
        plan = self.model.plan(encoded, style.delivery, part.speed)
        if not part.edits:
            return plan, audible_span(plan.energy)
        audible: list[Window] = [audible_span(plan.energy)]

        def contours(durations: Durations) -> tuple[Contour, Contour]:
            pitch_hz, energy = self.model.contours(encoded, durations, style.delivery)
            audible.append(audible_span(energy))
            return pitch_hz, energy

        return apply_edits(part.edits, part.utterance, plan, contours), audible[-1]

    def _plan_alone(self, phonemes: str, styles: Tensor, speed: float) -> Iterator[Prosody]:
        style = self._style(styles, phonemes)
        yield self.model.plan(self._encode(phonemes), style.delivery, speed)

    def _render_alone(
        self, phonemes: str, prosody: Prosody, styles: Tensor, seed: int
    ) -> Iterator[Samples]:
        if len(prosody.durations) != len(phonemes) + 2:
            raise RequestError(
                f"This prosody has {len(prosody.durations)} durations; the utterance needs "
                f"{len(phonemes) + 2}: one for each phoneme, and the padding at both ends."
            )
        style, excitation = self._style(styles, phonemes), self._excitation(prosody, seed)
        wave = self.model.render(self._encode(phonemes), prosody, style.timbre, excitation)
        yield wave.cpu().numpy()

    def _encode_phonemes(self, phonemes: str) -> EncodedText:
        symbol_ids = torch.tensor([_PADDING, *ids(phonemes), _PADDING], device=self.device)
        return self.model.encode(symbol_ids)

    def _style(self, styles: Tensor, phonemes: str) -> Style:
        return Style(*(half.to(self.device) for half in style_for(styles, len(phonemes))))

    def _excitation(self, prosody: Prosody, seed: int) -> Excitation:
        return draw_excitation(prosody.frames * PITCH_FRAMES, seed).to(self.device)


def _until_its_end(made: Iterator[Rendered]) -> Iterator[Rendered]:
    """The next utterance's windows."""
    for rendered in made:
        yield rendered
        if rendered.ends:
            return


def _kept(wave: Samples, prosody: Prosody, span: Window) -> Rendered:
    """A whole utterance, without the silence around it."""
    first, last = (place * SAMPLES_PER_PITCH_FRAME for place in span)
    return Rendered(fade_edges(wave[first:last]), first, last, tuple(prosody.durations.tolist()))


def _window(wave: Samples, prosody: Prosody, span: Window, window: Window) -> Rendered:
    first, last = (place * SAMPLES_PER_PITCH_FRAME for place in span)
    starts, ends = window[0] == span[0], window[1] == span[1]
    faded = fade_edges(wave, starts, ends)
    return Rendered(faded, first, last, tuple(prosody.durations.tolist()), ends)


def _joined(windows: Sequence[Rendered]) -> Rendered:
    if len(windows) == 1:
        return windows[0]
    return replace(windows[-1], audio=np.concatenate([window.audio for window in windows]))


def _cut_short(segment: Segment, samples: int) -> Segment:
    until = segment.start_seconds + samples / SAMPLE_RATE
    return replace(
        segment,
        audio=segment.audio[:samples],
        tokens=tuple(token for token in segment.tokens if token.start_seconds < until),
        ends=False,
    )


def _new_turns(workers: int) -> ThreadPoolExecutor:
    """A thread for the model alone, with a heap of its own that is warm, and OpenMP workers."""
    return ThreadPoolExecutor(1, "kokoro-model", initializer=take_workers, initargs=(workers,))


def _in_a_row(
    parts: Sequence[Part | Silence], made: Mapping[Key, Rendered], reused: Collection[Key]
) -> Iterator[Segment]:
    samples = 0
    for part in parts:
        start_seconds = samples / SAMPLE_RATE
        segment = part.segment(made[part.key], start_seconds, start_seconds)
        samples += len(segment.audio)
        yield replace(segment, reused=part.key in reused)


def _frames_together(device: torch.device) -> int:
    """How many frames to render at once: what half of a card's free memory holds."""
    if device.type != "cuda" or on_zero():
        return 0  # one utterance keeps every core of a processor busy
    free, _ = torch.cuda.mem_get_info(device)
    return free // 2 // _BYTES_PER_FRAME


_engines: dict[tuple[int, str, str, str], Engine] = {}
_engines_lock = threading.Lock()


def load_engine(
    device: str | None = None, weights: str | None = None, precision: str | None = None
) -> Engine:
    """The engine of this process for these choices; made once, then shared.

    `device`: `cpu`, `cuda`, …, default KOKORO_DEVICE or the best there is. `weights`: as
    KOKORO_WEIGHTS, which is the default. `precision`: `float32`, `bfloat16` or `auto`, default
    KOKORO_PRECISION or what suits the device. The model itself is loaded at first use.
    """
    prepare()
    place = pick_device(device)
    found = find_weights(weights)
    exact = pick_precision(place, precision)
    key = (os.getpid(), str(place), found.id, exact)
    with _engines_lock:
        if key not in _engines:
            _engines[key] = Engine(place, found, exact)
        return _engines[key]

"""The engine: one model, shared by everyone in the process.

What needs the model goes through `Engine._ask`: on the machine's own device it is done there, on a
device that is lent for each call (ZeroGPU) it is done in the process that the device is lent to.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from itertools import tee
from typing import Any

import torch
from torch import Tensor

from ..audio import Samples, fade_edges
from ..model import (
    PITCH_FRAMES,
    PRECISIONS,
    EncodedText,
    Kokoro,
    Plan,
    Spans,
    Weights,
    draw_excitation,
    find_weights,
    load_model,
    pick_precision,
)
from ..text import Utterance
from ..text.symbols import ids
from ..voices import Blend, style_for, style_path
from .cache import Rendered, SoundCache, cache_bytes
from .heap import give_back
from .joins import silent_spans, trim
from .lending import lend, on_zero
from .parts import Key, Part, groups, parts_of
from .segment import Segment
from .take import Reading, Take, read_take

_PADDING = 0  # the symbol id at both ends of an utterance
_TEXTS_KEPT = 8  # encoded: 2 MB each at most
_BYTES_PER_FRAME = 2**20  # of 25 ms, for what is alive at once in the last stage of the vocoder


class Engine:
    """Text and voices to sound. Safe to share between threads: renders take turns by utterance."""

    def __init__(self, device: torch.device, weights: Weights, precision: str):
        self.device = device
        self.weights = weights
        self.precision = precision  # of the vocoder: a name of `PRECISIONS`
        self._model: Kokoro | None = None
        self._loading = threading.Lock()
        self._turns = _new_turns()
        os.register_at_fork(after_in_child=self._after_fork)
        # Another voice or another speed for the same words is what a studio is asked for most.
        self._encode = lru_cache(maxsize=_TEXTS_KEPT)(self._encode_phonemes)
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

    def plan(self, utterance: Utterance, blend: Blend, speed: float = 1.0) -> Plan:
        """Durations, pitch and energy of an utterance, on the CPU: to look at, to change."""
        (plan,) = self._ask("_plan_alone", [(utterance.phonemes, style_path(blend), speed)])
        return plan

    def render(self, plan: Plan, blend: Blend, seed: int = 0) -> Samples:
        """The sound of a plan, (n,) float32 at 24 kHz, untrimmed."""
        (waves,) = self._ask("_render", [([plan], [style_path(blend)], [seed])])
        return waves[0]

    def speak(self, take: Take, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Segment]:
        """Segments in order, each as soon as it is rendered.

        Closing the iterator, or `cancelled()` turning true, stops before the next utterance.
        """
        parts, ahead = tee((part, self.cache.get(part.key)) for part in parts_of(take))
        missing = (([part],) for part, found in ahead if found is None)
        made = self._ask("_make", missing, cancelled)
        start_seconds = 0.0
        for part, found in parts:
            if cancelled():
                return
            rendered = found
            if rendered is None:
                if (answer := next(made)) is None:
                    return
                (rendered,) = answer
                self.cache.put(part.key, rendered)
            segment = part.segment(rendered, start_seconds, reused=found is not None)
            start_seconds += segment.seconds
            yield segment

    def batch(
        self,
        takes: Sequence[Take],
        progress: Callable[[int, int], None] = lambda done, of: None,
    ) -> list[list[Segment]]:
        """The segments of each take, in the order of the takes: what `speak` makes, made together.

        A card is filled with utterances of like length; a processor goes from one to the next,
        which is fastest there. Every take is read before the first is rendered, so a bad one costs
        nothing. `progress(done, of)` counts different utterances.
        """
        parts = [list(parts_of(take)) for take in takes]
        wanted = {part.key: part for take in parts for part in take}
        made = {key: sound for key in wanted if (sound := self.cache.get(key))}
        reused = set(made)
        progress(len(made), len(wanted))
        missing = [part for key, part in wanted.items() if key not in made]
        together = list(groups(missing, self.frames_together))
        answers = self._ask("_make", [(group,) for group in together])
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
        """One answer for each question, each in a turn of its own, so that askers alternate.

        None for what was cancelled before its turn came.
        """

        def turn(question: tuple[Any, ...]) -> Any:
            return None if cancelled() else getattr(self, task)(*question)

        for question in questions:
            answer = self._turns.submit(turn, question).result()
            self._turns.submit(give_back)  # when all is freed, and nobody waits for it
            yield answer

    def _after_fork(self) -> None:
        # Threads stay behind, those of OpenMP too.
        self._turns, self._loading = _new_turns(), threading.Lock()
        torch.set_num_threads(1)

    # What follows is done in turns, where the device is.

    def _make(self, parts: Sequence[Part]) -> list[Rendered]:
        """Of several parts, each has a steady style."""
        plans = [self._plan(part.phonemes, part.styles, part.speed) for part in parts]
        styles, seeds = [part.styles for part in parts], [part.seed for part in parts]
        silent = self._silent(parts, plans)
        made = []
        for plan, audio in zip(plans, self._render(plans, styles, seeds, silent), strict=True):
            first, last = trim(audio)
            durations = tuple(plan.durations.tolist())
            made.append(Rendered(fade_edges(audio[first:last]), first, durations))
        return made

    def _silent(self, parts: Sequence[Part], plans: Sequence[Plan]) -> Spans:
        """What need not be rendered. A card would not notice, and a moving style would hurry."""
        spared = self.device.type == "cpu" and self.frames_together == 0
        return silent_spans(plans[0]) if spared and len(parts[0].styles) == 1 else ()

    def _plan(self, phonemes: str, styles: Tensor, speed: float) -> Plan:
        style = style_for(styles, len(phonemes))
        return self.model.plan(self._encode(phonemes), style.delivery.to(self.device), speed)

    def _plan_alone(self, phonemes: str, styles: Tensor, speed: float) -> Plan:
        return self._plan(phonemes, styles, speed).to(torch.device("cpu"))

    def _encode_phonemes(self, phonemes: str) -> EncodedText:
        symbol_ids = torch.tensor([_PADDING, *ids(phonemes), _PADDING], device=self.device)
        return self.model.encode(symbol_ids)

    def _render(
        self,
        plans: Sequence[Plan],
        styles: Sequence[Tensor],
        seeds: Sequence[int],
        silent: Spans = (),
    ) -> list[Samples]:
        timbres = [
            style_for(path, len(plan.durations) - 2).timbre.to(self.device)
            for path, plan in zip(styles, plans, strict=True)
        ]
        excitations = [
            draw_excitation(plan.frames * PITCH_FRAMES, seed).to(self.device)
            for plan, seed in zip(plans, seeds, strict=True)
        ]
        here = [plan.to(self.device) for plan in plans]
        waves = self.model.render_together(here, timbres, excitations, silent)
        return [wave.cpu().numpy() for wave in waves]


def _new_turns() -> ThreadPoolExecutor:
    """A thread for the model alone.

    With many threads calling, each would bring its own team of OpenMP workers, and its own heap to
    warm up.
    """
    return ThreadPoolExecutor(1, thread_name_prefix="kokoro-model")


def _in_a_row(
    parts: Sequence[Part], made: Mapping[Key, Rendered], reused: Collection[Key]
) -> Iterator[Segment]:
    start_seconds = 0.0
    for part in parts:
        segment = part.segment(made[part.key], start_seconds, part.key in reused)
        start_seconds += segment.seconds
        yield segment


def _frames_together(device: torch.device) -> int:
    """How many frames to render at once: what half of a card's free memory holds."""
    if device.type != "cuda" or on_zero():
        return 0  # one utterance keeps every core of a processor busy
    free, _ = torch.cuda.mem_get_info(device)
    return free // 2 // _BYTES_PER_FRAME


def pick_device() -> torch.device:
    """KOKORO_DEVICE if set, else CUDA where there is one, else the CPU."""
    chosen = os.environ.get("KOKORO_DEVICE")
    return torch.device(chosen or ("cuda" if torch.cuda.is_available() else "cpu"))


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
    place = torch.device(device) if device else pick_device()
    found = find_weights(weights)
    exact = pick_precision(place, precision)
    key = (os.getpid(), str(place), found.id, exact)
    with _engines_lock:
        if key not in _engines:
            _engines[key] = Engine(place, found, exact)
        return _engines[key]

"""The engine: one model, shared by everyone in the process."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np
import torch
from torch import Tensor

from ..audio import SAMPLE_RATE, Samples, fade_edges, silence
from ..model import (
    SAMPLES_PER_FRAME,
    EncodedText,
    Kokoro,
    Plan,
    Weights,
    draw_excitation,
    find_weights,
    load_model,
)
from ..text import Boundary, Utterance
from ..text.symbols import ids
from ..voices import Blend, style_for, style_path
from .joins import PAUSE_SECONDS, trim
from .segment import Segment, time_tokens
from .take import Reading, Take, check_speakable, read_take

_PADDING = 0  # the symbol id at both ends of an utterance
_TEXTS_KEPT = 16  # encoded: 2 MB each at most
_PHASE_FRAMES = 2  # pitch frames for each frame of 25 ms


class Engine:
    """Text and voices to sound. Safe to share between threads: renders take turns by utterance."""

    def __init__(self, device: torch.device, weights: Weights):
        self.device = device
        self.weights = weights
        self._model: Kokoro | None = None
        self._loading = threading.Lock()
        # Renders take turns in a thread of their own. With many threads calling, each would bring
        # its own team of OpenMP workers, and its own heap to warm up.
        self._turns = ThreadPoolExecutor(1, thread_name_prefix="kokoro-model")
        # Another voice or another speed for the same words is what a studio is asked for most.
        self._encode = lru_cache(maxsize=_TEXTS_KEPT)(self._encode_phonemes)

    @property
    def model(self) -> Kokoro:
        """The network, loaded at first use."""
        with self._loading:
            if self._model is None:
                self._model = load_model(self.weights, self.device)
        return self._model

    @property
    def warm(self) -> bool:
        return self._model is not None

    def warm_up(self) -> None:
        """Load everything that the first take would wait for."""
        for _ in self.speak(Take("Ready.")):
            pass

    def read(self, take: Take) -> Reading:
        """What will be said and what will not, without the model. `TextError`, `VoiceError`."""
        return read_take(take)

    def plan(self, utterance: Utterance, blend: Blend, speed: float = 1.0) -> Plan:
        """Durations, pitch and energy of an utterance: to look at, to change, to render."""
        return self._plan(utterance.phonemes, style_path(blend), speed)

    def render(self, plan: Plan, blend: Blend, seed: int = 0) -> Samples:
        """The sound of a plan, (n,) float32 at 24 kHz, untrimmed."""
        return self._render(plan, style_path(blend), seed)

    def speak(self, take: Take, cancelled: Callable[[], bool] = lambda: False) -> Iterator[Segment]:
        """Segments in order, each as soon as it is rendered.

        Closing the iterator, or `cancelled()` turning true, stops before the next utterance.
        """
        reading = self.read(take)
        check_speakable(reading)
        styles = style_path(take.blend)
        start_seconds = 0.0
        for utterance in reading.utterances:
            if cancelled():
                return
            segment = self._speak_one(
                utterance, len(reading.utterances), take, styles, start_seconds
            )
            start_seconds += segment.seconds
            yield segment

    def _speak_one(
        self, utterance: Utterance, count: int, take: Take, styles: Tensor, start_seconds: float
    ) -> Segment:
        seed = utterance_seed(take.seed, utterance)
        plan = self._plan(utterance.phonemes, styles, take.speed)
        audio = self._render(plan, styles, seed)
        first, last = trim(audio)
        spoken = fade_edges(audio[first:last])
        offset = start_seconds - first / SAMPLE_RATE
        ends = start_seconds + len(spoken) / SAMPLE_RATE
        pause = PAUSE_SECONDS[Boundary(utterance.boundary)] / take.speed
        return Segment(
            index=utterance.index,
            count=count,
            audio=np.concatenate((spoken, silence(pause))),
            start_seconds=start_seconds,
            phonemes=utterance.phonemes,
            tokens=time_tokens(utterance.tokens, plan.durations.tolist(), offset, ends),
            seed=seed,
        )

    def _plan(self, phonemes: str, styles: Tensor, speed: float) -> Plan:
        style = style_for(styles, len(phonemes))
        delivery = style.delivery.to(self.device)
        return self._turns.submit(
            lambda: self.model.plan(self._encode(phonemes), delivery, speed)
        ).result()

    def _encode_phonemes(self, phonemes: str) -> EncodedText:
        symbol_ids = torch.tensor([_PADDING, *ids(phonemes), _PADDING], device=self.device)
        return self.model.encode(symbol_ids)

    def _render(self, plan: Plan, styles: Tensor, seed: int) -> Samples:
        style = style_for(styles, len(plan.durations) - 2)
        excitation = draw_excitation(plan.frames * _PHASE_FRAMES, seed)
        timbre = style.timbre.to(self.device)
        waveform = self._turns.submit(
            lambda: self.model.render(plan, timbre, excitation.to(self.device)).cpu()
        ).result()
        assert len(waveform) == plan.frames * SAMPLES_PER_FRAME
        return np.asarray(waveform.numpy(), dtype=np.float32)


def utterance_seed(seed: int, utterance: Utterance) -> int:
    """A seed of its own for each utterance: changing one leaves the grain of the others alone."""
    key = f"{seed}\0{utterance.phonemes}\0{utterance.index}".encode()
    return int.from_bytes(hashlib.sha256(key).digest()[:8], "big") >> 1


def pick_device() -> torch.device:
    """KOKORO_DEVICE if set, else CUDA where there is one, else the CPU."""
    chosen = os.environ.get("KOKORO_DEVICE")
    return torch.device(chosen or ("cuda" if torch.cuda.is_available() else "cpu"))


_engines: dict[tuple[int, str, str], Engine] = {}
_engines_lock = threading.Lock()


def load_engine(device: str | None = None, weights: str | None = None) -> Engine:
    """The engine of this process for a device and a choice of weights; made once, then shared.

    `device`: `cpu`, `cuda`, …, default KOKORO_DEVICE or the best there is. `weights`: as
    KOKORO_WEIGHTS, which is the default. The model itself is loaded at first use.
    """
    place = torch.device(device) if device else pick_device()
    found = find_weights(weights)
    key = (os.getpid(), str(place), found.id)
    with _engines_lock:
        if key not in _engines:
            _engines[key] = Engine(place, found)
        return _engines[key]

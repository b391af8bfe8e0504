"""The engine: takes go in, segments of sound come out. One is shared by everyone in the process.

It keeps the order of utterances and pauses, the cache of sound, and cancellation. Where the model
runs is the business of its renderer: see `renderers/base.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile, tee

import numpy as np
import torch

from ..audio import SAMPLE_RATE, Samples
from ..errors import RequestError
from ..model import Kokoro, Prosody, Weights
from ..text import Utterance
from ..voices import Blend
from .cache import SoundCache, cache_bytes
from .reading import Reading, read_take
from .renderers import Rendered, Renderer, RenderRequest
from .requests import (
    Key,
    Silence,
    UtteranceRequest,
    group_by_length,
    requests_of,
    style_row,
    styles_of,
)
from .segment import Segment, cut_short, join_windows
from .take import Take


class Engine:
    """Text and voices to sound. `load_engine` gives one.

    Safe to share between threads: concurrent calls are interleaved, one utterance or window at a
    time. A take with its seed makes the same samples whoever else is speaking.
    """

    def __init__(self, renderer: Renderer):
        self.renderer = renderer
        self.cache = SoundCache(cache_bytes())
        self.frames_together = renderer.frames_together

    @property
    def device(self) -> torch.device:
        """The device that the model runs on."""
        return self.renderer.device

    @property
    def weights(self) -> Weights:
        """The checkpoint that the model is loaded from."""
        return self.renderer.weights

    @property
    def precision(self) -> str:
        """`float32` or `bfloat16`: the number format of the vocoder's convolutions."""
        return self.renderer.precision

    @property
    def model(self) -> Kokoro:
        """The network, loaded at first use. `WeightsError` if its weights cannot be read."""
        return self.renderer.model

    @property
    def warm(self) -> bool:
        """Whether the model is loaded."""
        return self.renderer.warm

    def reserve_processors(self) -> None:
        """Keep the processors for the model: new threads of this process compute with one each.

        This changes torch's number of threads in the whole process, and the calling thread's. Call
        it in a process that does nothing but speak.
        """
        self.renderer.reserve_processors()

    def warm_up(self) -> None:
        """Load everything that the first take would wait for, by speaking one word. Blocks."""
        for _ in self.speak(Take("Ready.")):
            pass

    def forget(self) -> None:
        """Empty the sound cache and the cache of encoded texts: all is rendered anew."""
        self.cache.clear()
        self.renderer.forget()

    def read(self, take: Take) -> Reading:
        """The tokens that will be said, with phonemes, and the skips. It needs no model.

        Most of a long text is read later, as somebody asks for it. `TextError` for a text that is
        too long, or pauses of more than ten minutes together; `VoiceError` for a formula that
        cannot be read, or a voice that is not here.
        """
        return read_take(take)

    def expect(self, reading: Reading) -> None:
        """Prepare for a reading that may be spoken next: encode its first utterance.

        Returns at once. Does nothing if the model is not loaded, or while an earlier call is still
        being worked on.
        """
        if self.renderer.may_prepare and reading.utterances:
            requests = self._requests(reading, windowed=True)
            first = next(each for each in requests if isinstance(each, UtteranceRequest))
            self.renderer.prepare(first.rendering)

    def plan(self, utterance: Utterance, blend: Blend, speed: float = 1.0) -> Prosody:
        """How the model would say an utterance of `read`: durations, pitch and energy.

        Durations are frames of 25 ms, one for each phoneme and for the padding at both ends; pitch
        in Hz and energy have two values for each frame. `speed` is 0.25 to 4. Change the values
        and hear them with `render`; docs/architecture.md has an example.
        """
        (prosody,) = self.renderer.plan([_plain_request(utterance, blend, speed=speed)])
        return prosody

    def render(
        self, utterance: Utterance, prosody: Prosody, blend: Blend, seed: int = 0
    ) -> Samples:
        """The sound of an utterance said with a prosody: (F * 600,) float32 at 24 kHz, untrimmed.

        F is the sum of the prosody's durations. `seed` is that of the vocoder's noise.
        `RequestError` if the prosody does not have one duration for each phoneme, and two for the
        padding.
        """
        needed = len(utterance.phonemes) + 2
        if len(prosody.durations) != needed:
            raise RequestError(
                f"This prosody has {len(prosody.durations)} durations; the utterance needs "
                f"{needed}: one for each phoneme, and the padding at both ends."
            )
        asked = _plain_request(utterance, blend, seed=seed), prosody
        (audio,) = self.renderer.render_prosody([asked])
        return audio

    def speak(
        self,
        asked: Take | Reading,
        cancelled: Callable[[], bool] = lambda: False,
        said: int = 0,
    ) -> Iterator[Segment]:
        """Segments in order, each as soon as it is rendered: for somebody who listens.

        The first utterances come in windows, the first of them 0.3 seconds long, so that the first
        sound comes soon; prosody is planned for whole sentences all the same. `said` counts the
        phonemes that were spoken before in the same stream. Closing the iterator, or `cancelled()`
        turning true, stops before the next window.

        `TextError` for a text in which nothing can be spoken, and all errors of `read`;
        `DeviceError` if the device cannot be had.
        """
        return self._segments(self._requests(self._read(asked), True, said), cancelled)

    def record(
        self, asked: Take | Reading, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[Segment]:
        """Like `speak`, one segment for each utterance, rendered whole: for files.

        Nothing is predicted, so this is the sound that the model itself makes.
        """
        return self._segments(self._requests(self._read(asked)), cancelled)

    def exact(self, reading: Reading, segments: Sequence[Segment]) -> Iterator[Segment]:
        """Streamed segments of a reading as `record` makes them, for files.

        Utterances that were rendered whole are taken as they are, the others are rendered anew. Of
        an utterance that was stopped midway, as much is returned as was streamed.
        """
        heard = {one.index: one for one in join_windows(segments)}
        requests = self._requests(reading)
        for request in takewhile(lambda each: each.index in heard, requests):
            streamed = heard[request.index]
            if streamed.exact:
                yield streamed
                continue
            (whole,) = self._segments(iter((request,)), lambda: False)
            moved = replace(
                whole,
                start_seconds=streamed.start_seconds,
                tokens=tuple(token.later(streamed.start_seconds) for token in whole.tokens),
            )
            yield moved if streamed.ends else cut_short(moved, len(streamed.audio))

    def batch(
        self,
        takes: Sequence[Take],
        progress: Callable[[int, int], None] = lambda done, of: None,
    ) -> list[list[Segment]]:
        """The segments of each take, in the order of the takes: what `record` makes, made together.

        A graphics card is filled with utterances of like length; a processor renders one after the
        other, which is fastest there. Every take is read before the first is rendered, so the
        errors of `read` and `record` come before any work. `progress(done, of)` counts different
        utterances, those from the cache included.
        """
        requests = [list(self._requests(self.read(take))) for take in takes]
        wanted = {each.key: each for take in requests for each in take}
        made = {key: sound for key, each in wanted.items() if (sound := self._known(each))}
        reused = set(made)
        progress(len(made), len(wanted))
        missing = [
            each
            for key, each in wanted.items()
            if key not in made and isinstance(each, UtteranceRequest)
        ]
        groups = list(group_by_length(missing, self.frames_together))
        answers = self.renderer.render_together(
            [[request.rendering for request in group] for group in groups]
        )
        for group, sounds in zip(groups, answers, strict=True):
            for request, sound in zip(group, sounds, strict=True):
                self.cache.put(request.key, sound)
                made[request.key] = sound
            progress(len(made), len(wanted))
        return [list(_in_a_row(take, made, reused)) for take in requests]

    def _read(self, asked: Take | Reading) -> Reading:
        return asked if isinstance(asked, Reading) else self.read(asked)

    def _requests(
        self, reading: Reading, windowed: bool = False, said: int = 0
    ) -> Iterator[UtteranceRequest | Silence]:
        return requests_of(reading, windowed, said, predictable=self.weights.known)

    def _known(self, request: UtteranceRequest | Silence) -> Rendered | None:
        """The sound of a request that need not be rendered: silence, or one from the cache."""
        return request.rendered if isinstance(request, Silence) else self.cache.get(request.key)

    def _segments(
        self, requests: Iterator[UtteranceRequest | Silence], cancelled: Callable[[], bool]
    ) -> Iterator[Segment]:
        """The renderer is given what is not known, and asked for its next window when it is due."""
        known, ahead = tee((request, self._known(request)) for request in requests)
        missing = (
            request.rendering
            for request, found in ahead
            if found is None and isinstance(request, UtteranceRequest)
        )
        made = self.renderer.render(missing, cancelled)
        samples = 0  # of the take so far; seconds would add up otherwise window by window
        for request, found in known:
            if cancelled():
                return
            began, windows = samples / SAMPLE_RATE, []
            for rendered in (found,) if found else _until_its_end(made):
                windows.append(rendered)
                segment = request.segment(rendered, samples / SAMPLE_RATE, began)
                samples += len(segment.audio)
                yield replace(segment, reused=found is not None)
            if not windows or not windows[-1].ends:  # cancelled
                return
            if isinstance(request, UtteranceRequest):
                self.cache.put(request.key, _joined(windows))


def _plain_request(
    utterance: Utterance, blend: Blend, speed: float = 1.0, seed: int = 0
) -> RenderRequest:
    """An utterance without edits, to plan it or to render it with a given prosody."""
    phonemes = utterance.phonemes
    return RenderRequest(phonemes, style_row(styles_of(blend), phonemes), speed, seed)


def _until_its_end(made: Iterator[Rendered]) -> Iterator[Rendered]:
    """The next utterance's windows."""
    for rendered in made:
        yield rendered
        if rendered.ends:
            return


def _joined(windows: Sequence[Rendered]) -> Rendered:
    if len(windows) == 1:
        return windows[0]
    return replace(windows[-1], audio=np.concatenate([window.audio for window in windows]))


def _in_a_row(
    requests: Sequence[UtteranceRequest | Silence],
    made: Mapping[Key, Rendered],
    reused: Collection[Key],
) -> Iterator[Segment]:
    samples = 0
    for request in requests:
        start_seconds = samples / SAMPLE_RATE
        segment = request.segment(made[request.key], start_seconds, start_seconds)
        samples += len(segment.audio)
        yield replace(segment, reused=request.key in reused)

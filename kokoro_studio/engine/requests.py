"""A take as requests: its utterances and pauses, each with all that determines its sound."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
from torch import Tensor

from ..audio import SAMPLE_RATE, silence
from ..text import Boundary, Pause, Utterance, phonemize, segment
from ..voices import (
    Blend,
    Style,
    is_released,
    loudness_gain,
    pack_sha256,
    style_for,
    style_path,
)
from .edits import Edit, edits_of, pause_after
from .joins import AS_USUAL, Pauses, pause_seconds
from .reading import PassageReading, Reading, check_speakable
from .renderers import ReferenceSentence, Rendered, RenderRequest
from .segment import Segment, time_tokens
from .sentences import SENTENCES
from .take import Take
from .workers import alone

Key = tuple[object, ...]

_ENDINGS = tuple(".!?…,;:—”)")
_FRAMES_PER_PHONEME = 3  # about, at normal speed
_FRAMES_OF_PADDING = 30
# An utterance is streamed in windows until what was said before it is this many times as long:
# after that, whoever listens still hears the rest while it is rendered whole.
_LEAD = 2
# Norms that measure only a word distort it: shorter utterances are rendered with the statistics of
# a sentence in the same voice. docs/prosody.md has what a recogniser hears of them.
SHORT_PHONEMES = 12


@dataclass(frozen=True)
class UtteranceRequest:
    """An utterance of a take: what a renderer is given, and what is done with the sound."""

    utterance: Utterance
    rendering: RenderRequest
    voice: str  # hash of the voice's styles
    gain: float = 1.0  # times the amplitude, after rendering
    pauses: Pauses = AS_USUAL

    @property
    def index(self) -> int:
        return self.utterance.index

    @property
    def phonemes(self) -> str:
        return self.utterance.phonemes

    @property
    def key(self) -> Key:
        """Equal keys are equal sounds in one engine."""
        asked = self.rendering
        edited = (asked.edits, asked.tokens) if asked.edits else ()
        how = asked.windowed, asked.sentence.phonemes if asked.sentence else ""
        return self.voice, self.phonemes, asked.speed, asked.seed, how, edited

    @property
    def about_frames(self) -> int:
        """Frames of 25 ms that the sound will have, estimated."""
        frames = len(self.phonemes) * _FRAMES_PER_PHONEME / self.rendering.speed
        return round(frames) + _FRAMES_OF_PADDING

    @property
    def renders_alone(self) -> bool:
        """Whether it can only be rendered by itself.

        Its style moves over its own time, or it takes the statistics of another sentence.
        """
        return len(self.rendering.style.timbre) > 1 or self.rendering.sentence is not None

    def segment(self, rendered: Rendered, start_seconds: float, began: float) -> Segment:
        """The sound of this utterance, or a window of it that starts then.

        `began` is where the utterance starts, in seconds of the take too.
        """
        first = start_seconds == began
        kept_seconds = (rendered.last - rendered.first) / SAMPLE_RATE
        timed = time_tokens(
            self.utterance.tokens,
            rendered.durations,
            offset=began - rendered.first / SAMPLE_RATE,
            limit=began + kept_seconds,
        )
        stop_seconds = start_seconds + len(rendered.audio) / SAMPLE_RATE
        audio = rendered.audio if self.gain == 1 else rendered.audio * np.float32(self.gain)
        return Segment(
            index=self.index,
            audio=np.concatenate((audio, silence(self.pause_seconds))) if rendered.ends else audio,
            start_seconds=start_seconds,
            phonemes=self.phonemes if first else "",
            tokens=tuple(
                token
                for token in timed
                if (first or token.start_seconds >= start_seconds)
                and (rendered.ends or token.start_seconds < stop_seconds)
            ),
            seed=self.rendering.seed,
            ends=rendered.ends,
            # With the statistics of a sentence, windows and the whole are the same sound.
            exact=not self.rendering.windowed or self.rendering.sentence is not None,
        )

    @property
    def pause_seconds(self) -> float:
        """Of silence after it: what an edit says, else what ended it."""
        edited = pause_after(self.rendering.edits, self.utterance)
        if edited is not None:
            return edited
        boundary = Boundary(self.utterance.boundary)
        return pause_seconds(boundary, self.rendering.speed, self.pauses)


@dataclass(frozen=True)
class Silence:
    """A pause among the utterances of a take."""

    index: int
    seconds: float

    @property
    def key(self) -> Key:
        return "silence", self.seconds

    @property
    def rendered(self) -> Rendered:
        audio = silence(self.seconds)
        return Rendered(audio, 0, len(audio), ())

    def segment(self, rendered: Rendered, start_seconds: float, began: float) -> Segment:
        return Segment(self.index, rendered.audio, start_seconds, "", (), 0)


def requests_of(
    reading: Reading, windowed: bool = False, said: int = 0, predictable: bool = True
) -> Iterator[UtteranceRequest | Silence]:
    """In order, each as soon as it is read. `TextError` or `VoiceError` before the first.

    `windowed`: the first of them are to be rendered in windows; `said` counts the phonemes that
    were spoken before this reading. `predictable`: these weights have a predictor of statistics.
    """
    check_speakable(reading)
    speaker: _Speaker | None = None
    earlier: Counter[str] = Counter()
    for index, step in enumerate(reading.steps):
        if isinstance(step, Pause):
            yield Silence(index, step.seconds)
            continue
        passage, utterance = step
        if speaker is None or speaker.passage is not passage:
            speaker = _speaker(reading.take, passage, predictable)
        phonemes = utterance.phonemes
        yield speaker.request(
            utterance,
            seed=utterance_seed(reading.take.seed, phonemes, earlier[phonemes]),
            edits=edits_of(reading.take.edits, utterance),
            windowed=windowed and said < _LEAD * len(phonemes),
        )
        earlier[phonemes] += 1
        said += len(phonemes)


@dataclass(frozen=True)
class _Speaker:
    """Voice, speed and edits that all utterances of a passage share."""

    passage: PassageReading
    styles: Tensor = field(compare=False)  # a style path
    voice: str  # the hash of `styles`
    predictable: bool  # whether norm statistics can be predicted for this voice
    edits: tuple[Edit, ...]
    gain: float
    pauses: Pauses

    def request(
        self, utterance: Utterance, seed: int, edits: tuple[Edit, ...], windowed: bool
    ) -> UtteranceRequest:
        phonemes = utterance.phonemes
        edits += self.edits
        sentence = None
        if self.predictable and len(phonemes) < SHORT_PHONEMES:
            sentence = self.sentence
            if not phonemes.endswith(_ENDINGS):
                phonemes += "."  # for the model alone: the text has none
        rendering = RenderRequest(
            phonemes,
            style_row(self.styles, phonemes),
            self.passage.speed,
            seed,
            edits,
            tokens=utterance.tokens if edits else (),
            windowed=windowed and self.predictable,
            sentence=sentence,
        )
        return UtteranceRequest(utterance, rendering, self.voice, self.gain, self.pauses)

    @cached_property
    def sentence(self) -> ReferenceSentence:
        phonemes = sentence_of(self.passage.language)
        return ReferenceSentence(self.voice, phonemes, style_row(self.styles, phonemes))


def _speaker(take: Take, passage: PassageReading, predictable: bool) -> _Speaker:
    """Who speaks a passage.

    Statistics cannot be predicted without a predictor, for a voice from a file, and for a morph,
    whose style moves over the utterance: those are rendered whole.
    """
    styles = styles_of(passage.blend)
    predictable = predictable and len(styles) == 1 and is_released(passage.blend)
    shift = passage.style.pitch_semitones
    edits = (Edit("shift_pitch", shift),) if shift else ()
    gain = passage.style.gain
    if take.equal_loudness:
        gain *= loudness_gain(passage.blend)
    return _Speaker(passage, styles, pack_sha256(styles), predictable, edits, gain, take.pauses)


def styles_of(blend: Blend) -> Tensor:
    """The style path, mixed by the calling thread alone."""
    with alone():
        return style_path(blend)


def style_row(styles: Tensor, phonemes: str) -> Style:
    """The style for so many phonemes, of a style path (K, 510, 256).

    A copy: to pickle a view takes the whole path along, half a megabyte or more.
    """
    return Style(*(half.clone() for half in style_for(styles, len(phonemes))))


@cache
def sentence_of(language: str) -> str:
    """Phonemes of a sentence in that language."""
    return segment(phonemize(SENTENCES[language], language))[0].phonemes


def utterance_seed(seed: int, phonemes: str, earlier: int) -> int:
    """A seed of its own for each utterance: changing one leaves the grain of the others alone.

    `earlier` counts the take's utterances before it with the same phonemes.
    """
    key = f"{seed}\0{phonemes}\0{earlier}".encode()
    return int.from_bytes(hashlib.sha256(key).digest()[:8], "big") >> 1


def group_by_length(
    requests: Sequence[UtteranceRequest], frames: int
) -> Iterator[list[UtteranceRequest]]:
    """Requests to render together, of like length, within so many frames with their padding.

    One that is too long by itself, or has to be rendered alone, makes a group of its own.
    """
    group: list[UtteranceRequest] = []
    for request in sorted(requests, key=lambda each: each.about_frames):
        if group and (request.renders_alone or request.about_frames * (len(group) + 1) > frames):
            yield group
            group = []
        if request.renders_alone:
            yield [request]
        else:
            group.append(request)
    if group:
        yield group

"""A take in parts: its utterances, each with all that determines its sound."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

import numpy as np
from torch import Tensor

from ..audio import SAMPLE_RATE, silence
from ..text import Boundary, Pause, Utterance, phonemize, segment
from ..voices import Blend, is_released, loudness_gain, pack_sha256, style_path
from .cache import Rendered
from .edits import Edit, edits_of, pause_after
from .joins import AS_USUAL, Pauses, pause_seconds
from .reading import PassageReading, Reading, check_speakable
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
class Part:
    utterance: Utterance
    styles: Tensor = field(compare=False)  # a style path
    voice: str  # the hash of `styles`
    speed: float
    seed: int  # of this utterance
    edits: tuple[Edit, ...] = ()  # that touch it
    windowed: bool = False  # rendered in windows, with predicted statistics
    sentence: str = ""  # phonemes of one whose statistics it is rendered with; '': its own
    gain: float = 1.0  # times the amplitude, after rendering
    pauses: Pauses = AS_USUAL

    @property
    def index(self) -> int:
        return self.utterance.index

    @property
    def phonemes(self) -> str:
        return self.utterance.phonemes

    @property
    def symbols(self) -> str:
        """Symbols for the model: a short line gets a full stop if it ends without a mark."""
        bare = self.sentence and not self.phonemes.endswith(_ENDINGS)
        return f"{self.phonemes}." if bare else self.phonemes

    @property
    def key(self) -> Key:
        """Equal keys are equal sounds in one engine."""
        edited = (self.edits, self.utterance.tokens) if self.edits else ()
        rendering = self.windowed, self.sentence
        return self.voice, self.phonemes, self.speed, self.seed, rendering, edited

    @property
    def about_frames(self) -> int:
        return round(len(self.phonemes) * _FRAMES_PER_PHONEME / self.speed) + _FRAMES_OF_PADDING

    def segment(self, rendered: Rendered, start_seconds: float, began: float) -> Segment:
        """The sound of this part, or a window of it that starts then.

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
            seed=self.seed,
            ends=rendered.ends,
            # With the statistics of a sentence, windows and the whole are the same sound.
            exact=not self.windowed or bool(self.sentence),
        )

    @property
    def pause_seconds(self) -> float:
        """Of silence after it: what an edit says, else what ended it."""
        edited = pause_after(self.edits, self.utterance)
        if edited is not None:
            return edited
        return pause_seconds(Boundary(self.utterance.boundary), self.speed, self.pauses)


@dataclass(frozen=True)
class Silence:
    """A pause among the parts of a take."""

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


def parts_of(
    reading: Reading, windowed: bool = False, said: int = 0, predictable: bool = True
) -> Iterator[Part | Silence]:
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
        yield speaker.part(
            utterance,
            seed=utterance_seed(reading.take.seed, phonemes, earlier[phonemes]),
            edits=edits_of(reading.take.edits, utterance),
            windowed=windowed and said < _LEAD * len(phonemes),
        )
        earlier[phonemes] += 1
        said += len(phonemes)


@dataclass(frozen=True)
class _Speaker:
    """Voice, speed and edits that all parts of a passage share."""

    passage: PassageReading
    styles: Tensor
    voice: str  # the hash of `styles`
    predictable: bool
    edits: tuple[Edit, ...]
    gain: float
    pauses: Pauses

    def part(
        self, utterance: Utterance, seed: int, edits: tuple[Edit, ...], windowed: bool
    ) -> Part:
        brief = self.predictable and len(utterance.phonemes) < SHORT_PHONEMES
        return Part(
            utterance,
            self.styles,
            self.voice,
            self.passage.speed,
            seed,
            edits + self.edits,
            windowed and self.predictable,
            sentence_of(self.passage.language) if brief else "",
            self.gain,
            self.pauses,
        )


def _speaker(take: Take, passage: PassageReading, predictable: bool) -> _Speaker:
    """Without a predictor, of a voice from a file and of a morph, whose style moves over the
    utterance, nothing can be predicted: all is rendered whole."""
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


def groups(parts: Sequence[Part], frames: int) -> Iterator[list[Part]]:
    """Parts to render together, of like length, within so many frames with their padding.

    One that is too long by itself, whose style moves over its own time, or that is rendered with
    the statistics of a sentence, goes alone.
    """
    group: list[Part] = []
    for part in sorted(parts, key=lambda part: part.about_frames):
        alone = len(part.styles) > 1 or bool(part.sentence)
        if group and (alone or part.about_frames * (len(group) + 1) > frames):
            yield group
            group = []
        if alone:
            yield [part]
        else:
            group.append(part)
    if group:
        yield group

"""A take in parts: its utterances, each with all that determines its sound."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from torch import Tensor

from ..audio import SAMPLE_RATE, silence
from ..text import Boundary, Utterance
from ..voices import pack_sha256, style_path
from .cache import Rendered
from .joins import PAUSE_SECONDS
from .segment import Segment, time_tokens
from .take import Take, begin_take

Key = tuple[str, str, float, int]  # voice, phonemes, speed, seed

_FRAMES_PER_PHONEME = 3  # about, at normal speed
_FRAMES_OF_PADDING = 30


@dataclass(frozen=True)
class Part:
    utterance: Utterance
    count: int | None  # of the take's parts
    styles: Tensor = field(compare=False)  # a style path
    voice: str  # the hash of `styles`
    speed: float
    seed: int  # of this utterance

    @property
    def phonemes(self) -> str:
        return self.utterance.phonemes

    @property
    def key(self) -> Key:
        """Equal keys are equal sounds in one engine."""
        return self.voice, self.phonemes, self.speed, self.seed

    @property
    def about_frames(self) -> int:
        return round(len(self.phonemes) * _FRAMES_PER_PHONEME / self.speed) + _FRAMES_OF_PADDING

    def segment(self, rendered: Rendered, start_seconds: float, reused: bool) -> Segment:
        offset = start_seconds - rendered.trimmed / SAMPLE_RATE
        ends = start_seconds + len(rendered.audio) / SAMPLE_RATE
        pause = silence(PAUSE_SECONDS[Boundary(self.utterance.boundary)] / self.speed)
        return Segment(
            index=self.utterance.index,
            count=self.count,
            audio=np.concatenate((rendered.audio, pause)),
            start_seconds=start_seconds,
            phonemes=self.phonemes,
            tokens=time_tokens(self.utterance.tokens, rendered.durations, offset, ends),
            seed=self.seed,
            reused=reused,
        )


def parts_of(take: Take) -> Iterator[Part]:
    """In order, each as soon as it is read. `TextError` or `VoiceError` before the first."""
    utterances, count = begin_take(take)
    styles = style_path(take.blend)
    voice = pack_sha256(styles)
    earlier: Counter[str] = Counter()
    for utterance in utterances:
        seed = utterance_seed(take.seed, utterance.phonemes, earlier[utterance.phonemes])
        earlier[utterance.phonemes] += 1
        yield Part(utterance, count, styles, voice, take.speed, seed)


def utterance_seed(seed: int, phonemes: str, earlier: int) -> int:
    """A seed of its own for each utterance: changing one leaves the grain of the others alone.

    `earlier` counts the take's utterances before it with the same phonemes.
    """
    key = f"{seed}\0{phonemes}\0{earlier}".encode()
    return int.from_bytes(hashlib.sha256(key).digest()[:8], "big") >> 1


def groups(parts: Sequence[Part], frames: int) -> Iterator[list[Part]]:
    """Parts to render together, of like length, within so many frames with their padding.

    One that is too long by itself, or whose style moves over its own time, goes alone.
    """
    group: list[Part] = []
    for part in sorted(parts, key=lambda part: part.about_frames):
        alone = len(part.styles) > 1
        if group and (alone or part.about_frames * (len(group) + 1) > frames):
            yield group
            group = []
        if alone:
            yield [part]
        else:
            group.append(part)
    if group:
        yield group

"""Clips of any rate, mono: read from files within bounds, kept without loss, resampled."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from math import gcd
from typing import Any

import numpy as np

from ..errors import RequestError
from .samples import Samples

SLOWEST_RATE, FASTEST_RATE = 8_000, 192_000  # Hz
PLAYED_RATE = 48_000  # Hz, the highest in a browser: sound at a higher rate is resampled to it
FAINT = 10 ** (-60 / 20)  # of full scale: sound that never rises above it counts as silence
_FULL_SCALE = 2**23  # steps of 24 bits; float32 holds each of them exactly
_CHANNELS = 2
# Formats by soundfile's names; it could read two dozen rarer ones.
CONTAINERS = ("WAV", "WAVEX", "FLAC", "OGG", "MP3", "MPEG")


class NotAudio(RequestError):
    """A file that cannot be read as sound at all."""


@dataclass(frozen=True)
class Clip:
    samples: Samples  # (n,) float32
    rate: int  # Hz
    made: Mapping[str, Any] = field(default_factory=dict)  # how, for the record

    @property
    def seconds(self) -> float:
        return len(self.samples) / self.rate


def decode(data: bytes, shown: str, longest_seconds: float) -> Clip:
    """The sound of a file, its channels averaged. Tags and pictures are ignored.

    `RequestError` for anything that is not sound, or is too long; it names the file as `shown`.
    """
    import soundfile

    try:
        with soundfile.SoundFile(io.BytesIO(data)) as file:
            if file.format not in CONTAINERS:
                raise NotAudio(f"{shown} is {file.format}; use WAV, FLAC, MP3, Ogg or Opus.")
            check_shape(shown, file.samplerate, file.channels)
            rate = file.samplerate
            # The length in a header may be false: read what is allowed and one sample more.
            frames = file.read(round(longest_seconds * rate) + 1, "float32", always_2d=True)
    except (soundfile.SoundFileError, RuntimeError, ValueError, OverflowError) as error:
        raise NotAudio(
            f"{shown} is not sound that can be read; use WAV, FLAC, MP3, Ogg or Opus."
        ) from error
    return checked(Clip(frames.mean(axis=1), rate), shown, longest_seconds)


def check_shape(shown: str, rate: int, channels: int) -> None:
    if not SLOWEST_RATE <= rate <= FASTEST_RATE:
        raise RequestError(
            f"{shown} has {rate:,} samples a second; use {SLOWEST_RATE:,} to {FASTEST_RATE:,}."
        )
    if channels > _CHANNELS:
        raise RequestError(f"{shown} has {channels} channels; use one or two.")


def checked(sound: Clip, shown: str, longest_seconds: float, shortest_seconds: float = 0.2) -> Clip:
    """The same sound; `RequestError` for a rate, length or values that are not fit to listen to."""
    check_shape(shown, sound.rate, 1)
    if sound.seconds > longest_seconds:
        raise RequestError(f"{shown} is longer than {longest_seconds:g} s.")
    if sound.seconds < shortest_seconds:
        raise RequestError(f"{shown} is shorter than {shortest_seconds:g} s.")
    if not np.isfinite(sound.samples).all():
        raise RequestError(f"{shown} holds values that are not finite numbers.")
    if np.abs(sound.samples).max() < FAINT:
        raise RequestError(f"{shown} is silent.")
    return sound


def resampled(sound: Clip, rate: int) -> Clip:
    """At another rate, by a polyphase filter with linear phase."""
    if rate == sound.rate:
        return sound
    from scipy.signal import resample_poly

    common = gcd(rate, sound.rate)
    samples = resample_poly(sound.samples, rate // common, sound.rate // common)
    return replace(sound, samples=samples.astype(np.float32), rate=rate)


def keepable(sound: Clip) -> Clip:
    """The sound in steps of 24 bits, as a file keeps it, at no more than 48 kHz.

    What is louder than full scale is lowered as a whole rather than clipped.
    """
    sound = resampled(sound, min(sound.rate, PLAYED_RATE))
    peak = max(float(np.abs(sound.samples).max(initial=0)), 1.0)
    return replace(sound, samples=_from_steps(_to_steps(sound.samples / peak)))


def clip_sha256(sound: Clip) -> str:
    """The hash of the sound, independent of its file format: the rate, then the 24-bit steps."""
    heard = f"{sound.rate}\n".encode() + _to_steps(sound.samples).astype("<i4").tobytes()
    return hashlib.sha256(heard).hexdigest()


def to_flac(sound: Clip) -> bytes:
    """FLAC of 24 bits, without a comment; `from_flac` gives a keepable sound back exactly."""
    import soundfile

    buffer = io.BytesIO()
    steps = _to_steps(sound.samples) << 8  # soundfile aligns at the top of 32 bits
    soundfile.write(buffer, steps, sound.rate, format="FLAC", subtype="PCM_24")
    return buffer.getvalue()


def from_flac(data: bytes) -> Clip | None:
    """None for a file that is damaged."""
    import soundfile

    try:
        steps, rate = soundfile.read(io.BytesIO(data), dtype="int32")
    except (soundfile.SoundFileError, RuntimeError):
        return None
    return Clip(_from_steps(steps >> 8), rate)


def _to_steps(samples: Samples) -> np.ndarray:
    steps = np.round(samples.astype(np.float64) * _FULL_SCALE)
    return np.clip(steps, -_FULL_SCALE, _FULL_SCALE - 1).astype(np.int32)


def _from_steps(steps: np.ndarray) -> Samples:
    return (steps / _FULL_SCALE).astype(np.float32)

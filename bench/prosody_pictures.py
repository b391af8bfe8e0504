"""Pictures of openings for `bench.prosody`: spectrogram and pitch, streamed above whole."""

from __future__ import annotations

import io
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

import numpy as np

from bench.fit_statistics import log_mel
from bench.prosody_measures import HIGHEST_HZ, ROOT, floored, join, joins_of, pitch_of, readings
from kokoro_studio import Engine
from kokoro_studio.audio import SAMPLE_RATE, Samples
from kokoro_studio.model import SAMPLES_PER_PITCH_FRAME

PICTURES = ROOT / "docs" / "images" / "prosody"
PICTURED, PICTURES_EACH, PICTURE_SECONDS = "abfjz", 2, 2.5
PITCH_RATE = SAMPLE_RATE // SAMPLES_PER_PITCH_FRAME  # frames a second
COLOURS = 16  # of a picture


def draw_pictures(engine: Engine) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for language in PICTURED:
        for number, reading in enumerate(islice(readings(engine, language), PICTURES_EACH), 1):
            windows = list(engine.speak(reading))
            sounds = join(windows).audio, join(engine.record(reading)).audio
            joins = np.array(joins_of(windows)) / SAMPLE_RATE
            name = f"{language}{number}-{reading.take.voice}"
            size = draw(PICTURES / f"{name}.png", reading.take.voice, sounds, joins)
            print(name, f"{size / 1000:.0f} kB", flush=True)


def draw(path: Path, voice: str, sounds: Sequence[Samples], joins: np.ndarray) -> int:
    """Spectrogram and pitch, one sound above the other. Bytes of the file."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot
    from PIL import Image

    figure, axes = pyplot.subplots(2, 1, figsize=(11.25, 6.25), sharex=True, layout="constrained")
    for axis, sound, name in zip(axes, sounds, ("streamed", "whole"), strict=True):
        opening = sound[: round(PICTURE_SECONDS * SAMPLE_RATE)]
        draw_sound(axis, opening, joins[joins < PICTURE_SECONDS])
        axis.set_title(f"{voice}, {name}", loc="left", fontsize=10)
    axes[1].set_xlabel("seconds")
    drawn = io.BytesIO()
    figure.savefig(drawn, dpi=80)
    pyplot.close(figure)
    Image.open(drawn).convert("RGB").quantize(COLOURS).save(path, optimize=True)
    return path.stat().st_size


def draw_sound(axis, opening: Samples, joins: np.ndarray) -> None:
    """The spectrogram is that of `log_mel`: 80 bands, each 10 ms, 60 dB deep."""
    spectrogram = floored(log_mel(opening))
    bands, _ = spectrogram.shape
    axis.imshow(
        spectrogram, cmap="magma", aspect="auto", origin="lower", interpolation="nearest",
        extent=(0, len(opening) / SAMPLE_RATE, 0, bands),
    )  # fmt: skip
    hertz = np.array([0, 500, 1000, 2000, 4000, 8000])
    axis.set_yticks(bands * np.log10(1 + hertz / 700) / np.log10(1 + 12_000 / 700), hertz)
    axis.set(xlim=(0, PICTURE_SECONDS), ylabel="Hz")
    for seconds in joins:
        axis.axvline(seconds, color="white", linestyle="--")
    pitch, pitch_hz = axis.twinx(), pitch_of(opening)
    pitch.plot(np.arange(len(pitch_hz)) / PITCH_RATE, pitch_hz, color="white", linewidth=2)
    pitch.set(ylim=(0, HIGHEST_HZ), ylabel="pitch, Hz")

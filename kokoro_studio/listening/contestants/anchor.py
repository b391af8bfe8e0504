"""espeak-ng as the low anchor: formant synthesis, understandable and clearly not human.

It runs in a process of its own, because phonemizer uses the same library, which has global state,
in this process; and because a text that crashes it must not crash the studio.
"""

from __future__ import annotations

import contextlib
import io
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np

from ...audio import Samples
from ...audio.clip import Clip
from ...engine import Engine
from .contestant import LONGEST_SECONDS, Contestant, ContestantError

# espeak-ng's voices; `en` is British.
VOICES = {
    "a": "en-us", "b": "en", "e": "es", "f": "fr", "h": "hi",
    "i": "it", "j": "ja", "p": "pt-br", "z": "cmn",
}  # fmt: skip
RATE = 22_050  # Hz
_PATIENCE_SECONDS = 20
_PROGRAM = Path(__file__).with_name("anchor_process.py")


def anchor_contestant() -> Contestant:
    recipe = {"program": "espeak-ng", "version": version("espeakng-loader")}
    return Contestant("anchor", "espeak-ng · robot", recipe)


def perform_anchor(
    contestant: Contestant, text: str, language: str, seed: int, engine: Engine
) -> Clip:
    if contestant.id != anchor_contestant().id:
        raise ContestantError(f"{contestant.name} was another version of espeak-ng than is here.")
    try:
        samples = synthesise(_kana(text) if language == "j" else text, VOICES[language])
    except (OSError, subprocess.SubprocessError) as error:
        raise ContestantError(f"{contestant.name} could not say the text.") from error
    return Clip(samples, RATE, {"voice": VOICES[language]})


def synthesise(text: str, voice: str, patience_seconds: float = _PATIENCE_SECONDS) -> Samples:
    """(n,) float32 at 22,050 Hz; a `SubprocessError` if the process fails or takes too long."""
    import espeakng_loader

    # -I and -S: only the standard library, so that it starts in a few hundredths of a second.
    command = [
        sys.executable, "-I", "-S", str(_PROGRAM), espeakng_loader.get_library_path(),
        espeakng_loader.get_data_path(), voice, str(round((LONGEST_SECONDS + 1) * RATE)),
    ]  # fmt: skip
    done = subprocess.run(
        command, input=text.encode(), capture_output=True, timeout=patience_seconds, check=True
    )
    samples: Samples = np.frombuffer(done.stdout, "<i2").astype(np.float32)
    samples /= 2**15
    return samples


def _kana(text: str) -> str:
    """espeak-ng reads kana alone; of any other character it says that it is Chinese."""
    with contextlib.redirect_stdout(io.StringIO()):  # a notice about an optional package
        import pyopenjtalk
    return str(pyopenjtalk.g2p(text, kana=True))

"""Stimuli: every contestant's performances, each rendered once.

A file that is lost or damaged is rendered again; should it then sound otherwise, the old row stays
for the votes that name its hash.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from dataclasses import asdict

from ...audio.clip import Clip, clip_sha256, keepable
from ...audio.edges import RULE, cut, find_edges
from ...audio.loudness import measure_level
from ...engine import Engine
from ...version import versions
from ..contestants.contestant import Contestant, ContestantError, digest
from ..contestants.kinds import perform
from .stimulus import Stimulus, find_stimulus, keep_stimulus

FORMAT = "kokoro-studio-stimulus/1"
_VERSIONED = ("numpy", "pyloudnorm", "scipy", "soundfile")
_QUIETEST_LUFS = -70.0  # BS.1770 counts nothing below


class Stimuli:
    """All stimuli of a studio. Safe to share between threads."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self._making: dict[str, Future[Stimulus]] = {}
        self._lock = threading.Lock()

    def get(self, contestant: Contestant, text: str, language: str, seed: int) -> Stimulus:
        """The stimulus, rendered now unless it is kept already.

        Whoever asks for one that is being rendered waits for it, and shares its failure.
        `ContestantError` if the contestant could not perform.
        """
        stimulus_id = stimulus_id_for(contestant, text, language, seed)
        with self._lock:
            future = self._making.get(stimulus_id)
            if mine := future is None:
                future = self._making[stimulus_id] = Future()
        if not mine:
            return future.result()
        try:
            stimulus = find_stimulus(stimulus_id) or self._make(
                stimulus_id, contestant, text, language, seed
            )
            future.set_result(stimulus)
            return stimulus
        except BaseException as error:
            future.set_exception(error)
            raise
        finally:
            with self._lock:
                del self._making[stimulus_id]

    def _make(
        self, stimulus_id: str, contestant: Contestant, text: str, language: str, seed: int
    ) -> Stimulus:
        whole = keepable(perform(contestant, text, language, seed, self.engine))
        trim = find_edges(whole.samples, whole.rate)
        sound = keepable(Clip(cut(whole.samples, whole.rate, trim), whole.rate))
        level = measure_level(sound.samples, sound.rate)
        # Both, since one that is quiet as a whole may have a single loud click.
        if not min(level.lufs, level.ungated_lufs) > _QUIETEST_LUFS:
            raise ContestantError(f"What {contestant.name} said is silent.")
        manifest = {
            "format": FORMAT,
            "contestant": {"id": contestant.id, **contestant.to_json()},
            "text": text,
            "language": language,
            "seed": seed,
            "rate": sound.rate,
            "trim": {
                "rule": RULE,
                **asdict(trim),
                "audible_seconds": round((trim.heard_last - trim.heard_first) / whole.rate, 3),
            },
            "level": asdict(level),
            "versions": versions(_VERSIONED),
            "made": dict(whole.made),
        }
        stimulus = Stimulus(
            stimulus_id, contestant.id, text, language, seed, sound.rate,
            sound.seconds, level, clip_sha256(sound), manifest,
        )  # fmt: skip
        keep_stimulus(stimulus, sound)
        return stimulus


def stimulus_id_for(contestant: Contestant, text: str, language: str, seed: int) -> str:
    return digest([contestant.id, text, language, seed, RULE])

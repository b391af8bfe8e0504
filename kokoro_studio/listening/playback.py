"""The sound of trials, by token and label, and trials without a vote."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Sequence

from ..errors import StudioError
from .contestants.contestant import Contestant
from .stimuli.rendering import Stimuli
from .stimuli.sides import side_gains, side_wav, unlock_seconds
from .stimuli.stimulus import Stimulus, find_stimulus
from .trials import Side, Trial, again, find_trial

SEED = 0  # of every stimulus, so that all contestants are treated alike and renders repeat
LABELS = "ABCDEFGH"
_FILES_KEPT = 64  # files of sides that were sent, because browsers ask for a file twice
_UNKEPT = 256  # trials


class Playback:
    """The sound of trials. Safe to share between threads."""

    def __init__(self, stimuli: Stimuli):
        self.stimuli = stimuli
        self._unkept: OrderedDict[str, Trial] = OrderedDict()
        self._files: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def quick(self, contestants: Sequence[Contestant], text: str, language: str) -> Trial:
        """A trial without a vote, which is not kept; `ContestantError` if a contestant fails."""
        made = [self.stimuli.get(one, text, language, SEED) for one in contestants]
        trial = Trial(
            session="", listener="", kind="quick", part="rated", number=1,
            sides=sides_of(made, LABELS[: len(made)]), text=text, language=language,
        )  # fmt: skip
        self._keep(trial)
        return trial

    def replay(self, trial: Trial) -> Trial:
        """The sides of a trial under a new token, to be heard again without a vote."""
        copy = again(trial)
        self._keep(copy)
        return copy

    def _keep(self, trial: Trial) -> None:
        with self._lock:
            self._unkept[trial.token] = trial
            while len(self._unkept) > _UNKEPT:
                self._unkept.popitem(last=False)

    def wav(self, token: str, label: str) -> bytes | None:
        """The WAV file of a side of a trial; None for an unknown or expired token."""
        with self._lock:
            trial = self._unkept.get(token)
        trial = trial or find_trial(token)
        if trial is None or trial.expired:
            return None
        with self._lock:
            if kept := self._files.get((token, label)):
                return kept
        index = next((at for at, side in enumerate(trial.sides) if side.label == label), None)
        made = [find_stimulus(side.stimulus, side.sha256) for side in trial.sides]
        if index is None or not all(made):
            return None
        try:
            data = side_wav([one for one in made if one], index, trial.sides[index].seed)
        except StudioError:  # deleted meanwhile; the error would name the contestant
            return None
        with self._lock:
            self._files[token, label] = data
            while len(self._files) > _FILES_KEPT:
                self._files.popitem(last=False)
        return data


def sides_of(made: Sequence[Stimulus], labels: Sequence[str]) -> tuple[Side, ...]:
    """Sides at equal loudness, each with its own dither."""
    # Equal for all sides: the time to unlock X must not tell what X is.
    needed = round(max(unlock_seconds(one) for one in made), 2)
    return tuple(
        Side(
            label, one.contestant, one.id, one.sha256, round(gain, 3), secrets.randbits(32), needed
        )
        for label, one, gain in zip(labels, made, side_gains(made), strict=True)
    )

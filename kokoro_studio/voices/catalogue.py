"""The released voices, as `voices/catalogue.json` lists them."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import VoiceError

VOICES_FOLDER = Path(__file__).resolve().parents[2] / "voices"


@dataclass(frozen=True)
class Voice:
    id: str  # `af_heart`: language letter, gender letter, name
    name: str
    language: str  # a b e f h i j p z
    gender: str  # female | male
    traits: str  # a few words, measured and heard
    grade: str  # upstream's own grade of quality, A to F+; '' where it gives none
    licence: str
    sha256: str  # of the pack's raw little-endian float32 values

    @property
    def path(self) -> Path:
        return VOICES_FOLDER / f"{self.id}.pt"


@cache
def _catalogue() -> dict[str, Voice]:
    rows = json.loads((VOICES_FOLDER / "catalogue.json").read_text(encoding="utf-8"))
    return {row["id"]: Voice(**row) for row in rows}


class _Catalogue(Mapping[str, Voice]):
    """All voices by id, in the order of the catalogue; read from disk at first use."""

    def __getitem__(self, voice_id: str) -> Voice:
        return _catalogue()[voice_id]

    def __iter__(self) -> Iterator[str]:
        return iter(_catalogue())

    def __len__(self) -> int:
        return len(_catalogue())


VOICES: Mapping[str, Voice] = _Catalogue()


def find_voice(voice_id: str, position: int | None = None) -> Voice:
    """The voice of that id; `VoiceError` with the nearest names if there is none."""
    if voice_id in VOICES:
        return VOICES[voice_id]
    near = difflib.get_close_matches(voice_id, VOICES, n=3, cutoff=0.5)
    hint = f"did you mean {', '.join(near)}?" if near else "take one of the 54, such as af_heart."
    raise VoiceError(f"There is no voice {voice_id[:60]!r}; {hint}", position)


def voice_label(voice: Voice) -> str:
    """One line for a list: `Heart · female · warm, close`."""
    return " · ".join(filter(None, (voice.name, voice.gender, voice.traits)))

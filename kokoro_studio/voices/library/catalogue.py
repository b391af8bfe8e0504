"""The released voices, as `voices/catalogue.json` lists them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]
_INSTALLED, _BESIDE = _PACKAGE / "packs", _PACKAGE.parent / "voices"
VOICES_FOLDER = _INSTALLED if _INSTALLED.is_dir() else _BESIDE


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


def voice_label(voice: Voice) -> str:
    """One line for a list: `George · high male voice · warm, unhurried`."""
    return f"{voice.name} · {describe_traits(voice)}"


def describe_traits(voice: Voice) -> str:
    """`high male voice · warm, unhurried`: high or low among voices of its sex."""
    heights = [trait for trait in voice.traits.split(", ") if trait in ("high", "low")]
    others = [trait for trait in voice.traits.split(", ") if trait not in heights]
    kind = " ".join([*heights, voice.gender, "voice"])
    return " · ".join(filter(None, (kind, ", ".join(others))))

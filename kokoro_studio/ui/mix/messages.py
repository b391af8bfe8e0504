"""The events of the Mix tab's own components."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import fields as fields_in

from ...voices import METHODS
from ...voices.mixing.formula import MAX_STAGES
from ..shell.messages import Fields, Pairs, malformed, number_field, pairs_of, text_field

MAX_CHANNELS = 60


@dataclass(frozen=True)
class DeskStage:
    """One stage of the mix on the desk. `pitch` is () where it is that of the delivery."""

    timbre: Pairs
    delivery: Pairs
    pitch: Pairs = ()

    @classmethod
    def read(cls, stage: object) -> DeskStage:
        if not isinstance(stage, dict):
            raise malformed()
        return cls(
            pairs_of(stage.get("timbre"), MAX_CHANNELS),
            pairs_of(stage.get("delivery"), MAX_CHANNELS),
            pairs_of(stage.get("pitch") or [], MAX_CHANNELS),
        )


@dataclass(frozen=True)
class DeskMix:
    """The mix on the desk after a change; no stages when nothing is heard."""

    stages: tuple[DeskStage, ...]
    method: str  # a key of `METHODS`

    @classmethod
    def read(cls, fields: Fields) -> DeskMix:
        stages, method = fields.get("stages"), fields.get("method")
        if not isinstance(stages, list):
            raise malformed()
        return cls(
            tuple(DeskStage.read(stage) for stage in stages[:MAX_STAGES]),
            method if isinstance(method, str) and method in METHODS else "lerp",
        )


@dataclass(frozen=True)
class MapSpot:
    """A place on the map between the voices, in the map's own units."""

    x: float
    y: float
    tap: int = 0  # counted by the page, so that it drops the answer to an earlier press

    @classmethod
    def read(cls, fields: Fields) -> MapSpot:
        tap = int(number_field(fields, "tap")) if "tap" in fields else 0
        return cls(number_field(fields, "x"), number_field(fields, "y"), tap)


@dataclass(frozen=True)
class LibraryAction:
    """A button or form of the panel of kept voices; '' where an action needs nothing."""

    what: str  # a key of `library.ACTIONS`
    voice: str = ""  # an id
    name: str = ""
    notes: str = ""
    format: str = ""  # a key of `VOICE_FORMATS`
    language: str = ""
    gender: str = ""

    @classmethod
    def read(cls, fields: Fields) -> LibraryAction:
        return cls(**{each.name: text_field(fields, each.name, "") for each in fields_in(cls)})

"""The values that a verdict consists of: sentences, plots and numbers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from itertools import combinations
from typing import Any

from .designs import TestDesign


@dataclass(frozen=True)
class Row:
    """A value with its interval, for a plot."""

    contestant: str  # id; '' for a row about no contestant
    label: str
    at: float
    low: float
    high: float
    detail: str


@dataclass(frozen=True)
class Plot:
    title: str
    unit: str
    low: float
    high: float
    rows: tuple[Row, ...]
    marks: tuple[tuple[float, str], ...] = ()


@dataclass(frozen=True)
class Verdict:
    title: str
    headline: str
    paragraphs: tuple[str, ...]
    plots: tuple[Plot, ...] = ()
    numbers: dict[str, Any] = field(default_factory=dict)  # for programs

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def names_of(design: TestDesign) -> dict[str, str]:
    """Names by id. Equal names get a word for the setting that differs."""
    names = {one.id: one.name for one in design.contestants}
    for one, other in combinations(design.contestants, 2):
        if one.name == other.name:
            for twin in (one, other):
                names[twin.id] = f"{twin.name} ({twin.id[:4]})"
    return names


def nothing_found(title: str) -> Verdict:
    return Verdict(title, "Nothing was answered.", ("Without answers there is nothing to say.",))

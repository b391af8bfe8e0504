"""A contestant as a value: a kind, a name, and a recipe that determines its sound."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from ...errors import RequestError

MOST_CHARACTERS = 1_000  # of one text
LONGEST_SECONDS = 60.0  # of one performance
MOST_NAME = 200  # characters
LABELS = {
    "voice": "a voice of this studio",
    "anchor": "a robot to compare with",
    "clip": "a recording",
    "system": "another system",
}


class ContestantError(RequestError):
    """A contestant that failed; the sentence names it."""


@dataclass(frozen=True)
class Contestant:
    """One way to make sound of a text. `RequestError` for an unknown kind or a malformed name."""

    kind: str  # a key of `LABELS`
    name: str  # for people: `Heart · American English`
    recipe: Mapping[str, Any] = field(hash=False)  # plain JSON values without secrets

    def __post_init__(self) -> None:
        if self.kind not in LABELS:
            raise RequestError(
                f"There is no contestant of kind {self.kind!r}; use one of {', '.join(LABELS)}."
            )
        if not 1 <= len(self.name.strip()) <= MOST_NAME or not self.name.isprintable():
            raise RequestError(f"A contestant's name has 1 to {MOST_NAME} letters that are seen.")

    @cached_property
    def id(self) -> str:
        """Equal for equal recipes; the name does not matter."""
        return digest({"kind": self.kind, "recipe": dict(self.recipe)})

    @property
    def sound(self) -> str:
        """Equal for contestants that sound exactly alike, such as a voice and its copy."""
        if self.kind != "voice":
            return self.id
        return digest({name: self.recipe[name] for name in self.recipe if name != "formula"})

    @property
    def text(self) -> str | None:
        """The only text it can say; None for any text."""
        return self.recipe["text"] if self.kind == "clip" else None

    @property
    def detail(self) -> str:
        """Its kind, in words."""
        return LABELS[self.kind]

    def describe(self) -> str:
        """Name and kind in a line: `Heart · American English, a voice of this studio`."""
        return f"{self.name}, {LABELS[self.kind]}"

    def to_json(self) -> dict[str, Any]:
        return {"kind": self.kind, "name": self.name, "recipe": dict(self.recipe)}

    @classmethod
    def from_json(cls, data: Any) -> Contestant:
        """The contestant of `to_json`; `RequestError` for anything else."""
        shaped = isinstance(data, Mapping) and set(data) == {"kind", "name", "recipe"}
        if not shaped or not isinstance(data["recipe"], Mapping):
            raise RequestError("This is no contestant: it needs a kind, a name and a recipe.")
        return cls(str(data["kind"]), str(data["name"]), data["recipe"])


def digest(value: Any) -> str:
    """16 hex digits that stand for a JSON value."""
    canonical = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]

"""A voice with its description, as read from or written to a file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from torch import Tensor

from ...errors import VoiceError
from ..shape import pack_sha256

CARD_FORMAT = "kokoro-studio-voice/1"
_TEXTS = ("id", "name", "language", "gender", "formula", "source", "traits", "notes", "licence")
_MOST = 4_000  # characters in any of them


@dataclass(frozen=True)
class Card:
    pack: Tensor  # (510, 256) float32
    name: str
    id: str = ""
    language: str = ""
    gender: str = ""
    formula: str = ""  # the recipe, where there is one
    source: str = "import"  # mix | import
    parents: tuple[tuple[str, str], ...] = ()  # (voice id, sha256)
    traits: str = ""
    notes: str = ""
    licence: str = ""
    warnings: tuple[str, ...] = ()  # of the reader of the file, a sentence each

    def to_json(self) -> str:
        """Everything but the numbers, with their hash."""
        texts = {name: getattr(self, name) for name in _TEXTS}
        method = self.formula.partition("@")[2] or "lerp"
        return json.dumps(
            {"format": CARD_FORMAT, **texts, "method": method}
            | {"parents": dict(self.parents), "sha256": pack_sha256(self.pack)},
            ensure_ascii=False,
        )

    @classmethod
    def from_json(cls, text: str, pack: Tensor, file: str) -> Card:
        """The card of a text; `VoiceError` if it is none, or belongs to another pack."""
        try:
            given: dict[str, Any] = json.loads(text)
            texts = {name: given[name] for name in _TEXTS}
            parents = tuple((str(key), str(value)) for key, value in given["parents"].items())
            fits = given["format"] == CARD_FORMAT and all(
                isinstance(value, str) and len(value) <= _MOST for value in texts.values()
            )
            sha256 = given["sha256"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            fits = False
        if not fits:
            raise VoiceError(f"{file} has a voice card that cannot be read; export it again.")
        if sha256 != pack_sha256(pack):
            raise VoiceError(
                f"{file} was changed after it was written: its card is of another voice."
            )
        return cls(pack=pack, parents=parents, **texts)

"""Senses of homographs, and how the table of them is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

Weights = Mapping[str, float]
Scores = Mapping[str, float]  # the logarithm of the probability of each tag

_WEIGHT = re.compile(r"[+-][0-9.]+")


@dataclass(frozen=True)
class Sense:
    """One sound of a word, and what speaks for it.

    `key` is the part of speech, or the name, under which the lexicon has the sound. `tags` are the
    beginnings of the tags that the sense occurs with; none are all. `said` is the American and the
    British sound, if misaki has none. `own` are cues in how the word is written, `before` and
    `after` those beside it, `left` and `right` those up to four words away, `near` those of the
    sentence.
    """

    key: str
    prior: float = 0.0
    said: tuple[str, ...] = ()
    tags: Weights = field(default_factory=dict)
    own: Weights = field(default_factory=dict)
    before: Weights = field(default_factory=dict)
    after: Weights = field(default_factory=dict)
    left: Weights = field(default_factory=dict)
    right: Weights = field(default_factory=dict)
    near: Weights = field(default_factory=dict)


_CUES = [each.name for each in fields(Sense)][3:]


def weights(cues: str) -> dict[str, float]:
    """The weight of each cue; a number with a sign is that of the cues that follow it."""
    found, weight = {}, 0.0
    for cue in cues.split():
        if _WEIGHT.fullmatch(cue):
            weight = float(cue)
        else:
            found[cue] = weight
    return found


def read_table(
    text: str, general: Mapping[str, Sense] | None = None
) -> dict[str, tuple[Sense, ...]]:
    """The senses of each word of a table; `like` begins with the cues of one of `general`.

    A line without indent has the forms of a word, one with two spaces a sense and its prior, one
    with four the cues of that sense, and one with eight continues the line before.
    """
    table: dict[str, tuple[Sense, ...]] = {}
    forms = ""
    for line in _joined(text.splitlines()):
        name, _, rest = line.strip().partition(" ")
        if not line.startswith(" "):
            forms = line
            table[forms] = ()
        elif not line.startswith("    "):
            table[forms] += (_begun(name, rest.split(), general or {}),)
        else:
            *others, last = table[forms]
            table[forms] = (*others, _with(last, name, rest))
    return table


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """The lines that say something, each with what continues it."""
    held = ""
    for line in lines:
        if line.startswith("        "):
            held += " " + line.strip()
            continue
        if held.strip():
            yield held
        held = line
    if held.strip():
        yield held


def _begun(key: str, rest: list[str], general: Mapping[str, Sense]) -> Sense:
    prior = float(rest[0]) if rest and _WEIGHT.fullmatch(rest[0]) else 0.0
    sense = general[rest[-1]] if "like" in rest else Sense(key)
    return replace(sense, key=key, prior=prior)


def _with(sense: Sense, name: str, rest: str) -> Sense:
    if name == "said":
        return replace(sense, said=tuple(rest.split()))
    if name not in _CUES:
        raise ValueError(f"{name} of {sense.key} is none of {', '.join(_CUES)}")
    general = {} if name == "tags" else getattr(sense, name)
    cues: dict[str, Any] = {name: {**general, **weights(rest)}}
    return replace(sense, **cues)

"""What reaches an engine: only characters it can take, in amounts it can bear.

Runs of another script that another language reads are found and handed over; what no language
reads is taken out, and reported later because no sound covers it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .characters import MARKS, SCRIPTS, is_dropped_softly
from .engines import Engine
from .traced import Edit, Traced

Run = tuple[int, int, str]  # start, end, and the language that reads it

_LATIN, _KANA, _HAN = SCRIPTS["latin"], SCRIPTS["kana"], SCRIPTS["han"]
_LATIN_RUN = re.compile(rf"[{_LATIN}]+(?:['’.\-& ]+[{_LATIN}]+)*(?:[-–](?=[0-9]))?")
_LATIN_WORD = re.compile(rf"[{_LATIN}]+(?:['’][{_LATIN}]+)*")
_EAST_ASIAN_RUN = re.compile(rf"[{_KANA}{_HAN}]+")
_DEVANAGARI_RUN = re.compile(rf"[{SCRIPTS['devanagari']}]+")
_KANA_CHAR = re.compile(rf"[{_KANA}]")

_REPEATED = re.compile(r"([^\w\s])\1{3,}")
_SPACED_HYPHEN = re.compile(r"(?<=\S\s)-{1,3}(?=\s)")
_LONG_NUMBER = re.compile(r"[0-9]{16,}")
_SPACES = re.compile(r"\s{2,}|[^\S ]")


def foreign_runs(text: str, engine: Engine) -> list[Run]:
    """Runs of letters outside the engine's alphabet that another language reads, in order."""
    return sorted([*_latin(text, engine), *_east_asian(text, engine), *_devanagari(text, engine)])


def _latin(text: str, engine: Engine) -> Iterator[Run]:
    for run in _LATIN_RUN.finditer(text):
        if not engine.alphabet.match(run[0]):
            yield *run.span(), "a"
        elif not engine.spaced:
            for word in _LATIN_WORD.finditer(text, *run.span()):
                if not engine.knows(word[0]):
                    yield *word.span(), "a"


def _east_asian(text: str, engine: Engine) -> Iterator[Run]:
    """Han is Chinese unless kana stand with it. In Chinese text only the kana are foreign."""
    for run in _EAST_ASIAN_RUN.finditer(text):
        language = "j" if _KANA_CHAR.search(run[0]) else "z"
        if not engine.alphabet.match("一"):
            yield *run.span(), language
        elif not engine.alphabet.match("あ"):
            for kana in re.finditer(rf"[{_KANA}]+", run[0]):
                yield run.start() + kana.start(), run.start() + kana.end(), "j"


def _devanagari(text: str, engine: Engine) -> Iterator[Run]:
    for run in _DEVANAGARI_RUN.finditer(text):
        if not engine.alphabet.match(run[0]):
            yield *run.span(), "h"


def own_text(spoken: Traced, engine: Engine, runs: list[Run]) -> Traced:
    """The text without the foreign runs and without what the engine cannot take."""
    foreign = {place for start, end, _ in runs for place in range(start, end)}
    edits = [Edit(start, end, " ") for start, end, _ in runs]
    edits += (
        Edit(place, place + 1, MARKS.get(char) or filler(spoken.text, place, place + 1))
        for place, char in enumerate(spoken.text)
        if place not in foreign and not engine.alphabet.match(char)
    )
    return _bounded(spoken.edit(sorted(edits, key=lambda edit: edit.start)), engine)


def filler(text: str, start: int, end: int) -> str:
    """What stands for text taken out: a space where two words would grow together."""
    if all(map(is_dropped_softly, text[start:end])):
        return ""
    return " " if text[start - 1 : start].isalnum() and text[end : end + 1].isalnum() else ""


def _bounded(own: Traced, engine: Engine) -> Traced:
    """Bound what engines are quadratic in: repeated marks, unbroken stretches, endless numbers."""
    own = own.edit(Edit(*found.span(), found[1] * 3) for found in _REPEATED.finditer(own.text))
    if engine.unbroken:
        hyphens = _SPACED_HYPHEN.finditer(own.text)
        own = own.edit(Edit(*found.span(), "—") for found in hyphens)
        numbers = _LONG_NUMBER.finditer(own.text)
        own = own.edit(Edit(*found.span(), " ".join(found[0])) for found in numbers)
        stretches = engine.unbroken.finditer(own.text)
        own = own.edit(
            Edit(found.end() - 1, found.end(), found[0][-1] + " ") for found in stretches
        )
    return own.edit(Edit(*found.span(), " ") for found in _SPACES.finditer(own.text))

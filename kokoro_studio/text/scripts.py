"""Script routing: a backend gets only characters of its alphabet, and bounded amounts of them.

Runs in another script go to the language that reads it. Characters that no language reads are
removed; they are reported later, because no phonemes cover them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .characters import MARKS, SCRIPTS, is_dropped_softly
from .g2p import G2PBackend
from .offsets import Edit, OffsetText

Run = tuple[int, int, str]  # start, end, and the language that reads it

_LATIN, _KANA, _HAN = SCRIPTS["latin"], SCRIPTS["kana"], SCRIPTS["han"]
_LATIN_RUN = re.compile(rf"[{_LATIN}]+(?:['’.\-& ]+[{_LATIN}]+)*(?:[-–](?=[0-9]))?")
_LATIN_WORD = re.compile(rf"[{_LATIN}]+(?:['’][{_LATIN}]+)*")
_EAST_ASIAN_RUN = re.compile(rf"[{_KANA}{_HAN}]+")
_DEVANAGARI_RUN = re.compile(rf"[{SCRIPTS['devanagari']}]+")
_KANA_CHAR = re.compile(rf"[{_KANA}]")

_OPENING = '(“"«¿¡「『（'
_CLOSING = ';:!?…)”"»」』）。、，！？；：'
_REPEATED = re.compile(r"([^\w\s])\1{3,}")
_SPACED_HYPHEN = re.compile(r"(?<=\S\s)-{1,3}(?=\s)")
_LONG_NUMBER = re.compile(r"[0-9]{16,}")
_SPACES = re.compile(r"\s{2,}|[^\S ]")


def foreign_runs(text: str, backend: G2PBackend) -> list[Run]:
    """Runs of letters outside the backend's alphabet that another language reads, in order."""
    return sorted(
        [*_latin(text, backend), *_east_asian(text, backend), *_devanagari(text, backend)]
    )


def _latin(text: str, backend: G2PBackend) -> Iterator[Run]:
    for run in _LATIN_RUN.finditer(text):
        if not backend.alphabet.match(run[0]):
            yield *run.span(), "a"
        elif not backend.spaced:
            for word in _LATIN_WORD.finditer(text, *run.span()):
                if not backend.knows(word[0]):
                    yield *word.span(), "a"


def _east_asian(text: str, backend: G2PBackend) -> Iterator[Run]:
    """Han is Chinese unless kana stand with it. In Chinese text only the kana are foreign."""
    for run in _EAST_ASIAN_RUN.finditer(text):
        language = "j" if _KANA_CHAR.search(run[0]) else "z"
        if not backend.alphabet.match("一"):
            yield *run.span(), language
        elif not backend.alphabet.match("あ"):
            for kana in re.finditer(rf"[{_KANA}]+", run[0]):
                yield run.start() + kana.start(), run.start() + kana.end(), "j"


def _devanagari(text: str, backend: G2PBackend) -> Iterator[Run]:
    for run in _DEVANAGARI_RUN.finditer(text):
        if not backend.alphabet.match(run[0]):
            yield *run.span(), "h"


def own_text(spoken: OffsetText, backend: G2PBackend, runs: list[Run]) -> OffsetText:
    """The text without foreign runs and without characters outside the backend's alphabet."""
    foreign = {place for start, end, _ in runs for place in range(start, end)}
    edits = [Edit(start, end, " ") for start, end, _ in runs]
    unknown = [
        place
        for place, char in enumerate(spoken.text)
        if place not in foreign and not backend.alphabet.match(char)
    ]
    removed = {place for place in unknown if not MARKS.get(spoken.text[place])}
    for place in unknown:
        if place not in removed:
            edits.append(Edit(place, place + 1, MARKS[spoken.text[place]]))
        elif place - 1 not in removed:  # the first of a run
            end = place + 1
            while end in removed:
                end += 1
            edits.append(Edit(place, end, filler(spoken.text, place, end)))
    return _bounded(spoken.edit(sorted(edits, key=lambda edit: edit.start)), backend)


def filler(text: str, start: int, end: int) -> str:
    """The replacement for removed text: a space where two words or marks would otherwise join, and
    seem to say it too."""
    left, right = text[start - 1 : start], text[end : end + 1]
    if all(map(is_dropped_softly, text[start:end])) or not (left.strip() and right.strip()):
        return ""
    before_mark = right in ".,。、" or (left.isalnum() and right in _CLOSING)
    after_mark = left in _OPENING and right.isalnum()
    return "" if before_mark or after_mark else " "


def _bounded(own: OffsetText, backend: G2PBackend) -> OffsetText:
    """Bound repeated marks, unbroken stretches and long numbers: backends are quadratic in them."""
    own = own.edit(Edit(*found.span(), found[1] * 3) for found in _REPEATED.finditer(own.text))
    if backend.unbroken:
        hyphens = _SPACED_HYPHEN.finditer(own.text)
        own = own.edit(Edit(*found.span(), "—") for found in hyphens)
        numbers = _LONG_NUMBER.finditer(own.text)
        own = own.edit(Edit(*found.span(), " ".join(found[0])) for found in numbers)
        stretches = backend.unbroken.finditer(own.text)
        own = own.edit(
            Edit(found.end() - 1, found.end(), found[0][-1] + " ") for found in stretches
        )
    return own.edit(Edit(*found.span(), " ") for found in _SPACES.finditer(own.text))

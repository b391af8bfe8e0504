"""One line of text to spans with phonemes: folded, normalised, split by script, and read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from .capitals import plain_capitals
from .characters import only_symbols
from .folding import fold_line
from .languages import backend_of
from .normalize import Piece, normalize
from .offsets import Edit, OffsetText
from .scripts import filler, foreign_runs, own_text

_LINES_KEPT = 1024  # an editor reads the same lines again at every keystroke
_WORDS_KEPT = 4096  # words of another script come back often


@dataclass(frozen=True)
class SpokenSpan:
    """`line[start:end]` is said as `phonemes`; a `gap` of None is decided by what follows."""

    start: int
    end: int
    phonemes: str
    gap: str | None = None
    guessed: bool = False
    foreign: bool = False  # read by another language than its surroundings


@dataclass(frozen=True)
class Override:
    """`line[start:end]` has these phonemes, whatever a backend would say."""

    start: int
    end: int
    phonemes: str


@lru_cache(_LINES_KEPT)
def read_line(
    line: str, language: str, overrides: tuple[Override, ...] = ()
) -> tuple[SpokenSpan, ...]:
    """The spans of a line with phonemes, in order. Characters without sound are in none."""
    borders = {place for fixed in overrides for place in (fixed.start, fixed.end)}
    folded = fold_line(OffsetText.of(line), borders, language)
    is_word = backend_of(language).is_word
    if is_word:
        folded = replace(folded, text=plain_capitals(folded.text, is_word))
    fixed = list(overrides)
    edits = []
    for piece in normalize(folded.text, language):
        start, end = folded.span(piece.start, piece.end)
        if any(start < border < end for border in borders):
            continue  # a part of it is overridden, so the rest is read as written
        edits.append(Edit(piece.start, piece.end, _spoken(piece, folded.text)))
        if piece.phonemes is not None and not _overlaps(start, end, overrides):
            fixed.append(Override(start, end, only_symbols(piece.phonemes)))
    said = _read(folded.edit(edits), language)
    for override in sorted(fixed, key=lambda each: each.start):
        said = _put(said, override, folded, language)
    return tuple(said)


def _spoken(piece: Piece, text: str) -> str:
    silenced = not piece.spoken and piece.phonemes is None
    return filler(text, piece.start, piece.end) if silenced else piece.spoken


def _overlaps(start: int, end: int, overrides: Iterable[Override]) -> bool:
    return any(override.start < end and start < override.end for override in overrides)


def _read(spoken: OffsetText, language: str) -> list[SpokenSpan]:
    """Read text whose every word is to be said, in whatever script."""
    backend = backend_of(language)
    runs = foreign_runs(spoken.text, backend)
    own = own_text(spoken, backend, runs)
    own = own[len(own.text) - len(own.text.lstrip()) :]  # some backends add it to the word
    sounds = backend.read(own.text) if own.text.strip() else []
    said = _in_line(own, [SpokenSpan(s.start, s.end, s.phonemes, s.gap, s.guessed) for s in sounds])
    if said:
        said[-1] = replace(said[-1], gap=None)
    for start, end, reader in runs:
        foreign = _in_line(spoken[start:end], _read_foreign(spoken.text[start:end], reader))
        said = _interleave(said, foreign)
    return _merge(said)


@lru_cache(_WORDS_KEPT)
def _read_foreign(text: str, language: str) -> tuple[SpokenSpan, ...]:
    return tuple(replace(said, foreign=True) for said in _read(OffsetText.of(text), language))


def _in_line(text: OffsetText, said: Iterable[SpokenSpan]) -> list[SpokenSpan]:
    """The spans with offsets of the line instead of the rewritten text."""
    out = []
    for item in said:
        start, end = text.span(item.start, item.end)
        out.append(replace(item, start=start, end=end))
    return out


def _interleave(said: list[SpokenSpan], foreign: list[SpokenSpan]) -> list[SpokenSpan]:
    """Both in the order of the text. The gap before a foreign run is to be decided anew."""
    if not foreign:
        return said
    before = [item for item in said if item.start < foreign[0].start]
    if before:
        before[-1] = replace(before[-1], gap=None)
    return before + foreign + said[len(before) :]


def _merge(said: list[SpokenSpan]) -> list[SpokenSpan]:
    """Join spans that share characters of the text, as the words of one replacement do."""
    merged: list[SpokenSpan] = []
    for item in said:
        last = merged[-1] if merged else None
        if last is None or item.start >= last.end:
            merged.append(item)
            continue
        gap = " " if last.gap is None else last.gap
        merged[-1] = replace(
            last,
            end=max(last.end, item.end),
            phonemes=f"{last.phonemes}{gap}{item.phonemes}",
            gap=item.gap,
            guessed=last.guessed or item.guessed,
        )
    return merged


def _put(
    said: list[SpokenSpan], override: Override, folded: OffsetText, language: str
) -> list[SpokenSpan]:
    """Put an override among the spans. Text of a span outside of it is read again alone."""
    before = [item for item in said if item.end <= override.start]
    after = [item for item in said if item.start >= override.end]
    hit = said[len(before) : len(said) - len(after)]
    spaced = hit and hit[-1].end == override.end and hit[-1].gap == " "
    gap = " " if spaced else None
    middle = [SpokenSpan(override.start, override.end, override.phonemes, gap)]
    if hit and hit[0].start < override.start:
        middle = _read(_between(folded, hit[0].start, override.start), language) + middle
    if hit and hit[-1].end > override.end:
        middle += _read(_between(folded, override.end, hit[-1].end), language)
    return before + middle + after


def _between(text: OffsetText, start: int, end: int) -> OffsetText:
    """The characters that stand for `[start, end)` of the original."""
    places = zip(text.starts, text.ends, strict=True)
    inside = [place for place, (a, b) in enumerate(places) if a >= start and b <= end]
    return text[inside[0] : inside[-1] + 1] if inside else text[0:0]

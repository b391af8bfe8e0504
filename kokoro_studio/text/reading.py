"""One line of text to what is said: folded, normalised, sieved, read, and put together again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from .characters import only_symbols
from .folding import fold_line
from .languages import engine_of
from .normalize import Piece, normalize
from .sieve import filler, foreign_runs, own_text
from .traced import Edit, Traced

_LINES_KEPT = 1024  # an editor reads the same lines again at every keystroke
_WORDS_KEPT = 4096  # words of another script come back often


@dataclass(frozen=True)
class Said:
    """`line[start:end]` is said as `phonemes`; a `gap` of None is decided by what follows."""

    start: int
    end: int
    phonemes: str
    gap: str | None = None
    guessed: bool = False
    foreign: bool = False  # read by another language than its surroundings


@dataclass(frozen=True)
class Fixed:
    """`line[start:end]` has these phonemes, whatever an engine would say."""

    start: int
    end: int
    phonemes: str


@lru_cache(_LINES_KEPT)
def read_line(line: str, language: str, overrides: tuple[Fixed, ...] = ()) -> tuple[Said, ...]:
    """What a line says, in order; characters that say nothing are in no `Said`."""
    borders = {place for fixed in overrides for place in (fixed.start, fixed.end)}
    folded = fold_line(Traced.of(line), borders)
    fixed = list(overrides)
    edits = []
    for piece in normalize(folded.text, language):
        start, end = folded.span(piece.start, piece.end)
        if any(start < border < end for border in borders):
            continue  # half of it is overridden: the other half is read as it stands
        edits.append(Edit(piece.start, piece.end, _spoken(piece, folded.text)))
        if piece.phonemes is not None and not _overlaps(start, end, overrides):
            fixed.append(Fixed(start, end, only_symbols(piece.phonemes)))
    said = _read(folded.edit(edits), language)
    for slot in sorted(fixed, key=lambda slot: slot.start):
        said = _put(said, slot, folded, language)
    return tuple(said)


def _spoken(piece: Piece, text: str) -> str:
    silenced = not piece.spoken and piece.phonemes is None
    return filler(text, piece.start, piece.end) if silenced else piece.spoken


def _overlaps(start: int, end: int, slots: Iterable[Fixed]) -> bool:
    return any(slot.start < end and start < slot.end for slot in slots)


def _read(spoken: Traced, language: str) -> list[Said]:
    """Read text whose every word is to be said, in whatever script."""
    engine = engine_of(language)
    runs = foreign_runs(spoken.text, engine)
    own = own_text(spoken, engine, runs)
    own = own[len(own.text) - len(own.text.lstrip()) :]  # some engines glue a space to the word
    sounds = engine.read(own.text) if own.text.strip() else []
    said = _traced(own, [Said(s.start, s.end, s.phonemes, s.gap, s.guessed) for s in sounds])
    if said:
        said[-1] = replace(said[-1], gap=None)
    for start, end, reader in runs:
        foreign = _traced(spoken[start:end], _read_foreign(spoken.text[start:end], reader))
        said = _interleave(said, foreign)
    return _merge(said)


@lru_cache(_WORDS_KEPT)
def _read_foreign(text: str, language: str) -> tuple[Said, ...]:
    return tuple(replace(said, foreign=True) for said in _read(Traced.of(text), language))


def _traced(text: Traced, said: Iterable[Said]) -> list[Said]:
    """The same, in places of the line."""
    out = []
    for item in said:
        start, end = text.span(item.start, item.end)
        out.append(replace(item, start=start, end=end))
    return out


def _interleave(said: list[Said], foreign: list[Said]) -> list[Said]:
    """Both in the order of the text; what stands before a foreign run no longer knows its gap."""
    if not foreign:
        return said
    before = [item for item in said if item.start < foreign[0].start]
    if before:
        before[-1] = replace(before[-1], gap=None)
    return before + foreign + said[len(before) :]


def _merge(said: list[Said]) -> list[Said]:
    """Sounds that share characters of the text, as those of one replacement do, become one."""
    merged: list[Said] = []
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


def _put(said: list[Said], slot: Fixed, folded: Traced, language: str) -> list[Said]:
    """Replace what is said for a slot; what stuck out of it is read again by itself."""
    before = [item for item in said if item.end <= slot.start]
    after = [item for item in said if item.start >= slot.end]
    hit = said[len(before) : len(said) - len(after)]
    middle = [Said(slot.start, slot.end, slot.phonemes)]
    if hit and hit[0].start < slot.start:
        middle = _read(_between(folded, hit[0].start, slot.start), language) + middle
    if hit and hit[-1].end > slot.end:
        middle += _read(_between(folded, slot.end, hit[-1].end), language)
    return before + middle + after


def _between(traced: Traced, start: int, end: int) -> Traced:
    """The characters that stand for `[start, end)` of the original."""
    places = zip(traced.starts, traced.ends, strict=True)
    inside = [place for place, (a, b) in enumerate(places) if a >= start and b <= end]
    return traced[inside[0] : inside[-1] + 1] if inside else traced[0:0]

"""One line of text to spans with phonemes: folded, normalised, split by script, and read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from .capitals import plain_capitals
from .characters import only_symbols
from .folding import fold_line
from .languages import backend_of, lists_word
from .lines import unwrap
from .markup import Override
from .normalize import Piece, normalize
from .offsets import Edit, OffsetText
from .scripts import filler, foreign_runs, own_text
from .tokens import Origin

_LINES_KEPT = 1024  # an editor reads the same lines again at every keystroke
_WORDS_KEPT = 4096  # words of another script come back often
_LEAST_CERTAIN = [Origin.GIVEN, Origin.DICTIONARY, Origin.LETTERS, Origin.RULES]


@dataclass(frozen=True)
class SpokenSpan:
    """`line[start:end]` is said as `phonemes`; a `gap` of None is decided by what follows."""

    start: int
    end: int
    phonemes: str
    gap: str | None = None
    guessed: bool = False
    foreign: bool = False  # read by another language than its surroundings
    origin: Origin = Origin.DICTIONARY


@lru_cache(_LINES_KEPT)
def read_line(
    line: str, language: str, overrides: tuple[Override, ...] = ()
) -> tuple[SpokenSpan, ...]:
    """The spans of a line with phonemes, in order. Characters without sound are in none.

    A line end in the line is a wrap. Overrides have the model's symbols alone.
    """
    borders = {place for each in overrides for place in (each.start, each.end)}
    plain = unwrap(OffsetText.of(line), lambda word: lists_word(language, word))
    respelled = [each for each in overrides if each.respelling is not None]
    plain = plain.edit(Edit(*plain.inside(o.start, o.end), o.respelling or "") for o in respelled)
    folded = fold_line(plain, borders, language)
    is_word = backend_of(language).is_word
    if is_word:
        folded = replace(folded, text=plain_capitals(folded.text, is_word))
    fixed = [
        (o.start, o.end, o.phonemes, Origin.GIVEN) for o in overrides if o.phonemes is not None
    ]
    edits = []
    for piece in normalize(folded.text, language):
        start, end = folded.span(piece.start, piece.end)
        if any(start < border < end for border in borders):
            continue  # a part of it is overridden, so the rest is read as written
        edits.append(Edit(piece.start, piece.end, _spoken(piece, folded.text)))
        if piece.phonemes is not None and not _overlaps(start, end, overrides):
            fixed.append((start, end, only_symbols(piece.phonemes), Origin.DICTIONARY))
    said = _read(folded.edit(edits), language)
    for start, end, phonemes, origin in sorted(fixed, key=lambda each: each[0]):
        span = SpokenSpan(start, end, phonemes, origin=origin)
        said = _put(said, span, folded, language)
    for each in respelled:
        said = [_given(span) if _overlaps(span.start, span.end, [each]) else span for span in said]
    return tuple(said)


def _given(span: SpokenSpan) -> SpokenSpan:
    return replace(span, guessed=False, origin=Origin.GIVEN)


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
    spans = [
        SpokenSpan(s.start, s.end, s.phonemes, s.gap, s.guessed, origin=s.origin) for s in sounds
    ]
    said = _in_line(own, spans)
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
            origin=max(last.origin, item.origin, key=_LEAST_CERTAIN.index),
        )
    return merged


def _put(
    said: list[SpokenSpan], override: SpokenSpan, folded: OffsetText, language: str
) -> list[SpokenSpan]:
    """Put an override among the spans. Text of a span outside of it is read again alone."""
    before = [item for item in said if item.end <= override.start]
    after = [item for item in said if item.start >= override.end]
    hit = said[len(before) : len(said) - len(after)]
    spaced = hit and hit[-1].end == override.end and hit[-1].gap == " "
    middle = [replace(override, gap=" ") if spaced else override]
    if hit and hit[0].start < override.start:
        middle = _read(_between(folded, hit[0].start, override.start), language) + middle
    if hit and hit[-1].end > override.end:
        middle += _read(_between(folded, override.end, hit[-1].end), language)
    return before + middle + after


def _between(text: OffsetText, start: int, end: int) -> OffsetText:
    """The characters that stand for `[start, end)` of the original."""
    first, last = text.inside(start, end)
    return text[first:last]

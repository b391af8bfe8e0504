"""Cut a sentence that is longer than the model takes, where a listener minds it least."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import IntEnum
from itertools import pairwise

from .tokens import Boundary, Token, join_phonemes

FEWEST = 20  # phonemes; shorter utterances sound weak, so they stay with their neighbour

_STRONG_MARKS, _WEAK_MARKS = frozenset(".!?;:…"), frozenset(",—)”")
_ENDING_MARKS = _STRONG_MARKS | _WEAK_MARKS  # belong to the word before them
_FLAP = "r."  # a Hindi consonant as espeak writes it: its full stop is not punctuation


class _Cut(IntEnum):
    """Kinds of places to cut a long sentence at, with a penalty each.

    The steps are wide, so that one cut of a worse kind costs more than a few of a better kind.
    """

    STRONG_MARK = 10
    WEAK_MARK = 30
    PHRASE = 1_000  # after a stressed word and before a word without stress, as a preposition
    WORD = 10_000
    INSIDE = 1_000_000  # between tokens without space, or in a token longer than the limit
    BEFORE_MARK = 10_000_000  # between a word and the mark behind it


_SHORT_PART = 100_000  # penalty for a part of fewer than `FEWEST` phonemes


def cut_sentence(
    sentence: Sequence[Token], boundary: Boundary, hard: int
) -> Iterator[tuple[list[Token], Boundary]]:
    """The sentence, or parts of at most `hard` phonemes; each with what ends it.

    `boundary` is what ends the sentence. Of all ways to cut it, the one with the smallest sum of
    penalties is taken. The penalty of a part is that of the cut behind it, `_SHORT_PART` if it is
    short, and at most 1 that grows with the square of its length, so that like cuts make even
    parts.
    """
    if len(join_phonemes(sentence)) <= hard:
        yield list(sentence), boundary
        return
    tokens = [part for token in sentence for part in _split_token(token, hard)]
    cuts = [_kind_of_cut(token, after) for token, after in pairwise(tokens)]
    start = 0
    for stop in _best_stops(tokens, cuts, hard):
        yield tokens[start:stop], _boundary_of(cuts[stop - 1])
        start = stop
    yield tokens[start:], boundary


def _best_stops(tokens: Sequence[Token], cuts: Sequence[_Cut], hard: int) -> list[int]:
    """How many tokens stand before each cut of the way with the smallest sum of penalties.

    Dynamic programming: the best way to `stop` is the best way to some `start`, and one part.
    """
    starts, ends = _extents(tokens)
    penalties, previous = [0.0], [0]
    first = 0  # the earliest start of a part that is not too long
    for stop, end in enumerate(ends, 1):
        while end - starts[first] > hard:
            first += 1
        penalty, start = min(
            (penalties[start] + _part_penalty(end - starts[start], hard), start)
            for start in range(first, stop)
        )
        penalties.append(penalty + (cuts[stop - 1] if stop < len(tokens) else 0))
        previous.append(start)
    return _stops_before(previous)


def _stops_before(previous: Sequence[int]) -> list[int]:
    """The stops on the way to the last one, which is left out."""
    stops = [previous[-1]]
    while stops[-1]:
        stops.append(previous[stops[-1]])
    return stops[-2::-1]


def _part_penalty(size: int, hard: int) -> float:
    return (size / hard) ** 2 + (_SHORT_PART if size < FEWEST else 0)


def _extents(tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
    """For each token, its start in the joined phonemes and the end of the last phoneme so far."""
    starts, ends = [], []
    place = end = 0
    for token in tokens:
        starts.append(place)
        end = place + len(token.phonemes) if token.phonemes else end
        ends.append(end)
        place += len(token.phonemes) + len(token.gap)
    return starts, ends


def _kind_of_cut(token: Token, after: Token) -> _Cut:
    if after.phonemes and _ENDING_MARKS.issuperset(after.phonemes):
        return _Cut.BEFORE_MARK
    last = "" if token.phonemes.endswith(_FLAP) else token.phonemes[-1:]
    if last in _STRONG_MARKS:
        return _Cut.STRONG_MARK
    if last in _WEAK_MARKS:
        return _Cut.WEAK_MARK
    if not token.gap and not token.whitespace:
        return _Cut.INSIDE
    between_phrases = "ˈ" in token.phonemes and "ˈ" not in after.phonemes
    return _Cut.PHRASE if between_phrases else _Cut.WORD


def _boundary_of(cut: _Cut) -> Boundary:
    if cut <= _Cut.WEAK_MARK:
        return Boundary.CLAUSE
    return Boundary.WORD if cut <= _Cut.WORD else Boundary.CHARACTER


def _split_token(token: Token, limit: int) -> Iterator[Token]:
    """Cut a token longer than the limit, phonemes and text: at inner spaces, else evenly."""
    while len(token.phonemes) > limit:
        at = token.phonemes.rfind(" ", 1, limit + 1)
        even = -(-len(token.phonemes) // -(-len(token.phonemes) // limit))
        cut = at if at > 0 else even
        share = min(len(token.text), max(1, len(token.text) * cut // len(token.phonemes)))
        yield replace(
            token,
            text=token.text[:share],
            whitespace="",
            phonemes=token.phonemes[:cut].strip(),
            gap=" " if at > 0 else "",
            end=token.start + share,
        )
        token = replace(
            token,
            text=token.text[share:],
            phonemes=token.phonemes[cut:].strip(),
            start=token.start + share,
        )
    yield token

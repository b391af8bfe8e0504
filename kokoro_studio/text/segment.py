"""Tokens to utterances: whole sentences, cut only where one is longer than the model takes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from .lazy import LazySequence
from .sentences import LINE_BREAKS, sentence_ends
from .symbols import MAX_PHONEMES, PUNCTUATION
from .tokens import Boundary, Phonemized, Token, Utterance, join_phonemes

SOFT_LIMIT = 400  # phonemes; longer utterances begin to sound rushed
FEWEST = 20  # phonemes; shorter utterances sound weak, so they stay with their neighbour

_NO_VOICE = PUNCTUATION | set(" ˈˌːʰʲ\u0303↓→↗↘")
_STRONG_MARKS, _WEAK_MARKS = frozenset(".!?;:…"), frozenset(",—)”")
_ENDING_MARKS = _STRONG_MARKS | _WEAK_MARKS  # belong to the word before them
_FLAP = "r."  # a Hindi consonant as espeak writes it: its full stop is not punctuation
_LINE_END = re.compile(rf"[{LINE_BREAKS}]\s*")
_BLANK_LINE = re.compile(rf"[\f\u2029]|(?:\r\n|(?!\r\n)[{LINE_BREAKS}])\s*?[{LINE_BREAKS}]")


class _Cut(IntEnum):
    """Kinds of places to cut a long sentence at, with a penalty each.

    Of all ways to cut it into parts that are short enough, the one with the smallest sum of
    penalties is taken.

    The steps are wide, so that one cut of a worse kind costs more than a few of a better kind.
    """

    STRONG_MARK = 10
    WEAK_MARK = 30
    PHRASE = 1_000  # after a stressed word and before a word without stress, as a preposition
    WORD = 10_000
    INSIDE = 1_000_000  # between tokens without space, or in a token longer than the limit
    BEFORE_MARK = 10_000_000  # between a word and the mark behind it


_SHORT_PART = 100_000  # penalty for a part of fewer than `FEWEST` phonemes


@dataclass(frozen=True)
class _Group:
    """Tokens that will be in one utterance, and what ends them."""

    tokens: list[Token]
    boundary: Boundary

    def __add__(self, after: _Group) -> _Group:
        return _Group(self.tokens + after.tokens, after.boundary)

    @cached_property
    def phonemes(self) -> str:
        return join_phonemes(self.tokens)

    @property
    def size(self) -> int:
        return len(self.phonemes)

    @property
    def voiced(self) -> bool:
        return has_voice(self.phonemes)

    @property
    def ends_line(self) -> bool:
        return self.boundary in (Boundary.PARAGRAPH, Boundary.LINE)


def has_voice(phonemes: str) -> bool:
    """Whether anything in it can be heard: marks and stress alone cannot."""
    return any(symbol not in _NO_VOICE for symbol in phonemes)


def segment(
    phonemized: Phonemized,
    soft_limit: int = SOFT_LIMIT,
    hard_limit: int = MAX_PHONEMES,
    first_limit: int | None = None,
    sentences_apart: bool = False,
) -> LazySequence[Utterance]:
    """Cut a phonemized text into utterances of 1 to `hard_limit` phonemes.

    The sentences of a paragraph are packed up to `soft_limit`, in the first utterance up to
    `first_limit` (None: `soft_limit`). A sentence is cut only if it is longer than `hard_limit`:
    at its strongest marks, else between phrases or words, into even parts. A sentence of fewer
    than `FEWEST` phonemes joins its neighbour, over the soft limit if need be. With
    `sentences_apart` none is packed or joined. Tokens without voice join a neighbour, silenced, so
    that no token is lost. Nothing to speak gives [].

    Utterances are read as they are asked for, at most one and a sentence ahead.
    """
    soft = min(soft_limit, hard_limit)
    first = soft if first_limit is None else min(first_limit, hard_limit)
    parts = (part for whole in _sentences(phonemized) for part in _cut(whole, hard_limit))
    packed = parts if sentences_apart else _pack(parts, first, soft, hard_limit)
    groups = _join_weak(packed, hard_limit, fewest=0 if sentences_apart else FEWEST)
    return LazySequence(
        Utterance(index, tuple(group.tokens), group.phonemes, group.boundary)
        for index, group in enumerate(groups)
    )


def count_boundaries(text: str, language: str, phonemic: bool = False) -> Counter[Boundary]:
    """How often a sentence, line or paragraph of a text without markup is followed by another."""
    ends = _sentence_ends(text, language, phonemic)
    return Counter(
        boundary for (end, boundary), (after, _) in pairwise(ends) if text[end:after].strip()
    )


def line_boundary(space: str) -> Boundary | None:
    """Which boundary white space is: PARAGRAPH for a blank line; None within a line."""
    if _BLANK_LINE.search(space):
        return Boundary.PARAGRAPH
    return Boundary.LINE if _LINE_END.search(space) else None


def _sentences(phonemized: Phonemized) -> Iterator[_Group]:
    """The tokens by sentence; the last of a line has the boundary of the line."""
    text = phonemized.plain
    ends = _sentence_ends(text, phonemized.language, phonemized.phonemic)
    end, boundary = next(ends, (0, Boundary.PARAGRAPH))
    sentence: list[Token] = []
    place = 0
    for token in phonemized.tokens:
        sentence.append(token)
        place += len(token.text) + len(token.whitespace)
        if place < end:
            continue
        ended = boundary
        while end <= place and place < len(text):
            ended = boundary
            end, boundary = next(ends)
        yield _Group(sentence, ended if place < len(text) else Boundary.PARAGRAPH)
        sentence = []


def _sentence_ends(text: str, language: str, phonemic: bool) -> Iterator[tuple[int, Boundary]]:
    """Offsets behind each sentence, line by line."""
    start = 0
    for stop, boundary in _line_ends(text):
        for end in sentence_ends(text[start:stop], language, phonemic):
            yield start + end, boundary if start + end == stop else Boundary.SENTENCE
        start = stop


def _line_ends(text: str) -> Iterator[tuple[int, Boundary]]:
    for space in _LINE_END.finditer(text):
        if space.end() < len(text):
            yield space.end(), line_boundary(space[0]) or Boundary.LINE
    if text:
        yield len(text), Boundary.PARAGRAPH


def _pack(sentences: Iterable[_Group], first: int, soft: int, hard: int) -> Iterator[_Group]:
    """Whole sentences up to the limit. A very short one is joined to the next in any case."""
    limit = first
    packed = _Group([], Boundary.SENTENCE)
    for sentence in sentences:
        joined = packed + sentence
        if joined.size > (hard if packed.size < FEWEST else limit):
            yield packed
            limit = soft if packed.voiced else limit
            joined = sentence
        packed = joined
        if packed.ends_line:
            yield packed
            limit = soft if packed.voiced else limit
            packed = _Group([], Boundary.SENTENCE)


def _join_weak(groups: Iterable[_Group], hard: int, fewest: int) -> Iterator[_Group]:
    """Join a group that is very short or has no voice to the one before it; end the last one."""
    held = lead = _Group([], Boundary.END)
    for group in groups:
        weak = group.size < fewest and held.tokens and not held.ends_line
        if weak and (held + group).size <= hard:
            held += group
        elif group.voiced:
            if held.tokens:
                yield held
            held, lead = lead + group, _Group([], Boundary.END)
        elif held.tokens:
            held = _Group(held.tokens + _silenced(group), _longer_pause(held, group))
        else:
            lead = _Group(lead.tokens + _silenced(group), Boundary.END)
    if held.tokens:
        yield replace(held, boundary=Boundary.END)


def _silenced(group: _Group) -> list[Token]:
    return [replace(token, phonemes="", gap="") for token in group.tokens]


def _longer_pause(group: _Group, after: _Group) -> Boundary:
    return min(group.boundary, after.boundary, key=list(Boundary).index)


def _cut(sentence: _Group, hard: int) -> Iterator[_Group]:
    """The sentence, or parts of at most `hard` phonemes, by the smallest sum of penalties.

    The penalty of a part is that of the cut behind it, `_SHORT_PART` if it is short, and at most
    1 that grows with the square of its length, so that like cuts make even parts.
    """
    if sentence.size <= hard:
        yield sentence
        return
    tokens = [part for token in sentence.tokens for part in _split_token(token, hard)]
    cuts = [_kind_of_cut(token, after) for token, after in pairwise(tokens)]
    start = 0
    for stop in _best_stops(tokens, cuts, hard):
        yield _Group(tokens[start:stop], _boundary_of(cuts[stop - 1]))
        start = stop
    yield _Group(tokens[start:], sentence.boundary)


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

"""Tokens to utterances: whole sentences, cut only where one is longer than the model takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from .cutting import FEWEST, cut_sentence
from .lazy import LazySequence
from .lines import line_ends
from .sentences import sentence_ends
from .symbols import MAX_PHONEMES, PUNCTUATION
from .tokens import Boundary, Phonemized, Token, Utterance, join_phonemes

SOFT_LIMIT = 400  # phonemes; longer utterances begin to sound rushed

_NO_VOICE = PUNCTUATION | set(" ˈˌːʰʲ\u0303↓→↗↘")


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
    parts = (
        _Group(*part)
        for whole in _sentences(phonemized)
        for part in cut_sentence(whole.tokens, whole.boundary, hard_limit)
    )
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
    for _, stop, boundary in line_ends(text, phonemic):
        for end in sentence_ends(text[start:stop], language, phonemic):
            yield start + end, boundary if start + end == stop else Boundary.SENTENCE
        start = stop


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

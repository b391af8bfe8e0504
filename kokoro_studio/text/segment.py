"""Tokens to utterances: whole sentences where they fit, and never more than the model takes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from .phonemizing import phonemize_ahead
from .sentences import LINE_BREAKS, sentence_ends
from .symbols import MAX_PHONEMES, PUNCTUATION
from .tokens import Boundary, Phonemized, Token, Utterance, join_phonemes

SOFT_LIMIT = 400  # phonemes; longer utterances begin to sound rushed
FEWEST = 20  # phonemes; shorter utterances sound weak, so they stay with their neighbour
SHORTEST_OPENING = 12  # phonemes
GROWTH = 2.5  # of utterances after an opening: speech plays three times as long as it renders

_NO_VOICE = PUNCTUATION | set(" ˈˌːʰʲ\u0303↓→↗↘")
_STRONG, _WEAK = frozenset(";:…"), frozenset(",—)”")
_FINAL = (".", "!", "?")
_STRETCH = 1.4  # of an opening, where stress tells phrases, rather than to end it within one
_STEPS = 8  # of growth, which is as long as may be
_LINE_END = re.compile(rf"[{LINE_BREAKS}]\s*")


@dataclass
class _Group:
    """Tokens on their way to an utterance, and what ends them."""

    tokens: list[Token]
    boundary: Boundary

    @property
    def size(self) -> int:
        return len(join_phonemes(self.tokens))

    @property
    def voiced(self) -> bool:
        return has_voice(join_phonemes(self.tokens))


def has_voice(phonemes: str) -> bool:
    """Whether anything in it can be heard: marks and stress alone cannot."""
    return any(symbol not in _NO_VOICE for symbol in phonemes)


def segment(
    phonemized: Phonemized,
    soft_limit: int = SOFT_LIMIT,
    hard_limit: int = MAX_PHONEMES,
    opening: int | None = None,
) -> list[Utterance]:
    """Cut a phonemized text into utterances of 1 to `hard_limit` phonemes.

    Sentences are packed up to `soft_limit`; a paragraph always ends an utterance. A sentence
    longer than `hard_limit` is cut at a clause, else between words, else inside a token. With
    `opening`, a first utterance that would be longer ends within it, at a sentence, a clause or
    between two phrases, so that the first sound comes soon, and those that follow grow, so that
    each is ready in time. No token is lost: what has no voice joins its neighbour, silenced.
    Nothing to speak gives [].
    """
    text = "".join(token.text + token.whitespace for token in phonemized.tokens)
    sentences = _sentences(phonemized.tokens, text, phonemized.language, phonemized.phonemic)
    return list(_utterances(sentences, soft_limit, hard_limit, opening))


def segment_ahead(
    text: str, language: str, soft_limit: int = SOFT_LIMIT, opening: int | None = None
) -> Iterator[Utterance]:
    """What `segment(phonemize(text, language), …)` gives, each as soon as it is certain.

    `TextError` at once, as for `phonemize`. Reads no further than an utterance or two ahead.
    """
    plain, tokens = phonemize_ahead(text, language)
    sentences = _sentences(tokens, plain, language, phonemic=False)
    return _utterances(sentences, soft_limit, MAX_PHONEMES, opening)


def _utterances(
    sentences: Iterable[_Group], soft: int, hard: int, opening: int | None
) -> Iterator[Utterance]:
    limits = Limits(max(1, min(soft, hard)), hard, opening)
    groups = _silence_voiceless(_pack(sentences, limits))
    nothing = _Group([], Boundary.END)
    for index, (group, after) in enumerate(pairwise(chain(groups, (nothing,)))):
        boundary = Boundary.END if after is nothing else group.boundary
        yield Utterance(index, tuple(group.tokens), join_phonemes(group.tokens), boundary)


@dataclass(frozen=True)
class Limits:
    """Phonemes of an utterance, by how many were said before it."""

    soft: int
    hard: int
    opening: int | None

    def at(self, said: int) -> tuple[int, int]:
        """(what sentences are packed up to, what a single sentence may have)"""
        if self.opening is None:
            return self.soft, self.hard
        soft = min(self.soft, round(self.opening * GROWTH ** min(said, _STEPS)))
        return soft, min(self.hard, round(soft * GROWTH))


def _sentences(
    tokens: Iterable[Token], text: str, language: str, phonemic: bool
) -> Iterator[_Group]:
    """The tokens of `text` by sentence; the last of a paragraph is known by its boundary."""
    ends = _sentence_ends(text, language, phonemic)
    end, boundary = next(ends, (0, Boundary.PARAGRAPH))
    sentence: list[Token] = []
    place = 0
    for token in tokens:
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
    """Offsets behind each sentence, paragraph by paragraph."""
    start = 0
    for stop in _paragraph_ends(text):
        for end in sentence_ends(text[start:stop], language, phonemic):
            last = start + end == stop
            yield start + end, Boundary.PARAGRAPH if last else Boundary.SENTENCE
        start = stop


def _paragraph_ends(text: str) -> Iterator[int]:
    for space in _LINE_END.finditer(text):
        if space.end() < len(text):
            yield space.end()
    if text:
        yield len(text)


def _pack(sentences: Iterable[_Group], limits: Limits) -> Iterator[_Group]:
    """Whole sentences up to the soft limit; a very short one may go over it."""
    packed: _Group | None = None
    said = 0
    for sentence in sentences:
        ready, packed = _add(packed, sentence, limits, said)
        for group in ready:
            said += group.voiced
            yield group


def _add(
    packed: _Group | None, sentence: _Group, limits: Limits, said: int
) -> tuple[list[_Group], _Group | None]:
    """(what is ready to be said, what more may be packed to)"""
    soft, hard = limits.at(said)
    opens = said == 0 and limits.opening is not None
    ready: list[_Group] = []
    if packed:
        size, added = packed.size, sentence.size
        short = min(size, added) < (SHORTEST_OPENING if opens else FEWEST)
        if size + 1 + added <= (hard if short else soft) or (opens and size < SHORTEST_OPENING):
            sentence = _Group(packed.tokens + sentence.tokens, sentence.boundary)
        else:
            ready += _split(packed, soft, hard)
            opens = False
    if opens and sentence.size > soft:
        first, sentence = _open(sentence, soft)
        ready += _split(first, soft, hard) if first else []
    if sentence.boundary is not Boundary.PARAGRAPH:
        return ready, sentence
    return [*ready, *_split(sentence, *limits.at(said + bool(ready)))], None


def _open(group: _Group, opening: int) -> tuple[_Group | None, _Group]:
    """(what is said first, the rest) of what is too long to open with.

    None and all of it if what is said first would be too short to sound well, or leave too little.
    """
    best = (-1, 0, 0, Boundary.WORD)
    size = 0
    stressed = any("ˈ" in token.phonemes for token in group.tokens)
    latest = opening * (_STRETCH if stressed else 1)
    for many, (token, after) in enumerate(pairwise(group.tokens), 1):
        size += len(token.phonemes)
        if size > opening and (best[0] > 0 or (best[2] and size > latest)):
            break
        if size >= SHORTEST_OPENING and has_voice(after.phonemes):
            rank, boundary = _phrase_rank(token, after)
            best = max(best, (rank, size, many, boundary))
        size += len(token.gap)
    _, _, many, boundary = best
    rest = _Group(group.tokens[many:], group.boundary)
    if not many or (rest.boundary is Boundary.PARAGRAPH and rest.size < SHORTEST_OPENING):
        return None, group
    return _Group(group.tokens[:many], boundary), rest


def _phrase_rank(token: Token, after: Token) -> tuple[int, Boundary]:
    """How well a breath fits between two tokens: at a mark, before a word without stress, …"""
    rank, boundary = _rank(token, after)
    if token.text[-1:] in _FINAL and token.phonemes[-1:] in _FINAL:
        return 4, Boundary.SENTENCE
    if boundary is Boundary.CLAUSE:
        return 3, boundary
    stressed = "ˈ" in token.phonemes
    return rank and rank + stressed * (1 + ("ˈ" not in after.phonemes)) - 1, boundary


def _split(group: _Group, soft: int, hard: int) -> Iterator[_Group]:
    """Cut what is longer than the hard limit into even parts near the soft limit."""
    tokens = [part for token in group.tokens for part in _split_token(token, soft)]
    left = len(join_phonemes(tokens))
    while left > hard:
        target = left / -(-left // soft)
        cut, boundary = _best_cut(tokens, target, soft)
        yield _Group(tokens[:cut], boundary)
        tokens = tokens[cut:]
        left = len(join_phonemes(tokens))
    yield _Group(tokens, group.boundary)


def _best_cut(tokens: list[Token], target: float, soft: int) -> tuple[int, Boundary]:
    """How many tokens come first: at the best kind of boundary between half the target and the
    soft limit, and of those the nearest to the target."""
    best = (-1, 0.0, 1, Boundary.CHARACTER)
    size = 0
    for count, token in enumerate(tokens[:-1], 1):
        size += len(token.phonemes)
        if size > soft:
            break
        rank, boundary = _rank(token, tokens[count])
        size += len(token.gap)
        if size < target / 2 and best[0] >= 0:
            rank = 0
        best = max(best, (rank if size >= target / 2 else 0, -abs(size - target), count, boundary))
    return best[2], best[3]


def _rank(token: Token, after: Token) -> tuple[int, Boundary]:
    if after.phonemes and all(mark in ",.!?:;…)”" for mark in after.phonemes):
        return 0, Boundary.CHARACTER
    if token.phonemes[-1:] in _STRONG:
        return 3, Boundary.CLAUSE
    if token.phonemes[-1:] in _WEAK:
        return 2, Boundary.CLAUSE
    return (1, Boundary.WORD) if token.gap or token.whitespace else (0, Boundary.CHARACTER)


def _split_token(token: Token, limit: int) -> Iterator[Token]:
    """Cut one token's phonemes at inner spaces, else anywhere; its text in proportion."""
    while len(token.phonemes) > limit:
        at = token.phonemes.rfind(" ", 1, limit + 1)
        cut = at if at > 0 else limit
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


def _silence_voiceless(groups: Iterable[_Group]) -> Iterator[_Group]:
    """Hand groups without a voice to their neighbour; the longer pause of the two stays."""
    order = list(Boundary)
    voiced: _Group | None = None
    lead: list[Token] = []
    for group in groups:
        if group.voiced:
            if voiced:
                yield voiced
            voiced = _Group(lead + group.tokens, group.boundary)
            lead = []
            continue
        silent = [replace(token, phonemes="", gap="") for token in group.tokens]
        if voiced:
            boundary = min(voiced.boundary, group.boundary, key=order.index)
            voiced = _Group(voiced.tokens + silent, boundary)
        else:
            lead += silent
    if voiced:
        yield voiced

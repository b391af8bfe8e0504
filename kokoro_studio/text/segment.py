"""Tokens to utterances: whole sentences where they fit, and never more than the model takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from .sentences import LINE_BREAKS, sentence_ends
from .symbols import MAX_PHONEMES, PUNCTUATION
from .tokens import Boundary, Phonemized, Token, Utterance, join_phonemes

SOFT_LIMIT = 400  # phonemes; longer utterances begin to sound rushed
FEWEST = 20  # phonemes; shorter utterances sound weak, so they stay with their neighbour

_NO_VOICE = PUNCTUATION | set(" ˈˌːʰʲ\u0303↓→↗↘")
_STRONG, _WEAK = frozenset(";:…"), frozenset(",—)”")


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
    `opening`, a first utterance that would be longer ends at its first sentence or clause, so that
    the first sound comes soon. No token is lost: what has no voice joins its neighbour, silenced.
    Nothing to speak gives [].
    """
    soft_limit = max(1, min(soft_limit, hard_limit))
    groups: list[_Group] = []
    for paragraph in _paragraphs(phonemized.tokens):
        sentences = _sentences(paragraph, phonemized)
        if opening is not None and not groups:
            groups, sentences = _open_early(sentences, opening, hard_limit)
        groups += _pack(sentences, soft_limit, hard_limit)
    groups = _silence_voiceless(groups)
    if groups:
        groups[-1].boundary = Boundary.END
    return [
        Utterance(index, tuple(group.tokens), join_phonemes(group.tokens), group.boundary)
        for index, group in enumerate(groups)
    ]


def _paragraphs(tokens: tuple[Token, ...]) -> Iterator[list[Token]]:
    paragraph: list[Token] = []
    for token in tokens:
        paragraph.append(token)
        if any(char in LINE_BREAKS for char in token.whitespace):
            yield paragraph
            paragraph = []
    if paragraph:
        yield paragraph


def _sentences(paragraph: list[Token], phonemized: Phonemized) -> list[_Group]:
    text = "".join(token.text + token.whitespace for token in paragraph)
    ends = sentence_ends(text, phonemized.language, phonemized.phonemic)
    sentences: list[_Group] = []
    tokens: list[Token] = []
    place = index = 0
    for token in paragraph:
        tokens.append(token)
        place += len(token.text) + len(token.whitespace)
        if index < len(ends) and place >= ends[index]:
            sentences.append(_Group(tokens, Boundary.SENTENCE))
            tokens = []
            while index < len(ends) and ends[index] <= place:
                index += 1
    if tokens:
        sentences.append(_Group(tokens, Boundary.SENTENCE))
    if sentences:
        sentences[-1].boundary = Boundary.PARAGRAPH
    return sentences


def _pack(sentences: list[_Group], soft: int, hard: int) -> Iterator[_Group]:
    """Whole sentences up to the soft limit; a very short one may go over it."""
    packed: _Group | None = None
    size = 0
    for sentence in sentences:
        added = sentence.size
        short = min(size, added) < FEWEST
        if packed and size + 1 + added <= (hard if short else soft):
            packed = _Group(packed.tokens + sentence.tokens, sentence.boundary)
            size += 1 + added
            continue
        if packed:
            yield from _split(packed, soft, hard)
        packed, size = sentence, added
    if packed:
        yield from _split(packed, soft, hard)


def _open_early(
    sentences: list[_Group], opening: int, hard: int
) -> tuple[list[_Group], list[_Group]]:
    """(what is said first, the rest) of a paragraph longer than `opening`.

    First comes a sentence that ends within it, else one's first clause; nothing that is too short
    to sound well, or that would leave too little.
    """
    if sum(sentence.size for sentence in sentences) <= opening:
        return [], sentences
    tokens: list[Token] = []
    for index, sentence in enumerate(sentences):
        tokens = tokens + sentence.tokens
        whole = _Group(tokens, sentence.boundary)
        if whole.size < FEWEST:
            continue
        first = whole if whole.size <= opening else _first_clause(whole)
        tail = _Group(tokens[len(first.tokens) :], whole.boundary)
        rest = [tail] * bool(tail.tokens) + sentences[index + 1 :]
        fits = first.size <= hard and sum(group.size for group in rest) >= FEWEST
        return ([first], rest) if fits else ([], sentences)
    return [], sentences


def _first_clause(group: _Group) -> _Group:
    """Up to the first mark behind which enough was said; all of it if there is none."""
    for count, (token, after) in enumerate(pairwise(group.tokens), 1):
        clause = _Group(group.tokens[:count], Boundary.CLAUSE)
        if _rank(token, after)[1] is Boundary.CLAUSE and clause.size >= FEWEST:
            return clause
    return group


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


def _silence_voiceless(groups: list[_Group]) -> list[_Group]:
    """Hand groups without a voice to their neighbour; the longer pause of the two stays."""
    order = list(Boundary)
    out: list[_Group] = []
    lead: list[Token] = []
    for group in groups:
        if group.voiced:
            out.append(_Group(lead + group.tokens, group.boundary))
            lead = []
            continue
        silent = [replace(token, phonemes="", gap="") for token in group.tokens]
        if out:
            out[-1].tokens = out[-1].tokens + silent
            out[-1].boundary = min(out[-1].boundary, group.boundary, key=order.index)
        else:
            lead += silent
    return out

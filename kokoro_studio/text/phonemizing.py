"""Text in any of the nine languages to tokens, and the list of what will not be spoken."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise

from ..errors import TextError
from . import markup
from .characters import is_silent, only_symbols, reason
from .g2p import gap_between
from .languages import backend_of, language_of
from .lazy import LazySequence
from .lexicon import NO_LEXICON, Lexicon
from .markup import Override
from .reading import SpokenSpan, read_line
from .sentences import stretches
from .tokens import Origin, Phonemized, Reason, Skip, Token

MAX_CHARACTERS = 50_000  # about an hour of speech
LONGEST_READ = 500  # characters a backend gets at once: the time of some grows with its square

_RUN = re.compile(r"\S+")


def phonemize(text: str, language: str, lexicon: Lexicon = NO_LEXICON) -> Phonemized:
    """Phonemes for every word of a text, with its place in the text.

    `language` is any name that `language_of` knows. Words may carry their own pronunciation,
    `[Kokoro](/kˈOkəɹO/)`, and a `lexicon` has that of others. Text that cannot be spoken is listed
    in `skipped`; nothing to speak at all is no error. Raises `TextError` at once for another
    language, for anything but a string, and for more than `MAX_CHARACTERS` characters. The text
    itself is read as `tokens` are asked for, at most a line or `LONGEST_READ` characters ahead.
    """
    language = language_of(language).code
    check_text(text)
    plain = markup.strip(text)
    lines = LazySequence(_read(plain, language, lexicon))
    tokens = LazySequence(_tokens(plain, chain.from_iterable(lines), language))
    return Phonemized(language, text, tokens, LazySequence(_skips(plain, lines, text)))


def check_text(text: str) -> None:
    """`TextError` unless `text` is a string of at most `MAX_CHARACTERS`."""
    if not isinstance(text, str):
        raise TextError(f"The text must be a string, not {type(text).__name__}.")
    if len(text) > MAX_CHARACTERS:
        raise TextError(
            f"The text has {len(text):,} characters; at most {MAX_CHARACTERS:,} can be read at "
            "once, so split it into parts."
        )


def _read(plain: markup.Plain, language: str, lexicon: Lexicon) -> Iterator[list[SpokenSpan]]:
    """Phonemes of the text, line by line; '' for an override without phonemes."""
    starts = [override.start for override in plain.overrides]

    def may_cut(place: int) -> bool:
        index = bisect_left(starts, place) - 1
        return index < 0 or place >= plain.overrides[index].end

    for start, end in stretches(plain.text, language, LONGEST_READ, may_cut):
        line = plain.text[start:end]
        typed = [
            Override(o.start - start, o.end - start, only_symbols(o.phonemes or ""))
            for o in plain.overrides[bisect_left(starts, start) : bisect_left(starts, end)]
        ]
        known = [found for found in lexicon.find(line, language) if not _overlaps(found, typed)]
        overrides = tuple(sorted([*typed, *known], key=lambda each: each.start))
        said = read_line(line, language, overrides)
        yield [_moved(span, start) for span in said]


def _overlaps(found: Override, typed: Iterable[Override]) -> bool:
    return any(found.start < each.end and each.start < found.end for each in typed)


def _moved(said: SpokenSpan, by: int) -> SpokenSpan:
    # Not `dataclasses.replace`, which takes twice as long; this runs for each word.
    start, end = said.start + by, said.end + by
    return SpokenSpan(start, end, said.phonemes, said.gap, said.guessed, said.foreign, said.origin)


def unknown_symbols(phonemes: str, at: int = 0) -> Iterator[Skip]:
    """A skip for each typed symbol the model does not have; the first stands at `source[at]`."""
    for place, char in enumerate(phonemes, at):
        if not char.isspace() and not only_symbols(char):
            yield Skip(place, place + 1, char, Reason.PHONEME)


def _tokens(plain: markup.Plain, said: Iterable[SpokenSpan], language: str) -> Iterator[Token]:
    """Every visible character in one token or its whitespace."""
    text, spaced = plain.text, backend_of(language).spaced
    waiting: list[
        SpokenSpan
    ] = []  # a token with sound, whose gap depends on the next one, and those after it
    for item in _with_silence(text, said):
        if not waiting and text[:1].isspace() and item.start > 0:
            waiting.append(SpokenSpan(0, 0, "", ""))
        if item.phonemes and waiting:
            first = waiting[0]
            gap = _gap(first, item, text, spaced) if first.phonemes else ""
            yield from _in_a_row(plain, waiting, item, gap)
            waiting = []
        waiting.append(item)
    if not waiting and text:
        waiting.append(SpokenSpan(0, 0, "", ""))
    yield from _in_a_row(plain, waiting, SpokenSpan(len(text), len(text), ""), "")


def _in_a_row(
    plain: markup.Plain, items: list[SpokenSpan], after: SpokenSpan, gap: str
) -> Iterator[Token]:
    """Tokens up to `after`; the first is followed by `gap`."""
    text, places = plain.text, plain.places
    for item, following in pairwise([*items, after]):
        begin = places[item.start] if places else 0
        yield Token(
            text[item.start : item.end],
            text[item.end : following.start],
            item.phonemes,
            gap,
            begin,
            places[item.end - 1] + 1 if item.end > item.start else begin,
            item.guessed,
            item.origin,
        )
        gap = ""


def _gap(item: SpokenSpan, after: SpokenSpan, text: str, spaced: bool) -> str:
    if item.gap is not None:
        return item.gap
    if not spaced:
        return gap_between(item.phonemes, after.phonemes)
    if any(char.isspace() for char in text[item.end : after.start]):
        return " "
    foreign = item.foreign or after.foreign
    return gap_between(item.phonemes, after.phonemes) if foreign else ""


def _with_silence(text: str, said: Iterable[SpokenSpan]) -> Iterator[SpokenSpan]:
    done = 0
    for item in chain(said, (SpokenSpan(len(text), len(text), ""),)):
        for run in _RUN.finditer(text, done, item.start):
            yield SpokenSpan(run.start(), run.end(), "", "")
        if item.end > item.start:
            yield item
        done = item.end


def _skips(
    plain: markup.Plain, lines: Iterable[Iterable[SpokenSpan]], source: str
) -> Iterator[Skip]:
    """All that will not be spoken, in order."""
    unknown = (skip for o in plain.overrides for skip in unknown_symbols(o.phonemes or "", o.at))
    said = chain.from_iterable(lines)
    yield from merge_skips([*unknown, *_silences(plain, said)], source)


def _silences(plain: markup.Plain, said: Iterable[SpokenSpan]) -> Iterator[Skip]:
    """A skip for each run of characters of one reason that should have had a sound."""
    for item in _with_silence(plain.text, said):
        if item.phonemes:
            continue
        why = Reason.SILENCED if item.origin is Origin.GIVEN else None
        for place in range(item.start, item.end):
            char = plain.text[place]
            if why or not is_silent(char):
                at = plain.places[place]
                yield Skip(at, at + 1, char, why or reason(char))


def merge_skips(skips: list[Skip], source: str) -> list[Skip]:
    """In order; neighbours of one reason become one, over joiners and marks that tie them."""
    merged: list[Skip] = []
    for skip in sorted(skips, key=lambda skip: skip.start):
        last = merged[-1] if merged else None
        between = source[last.end : skip.start] if last else ""
        if last and last.reason == skip.reason and all(map(_ties, between)):
            merged[-1] = Skip(last.start, skip.end, source[last.start : skip.end], last.reason)
        else:
            merged.append(skip)
    return merged


def _ties(char: str) -> bool:
    return is_silent(char) and not char.isspace()

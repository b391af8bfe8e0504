"""The ends of sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import pairwise

from .lines import LINE_BREAKS, in_divided_word, line_ends
from .openers import ENGLISH

_WITHOUT_BREAKS = str.maketrans(dict.fromkeys(LINE_BREAKS, " "))
# "…" is mostly a pause within a sentence. A quotation goes on in 「はい。」と言った.
_CJK_SENTENCE = re.compile(
    r"(?:[^。！？!?]|[。！？!?][。！？!?…]*[\"”’」』）)]+(?:と|って|[、，,]))*"
    r"(?:[。！？!?][。！？!?…]*[\s\"”’」』）)]*|\Z)"
)
_PHONEMIC_SENTENCE = re.compile(r"(?:[^.!?…]|[.](?!\s|\Z))*(?:[.!?…][\"”)]*\s*|\Z)")
_SUSPICIOUSLY_LONG = 300  # characters
_WITHOUT_PAIRS = str.maketrans(dict.fromkeys('()[]«»“”"', " "))
_TAGS = {"a": "en", "b": "en", "e": "es", "f": "fr", "h": "hi", "i": "it", "p": "pt"}

# The library ends a sentence before a dash even where it goes on: "—¿Vienes? —preguntó Ana."
_GOES_ON = re.compile(r"[—–-]\s*[a-zà-ÿ]")
# Abbreviations that the library takes for the end of a sentence: initials, titles, references.
_ABBREVIATED = re.compile(
    r"(?:^|[\s(«“\"])(?:[A-ZÀ-Ý]|[np]|pp|ex|Ms|Mme|Mlle|Dr|Pr|Ste?|Dña|Sto|Srta|Av|Vol|vol|approx"
    r"|pág|págs|pag|डॉ|डा|श्री|प्रो|पं|रु)\.\s*\Z"
)
# Words that tell that the sentence did end at such an abbreviation, and titles, behind which they
# are names: "Dr. No".
_OPENERS = {"en": re.compile(rf"[\"“‘(]?{ENGLISH}(?![A-Za-z])")}
_TITLED = re.compile(
    r"(?:^|[\s(«“\"])(?:Mrs?|Ms|Dr|Prof|Rev|Gen|Sen|Rep|Capt|Lt|Col|Sgt|Messrs|e\.g|i\.e|cf|vs|viz)"
    r"\.\s*\Z"
)
_STOP = re.compile(r"(?<=[\w)]\.)[\"'”’)]*\s+(?=[\"“‘(]?[A-Z])")
_LONGEST_ABBREVIATION = 12  # characters, with the space around it


def sentence_ends(text: str, language: str, phonemic: bool = False) -> list[int]:
    """Offsets behind each sentence of one line, the last being `len(text)`.

    Abbreviations ("Dr.") and decimals end nothing. Text written in phonemes has neither.
    """
    text = text.translate(_WITHOUT_BREAKS)  # those of a wrapped line
    text = text.encode("utf-8", "replace").decode() if not text.isascii() else text
    if phonemic or language not in _TAGS:
        pattern = _PHONEMIC_SENTENCE if phonemic else _CJK_SENTENCE
        ends = [found.end() for found in pattern.finditer(text) if found[0]]
    else:
        tag = _TAGS[language]
        opened = _opened(text, tag)
        found = _library_ends(text, tag)
        ends = [e for e in found if not _is_abbreviated(text, e) and not _GOES_ON.match(text, e)]
        ends += opened
    return sorted({*ends, len(text)} - {0})


def _opened(text: str, tag: str) -> list[int]:
    """Full stops of abbreviations behind which a sentence opens: "in the U.S. It is"."""
    opener = _OPENERS.get(tag)
    if opener is None:
        return []
    return [
        stop.end()
        for stop in _STOP.finditer(text)
        if opener.match(text, stop.end()) and not _ends_with(_TITLED, text, stop.end())
    ]


def _is_abbreviated(text: str, end: int) -> bool:
    return _ends_with(_ABBREVIATED, text, end)


def _ends_with(pattern: re.Pattern[str], text: str, end: int) -> bool:
    return pattern.search(text[max(0, end - _LONGEST_ABBREVIATION) : end]) is not None


def _library_ends(text: str, tag: str) -> list[int]:
    """The ends that sentencex finds.

    Long stretches without one are searched again with brackets and quotes removed, because it never
    cuts between two of them, even if they are no pair.
    """
    from sentencex import get_sentence_boundaries

    ends = [found["end_index"] for found in get_sentence_boundaries(tag, text)]
    for start, end in pairwise([0, *ends]):
        if end - start > _SUSPICIOUSLY_LONG:
            bare = text[start:end].translate(_WITHOUT_PAIRS)
            for found in get_sentence_boundaries(tag, bare):
                ends.append(_before_opening(text, start + found["end_index"]))
    return ends


def _before_opening(text: str, place: int) -> int:
    """Give an opening bracket or quote to the sentence it opens."""
    while text[place - 1 : place] in ("(", "“", "«", "[") or text[place - 2 : place] == ' "':
        place -= 1
    return place


def stretches(
    text: str, language: str, longest: int, may_cut: Callable[[int], bool]
) -> Iterator[tuple[int, int]]:
    """Lines that `line_ends` tells apart, and parts of lines longer than `longest` characters: cut
    behind sentences where one ends in time, else at a space, else anywhere `may_cut` allows."""
    line = 0
    for line_end in line_ends(text):
        start, stop = line, line_end.start
        line = line_end.end
        ends: list[int] = []
        if stop - start > longest:
            ends = [start + offset for offset in sentence_ends(text[start:stop], language)]
        while stop - start > longest:
            limit = start + longest
            in_time = bisect_right(ends, limit)
            sentence = next(filter(may_cut, reversed(ends[bisect_right(ends, start) : in_time])), 0)
            cut = sentence or _cut_before(text, start, limit, may_cut)
            cut = cut or next(filter(may_cut, range(limit, stop)), stop)
            yield start, cut
            start = cut
        if start < stop:
            yield start, stop


def _cut_before(text: str, start: int, limit: int, may_cut: Callable[[int], bool]) -> int:
    """The last place to cut in `text[start + 1 : limit]`, 0 when there is none."""
    allowed = [place for place in range(start + 1, limit + 1) if may_cut(place)]
    at_space = [
        place for place in allowed if text[place - 1].isspace() and not in_divided_word(text, place)
    ]
    return (at_space or allowed or [0])[-1]

"""The pinyin of each character of a Mandarin clause: jieba words, pypinyin, tables, tone changes.

pypinyin knows the readings of most words. `mandarin_words.py` and its
neighbours have the words that it does not know and, for characters of several readings that stand
alone, what comes before and after them. The tones of 一 and 不 depend on the next syllable.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

from .mandarin_contexts import (
    CONTEXTS,
    DOUBTED,
    LIANG_BEFORE,
    LIANG_NEVER_AFTER,
    SIMPLIFIED,
    SURNAME_AFTER,
    SURNAME_BEFORE,
    SURNAMES,
    YI_UNCHANGED_AFTER,
    YI_UNCHANGED_BEFORE,
)
from .mandarin_syllables import NEUTRAL, WORDS
from .mandarin_words import READINGS

Word = tuple[int, int]  # where it starts and ends in the clause
_LONGEST_CONTEXT = 14  # characters before one of several readings that its rules look at
_DIGITS = "零〇一二三四五六七八九"
_SCALES = "百千万亿"
_TWO_THOUSANDS = re.compile("(?:^|(?<=[万亿]))二(?=[千万亿])|(?<=[万亿千零])二(?=千)")


def readings(clause: str, words: list[Word]) -> list[str]:
    """The pinyin of every character, with a tone digit; '' where there is none."""
    said: list[str] = []
    known: list[bool] = []
    alone: set[int] = set()
    plain = clause.translate(SIMPLIFIED)
    for start, end in words:
        syllables, sure = _of_word(clause[start:end])
        said += syllables
        doubted = plain[start:end] in DOUBTED
        known += [False] * (end - start) if doubted else sure
        if doubted or end == start + 1:
            alone.update(range(start, end))
    clause = plain
    for start, syllables in _listed(clause, words):
        for place, syllable in enumerate(syllables, start):
            if syllable:
                said[place], known[place] = syllable, True
    for place, char in enumerate(clause):
        if not known[place] and (char in CONTEXTS or char in SURNAMES):
            said[place] = _in_context(clause, place, place in alone) or said[place]
    _change_tones(clause, words, said)
    return said


def _silent(unknown: str) -> Any:
    return [""] * len(unknown)  # pypinyin takes a list, one item a character


@lru_cache(16384)
def _of_word(word: str) -> tuple[tuple[str, ...], tuple[bool, ...]]:
    """pypinyin's syllables, and whether its dictionary of words decided them."""
    from pypinyin import Style, lazy_pinyin
    from pypinyin.constants import PHRASES_DICT
    from pypinyin.seg.mmseg import seg

    syllables = tuple(
        lazy_pinyin(
            word,
            style=Style.TONE3,
            neutral_tone_with_five=True,
            errors=_silent,
        )
    )
    sure = tuple(
        len(part) > 1 and part in PHRASES_DICT for part in seg.cut(word) for _ in range(len(part))
    )
    return syllables, sure


@cache
def _words() -> tuple[dict[str, tuple[str, ...]], dict[str, int]]:
    """The listed words with their syllables ('': as pypinyin says), and the longest length by
    first character."""
    found: dict[str, list[str]] = {}
    for entry, each in READINGS.items():
        char, syllable = entry.split()
        for word in each.split():
            syllables = found.setdefault(word, [""] * len(word))
            for place, other in enumerate(word):
                if other == char:
                    syllables[place] = syllable
    for word in NEUTRAL.split():
        syllables = found.setdefault(word, [""] * len(word))
        syllables[-1] = syllables[-1] or _of_word(word[-1])[0][0][:-1] + "5"
    for word, pinyin in WORDS.items():
        found[word] = pinyin.split()
    longest: dict[str, int] = {}
    for word in found:
        longest[word[0]] = max(len(word), longest.get(word[0], 0))
    return {word: tuple(each) for word, each in found.items()}, longest


def _listed(clause: str, words: list[Word]) -> list[tuple[int, tuple[str, ...]]]:
    """The listed words in the clause, the longest last. None cuts a word of jieba in two."""
    listed, longest = _words()
    starts = {place: start for start, end in words for place in range(start, end)}
    ends = {place: end for start, end in words for place in range(start, end)}
    found = []
    for start, char in enumerate(clause):
        for end in range(start + 2, min(start + longest.get(char, 0), len(clause)) + 1):
            if (syllables := listed.get(clause[start:end])) is None:
                continue
            inside_first = starts[start] < start and ends[start] < end
            inside_last = ends[end - 1] > end and starts[end - 1] > start
            if not inside_first and not inside_last:
                found.append((start, syllables))
    return sorted(found, key=lambda each: len(each[1]))


@cache
def _rules(char: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    rules = CONTEXTS.get(char, ())
    if char in SURNAMES:
        rules = (
            (SURNAME_BEFORE, SURNAME_AFTER, SURNAMES[char]),
            ("姓", "", SURNAMES[char]),
            *rules,
        )
    return tuple(
        (re.compile(f"(?:{before})$"), re.compile(after), syllable)
        for before, after, syllable in rules
    )


def _in_context(clause: str, place: int, alone: bool) -> str:
    """'' where no rule fits; a rule without conditions is only for a word of one character."""
    for before, after, syllable in _rules(clause[place]):
        if not alone and not after.pattern and before.pattern == "(?:)$":
            break
        if after.match(clause, place + 1) and before.search(
            clause, max(0, place - _LONGEST_CONTEXT), place
        ):
            return syllable
    return ""


def _change_tones(clause: str, words: list[Word], said: list[str]) -> None:
    """一 and 不, from the right: the tone of the next syllable decides."""
    inner = {start + 1 for start, end in words if end - start == 3}
    for place in reversed(range(len(clause))):
        char = clause[place]
        if char == "不" and said[place] not in ("fou3", "fu1"):
            said[place] = "bu" + _tone_of_bu(clause, place, said, place in inner)
        elif char == "一":
            said[place] = "yi" + _tone_of_yi(clause, place, said)


def _tone_of_bu(clause: str, place: int, said: list[str], inner: bool) -> str:
    before, after = clause[place - 1 : place], clause[place + 1 : place + 2]
    if before and (before == after or inner):
        return "5"  # 是不是, 对不起
    return "2" if after and said[place + 1].endswith("4") else "4"


def _tone_of_yi(clause: str, place: int, said: list[str]) -> str:
    before, after = clause[place - 1 : place], clause[place + 1 : place + 2]
    if not after or not said[place + 1]:
        return "1"
    if after not in _SCALES or before in ("第", "十"):
        if YI_UNCHANGED_AFTER.search(clause, max(0, place - 3), place):
            return "1"
        if YI_UNCHANGED_BEFORE.match(clause, place + 1):
            return "1"
        if before == after and clause[place - 2 : place - 1] != "一":
            return "5"  # 看一看, but 一天一天
    tone = said[place + 1][-1]
    if tone == "5":
        tone = _of_word(after)[0][0][-1]
    return "2" if tone == "4" else "4"


def with_liang(said: str, text: str, number: re.Match[str]) -> str:
    """两 instead of 二: for a 2 before a measure word, and before 千, 万, 亿 and a plain 百."""
    if said.startswith("第") or "." in number[0] or not number[0][0].isdigit():
        return said
    if number[0].rstrip("年月日号") == "2":
        said_before = text[max(0, number.start() - 2) : number.start()]
        after = said[1:] + text[number.end() : number.end() + 4].lstrip()
        if not LIANG_NEVER_AFTER.search(said_before) and LIANG_BEFORE.match(after):
            return "两" + said[1:]
        return said
    said = _TWO_THOUSANDS.sub("两", said)
    return "两百" + said[2:] if said.startswith("二百") and said[2:3] in ("", *"万亿年") else said

"""Mandarin: jieba words and pypinyin tones in the IPA of Kokoro v1.0, numbers through cn2an."""

from __future__ import annotations

import logging
import re
import threading
from dataclasses import dataclass
from functools import cache

from ..characters import SCRIPTS, only_symbols, sound_of_marks
from . import Pronunciation, part
from .mandarin_tones import readings, with_liang

_HAN = SCRIPTS["han"]
_NUMBER = r"第?[-−]?[0-9]+(?:[.,/][0-9]+)*(?:[%％°]C?|℃)?"
_PART = re.compile(rf"(?P<number>{_NUMBER}[年月日号]?)|(?P<han>[{_HAN}]+)|(?P<mark>[^\s])")
_THOUSANDS = re.compile(r",(?=[0-9]{3}(?![0-9]))")
_DECADE = re.compile(r"[0-9]{2}(?=年代)")
_DIGITS = "零一二三四五六七八九"
_LONGEST_NUMBER = 7  # digits; longer ones are phone numbers and codes, said one by one
_ALIKE = str.maketrans("〇", "零")
_TIE = "\u032f"  # marks non-syllabic vowels; no symbol of the model


@dataclass(frozen=True)
class _Part:
    """A number or a run of characters of a clause, as words; a `whole` one is one span."""

    start: int
    end: int
    words: list[str]
    whole: bool


class Mandarin:
    """`read` for simplified or traditional Chinese."""

    alphabet = re.compile(
        rf"[{_HAN}0-9\s.,;:!?…—–\-\"“”'‘’()\[\]「」『』【】《》〈〉（）［］、。，．·！？：；～~%％℃°−/]"
    )
    spaced = False
    is_word = None
    unbroken = None

    def __init__(self) -> None:
        import cn2an
        import jieba

        jieba.setLogLevel(logging.WARNING)
        jieba.initialize()
        self._cut = jieba.lcut
        self._number = cn2an.transform
        self._lock = threading.Lock()

    def knows(self, word: str) -> bool:
        return False

    def read(self, text: str) -> list[Pronunciation]:
        with self._lock:
            said: list[tuple[int, int, str]] = []
            clause: list[_Part] = []
            for found in _PART.finditer(text):
                if found["mark"]:
                    said += self._say(clause)
                    clause = []
                    if phonemes := sound_of_marks("—" if found[0] == "~" else found[0]):
                        said.append((*found.span(), phonemes))
                else:
                    clause.append(self._part(text, found))
            return part(said + self._say(clause))

    def _part(self, text: str, found: re.Match[str]) -> _Part:
        written = found[0]
        if found["number"]:
            written = with_liang(self._say_number(text, found), text, found)
        words = self._cut(written.translate(_ALIKE))
        return _Part(*found.span(), words, whole=bool(found["number"]))

    def _say(self, clause: list[_Part]) -> list[tuple[int, int, str]]:
        """The words of a clause; those of one number together."""
        text, places = "", []
        for each in clause:
            for word in each.words:
                places.append((len(text), len(text) + len(word)))
                text += word
        syllables = readings(text, places)
        said = []
        spans = iter(places)
        for each in clause:
            words = []
            start = each.start
            for word in each.words:
                a, b = next(spans)
                phonemes = "".join(_ipa(syllable) for syllable in syllables[a:b])
                if phonemes:
                    words.append((start, start + len(word), phonemes))
                start += len(word)
            if each.whole:
                words = [(each.start, each.end, " ".join(phonemes for _, _, phonemes in words))]
            said += [word for word in words if word[2]]
        return said

    def _say_number(self, text: str, found: re.Match[str]) -> str:
        number = _THOUSANDS.sub("", found[0])
        digits = "".join(c for c in number if c.isdigit())
        if len(digits) >= _LONGEST_NUMBER and "." not in number and "," not in number:
            return _one_by_one(number)
        if _DECADE.match(text, found.start()):
            return str(self._number(number[:2], "an2cn")) + number[2:]
        try:
            said = str(self._number(number, "an2cn"))
        except Exception:  # cn2an raises all kinds: whatever it cannot parse
            return _one_by_one(number)
        return _one_by_one(said)


@cache
def _ipa(syllable: str) -> str:
    """Of pinyin with a tone digit; "r5" is the ending of erhua."""
    from misaki.zh import ZHG2P

    if syllable == "r5":
        return "ɚ"
    try:
        return only_symbols(ZHG2P.py2ipa(syllable).replace(_TIE, "")) if syllable else ""
    except ValueError:  # a rare syllable that has no IPA
        return ""


def _one_by_one(text: str) -> str:
    return "".join(_DIGITS[int(c)] if c in "0123456789" else c for c in text)

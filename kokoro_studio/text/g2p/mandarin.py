"""Mandarin: jieba words and pypinyin tones in the IPA of Kokoro v1.0, numbers through cn2an."""

from __future__ import annotations

import logging
import re
import threading
from functools import lru_cache

from ..characters import SCRIPTS, only_symbols, sound_of_marks
from . import Pronunciation, part

_HAN = SCRIPTS["han"]
_NUMBER = r"第?[-−]?[0-9]+(?:[.,/][0-9]+)*(?:[%％°]C?|℃)?"
_PART = re.compile(rf"(?P<number>{_NUMBER}[年月日号]?)|(?P<han>[{_HAN}]+)|(?P<mark>[^\s])")
_THOUSANDS = re.compile(r",(?=[0-9]{3}(?![0-9]))")
_DECADE = re.compile(r"[0-9]{2}(?=年代)")
_DIGITS = "零一二三四五六七八九"
_LONGEST_NUMBER = 7  # digits; longer ones are phone numbers and codes, said one by one
_TIE = "\u032f"  # marks non-syllabic vowels; no symbol of the model


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
            said = [word for found in _PART.finditer(text) for word in self._say(text, found)]
        return part(said)

    def _say(self, text: str, found: re.Match[str]) -> list[tuple[int, int, str]]:
        start, end = found.span()
        if found["number"]:
            said = self._words(self._say_number(text, found))
            return [(start, end, " ".join(phonemes for _, _, phonemes in said))]
        if found["han"]:
            return [(start + a, start + b, said) for a, b, said in self._words(found[0])]
        phonemes = sound_of_marks("—" if found[0] == "~" else found[0])
        return [(start, end, phonemes)] if phonemes else []

    def _words(self, han: str) -> list[tuple[int, int, str]]:
        words = []
        start = 0
        for word in self._cut(han):
            end = start + len(word)
            if phonemes := _say_word(word):
                words.append((start, end, phonemes))
            start = end
        return words

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


@lru_cache(16384)
def _say_word(word: str) -> str:
    from misaki.zh import ZHG2P

    try:
        return only_symbols(ZHG2P.word2ipa(word.replace("〇", "零")).replace(_TIE, ""))
    except ValueError:  # a rare character without a pinyin that has an IPA
        return ""


def _one_by_one(text: str) -> str:
    return "".join(_DIGITS[int(c)] if c in "0123456789" else c for c in text)

"""Japanese: OpenJTalk's readings, by the kana table that the voices were trained with."""

from __future__ import annotations

import contextlib
import io
import re
from dataclasses import dataclass, replace
from typing import Any

from ..characters import SCRIPTS, only_symbols, sound_of_marks
from ..tokens import Origin
from . import Pronunciation, gap_between, part

_LONGEST_WORD = 12  # morphemes looked at when joining them into a listed word
_ACCENT_MARKS = re.compile("[’']")
_I_ADJECTIVE = re.compile("(?<=[いきしちにひみりぎじびぴ])い$")  # しい is said, and listed, as しー
_NAN = re.compile("[でとのだな]")  # before these 何 is なん
_STRAY_LENGTH = re.compile(rf"(?<![{SCRIPTS['kana']}])ー")  # no vowel to lengthen
_KANA = re.compile(rf"[{SCRIPTS['kana']}]+")  # says itself how it is read
_SOKUON = "ʔ"
_PARTED = {"ので": "の で", "のに": "の に"}  # one morpheme here, two words to the voices
_TEN = "じゅー"
_UNITS = frozenset(
    ("いち", "に", "さん", "し", "よん", "よ", "ご", "ろく", "ろっ", "しち", "なな", "はち", "はっ")
) | {"きゅー", "く"}


@dataclass(frozen=True)
class _Morpheme:
    start: int
    end: int
    text: str
    kana: str  # '' for punctuation and spaces
    numeral: bool  # a digit or a counter
    unknown: bool


class Japanese:
    """`read` for Japanese; numbers and the Latin words its dictionary lists included."""

    alphabet = re.compile(
        rf"[{SCRIPTS['kana']}{SCRIPTS['han']}{SCRIPTS['latin']}0-9\s"
        r".,;:!?…—–―─〜～\-\"“”'‘’()\[\]「」『』【】《》〈〉（）［］、。，．・！？：；％%＋+−×÷=＝&＆/／℃°¥￥$€£@]"
    )
    spaced = False
    is_word = None
    unbroken = None

    def __init__(self) -> None:
        with contextlib.redirect_stdout(io.StringIO()):  # a notice about an optional package
            import pyopenjtalk
        import jaconv
        from misaki.cutlet import HEPBURN, JA_WORDS, Cutlet

        self._analyse = pyopenjtalk.g2p_mapping
        self._hiragana = jaconv.kata2hira
        self._listed = JA_WORDS
        self._table = Cutlet.__new__(Cutlet)  # its kana rules need no dictionary
        self._table.table, self._table.exceptions = dict(HEPBURN), {}

    def knows(self, word: str) -> bool:
        """False for a Latin word that it would spell out. Capitals are spelt out anyway: True."""
        return word.isupper() or not any(m.unknown for m in self._morphemes(word))

    def read(self, text: str) -> list[Pronunciation]:
        said: list[tuple[int, int, str]] = []
        unknown: set[int] = set()
        morphemes = self._morphemes(_STRAY_LENGTH.sub(" ", text))
        first = 0
        while first < len(morphemes):
            last = self._word_end(morphemes, first)
            word = morphemes[first:last]
            if phonemes := self._say(word):
                said.append((word[0].start, word[-1].end, phonemes))
                if any(m.unknown and m.kana and not _KANA.fullmatch(m.text) for m in word):
                    unknown.add(word[0].start)
            first = last
        return [
            replace(each, guessed=True, origin=Origin.RULES) if each.start in unknown else each
            for each in part(said, _gap)
        ]

    def _morphemes(self, text: str) -> list[_Morpheme]:
        found = []
        for offset, entry in self._entries(text):
            start, end = (offset + place for place in entry["char_span"])
            surface = text[start:end]
            kana = ""
            if entry["mora_count"]:
                kana = self._hiragana(_ACCENT_MARKS.sub("", entry["pron"]))
                if entry["pos"] == "形容詞":
                    kana = _I_ADJECTIVE.sub("ー", kana)
                kana = _PARTED.get(kana, kana)
                if surface == "何" and _NAN.match(text, end):
                    kana = "なん"
            groups = entry["pos_group1"], entry["pos_group2"]
            numeral = groups[0] == "数" or "助数詞" in groups
            found.append(_Morpheme(start, end, surface, kana, numeral, entry["is_unknown"]))
        return found

    def _entries(self, text: str, offset: int = 0) -> list[tuple[int, Any]]:
        """OpenJTalk's morphemes, with the offset from which their places count. Some mixtures of
        marks and digits raise a `ValueError` in it: such text is read in two halves."""
        try:
            found = self._analyse(text, use_sudachi_kanji_yomi=False, predict_nani=False)
        except ValueError:
            half = len(text) // 2
            if not half:
                return []
            return self._entries(text[:half], offset) + self._entries(text[half:], offset + half)
        return [(offset, entry) for entry in found]

    def _word_end(self, morphemes: list[_Morpheme], first: int) -> int:
        """The end of the word that begins at `first`: a number with its counter, a listed word
        of several morphemes, or one morpheme with the readings that share its characters."""
        if not morphemes[first].kana:
            return first + 1
        limit = first + 1
        while limit < len(morphemes) and limit - first < _LONGEST_WORD and morphemes[limit].kana:
            limit += 1
        end = first + 1
        for candidate in range(limit, first + 1, -1):
            if self._is_word(morphemes[first:candidate]):
                end = candidate
                break
        if morphemes[first].numeral:
            numerals = first + 1
            while numerals < len(morphemes) and morphemes[numerals].numeral:
                numerals += 1
            if numerals < len(morphemes) and self._is_word(morphemes[numerals - 1 : numerals + 1]):
                numerals += 1  # 2時間: the counter was cut in two
            return max(end, numerals)
        while end < len(morphemes) and morphemes[end].kana and not morphemes[end].text:
            end += 1
        return end

    def _is_word(self, morphemes: list[_Morpheme]) -> bool:
        return "".join(morpheme.text for morpheme in morphemes) in self._listed

    def _say(self, word: list[_Morpheme]) -> str:
        if not word[0].kana:
            return sound_of_marks(word[0].text)
        if word[0].numeral:
            return only_symbols(self._say_number(word))
        return only_symbols(self._say_kana("".join(m.kana for m in word)))

    def _say_kana(self, kana: str) -> str:
        if " " in kana:
            return " ".join(map(self._say_kana, kana.split(" ")))
        before = [None, *kana[:-1]]
        after = [*kana[1:], None]
        say = self._table._get_single_mapping
        return "".join(map(say, before, kana, after)).replace("っ", "")

    def _say_number(self, word: list[_Morpheme]) -> str:
        """Digits and counters stand apart; "twenty-four" (にじゅーよ) and 時間 are one word."""
        said = ""
        for here, after in zip(word, [*word[1:], None], strict=True):
            said += self._say_kana(here.kana)
            if after is None:
                break
            joined = after.kana == _TEN or (here.kana == _TEN and after.kana in _UNITS)
            joined = joined or here.kana.endswith("っ") or self._is_word([here, after])
            joined = joined or self._say_kana(after.kana).startswith(_SOKUON)
            said += "" if joined else " "
        return said


def _gap(left: str, right: str) -> str:
    return "" if right.startswith(_SOKUON) else gap_between(left, right)

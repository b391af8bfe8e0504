"""Spanish, French, Hindi, Italian and Brazilian Portuguese through espeak-ng.

A clause is phonemized whole, which keeps liaison and stress, and is then divided among its words.
Punctuation is kept from phonemizer, which would lose the text behind it.
"""

from __future__ import annotations

import logging
import re
import threading
from functools import lru_cache
from typing import Any

from ..characters import SCRIPTS, only_symbols, sound_of_marks
from ..tokens import Origin
from . import Pronunciation
from .alignment import deal

ESPEAK_LOCK = threading.RLock()  # espeak-ng keeps global state: concurrent calls abort the process

# Affricates and diphthongs that are one symbol in the training data; ties are espeak's `^`.
_ONE_SYMBOL = {
    "a^ɪ": "I", "a^ʊ": "W", "d^z": "ʣ", "d^ʒ": "ʤ", "e^ɪ": "A", "o^ʊ": "O", "ə^ʊ": "Q",
    "s^s": "S", "t^s": "ʦ", "t^ʃ": "ʧ", "ɔ^ɪ": "Y", "^": "", "-": "",
}  # fmt: skip
_MARKS = ';:!?¡¿—…«»“”"()'
_SIGNS = "%€$£₹°@&+²³½¼¾"
_PART = re.compile(
    rf"\s+|[{_MARKS}]+|[.,](?![0-9])|(?<![0-9])[.,]|(?:[^\s{_MARKS}.,]|(?<=[0-9])[.,](?=[0-9]))+"
)
_SAYS_SOMETHING = re.compile(rf"[^\W_]|[{_SIGNS}]")
_GROUPED_DECIMAL = re.compile(r"[0-9],[0-9,]*\.[0-9]")
_WORDS_KEPT = 4096
_LIKE_LETTERS = re.compile(r"[A-Z]{1,6}|[b-df-hj-np-tv-xz]{1,6}")
_STRESS = str.maketrans("", "", "ˈˌː ")


class Espeak:
    """`read` for one espeak voice ('es', 'fr-fr', 'hi', 'it', 'pt-br')."""

    spaced = True
    is_word = None
    unbroken = re.compile(r"\S{60}(?=\S)")

    def __init__(self, voice: str) -> None:
        own = SCRIPTS["latin"] + (SCRIPTS["devanagari"] if voice == "hi" else "")
        # Other characters can crash espeak (hi: '|-' before Han), so none may get in.
        self.alphabet = re.compile(rf"[{own}0-9\s'’\-.,/:{_SIGNS}{_MARKS}]")
        self._backend = _backend(voice)
        self._hindi = voice == "hi"
        self._phonemize = lru_cache(_WORDS_KEPT)(self._phonemize_once)

    def knows(self, word: str) -> bool:
        return True

    def read(self, text: str) -> list[Pronunciation]:
        sounds: list[Pronunciation] = []
        clause: list[re.Match[str]] = []
        for part in _PART.finditer(text):
            if part[0].isspace():
                continue
            if _SAYS_SOMETHING.search(part[0]):
                clause.append(part)
                continue
            sounds += self._read_clause(text, clause)
            clause = []
            if phonemes := sound_of_marks(part[0]):
                sounds.append(_sound(text, part.start(), part.end(), phonemes))
        return sounds + self._read_clause(text, clause)

    def _read_clause(self, text: str, words: list[re.Match[str]]) -> list[Pronunciation]:
        if not words:
            return []
        dealt = deal([self._spoken(word[0]) for word in words], self._phonemize)
        sounds = []
        first = 0
        for count, phonemes in dealt:
            last = first + count - 1
            if phonemes:
                spelled = count == 1 and self._is_spelled(words[first][0], phonemes)
                origin = Origin.LETTERS if spelled else Origin.RULES
                start, end = words[first].start(), words[last].end()
                sounds.append(_sound(text, start, end, phonemes, origin))
            first += count
        return sounds

    def _spoken(self, word: str) -> str:
        """The word as espeak reads all of it: in Hindi it drops decimals behind a comma."""
        return word.replace(",", "") if _GROUPED_DECIMAL.search(word) and self._hindi else word

    def _is_spelled(self, word: str, phonemes: str) -> bool:
        """Whether espeak named the letters of a word: of one in capitals, or without a vowel."""
        if not _LIKE_LETTERS.fullmatch(word):
            return False
        letters = self._phonemize(" ".join(word))
        return phonemes.translate(_STRESS) == letters.translate(_STRESS)

    def _phonemize_once(self, text: str) -> str:
        with ESPEAK_LOCK:
            lines = self._backend.phonemize([text], strip=True)
        phonemes = lines[0] if lines else ""
        for spelled, symbol in _ONE_SYMBOL.items():
            phonemes = phonemes.replace(spelled, symbol)
        return only_symbols(phonemes)


def _sound(
    text: str, start: int, end: int, phonemes: str, origin: Origin = Origin.DICTIONARY
) -> Pronunciation:
    gap = " " if text[end : end + 1].isspace() else ""
    return Pronunciation(start, end, phonemes, gap, origin=origin)


def _backend(voice: str) -> Any:
    from misaki import espeak  # noqa: F401  # points phonemizer at espeakng_loader's library
    from phonemizer.backend import EspeakBackend

    quiet = logging.getLogger("kokoro_studio.espeak")
    quiet.setLevel(logging.ERROR)  # one warning a foreign word otherwise
    with ESPEAK_LOCK:
        return EspeakBackend(
            voice,
            preserve_punctuation=False,
            punctuation_marks="«",
            with_stress=True,
            tie="^",
            language_switch="remove-flags",
            logger=quiet,
        )

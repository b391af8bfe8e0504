"""A person's own pronunciations: words and phrases, and what is said for them.

An override in the text wins over a lexicon, and a lexicon over everything else. All of them are
`markup.Override` once they have a place in a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from typing import TypeVar

from ..errors import TextError
from .characters import only_symbols
from .endings import plural_ending, sound_of_s, takes_ending
from .languages import language_of, lists_word, tags_of
from .lines import unwrap
from .markup import Override
from .normalize.piece import any_of
from .offsets import OffsetText

MOST_CHARACTERS = 200  # of a word or phrase: no more is read at once
_IN_WORD = "[0-9A-Za-zÀ-ɏ\u0300-\u036fḀ-ỿ\u0900-\u0963_]"
_BORDER = re.compile(rf"(?:(?<!{_IN_WORD})|(?!{_IN_WORD}))")  # other scripts have no borders
ENGLISH = "en"  # both accents
_ACCENTS = ("a", "b")

# Names for groups of the Penn Treebank's tags, which the tagger of the English backend gives.
PARTS_OF_SPEECH: dict[str, tuple[str, ...]] = {
    "noun": ("NN", "NNS"),
    "name": ("NNP", "NNPS"),
    "verb": ("VB", "VBP", "VBZ", "VBG", "VBD", "VBN", "MD"),
    "past": ("VBD", "VBN"),
    "adjective": ("JJ", "JJR", "JJS"),
    "adverb": ("RB", "RBR", "RBS"),
}


class CaseRule(str, Enum):
    """Which spellings in capitals are the same word."""

    EXACT = "exact"  # as it is written in the entry
    IGNORE = "ignore"  # any
    SMART = "smart"  # any for an entry in lower case, else as it is written

    def __str__(self) -> str:
        return self.value


class Scope(str, Enum):
    """How far an entry reaches. Of two entries for one word, the narrower scope counts."""

    TEXT = "text"
    PROJECT = "project"
    EVERYWHERE = "everywhere"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class LexiconEntry:
    """How a word or phrase is said. `TextError` for what is missing, unknown or too much.

    In English its possessive and its plural in -s are said alike, with their ending.
    """

    word: str
    phonemes: str | None = None  # symbols of the model; '' silences the word
    respelling: str | None = None  # words that are read in its place
    language: str = ""  # any name of it, kept as its code; 'en': both accents; '': all nine
    case: CaseRule = CaseRule.SMART
    part_of_speech: str = ""  # a key of `PARTS_OF_SPEECH`, in English; '': any
    scope: Scope = Scope.EVERYWHERE

    def __post_init__(self) -> None:
        word = _normal(_plain_marks(self.word)) if isinstance(self.word, str) else ""
        if not any(char.isalnum() for char in word):
            raise TextError("An entry of a lexicon needs a word with a letter or digit in it.")
        if len(word) > MOST_CHARACTERS:
            raise TextError(
                f"The entry {word[:20]!r}… has {len(word)} characters; use at most "
                f"{MOST_CHARACTERS}."
            )
        language = self.language
        if language not in ("", ENGLISH):
            language = language_of(language).code
        kept = {
            "word": word,
            "language": language,
            "case": _member(CaseRule, self.case, "case rule"),
            "scope": _member(Scope, self.scope, "scope"),
        }
        for name, value in kept.items():
            object.__setattr__(self, name, value)
        self._check_sound()
        self._check_part_of_speech()

    def _check_sound(self) -> None:
        if (self.phonemes is None) == (self.respelling is None):
            has = "neither phonemes nor" if self.phonemes is None else "both phonemes and"
            raise TextError(f"The entry {self.word!r} has {has} a respelling; give one of them.")
        if self.respelling is not None and not self.respelling.strip():
            raise TextError(f"The respelling of {self.word!r} is empty; give the words to read.")
        symbols = dict.fromkeys(self.phonemes or "")
        unknown = [char for char in symbols if not char.isspace() and not only_symbols(char)]
        if unknown:
            raise TextError(
                f"The phonemes of {self.word!r} have symbols that the model does not know: "
                f"{' '.join(unknown)[:40]}."
            )

    def _check_part_of_speech(self) -> None:
        part = self.part_of_speech
        if not part:
            return
        if part not in PARTS_OF_SPEECH:
            raise TextError(
                f"There is no part of speech {str(part)[:40]!r}; use one of "
                f"{', '.join(PARTS_OF_SPEECH)}."
            )
        if self.language not in (ENGLISH, *_ACCENTS) or " " in self.word:
            raise TextError(
                f"The entry {self.word!r} has a part of speech, which is known for single English "
                "words only; leave it out, or set the language to en."
            )

    def is_for(self, language: str) -> bool:
        return self.language in ("", language) or (
            self.language == ENGLISH and language in _ACCENTS
        )

    def is_written(self, written: str) -> bool:
        """Whether that spelling, which differs in capitals at most, is this word."""
        any_case = self.case is CaseRule.IGNORE or (
            self.case is CaseRule.SMART and self.word == self.word.lower()
        )
        return any_case or self.word == written

    def override(self, start: int, end: int, ending: str, language: str) -> Override:
        """Of the word with an English ending ('', 's, s) at `text[start:end]`."""
        if self.respelling is not None:
            said = self.respelling + (plural_ending(self.respelling) if ending else "")
            return Override(start, end, respelling=said)
        phonemes = only_symbols(self.phonemes or "")
        if phonemes and ending:
            phonemes += sound_of_s(phonemes, language)
        return Override(start, end, phonemes)


Tags = Callable[[], dict[int, str]]  # tag of the word that starts there


@dataclass(frozen=True)
class Lexicon:
    """Entries in any order; of two for the same word, the narrower scope, then the later one."""

    entries: tuple[LexiconEntry, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.entries)

    def find(self, line: str, language: str) -> list[Override]:
        """The overrides for words of a line, in order; the longest of several at one place.

        `language` is a code of `LANGUAGES`. A line end in the line is a wrap.
        """
        if not self.entries:
            return []
        spoken = unwrap(OffsetText.of(line), lambda word: lists_word(language, word))

        @cache
        def tags() -> dict[int, str]:
            return tags_of(language, spoken.text)

        return [
            entry.override(*spoken.span(start, end), ending, language)
            for start, end, ending, entry in self._table(language).find(spoken.text, tags)
        ]

    def _table(self, language: str) -> _Table:
        if language not in self._tables:
            self._tables[language] = _Table(self.entries, language)
        return self._tables[language]

    @cached_property
    def _tables(self) -> dict[str, _Table]:
        return {}  # by language, as they are asked for


NO_LEXICON = Lexicon()


class _Table:
    """The entries of one language, by word, and one pattern that finds them."""

    def __init__(self, entries: Iterable[LexiconEntry], language: str) -> None:
        order = list(Scope)
        mine = [entry for entry in entries if entry.is_for(language)]
        mine = sorted(reversed(mine), key=lambda entry: order.index(entry.scope))
        self._entries: dict[str, list[LexiconEntry]] = {}
        for entry in mine:
            self._entries.setdefault(_lower(entry.word), []).append(entry)
        spellings = {form for word in self._entries for form in (word, _decomposed(word))}
        endings = "(?P<ending>'s|s'|es|s)?(?!'t)" if language in _ACCENTS else "(?P<ending>)"
        words = any_of(spellings).replace(r"\ ", r"\s+")  # a phrase may be wrapped
        self._pattern = (
            re.compile(rf"{_BORDER.pattern}(?P<word>{words}){endings}{_BORDER.pattern}")
            if spellings
            else None
        )

    def find(self, text: str, tags: Tags) -> Iterator[tuple[int, int, str, LexiconEntry]]:
        """Start, end, ending and entry of each word; `tags` is called if an entry asks for it."""
        text = _plain_marks(text)
        lowered = _lower(text)
        place = 0
        while self._pattern and (found := self._pattern.search(lowered, place)):
            place = found.start() + 1
            # Where the longest is another word, in its capitals or its part of speech, a shorter.
            while found:
                written = _normal(text[slice(*found.span("word"))])
                ending = found["ending"] or ""
                entry = self._entry(written, ending, found.start(), tags)
                if entry:
                    yield found.start(), found.end(), ending, entry
                    place = found.end()
                    break
                found = self._shorter(lowered, found)

    def _shorter(self, lowered: str, found: re.Match[str]) -> re.Match[str] | None:
        """The next shorter match at the same place."""
        end = found.end() - 1
        while self._pattern and (less := self._pattern.match(lowered, found.start(), end)):
            if _BORDER.match(lowered, less.end()):
                return less
            end = less.end() - 1
        return None

    def _entry(self, written: str, ending: str, start: int, tags: Tags) -> LexiconEntry | None:
        if ending and not takes_ending(written.lower(), ending):
            return None
        for entry in self._entries[_lower(written)]:
            if not entry.is_written(written):
                continue
            wanted = PARTS_OF_SPEECH.get(entry.part_of_speech)
            if wanted is None or tags().get(start) in wanted:
                return entry
        return None


def _normal(word: str) -> str:
    """With composed accents, and single spaces."""
    return " ".join(unicodedata.normalize("NFC", word).split())


def _plain_marks(text: str) -> str:
    return text.translate(_APOSTROPHES)


_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ＇‛", "'"))


def _decomposed(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _lower(text: str) -> str:
    """In lower case and of the same length."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


_Member = TypeVar("_Member", CaseRule, Scope)


def _member(kind: type[_Member], value: object, name: str) -> _Member:
    try:
        return kind(value)
    except ValueError:
        names = ", ".join(str(each) for each in kind)
        raise TextError(f"There is no {name} {str(value)[:40]!r}; use one of {names}.") from None

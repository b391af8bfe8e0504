"""The choice among the senses of a word, and what misaki's lexicon has to be taught for it."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from .context import Context, Word
from .senses import Scores, Sense, Weights, read_table
from .table import GENERAL, WORDS

_LEAST = -6.0  # the tagger is never surer than this that a word is not of a part of speech
_FAR = 0.6  # share of its weight that a cue has in the farther half of a sentence
_PARTS = {"VERB": "VB", "NOUN": "NN", "ADJ": "JJ", "ADV": "RB"}
_NO_WORD_CLASS = {tag: 0.0 for tag in ("IN", "DT", "UH", "FW")}
_GENERAL = {each.key: each for each in read_table(GENERAL)["general"]}
TABLE = read_table(WORDS, _GENERAL)


def best(senses: Sequence[Sense], words: Sequence[Word], place: int, scores: Scores) -> Sense:
    """The sense of `words[place]`, to whose tags the tagger gives `scores`."""
    context = Context(words, place)
    return max(senses, key=lambda sense: points(sense, context, scores))


def points(sense: Sense, context: Context, scores: Scores) -> float:
    """The weights of a sense's cues in a context, added up; natural logarithms."""
    return (
        sense.prior
        + _by_tag(sense.tags, scores)
        + _sum(sense.own, context.own)
        + _sum(sense.before, context.before)
        + _sum(sense.after, context.after)
        + (_sum(sense.left, context.left) if sense.left else 0.0)
        + (_sum(sense.right, context.right) if sense.right else 0.0)
        + (_nearby(sense.near, context) if sense.near else 0.0)
    )


def _nearby(cues: Weights, context: Context) -> float:
    return _sum(cues, context.near) + _FAR * _sum(cues, context.far)


def _by_tag(tags: Weights, scores: Scores) -> float:
    """The logarithm of the probability of the tags; of several beginnings the longest counts."""
    if not tags:
        return 0.0
    likely = sum(
        math.exp(score + tags[fits])
        for tag, score in scores.items()
        if (fits := max((start for start in tags if tag.startswith(start)), key=len, default=""))
    )
    return max(math.log(likely), _LEAST) if likely > 0 else _LEAST


def _sum(cues: Weights, found: Iterable[str]) -> float:
    return sum(cues[each] for each in found if each in cues)


def by_part_of_speech(word: str, entry: Mapping[str, str | None]) -> tuple[Sense, ...] | None:
    """The senses of an entry of misaki's lexicon, `{"DEFAULT": …, "VERB": …}`, if they differ."""
    keys = [key for key in entry if key in _PARTS]
    if None in entry.values() or "None" in entry or len(set(entry.values())) < 2 or not keys:
        return None
    rest = [key for key in _PARTS if key not in keys]
    if "VERB" in rest and ("NOUN" in keys or word.endswith("ate")):
        default = _GENERAL["VERB"]
    else:
        default = _GENERAL["EITHER" if "VERB" in keys and "ADJ" in rest else "NOUN"]
    tags = _NO_WORD_CLASS | {_PARTS[key]: 0.0 for key in rest}
    return (
        replace(default, key="DEFAULT", tags=tags),
        *(replace(_GENERAL[key], tags={_PARTS[key]: 0.0}) for key in keys),
    )


class Homographs:
    """The homographs of one accent's lexicon, to which it adds the sounds that misaki lacks."""

    def __init__(self, lexicon: Any, british: bool) -> None:
        self._golds: dict[str, Any] = lexicon.golds
        self._senses: dict[str, tuple[Sense, ...]] = {}
        for forms, senses in TABLE.items():
            word, *plurals = forms.split()
            said = {each.key: each.said[british] for each in senses if each.said}
            if said:
                old = self._golds.get(word, {})
                said = ({"DEFAULT": old} if isinstance(old, str) else old) | said
            self._add(word, senses, said)
            for plural in plurals:
                self._add(plural, senses, {key: lexicon._s(sound) for key, sound in said.items()})

    def _add(self, word: str, senses: tuple[Sense, ...], said: Mapping[str, str]) -> None:
        for form in (word, word.capitalize()):
            self._senses[form] = senses
            if said:
                self._golds[form] = said

    def of(self, text: str) -> tuple[Sense, ...] | None:
        """The senses of a word that has more than one sound."""
        if text in self._senses:
            return self._senses[text]
        word = text.lower()
        if text not in (word, word.capitalize()):
            return self.of(word)
        entry = self._golds.get(word)
        if entry is None and word.endswith("s"):
            return self.of(word[:-1])
        senses = by_part_of_speech(word, entry) if isinstance(entry, dict) else None
        if senses:
            self._senses[text] = senses
        return senses

    def keys(
        self, words: Sequence[Word], scores: Callable[[int], Scores]
    ) -> Iterator[tuple[int, str]]:
        """For each homograph its place, and the key of its sense in the lexicon."""
        for place, word in enumerate(words):
            senses = self.of(word.text)
            if senses:
                yield place, best(senses, words, place, scores(place)).key

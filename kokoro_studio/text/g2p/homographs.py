"""English homographs: which of its sounds a word has, by the tagger's scores and the words around.

Each sense of a word collects points: the logarithm of the probability that the tagger gives to the
parts of speech of that sense, and the weights of the cues that are found beside it. The sense with
most points is taken. misaki's lexicon has a sound for each part of speech of a word, so a sense is
a key of that entry, and is handed to misaki in place of the tag; senses that differ in meaning and
not in part of speech are added to the lexicon under a name of their own.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import Any

Weights = Mapping[str, float]
Scores = Mapping[str, float]  # logarithm of the probability of each tag

_ADJACENT, _BESIDE, _NEAR = 3.0, 2.0, 2.0  # weight of a cue that has none of its own
_SIDE = 4  # words on one side in which `left` and `right` are looked for
_WINDOW = 12  # words on each side in which `near` is looked for
_LONGEST = 3  # words of a cue
_LEAST = -6.0  # the tagger is never surer than this that a word is not of a part of speech
_ENDS = frozenset(".!?;")


@dataclass(frozen=True)
class Word:
    """A token as the tagger sees it."""

    text: str
    tag: str
    whitespace: str = ""


@dataclass(frozen=True)
class Sense:
    """One sound of a word.

    `key` is the part of speech, or the name, under which the lexicon has the sound. `tags` are the
    beginnings of the tags that the sense occurs with; none are all. `said` is the American and the
    British sound, if misaki has none. The cues are read by `weights`: `own` looks at how the word
    is written, `before` and `after` at the words beside it, `left` and `right` at the next four,
    `near` at the sentence.
    """

    key: str
    tags: Weights
    prior: float = 0.0
    said: tuple[str, str] | None = None
    own: Weights = field(default_factory=dict)
    before: Weights = field(default_factory=dict)
    after: Weights = field(default_factory=dict)
    left: Weights = field(default_factory=dict)
    right: Weights = field(default_factory=dict)
    near: Weights = field(default_factory=dict)


def weights(cues: str, default: float) -> dict[str, float]:
    """Cues, parted by spaces: words, `made_of` for several, tags in capitals, `^` and `.` for the
    ends of a sentence. A weight stands behind a colon: `gas made_of:6 DT:-2`.
    """
    found = {}
    for cue in cues.split():
        name, colon, weight = cue.rpartition(":")
        found[name if colon and name else cue] = float(weight) if colon and name else default
    return found


def sense(
    key: str,
    tags: str = "",
    prior: float = 0.0,
    said: tuple[str, str] | None = None,
    *,
    own: str = "",
    before: str = "",
    after: str = "",
    left: str = "",
    right: str = "",
    near: str = "",
) -> Sense:
    """A `Sense` of cues as they are written in the tables."""
    return Sense(
        key,
        weights(tags, 0.0),
        prior,
        said,
        weights(own, _ADJACENT),
        weights(before, _ADJACENT),
        weights(after, _ADJACENT),
        weights(left, _BESIDE),
        weights(right, _BESIDE),
        weights(near, _NEAR),
    )


def best(senses: Sequence[Sense], words: Sequence[Word], place: int, scores: Scores) -> Sense:
    """The sense of `words[place]`, to whose tags the tagger gives `scores`."""
    around = _Around(words, place)
    return max(senses, key=lambda each: _points(each, around, scores))


def _points(sense: Sense, around: _Around, scores: Scores) -> float:
    return (
        sense.prior
        + _by_tag(sense.tags, scores)
        + _sum(sense.own, around.own)
        + _sum(sense.before, around.before)
        + _sum(sense.after, around.after)
        + _sum(sense.left, around.left)
        + _sum(sense.right, around.right)
        + _sum(sense.near, around.near)
    )


def _by_tag(tags: Weights, scores: Scores) -> float:
    if not tags:
        return 0.0
    likely = sum(
        math.exp(score + tags[fits])
        for tag, score in scores.items()
        if (fits := max((start for start in tags if tag.startswith(start)), key=len, default=""))
    )
    return max(math.log(likely), _LEAST) if likely > 0 else _LEAST


def _sum(cues: Weights, found: Iterable[str]) -> float:
    return sum(cues[each] for each in found if each in cues) if cues else 0.0


class _Around:
    """What is found in the sentence of a word, as the names that cues have."""

    def __init__(self, words: Sequence[Word], place: int) -> None:
        first, last = place, place
        while first > max(0, place - _WINDOW) and words[first - 1].text not in _ENDS:
            first -= 1
        while last < min(len(words) - 1, place + _WINDOW) and words[last].text not in _ENDS:
            last += 1
        opens = first == 0 or words[first - 1].text in _ENDS
        left = [*([Word("^", "^")] if opens else []), *words[first:place]]
        right = [*words[place + 1 : last + 1]]
        if last == len(words) - 1 and not (right and right[-1].text in _ENDS):
            right.append(Word(".", "."))
        self.own = (*_shapes(words[place].text, left, right), *_clause(words[place].text, left, right))
        self.before = _names(left[-_LONGEST:], ends=True)
        self.after = _names(right[:_LONGEST], starts=True)
        self.left = _names(left[-_SIDE:])
        self.right = _names(right[:_SIDE])
        self.near = _names(left) | _names(right)


def _names(words: Sequence[Word], starts: bool = False, ends: bool = False) -> frozenset[str]:
    """Words, phrases and tags: all of them, or those that start or end the words."""
    found = set()
    texts = [word.text.lower() for word in words]
    for begin in range(len(words)):
        if starts and begin:
            break
        for end in range(begin + 1, min(begin + _LONGEST, len(words)) + 1):
            if ends and end < len(words):
                continue
            found.add("_".join(texts[begin:end]))
            if end == begin + 1:
                found.add(words[begin].tag)
            elif end == begin + 2:
                found.add(f"{words[begin].tag}_{words[begin + 1].tag}")
                found.add(f"{words[begin].tag}_{texts[begin + 1]}")
                found.add(f"{texts[begin]}_{words[begin + 1].tag}")
    return frozenset(found)


def _shapes(text: str, left: Sequence[Word], right: Sequence[Word]) -> tuple[str, ...]:
    """How a word is written: `lower`, `UPPER`, `First` of a sentence, `Title` in one, or `Name`."""
    if text == text.lower():
        return ("lower",)
    if len(text) > 1 and text == text.upper():
        return ("UPPER",)
    if not left or left[-1].text in ("^", "``", '"', "“", "(", "*"):
        return ("First",)
    long = [word.text for word in (*left, *right) if len(word.text) > 3 and word.text.isalpha()]
    capitals = sum(word[0].isupper() for word in long)
    return ("Title",) if len(long) > 1 and capitals > len(long) / 2 else ("Name",)


_CLAUSE_ENDS = frozenset(
    ", : -- ( ) and but or as if when while because although though before after since unless until "
    "that which who where whereas".split()
)
_FINITE = ("VBD", "VBZ", "VBP")
_HELPERS = frozenset("do does did 's".split())
_OBJECTS = ("DT", "PRP", "PRP$")


def _clause(text: str, left: Sequence[Word], right: Sequence[Word]) -> Iterator[str]:
    """`verbless` if no other verb of the clause is finite, else `verbful`; `predicate` if the word
    follows a subject in a clause that lacks a verb; `command` if it opens a sentence before an
    object.
    """
    finite = any(
        word.tag in _FINITE and word.text.lower() not in _HELPERS
        for side in (reversed(left), right)
        for word in takewhile(lambda word: word.text.lower() not in _CLAUSE_ENDS, side)
    )
    modal = any(word.tag in ("MD", "TO") for word in left[-4:])
    yield "verbful" if finite else "verbless"
    before = left[-1] if left else Word("^", "^")
    joined = len(left) > 2 and left[-2].text.lower() == "and" and before.tag.startswith("NN")
    plural = before.tag in ("NNS", "NNPS") or joined
    if not finite and not modal and (plural != text.endswith("s")) and before.tag.startswith("NN"):
        yield "predicate" if plural else "maybe_predicate"
    if before.tag == "^" and right and right[0].tag in _OBJECTS and not text.endswith("s"):
        yield "command"


# What tells a verb from a noun or an adjective, whatever the word.
_VERB = sense(
    "VERB",
    own="predicate:6 maybe_predicate:1.5 command:3",
    before="TO:3 MD:4 n't:3 not:1 please:4 let_'s:4 i:2.5 we:2.5 they:2.5 you:2 PRP:1 who:2 "
    "TO_RB:3 never:1 always:1 RB:0.5",
    after="DT:1.5 PRP:2.5 PRP$:2 me:1 him:1 them:1 us:1",
)
_NOUN = sense(
    "NOUN",
    own="verbful:1",
    before="DT:2.5 PRP$:2.5 POS:3 JJ:1.5 of:2 IN:2.5 CD:1 no:2 all:1 dozen:2 that:-2 if:-2 "
    "because:-2 as:-1 than:-1 though:-2 although:-2 while:-2 whether:-2",
    after="of:1.5 is:1.5 was:1.5 are:1 were:1 MD:1 VBZ:1.5 VBD:1.5 RB_VBZ:2 RB_VBD:2 RB_MD:2",
)
_ADJECTIVE = sense(
    "ADJ",
    own="verbful:1",
    before="DT:1 PRP$:1 is:1.5 are:1.5 was:1.5 were:1.5 be:1.5 very:3 so:2 too:2 more:2 most:2",
    after="NN:2 NNS:2",
)
_EITHER = replace(
    _NOUN,
    before=_ADJECTIVE.before | _NOUN.before,
    after=_NOUN.after | {"NN": 1.0, "NNS": 1.0},
)
_NO_WORD_CLASS = {tag: 0.0 for tag in ("IN", "DT", "UH", "FW")}
_KINDS = {"VERB": _VERB, "NOUN": _NOUN, "ADJ": _ADJECTIVE, "ADV": sense("ADV")}

Table = Mapping[str, tuple[Sense, ...]]
_PARTS = {"VERB": "VB", "NOUN": "NN", "ADJ": "JJ", "ADV": "RB"}


def by_part_of_speech(word: str, entry: Mapping[str, str | None]) -> tuple[Sense, ...] | None:
    """The senses of an entry of misaki's lexicon, `{"DEFAULT": …, "VERB": …}`, if they differ."""
    keys = [key for key in entry if key in _PARTS]
    if None in entry.values() or "None" in entry or len(set(entry.values())) < 2 or not keys:
        return None
    rest = [key for key in _PARTS if key not in keys]
    if "VERB" in keys:
        default = _EITHER if "ADJ" in rest else _NOUN
    else:
        default = _VERB if "NOUN" in keys or word.endswith("ate") else _NOUN
    tags = _NO_WORD_CLASS | {_PARTS[key]: 0.0 for key in rest}
    return (
        replace(default, key="DEFAULT", tags=tags),
        *(replace(_KINDS[key], tags={_PARTS[key]: 0.0}) for key in keys),
    )


class Homographs:
    """The homographs of one accent's lexicon, to which it adds the sounds that misaki lacks."""

    def __init__(self, lexicon: Any, table: Table, british: bool) -> None:
        self._golds: dict[str, Any] = lexicon.golds
        self._senses: dict[str, tuple[Sense, ...]] = {}
        for forms, senses in table.items():
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

    def keys(self, words: Sequence[Word], scores: Callable[[int], Scores]) -> Iterator[tuple[int, str]]:
        """For each homograph its place, and the key of its sense in the lexicon."""
        for place, word in enumerate(words):
            senses = self.of(word.text)
            if senses:
                yield place, best(senses, words, place, scores(place)).key

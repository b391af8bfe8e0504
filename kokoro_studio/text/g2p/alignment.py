"""Distribute the phonemes of a whole clause among its words.

espeak joins words ("parce que"), splits them ("2021") and changes them by their neighbours, so
the clause often has more or fewer stretches of phonemes than words. Words that occur once, and
sound the same alone as in the clause, are anchors; between anchors, an edit-distance path decides.
No word that has a sound goes without: it shares that of a neighbour.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from difflib import Match, SequenceMatcher
from functools import lru_cache

Dealt = list[tuple[int, str]]  # (how many words, their phonemes)

_UNSTRESSED = re.compile("[ˈˌː \u0303]")
# Numbers, signs and capitals: said as several words, which may even out words said as one.
_MAY_BE_SEVERAL = re.compile(r"[0-9%€$£₹°@&+²³½¼¾]|[A-Z]{2}|[a-z][A-Z]")
_STEPS = [(1, count) for count in range(16)] + [(2, 1), (3, 1), (4, 1), (2, 2)]
_LARGEST_GAP = 600  # cells; in a larger gap the words keep the phonemes they have alone
_MOST_LETTERS = 400  # the same limit, for a few very long words
_MERGE_COST = 0.3  # a word: prefer one token a word
_SILENCE_COST = 1.0  # giving nothing to a word that has a sound


def deal(words: list[str], phonemize: Callable[[str], str]) -> Dealt:
    """Phonemes for each word, or for a run of words espeak says as one."""
    chunks = phonemize(" ".join(words)).split()
    if len(chunks) == len(words) and not any(map(_MAY_BE_SEVERAL.search, words)):
        return [(1, chunk) for chunk in chunks]
    alone = [phonemize(word) for word in words]
    dealt = _align(alone, chunks)
    if _left_silent(dealt, alone):
        dealt = _attach_strays(_align_gap(alone, chunks), len(alone))
    return _share(dealt, alone)


def _letters(phonemes: str) -> str:
    return _UNSTRESSED.sub("", phonemes)


def _align(alone: list[str], chunks: list[str], once: bool = True) -> Dealt:
    """By anchors, and by paths between them. `once`: a word that comes again is no anchor."""
    words = [_letters(word) for word in alone]
    sounds = [_letters(chunk) for chunk in chunks]
    dealt: Dealt = []
    word = chunk = 0
    for next_word, next_chunk, count in _anchors(words, sounds, once):
        dealt += _align_gap(alone[word:next_word], chunks[chunk:next_chunk], once)
        dealt += [(1, sound) for sound in chunks[next_chunk : next_chunk + count]]
        word, chunk = next_word + count, next_chunk + count
    return _attach_strays(dealt, len(alone))


def _anchors(words: list[str], sounds: list[str], once: bool) -> list[Match]:
    if not once:
        return SequenceMatcher(None, words, sounds, autojunk=False).get_matching_blocks()
    unique = {word for word, count in Counter(words).items() if count == 1}
    unique &= {sound for sound, count in Counter(sounds).items() if count == 1}
    # A number in the place of each other one: none of them are equal.
    left = [word if word in unique else place for place, word in enumerate(words)]
    right = [sound if sound in unique else -1 - place for place, sound in enumerate(sounds)]
    return SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks()


def _left_silent(dealt: Dealt, alone: list[str]) -> list[int]:
    """The places in `dealt` of words without phonemes that have some alone."""
    silent, word = [], 0
    for place, (count, phonemes) in enumerate(dealt):
        if not phonemes and any(map(_letters, alone[word : word + count])):
            silent.append(place)
        word += count
    return silent


def _share(dealt: Dealt, alone: list[str]) -> Dealt:
    """Join each word that has a sound and got none to the word before it, or else after it."""
    silent = set(_left_silent(dealt, alone))
    if not silent or len(silent) == len(dealt):
        return dealt
    out: Dealt = []
    waiting = 0  # words at the beginning that got none
    for place, (count, phonemes) in enumerate(dealt):
        if place not in silent:
            out.append((count + waiting, phonemes))
            waiting = 0
        elif out:
            out[-1] = out[-1][0] + count, out[-1][1]
        else:
            waiting += count
    return out


def _attach_strays(dealt: Dealt, words: int) -> Dealt:
    """Add phonemes between two anchors to the word before them (or to the first one)."""
    out: Dealt = []
    lead = ""
    for count, phonemes in dealt:
        if count:
            out.append((count, f"{lead} {phonemes}".strip()))
            lead = ""
        elif out:
            out[-1] = out[-1][0], f"{out[-1][1]} {phonemes}".strip()
        else:
            lead = f"{lead} {phonemes}"
    return out or [(words, lead.strip())]


def _align_gap(alone: list[str], chunks: list[str], once: bool = False) -> Dealt:
    if not alone:
        return [(0, " ".join(chunks))] if chunks else []
    if not chunks:
        return [(1, "") for _ in alone]
    letters = max(len("".join(alone)), len("".join(chunks)))
    if len(alone) * len(chunks) > _LARGEST_GAP or letters > _MOST_LETTERS:
        return _align(alone, chunks, False) if once else [(1, phonemes) for phonemes in alone]
    return _cheapest_path(alone, chunks) or [(len(alone), " ".join(chunks))]


def _cheapest_path(alone: list[str], chunks: list[str]) -> Dealt:
    """Dynamic programming over (words dealt, chunks dealt)."""
    words = [_letters(word) for word in alone]
    sounds = [_letters(chunk) for chunk in chunks]
    goal = len(words), len(sounds)
    best: dict[tuple[int, int], float] = {(0, 0): 0.0}
    back: dict[tuple[int, int], tuple[int, int]] = {}
    for word in range(goal[0]):
        for chunk in range(goal[1] + 1):
            if (word, chunk) not in best:
                continue
            for word_step, chunk_step in _STEPS:
                to = word + word_step, chunk + chunk_step
                if to[0] > goal[0] or to[1] > goal[1]:
                    continue
                left, right = "".join(words[word : to[0]]), "".join(sounds[chunk : to[1]])
                cost = best[word, chunk] + _MERGE_COST * (word_step - 1)
                if not chunk_step and left:
                    cost += _SILENCE_COST
                known = best.get(to, float("inf"))
                if cost + abs(len(left) - len(right)) >= known:
                    continue  # no distance can be less
                cost += _distance(left, right)
                if cost < known:
                    best[to], back[to] = cost, (word, chunk)
    dealt: Dealt = []
    at = goal
    while at in back:
        before = back[at]
        dealt.append((at[0] - before[0], " ".join(chunks[before[1] : at[1]])))
        at = before
    return dealt[::-1]


@lru_cache(8192)
def _distance(left: str, right: str) -> int:
    """Levenshtein distance."""
    row = list(range(len(right) + 1))
    for count, a in enumerate(left, 1):
        above, row[0] = row[0], count
        for column, b in enumerate(right, 1):
            above, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, above + (a != b)),
            )
    return row[-1]

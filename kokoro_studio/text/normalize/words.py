"""Words that are written one way and read another: abbreviations, acronyms, names, homographs."""

from __future__ import annotations

import re
from functools import partial

from .locale import Locale
from .piece import LEFT, RIGHT, Piece, Reading, Rule, any_of, say


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Rules that depend on neighbouring words come before those for single words."""
    found = [
        Rule("context", re.compile(pattern), partial(_in_context, reading), of_figures)
        for contexts, of_figures in ((locale.contexts, False), (locale.figure_contexts, True))
        for pattern, reading in contexts
    ]
    if locale.tails:
        keys = any_of(key.removesuffix(".") for key in locale.tails)
        inside = r"\.(?= ?[,;:)]| [0-9a-zà-ɏ\u0900-\u0963])"
        pattern = re.compile(rf"{LEFT}(?P<word>{keys})(?:{inside}|(?=\.))")
        found.append(Rule("tail", pattern, lambda m: say(m, locale.tails[m["word"] + "."])))
    if locale.titles:
        pattern = re.compile(f"{LEFT}{any_of(locale.titles)}{RIGHT}")
        found.append(Rule("title", pattern, lambda m: say(m, locale.titles[m[0]])))
    if locale.words:
        pattern = re.compile(f"{LEFT}{any_of(locale.words)}{RIGHT}")
        found.append(Rule("word", pattern, lambda m: say(m, locale.words[m[0]])))
    return tuple(found)


def _in_context(reading: Reading, match: re.Match[str]) -> Piece | None:
    said = reading if isinstance(reading, str) else reading(match)
    return None if said is None else say(match, said, "it")

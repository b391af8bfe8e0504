"""English readings that depend on the words around: St., initials, dates in words, amounts."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..piece import Reading
from .english_words import DIGITS, MONTHS
from .number_words import ordinal

_MONTH = f"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\\.)"
_DAY = r"(?P<it>[12][0-9]|3[01]|0?[1-9])(?![0-9A-Za-z]|[.,:/%-][0-9]|%)"
# "March 3 miles north" is no date, "March 3 was cold" is one.
_NO_PLURAL = r"(?! (?!is\b|was\b|has\b|as\b|this\b|does\b)[a-z]+s\b)"
_SENTENCE_END = r"(?=[\"'”)]*\s*\Z|[\"'”)]*\n)"
# A capital behind "4 p.m." that does not begin a sentence.
_AFTER_TIME = "[A-Z]{2,}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Pacific|Central"
_HALF_DAY = r" ?(?:[ap]\.?m\b|[AP]M\b)"
_LETTERED = "letter|option|plan|vitamin|room|gate|seat|class|grade|type|group"

_SIGNS = {"$": "dollars", "£": "pounds", "€": "euros"}
_SCALES = {
    "k": "thousand", "K": "thousand", "m": "million", "M": "million", "mn": "million",
    "bn": "billion", "b": "billion", "B": "billion", "tn": "trillion", "T": "trillion",
}  # fmt: skip


def contexts(british: bool, spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings; `spell` gives the phonemes of capitals spelled out."""
    return (
        (r"\b(?P<it>Z)\b(?![.'])", "/zˈɛd/" if british else "/zˈi/"),
        (r"(?P<it>\b[Nn]o\.)(?= ?[0-9])", "number"),
        *_dates(british),
        *_STREETS,
        *_letters(spell),
        *_TIMES_AND_AMOUNTS,
        # A possessive before a quotation would become its closing mark.
        (r"(?P<it>\b[A-Za-z]+s') ?(?=[\"“‘])", lambda m: m["it"][:-1]),
    )


def _dates(british: bool) -> tuple[tuple[str, Reading], ...]:
    before = "the {}" if british else "{}"
    return (
        (
            rf"\b{_MONTH} {_DAY}{_NO_PLURAL}",
            lambda m: before.format(ordinal(int(m["it"]), "en")),
        ),
        (
            rf"(?<![0-9A-Za-z$£€:.,/-])(?<!\bthe ){_DAY} (?={_MONTH})",
            lambda m: f"the {ordinal(int(m['it']), 'en')} of",
        ),
    )


_STREETS: tuple[tuple[str, Reading], ...] = (
    (r"\b[0-9]+ (?:[A-Z][\w.]* ){0,3}[A-Z]\w+ (?P<it>St\.?)(?!\w)", "Street"),
    (r"\b[A-Z]\w+ (?P<it>St\.)(?! [A-Z])(?!\w)", "Street"),
    (r"\b(?P<it>St\.?)(?= [A-Z][a-z])", "Saint"),
)


def _letters(spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Letters beside digits, and those whose full stop misaki takes for an abbreviation's."""

    def with_stop(match: re.Match[str]) -> str:
        return f"/{spell(match['it'].replace('.', '').upper())}./"

    return (
        (r"\b(?P<it>[A-Z]{2})(?=[0-9]{2,}\b)", lambda m: ".".join(m["it"]) + ". "),
        (r"\b[0-9](?P<it>[A-Z]{2})\b", lambda m: " " + ".".join(m["it"]) + "."),
        (rf"(?<![0-9A-Za-z.,])(?P<it>[0-9]+)(?=[A-Z]\.{_SENTENCE_END})", lambda m: m["it"] + " "),
        (rf"(?:(?<=[0-9])|(?<=[a-z] ))(?P<it>[A-HJ-Z]\.){_SENTENCE_END}", with_stop),
        (rf"(?i:\b[0-9]+|\b(?:{_LETTERED}) )(?P<it>[A-HJ-Z]\.)(?= [A-Z])", with_stop),
        (
            rf"(?<=[0-9]) ?(?P<it>[ap]\.m\.)(?:{_SENTENCE_END}|(?= (?!{_AFTER_TIME})[A-Z]))",
            with_stop,
        ),
    )


def _scaled(match: re.Match[str]) -> str:
    scale = _SCALES.get(match["scale"], match["scale"])
    return f"{match['size']} {scale} {_SIGNS[match['sign']]}"


_TIMES_AND_AMOUNTS: tuple[tuple[str, Reading], ...] = (
    (
        r"(?P<it>(?P<sign>[$£€])(?P<size>[0-9][0-9,]*(?:\.[0-9]+)?) ?"
        r"(?P<scale>thousand|million|billion|trillion|[kKmMbBT]|mn|bn|tn))\b",
        _scaled,
    ),
    (
        rf"\b(?P<it>(?:[1-9]|1[0-2])\.[0-5][0-9])(?={_HALF_DAY})",
        lambda m: m["it"].replace(".0", " oh ").replace(".", " ").removesuffix(" oh 0"),
    ),
    (r"[$£€][0-9][0-9.,]*(?P<it>/)(?=[a-z])", " per "),
    (rf"\b(?P<it>[0-9]{{1,2}}:00)(?={_HALF_DAY})", lambda m: m["it"][:-3]),
    (rf"\b(?P<it>(?:[1-9]|1[0-2]):00)\b(?!:|{_HALF_DAY})", lambda m: m["it"][:-3] + " o'clock"),
    (r"\b(?P<it>(?:1[3-9]|2[0-3]):00)\b(?!:)", lambda m: m["it"][:-3] + " hundred"),
    (
        r"\b(?P<it>911|999|112)\b"
        r"(?=[,;.!?)](?![0-9])|\s*\Z| (?:or|and|if|for|now|immediately)\b)",
        lambda m: " ".join(DIGITS[int(digit)] for digit in m["it"]),
    ),
)

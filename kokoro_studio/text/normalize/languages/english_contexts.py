"""English readings that depend on the words around: St., initials, dates in words, amounts."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..piece import Reading
from . import english_abbreviations, english_apostrophes, english_figures, english_signs
from .english_words import DIGITS, MONTHS
from .number_words import ordinal

_MONTH = f"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\.?)(?![a-z])"
_DAY = r"(?P<it>[12][0-9]|3[01]|0?[1-9])(?![0-9A-Za-z]|[.,:/%-][0-9]|%)"
# "March 3 miles north" is no date, "March 3 was cold" is one.
_NO_PLURAL = r"(?! (?!is\b|was\b|has\b|as\b|this\b|does\b)[a-z]+s\b)"
_SENTENCE_END = r"(?=[\"'”)]*\s*\Z|[\"'”)]*\n)"
# A capital behind "4 p.m." that does not begin a sentence.
_AFTER_TIME = "[A-Z]{2,}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Pacific|Central"
_HALF_DAY = r" ?(?:[ap]\.?m\b|[AP]M\b)"
_LETTERED = "letter|option|plan|vitamin|room|gate|seat|class|grade|type|group"


def contexts(british: bool, spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings; `spell` gives the phonemes of capitals spelled out."""
    return (
        *english_abbreviations.contexts(spell),
        (r"\b(?P<it>Z)\b(?![.'])", "/zˈɛd/" if british else "/zˈi/"),
        (r"(?P<it>\b[Nn]o\.)(?= ?[0-9])", "number"),
        *english_signs.contexts(british, spell),
        *english_apostrophes.contexts(british),
        *_letters(spell),
        # A possessive before a quotation would become its closing mark.
        (r"(?P<it>\b[A-Za-z]+s') ?(?=[\"“‘])", lambda m: m["it"][:-1]),
    )


def figure_contexts(british: bool, spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Those that hold a figure."""
    return (
        *english_figures.contexts(british, spell),
        *_dates(british),
        *_TIMES_AND_AMOUNTS,
        *(_TIMES_WITH_POINT if british else ()),
    )


def _dates(british: bool) -> tuple[tuple[str, Reading], ...]:
    before = "the {}" if british else "{}"

    def short_date(match: re.Match[str]) -> str | None:
        first, second = int(match["first"]), int(match["second"])
        day, month = (first, second) if british else (second, first)
        if not 1 <= month <= 12 or not 1 <= day <= 31 or match["it"] in ("9/11", "24/7"):
            return None
        name = MONTHS[month - 1]
        return f"the {ordinal(day, 'en')} of {name}" if british else f"{name} {ordinal(day, 'en')}"

    return (
        (
            rf"\b{_MONTH} {_DAY}{_NO_PLURAL}",
            lambda m: before.format(ordinal(int(m["it"]), "en")),
        ),
        (
            rf"(?<![0-9A-Za-z$£€:.,/-])(?<!\bthe ){_DAY} (?={_MONTH})",
            lambda m: f"the {ordinal(int(m['it']), 'en')} of",
        ),
        (
            r"\b(?:[Oo]n|[Bb]y|[Uu]ntil|[Bb]efore|[Aa]fter|[Dd]ue|[Ss]ince|[Ff]rom|[Dd]ated) "
            r"(?P<it>(?P<first>[0-3]?[0-9])/(?P<second>[0-3]?[0-9]))(?![0-9A-Za-z/%]|\.[0-9])",
            short_date,
        ),
    )


def _letters(spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Letters beside digits, and those whose full stop misaki takes for an abbreviation's."""

    def with_stop(match: re.Match[str]) -> str:
        return f"/{spell(match['it'].replace('.', '').upper())}./"

    return (
        (r"\b(?P<it>[A-Z]{2})(?=[0-9]{2,}\b)", lambda m: ".".join(m["it"]) + ". "),
        (
            r"\b[0-9](?P<it>(?!(?:[KMGTP]B|[KMG]W|HZ|ST|ND|RD|TH)\b)[A-Z]{2})\b",
            lambda m: " " + ".".join(m["it"]) + ".",
        ),
        (rf"(?<![0-9A-Za-z.,])(?P<it>[0-9]+)(?=[A-Z]\.{_SENTENCE_END})", lambda m: m["it"] + " "),
        (rf"(?:(?<=[0-9])|(?<=[a-z] ))(?P<it>[A-HJ-Z]\.){_SENTENCE_END}", with_stop),
        (rf"(?<=[a-z] )(?P<it>[b-hj-z]\.){english_abbreviations.SENTENCE_END}", with_stop),
        (
            rf"\b(?:an|[Gg]rade|[Pp]lan|[Oo]ption|[Vv]itamin|straight|[Ss]ection|[Pp]art) "
            rf"(?P<it>A\.){english_abbreviations.SENTENCE_END}",
            with_stop,
        ),
        (rf"(?i:\b[0-9]+|\b(?:{_LETTERED}) )(?P<it>[A-HJ-Z]\.)(?= [A-Z])", with_stop),
        (
            rf"(?<=[0-9]) ?(?P<it>[ap]\.m\.|[AP]\.M\.)"
            rf"(?:{_SENTENCE_END}|(?= (?!{_AFTER_TIME})[A-Z]))",
            with_stop,
        ),
    )


# British: "at 18.45", but "at 18.45 km".
_TIMES_WITH_POINT: tuple[tuple[str, Reading], ...] = (
    (
        r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Tt]ill|[Ff]rom|[Bb]efore|[Aa]fter) "
        r"(?P<it>(?:[01]?[0-9]|2[0-3])\.[0-5][0-9])"
        r"(?![0-9A-Za-z%]|\.[0-9]| ?(?:per|[kcm]?m|kg|million)\b)",
        lambda m: m["it"].replace(".0", " oh ").replace(".", " ").replace(" oh 0", " hundred"),
    ),
)
_TIMES_AND_AMOUNTS: tuple[tuple[str, Reading], ...] = (
    (
        rf"\b(?P<it>(?:[1-9]|1[0-2])\.[0-5][0-9])(?={_HALF_DAY})",
        lambda m: m["it"].replace(".0", " oh ").replace(".", " ").removesuffix(" oh 0"),
    ),
    (rf"\b(?P<it>[0-9]{{1,2}}:00)(?={_HALF_DAY})", lambda m: m["it"][:-3]),
    (rf"\b(?P<it>(?:[1-9]|1[0-2]):00)\b(?!:|{_HALF_DAY})", lambda m: m["it"][:-3] + " o'clock"),
    (r"\b(?P<it>(?:1[3-9]|2[0-3]):00)\b(?!:)", lambda m: m["it"][:-3] + " hundred"),
    (
        r"\b(?P<it>911|999|112)\b"
        r"(?=[,;.!?)](?![0-9])|\s*\Z| (?:or|and|if|for|now|immediately)\b)",
        lambda m: " ".join(DIGITS[int(digit)] for digit in m["it"]),
    ),
)

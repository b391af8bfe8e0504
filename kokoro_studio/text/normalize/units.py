"""Units behind a number: 5 km, 320 km/h, 4,5 l/100 km."""

from __future__ import annotations

import re

from .attributive import bare, is_attributive
from .fractions import VULGAR
from .locale import Locale
from .numbers import number
from .piece import LEFT, RIGHT, Piece, Rule, any_of, say


def rules(locale: Locale) -> tuple[Rule, ...]:
    """The full stop of an abbreviated unit goes with it unless it ends the sentence."""
    if not locale.units:
        return ()
    dot = r"(?:\.(?= [a-zà-ɏ]|[,;]))?"
    pattern = (
        rf"{LEFT}(?<![0-9][.,:/])(?P<count>{number(locale)})(?P<gap>[ -]?)"
        rf"(?P<it>{any_of(locale.units)}){RIGHT}(?!['’]){dot}"
    )

    def speak(match: re.Match[str]) -> Piece | None:
        one, many = locale.units[match["it"]]
        if match["gap"] == "-" and not locale.attributive:
            return None
        adjective = match["gap"] == "-" or is_attributive(match, locale)
        if match["count"] == "1" and not adjective:
            return say(match, one)
        many = bare(one) if adjective else many
        if match["gap"] != " ":
            return say(match, match["count"] + locale.space + many)
        return Piece(match.start("it"), match.end(), many)

    def speak_part(match: re.Match[str]) -> Piece:
        one, many = locale.units[match["it"]]
        return say(match, match["gap"] + (many if match["whole"] else bare(one)), "unit")

    found = [Rule("unit", re.compile(pattern), speak)]
    if locale.attributive:  # "one and a half ounces", "three quarters ounce"
        part = (
            rf"(?P<whole>(?<![0-9])[0-9]{{1,6}} ?)?(?:[{VULGAR}]|(?<![0-9.,/])[0-9]/[0-9]{{1,2}})"
            rf"(?P<unit>(?P<gap> ?)(?P<it>{any_of(locale.units)}){RIGHT}{dot})"
        )
        found.append(Rule("unit", re.compile(part), speak_part))
    return tuple(found)

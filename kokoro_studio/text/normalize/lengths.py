"""Feet, inches and angles, which are written with quotation marks: 5'10", 6′, 55", 40°26'46"."""

from __future__ import annotations

import re

from .attributive import bare, is_attributive
from .fractions import VULGAR
from .locale import Lengths, Locale
from .piece import LEFT, Piece, Rule, say

_FOOT, _INCH = "['′]", "(?:[\"″”]|''|′′)"
_COUNT = r"[0-9]+(?:[.,][0-9]+)?"
_TIMES = re.compile(" ?[x×] ?[0-9]")  # 4" x 6": the unit is said once


def rules(locale: Locale) -> tuple[Rule, ...]:
    """A mark that may close a quotation is one: “I am 5” has no inches."""
    if locale.lengths is None:
        return ()
    lengths = locale.lengths
    left = rf"(?:{LEFT}(?<![0-9][.,:/-])|(?<=[0-9'\"′″]x))"
    after = r"(?![0-9A-Za-zÀ-ɏ])"
    both = rf"{left}(?P<feet>[0-9]{{1,3}}){_FOOT} ?(?P<inches>[0-9]{{1,2}}){_INCH}?{after}"
    feet = (
        rf"{left}(?P<feet>[0-9]{{1,5}})"
        rf"(?:′|'(?=[ -][a-z×0-9\u0900-\u0963]|x[0-9]|[,;).!?]|\Z))(?!['′]){after}"
    )
    inches = rf"{left}(?P<inches>{_COUNT}){_INCH}{after}"
    part = (
        rf"(?P<whole>(?<![0-9])[0-9]{{1,6}} ?)?"
        rf"(?:[{VULGAR}]|(?<![0-9.,/])[0-9]{{1,2}}/[0-9]{{1,2}})(?P<it>{_INCH}){after}"
    )
    angle = (
        rf"{left}(?P<degrees>[0-9]{{1,3}})[°º] ?(?P<minutes>[0-9]{{1,2}}){_FOOT}"
        rf"(?: ?(?P<seconds>[0-9]{{1,2}}(?:[.,][0-9]+)?){_INCH})?"
    )
    return (
        Rule("angle", re.compile(angle), lambda match: _angle(match, lengths)),
        Rule("feet and inches", re.compile(both), lambda match: _both(match, lengths)),
        Rule("feet", re.compile(feet), lambda match: _feet(match, locale, lengths)),
        Rule("inches", re.compile(inches), lambda match: _inches(match, locale, lengths)),
        Rule("inches", re.compile(part), lambda match: _part(match, locale, lengths)),
    )


def _angle(match: re.Match[str], lengths: Lengths) -> Piece:
    degrees, minutes, seconds = lengths.angle
    said = f"{match['degrees']} {degrees} {match['minutes']} {minutes}"
    return say(match, f"{said} {match['seconds']} {seconds}" if match["seconds"] else said)


def _both(match: re.Match[str], lengths: Lengths) -> Piece | None:
    if not match[0][-1].isdigit() or not _quoted(match, "'"):
        return say(match, lengths.both.format(feet=match["feet"], inches=match["inches"]))
    return None


def _feet(match: re.Match[str], locale: Locale, lengths: Lengths) -> Piece | None:
    if _quoted(match, "'"):
        return None
    if _TIMES.match(match.string, match.end()):
        return say(match, match["feet"])
    one = match["feet"] == "1"
    if is_attributive(match, locale):
        return say(match, f"{match['feet']} {bare(lengths.one_foot)}")
    return say(match, lengths.one_foot if one else lengths.feet.format(feet=match["feet"]))


def _inches(match: re.Match[str], locale: Locale, lengths: Lengths) -> Piece | None:
    if not match[0].endswith(("'", "′", "″")) and _quoted(match, '"'):
        return None
    if _TIMES.match(match.string, match.end()):
        return say(match, match["inches"])
    one = match["inches"] == "1"
    if is_attributive(match, locale):
        return say(match, f"{match['inches']} {bare(lengths.one_inch)}")
    return say(match, lengths.one_inch if one else lengths.inches.format(inches=match["inches"]))


def _part(match: re.Match[str], locale: Locale, lengths: Lengths) -> Piece | None:
    """The mark behind ⅞" or 2½"."""
    if match["it"] not in ("′′", "″") and _quoted(match, '"'):
        return None
    alone = locale.attributive and not match["whole"]
    unit = bare(lengths.one_inch) if alone else lengths.inches.format(inches="").strip()
    return say(match, f" {unit}", "it")


def _quoted(match: re.Match[str], mark: str) -> bool:
    """Whether a quotation is open where the match begins."""
    before = match.string[max(0, match.start() - 300) : match.start()]
    if mark == "'":
        opened = len(re.findall(r"(?<!\w)'(?=\w)", before))
        return opened > len(re.findall(r"(?<=[A-Za-z.,!?])'(?!\w)", before))
    straight = False
    for found in re.finditer(rf'(?P<count>[0-9{VULGAR}])?"', before):
        if straight or not found["count"]:  # else it is an inch
            straight = not straight
    return straight or before.count("“") > before.count("”")

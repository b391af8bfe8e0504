"""English abbreviations that depend on their neighbours: streets, references, days, w/o."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...openers import ENGLISH as OPENERS
from ..piece import Reading, any_of
from .english_words import MONTHS, TAILS

# What ends a sentence behind an abbreviation's full stop. A capital alone does not tell: "U.S.
# Army" goes on, "U.S. It" does not.
SENTENCE_END = rf"[\"'”’)]*(?:\s*\Z|\n| +[\"“‘(]?{OPENERS}(?![A-Za-z]))"
# An abbreviation's full stop, which stays where it ends the sentence as well.
_DOT = rf"(?:\.(?!{SENTENCE_END})|(?!\.)|(?=\.{SENTENCE_END}))"
_NUMBER = r"(?= ?(?:[0-9]|(?:[IVXLC]{2,}|[ivxlc]+|[VX])(?![\w'])))"
_LETTER = r"(?= [A-HJ-Z](?![\w']|\.\w))"

_STREETS = {
    "St": "Street", "Dr": "Drive", "Ln": "Lane", "Ct": "Court", "Pl": "Place", "Sq": "Square",
    "Ter": "Terrace", "Cir": "Circle", "Pkwy": "Parkway", "Hwy": "Highway",
}  # fmt: skip
_COMPASS = {"N": "North", "S": "South", "E": "East", "W": "West"}
# Before "Dr." these are no names of streets.
_NO_STREET = f"(?:{OPENERS}|Dear|Hello|Hi|Thanks|Good|Sir|Hey|Saw|Called|Paging)"

_PLACES = {
    "Apt.": "apartment", "apt.": "apartment", "Rm.": "room", "rm.": "room", "Bldg.": "building",
    "Ste.": "suite", "App.": "appendix", "Fig.": "Figure", "fig.": "figure",
}  # fmt: skip
_REFERENCES = _PLACES | {
    "Ch.": "chapter", "ch.": "chapter", "Chs.": "chapters", "chs.": "chapters", "Chap.": "chapter",
    "chap.": "chapter", "Eq.": "equation", "eq.": "equation", "Eqs.": "equations",
    "eqs.": "equations", "Figs.": "Figures", "figs.": "figures", "Vol.": "volume", "vol.": "volume",
    "Vols.": "volumes", "vols.": "volumes", "Sec.": "section", "sec.": "section",
    "Secs.": "sections", "Sect.": "section", "Art.": "article", "art.": "article", "Tab.": "table",
    "No.": "number", "no.": "number", "Nos.": "numbers", "nos.": "numbers", "p.": "page",
    "P.": "page", "pp.": "pages", "Pp.": "pages", "par.": "paragraph", "para.": "paragraph",
    "ver.": "version", "Ver.": "version", "ext.": "extension", "Ext.": "extension",
    "Rte.": "route", "Hwy.": "highway", "Ex.": "example", "ex.": "example", "Pt.": "part",
    "pt.": "part", "min.": "minimum", "max.": "maximum", "Q.": "question", "tel.": "telephone",
    "Tel.": "telephone", "Div.": "division", "Lv.": "level", "Lvl.": "level", "lvl.": "level",
    "Ep.": "episode", "ep.": "episode", "Eps.": "episodes", "eps.": "episodes",
}  # fmt: skip
# Before a name.
_RANKS = {
    "Fr.": "Father", "Br.": "Brother", "Cpl.": "Corporal", "Maj.": "Major", "Cmdr.": "Commander",
    "Adm.": "Admiral", "Amb.": "Ambassador", "Insp.": "Inspector", "Supt.": "Superintendent",
    "Sec.": "Secretary", "Atty.": "Attorney", "Pvt.": "Private", "Hon.": "Honorable",
    "Msgr.": "Monsignor", "Bros.": "Brothers", "Det.": "Detective", "Pt.": "Point",
    "Univ.": "University",
}  # fmt: skip
# Within a sentence: at its end they are words.
_INSIDE = {
    "apt.": "apartment", "Apt.": "Apartment", "min.": "minimum", "Min.": "minimum",
    "Max.": "maximum", "temp.": "temperature",
    "Mar.": "March", "Jun.": "June", "Jul.": "July", "pop.": "population",
    "est.": "estimated",
}  # fmt: skip
_DAYS = {
    "Mon": "Monday", "Tue": "Tuesday", "Tues": "Tuesday", "Wed": "Wednesday", "Weds": "Wednesday",
    "Thu": "Thursday", "Thur": "Thursday", "Thurs": "Thursday", "Fri": "Friday", "Sat": "Saturday",
    "Sun": "Sunday",
}  # fmt: skip
_DAY = any_of(_DAYS)
_MONTHS = {month[:3]: month for month in MONTHS if month != "May"} | {"Sept": "September"}
_MONTH = any_of(_MONTHS)
_BEFORE_DAY = re.compile(
    rf"\b(?:on|by|until|till?|from|every|each|this|next|last|since|late|early|closed|open|opens"
    r"|closes|due) \Z|[-–—/] ?\Z"
    rf"|\b{_DAY}\.?,? (?:and|or|to|through|&) \Z",
    re.I,
)
_AFTER_DAY = re.compile(rf",? (?:{_MONTH}|{any_of(MONTHS)})\b|,? (?:and|or|to|&) {_DAY}\b")
_COMPANY = "Ave|Blvd|Rd|Inc|Corp|Co|Ltd|Jr|Sr|Bros|Assn|Dept|Univ"
_SLASHED = {
    "w/o": "without", "w/out": "without", "w/in": "within", "c/o": "care of",
    "b/c": "because", "n/a": "N A", "a/c": "A C",
}  # fmt: skip


def contexts(spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Patterns with a group `it`, and its reading."""
    references = any_of(key.removesuffix(".") for key in _REFERENCES)
    places = any_of(key.removesuffix(".") for key in _PLACES)

    def reference(match: re.Match[str]) -> str:
        said = _REFERENCES[match["word"] + "."]
        return said if match.string[match.end("it")] == " " else said + " "

    def with_stop(match: re.Match[str]) -> str | None:
        letters = match["it"].replace(".", "").upper()
        return None if letters in ("EG", "IE") else f"/{spell(letters)}./"

    return (
        *_streets(),
        (rf"(?<![\w.])(?<![0-9] )(?P<it>(?P<word>{references})\.){_NUMBER}", reference),
        (rf"(?<![\w.])(?P<it>(?P<word>{places})\.){_LETTER}", reference),
        (r"(?<!\w)(?P<it>[Nn][º°]\.? ?)(?=[0-9])", "number "),
        (
            rf"(?<![\w.])(?P<it>(?P<word>{_COMPANY})\.)(?= (?:[A-Z]{{2,}}\b|President|Chair|Chief"
            r"|Director|Vice|Day\b|High\b|Magazine|Executive))",
            lambda m: TAILS[m["word"] + "."],
        ),
        (r"(?<![\w.])(?P<it>est\.)(?= [0-9])", "established"),
        (rf"(?<![\w.])(?P<it>{any_of(_INSIDE)})(?= [a-z0-9]|[,;:)])", lambda m: _INSIDE[m["it"]]),
        (
            rf"(?<![\w.])(?P<it>{any_of(_RANKS)})(?= (?!{OPENERS}(?![a-z]))[A-Z])",
            lambda m: _RANKS[m["it"]],
        ),
        (
            rf"(?<!\w)(?P<it>(?P<day>{_DAY})\.? ?[-–—] ?)(?={_DAY}(?!\w))",
            lambda m: _DAYS[m["day"]] + " to ",
        ),
        (rf"(?<!\w)(?P<it>(?P<day>{_DAY})(?:\.(?= [a-z0-9]|[,;:)–-]))?)(?!\w)", _day),
        (
            rf"(?<!\w)(?P<it>(?P<month>{_MONTH})\.?)"
            r"(?= (?:[12][0-9]{3}|[0-3]?[0-9])(?:st|nd|rd|th)?(?![\w:]))",
            lambda m: _MONTHS[m["month"]],
        ),
        (
            rf"(?<=[0-9] )(?P<it>(?P<month>{_MONTH}){_DOT})(?!\w)",
            lambda m: _MONTHS[m["month"]],
        ),
        (rf"(?<![\w/])(?P<it>{any_of(_SLASHED)})(?![\w/])", lambda m: _SLASHED[m["it"]]),
        (r"(?<!\w)(?P<it>attn|ATTN|Attn)(?=:)", "attention"),
        (r"(?<![\w/])(?P<it>w/) ?(?=[\w$])", _with),
        # Initials at the end of a sentence, whose last stop misaki takes for the abbreviation's.
        (rf"(?<![\w.])(?P<it>(?:[A-Za-z][a-z]?\.){{2,}}){SENTENCE_END}", with_stop),
    )


def _streets() -> tuple[tuple[str, Reading], ...]:
    kind = rf"(?P<it>(?P<kind>{any_of(_STREETS)}){_DOT})"

    def street(match: re.Match[str]) -> str:
        return _STREETS[match["kind"]]

    return (
        (rf"\b[0-9]+ (?:[NSEW]\.? )?(?:[A-Z][\w.]* ){{0,3}}[A-Z]\w+ {kind}(?!\w)", street),
        (
            rf"(?:\b(?!{_NO_STREET}\b)[A-Z][a-z]\w*(?:'s)?|[0-9](?:st|nd|rd|th)) {kind}(?!\.?\w)"
            rf"(?! (?!{OPENERS}(?![a-z]))[A-Z][a-z])",
            lambda m: street(m) if "." in m.string[m.end("kind") : m.end("kind") + 1] else None,
        ),
        (r"[0-9](?:st|nd|rd|th) (?P<it>st(?:\.(?= [a-z]|,))?)(?![\w'])", "street"),
        (
            r"\b[0-9]+ (?P<it>[NSEW]\.?)(?= (?:[A-Z]\w+|[0-9]+(?:st|nd|rd|th)) "
            rf"(?:{any_of(_STREETS)}|Ave|Blvd|Rd|Street|Avenue|Road|Drive|Lane)\b)",
            lambda m: _COMPASS[m["it"][0]],
        ),
        (r"\b(?P<it>St\.?)(?= [A-Z][a-z])", "Saint"),
    )


def _with(match: re.Match[str]) -> str:
    return "with" if match.string[match.end("it")] == " " else "with "


def _day(match: re.Match[str]) -> str | None:
    before = match.string[max(0, match.start() - 12) : match.start()]
    after = match.string[match.end() : match.end() + 12]
    known = (
        (match["it"].endswith(".") and not before.endswith(("the ", "The ")))
        or _BEFORE_DAY.search(before)
        or (after[:1] == "." and match["day"] not in ("Sat", "Sun"))
        or _AFTER_DAY.match(after)
    )
    return _DAYS[match["day"]] if known else None

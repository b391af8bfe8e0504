"""American and British English. Misaki reads most figures itself; these are the rest."""

from __future__ import annotations

from dataclasses import replace

from ..locale import Calendar, Clock, Lengths, Locale, Maths, Roman, Web
from . import english_contexts, english_measures, english_words
from .number_words import cardinal, ordinal

_RULERS = (
    "Louis|Henry|George|Charles|Edward|William|James|Richard|Elizabeth|Mary|Philip|Francis|Peter|"
    "Frederick|Napoleon|Nicholas|Alexander|Ivan|Catherine|Leopold|Ferdinand|Alfonso|Umberto|"
    "Edmund|Constantine|Ramesses|Ptolemy|Darius|Xerxes|Otto|Rudolf|Wilhelm|"
    "Joseph|Pius|Paul|John Paul|Benedict|Gregory|Leo|Clement|Innocent|Urban|Julius|Sixtus|Pope John"
)
_PARTS = (
    "(?i:chapters?|parts?|volumes?|vol\\.|books?|acts?|scenes?|sections?|articles?|appendix|phase|"
    "titles?|types?|class|stage|level|grade|world war|super bowl|apollo|episodes?|seasons?|"
    "series|mark|cantos?)"
)


_CLOCK = Clock(
    full="{hour} {minute}",
    sharp="{hour}",
    hours={0: "zero"},
    minutes={n: f"oh {n}" for n in range(1, 10)},
)


def _cardinal(number: int) -> str:
    return cardinal(number, "en")


_WEB = Web(
    signs={".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore",
           "?": "question mark",
           "=": "equals", "&": "and", "#": "hash", "+": "plus", "%": "percent", ":": "colon",
           "~": "tilde"},
    labels={"gmail": "G mail", "io": "I O", "ai": "A I", "tv": "T V", "edu": "E D U",
            "uk": "U K", "eu": "E U", "us": "U S", "js": "J S"},
    endings={"json": "Jason", "zip": "zip", "tar": "tar", "gif": "gif", "log": "log", "wav": "wave",
             "bat": "bat", "lock": "lock", "go": "go", "java": "java"},
)  # fmt: skip


def _english(british: bool) -> Locale:
    """The data of both accents; `british` chooses the phonemes and the order of a date."""
    spell = english_words.speller(english_words.LETTERS["b" if british else "a"])
    spelled = {word: f"/{spell(word)}/" for word in english_words.SPELLED}
    return Locale(
        thousands=",",
        decimal=".",
        digits=english_words.DIGITS,
        to="to",
        calendar=Calendar(
            english_words.MONTHS,
            "the {day} of {month} {year}" if british else "{month} {day}, {year}",
            {day: ordinal(day, "en") for day in range(1, 32)},
            day_first=british,
        ),
        clock=_CLOCK,
        money=english_measures.MONEY,
        web=_WEB,
        minus="minus",
        units=english_measures.UNITS,
        fractions=english_words.FRACTIONS,
        attributive=english_measures.ATTRIBUTIVE,
        mixed="{whole} and {part}",
        mixed_parts={"1/2": "a half"},
        symbols=english_words.SYMBOLS | english_words.GREEK,
        maths=Maths(
            before=english_words.BEFORE,
            between=english_words.BETWEEN,
            power="to the power of {}",
            powers={str(n): f"to the {ordinal(n, 'en')}" for n in range(4, 100)},
            squared="squared",
            cubed="cubed",
            ratio="to",
        ),
        lengths=Lengths(
            feet="{feet} feet",
            inches="{inches} inches",
            both="{feet} foot {inches}",
            one_foot="1 foot",
            one_inch="1 inch",
            angle=("degrees", "minutes", "seconds"),
        ),
        number_sign="number",
        point="point",
        titles=english_words.TITLES,
        tails=english_words.TAILS | ({"etc.": "/ɛtsˈɛtəɹə/"} if british else {}),
        words={**english_words.words(british), **spelled},
        contexts=english_contexts.contexts(british, spell),
        figure_contexts=english_contexts.figure_contexts(british, spell),
        roman=Roman(
            after=(
                (_RULERS, lambda n: f"the {ordinal(n, 'en')}"),
                (_PARTS, _cardinal),
                (r"[A-Z][a-z]+(?= [IVX]{2,})", _cardinal),
            ),
            # "Louis I" may be a king and may be a clause's end.
            guard=r"(?:(?<! I)|(?=[.,;:!?)]| (?:of|was|and|had|is|ruled|died)\b|\s*\Z))",
        ),
    )


def american() -> Locale:
    """Language code a."""
    return _english(british=False)


def british() -> Locale:
    """Language code b."""
    locale = _english(british=True)
    units = {unit: (_respell(one), _respell(many)) for unit, (one, many) in locale.units.items()}
    return replace(locale, units=units)


def _respell(word: str) -> str:
    return word.replace("meter", "metre").replace("liter", "litre")

"""French. espeak-ng reads figures, decimals, most metric units and pairs of a telephone number."""

from __future__ import annotations

import re

from ..locale import Calendar, Clock, Currency, Lengths, Locale, Maths, Money, Roman, Web
from . import french_contexts, french_numbers, french_words
from .french_units import UNITS
from .number_words import cardinal

MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip
_KINGS = (
    "Louis|Henri|François|Charles|Philippe|Napoléon|Jean|Jean-Paul|Paul|Pie|Benoît|Grégoire|Léon|"
    "Clément|Innocent|Urbain|Jules|Georges?|Édouard|Guillaume|Richard|Jacques|Nicolas|Alexandre|"
    "Pierre|Frédéric|Ferdinand|Alphonse|Juan Carlos|Felipe|Albert|Léopold|Baudouin|Ramsès|Darius|"
    "Ivan|Élisabeth|Elizabeth|Catherine|Marie|Isabelle|Victor-Emmanuel|Rainier"
)


# Hours and minutes are feminine; "heure" and "heures" sound alike.
_FEMININE = {
    0: "zéro", 1: "une", 21: "vingt et une", 31: "trente et une", 41: "quarante et une",
    51: "cinquante et une",
}  # fmt: skip
# Capitalized, with a mute last consonant: not Agnès, Carlos, Marcus, Jésus, David, Alfred.
_NAME = "(?!(?:Ils|Elles|Les|Des|Ces|Mes|Ses|Vous|Nous|Tout|Tous|David|Alfred|Reims|Lens|Metz) )"
_NAME += "[A-ZÀ-Ý][a-zà-ÿ-]*[^èéouô](?<!en)(?=[stdz] )"


def _ordinal(number: int, ending: str = "") -> str:
    """Premier, première, deuxième, vingt et unième."""
    if number == 1:
        return "premier" if ending in ("", "er", "ers", "ᵉʳ") else "première"
    if number == 2 and ending in ("nd", "nds", "nde", "ndes", "de"):
        return "second" if ending in ("nd", "nds") else "seconde"
    return french_numbers.ordinal(number)


def _cardinal(number: int) -> str:
    return cardinal(number, "fr")


def _ruler(number: int) -> str:
    return "premier" if number == 1 else _cardinal(number)


def _unbound(match: re.Match[str]) -> str:
    """A name without its mute last consonant, so that espeak makes no liaison behind it."""
    return match["it"][:-1]


def _suffixed(number: int) -> str:
    return _ordinal(number) if number > 1 else "premier"


def french() -> Locale:
    """Language code f."""
    return Locale(
        thousands=". ",
        decimal=",",
        digits=(
            "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
        ),
        to="à",
        one_by_one=False,
        minus="moins",
        calendar=Calendar(MONTHS, days={1: "premier"}),
        clock=Clock(
            full="{hour} heures {minute}",
            sharp="{hour} heures",
            one="une heure",
            hours=_FEMININE,
            minutes={n: said for n, said in _FEMININE.items() if n},
            marks="hH",
            tail=r"(?: ?h(?:eures)?\b)?",
        ),
        money=Money(
            currencies={
                "€": Currency("un euro", "euros", "centimes"),
                "$": Currency("un dollar", "dollars", "cents"),
                "US$": Currency("un dollar", "dollars", "cents"),
                "USD": Currency("un dollar", "dollars", "cents"),
                "$ US": Currency("un dollar américain", "dollars américains", "cents"),
                "$US": Currency("un dollar américain", "dollars américains", "cents"),
                "CAD": Currency("un dollar canadien", "dollars canadiens", "cents"),
                "$CA": Currency("un dollar canadien", "dollars canadiens", "cents"),
                "C$": Currency("un dollar canadien", "dollars canadiens", "cents"),
                "HK$": Currency("un dollar de Hong Kong", "dollars de Hong Kong", "cents"),
                "GBP": Currency("une livre", "livres", "pence"),
                "JPY": Currency("un yen", "yens"),
                "R$": Currency("un réal", "réaux", "centavos"),
                "₽": Currency("un rouble", "roubles", "kopecks"),
                "₩": Currency("un won", "wons"),
                "¢": Currency("un cent", "cents"),
                "ct": Currency("un centime", "centimes"),
                "cts": Currency("un centime", "centimes"),
                "$ CA": Currency("un dollar canadien", "dollars canadiens", "cents"),
                "£": Currency("une livre", "livres", "pence"),
                "¥": Currency("un yen", "yens"),
                "k€": Currency("mille euros", "mille euros"),
                "M€": Currency("un million d'euros", "millions d'euros"),
                "Md€": Currency("un milliard d'euros", "milliards d'euros"),
                "Mds€": Currency("un milliard d'euros", "milliards d'euros"),
                "Mds €": Currency("un milliard d'euros", "milliards d'euros"),
                "Md €": Currency("un milliard d'euros", "milliards d'euros"),
                "M €": Currency("un million d'euros", "millions d'euros"),
                "k$": Currency("mille dollars", "mille dollars"),
                "M$": Currency("un million de dollars", "millions de dollars"),
                "Md$": Currency("un milliard de dollars", "milliards de dollars"),
                "EUR": Currency("un euro", "euros", "centimes"),
                "CHF": Currency("un franc suisse", "francs suisses", "centimes"),
                "₹": Currency("une roupie", "roupies"),
            },
            with_cents="{unit} {cents}",
            scaled="{amount} {scale} de {unit}",
            scales=("million", "millions", "milliard", "milliards"),
        ),
        web=Web(
            signs={".": "point", "@": "arobase", "/": "slache", "-": "tiret",
                   "_": "tiret bas", "?": "point d'interrogation", "=": "égal", "&": "et",
                   "#": "dièse", "+": "plus", "%": "pour cent", ":": "deux points",
                   "~": "tilde"},
            labels={"fr": "f r"},
            endings={"zip": "zip", "exe": "exé", "rar": "rar"},
        ),
        units=UNITS,
        fractions=french_words.FRACTIONS,
        mixed="{whole} et {part}",
        mixed_parts={"1/2": "demi"},
        symbols=french_words.SYMBOLS | french_words.GREEK,
        maths=Maths(
            before=french_words.BEFORE,
            between=french_words.BETWEEN,
            power="puissance {}",
            squared="au carré",
            cubed="au cube",
            ratio="à",
        ),
        lengths=Lengths(
            feet="{feet} pieds",
            inches="{inches} pouces",
            both="{feet} pieds {inches}",
            one_foot="un pied",
            one_inch="un pouce",
            angle=("degrés", "minutes", "secondes"),
        ),
        number_sign="numéro",
        point="point",
        titles=french_words.TITLES,
        tails=french_words.TAILS,
        words=french_words.words(),
        contexts=(
            *french_contexts.contexts(),
            *french_numbers.contexts(),
            (r"(?P<it>\b1er)(?= (?:et|ou|à|avec|en|au|aux|il|elle|on)\b)", "/pʁəmjˈe/"),
            (rf"(?<=[a-zà-ÿ,] )(?P<it>{_NAME}[stdz])"
             r"(?= (?:et|ont|a|à|est|en|où|avec|au|aux|avait|était)\b)", _unbound),
            (rf"\b(?P<it>{_NAME}[stdz])(?= et [A-ZÀ-Ý]| ont\b)", _unbound),
            (r"(?P<it>\bhéros)(?= (?:et|ont|à|avec|en|au|aux|est)\b)", "héro"),
        ),
        ordinals=_ordinal,
        ordinal_endings=(
            "ers|er|ères|ère|res|re|ᵉʳ|ʳᵉ|èmes|ème|emes|eme|ᵉᵐᵉ|ièmes|ième|è|es|e|ᵉ|ndes|nde|nds|nd|de"
        ),
        roman=Roman(
            after=(
                (f"{_KINGS}|{_KINGS.upper()}", _ruler),
                (r"(?:t\.|éd\.|chap\.|vol\.|art\.|fig\.)", _cardinal),
                (r"(?:[Ll]e|[Dd]u|[Aa]u)(?= XV d)", _cardinal),  # the rugby team
                (r"(?i:chapitres?|tomes?|volumes?|parties?|livres?|actes?|scènes?|titres?|articles?"
                 r"|annexe|guerre mondiale|phase|type|vatican|pages?|saison"
                 r"|épisode|niveau|stade|psaume"
                 r"|section|tableau|figure|sonate|symphonie|classe)", _cardinal),
                (r"[A-ZÀ-Ý][a-zà-ÿ]+(?= [IVX]{2,}(?![\w.-]))", _cardinal),
            ),
            suffixed=(
                (r"(?:e|ème|ième|ᵉ|ᵉᵐᵉ|es|èmes)", _suffixed),
                (r"(?:er|ᵉʳ|ers)", lambda n: "premier"),
                (r"(?:re|ère|ʳᵉ)", lambda n: "première"),
                (r"(?:nd)", lambda n: "second"),
                (r"(?:nde)", lambda n: "seconde"),
            ),
        ),
    )  # fmt: skip

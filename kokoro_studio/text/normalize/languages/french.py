"""French. espeak-ng reads figures, decimals, most metric units and pairs of a telephone number."""

from __future__ import annotations

import re

from ..locale import Calendar, Clock, Currency, Locale, Maths, Money, Roman, Web
from .number_words import cardinal, ordinal

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


# Capitalized, with a mute last consonant: not Agnès, Carlos, Marcus, Jésus, David, Alfred.
_NAME = "(?!(?:Ils|Elles|Les|Des|Ces|Mes|Ses|Vous|Nous|Tout|Tous|David|Alfred|Reims|Lens) )"
_NAME += "[A-ZÀ-Ý][a-zà-ÿ-]*[^èéouô](?<!en)(?=[stdz] )"


def _ordinal(number: int, ending: str = "") -> str:
    """Premier, première, deuxième, vingt et unième."""
    if number == 1:
        return "premier" if ending in ("", "er", "ers", "ᵉʳ") else "première"
    if number == 2 and ending in ("nd", "nde"):
        return "second" if ending == "nd" else "seconde"
    return ordinal(number, "fr")


def _cardinal(number: int) -> str:
    return cardinal(number, "fr")


def _ruler(number: int) -> str:
    return "premier" if number == 1 else _cardinal(number)


def _more(match: re.Match[str]) -> str | None:
    """Plus at the end of a clause: "more" has its s, "no more" has not."""
    clause = re.split("[.!?;:,…]", match.string[max(0, match.start() - 80) : match.start()])[-1]
    negated = re.search(r"\bn(?:'|e\b)|\b(?:non|pas|moi|jamais|sans|de)\s*\Z", clause, re.I)
    return None if negated else "pluss"


def _unbound(match: re.Match[str]) -> str:
    """A name without its mute last consonant, so that espeak makes no liaison behind it."""
    return match["it"][:-1]


def _suffixed(number: int) -> str:
    return _ordinal(number, "e") if number > 1 else "premier"


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
            hours={0: "zéro", 1: "une", 21: "vingt et une"},  # "heure" and "heures" sound alike
            marks="hH",
            tail=r"(?: ?h(?:eures)?\b)?",
        ),
        money=Money(
            currencies={
                "€": Currency("un euro", "euros", "centimes"),
                "$": Currency("un dollar", "dollars", "cents"),
                "US$": Currency("un dollar", "dollars", "cents"),
                "$ CA": Currency("un dollar canadien", "dollars canadiens", "cents"),
                "£": Currency("une livre", "livres", "pence"),
                "¥": Currency("un yen", "yens"),
                "k€": Currency("mille euros", "mille euros"),
                "M€": Currency("un million d'euros", "millions d'euros"),
                "Md€": Currency("un milliard d'euros", "milliards d'euros"),
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
        ),
        units=_UNITS,
        fractions={
            "1/2": "un demi", "1/3": "un tiers", "2/3": "deux tiers", "1/4": "un quart",
            "3/4": "trois quarts", "1/5": "un cinquième", "2/5": "deux cinquièmes",
            "3/5": "trois cinquièmes", "4/5": "quatre cinquièmes", "1/8": "un huitième",
            "3/8": "trois huitièmes", "1/10": "un dixième", 
            
        },
        maths=Maths(between={"×": "fois", "x": "fois", "÷": "divisé par", "=": "égale", "-": "moins",
               "<": "inférieur à", ">": "supérieur à", "±": "plus ou moins", "≈": "environ"}),
        titles=_TITLES,
        tails={
            "etc.": "etc", "av. J.-C.": "avant Jésus-Christ",
            "apr. J.-C.": "après Jésus-Christ", "S.A.": "S A",
        },
        words=_WORDS,
        contexts=(
            (r"(?P<it>(?<!\w)[Nn][º°])(?= ?[0-9])", "numéro"),
            (r"\b[IVX]+e (?P<it>s\.)", "siècle"),
            (r"(?P<it>\bM\.)(?= (?:[A-ZÀ-Ý]|et Mme\b|le\b))", "monsieur"),
            (r"(?P<it>\bplus)(?= ?[,.!?;…]| ?\Z)", _more),
            (r"(?P<it>\b1er)(?= (?:et|ou|à|avec|en|au|aux|il|elle|on)\b)", "/pʁəmjˈe/"),
            (rf"(?<=[a-zà-ÿ,] )(?P<it>{_NAME}[stdz])"
             r"(?= (?:et|ont|a|à|est|en|où|avec|au|aux|avait|était)\b)", _unbound),
            (rf"\b(?P<it>{_NAME}[stdz])(?= et [A-ZÀ-Ý]| ont\b)", _unbound),
            (r"(?P<it>\bhéros)(?= (?:et|ont|à|avec|en|au|aux|est)\b)", "héro"),
        ),
        ordinals=_ordinal,
        ordinal_endings="ers|er|ère|re|ᵉʳ|ème|ièmes?|èmes|es|e|ᵉ|nde|nd",
        roman=Roman(
            after=(
                (_KINGS, _ruler),
                (r"(?i:chapitres?|tomes?|volumes?|parties?|livres?|actes?|scènes?|titres?|articles?"
                 r"|annexe|guerre mondiale|phase|type|vatican)", _cardinal),
            ),
            suffixed=((r"(?:e|ème|ᵉ|es)", _suffixed), (r"(?:er|ᵉʳ)", lambda n: "premier")),
        ),
    )  # fmt: skip


_UNITS = {
    "l/100 km": ("1 litre aux cent kilomètres", "litres aux cent kilomètres"),
    "L/100 km": ("1 litre aux cent kilomètres", "litres aux cent kilomètres"),
    "km/h": ("un kilomètre par heure", "kilomètres par heure"),
    "m/s": ("un mètre par seconde", "mètres par seconde"),
    "km²": ("un kilomètre carré", "kilomètres carrés"),
    "m²": ("un mètre carré", "mètres carrés"),
    "m2": ("un mètre carré", "mètres carrés"),
    "m³": ("un mètre cube", "mètres cubes"),
    "km": ("un kilomètre", "kilomètres"),
    "m": ("un mètre", "mètres"),
    "cm": ("un centimètre", "centimètres"),
    "mm": ("un millimètre", "millimètres"),
    "kg": ("un kilo", "kilos"),
    "g": ("un gramme", "grammes"),
    "mg": ("un milligramme", "milligrammes"),
    "t": ("une tonne", "tonnes"),
    "l": ("un litre", "litres"),
    "L": ("un litre", "litres"),
    "ml": ("un millilitre", "millilitres"),
    "cl": ("un centilitre", "centilitres"),
    "ha": ("un hectare", "hectares"),
    "h": ("une heure", "heures"),
    "min": ("une minute", "minutes"),
    "mn": ("une minute", "minutes"),
    "s": ("une seconde", "secondes"),
    "kW": ("un kilowatt", "kilowatts"),
    "kWh": ("un kilowattheure", "kilowattheures"),
    "W": ("un watt", "watts"),
    "Hz": ("un hertz", "hertz"),
    "Mo": ("un méga-octet", "méga-octets"),
    "Go": ("un giga-octet", "giga-octets"),
}
_TITLES = {
    "MM.": "messieurs", "Mme.": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle",
    "Mlles": "mesdemoiselles",
    "Dr": "docteur", "Dr.": "docteur", "Pr": "professeur", "Pr.": "professeur",
    "St": "saint", "Ste": "sainte", "bd": "boulevard", "Bd": "boulevard", "bd.": "boulevard",
    "av.": "avenue", "Av.": "avenue", "p. ex.": "par exemple", "p.ex.": "par exemple",
    "c.-à-d.": "c'est-à-dire", "p.": "page", "pp.": "pages", "tél.": "téléphone",
    "Tél.": "téléphone", "env.": "environ", "chap.": "chapitre", "art.": "article",
    "vol.": "volume", "fig.": "figure", "cf.": "confère", "max.": "maximum", "min.": "minimum",
}  # fmt: skip
_WORDS = {
    "Orly": "Orli", "héroïnes": "éroïnes", "quatre-vingt-un": "81", "quatre-vingt-onze": "91",
    "iPhone": "aïfone", "YouTube": "youtoube", "e-mail": "imèl",
}  # fmt: skip

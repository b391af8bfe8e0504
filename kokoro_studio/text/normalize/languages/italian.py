"""Italian. espeak-ng reads figures, decimals, percentages, ordinals and Roman numerals."""

from __future__ import annotations

from ..locale import Calendar, Clock, Currency, Lengths, Locale, Maths, Money, Web
from . import italian_contexts, italian_numbers, italian_words
from .italian_contexts import MONTHS
from .italian_units import UNITS


def italian() -> Locale:
    """Language code i."""
    return Locale(
        thousands=". ",
        decimal=",",
        digits=(
            "zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove",
        ),
        to="a",
        minus="meno",
        calendar=Calendar(MONTHS, days={1: "primo", 8: "otto", 11: "undici"}),
        clock=Clock(
            full="{hour} e {minute}",
            sharp="{hour}",
            hours={1: "una"},
            marks="h",
        ),
        money=Money(
            currencies={
                "€": Currency("un euro", "euro", "centesimi"),
                "$": Currency("un dollaro", "dollari", "centesimi"),
                "US$": Currency("un dollaro", "dollari", "centesimi"),
                "USD": Currency("un dollaro", "dollari", "centesimi"),
                "GBP": Currency("una sterlina", "sterline", "centesimi"),
                "JPY": Currency("uno yen", "yen"),
                "C$": Currency("un dollaro canadese", "dollari canadesi", "centesimi"),
                "HK$": Currency("un dollaro di Hong Kong", "dollari di Hong Kong", "centesimi"),
                "₽": Currency("un rublo", "rubli", "copechi"),
                "₩": Currency("un won", "won"),
                "¢": Currency("un centesimo", "centesimi"),
                "k€": Currency("mille euro", "mila euro"),
                "M€": Currency("un milione di euro", "milioni di euro"),
                "£": Currency("una sterlina", "sterline", "centesimi"),
                "¥": Currency("uno yen", "yen"),
                "EUR": Currency("un euro", "euro", "centesimi"),
                "CHF": Currency("un franco svizzero", "franchi svizzeri", "centesimi"),
                "R$": Currency("un real", "real", "centesimi"),
                "₹": Currency("una rupia", "rupie"),
            },
            with_cents="{unit} e {cents}",
            scaled="{amount} {scale} di {unit}",
            thousand="mila",
            scales=("milione", "milioni", "miliardo", "miliardi", "mila"),
        ),
        web=Web(
            signs={".": "punto", "@": "chiocciola", "/": "barra", "-": "trattino",
                   "_": "trattino basso", "?": "punto interrogativo", "=": "uguale", "&": "e",
                   "#": "cancelletto", "+": "più", "%": "per cento", ":": "due punti",
                   "~": "tilde"},
            endings={"zip": "zip", "rar": "rar", "js": "gei esse", "jpg": "gei pi gi"},
        ),
        units=UNITS,
        figures={"15": "quindici"},
        fractions=italian_words.FRACTIONS,
        mixed="{whole} e {part}",
        mixed_parts={"1/2": "mezzo"},
        symbols=italian_words.SYMBOLS | italian_words.GREEK,
        maths=Maths(
            before=italian_words.BEFORE,
            between=italian_words.BETWEEN,
            power="alla {}",
            squared="al quadrato",
            cubed="al cubo",
            ratio="a",
        ),
        lengths=Lengths(
            feet="{feet} piedi",
            inches="{inches} pollici",
            both="{feet} piedi e {inches}",
            one_foot="un piede",
            one_inch="un pollice",
            angle=("gradi", "primi", "secondi"),
        ),
        number_sign="numero",
        point="punto",
        titles=italian_words.TITLES,
        tails=italian_words.TAILS,
        words=italian_words.words(),
        contexts=(*italian_contexts.contexts(), *italian_numbers.contexts()),
        ordinals=italian_numbers.written,
        ordinal_endings="ª|esimo|esima|esimi|esime",
    )  # fmt: skip

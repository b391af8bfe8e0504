"""Spanish. espeak-ng reads figures, decimals and percentages; telephone numbers go by groups."""

from __future__ import annotations

from ..locale import Calendar, Clock, Currency, Lengths, Locale, Maths, Money, Roman, Web
from . import spanish_foreign, spanish_words
from .spanish_contexts import contexts
from .spanish_nouns import counted
from .spanish_numbers import ORDINAL_ENDINGS, cardinal, ordinal

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
_KINGS = (
    "Felipe|Carlos|Juan Carlos|Fernando|Alfonso|Enrique|Jaime|Pedro|Juan|Luis|Sancho|Ramiro|"
    "Benedicto|Pío|Juan Pablo|Pablo|Gregorio|León|Jorge|Eduardo|Guillermo|Ricardo|Jacobo|Napoleón|"
    "Nicolás|Alejandro|Federico|Francisco|Amadeo|José|Bernardo|Balduino|Alberto|Leopoldo|Harald|"
    "Inocencio|Clemente|Sixto|Urbano|Julio|Bonifacio|Ramsés|Darío|Iván|Manuel|Sebastián|Otón|"
    "Constantino|Teodosio|Ptolomeo|Boabdil|Mohamed|Hassan|Abderramán|Jerjes|Humberto|Víctor Manuel|"
    "Maximiliano|Moctezuma|Haakon|Gustavo|Adriano|Calixto|Celestino|Nicéforo|García|Ordoño|Bermudo"
)
_QUEENS = "Isabel|María|Catalina|Juana|Margarita|Beatriz|Cleopatra|Ana|Leonor|Cristina|Urraca|Sofía"


def _ruler(number: int) -> str:
    return ordinal(number) if number <= 10 else str(number)


def _queen(number: int) -> str:
    return ordinal(number, "ª") if number <= 10 else str(number)


def _currency(one: str, many: str, cents: str = "") -> Currency:
    article = "una" if many.endswith("as") else "un"
    cent = cents.removesuffix("s")
    return Currency(f"{article} {one}", many, cents, cent)


_DOLLAR = _currency("dólar", "dólares", "centavos")
_EURO = _currency("euro", "euros", "céntimos")
_PESO = _currency("peso", "pesos", "centavos")


def spanish() -> Locale:
    """Language code e."""
    return Locale(
        thousands=". ",
        decimal=",",
        digits=(
            "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve",
        ),
        to="a",
        one_by_one=False,
        minus="menos",
        calendar=Calendar(MONTHS, "{day} de {month} de {year}"),
        clock=Clock(
            full="{hour} y {minute}",
            sharp="{hour}",
            hours={1: "una", 21: "veintiuna"},
            minutes={minute: cardinal(minute) for minute in (1, 21, 31, 41, 51)},
            marks="hH",
            tail=r"(?: ?(?:h|hs|hrs)\b\.?(?! [A-ZÁÉÍÓÚÑ])(?!\Z)| ?(?:h|hs|hrs)\b(?=\.))?",
        ),
        money=Money(
            currencies={
                "€": _EURO,
                "$": _DOLLAR,
                "US$": _DOLLAR,
                "U$S": _DOLLAR,
                "USD": _DOLLAR,
                "EUR": _EURO,
                "£": _currency("libra", "libras", "peniques"),
                "GBP": _currency("libra", "libras", "peniques"),
                "¥": _currency("yen", "yenes"),
                "JPY": _currency("yen", "yenes"),
                "R$": _currency("real", "reales", "centavos"),
                "BRL": _currency("real", "reales", "centavos"),
                "M€": _currency("millón de euros", "millones de euros"),
                "MXN": _PESO,
                "MX$": _PESO,
                "ARS": _PESO,
                "AR$": _PESO,
                "COP": _PESO,
                "CLP": _PESO,
                "UYU": _PESO,
                "₱": _PESO,
                "PEN": _currency("sol", "soles", "céntimos"),
                "S/": _currency("sol", "soles", "céntimos"),
                "Bs": _currency("bolívar", "bolívares", "céntimos"),
                "₡": _currency("colón", "colones", "céntimos"),
                "CHF": _currency("franco suizo", "francos suizos", "céntimos"),
                "A$": _currency("dólar australiano", "dólares australianos", "centavos"),
                "C$": _currency("dólar canadiense", "dólares canadienses", "centavos"),
                "HK$": _currency("dólar de Hong Kong", "dólares de Hong Kong", "centavos"),
                "₹": _currency("rupia", "rupias"),
                "₽": _currency("rublo", "rublos"),
                "₩": _currency("won", "wones"),
                "₿": _currency("bitcóin", "bitcoins"),
                "¢": _currency("centavo", "centavos"),
            },
            with_cents="{unit} con {cents} {cent_unit}",
            scaled="{amount} {scale} de {unit}",
            thousand="mil",
            scales=(
                "mil millones", "mil", "millón", "millones", "billón", "billones", "mill.", "mill",
                "k", "K", "M",
            ),
            short_scales={
                "mill.": ("millón", "millones"), "mill": ("millón", "millones"),
                "k": ("mil", "mil"),
                "K": ("mil", "mil"), "M": ("millón", "millones"),
            },
        ),
        web=Web(
            signs={".": "punto", "@": "arroba", "/": "barra", "-": "guion", "_": "guion bajo",
                   "?": "interrogación", "=": "igual", "&": "y", "#": "almohadilla", "+": "más",
                   "%": "por ciento", ":": "dos puntos", "~": "tilde"},
            labels=spanish_words.LABELS,
            endings=spanish_words.ENDINGS,
        ),
        units=spanish_words.UNITS,
        fractions=spanish_words.FRACTIONS,
        mixed="{whole} y {part}",
        mixed_parts={"1/2": "medio"},
        symbols=spanish_words.SYMBOLS,
        maths=Maths(
            before=spanish_words.BEFORE,
            between=spanish_words.BETWEEN,
            power="elevado a {}",
            squared="al cuadrado",
            cubed="al cubo",
            ratio="a",
        ),
        lengths=Lengths(
            feet="{feet} pies",
            inches="{inches} pulgadas",
            both="{feet} pies y {inches} pulgadas",
            one_foot="un pie",
            one_inch="una pulgada",
            angle=("grados", "minutos", "segundos"),
        ),
        number_sign="número",
        point="punto",
        titles=spanish_words.TITLES,
        tails=spanish_words.TAILS,
        words=spanish_foreign.WORDS,
        contexts=contexts(),
        counted=counted,
        ordinals=ordinal,
        ordinal_endings=ORDINAL_ENDINGS,
        roman=Roman(
            after=(
                (_KINGS, _ruler),
                (_QUEENS, _queen),
                (r"(?i:siglos?|ss?\.)", _ruler),
                (r"(?i:págs?\.|páginas?|capítulos?|cap\.|tomos?|volumen|volúmenes|vol\.|partes?|"
                 r"actos?|títulos?|"
                 r"artículos?|art\.|fases?|anexos?|escenas?|libros?|sección|tipos?|clase|nivel|"
                 r"grado|grupo|cuadro|tabla|figura|apartado|canto|lección|tema|unidad|bloque|"
                 r"guerra mundial|edición|congreso|apolo|rocky|super bowl)", str),
                (r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?= [IVX]{2,})", str),
            ),
        ),
    )  # fmt: skip

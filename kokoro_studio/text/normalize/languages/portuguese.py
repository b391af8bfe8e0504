"""Brazilian Portuguese. espeak-ng reads figures, decimals and the commonest Roman numerals."""

from __future__ import annotations

from ..locale import Calendar, Clock, Currency, Lengths, Locale, Maths, Money, Roman, Web
from . import portuguese_contexts, portuguese_foreign, portuguese_vowels, portuguese_words
from .portuguese_nouns import counted
from .portuguese_numbers import ORDINAL_ENDINGS, cardinal, ordinal

MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
    "outubro", "novembro", "dezembro",
)  # fmt: skip
_KINGS = (
    "Pedro|João|João Paulo|Paulo|Luís|Luiz|Carlos|Henrique|Jorge|Afonso|Manuel|Filipe|Felipe|José|"
    "Sancho|Dinis|Fernando|Sebastião|Miguel|Napoleão|Bento|Pio|Leão|Gregório|Clemente|Eduardo|"
    "Guilherme|Ricardo|Nicolau|Alexandre|Francisco|Duarte|Juan Carlos|Frederico|Ramsés|Dario|Ivan|"
    "Constantino|Ptolomeu|Xerxes|Inocêncio|Sisto|Urbano|Júlio|Bonifácio|Leopoldo|Maximiliano|Otto|"
    "Calisto|Gustavo|Alberto|Balduíno|Vítor Emanuel|Humberto|Jaime|Haroldo"
)
_QUEENS = (
    "Maria|Isabel|Elizabeth|Catarina|Cleópatra|Joana|Margarida|Beatriz|Ana|Leonor|Elisabete|"
    "Elisabeth"
)


def _ruler(number: int) -> str:
    return ordinal(number) if number <= 10 else str(number)


def _queen(number: int) -> str:
    return ordinal(number, "a") if number <= 10 else str(number)


_REAL = Currency("um real", "reais", "centavos", "centavo")
_DOLLAR = Currency("um dólar", "dólares", "centavos", "centavo")
_EURO = Currency("um euro", "euros", "centavos", "centavo")


def portuguese() -> Locale:
    """Language code p."""
    return Locale(
        thousands=". ",
        decimal=",",
        digits=(
            "zero", "um", "dois", "três", "quatro", "cinco", "seis", "sete", "oito", "nove",
        ),
        to="a",
        minus="menos",
        calendar=Calendar(MONTHS, "{day} de {month} de {year}", {1: "primeiro"}),
        clock=Clock(
            full="{hour} e {minute}",
            sharp="{hour} horas",
            one="uma hora",
            hours={1: "uma", 2: "duas", 21: "vinte e uma", 22: "vinte e duas"},
            minutes={minute: cardinal(minute) for minute in range(1, 60) if minute % 10 in (1, 2)},
            marks="hH",
            tail=r"(?: ?h(?:oras|rs|s)?\b)?",
        ),
        money=Money(
            currencies={
                "R$": _REAL,
                "BRL": _REAL,
                "€": _EURO,
                "EUR": _EURO,
                "$": _DOLLAR,
                "US$": _DOLLAR,
                "U$": _DOLLAR,
                "USD": _DOLLAR,
                "£": Currency("uma libra", "libras", "centavos", "centavo"),
                "GBP": Currency("uma libra", "libras", "centavos", "centavo"),
                "¥": Currency("um iene", "ienes"),
                "JPY": Currency("um iene", "ienes"),
                "₹": Currency("uma rupia", "rupias"),
                "₽": Currency("um rublo", "rublos"),
                "₿": Currency("um bitcoin", "bitcoins"),
                "CHF": Currency("um franco suíço", "francos suíços", "centavos"),
                "A$": Currency("um dólar australiano", "dólares australianos", "centavos"),
                "C$": Currency("um dólar canadense", "dólares canadenses", "centavos"),
                "HK$": Currency("um dólar de Hong Kong", "dólares de Hong Kong", "centavos"),
                "¢": Currency("um centavo", "centavos"),
            },
            with_cents="{unit} e {cents} {cent_unit}",
            scaled="{amount} {scale} de {unit}",
            thousand="mil",
            scales=(
                "mil", "milhão", "milhões", "bilhão", "bilhões", "trilhão", "trilhões", "mi", "bi",
                "tri", "k", "K", "M",
            ),
            short_scales={
                "mi": ("milhão", "milhões"), "bi": ("bilhão", "bilhões"),
                "tri": ("trilhão", "trilhões"), "k": ("mil", "mil"), "K": ("mil", "mil"),
                "M": ("milhão", "milhões"),
            },
        ),
        web=Web(
            signs={".": "ponto", "@": "arroba", "/": "barra", "-": "hífen", "_": "sublinhado",
                   "?": "interrogação", "=": "igual", "&": "e", "#": "cerquilha", "+": "mais",
                   "%": "por cento", ":": "dois pontos", "~": "til"},
            labels=portuguese_words.LABELS,
            endings=portuguese_words.ENDINGS,
        ),
        units=portuguese_words.UNITS,
        fractions=portuguese_words.FRACTIONS,
        mixed="{whole} e {part}",
        mixed_parts={"1/2": "meio"},
        symbols=portuguese_words.SYMBOLS,
        maths=Maths(
            before=portuguese_words.BEFORE,
            between=portuguese_words.BETWEEN,
            power="elevado a {}",
            squared="ao quadrado",
            cubed="ao cubo",
            ratio="para",
        ),
        lengths=Lengths(
            feet="{feet} pés",
            inches="{inches} polegadas",
            both="{feet} pés e {inches} polegadas",
            one_foot="um pé",
            one_inch="uma polegada",
            angle=("graus", "minutos", "segundos"),
        ),
        number_sign="número",
        point="ponto",
        titles=portuguese_words.TITLES,
        tails=portuguese_words.TAILS,
        words={
            **portuguese_words.WORDS, **portuguese_vowels.WORDS, **portuguese_foreign.WORDS,
        },
        letters=portuguese_foreign.LETTERS,
        contexts=(*portuguese_contexts.contexts(), *portuguese_vowels.contexts()),
        counted=counted,
        ordinals=ordinal,
        ordinal_endings=ORDINAL_ENDINGS,
        roman=Roman(
            after=(
                (_KINGS, _ruler),
                (_QUEENS, _queen),
                (r"(?i:séculos?|sécs?\.|s\.)", _ruler),
                (r"(?i:págs?\.|páginas?|capítulos?|cap\.|tomos?|volumes?|vol\.|partes?|atos?|"
                 r"títulos?|artigos?|"
                 r"art\.|"
                 r"fases?|anexos?|cenas?|livros?|seção|tipos?|classe|nível|grau|grupo|quadro|"
                 r"tabela|"
                 r"figura|canto|lição|tema|unidade|bloco|guerra mundial|edição|congresso|apolo|"
                 r"rocky|super bowl)",
                 str),
                (r"[A-ZÀ-Ý][a-zà-ÿ]+(?= [IVX]{2,})", str),
            ),
        ),
    )  # fmt: skip

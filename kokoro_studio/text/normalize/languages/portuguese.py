"""Brazilian Portuguese. espeak-ng reads figures, decimals, ordinals and Roman numerals."""

from __future__ import annotations

from ..locale import Calendar, Clock, Currency, Locale, Maths, Money, Roman, Web

MONTHS = (
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
    "outubro", "novembro", "dezembro",
)  # fmt: skip
_ORDINALS = (
    "primeiro", "segundo", "terceiro", "quarto", "quinto", "sexto", "sétimo", "oitavo", "nono",
    "décimo",
)  # fmt: skip
_KINGS = (
    "Pedro|João|João Paulo|Paulo|Luís|Luiz|Carlos|Henrique|Jorge|Afonso|Manuel|Filipe|Felipe|José|"
    "Sancho|Dinis|Fernando|Sebastião|Miguel|Napoleão|Bento|Pio|Leão|Gregório|Clemente|Eduardo|"
    "Guilherme|Ricardo|Nicolau|Alexandre|Francisco|Duarte|Juan Carlos|Frederico|Ramsés|Dario|Ivan"
)
_QUEENS = "Maria|Isabel|Elizabeth|Catarina|Cleópatra|Joana|Margarida|Beatriz|Ana|Leonor"


def _ruler(number: int) -> str:
    return _ORDINALS[number - 1] if number <= 10 else str(number)


def _queen(number: int) -> str:
    return _ORDINALS[number - 1][:-1] + "a" if number <= 10 else str(number)


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
            marks="hH",
            tail=r"(?: ?h(?:oras)?\b)?",
        ),
        money=Money(
            currencies={
                "R$": Currency("um real", "reais", "centavos"),
                "€": Currency("um euro", "euros", "centavos"),
                "$": Currency("um dólar", "dólares", "centavos"),
                "US$": Currency("um dólar", "dólares", "centavos"),
                "£": Currency("uma libra", "libras", "centavos"),
                "¥": Currency("um iene", "ienes"),
                "₹": Currency("uma rupia", "rupias"),
            },
            with_cents="{unit} e {cents} {cent_unit}",
            scaled="{amount} {scale} de {unit}",
            thousand="mil",
            scales=("mil", "milhão", "milhões", "bilhão", "bilhões", "trilhão", "trilhões"),
        ),
        web=Web(
            signs={".": "ponto", "@": "arroba", "/": "barra", "-": "hífen", "_": "sublinhado",
                   "?": "interrogação", "=": "igual", "&": "e", "#": "cerquilha", "+": "mais",
                   "%": "por cento", ":": "dois pontos", "~": "til"},
            labels={"com": "cômm", "br": "bê érre"},
        ),
        units=_UNITS,
        fractions={
            "1/2": "metade", "1/3": "um terço", "2/3": "dois terços", "1/4": "um quarto",
            "3/4": "três quartos", "1/5": "um quinto", "2/5": "dois quintos", "3/5": "três quintos",
            "4/5": "quatro quintos", "1/8": "um oitavo", "3/8": "três oitavos", 
            "1/10": "um décimo", 
        },
        maths=Maths(between={"×": "vezes", "x": "vezes", "÷": "dividido por", "=": "igual a", "-": "menos",
               "<": "menor que", ">": "maior que", "±": "mais ou menos", "≈": "aproximadamente"}),
        titles=_TITLES,
        tails={"etc.": "etc", "a.C.": "antes de Cristo", "d.C.": "depois de Cristo",
               "S.A.": "ésse á", "Ltda.": "limitada", "Jr.": "júnior"},
        words=_WORDS,
        contexts=(
            (r"(?:\A|[,;:.(—] ?|\b(?:a|de|com|e|para|por|que|o) )(?P<it>D\.)(?= [A-ZÀ-Ý])", "dom"),
            (r"(?P<it>(?<!\w)[Nn]\.[º°])(?= ?[0-9])", "número"),
            (r"(?<![0-9.,])(?:-?[0-9][0-9.,]*)(?P<it> ?°C)(?![A-Za-z])", " graus célsius"),
        ),
        roman=Roman(after=((_KINGS, _ruler), (_QUEENS, _queen))),
    )  # fmt: skip


_UNITS = {
    "l/100 km": ("1 litro por cem quilômetros", "litros por cem quilômetros"),
    "km/h": ("um quilômetro por hora", "quilômetros por hora"),
    "m/s": ("um metro por segundo", "metros por segundo"),
    "km²": ("um quilômetro quadrado", "quilômetros quadrados"),
    "m²": ("um metro quadrado", "metros quadrados"),
    "m2": ("um metro quadrado", "metros quadrados"),
    "m³": ("um metro cúbico", "metros cúbicos"),
    "km": ("um quilômetro", "quilômetros"),
    "m": ("um metro", "metros"),
    "cm": ("um centímetro", "centímetros"),
    "mm": ("um milímetro", "milímetros"),
    "kg": ("um quilo", "quilos"),
    "g": ("um grama", "gramas"),
    "mg": ("um miligrama", "miligramas"),
    "t": ("uma tonelada", "toneladas"),
    "l": ("um litro", "litros"),
    "L": ("um litro", "litros"),
    "ml": ("um mililitro", "mililitros"),
    "ha": ("um hectare", "hectares"),
    "h": ("uma hora", "horas"),
    "min": ("um minuto", "minutos"),
    "s": ("um segundo", "segundos"),
    "seg": ("um segundo", "segundos"),
    "kW": ("um quilowatt", "quilowatts"),
    "kWh": ("um quilowatt-hora", "quilowatts-hora"),
    "W": ("um watt", "watts"),
    "Hz": ("um hertz", "hertz"),
    "MB": ("um megabyte", "megabytes"),
    "GB": ("um gigabyte", "gigabytes"),
}
_TITLES = {
    "Dr.": "doutor", "Dra.": "doutora", "Sr.": "senhor", "Sra.": "senhora", "Srta.": "senhorita",
    "Srs.": "senhores", "Prof.": "professor", "Profa.": "professora", "Profª": "professora",
    "Av.": "avenida", "Pça.": "praça", "Eng.": "engenheiro",
    "Gov.": "governador", "Gen.": "general", "Cel.": "coronel", "Cap.": "capitão",
    "pág.": "página", "págs.": "páginas", "p. ex.": "por exemplo", "p.ex.": "por exemplo",
    "tel.": "telefone", "Tel.": "telefone", "núm.": "número", "aprox.": "aproximadamente",
    "cap.": "capítulo", "art.": "artigo", "vol.": "volume", "Exmo.": "excelentíssimo",
    "V. Exa.": "vossa excelência", "Sto.": "santo", "Sta.": "santa",
}  # fmt: skip
# The vowel a Brazilian puts between two consonants.
_EPENTHESIS = {
    "advogado": "adivogado", "advogada": "adivogada", "advogados": "adivogados",
    "advogadas": "adivogadas", "advogar": "adivogar", "pneu": "pineu", "pneus": "pineus",
    "pneumonia": "pineumonia", "ritmo": "rítimo", "ritmos": "rítimos",
}  # fmt: skip
_WORDS = {
    **_EPENTHESIS,
    **{word.capitalize(): reading.capitalize() for word, reading in _EPENTHESIS.items()},
    "Wi-Fi": "/wIfˈI/", "wi-fi": "/wIfˈI/", "WiFi": "/wIfˈI/", "IBGE": "i b g e", "PIX": "pics",
    "YouTube": "/jutˈuby/", "iPhone": "/Ifˈony/",
}  # fmt: skip

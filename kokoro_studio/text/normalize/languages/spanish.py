"""Spanish. espeak-ng reads figures, decimals and percentages; telephone numbers go by groups."""

from __future__ import annotations

from ..locale import Calendar, Clock, Currency, Locale, Maths, Money, Roman, Web
from ..roman import value

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
_ORDINALS = (
    "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
    "décimo", "undécimo", "duodécimo", "decimotercero", "decimocuarto", "decimoquinto",
    "decimosexto", "decimoséptimo", "decimoctavo", "decimonoveno", "vigésimo",
)  # fmt: skip
_KINGS = (
    "Felipe|Carlos|Juan Carlos|Fernando|Alfonso|Enrique|Jaime|Pedro|Juan|Luis|Sancho|Ramiro|"
    "Benedicto|Pío|Juan Pablo|Pablo|Gregorio|León|Jorge|Eduardo|Guillermo|Ricardo|Jacobo|Napoleón|"
    "Nicolás|Alejandro|Federico|Francisco|Amadeo|José|Bernardo|Balduino|Alberto|Leopoldo|Harald|"
    "Inocencio|Clemente|Sixto|Urbano|Julio|Bonifacio|Ramsés|Darío|Iván|Manuel|Sebastián"
)
_QUEENS = "Isabel|María|Catalina|Juana|Margarita|Beatriz|Cleopatra|Ana|Leonor|Cristina|Urraca"


def _ordinal(number: int, ending: str = "") -> str:
    """Primero; primera before ".ª", primer before ".er"."""
    if not 1 <= number <= len(_ORDINALS):
        return str(number)
    word = _ORDINALS[number - 1]
    if ending.endswith(("ª", "a", "as", "A")):
        return word[:-1] + "a"
    short = ending.endswith(("er", "ᵉʳ")) or (ending.endswith(("º", "°")) and number in (1, 3))
    return word[:-1] if short and number in (1, 3) else word


def _ruler(number: int) -> str:
    return _ordinal(number) if number <= 10 else str(number)


def _queen(number: int) -> str:
    return _ordinal(number, "ª") if number <= 10 else str(number)


def _currency(one: str, many: str, cents: str = "") -> Currency:
    return Currency(f"un {one}", many, cents)


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
            marks="h",
            tail=r"(?: ?(?:h|hs|hrs)\b\.?(?! [A-ZÁÉÍÓÚÑ])(?!\Z)| ?(?:h|hs|hrs)\b(?=\.))?",
        ),
        money=Money(
            currencies={
                "€": _currency("euro", "euros", "céntimos"),
                "$": _currency("dólar", "dólares", "centavos"),
                "US$": _currency("dólar", "dólares", "centavos"),
                "£": _currency("libra", "libras", "peniques"),
                "¥": _currency("yen", "yenes"),
                "R$": _currency("real", "reales", "centavos"),
                "EUR": _currency("euro", "euros", "céntimos"),
                "USD": _currency("dólar", "dólares", "centavos"),
                "M€": _currency("millón de euros", "millones de euros"),
                "MXN": _currency("peso", "pesos", "centavos"),
                "₹": _currency("rupia", "rupias"),
            },
            with_cents="{unit} con {cents} {cent_unit}",
            scaled="{amount} {scale} de {unit}",
            thousand="mil",
            scales=("mil millones", "mil", "millón", "millones", "billón", "billones"),
        ),
        web=Web(
            signs={".": "punto", "@": "arroba", "/": "barra", "-": "guion", "_": "guion bajo",
                   "?": "interrogación", "=": "igual", "&": "y", "#": "almohadilla", "+": "más",
                   "%": "por ciento", ":": "dos puntos", "~": "tilde"},
        ),
        units=_UNITS,
        fractions={
            "1/2": "un medio", "1/3": "un tercio", "2/3": "dos tercios", "1/4": "un cuarto",
            "3/4": "tres cuartos", "1/5": "un quinto", "2/5": "dos quintos", "3/5": "tres quintos",
            "4/5": "cuatro quintos", "1/8": "un octavo", "3/8": "tres octavos", 
            "1/10": "un décimo", 
        },
        maths=Maths(between={"×": "por", "x": "por", "÷": "entre", "=": "igual a", "−": "menos", "-": "menos",
               "<": "menor que", ">": "mayor que", "±": "más menos", "≈": "aproximadamente"}),
        titles=_TITLES,
        tails=_TAILS,
        words=_WORDS,
        contexts=(
            (r"(?P<it>(?<!\w)[Nn](?:\.\s?)?[º°])(?= ?[0-9])", "número"),
            (r"\b(?P<it>I{1,3}|IV|V)(?= (?:República|Guerra|Edición|Cumbre|Feria|Bienal)\b)",
             lambda m: _ordinal(value(m["it"]) or 0, "ª")),
            (r"\b(?P<it>I{1,3}|IV|V)(?= (?:Congreso|Festival|Encuentro|Concurso|Reich|Imperio)\b)",
             lambda m: _ordinal(value(m["it"]) or 0, "º")),
            # Not the initial of Franklin D. Roosevelt.
            (r"(?:\A|[,;:.(¿¡—] ?|\b(?:a|de|con|y|para|por|que|es) )(?P<it>D\.)"
             r"(?= [A-ZÁÉÍÓÚÑ])", "don"),
            (r"(?P<it>\bs\.)(?= ?[IVX]+\b)", "siglo"),
            (r"(?P<it>(?<!\w)[Nn]úm\.)(?= ?[0-9])", "número"),
            (r"\b[0-9]{1,3}(?P<it> ?% ?[-–] ?)(?=[0-9])", " por ciento a "),
        ),
        ordinals=_ordinal,
        ordinal_endings=r"\.?(?:[ºª°]|er|ᵉʳ|ero|era)|ro|ra|do|da|to|ta|mo|ma|vo|va|no|na",
        roman=Roman(
            after=(
                (_KINGS, _ruler),
                (_QUEENS, _queen),
                (r"(?i:siglos?|s\.|capítulos?|tomos?|volumen|parte|acto|título|artículo|fase|anexo"
                 r"|guerra mundial|edición|congreso|libro)", str),
                (r"[A-ZÁÉÍÓÚÑ][a-záéíóúñ]+(?= [IVX]{2,})", str),
            ),
        ),
    )  # fmt: skip


_UNITS = {
    "l/100 km": ("1 litro por cien kilómetros", "litros por cien kilómetros"),
    "km/h": ("un kilómetro por hora", "kilómetros por hora"),
    "m/s": ("un metro por segundo", "metros por segundo"),
    "km²": ("un kilómetro cuadrado", "kilómetros cuadrados"),
    "km2": ("un kilómetro cuadrado", "kilómetros cuadrados"),
    "m²": ("un metro cuadrado", "metros cuadrados"),
    "m2": ("un metro cuadrado", "metros cuadrados"),
    "m³": ("un metro cúbico", "metros cúbicos"),
    "km": ("un kilómetro", "kilómetros"),
    "m": ("un metro", "metros"),
    "cm": ("un centímetro", "centímetros"),
    "mm": ("un milímetro", "milímetros"),
    "kg": ("un kilo", "kilos"),
    "g": ("un gramo", "gramos"),
    "gr": ("un gramo", "gramos"),
    "mg": ("un miligramo", "miligramos"),
    "t": ("una tonelada", "toneladas"),
    "l": ("un litro", "litros"),
    "L": ("un litro", "litros"),
    "ml": ("un mililitro", "mililitros"),
    "ha": ("una hectárea", "hectáreas"),
    "h": ("una hora", "horas"),
    "hs": ("una hora", "horas"),
    "min": ("un minuto", "minutos"),
    "s": ("un segundo", "segundos"),
    "seg": ("un segundo", "segundos"),
    "kW": ("un kilovatio", "kilovatios"),
    "kWh": ("un kilovatio hora", "kilovatios hora"),
    "W": ("un vatio", "vatios"),
    "Hz": ("un hercio", "hercios"),
    "MB": ("un megabyte", "megabytes"),
    "GB": ("un gigabyte", "gigabytes"),
}
_TITLES = {
    "Dr.": "doctor", "Dra.": "doctora", "Sr.": "señor", "Sra.": "señora", "Srta.": "señorita",
    "Sres.": "señores", "Dña.": "doña", "D.ª": "doña", "Ud.": "usted",
    "Uds.": "ustedes", "Vd.": "usted", "Prof.": "profesor", "Ing.": "ingeniero",
    "Lic.": "licenciado", "Av.": "avenida", "Avda.": "avenida", "C/": "calle", "Pza.": "plaza",
    "Pl.": "plaza", "Sto.": "santo", "Sta.": "santa", "Gral.": "general", "Cap.": "capitán",
    "pág.": "página", "págs.": "páginas", "p. ej.": "por ejemplo", "p.ej.": "por ejemplo",
    "tel.": "teléfono", "Tel.": "teléfono", "núm.": "número", "aprox.": "aproximadamente",
    "cap.": "capítulo", "art.": "artículo", "EEUU": "Estados Unidos",
}  # fmt: skip
_TAILS = {
    "etc.": "etcétera", "a. C.": "antes de Cristo", "d. C.": "después de Cristo",
    "a.C.": "antes de Cristo", "d.C.": "después de Cristo", "S.A.": "ese a", "S. A.": "ese a",
    "a. m.": "a eme", "p. m.": "pe eme", "a.m.": "a eme", "p.m.": "pe eme", "izda.": "izquierda",
    "dcha.": "derecha", "EE. UU.": "Estados Unidos", "EE.UU.": "Estados Unidos",
    "JJ. OO.": "Juegos Olímpicos", "JJ.OO.": "Juegos Olímpicos",
}  # fmt: skip
_WORDS = {
    "ONU": "Onu", "PIB": "Pib", "OEA": "Oea", "OPEP": "Opep", "IBEX": "Íbex", "Oaxaca": "uajaca",
    "footing": "fútin", "YouTube": "yutub", "WhatsApp": "guasap", "online": "onláin",
    "smartphone": "esmárfon", "streaming": "estrímin",
}  # fmt: skip

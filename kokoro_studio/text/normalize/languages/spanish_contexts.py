"""Spanish readings that depend on the neighbouring words: 1/2 taza, 20º, II Guerra, $1,500.50."""

from __future__ import annotations

import re

from ..piece import Reading
from ..roman import value
from . import acronyms
from .spanish_foreign import spell
from .spanish_nouns import gender
from .spanish_numbers import ordinal, shortened
from .spanish_words import FRACTIONS, UNITS

_MASCULINE_EVENTS = (
    "Congreso|Festival|Encuentro|Concurso|Reich|Imperio|Aniversario|Centenario|Campeonato|Torneo|"
    "Certamen|Simposio|Plan|Premio|Milenio|Foro|Seminario|Concilio|Mundial|Maratón|Ciclo|Cuerpo|"
    "Trimestre|Semestre|Curso|Salón|Coloquio|Taller|Memorial|Trofeo|Rally|Gran Premio|Cross"
)
_FEMININE_EVENTS = (
    "República|Guerra|Edición|Cumbre|Feria|Bienal|Internacional|Conferencia|Dinastía|Legión|"
    "División|Región|Flota|Jornada|Jornadas|Semana|Asamblea|Marcha|Carrera|Gala|Convención|Copa|"
    "Reunión|Muestra|Olimpiada|Convocatoria|Legislatura|Media Maratón|Exposición|Etapa|Fase|"
    "Cruzada|Enmienda|Promoción"
)
_PER = {
    "kg": "por kilo", "Kg": "por kilo", "g": "por gramo", "l": "por litro", "L": "por litro",
    "h": "por hora", "hora": "por hora", "día": "por día", "mes": "por mes", "año": "por año",
    "semana": "por semana", "noche": "por noche", "persona": "por persona", "m²": "por metro "
    "cuadrado", "m2": "por metro cuadrado", "km": "por kilómetro", "kWh": "por kilovatio hora",
    "t": "por tonelada", "ud": "por unidad", "unidad": "por unidad",
}  # fmt: skip
# 3/4 taza is "tres cuartos de taza".
_MEASURES = (
    "taza|tazas|cucharada|cucharadas|cucharadita|cucharaditas|litro|litros|kilo|kilos|hora|horas|"
    "vaso|vasos|libra|libras|pulgada|pulgadas|copa|barra|botella|milla|millas|metro|metros|"
    "kilómetro|kilómetros|onza|onzas|gramo|galón|pinta|docena|paquete|lata|cebolla|limón"
)
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8"}
_DEGREES_BEFORE = (
    r"[Hh]ac(?:e|en|ía|ían)|[Hh]izo|[Hh]ará|[Hh]arán|[Hh]aga|[Aa]|[Dd]e|[Cc]on|[Hh]asta|[Ss]obre|"
    r"[Ee]ntre|[Mm]arca(?:ba)?|[Mm]arcó|[Aa]lcanz(?:a|ó|ará)|[Ss]uperó|[Bb]ajo|[Ss]on|[Uu]nos|"
    r"[Aa]l|"
    r"[Mm]enos|-|[Hh]ay|[Tt]enemos|[Tt]engo|[Dd]esde|[Mm]ás de|[Mm]enos de|[Cc]asi"
)


def _degrees(match: re.Match[str]) -> str | None:
    """20º behind a word of temperatures or angles; "a 3º de primaria" is an ordinal."""
    number = match["n"]
    if int(number) < 7 and not re.match(
        r" ?(?:[.,;!?)]|\Z|bajo|sobre)", match.string[match.end() :]
    ):
        return None
    return f"{number} grado" if number == "1" else f"{number} grados"


def _as_degrees(match: re.Match[str]) -> str:
    return f"{match['n']} grado" + ("" if match["n"] == "1" else "s")


def _celsius(match: re.Match[str]) -> str:
    scale = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}[match["scale"]]
    return f"{match['n']} grado{'' if match['n'] == '1' else 's'} {scale}"


def _half(match: re.Match[str]) -> str | None:
    """½ taza, 2½ tazas, 1/2 kg: "media taza", "dos y media tazas", "medio kilo"."""
    noun, whole = match["noun"], match["whole"]
    if noun in UNITS:
        feminine = UNITS[noun][0].startswith("una ")
    else:
        found = gender(noun, one=not noun.endswith("s"))
        if not found and not whole:
            return None
        feminine = found == "f"
    half = "media" if feminine else "medio"
    if not whole:
        return half
    one = ("una" if feminine else "uno") if whole == "1" else whole
    return f"{one} y {half}"


def _part(match: re.Match[str]) -> str | None:
    """3/4 taza: "tres cuartos de taza"; 2/3 partes: "dos terceras partes"."""
    written = _VULGAR.get(match["part"], match["part"])
    if written == "1/2" or written not in FRACTIONS:
        return None
    if match["noun"].startswith("parte"):
        top, bottom = written.split("/")
        plural = top != "1"
        count = {"1": "una", "2": "dos", "3": "tres"}.get(top, top)
        return f"{count} {ordinal(int(bottom), 'as' if plural else 'a')}"
    return f"{FRACTIONS[written]} de"


def _event(match: re.Match[str]) -> str | None:
    number = value(match["it"])
    if not number:
        return None
    if match["she"] or match["he"]:
        return ordinal(number, "a") if match["she"] else shortened(ordinal(number))
    feminine = match["article"].lower() in ("la", "las", "una", "esta", "esa")
    return ordinal(number, "a") if feminine else shortened(ordinal(number))


def _roman(match: re.Match[str]) -> str | None:
    number = value(match["it"])
    if not number:
        return None
    return ordinal(number) if number <= 10 and match["century"] else str(number)


def _dollars(match: re.Match[str]) -> str:
    """$1,500.50, as the Americas write it."""
    whole, cents = match["whole"].replace(",", ""), int(match["cents"] or 0)
    said = "un dólar" if whole == "1" else f"{whole} dólares"
    if not cents:
        return said
    centavos = "1 centavo" if cents == 1 else f"{cents} centavos"
    return centavos if not int(whole) else f"{said} con {centavos}"


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"])
    said = {1: "una", 21: "veintiuna"}.get(hour, str(hour))
    return f"{said} y {minute}" if minute else said


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with a group `it`, and what is said for it."""
    units = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
    half = r"(?:(?P<whole>[0-9]{1,4})(?: (?=1/2)| ?(?=½)))?(?P<half>½|1/2)"
    free = r"(?<![0-9A-Za-z])(?<![0-9][./,-])"
    return (
        (r"(?<=[gG])(?P<it>[üÜ])(?=[eéiíEÉIÍ])", "w"),
        (acronyms.PATTERN, spell),
        (r"(?P<it>(?<!\w)[Nn](?:\.\s?|r\.\s?)?[º°])(?= ?[0-9])", "número"),
        # Not the initial of Franklin D. Roosevelt.
        (r"(?:\A|[,;:.(¿¡—] ?|\b(?:a|de|con|y|para|por|que|es) )(?P<it>D\.)"
         r"(?= [A-ZÁÉÍÓÚÑ])", "don"),
        (r"(?P<it>\b[sS]\.)(?= ?[IVX]+\b)", "siglo"),
        (r"(?P<it>\bss\.)(?= ?[IVX]+\b)", "siglos"),
        (r"(?<!\w)(?P<it>pp\.)(?= ?[0-9])", "páginas"),
        (r"(?<!\w)(?P<it>p\.)(?= ?[0-9])", "página"),
        (r"(?<!\w)(?P<it>[Kk]m\.?)(?= [0-9])", "kilómetro"),
        (r"(?<!\w)(?P<it>[Cc]\. ?[Pp]\.)(?= ?[0-9])", "código postal"),
        (r"(?<!\w)(?P<it>[Cc]ap\.)(?= ?(?:[0-9]|[IVXL]+\b))", "capítulo"),
        (r"(?<!\w)(?P<it>c/)(?= ?[A-ZÁÉÍÓÚÑ])", "calle"),
        (r"\b[0-9]{1,3}(?P<it> ?% ?[-–] ?)(?=[0-9])", " por ciento a "),
        # numerals of events, rulers and centuries
        (rf"\b(?P<article>)(?P<it>[IVX]{{1,6}})(?= (?i:(?P<she>{_FEMININE_EVENTS})"
         rf"|(?P<he>{_MASCULINE_EVENTS}))\b)", _event),
        (r"\b(?P<she>)(?P<he>)(?P<article>[Ee]l|[Ll]a|[Dd]el|[Aa]l|[Ll]as|[Ll]os) "
         r"(?P<it>[IVX]{2,6})(?= [A-ZÁÉÍÓÚÑa-záéíóúñ][a-záéíóúñ]{3})", _event),
        (r"\b(?P<century>[Ss]iglos?|ss?\.) [IVX]{1,6} ?(?:y|e|al|a|o|-|–|,|y el|o el) ?"
         r"(?P<it>[IVX]{1,6})\b", _roman),
        (r"\b(?P<century>)(?:capítulos|tomos|volúmenes|partes|actos|artículos|libros|fases) "
         r"[IVX]{1,6} (?:y|e|a|o|al) (?P<it>[IVX]{1,6})\b", _roman),
        # temperatures and angles
        (r"(?<![0-9A-Za-z])(?P<it>(?P<n>[0-9]{1,4}(?:[.,][0-9]+)?) ?[°º] ?(?P<scale>[CFK]))"
         r"(?![A-Za-zÀ-ɏ])", _celsius),
        (r"(?<![0-9A-Za-z])(?P<it>(?P<n>[0-9]{1,4}[.,][0-9]+) ?[°º])(?![A-Za-zÀ-ɏ])",
         lambda m: f"{m['n']} grados"),
        (rf"(?:\b|(?<=-))(?:{_DEGREES_BEFORE})[ -]{{1,2}}(?:[0-9]{{1,3}}[º°]? ?(?:[-–]|y|o|a) ?)?"
         r"(?<![0-9])(?P<it>(?P<n>[0-9]{1,3})[º°])(?![A-Za-zÀ-ɏ])"
         r"(?! (?:[a-záéíóúñ]+(?:ario|[aá]neo)|piso|lugar|puesto|grado|curso|día|año|mes|capítulo|"
         r"trimestre|premio|clasificado|de (?:primaria|secundaria|ESO|la ESO|bachillerato|carrera|"
         r"grado|básica|infantil|medicina|derecho|bach)))", _degrees),
        (r"(?<![\w)–-])-(?P<it>(?P<n>[0-9]{1,3})[º°])(?![A-Za-zÀ-ɏ])", _as_degrees),
        (r"(?<!\b[Ee]l )(?<!\b[Dd]el )(?<!\b[Aa]l )(?<!\b[Ss]u )(?<!un )(?<!puesto )(?<!lugar )"
         r"(?<!quedó )(?<!terminó )"
         r"(?<![0-9A-Za-z.,-])(?P<it>(?P<n>[2-9][0-9]|[1-3][0-9]{2})[º°])(?![A-Za-zÀ-ɏ])"
         r"(?! (?:aniversario|piso|lugar|puesto|cumpleaños|congreso|edición|festival|día|capítulo|"
         r"mundial|campeonato))",
         lambda m: f"{m['n']} grados"),
        (r"(?<![0-9A-Za-z.,-])(?P<it>(?P<n>[0-9]{1,3})[º°])"
         r"(?= de (?:temperatura|latitud|longitud|inclinación|fiebre)\b)", _as_degrees),
        # fractions
        (rf"{free}(?P<it>{half})(?= ?(?P<noun>{units})(?![A-Za-zÀ-ɏ0-9²³/]))", _half),
        (rf"{free}(?P<it>{half})(?= (?P<noun>[a-záéíóúñ]{{3,}}))", _half),
        (rf"{free}(?P<it>(?P<part>[½⅓⅔¼¾⅛⅜]|[1-7]/[1-8]))(?= (?P<noun>partes?|{_MEASURES})\b)",
         _part),
        (rf"{free}(?<![0-9] )(?:½|1/2)(?P<it> ?(?P<unit>{units}))(?![A-Za-zÀ-ɏ0-9²³/])",
         lambda m: " " + UNITS[m["unit"]][0].removeprefix("una ").removeprefix("un ")),
        (rf"{free}(?<![0-9] )(?:[⅓⅔¼¾⅛⅜]|"
         rf"[1-7]/[3-8])(?P<it> ?(?P<unit>{units}))(?![A-Za-zÀ-ɏ0-9²³/])",
         lambda m: " de " + UNITS[m["unit"]][0].removeprefix("una ").removeprefix("un ")),
        (rf"(?<=[0-9])(?: ?[½¼¾⅓⅔]| [1-3]/[2-4])(?P<it> ?(?P<unit>{units}))"
         r"(?![A-Za-zÀ-ɏ0-9²³/])", lambda m: " " + UNITS[m["unit"]][1]),
        # ordinals without a noun, which keep their vowel
        (r"(?<![0-9A-Za-z])(?P<it>(?P<n>[0-9]{0,2}[13])\.?[º°])"
         r"(?= (?:de|y|en|o|que|con|por|del|e|izda|dcha|izq|[A-Z])\b|[.,;:!?)»\"]|\s*\Z)",
         lambda m: ordinal(int(m["n"]))),
        (r"\b[IVX]{1,6}(?P<it> ?[-–] ?)(?=[IVX]{2,6}\b)", " a "),
        (r"(?<![0-9:/.,-])(?P<it>24/7)(?![0-9/])", "veinticuatro siete"),
        (r"(?<![0-9A-Za-z])(?P<it>(?P<n>[0-9]{1,2})\.?(?P<end>[ºª]))(?=[A-Z]\b)",
         lambda m: ordinal(int(m["n"]), "a" if m["end"] == "ª" else "o") + " "),
        (r"\bun (?P<it>1/[3-9])(?![0-9/])", lambda m: FRACTIONS[m["it"]].removeprefix("un ")),
        (r"\b(?:[Ee]scala|[Pp]roporción|[Rr]atio|[Rr]elación|[Rr]azón|[Dd]ilución)(?: de)? "
         r"(?P<it>(?P<a>[0-9]+):(?P<b>[0-9]+))(?![0-9:])", lambda m: f"{m['a']} a {m['b']}"),
        # money
        (r"(?<![\w.,])(?P<it>(?P<n>[0-9]{1,4})k)(?![\w/])", lambda m: f"{m['n']} mil"),
        (r"(?P<it>\$ ?)(?=[0-9][0-9.,]*(?: (?:mil|millón|millones))?(?: de)? "
         r"(?:pesos|dólares|reales|soles|euros|bolívares|colones|USD|MXN)\b)", ""),
        (r"(?<![A-Za-z0-9])(?P<it>(?:US|MX)?\$ ?(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+"
         r"|[0-9]{1,6}(?=\.[0-9]{2}(?![0-9])))(?:\.(?P<cents>[0-9]{2}))?)(?![0-9]|[.,][0-9])"
         r"(?! ?(?:mil|millón|millones)\b)", _dollars),
        (rf"(?:[€$£]|\$ ?[0-9.,]{{1,12}}|euros?|pesos|dólares)(?P<it> ?/ ?(?P<per>"
         rf"{'|'.join(sorted(_PER, key=len, reverse=True))}))(?![A-Za-zÀ-ɏ])",
         lambda m: f" {_PER[m['per']]} "),
        # times, scores, formats, versions
        (r"\b(?:[Aa]|[Dd]e|[Dd]esde|[Hh]asta|[Ss]obre|[Ss]on|[Yy]|[Aa] eso de) las? "
         r"(?P<it>(?P<hour>[0-9]{1,2})\.(?P<minute>[0-5][0-9])(?: ?h(?:oras)?\b(?:\.(?= [a-z]|"
         r"[,;]))?)?)"
         r"(?![0-9]|[.,][0-9])", _time),
        (r"(?<![0-9A-Za-z.,])(?P<it>(?P<hour>[0-2]?[0-9])\.(?P<minute>[0-5][0-9]) ?h)\b", _time),
        (r"(?<![0-9:.,])(?P<it>16:9)(?![0-9:])", "dieciséis novenos"),
        (r"\b(?:[Vv]ersi(?:ón|ones)|[Vv]ers\.|Python|Windows|iOS|Android|PHP|Java|Linux|Ubuntu|"
         r"Node|Firefox|Chrome|Bluetooth|USB|HTML|HTTP|Debian|macOS|OS X|Django|MySQL|Unity|"
         r"[Vv]\.?|Web) (?P<it>(?P<major>[0-9]{1,3})\.(?P<minor>[0-9]{1,3}))(?![0-9]|\.[0-9])",
         lambda m: f"{m['major']} punto {m['minor']}"),
        (r"(?<![A-Za-z0-9-])(?P<it>[vV](?:\.? ?(?=[0-9]+\.)|"
         r"\.?))(?=[0-9]{1,3}(?:\.[0-9]+)*\b)", "versión "),
        (r"(?<![A-Za-z0-9])[vV]\.? ?(?P<it>(?P<major>[0-9]{1,3})\.(?P<minor>[0-9]{1,3}))(?![0-9]|"
         r"\.[0-9])",
         lambda m: f"{m['major']} punto {m['minor']}"),
    )  # fmt: skip

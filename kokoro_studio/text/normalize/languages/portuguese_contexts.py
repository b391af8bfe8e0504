"""Portuguese readings that depend on their neighbours: ½ xícara, 20ºC, II Guerra, R. Augusta."""

from __future__ import annotations

import re

from ..piece import Reading
from ..roman import value
from . import acronyms
from .portuguese_foreign import spell
from .portuguese_nouns import gender
from .portuguese_numbers import ordinal
from .portuguese_words import FRACTIONS, UNITS
from .word_lists import words

_MASCULINE_EVENTS = (
    "Congresso|Festival|Encontro|Concurso|Reich|Império|Aniversário|Centenário|Campeonato|Torneio|"
    "Simpósio|Plano|Prêmio|Milênio|Fórum|Seminário|Concílio|Mundial|Ciclo|Trimestre|Semestre|"
    "Salão|Colóquio|Troféu|Reinado|Grande Prêmio|Exército|Batalhão|Distrito|Domingo|Ato"
)
_FEMININE_EVENTS = (
    "República|Guerra|Edição|Cúpula|Feira|Bienal|Internacional|Conferência|Dinastia|Legião|"
    "Divisão|Região|Frota|Jornada|Semana|Assembleia|Marcha|Corrida|Convenção|Copa|Reunião|Mostra|"
    "Olimpíada|Maratona|Exposição|Etapa|Fase|Cruzada|Emenda|Turma|Revolução|Vara|Companhia"
)
_PER = {
    "kg": "por quilo", "Kg": "por quilo", "g": "por grama", "l": "por litro", "L": "por litro",
    "h": "por hora", "hora": "por hora", "dia": "por dia", "mês": "por mês", "ano": "por ano",
    "semana": "por semana", "noite": "por noite", "pessoa": "por pessoa",
    "m²": "por metro quadrado", "m2": "por metro quadrado", "km": "por quilômetro",
    "kWh": "por quilowatt-hora", "t": "por tonelada", "un": "por unidade",
}  # fmt: skip
# 3/4 xícara is "três quartos de xícara".
_MEASURES = (
    "xícara|xícaras|colher|colheres|litro|litros|quilo|quilos|hora|horas|copo|copos|libra|libras|"
    "polegada|polegadas|barra|garrafa|milha|milhas|metro|metros|quilômetro|quilômetros|pacote|lata|"
    "cebola|limão|dúzia|tablete"
)
_VULGAR = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅛": "1/8", "⅜": "3/8"}
_DEGREES_BEFORE = (
    r"[Ff]a(?:z|zem|zia|ziam)|[Ff]ez|[Ff]izeram|[Ff]ará|[Ff]azendo|[Aa]|[Dd]e|[Cc]om|[Aa]té|"
    r"[Ss]obre|[Ee]ntre|[Mm]arca(?:va)?|[Mm]arcou|[Aa]ting(?:e|iu|irá)|[Cc]hegou a|[Aa]baixo de|"
    r"[Ss]ão|[Uu]ns|[Mm]enos|-|[Dd]eu|[Tt]emos|[Pp]ara|[Mm]ais de|[Qq]uase|[Aa]os|[Ee]stá|"
    r"[Ee]stava|[Rr]egistrou|[Ee]m"
)
_STREET = (
    r"(?:(?:das?|dos?|de) )?[A-ZÀ-Ý][\wà-ÿ]+(?: (?:(?:das?|dos?|de|e) )?[A-ZÀ-Ý][\wà-ÿ]+){0,4}"
)


_HOURS = {1: "uma", 2: "duas", 21: "vinte e uma", 22: "vinte e duas"}
_DIGITS = words("zero um dois três quatro cinco seis sete oito nove")


def _telephone(match: re.Match[str]) -> str:
    groups = re.split("[- ]", match["it"])
    return ", ".join(" ".join(_DIGITS[int(digit)] for digit in group) for group in groups)


def _degrees(match: re.Match[str]) -> str | None:
    """20º behind a word of temperatures or angles; "de 3º ano" is an ordinal."""
    number = match["n"]
    if int(number) < 10 and not re.match(r" ?(?:[.,;!?)]|\Z|abaixo)", match.string[match.end() :]):
        return None
    return f"{number} grau" if number == "1" else f"{number} graus"


def _as_degrees(match: re.Match[str]) -> str:
    return f"{match['n']} grau" + ("" if match["n"] == "1" else "s")


def _celsius(match: re.Match[str]) -> str:
    scale = {"C": "Celsius", "F": "Fahrenheit", "K": "Kelvin"}[match["scale"]]
    return f"{match['n']} grau{'' if match['n'] == '1' else 's'} {scale}"


def _half(match: re.Match[str]) -> str | None:
    """½ xícara, 2½ xícaras, 1/2 kg: "meia xícara", "duas e meia xícaras", "meio quilo"."""
    noun, whole = match["noun"], match["whole"]
    if noun in UNITS:
        feminine = UNITS[noun][0].startswith("uma ")
    else:
        found = gender(noun, one=not noun.endswith("s"))
        if not found and not whole:
            return None
        feminine = found == "f"
    half = "meia" if feminine else "meio"
    if not whole:
        return half
    ones = {"1": ("um", "uma"), "2": ("dois", "duas")}
    return f"{ones[whole][feminine] if whole in ones else whole} e {half}"


def _part(match: re.Match[str]) -> str | None:
    """3/4 xícara: "três quartos de xícara"; 2/3 partes: "duas terças partes"."""
    written = _VULGAR.get(match["part"], match["part"])
    if written == "1/2" or written not in FRACTIONS:
        return None
    return f"{FRACTIONS[written]} de"


def _event(match: re.Match[str]) -> str | None:
    number = value(match["it"])
    if not number:
        return None
    feminine = match["she"] or match["article"].lower() in (
        "a",
        "as",
        "da",
        "das",
        "na",
        "nas",
        "à",
    )
    return ordinal(number, "a" if feminine else "o")


def _roman(match: re.Match[str]) -> str | None:
    number = value(match["it"])
    if not number:
        return None
    return ordinal(number) if number <= 10 and match["century"] else str(number)


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with a group `it`, and what is said for it."""
    units = "|".join(map(re.escape, sorted(UNITS, key=len, reverse=True)))
    half = r"(?:(?P<whole>[0-9]{1,4})(?: (?=1/2)| ?(?=½)))?(?P<half>½|1/2)"
    free = r"(?<![0-9A-Za-z])(?<![0-9][./,-])"
    end = r"(?![A-Za-zÀ-ɏ0-9²³/])"

    def unit(place: int, lead: str) -> Reading:
        return lambda m: lead + UNITS[m["unit"]][place].removeprefix("uma ").removeprefix("um ")

    return (
        (r"(?:\A|[,;:.(—] ?|\b(?:a|de|da|com|e|para|por|que|à) |"
         r"[àÀ] )(?P<it>D\.)(?= (?:[A-ZÀ-Ý]\w*a"
         r"|Isabel|Inês|Beatriz|Leonor|Carmen|Raquel|Ruth?|Lourdes|Inez|Nair|Ester|Irene|Alice)\b)",
         "dona"),
        (r"(?:\A|[,;:.(—] ?|\b(?:a|de|com|e|para|por|que|[Oo]|do|ao) )"
         r"(?P<it>D\.)(?= [A-ZÀ-Ý])", "dom"),
        (r"(?<!\w)(?P<it>[Cc]ap\.)(?= ?(?:[0-9]|[IVXL]+\b))", "capítulo"),
        (r"(?<!\w)(?P<it>[Ee]x\.)(?=:)", "exemplo"),
        (r"(?<!\w)(?P<it>Al\.)(?= [A-ZÀ-Ý])", "alameda"),
        (r"(?<!\w)(?P<it>[Mm]in\.)(?= d[ao]s? [A-ZÀ-Ý])", "ministro"),
        (r"(?<![0-9A-Za-z.,/-])(?P<it>[3-9][0-9]{3}[- ][0-9]{4})(?![0-9]|[.,/-][0-9])", _telephone),
        (acronyms.PATTERN, spell),
        (r"(?P<it>(?<!\w)[Nn](?:\.\s?)?[º°]s?\.?)(?= ?[0-9])", "número"),
        (rf"(?:\b(?:[Aa]|[Nn]a|[Dd]a|[Pp]ela|[Ee]|[Ee]m|[Cc]om|[Ss]ão|[Ee]sq(?:uina|\.)(?: (?:com|"
         rf"da))?"
         r"|[Ee]nd(?:ereço|\.)[:,]?)|(?<=\s)[àÀ]|\A[àÀ]|[:;(]) (?P<it>R\.)"
         rf"(?= {_STREET})", "rua"),
        (rf"(?:\A|[.!?,] )(?P<it>R\.)(?= {_STREET}(?:,| -| –)? ?(?:n[º°.]|[0-9]))", "rua"),
        (r"(?<!\w)(?P<it>R\.)(?= [0-9]{1,2} de [A-ZÀ-Ý])", "rua"),
        (r"(?<!\w)(?P<it>pp\.)(?= ?[0-9])", "páginas"),
        (r"(?<!\w)(?P<it>p\.)(?= ?[0-9])", "página"),
        (r"(?<!\w)(?P<it>[Kk]m\.?)(?= [0-9])", "quilômetro"),
        (r"(?P<it>\bs\.)(?= ?[IVX]+\b)", "século"),
        # numerals of events and centuries
        (rf"\b(?P<article>)(?P<it>[IVX]{{1,6}})(?= (?i:(?P<she>{_FEMININE_EVENTS})"
         rf"|(?P<he>{_MASCULINE_EVENTS}))\b)", _event),
        (r"\b(?P<she>)(?P<he>)(?P<article>[Oo]|[Aa]|[Dd][oa]s?|[Nn][oa]s?|[Aa]o|[Oo]s|[Aa]s) "
         r"(?P<it>[IVX]{2,6})(?= [A-ZÀ-Ýa-zà-ÿ][a-zà-ÿ]{3})", _event),
        (r"\b(?P<century>[Ss][ée]culos?|[Ss][ée]cs?\.|[Ss]\.) [IVX]{1,6} ?(?:e|a|ao|ou|-|–|,|e o|"
         r"e no) ?"
         r"(?P<it>[IVX]{1,6})\b", _roman),
        (r"\b(?P<century>)(?:capítulos|tomos|volumes|partes|atos|artigos|livros|fases) "
         r"[IVX]{1,6} (?:e|a|ou) (?P<it>[IVX]{1,6})\b", _roman),
        # temperatures and angles
        (r"(?<![0-9A-Za-z])(?P<it>(?P<n>[0-9]{1,4}(?:[.,][0-9]+)?) ?[°º] ?(?P<scale>[CFK]))"
         r"(?![A-Za-zÀ-ɏ])", _celsius),
        (r"(?<![0-9A-Za-z])(?P<it>(?P<n>[0-9]{1,4}[.,][0-9]+) ?[°º])(?![A-Za-zÀ-ɏ])",
         lambda m: f"{m['n']} graus"),
        (rf"(?:\b|(?<=-))(?:{_DEGREES_BEFORE})[ -]{{1,2}}(?:[0-9]{{1,3}}[º°]? ?(?:[-–]|e|ou|a) ?)?"
         r"(?<![0-9])(?P<it>(?P<n>[0-9]{1,3})[º°])(?![A-Za-zÀ-ɏ])"
         r"(?! (?:lugar|andar|ano|grau|período|colocado|dia|mês|capítulo|trimestre|bimestre|"
         r"semestre|prêmio|aniversário|batalhão|distrito|colegial|turno|round|set|gol))", _degrees),
        (r"(?<![\w)–-])-(?P<it>(?P<n>[0-9]{1,3})[º°])(?![A-Za-zÀ-ɏ])", _as_degrees),
        (r"(?<!\b[Oo] )(?<!\b[Dd]o )(?<!\b[Aa]o )(?<!\b[Nn]o )(?<!seu )(?<!um )(?<!em )(?<!lugar )"
         r"(?<!ficou )(?<!terminou )"
         r"(?<![0-9A-Za-z.,-])(?P<it>(?P<n>[2-9][0-9]|[1-3][0-9]{2})[º°])(?![A-Za-zÀ-ɏ])"
         r"(?! (?:aniversário|andar|lugar|congresso|festival|dia|capítulo|batalhão|distrito|"
         r"campeonato|colocado))",
         lambda m: f"{m['n']} graus"),
        (r"(?<![0-9A-Za-z.,-])(?P<it>(?P<n>[0-9]{1,3})[º°])"
         r"(?= de (?:temperatura|latitude|longitude|inclinação|febre)\b)", _as_degrees),
        # fractions
        (rf"{free}(?P<it>{half})(?= ?(?P<noun>{units}){end})", _half),
        (rf"{free}(?P<it>{half})(?= (?P<noun>[a-zà-ÿ]{{3,}}))", _half),
        (rf"{free}(?P<it>(?P<part>[½⅓⅔¼¾⅛⅜]|[1-7]/[1-8]))(?= (?:{_MEASURES})\b)", _part),
        (rf"{free}(?<![0-9] )(?:½|1/2)(?P<it> ?(?P<unit>{units})){end}", unit(0, " ")),
        (rf"{free}(?<![0-9] )(?:[⅓⅔¼¾⅛⅜]|[1-7]/[3-8])(?P<it> ?(?P<unit>{units})){end}",
         unit(0, " de ")),
        (rf"(?<=[0-9])(?: ?[½¼¾⅓⅔]| [1-3]/[2-4])(?P<it> ?(?P<unit>{units})){end}", unit(1, " ")),
        (r"\b[IVX]{1,6}(?P<it> ?[-–] ?)(?=[IVX]{2,6}\b)", " a "),
        (r"(?<![0-9:/.,-])(?P<it>24/7)(?![0-9/])", "vinte e quatro por sete"),
        (r"\b(?:[Ee]scala|[Pp]roporção|[Rr]elação|[Rr]azão|[Dd]iluição)(?: de)? "
         r"(?P<it>(?P<a>[0-9]+):(?P<b>[0-9]+))(?![0-9:])", lambda m: f"{m['a']} para {m['b']}"),
        # money
        (r"(?<![\w.,])(?P<it>(?P<n>[0-9]{1,4})k)(?![\w/])", lambda m: f"{m['n']} mil"),
        (rf"(?:[€£]|\$ ?[0-9.,]{{1,12}}|euros?|reais|dólares)(?P<it> ?/ ?(?P<per>"
         rf"{'|'.join(sorted(_PER, key=len, reverse=True))}))(?![A-Za-zÀ-ɏ])",
         lambda m: f" {_PER[m['per']]} "),
        # times, scores, formats, versions
        (r"(?<![0-9A-Za-z.,])(?P<it>(?P<hour>[0-2]?[0-9])\.(?P<minute>[0-5][0-9]) ?h)\b",
         lambda m: f"{_HOURS.get(int(m['hour']), int(m['hour']))} e {int(m['minute'])}"),
        (r"\b(?:[Gg]anh\w+|[Vv]enc\w+|[Pp]erd\w+|[Ee]mpat\w+|[Pp]lacar|[Vv]itória|[Dd]errota|"
         r"[Gg]ole(?:ou|ada)|[Jj]ogo|[Rr]esultado)(?: (?:\w+ ){0,3}| )(?<![0-9])"
         r"(?P<it>(?P<a>[0-9]{1,2}) ?[xX×] ?(?P<b>[0-9]{1,2}))\b",
         lambda m: f"{m['a']} a {m['b']}"),
        (r"[A-ZÀ-Ý][a-zà-ÿ]+ (?P<it>(?P<a>[0-9]{1,2}) ?[xX×] ?(?P<b>[0-9]{1,2}))(?= [A-ZÀ-Ý])",
         lambda m: f"{m['a']} a {m['b']}"),
        (r"(?<![0-9A-Za-z.,])(?P<it>(?P<a>[0-9]{1,4}) ?x ?(?P<b>[0-9]{1,4}))"
         r"(?= ?(?:cm|mm|m|metros|pixels|px)\b)", lambda m: f"{m['a']} por {m['b']}"),
        (r"(?<![0-9:.,])(?P<it>16:9)(?![0-9:])", "dezesseis por nove"),
        (r"\b(?:[Vv]ers(?:ão|ões)|Python|Windows|iOS|Android|PHP|Java|Linux|Ubuntu|Node|Firefox|"
         r"Chrome|Bluetooth|USB|HTML|HTTP|Debian|macOS|Django|MySQL|Web) "
         r"(?P<it>(?P<major>[0-9]{1,3})\.(?P<minor>[0-9]{1,3}))(?![0-9]|\.[0-9])",
         lambda m: f"{m['major']} ponto {m['minor']}"),
        (r"(?<![A-Za-z0-9-])(?P<it>[vV](?:\.? ?(?=[0-9]+\.)|"
         r"\.?))(?=[0-9]{1,3}(?:\.[0-9]+)*\b)", "versão "),
        (r"(?<![A-Za-z0-9])[vV]\.? ?(?P<it>(?P<major>[0-9]{1,3})\.(?P<minor>[0-9]{1,3}))(?![0-9]|"
         r"\.[0-9])",
         lambda m: f"{m['major']} ponto {m['minor']}"),
    )  # fmt: skip

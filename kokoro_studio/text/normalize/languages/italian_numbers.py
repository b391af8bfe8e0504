"""Italian numerals with their gender (1 ragazza), ordinals (3° capitolo) and ratios (16:9)."""

from __future__ import annotations

import re

from ..piece import LEFT, RIGHT, Reading, any_of
from .number_words import cardinal

_FIRST = (
    "", "primo", "secondo", "terzo", "quarto", "quinto", "sesto", "settimo", "ottavo", "nòno",
    "decimo",
)  # fmt: skip

# Nouns whose gender the ending does not tell.
_FEMININE_ENDINGS = "zione sione gione tudine trice ità tà tù igine agine ie si"
_FEMININE_NOUNS = (
    "mano foto moto auto radio biro notte parte gente mente fonte fine voce luce croce pace legge"
    " gente morte sorte arte carne neve nave chiave classe frase fase base tesi crisi oasi dose"
    " pelle stella valle torre corte ape rete sete fede sede siepe febbre polvere cenere madre"
    " moglie attrice nipote fame estate specie serie superficie immagine origine indagine pagina"
    " vertigine ragione stagione regione prigione opinione unione riunione religione canzone"
    " mail email band star password app chat hit task card newsletter trance quiche brioche"
    " toilette boutique routine chance suite gag slot jeep cover slide lode prole fronte vite noce"
    " pece gru virtù tribù città metà età libertà volontà onlus holding start-up startup playlist"
    " lavatrice calcolatrice stampante variante costante corrente sorgente patente mente lente"
    " capitale morale finale cattedrale cambiale spirale vocale consonante"
)
_MASCULINE_NOUNS = (
    "problema sistema programma tema clima poeta papa pianeta cinema dramma schema diploma aroma"
    " enigma panorama dilemma pigiama delta koala panda sosia trauma teorema plasma carisma stemma"
    " emblema idioma telegramma chilogramma grammo diagramma collega atleta pilota pirata profeta"
    " duca monarca gorilla boia comma coma dogma prisma cruciverba vaglia sisma automa fantasma"
    " edema eczema ematoma stratagemma anatema messia omega sigma yoga"
)
# Words behind a figure that it does not count.
_NOT_COUNTED = (
    "e ed o od a ad da di del dello della dei degli delle dal dalla in nel nella con su sul sulla"
    " contro per tra fra è ha ho hai ma se che si ci non al alla allo ai alle più meno era sono"
    " oppure poi punto virgola volte parla spiega tratta contiene inizia comincia mostra presenta"
    " finisce termina riguarda copre vale indica significa descrive come dopo prima senza quando"
    " perché ogni questo questa dove sarà fu viene va può deve"
)
_NAMED = (
    "[Cc]apitol[oi]|[Pp]agin[ae]|[Nn]umer[oi]|[Aa]rticol[oi]|[Ff]ase|[Gg]ruppo|[Cc]anale|[Ll]ivello"
    "|[Zz]ona|[Pp]arte|[Vv]olume|[Tt]ipo|[Ff]ormula|[Ss]erie|[Pp]unto|[Cc]omma|[Ll]inea|[Rr]ai"
    "|[Ii]talia|[Cc]lasse|[Ss]ala|[Ss]tanza|[Bb]inario|[Tt]avola|[Ff]igura|[Ee]sercizio|[Gg]iorno"
    "|[Ll]ezione|[Uu]nità|[Pp]asso|[Oo]re|[Dd]i|[Vv]ersione|[Ss]tagione|[Ee]pisodio|[Tt]urno|più"
    "|meno|per|[Aa]rt\\.|[Pp]ag\\.|[Nn]\\.|[Cc]ap\\.|[Vv]ol\\.|[Nn]°"
)
_VOWEL = "aeiouàèéìòùAEIOU"
# Before these, "uno": s with a consonant, z, gn, ps, pn, x, y, i with a vowel.
_IMPURE = r"(?:[sS][^aeiouhàèéìòùAEIOU\W]|[sS]h|[zZ]|[gG]n|[pP][sn]|[xX]|[yY][^o]|[iI][aeou])"


def ordinal(number: int, feminine: bool = False) -> str:
    """Terzo, undicesimo, ventitreesimo; with an a at the end if feminine."""
    if number < len(_FIRST):
        said = _FIRST[number]
    else:
        said = cardinal(number, "it").replace("é", "e")
        if not said.endswith(("tre", "sei")) or said == "sei":
            said = said[:-1]
        said += "esimo"
    return said[:-1] + "a" if feminine else said


def is_feminine(noun: str) -> bool:
    """A guess by lists and by the ending."""
    noun = noun.lower()
    if noun in _FEMININE_SET:
        return True
    if noun in _MASCULINE_SET:
        return False
    if noun.endswith(("ista", "iatra", "arca", "crate")):  # of both genders, or masculine
        return False
    return noun.endswith("a") or noun.endswith(tuple(_FEMININE_ENDINGS.split()))


_FEMININE_SET = frozenset(_FEMININE_NOUNS.split())
_MASCULINE_SET = frozenset(_MASCULINE_NOUNS.split())


# Adjectives that do not tell the gender.
_EITHER = (
    "grande", "semplice", "breve", "giovane", "enorme",
    "forte", "grave", "felice", "dolce", "importante",
)  # fmt: skip


def one(noun: str, counted: str | None = None) -> str:
    """Un libro, uno zaino, una mela, un'amica: the article before a word. The noun that is
    `counted` may stand behind it: una grande casa."""
    if is_feminine(counted or noun):
        return "un'" if noun[0] in _VOWEL and noun[:2].lower() not in ("ia", "ie", "io") else "una"
    return "uno" if re.match(_IMPURE, noun) else "un"


def _counted(match: re.Match[str]) -> str | None:
    noun = match["noun"]
    if noun in _NOT_COUNTED_SET or len(noun) < 3:
        return None
    said = one(noun, match["next"] if noun in _EITHER else None)
    return said if said == "un'" else said + " "


_NOT_COUNTED_SET = frozenset(_NOT_COUNTED.split())

_FEMININE_BEFORE = (
    "[Ll]a|[Dd]ella|[Aa]lla|[Nn]ella|[Dd]alla|[Ss]ulla|[Uu]na|[Qq]uesta|[Qq]uella|[Mm]ia|[Tt]ua"
    "|[Ss]ua|[Nn]ostra|[Vv]ostra|[Cc]olla|[Ss]tessa|[Pp]er la"
)
_MASCULINE_BEFORE = (
    "[Ii]l|[Ll]o|[Dd]el|[Dd]ello|[Aa]l|[Aa]llo|[Nn]el|[Nn]ello|[Dd]al|[Dd]allo|[Ss]ul|[Ss]ullo"
    "|[Uu]n|[Uu]no|[Qq]uesto|[Qq]uel|[Mm]io|[Tt]uo|[Ss]uo|[Nn]ostro|[Vv]ostro|[Cc]ol|[Ss]tesso"
)
_ELIDED_BEFORE = "(?:[Ll]|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull|[Uu]n|[Qq]uest|[Qq]uell)['’]"
_ORDERED = (
    "secolo|posto|giorno|anniversario|capitolo|piano|minuto|classificato|compleanno|articolo|grado"
    "|parallelo|meridiano|reggimento|battaglione|edizione|volta|fila|classe|giornata|puntata|lezione|parte|serie|elementare|media|liceo|mese"
)
_RATIOS = {"16:9": "sedici noni", "4:3": "quattro terzi", "16:10": "sedici decimi",
           "21:9": "ventuno noni"}  # fmt: skip


_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def _power(match: re.Match[str]) -> str:
    exponent = match["typed"] or match["raised"].translate(_RAISED)
    return f" alla {ordinal(int(exponent), feminine=True)}"


def _half(match: re.Match[str]) -> str | None:
    noun = match["noun"]
    if noun in _NOT_COUNTED_SET or noun in ("ora", "ore"):
        return None
    return "mezza" if is_feminine(noun) else "mezzo"


def _by_article(feminine: bool) -> Reading:
    return lambda match: ordinal(int(match["n"]), feminine)


def _placed(match: re.Match[str]) -> str:
    """È arrivata 2ª, arrivò 2º."""
    feminine = match["it"][-1] == "ª" or match.string[match.start("it") - 2] == "a"
    return ordinal(int(match["n"]), feminine)


def _by_noun(match: re.Match[str]) -> str:
    return ordinal(int(match["n"]), is_feminine(match["noun"]))


def written(number: int, ending: str) -> str:
    """The ordinal of figures with an ending: 5ª, 25esimo."""
    if ending.startswith("esim"):
        return ordinal(number, feminine=False)[:-1] + ending[-1]
    return ordinal(number, feminine=ending == "ª")


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings."""
    free = rf"{LEFT}(?<![0-9][.,:/ -])"
    figure = r"(?P<it>(?P<n>[0-9]{1,3})[°ºª])"
    noun = r"(?P<noun>[A-Za-zàèéìòù]{2,20})"
    letter = r"(?P<it>(?P<n>[0-9]{1,2})%s)(?= [a-zàèéìòù]{3})"
    return (
        (rf"{free}(?<!/)(?P<it>1 )(?P<noun>[a-zàèéìòù-]{{3,20}}){RIGHT}(?:"
         rf" (?P<next>[a-zàèéìòù]{{3,20}}))?", _unless_named(_counted)),
        (rf"\b(?:{_FEMININE_BEFORE}) {figure}(?! ?[CF]\b)", _by_article(feminine=True)),
        (rf"\b(?:{_MASCULINE_BEFORE}) {figure}(?! ?[CF]\b)",
         _by_article(feminine=False)),
        (rf"\b{_ELIDED_BEFORE}{figure}(?= {noun})", _by_noun),
        (rf"(?:{free}|\b[Oo]gni ){figure}(?= (?P<noun>{_ORDERED})\b)", _by_noun),
        (rf"\b(?i:arriv|class|giun|fin|chiu|piazz)[a-zòì]{{1,10}} {figure}(?! ?[CF]\b)",
         _placed),
        (rf"{free}(?P<it>½|1/2)(?= (?P<noun>[a-z]{{3,20}})\b)", _half),
        (rf"{free}(?P<it>(?:½|1/2) )(?=or[ae]\b)", "mezz'"),
        (r"(?:(?<=[0-9)])|(?<=(?<![A-Za-zÀ-ÿ])[A-Za-z]))"
         r"(?P<it>\^(?P<typed>[4-9]|[1-9][0-9])(?![0-9])|(?P<raised>[⁴-⁹]"
         r"|[¹²³⁴-⁹][⁰¹²³⁴-⁹]))(?![⁰¹²³⁴-⁹])",
         _power),
        (rf"{free}(?P<it>(?P<n>[0-9]{{1,3}})º)(?! ?[CF]\b)", _by_article(feminine=False)),
        (rf"\b(?:{_FEMININE_BEFORE}) " + letter % "a", _by_article(feminine=True)),
        (rf"\b(?:{_MASCULINE_BEFORE}) " + letter % "o", _by_article(feminine=False)),
        (rf"{free}(?P<it>{any_of(_RATIOS)}){RIGHT}", lambda match: _RATIOS[match["it"]]),
    )  # fmt: skip


def _unless_named(read: Reading) -> Reading:
    """Chapter 1 is a name, and what follows is not counted."""
    named = re.compile(rf"(?:{_NAMED}) ?\Z")

    def of_counted(match: re.Match[str]) -> str | None:
        before = match.string[max(0, match.start("it") - 20) : match.start("it")]
        return None if named.search(before) or isinstance(read, str) else read(match)

    return of_counted

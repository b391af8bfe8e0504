"""French homographs, which the words around tell apart, and marks typed loosely."""

from __future__ import annotations

import re

from ..piece import Reading, any_of
from .french_numbers import sounding
from .french_respelled import respelled

_LETTER = "A-Za-zÀ-ÿœŒ"
_LEFT, _RIGHT = rf"(?<![{_LETTER}0-9])", rf"(?![{_LETTER}0-9])"
_PLURAL = (
    r"[Ll]es|[Dd]es|[Cc]es|[Mm]es|[Tt]es|[Ss]es|[Nn]os|[Vv]os|[Ll]eurs|[Aa]ux|[Dd]eux|[Tt]rois"
)
_CLITICS = r"(?:ne |n'|se |s'|me |m'|te |t'|nous |vous |le |la |les |l'|lui |leur |y |en )"

# Verbs in -ent, whose ending is mute, and nouns or adjectives spelled the same.
_MUTE_ENDING = (
    "président|résident|content|couvent|ferment|négligent|excellent|violent|affluent|évident"
    "|convergent|divergent|équivalent|influent|somnolent|patient|parent|serpent|expédient"
    "|confluent|fluent|urgent|régent|agent|pressent|accident|différent|adhèrent"
)
# Threads; "fils" is a son otherwise.
_THREADS = (
    "de fer|de soie|de laine|de coton|de nylon|de cuivre|de lin|d'or|d'argent|d'acier|d'Ariane"
    "|de pêche|de trame|de chaîne|de la toile|de la trame|de l'araignée|de la marionnette"
    "|du téléphone|du réseau|du tissu|de la conversation|[ée]lectriques?|barbelés|conducteurs"
    "|dentaires|télégraphiques|téléphoniques|métalliques|dénudés|emmêlés|tendus|colorés|invisibles"
    "|à coudre|à plomb|à linge|rouges?|noirs?|blancs?|bleus?|fins?|conducteur|tissés|de discussion"
    "|dorés|d'or|(?:sont |étaient )?(?:emmêlés|coupés|dénudés|branchés|tendus)|qui (?:pend|dépass"
    "|reli|se croisent|relient|connect)|et (?:des |les )?(?:aiguilles?|câbles?|boutons)"
)
_THREADS_BEFORE = (
    "[Cc]oup(?:e|er|é|és|ez|ent|ons|ant) (?:les|des|ses|ces)|[Tt]ir(?:e|er|é|ait|ent|ant) (?:les"
    "|des|ses)"
    "|bobines? de|pelotes? de|écheveaux? de|sans|[Dd]énoue[rz]? les|[Dd]énouer les|tiss(?:e|er|é"
    "|ent) (?:les|des)"
    "|(?:câbles?|aiguilles?|boutons) et (?:les |des |de )?|branch(?:e|er|ez|é) (?:les|des|ces)"
    "|emmêl(?:e|er|é) (?:les|ses)|réseau de|enchevêtrement de|poteaux? et (?:les |des )?"
)
_NUMERAL = (
    "(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze"
    "|seize|vingt|trente|quarante|cinquante|soixante|cent|mille|zéro|[0-9]+)"
)
_NEGATION = re.compile(r"\bn(?:'|e\b)|\b(?:non|pas|moi|jamais|sans)\s*\Z", re.I)


def _clause(match: re.Match[str]) -> str:
    """The text before the match, from the last mark of punctuation on."""
    start = match.start("it")
    return re.split("[.!?;:,…]", match.string[max(0, start - 80) : start])[-1]


def _more(match: re.Match[str]) -> str | None:
    """Plus: "more" has its s, "no more" has not."""
    return None if _NEGATION.search(_clause(match)) else "pluss"


def _mute(match: re.Match[str]) -> str:
    return match["it"][:-3] + "e"


def _verb_in_tions(match: re.Match[str]) -> str | None:
    """Nous portions, vous portiez: the t of a verb stays a t."""
    word = match["it"]
    if re.fullmatch(
        "(?:noti|na|rela|ra|posi|sta|situa|condi|créa|élec|sélec|informa)(?:ons|tions)", word
    ):
        return None
    return word.replace("tion", "ttion").replace("tiez", "ttiez")


def _elided(match: re.Match[str]) -> str:
    return match["it"].rstrip() if match["it"][-1] == " " else match["it"]


_HOMOGRAPHS: tuple[tuple[str, Reading], ...] = (
    (rf"{_LEFT}(?:{_THREADS_BEFORE}) (?P<it>fils){_RIGHT}", "fil"),
    (rf"{_LEFT}(?P<it>[Ff]ils)(?= (?:{_THREADS}))", "fil"),
    (rf"{_LEFT}(?P<it>[Ff]ils|FILS){_RIGHT}", "fiss"),
    # The east, where "l'" is no pronoun.
    (rf"{_LEFT}(?:[LlDd]'|(?:[Pp]lein|[Vv]ers l'|[Cc]ôté|[Bb]anlieue|[Ff]açade|[Aa]ile|[Ss]ecteur"
     rf"|[Pp]orte|[Zz]one|[Ff]rontière|[Ll]ongitude|[Nn]ord|[Ss]ud|[Cc]entre|[Tt]imor|[Bb]erlin"
     rf"|[Aa]llemagne|[Ee]urope|[Ff]ront|[Qq]uartiers?|[Rr]égion|degrés?)[ -])(?P<it>Est"
     rf"|EST){_RIGHT}",
     "este"),
    (rf"{_LEFT}(?<![Ii]l )(?<![Ee]lle )(?<![Oo]n )(?<![Qq]ui )(?<![Cc]e )(?<!ne )(?<!tout )"
     r"(?<![Cc]ela )(?<![Çç]a )"
     rf"(?:l'|L'|[Dd]'|plein |[Nn]ord-|[Ss]ud-|longitude )(?P<it>est){_RIGHT}"
     rf"(?!-ce| (?:pas|toujours|aussi|encore|déjà|plus|moins|tout|très|vraiment|autant|devenu)\b)",
     "este"),
    # As: the card and the champion.
    (rf"{_LEFT}(?:[Uu]n|[Dd]es|[Ll]es|[Cc]et|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Dd]'|[Dd]ouble"
     rf"|[Vv]éritables?|[Vv]rais?|[Ss]es|[Nn]os) ?(?P<it>as)"
     rf"(?<!\b[Tt]u les as)(?<!\bne les as){_RIGHT}"
     rf"(?! (?:\w+é|eu|été|vu|fait|dit|pris|mis)e?s?{_RIGHT})",
     "asse"),
    (rf"{_LEFT}[Ll]'(?P<it>as)(?= (?:de|du|des) )", "asse"),
    # Bones are mute at their end, one bone is not.
    (rf"{_LEFT}(?:{_PLURAL}|[Qq]uelques|[Pp]etits|[Gg]ros|[Vv]ieux|[Pp]lusieurs|en|chair et en|d'"
     rf"|[0-9]+)"
     rf" ?(?P<it>os){_RIGHT}", "ô"),
    (rf"{_LEFT}(?P<it>[Tt]ous){_RIGHT}(?=[,.;:!?]|\Z| (?:sont|ont|étaient|avaient|ensemble|seront"
     rf"|auront"
     rf"|furent|voulaient|veulent|peuvent|savent|font|vont|disent|a |ne |n'|se |s'|y |en |morts?"
     rf"|partis"
     rf"|venus|debout|assis|présents|là|deux fois)(?![a-zà-ÿ]))", "touss"),
    (rf"{_LEFT}(?P<it>[Tt]ous)(?= (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|ceux|les|ces|mes"
     rf"|tes|ses|nos|vos|leurs|risques|droits|types|terrains|publics|genres|niveaux|côtés|feux"
     rf"|frais"
     rf"|moyens|points|supports|formats|sujets|domaines|pays|rangs|styles|calibres){_RIGHT})",
     "tou"),
    (rf"{_LEFT}(?P<it>[Tt]ous)(?= (?:azimuts|horizons|âges|autres|endroits|usages){_RIGHT})",
     "touz"),
    (rf"{_LEFT}(?:[Uu]ne|[Ll]a|[Dd]es|[Ll]es|[Cc]ette|[Cc]es|[Ss]es|[Dd]eux|[Qq]uatre|[Qq]uelques"
     rf"|de|pas de|[0-9]+)"
     rf" (?P<it>vis){_RIGHT}(?!-à| (?:à vis)\b)", "visse"),
    (rf"{_LEFT}(?:[Ii]ls|[Ee]lles) {_CLITICS}{{0,2}}(?P<it>{_MUTE_ENDING}){_RIGHT}", _mute),
    (rf"{_LEFT}(?:{_PLURAL}) (?:[a-zà-ÿ]+ ){{0,1}}[a-zà-ÿ]+[sx](?: (?:du|de la|de|des|d'|de l')"
     rf" ?[a-zà-ÿ]+)?"
     rf"(?: {_CLITICS}| )(?P<it>{_MUTE_ENDING}){_RIGHT}", _mute),
    (rf"{_LEFT}[Nn]ous {_CLITICS}{{0,2}}(?P<it>[a-zà-ÿ]+(?<![se])tions){_RIGHT}", _verb_in_tions),
    (rf"{_LEFT}[Vv]ous {_CLITICS}{{0,2}}(?P<it>[a-zà-ÿ]+(?<![se])tiez){_RIGHT}", _verb_in_tions),
    # A reporter, and to postpone.
    (rf"{_LEFT}(?:[Uu]n|[Dd]u|[Cc]e|[Aa]u|[Cc]haque|[Gg]rand|[Uu]ne|[Vv]rai|Le)"
     rf" (?P<it>reporter|supporter){_RIGHT}(?! (?:à|la|le|les|ce|cette|son|sa)\b)",
     lambda match: match["it"][:-2] + "ère"),
    # To trust.
    (rf"{_LEFT}(?:s'y|[Ss]e|me|te|nous|vous|peut s'y|s'en) (?P<it>fier){_RIGHT}", "fié"),
)  # fmt: skip

_PLUS: tuple[tuple[str, Reading], ...] = (
    (rf"{_LEFT}(?i:{_NUMERAL}) (?P<it>plus)(?= {_NUMERAL}{_RIGHT})", "pluss"),
    (rf"{_LEFT}(?P<it>[Pp]lus)(?= ?[,.!?;…»”\"]| ?\Z)", _more),
    (rf"{_LEFT}(?P<it>plus)(?= (?:que|qu'|pour|et|souvent que) ?)(?!plus que jamais)", _more),
    (rf"{_LEFT}(?:signe|un|le) (?P<it>plus)(?= (?:pour|dans|serait|,)\b)", "pluss"),
)

_BEFORE_FIGURES = {
    "art": "article",
    "Art": "article",
    "vol": "volume",
    "Vol": "volume",
    "t": "tome",
}
_SHORT_MONTHS = {
    "janv": "janvier", "févr": "février", "avr": "avril", "juil": "juillet", "sept": "septembre",
    "oct": "octobre", "nov": "novembre", "déc": "décembre",
}  # fmt: skip
_PER: dict[str, str] = {
    "kg": " le kilo", "h": " de l'heure", "heure": " de l'heure", "m²": " le mètre carré",
    "m2": " le mètre carré", "mois": " par mois", "an": " par an", "jour": " par jour",
    "j": " par jour", "l": " le litre", "L": " le litre", "nuit": " la nuit",
    "pers": " par personne", "personne": " par personne",
}  # fmt: skip
_LOOSE: tuple[tuple[str, Reading], ...] = (
    # A space behind an apostrophe: "l' itinéraire", "aujourd' hui".
    (r"(?<![\w'’\"«“])(?P<it>(?:[LlDdJjCcMmTtSsNn]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu"
     r"|[Pp]resqu|[Aa]ujourd)['’] )(?=[aàâeéèêëiîïoôuùûyhœæAÀÂEÉÈÊIÎOÔUYHŒ])", _elided),
    (r"(?<!\w)(?P<it>[Nn][º°])(?= ?[0-9])", "numéro"),
    (r"(?<!\w)(?P<it>[Nn]os?\.? )(?=[0-9])", "numéro "),
    (r"\b[IVX]+(?:e|er) (?P<it>s\.)", "siècle"),
    (r"(?P<it>\bM\.)(?= (?:[A-ZÀ-Ý]|et Mme\b|le\b|l'))", "monsieur"),
    (r"\b(?P<it>Me)(?= [A-ZÀ-Ý][a-zà-ÿ])", "maître"),
    (r"\b(?:[Vv]ersion|[Vv]|[Pp]ython|[Ww]indows|[Aa]ndroid|iOS|[Ww]eb|USB|HTML|Java|Bluetooth"
     r"|[Mm]odèle)"
     r" ?(?P<it>[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])", lambda m: m["it"].replace(".", " point ")),
    (r"[0-9] ?(?:€|\$|£|euros?|dollars?) ?(?P<it>/ ?(?:kg|h|m²|m2|mois|an|jour|j|l|L|nuit|pers"
     r"|personne|heure))\b",
     lambda m: _PER[m["it"].lstrip("/ ")]),
    # In capitals beside a figure or a word in small letters, espeak-ng spells these.
    (rf"{_LEFT}(?P<it>LE|LA|LES|DE|DU|DES|AU|AUX|ET|EN|UN|UNE|ON|IL|JE|TU|NE|SE|OU|SUR|PAR)(?="
     rf" [0-9a-zà-ÿ])",
     lambda match: match["it"].lower()),
    (r"(?<![0-9] )(?<![\w])(?P<it>[Mm]in\.)(?= [0-9])", "minimum"),
    # Words at a sentence's end otherwise: "il aime l'art."
    (rf"\b(?P<it>(?P<word>{any_of(_BEFORE_FIGURES)})\.)(?= ?[0-9]| [IVXLC]+\b)",
     lambda match: _BEFORE_FIGURES[match["word"]]),
    (rf"(?<=[0-9er] )(?P<it>(?P<word>{any_of(_SHORT_MONTHS)})\.)(?! [A-ZÀ-Ý]|\s*\Z)",
     lambda match: _SHORT_MONTHS[match["word"]]),
    (r"\b(?P<it>pl\.)(?= (?:de|du|des|d'|[A-ZÀ-Ý][a-zà-ÿ]))", "place"),
    (r"\b(?P<it>r\.)(?= (?:de|du|des|d'|[A-ZÀ-Ý][a-zà-ÿ]))", "rue"),
    # Spoons: 2 c. à soupe, 1 c. à c.
    (r"(?<=1 )(?P<it>c\. ?à ?)(?=s|c)", "cuillère à "),
    (r"(?<=[0-9½] )(?P<it>c\. ?à ?)(?=s|c)", "cuillères à "),
    (r"\bc\. ?à ?(?P<it>s\.)", "soupe"),
    (r"\bc\. ?à ?(?P<it>c\.)", "café"),
    # A telephone number, which is said in pairs.
    (r"(?<![0-9.,])(?P<it>0[1-9](?:[.-][0-9]{2}){4})(?![0-9]|[.,-][0-9])",
     lambda match: re.sub("[.-]", " ", match["it"])),
    # "Cent" has its liaison as a figure alone.
    (rf"{_LEFT}(?P<it>cent)(?= (?:ans|hommes|habitants|heures|euros|élèves|ouvriers|amis){_RIGHT})",
     "100"),
    (r"(?:(?<=[=+<>≤≥≠×] )|(?<=[=+<>]))(?P<it>y)(?![\w'’])", "igrec"),
    (r"(?<!\w)(?P<it>y)(?= ?[=<>≤≥≠²³^]| \+)", "igrec"),
    (r"(?<![\w#&/])(?P<it>#)(?=[A-Za-zÀ-ÿ])", "hachetague "),
)  # fmt: skip

# Parts of words for which espeak-ng takes the word for an English one.
_PARTS = {
    "rythm": "ritm", "mythe": "mite", "mytho": "mito", "mythi": "miti", "ethn": "etn",
    "authenti": "autanti", "enthousias": "antousias", "sympathis": "sinpatiz",
    "anthrop": "antrop", "psychopath": "psicopat", "euthanas": "eutanaz", "léthar": "létar",
    "lithogra": "litogra", "arithm": "aritm", "géotherm": "géoterm", "térébenth": "térébint",
}  # fmt: skip
_WORD = f"[{_LETTER}]"


def _in_part(match: re.Match[str]) -> str:
    part = match["part"].lower()
    return match["it"].lower().replace(part, _PARTS[part], 1)


def _in_y(match: re.Match[str]) -> str | None:
    return None if match["it"] in respelled() else match["it"][:-1] + "i"


_IN_WORDS: tuple[tuple[str, Reading], ...] = (
    (rf"{_LEFT}(?P<it>{_WORD}*?(?P<part>(?i:{any_of(_PARTS)})){_WORD}*)", _in_part),
    (rf"{_LEFT}(?P<it>(?:[a-z]+-){{0,3}}[a-z]*(?:huit|ant|ent)ièmes?"
     rf"|quatre-vingt-[a-z-]+ièmes?){_RIGHT}",
     lambda match: sounding(match["it"])),
    (rf"{_LEFT}(?P<it>{_WORD}+ou(?:ent|es)){_RIGHT}",
     lambda match: re.sub("(?:ent|es)$", "e", match["it"])),
    # Names in -y, which it takes for English ones.
    (rf"{_LEFT}(?P<it>[A-ZÀ-Ý][a-zà-ÿ]*[aeiouàâéèêôü][a-zà-ÿ]*[b-df-hj-np-tv-z]y"
     rf"|[A-ZÀ-Ý]?[a-zà-ÿ]*é[a-zà-ÿ]+y){_RIGHT}",
     _in_y),
)  # fmt: skip


def _cased(reading: Reading) -> Reading:
    """In capitals if the word is: espeak-ng spells "DU ROI" beside a word in small letters."""

    def read(match: re.Match[str]) -> str | None:
        said = reading if isinstance(reading, str) else reading(match)
        capitals = said and len(match["it"]) > 1 and match["it"].isupper()
        return said.upper() if said and capitals else said

    return read


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings; of two for one place, the first is taken."""
    return (
        *_LOOSE,
        *((pattern, _cased(reading)) for pattern, reading in (*_PLUS, *_HOMOGRAPHS)),
        *_IN_WORDS,
    )

"""Italian readings that depend on the words around: apostrophes for accents, saints, Roman
numerals, homographs.

It is long because it is a table of patterns.
"""

from __future__ import annotations

import re

from ..piece import Reading, any_of
from ..roman import value
from .italian_numbers import is_feminine, ordinal
from .number_words import cardinal

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
)  # fmt: skip

_LETTER = "A-Za-zÀ-ÿ"
_LEFT, _RIGHT = rf"(?<![{_LETTER}0-9])", rf"(?![{_LETTER}0-9])"
_MARK = "['’‘´`′]"

# Words that an apostrophe cuts, so that it stands for no accent.
_CUT = "po mo be va fa sta da di to te ve bo ca de co que so a i o su"
_CLOSED = ("ne", "se")  # né, sé
_ACUTE = ("che", "tre", "pote")  # perché, ventitré
_ACCENTED = {"a": "à", "e": "è", "i": "ì", "o": "ò", "u": "ù"}
# Words that have no reading without their accent, so that no quotation can end with them.
_ALWAYS_ACCENTED = re.compile(
    r"(?i)(?:perch|poich|finch|bench|affinch|anzich|cosicch|sicch|giacch|purch|nonch|pi|pu|cos|gi"
    r"|per|ci|cio|gio|citt|bont|virt|gioventu|servit|lune?d|marted|mercoled|gioved|venerd|caff"
    r"|\w+it|\w+et|[cC]io)\Z"
)


def _accented(match: re.Match[str]) -> str | None:
    """Citta' and perche' as they are spelled with an accent; a quotation's mark stays."""
    word = match["word"]
    lower = word.lower()
    if lower in _CUT.split() or (len(word) == 1 and lower != "e"):
        return None
    if _in_quotes(match) and not _ALWAYS_ACCENTED.match(lower[:-1]):
        return None
    last = lower[-1]
    accent = (
        "é" if last == "e" and (lower in _CLOSED or lower.endswith(_ACUTE)) else _ACCENTED[last]
    )
    return word[:-1] + (accent.upper() if word[-1].isupper() else accent)


_QUOTE = re.compile(rf"(?<!\w)(?P<opening>['‘])(?=\w)|(?P<word>[{_LETTER}]*)[.,!?]?['’](?!\w)")


def _in_quotes(match: re.Match[str]) -> bool:
    """Whether an apostrophe opens a quotation before the match."""
    start = match.start("it")
    open_ = False
    for mark in _QUOTE.finditer(match.string, max(0, start - 300), start):
        if mark["opening"]:
            open_ = True
        elif not _ALWAYS_ACCENTED.match(mark["word"].lower()[:-1]):
            open_ = False
    return open_


def _with_k(match: re.Match[str]) -> str:
    """Ch'io, ch'un: the h is needed before e and i alone."""
    mark = match["it"][0]
    return mark + "h" if match["vowel"].lower() in "eiéèì" else mark


_ELIDED = (
    "l|un|dell|nell|all|dall|sull|coll|quell|bell|sant|c|d|n|m|t|s|v|ch|anch|neanch|quest|tutt"
    "|nient|senz|mezz|cent|com|dov|qual|grand|pover|buon|gl|quant|cos|dev|quattr|nessun|ciascun"
    "|alcun|vent|trent|tant|altr|brav"
)

_MARKS: tuple[tuple[str, Reading], ...] = (
    (rf"{_LEFT}(?P<it>[cC]h['’]h?)(?=(?P<vowel>[aeiouèéìAEIOU]))", _with_k),
    (rf"{_LEFT}(?i:{_ELIDED})(?P<it>['’] )(?=[aeiouhèéàìòùAEIOUHÈÉ])", "'"),
    (rf"(?:(?<![{_LETTER}0-9'’])|(?<=[{_LETTER}]['’]))"
     rf"(?P<it>(?P<word>[{_LETTER}]*[aeiouAEIOU]){_MARK})(?![{_LETTER}0-9'’])", _accented),
)  # fmt: skip

_SAINTS = (
    "Pietro Paolo Giovanni Marco Luca Matteo Francesco Antonio Giuseppe Maria Anna Agnese Lucia"
    " Chiara Caterina Teresa Rita Cecilia Agata Rosa Rosalia Monica Elena Marta Margherita Barbara"
    " Bernadetta Brigida Eufemia Giustina Giulia Susanna Sofia Sabina Prassede Costanza Croce Sede"
    " Messa Vergine Maddalena Benedetto Bernardo Bernardino Biagio Bartolomeo Ambrogio Agostino"
    " Andrea Angelo Anselmo Alessandro Alfonso Apollinare Carlo Cristoforo Ciro Cosimo Damiano"
    " Domenico Donato Donnino Egidio Elia Ercolano Eustorgio Fedele Felice Ferdinando Filippo"
    " Floriano Gaetano Gennaro Geminiano Germano Gerolamo Girolamo Giacomo Giorgio Gimignano"
    " Giuliano Giusto Gottardo Gregorio Ignazio Ilario Isidoro Lazzaro Leonardo Leone Leucio"
    " Lorenzo Luigi Marino Martino Massimo Maurizio Mauro Michele Miniato Nazaro Nicola Nicolò"
    " Niccolò Onofrio Oreste Orsola Pancrazio Pantaleone Patrizio Pio Petronio Procolo Raffaele"
    " Remo Rocco Romano Romolo Salvatore Sebastiano Severino Silvestro Simone Sisto Spirito Stefano"
    " Sepolcro Tommaso Ubaldo Valentino Vincenzo Vitale Vito Vittore Zeno Zaccaria Padre Natale"
    " Eustachio Antimo Apollonia Ivo Emidio Erasmo Eusebio Ermete Afra Arcangelo Uffizio"
    " Silvia Giuliana Valeria Marina Cristina Eulalia Dorotea Gerardo Bonaventura Raimondo Venanzio"
    " Vigilio Vittoria Zita Prospero Pellegrino Quirico Rufina Emiliano Gallo Clemente Callisto"
    " Corrado Costantino Cassiano Fermo Fortunato Gavino Efisio Nazario Norberto Oronzo Paolino"
    " Polo Siro Secondo Saba Sabino Savino Severo Satiro Sossio"
)
_MALE_SAINTS = ("Luca", "Andrea", "Nicola", "Elia", "Zaccaria", "Saba", "Mattia")
_FEMALE_SAINTS = ("Agnese", "Croce", "Sede", "Vergine", "Prassede", "Irene")


def _saint(match: re.Match[str]) -> str:
    """San Pietro, Sant'Anna, Santa Maria, Santo Stefano."""
    name = match["name"]
    if name[0] in "AEIOU":
        return "Sant'"
    if name in _FEMALE_SAINTS or (name[-1] == "a" and name not in _MALE_SAINTS):
        return "Santa "
    pure = not re.match("S[^aeiouh]|Padre|Natale|Sepolcro|Uffizio", name)
    return "San " if pure else "Santo "


_PLACES: tuple[tuple[str, Reading], ...] = (
    (rf"{_LEFT}(?P<it>[Ss]\. ?)(?=(?P<name>{any_of(_SAINTS.split())}){_RIGHT})", _saint),
    (rf"{_LEFT}(?P<it>[Ss]\. ?)(?=(?P<name>Ma)\. )", "Santa "),
    (rf"{_LEFT}(?P<it>SS\. )(?=Trinità|Annunziata|Vergine)", "Santissima "),
    (rf"{_LEFT}(?P<it>SS\. )(?=Sacramento|Crocifisso|Salvatore|Nome)", "Santissimo "),
    (rf"{_LEFT}(?P<it>SS\. )(?=[A-Z][a-z]+)", "Santi "),
    (rf"{_LEFT}(?P<it>[Nn]r?(?:\.|[º°]) ?)(?=[0-9])", "numero "),
    (rf"{_LEFT}(?P<it>c/o){_RIGHT}", "presso"),
    (rf"(?<![0-9] )(?<![0-9]){_LEFT}(?P<it>[Mm]in\.)(?= [0-9])", "minimo"),
)  # fmt: skip

_QUEENS = (
    "Elisabetta|Caterina|Maria|Anna|Cristina|Vittoria|Isabella|Giovanna|Margherita|Giulia|Cleopatra"
    "|Beatrice|Berenice|Bianca|Matilde|Guglielmina|Sofia|Maria Teresa|Luisa|Arsinoe"
)
_KINGS = (
    "Luigi|Enrico|Carlo|Filippo|Napoleone|Giovanni Paolo|Giovanni|Paolo|Pio|Benedetto|Gregorio"
    "|Leone|Clemente|Innocenzo|Urbano|Giulio|Sisto|Giorgio|Edoardo|Guglielmo|Riccardo|Giacomo"
    "|Nicola|Alessandro|Pietro|Federico|Ferdinando|Alfonso|Juan Carlos|Felipe|Alberto|Leopoldo"
    "|Ramses|Ramsete|Dario|Ivan|Vittorio Emanuele|Umberto|Amedeo|Vittorio Amedeo|Carlo Alberto"
    "|Cosimo"
    "|Lorenzo|Francesco|Massimiliano|Rodolfo|Ottone|Corrado|Bonifacio|Celestino|Eugenio|Martino"
    "|Niccolò|Onorio|Callisto|Adriano|Alessio|Costantino|Teodosio|Tolomeo|Serse|Artaserse|Tarquinio"
    "|Manfredi|Ruggero|Roberto|Ladislao|Stefano|Casimiro|Sigismondo|Gustavo|Cristiano|Baldovino"
    "|Ranieri|Emanuele Filiberto|Emanuele|Silvestro|Gelasio|Simmaco|Vigilio|Pasquale|Formoso|Lucio"
    "|Marcello|Stanislao|Augusto|Giustiniano|Pietro Leopoldo|Ferrante|Galeazzo Maria|Ercole"
    "|Guidobaldo"
)
_MASCULINE_PARTS = (
    "[Cc]apitolo|[Tt]omo|[Vv]olume|[Aa]tto|[Cc]anto|[Ll]ibro|[Tt]itolo|[Pp]aragrafo|[Aa]rticolo"
    "|[Cc]oncilio|sec\\.|[Vv]aticano|[Mm]unicipio|[Gg]rado|[Ll]ivello|[Mm]illennio|[Ss]ecolo|CAPITOLO|ATTO"
    "|CANTO|VOLUME|LIBRO|TITOLO|[Ee]pisodio|[Cc]omma|[Qq]uaderno|[Dd]istretto"
)
_FEMININE_PARTS = (
    "[Pp]arte|[Ss]cena|[Ss]ezione|[Cc]lasse|[Tt]avola|[Ff]igura|[Pp]untata|[Ss]tagione|[Ee]dizione"
    "|[Ll]egislatura|[Ff]ase|PARTE|SCENA|SEZIONE|[Tt]abella|[Aa]ppendice|[Ll]ettera|[Ss]atira"
    "|[Oo]de"
)
_NUMERAL = "(?P<it>[IVXLC]{1,8})"


def _roman(feminine: bool) -> Reading:
    def read(match: re.Match[str]) -> str | None:
        number = value(match["it"])
        return ordinal(number, feminine) if number else None

    return read


def _roman_by_noun(match: re.Match[str]) -> str | None:
    number = value(match["it"])
    noun = match["noun"]
    return ordinal(number, is_feminine(noun)) if number and len(noun) > 2 else None


_ROMAN: tuple[tuple[str, Reading], ...] = (
    (rf"{_LEFT}(?:{_QUEENS}) {_NUMERAL}{_RIGHT}(?!\.[A-Z])", _roman(feminine=True)),
    (rf"{_LEFT}(?:{_KINGS}|{_KINGS.upper()}) {_NUMERAL}{_RIGHT}(?!\.[A-Z])",
     _roman(feminine=False)),
    (rf"{_LEFT}(?:{_MASCULINE_PARTS}) {_NUMERAL}{_RIGHT}(?!\.[A-Z])", _roman(feminine=False)),
    (rf"{_LEFT}(?:{_FEMININE_PARTS}) {_NUMERAL}{_RIGHT}(?!\.[A-Z])", _roman(feminine=True)),
    (rf"{_LEFT}(?:[Ll]a|[Dd]ella|[Aa]lla|[Nn]ella|[Dd]alla|[Ss]ulla|[Uu]na|[Qq]uesta|LA|DELLA)"
     rf" {_NUMERAL}(?= [A-Za-z]{{3}})", _roman(feminine=True)),
    (rf"{_LEFT}(?:[Ii]l|[Dd]el|[Aa]l|[Nn]el|[Dd]al|[Ss]ul|[Uu]n|[Qq]uesto|[Qq]uel|[Tt]ra [Ii]l|IL"
     rf"|DEL)"
     rf" {_NUMERAL}(?= (?:e (?:il )?[IVX]+ )?[A-Za-z]{{3}})", _roman(feminine=False)),
    (rf"{_LEFT}(?:[Ll]|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull)['’]{_NUMERAL}(?="
     rf" (?P<noun>[A-Za-zàèéìòù]+))",
     _roman_by_noun),
    (rf"{_LEFT}(?:[Ll]|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull)['’]{_NUMERAL}{_RIGHT}",
     _roman(feminine=False)),
    (rf"{_LEFT}{_NUMERAL}"
     rf"(?= (?P<noun>secolo|sec\.|millennio|dinastia|legislatura|edizione|guerra|atto|tempo"
     rf"|volume|capitolo|classe|grado|livello|posto|trimestre|semestre|quadrimestre|municipio|corpo"
     rf"|reggimento|divisione|sezione|liceo|elementare|media))",
     _roman_by_noun),
)  # fmt: skip


def _clock_dot(match: re.Match[str]) -> str:
    hour, minute = re.split("[.,]", match["it"])
    return f"{hour} e {int(minute)}" if int(minute) else hour


_SHORT_MONTHS = {month[:3]: month for month in MONTHS} | {"sett": "settembre"}
_SHORT_DAYS = {
    "lun": "lunedì", "mar": "martedì", "mer": "mercoledì", "gio": "giovedì", "ven": "venerdì",
    "sab": "sabato", "dom": "domenica",
}  # fmt: skip
_PER: dict[str, str] = {
    "kg": " al chilo", "h": " all'ora", "ora": " all'ora", "m²": " al metro quadro",
    "mq": " al metro quadro", "mese": " al mese", "anno": " all'anno", "giorno": " al giorno",
    "l": " al litro", "litro": " al litro", "notte": " a notte", "persona": " a persona",
}  # fmt: skip
_FIGURES: tuple[tuple[str, Reading], ...] = (
    (r"(?:\b[Oo]re|\b(?:d?all|verso l|tra l|fra l)e|\be le) "
     r"(?P<it>(?:[01]?[0-9]|2[0-3])\.[0-5][0-9])(?![0-9]|\.[0-9]|,[0-9])", _clock_dot),
    (rf"{_LEFT}(?i:l|dell|all|nell|dall|sull)['’](?P<it>8[0-9]{{0,2}}|11|18[0-9]{{2}})(?![0-9°ºª]"
     rf"|[.,/:-][0-9])",
     lambda m: cardinal(int(m["it"]), "it")),
    # espeak-ng misreads the 15 of 2015 and 15 %.
    (r"(?<![0-9A-Za-z])(?<![0-9][.,/:-])(?P<it>[0-9]{1,3}15)(?![0-9A-Za-z°ºª]|[.,/:-][0-9]|"
     r" ?[%€$£])",
     lambda m: cardinal(int(m["it"]), "it")),
    (r"(?<![0-9])(?<![0-9][.,/:-])(?P<it>15 ?%)", "quindici per cento"),
    (rf"(?<![0-9.,/])(?P<it>1[°º]?)(?= (?i:{'|'.join(MONTHS)})\b)", "primo"),
    (rf"(?<=[0-9] )(?P<it>(?:{'|'.join(_SHORT_MONTHS)})\.)", lambda m: _SHORT_MONTHS[m["it"][:-1]]),
    (rf"\b(?:dal|al|il|di|ogni|e) (?P<it>(?:{'|'.join(_SHORT_DAYS)})\.)",
     lambda m: _SHORT_DAYS[m["it"][:-1]]),
    (r"\b(?P<it>[Gg]en\.)(?= [A-Z])", "generale"),
    (r"(?<![0-9.,])(?P<it>(?P<n>[0-9][0-9.,]{0,15}) ?(?P<scale>mln|mld|mila|milioni|miliardi)\.?"
     r" ?(?:di )?(?P<sign>€|\$|£))",
     lambda m: _scaled(m)),
    (r"(?<![0-9.,])(?P<it>(?P<n>[0-9][0-9.,]{0,15}) ?(?P<scale>mln|mld))(?![a-z])\.?",
     lambda m: _scaled(m)),
    (r"[0-9] ?(?:€|\$|£|euro) ?(?P<it>/ ?(?:kg|h|ora|m²|mq|mese|anno|giorno|l|notte|persona"
     r"|litro))\b",
     lambda m: _PER[m["it"].lstrip("/ ")]),
    (r"\b(?:[Vv]ersione|[Vv]|[Pp]ython|[Ww]indows|[Aa]ndroid|iOS|[Ww]eb|USB|HTML|Java|Bluetooth"
     r"|[Mm]odello)"
     r" ?(?P<it>[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])", lambda m: m["it"].replace(".", " punto ")),
)  # fmt: skip
_SCALES = {"mln": ("milione", "milioni"), "mld": ("miliardo", "miliardi"), "mila": ("mila", "mila")}
_SIGNS = {"€": "euro", "$": "dollari", "£": "sterline"}


def _scaled(match: re.Match[str]) -> str:
    scale, sign = match["scale"], match.groupdict().get("sign")
    one, many = _SCALES.get(scale, (scale, scale))
    said = f"un {one}" if match["n"] == "1" else f"{match['n']} {many}"
    unit = _SIGNS[sign] if sign else ""
    return f"{said} {unit if scale == 'mila' else f'di {unit}'}" if unit else said


_HOMOGRAPHS: tuple[tuple[str, Reading], ...] = (
    (rf"{_LEFT}(?!(?:al|sol|ri|pre|e|ri?sol)?lev|nev|Ev|ev|[Ss]vev|[Ll]ongev"
     rf"|[Pp]rimev)(?P<it>[{_LETTER}]{{1,}}[b-df-hj-np-tv-zlu]ev)(?=(?:a|o|ano){_RIGHT})",
     lambda m: m["it"][:-2] + "év"),
    (rf"{_LEFT}(?!est|supr|tr|pr|spr)(?P<it>[{_LETTER}]{{2,}}remo){_RIGHT}",
     lambda m: m["it"][:-4] + "rémo"),
    # Twenty has a closed vowel, winds have an open one.
    (rf"{_LEFT}(?<!\bi )(?<!\bI )(?<!dei )(?<!ai )(?<!sui )(?<!forti )(?<!nei )(?<!dai )(?<!quei"
     rf" )(?<!questi )"
     rf"(?P<it>[Vv]enti){_RIGHT}(?! (?:forti|del|di (?:burrasca|guerra|bufera|tempesta)|alisei"
     rf"|caldi|freddi|contrari"
     rf"|soffi|impetuosi|favorevoli|moderati|deboli|gelidi))", "vénti"),
    (rf"{_LEFT}(?P<it>(?:cento|duecento|trecento|mille|duemila)venti){_RIGHT}",
     lambda m: m["it"][:-4] + "énti"),
    # Capìta: understood.
    (r"\b(?:ho|hai|ha|abbiamo|avete|hanno|avevo|aveva|avevano|stata|averla|essere|sono|viene)"
     r" (?P<it>capita)\b", "capìta"),
    # A file, not rows.
    (rf"{_LEFT}(?:[Ii]l|[Uu]n|[Dd]el|[Aa]l|[Nn]el|[Dd]al|[Ss]ul|[Qq]uesto|I|i|[Dd]ei|[Aa]i|[Nn]ei"
     rf"|[Qq]uel|[Qq]uei|[Tt]uo|[Mm]io"
     rf"|[Ss]uo|[Nn]ome|[Oo]gni|[Aa]pri|[Ss]carica|[Ss]alva|[Qq]uesti|vecchio|nuovo)"
     rf" (?P<it>file){_RIGHT}", "fàil"),
    # The conditional has a closed vowel.
    (rf"{_LEFT}(?P<it>[{_LETTER}]+(?:rebbe|rébbe)){_RIGHT}", lambda m: m["it"][:-4] + "ébbe"),
    (r"(?:\A|[.!?\n]\s*|\bnon |\b[Mm]i |\b[Cc]i |\b[Tt]i |\b[Gg]li |\b[Vv]i |\bse |\b[Aa] volte "
     r"|\b[Ss]pesso )"
     r"(?P<it>[Cc]apitano)"
     r"(?= (?:cos|spess|sempre|a (?!cavallo)|anche|molt|tutt|quest|incident|sol|in (?!seconda)|mai"
     r"|qui"
     r"|raramente|quando|ogni|proprio|per|nei|nelle|dei|delle))", "càpitano"),
    (r"\b(?:cose|incidenti|disgrazie|guai|imprevisti|che|errori|fatti|sorprese|occasioni|problemi"
     r"|giorni)"
     r" (?:non |mi |ti |ci |gli |vi )?(?P<it>capitano)\b", "càpitano"),
    (r"\b(?i:questione di|loro|miei|tuoi|suoi|nostri|vostri|propri|sani|saldi|stessi|certi|sui|dei"
     r"|sani|ai|questi"
     r"|seguenti|alti|solidi|fondamentali|pochi|alcuni|primi|tre|due|quattro|cinque|dieci|quali"
     r"|buoni|per)"
     r" (?P<it>principi)\b(?! (?:azzurri|ereditari|di Savoia|di Galles|delle fiabe|consorti|e"
     r" (?:le )?"
     r"principesse|indiani|arabi|romani|tedeschi|del sangue|reali))", "princìpi"),
    (r"\b(?P<it>[Pp]rincipi)(?= (?:morali|etici|attivi|fondamentali|fisici|generali|contabili|di"
     r" (?:libert"
     r"|giustizia|uguaglianza|diritto|tutela|solidariet|legalit|economia|fisica)|democratici"
     r"|costituzionali"
     r"|religiosi|di base|della|del(?! sangue)|dell'|guida|ispiratori|matematici|filosofici"
     r"|universali|politici"
     r"|saldi|sacri|su cui|non negoziabili))", "princìpi"),
    # Subìto: suffered. Sùbito: at once.
    (r"\b(?:danno|danni|torto|torti|furto|attacco|male|intervento|trauma|colpo|sconfitta|perdite"
     r"|pressioni"
     r"|ha|hanno|aveva|avevano|avere|aver|abbia|ho|abbiamo|avete|hai|offesa|gol|avendo|avrebbe"
     r"|avrà|abbiano"
     r"|violenze|ingiustizia|ingiustizie|l'ho|l'ha|l'hanno|viene|venne|furono|fu)"
     r" (?P<it>subit[oiae])\b"
     r"(?! (?:dopo|risposto|detto|capito|fatto|preso|messo|chiamato|pensato|visto|accettato"
     r"|iniziato|scritto"
     r"|trovato|riconosciuto|reagito|corso|cominciato|ammesso|deciso|provato|notato|chiesto"
     r"|avvisato|sentito))",
     lambda m: m["it"].replace("bi", "bì")),
    # The anchor.
    (r"\b(?:un|dell|all|sull|dall)['’](?P<it>ancora)\b(?! (?:più|giovane|non|vivo|viva|inedit"
     r"|sconosciut|in |poco"
     r"|lontan|recente|attuale|nuov))", "àncora"),
    (r"\b[Ll]['’](?P<it>ancora)\b(?= (?:di|della|del|dal|è|era|in mare|a |e |si |pesante|sul|nel"
     r"|non|al|fu)|[,.;:!?]|\s*\Z)",
     "àncora"),
    (r"\b(?:[Gg]ett|[Ll]ev|[Cc]al|[Ss]alp)\w{1,5} l['’](?P<it>ancora)\b", "àncora"),
    (r"\b(?P<it>[Aa]ncor)e\b", "àncor"),
    # Séguito: a following; seguìto: followed.
    (r"\b(?:[Ii]n|[Aa]|[Dd]i|al|il|un|suo|mio|loro|del|dal|nel|grande|con|e|ampio)"
     r" (?P<it>seguito)\b", "séguito"),
    # Leggère: light.
    (rf"{_LEFT}(?i:più|meno|molto|troppo|così|abbastanza|tanto|sono|erano|sembrano|restano|saranno"
     rf"|scarpe"
     rf"|borse|gonne|giacche|coperte|mani|piume|ali|onde|nuvole|vesti|tende|stoffe|valigie|foglie"
     rf"|cose"
     rf"|ferite|pene|camicie|salse|cene|insalate|gambe|dita|bevande|birre|letture|armi|scosse"
     rf"|ciabatte"
     rf"|magliette|calze|barche|auto|moto|bici|strutture|lamiere|particelle|opere)"
     rf" (?P<it>leggere){_RIGHT}"
     rf"(?! (?:un|il|la|i|gli|le|libri|questo|quel|tutto|che)\b)", "leggère"),
    (r"\b(?P<it>[Ll]eggere)(?= (?:brezze|piogge|scosse|ferite|armi|variazioni|differenze|modifiche"
     r"|oscillazioni"
     r"|nevicate|flessioni|perdite|nuvole|increspature|contusioni|lesioni))", "leggère"),
    # Pèrdono: they lose; perdóno: pardon.
    (r"\b(?P<it>perdono)(?= (?:la|le|il|lo|i|gli|l'|tempo|tutto|sempre|ogni|spesso|anche|peso"
     r"|valore|acqua|terreno"
     r"|quota|sangue|colpi|punti|molto|mai|solo|troppo|una|un|due|tre|così|di vista|di|il)\b)",
     "pèrdono"),
    (r"\b(?:[Ss]i|[Cc]he|[Nn]on|[Ll]oro|[Ee]ssi|squadre|tutti|molti|cui|ci) (?P<it>perdono)\b",
     "pèrdono"),
    # Tènere: tender.
    (r"\b(?:foglie|parole|carni|carezze|verdure|più|molto|erbe|piante|labbra|mani|bistecche"
     r"|fettine) "
     r"(?P<it>tenere)\b", "tènere"),
    # Desidèri: wishes.
    (r"\b(?:i|ai|dei|sui|nei|miei|tuoi|suoi|nostri|vostri|loro|tre|tuoi|tanti|desideri|molti"
     r"|propri) (?P<it>desideri)\b",
     "desidèri"),
)  # fmt: skip


def contexts() -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings; of two for one place, the first is taken."""
    return (*_MARKS, *_PLACES, *_ROMAN, *_FIGURES, *_HOMOGRAPHS)

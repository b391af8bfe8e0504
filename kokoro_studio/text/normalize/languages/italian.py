"""Italian. espeak-ng reads figures, decimals, percentages, ordinals and Roman numerals."""

from __future__ import annotations

import re

from ..locale import Calendar, Clock, Currency, Locale, Maths, Money, Web

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
    "ottobre", "novembre", "dicembre",
)  # fmt: skip


def _clock_dot(match: re.Match[str]) -> str:
    hour, minute = match["it"].split(".")
    return f"{hour} e {int(minute)}" if int(minute) else hour


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
        calendar=Calendar(MONTHS, days={1: "primo"}),
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
        ),
        units=_UNITS,
        figures={"15": "quindici"},
        fractions={
            "1/2": "metà", "1/3": "un terzo", "2/3": "due terzi", "1/4": "un quarto",
            "3/4": "tre quarti", "1/5": "un quinto", "2/5": "due quinti", "3/5": "tre quinti",
            "4/5": "quattro quinti", "1/8": "un ottavo", "3/8": "tre ottavi", 
            "1/10": "un decimo", 
        },
        maths=Maths(between={"×": "per", "x": "per", "÷": "diviso", "=": "uguale a", "-": "meno",
               "<": "minore di", ">": "maggiore di", "±": "più o meno", "≈": "circa"}),
        titles=_TITLES,
        tails={"ecc.": "eccetera", "a.C.": "avanti Cristo", "d.C.": "dopo Cristo",
               "S.p.A.": "esse pi a", "s.r.l.": "esse erre elle", "S.r.l.": "esse erre elle"},
        words=_WORDS,
        contexts=(
            (r"(?P<it>(?<!\w)[Nn](?:\.|[º°]))(?= ?[0-9])", "numero"),
            (r"(?:\b[Oo]re|\b(?:d?all|verso l|tra l|fra l)e|\be le) "
             r"(?P<it>(?:[01]?[0-9]|2[0-3])\.[0-5][0-9])(?![0-9]|\.[0-9]|,[0-9])", _clock_dot),
            (rf"(?<![0-9])(?P<it>1[°º])(?= (?:{'|'.join(MONTHS)})\b)", "primo"),
            # Homographs: the commoner reading is espeak's own.
            (r"(?:\A|[.!?\n]\s*|\bnon |\b[Mm]i |\b[Cc]i |\b[Tt]i |\bse )(?P<it>[Cc]apitano)"
             r"(?= (?:cos|spess|sempre|a |anche|molt|tutt|quest|incident|sol|in |mai|qui"
             r"|raramente))",
             "càpitano"),
            (r"\b(?:cose|incidenti|disgrazie|guai|imprevisti|che|errori|fatti) (?P<it>capitano)\b",
             "càpitano"),
            (r"\b(?:loro|miei|tuoi|suoi|nostri|vostri|propri|sani|saldi|stessi|certi|sui|dei|"
             r"questi|seguenti|alti|solidi|fondamentali) (?P<it>principi)\b(?! (?:azzurri|ereditari"
             r"|di Savoia|di Galles|delle fiabe|consorti))", "princìpi"),
            (r"\b(?P<it>principi)(?= (?:morali|etici|attivi|fondamentali|fisici|generali|contabili|"
             r"democratici|costituzionali|religiosi|di base))", "princìpi"),
            (r"\b(?:danno|danni|torto|torti|furto|attacco|male|intervento|trauma|colpo|sconfitta|"
             r"ha|hanno|aveva|avevano|avere|aver|abbia|ho|abbiamo|avete|hai|offesa|gol) "
             r"(?P<it>subit[oiae])\b(?! (?:dopo|risposto|detto|capito|fatto|preso|messo|chiamato))",
             lambda m: m["it"].replace("bi", "bì")),
            (r"\b(?:l'|L'|un'|dell'|all'|sull'|dall'|gettare l'|levare l'|calare l')"
             r"(?P<it>ancora)\b", "àncora"),
        ),
    )  # fmt: skip


_UNITS = {
    "l/100 km": ("1 litro per cento chilometri", "litri per cento chilometri"),
    "km/h": ("un chilometro all'ora", "chilometri all'ora"),
    "m/s": ("un metro al secondo", "metri al secondo"),
    "km²": ("un chilometro quadrato", "chilometri quadrati"),
    "m²": ("un metro quadrato", "metri quadrati"),
    "mq": ("un metro quadrato", "metri quadrati"),
    "m2": ("un metro quadrato", "metri quadrati"),
    "m³": ("un metro cubo", "metri cubi"),
    "km": ("un chilometro", "chilometri"),
    "m": ("un metro", "metri"),
    "cm": ("un centimetro", "centimetri"),
    "mm": ("un millimetro", "millimetri"),
    "kg": ("un chilo", "chili"),
    "g": ("un grammo", "grammi"),
    "gr": ("un grammo", "grammi"),
    "mg": ("un milligrammo", "milligrammi"),
    "t": ("una tonnellata", "tonnellate"),
    "l": ("un litro", "litri"),
    "L": ("un litro", "litri"),
    "ml": ("un millilitro", "millilitri"),
    "cl": ("un centilitro", "centilitri"),
    "ha": ("un ettaro", "ettari"),
    "h": ("un'ora", "ore"),
    "min": ("un minuto", "minuti"),
    "s": ("un secondo", "secondi"),
    "sec": ("un secondo", "secondi"),
    "kW": ("un chilowatt", "chilowatt"),
    "kWh": ("un chilowattora", "chilowattora"),
    "W": ("un watt", "watt"),
    "Hz": ("un hertz", "hertz"),
    "MB": ("un megabyte", "megabyte"),
    "GB": ("un gigabyte", "gigabyte"),
}
_TITLES = {
    "sig.": "signor", "Sig.": "signor", "sig.ra": "signora", "Sig.ra": "signora",
    "sig.na": "signorina", "Sig.na": "signorina", "sigg.": "signori", "Sigg.": "signori",
    "dott.": "dottor", "Dott.": "dottor", "dott.ssa": "dottoressa", "Dott.ssa": "dottoressa",
    "dr.": "dottor", "Dr.": "dottor", "prof.": "professor", "Prof.": "professor",
    "prof.ssa": "professoressa", "Prof.ssa": "professoressa", "avv.": "avvocato",
    "Avv.": "avvocato", "ing.": "ingegner", "Ing.": "ingegner", "geom.": "geometra",
    "On.": "onorevole", "arch.": "architetto", "p.zza": "piazza",
    "P.zza": "piazza", "v.le": "viale", "V.le": "viale", "c.so": "corso", "C.so": "corso",
    "pag.": "pagina", "pagg.": "pagine", "p. es.": "per esempio", "p.es.": "per esempio",
    "ad es.": "ad esempio", "tel.": "telefono", "Tel.": "telefono", "cap.": "capitolo",
    "art.": "articolo", "vol.": "volume", "fig.": "figura", "ca.": "circa", "cfr.": "confronta",
}  # fmt: skip
_WORDS = {
    "stasera": "/stasˈera/", "Stasera": "/stasˈera/", "USA": "/ˈuza/", "PIL": "Pil",
}  # fmt: skip

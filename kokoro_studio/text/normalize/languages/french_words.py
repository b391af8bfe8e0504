"""French abbreviations, signs, and words that espeak-ng misreads."""

from __future__ import annotations

from .french_respelled import respelled

TITLES = {
    "MM.": "messieurs", "Mme.": "madame", "Mmes": "mesdames", "Mlle": "mademoiselle",
    "Mlle.": "mademoiselle", "Mlles": "mesdemoiselles", "Mr": "monsieur", "Mr.": "monsieur",
    "Mgr": "monsègneur", "Mgr.": "monsègneur", "Vve": "veuve", "Dr": "docteur",
    "Dr.": "docteur", "Drs": "docteurs", "Pr": "professeur", "Pr.": "professeur",
    "Prof.": "professeur", "St": "saint", "Ste": "sainte", "Sts": "saints", "Stes": "saintes",
    "bd": "boulevard", "Bd": "boulevard", "bd.": "boulevard", "Bd.": "boulevard",
    "blvd": "boulevard", "Blvd": "boulevard", "bld": "boulevard", "av.": "avenue",
    "Av.": "avenue", "fg": "faubourg", "rte": "route", "chem.": "chemin",
    "p. ex.": "par exemple", "p.ex.": "par exemple", "par ex.": "par exemple",
    "c.-à-d.": "c'est-à-dire", "c-à-d": "c'est-à-dire", "càd": "c'est-à-dire",
    "i.e.": "c'est-à-dire", "p.": "page", "pp.": "pages", "tél.": "téléphone",
    "Tél.": "téléphone", "tel.": "téléphone", "env.": "environ", "chap.": "chapitre",
    "Chap.": "chapitre",
    "fig.": "figure", "Fig.": "figure", "tab.": "tableau", "éd.": "édition",
    "trad.": "traduction", "cf.": "confère",
    "Cf.": "confère", "hab.": "habitants", "dép.": "département", "resp.": "respectivement",
    "qqn": "quelqu'un", "qqch": "quelque chose", "qq.": "quelques", "bcp": "beaucoup",
    "svp": "s'il vous plaît", "SVP": "s'il vous plaît", "stp": "s'il te plaît",
    "rdv": "rendez-vous", "RDV": "rendez-vous", "Cie": "compagnie", "Ets": "établissements",
   
   
    "max.": "maximum", "vs": "versusse", "vs.": "versusse",
}  # fmt: skip
TAILS = {
    "etc.": "etc",
    "av. J.-C.": "avant Jésus-Cri",
    "ap. J.-C.": "après Jésus-Cri",
    "apr. J.-C.": "après Jésus-Cri",
    "S.A.": "S A",
    "suiv.": "suivantes",
    "N.B.": "nota bene",
}
GREEK = {
    "α": "alpha",
    "β": "bêta",
    "γ": "gamma",
    "δ": "delta",
    "ε": "epsilon",
    "ζ": "zêta",
    "η": "êta",
    "θ": "thêta",
    "ι": "iota",
    "κ": "kappa",
    "λ": "lambda",
    "μ": "mu",
    "ν": "nu",
    "ξ": "xi",
    "ο": "omicron",
    "π": "pi",
    "ρ": "rhô",
    "σ": "sigma",
    "ς": "sigma",
    "τ": "tau",
    "υ": "upsilon",
    "φ": "phi",
    "χ": "khi",
    "ψ": "psi",
    "ω": "oméga",
}
SYMBOLS = {
    "∞": "infini",
    "∑": "somme de",
    "∏": "produit de",
    "∫": "intégrale de",
    "∂": "dérivée partielle",
    "∇": "nabla",
    "∅": "ensemble vide",
    "∀": "pour tout",
    "∃": "il existe",
    "∴": "donc",
    "√": "racine",
    "‰": "pour mille",
    "№": "numéro",
    "§": "paragraphe",
    "©": "copyright",
    "®": "marque déposée",
    "™": "marque",
    "≠": "différent de",
    "≤": "inférieur ou égal à",
    "≥": "supérieur ou égal à",
    "Ω": "oméga",
    "€": "euros",
    "$": "dollars",
}
BEFORE = {
    "√": "racine carrée de",
    "∛": "racine cubique de",
    "±": "plus ou moins",
    "+": "pluss",
    "≈": "environ",
    "~": "environ",
    "<": "moins de",
    ">": "plus de",
    "≤": "au plus",
    "≥": "au moins",
    "−": "moins",
}
BETWEEN = {
    "×": "fois",
    "x": "fois",
    "*": "fois",
    "·": "fois",
    "÷": "divisé par",
    "-": "moins",
    "+": "pluss",
    "=": "égale",
    "≠": "différent de",
    "<": "inférieur à",
    ">": "supérieur à",
    "≤": "inférieur ou égal à",
    "≥": "supérieur ou égal à",
    "±": "plus ou moins",
    "≈": "environ",
    "≡": "identique à",
    "∝": "proportionnel à",
    "→": "tend vers",
    "∈": "appartient à",
}
FRACTIONS = {
    "1/2": "un demi",
    "1/3": "un tiers",
    "2/3": "deux tiers",
    "1/4": "un quart",
    "3/4": "trois quarts",
    "1/5": "un cinquième",
    "2/5": "deux cinquièmes",
    "3/5": "trois cinquièmes",
    "4/5": "quatre cinquièmes",
    "1/6": "un sixième",
    "5/6": "cinq sixièmes",
    "1/7": "un septième",
    "1/8": "un huittième",
    "3/8": "trois huittièmes",
    "5/8": "cinq huittièmes",
    "7/8": "sept huittièmes",
    "1/9": "un neuvième",
    "1/10": "un dixième",
    "1/100": "un centtième",
}
# Capitals that espeak-ng reads as a word, and French speakers letter by letter.
_SPELLED = (
    "PME TPE NBA CFA CPE PMA PMU RSA RMI UMP IRM ARN SAV FAI IVG APL CEO HEC DEA AOC AOP IUT BEP"
    " UGC UE IA OL OM GPA PIB SRI BD RER FBI OMS RDA RFA AFP ISF QI UFC SPA CHU FMI OIT OCDE BCE"
    " ADP EPR IMC AVC PMI RFI SUV ULM ISS ABS EPS IEP UV IGN ARS AMF INC IP IT GHB IDF UDI FN ASN"
    " AMP IUFM CNC UCLA EPO CSA CAP ANC"
)
# Those said as words that espeak-ng spells or says in English.
_SAID = {
    "INSEE": "Insé", "IKEA": "Ikéa", "EHPAD": "épade", "Ehpad": "épade", "PACS": "paxe",
    "Pacs": "paxe", "ENA": "éna", "ALENA": "Aléna", "UEFA": "uéfa", "DJ": "didjé",
    "C#": "ci charpe", "C++": "c plus plus", "km/h": "kilomètres par heure", "PIN": "pine",
}  # fmt: skip


def words() -> dict[str, str]:
    """Readings of single words."""
    spelled = {word: " ".join(word) for word in _SPELLED.split()}
    return {**respelled(), **spelled, **_SAID}

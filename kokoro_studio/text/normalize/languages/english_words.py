"""English words: abbreviations, acronyms, names and homographs with their phonemes."""

from __future__ import annotations

from collections.abc import Callable

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
DIGITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")

# Names of the letters without stress, American and British.
_LETTER_NAMES = {
    "a": "A bi si di i ɛf ʤi Aʧ I ʤA kA ɛl ɛm ɛn O pi kju ɑɹ ɛs ti ju vi dʌbᵊlju ɛks wI zi",
    "b": (
        "A biː siː diː iː ɛf ʤiː Aʧ I ʤA kA ɛl ɛm ɛn Q piː kjuː ɑː ɛs tiː juː viː dʌbᵊljuː ɛks wI"
        " zɛd"
    ),
}
LETTERS = {
    accent: dict(zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", names.split(), strict=True))
    for accent, names in _LETTER_NAMES.items()
}

_VOWELS = "AIOQWYiɪeɛæaɑɒɔʌuʊəɜ"


def speller(letters: dict[str, str]) -> Callable[[str], str]:
    """A function from capitals to the phonemes of their names, the last one stressed most."""

    def stressed(name: str, mark: str) -> str:
        first = next(i for i, symbol in enumerate(name) if symbol in _VOWELS)
        return name[:first] + mark + name[first:]

    def spell(word: str) -> str:
        *head, last = (letters[letter] for letter in word)
        return "".join(stressed(name, "ˌ") for name in head) + stressed(last, "ˈ")

    return spell


SPELLED = ("LAX", "AWS", "AA", "IBM", "ATM", "LLM", "ETA", "FAQ", "IOU")

TITLES = {
    "Dr.": "Doctor", "Mt.": "Mount", "Ft.": "Fort", "Sgt.": "Sergeant", "Capt.": "Captain",
    "Lt.": "Lieutenant", "Col.": "Colonel", "Gen.": "General", "Rev.": "Reverend",
    "Prof.": "Professor", "Gov.": "Governor", "Sen.": "Senator", "Rep.": "Representative",
    "Pres.": "President", "Messrs.": "Messers", "approx.": "approximately", "Vol.": "Volume",
    "ca.": "circa",
}  # fmt: skip
TAILS = {
    "Ave.": "Avenue", "ave.": "avenue", "blvd.": "boulevard", "rd.": "road",
    "Blvd.": "Boulevard", "Rd.": "Road", "Jr.": "Junior", "Sr.": "Senior",
    "Corp.": "Corporation", "Inc.": "Incorporated", "Ltd.": "Limited", "Co.": "Company",
    "Bros.": "Brothers", "Esq.": "Esquire", "Dept.": "Department", "dept.": "department",
    "Depts.": "Departments", "depts.": "departments", "Govt.": "Government",
    "govt.": "government", "Assn.": "Association", "assn.": "association", "Assoc.": "Associates",
    "assoc.": "associate", "Intl.": "International", "intl.": "international",
    "Natl.": "National", "natl.": "national", "Univ.": "University", "univ.": "university",
    "Mgr.": "Manager", "mgr.": "manager", "Mgmt.": "Management", "mgmt.": "management",
    "Asst.": "Assistant", "asst.": "assistant", "Mtg.": "Meeting", "mtg.": "meeting",
    "Appt.": "Appointment", "appt.": "appointment",
    "Apts.": "Apartments", "apts.": "apartments", "Bldg.": "Building", "bldg.": "building",
    "vol.": "volume", "vols.": "volumes", "Vols.": "Volumes", "etc.": "/ɛtsˈɛTəɹə/",
    "avg.": "average", "misc.": "miscellaneous", "incl.": "including", "excl.": "excluding",
    "esp.": "especially", "usu.": "usually", "orig.": "originally",
    "max.": "maximum", "qty.": "quantity", "pkg.": "package",
    "attn.": "attention", "Attn.": "Attention", "recd.": "received", "cont.": "continued",
    "hosp.": "hospital", "Hosp.": "Hospital", "Inst.": "Institute", "Acad.": "Academy",
    "Comm.": "Commission", "Cmte.": "Committee", "Jan.": "January",
    "Feb.": "February", "Apr.": "April", "Aug.": "August", "Sept.": "September",
    "Oct.": "October", "Nov.": "November", "Dec.": "December",
}  # fmt: skip
BETWEEN = {
    "×": "times", "x": "times", "*": "times", "·": "times", "÷": "divided by", "-": "minus",
    "+": "plus", "=": "equals", "≠": "is not equal to", "<": "is less than",
    ">": "is greater than", "≤": "is less than or equal to", "≥": "is greater than or equal to",
    "±": "plus or minus", "≈": "is approximately", "≡": "is identical to",
    "∝": "is proportional to", "→": "to", "∈": "is in",
}  # fmt: skip
BEFORE = {
    "√": "the square root of", "∛": "the cube root of", "±": "plus or minus", "+": "plus",
    "≈": "approximately", "~": "approximately", "<": "less than", ">": "more than",
    "≤": "at most", "≥": "at least", "−": "minus",
}  # fmt: skip
GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta",
    "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu",
    "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "sigma", "τ": "tau",
    "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
SYMBOLS = {
    "∞": "infinity", "∑": "the sum of", "∏": "the product of", "∫": "the integral of",
    "∂": "partial", "∇": "nabla", "∅": "the empty set", "∀": "for all", "∃": "there exists",
    "∴": "therefore", "√": "square root", "‰": "per mille", "№": "number", "§": "section",
    "→": "to", "⇒": "implies", "⇔": "if and only if", "∈": "in", "∉": "not in", "⊂": "subset of",
    "∪": "union", "∩": "intersection", "¶": "paragraph", "©": "copyright", "®": "registered",
    "™": "trademark", "≠": "is not equal to",
    "≤": "less than or equal to", "≥": "greater than or equal to", "Ω": "omega",
}  # fmt: skip
FRACTIONS = {
    "1/2": "one half", "1/3": "one third", "2/3": "two thirds", "1/4": "one quarter",
    "3/4": "three quarters", "1/5": "one fifth", "2/5": "two fifths", "3/5": "three fifths",
    "4/5": "four fifths", "1/8": "one eighth", "3/8": "three eighths", "5/8": "five eighths",
    "7/8": "seven eighths", "1/10": "one tenth", "1/6": "one sixth", "5/6": "five sixths",
    "1/7": "one seventh", "1/9": "one ninth",
}  # fmt: skip

# word: American, British; phonemes between slashes.
_WORDS = {
    "JSON": ("Jason", "Jason"),
    "YAML": ("/jˈæmᵊl/", "/jˈamᵊl/"),
    "IKEA": ("/Ikˈiə/", "/Ikˈiːə/"),
    "OPEC": ("/ˈOpˌɛk/", "/ˈQpɛk/"),
    "GitHub": ("/ɡˈɪthˌʌb/", "/ɡˈɪthʌb/"),
    "nginx": ("backend X", "backend X"),
    "PostgreSQL": ("/pˈOstɡɹɛs kjˌuˈɛl/", "/pˈQstɡɹɛs kjˌuːˈɛl/"),
    "Postgres": ("/pˈOstɡɹɛs/", "/pˈQstɡɹɛs/"),
    "Jr": ("Junior", "Junior"),
    "Sr": ("Senior", "Senior"),
    "WiFi": ("Wi-Fi", "Wi-Fi"),
    "Nguyen": ("/wˈɪn/", "/wˈɪn/"),
    "Joaquin": ("/wɑkˈin/", "/wɑːkˈiːn/"),
    "Joaquín": ("/wɑkˈin/", "/wɑːkˈiːn/"),
    "Xiomara": ("/ziəmˈɑɹə/", "/ziːəmˈɑːɹə/"),
    "Saoirse": ("/sˈɪɹʃə/", "/sˈɜːʃə/"),
    "Niamh": ("/nˈiv/", "/nˈiːv/"),
    "Featherstonehaugh": ("/fˈænʃˌɔ/", "/fˈanʃɔː/"),
    "Cholmondeley": ("/ʧˈʌmli/", "/ʧˈʌmli/"),
    "Marylebone": ("/mˈæɹᵊləbən/", "/mˈaɹᵊləbən/"),
    "Beauchamp": ("/bˈiʧəm/", "/bˈiːʧəm/"),
    "Magdalen": ("/mˈɔdlɪn/", "/mˈɔːdlɪn/"),
    "jalapeño": ("/hˌɑləpˈAnjO/", "/hˌaləpˈAnjQ/"),
    "jalapeños": ("/hˌɑləpˈAnjOz/", "/hˌaləpˈAnjQz/"),
    "piñata": ("/pɪnjˈɑTə/", "/pɪnjˈɑːtə/"),
    "Pokémon": ("/pˈOkəmˌɑn/", "/pˈQkəmɒn/"),
    "Beyoncé": ("/biˈɑnsˌA/", "/biːˈɒnsA/"),
    "Worcestershire": ("/wˈʊstəɹʃəɹ/", "/wˈʊstəʃə/"),
}


def words(british: bool) -> dict[str, str]:
    """Readings of single words in one of the two pronunciations."""
    return {word: readings[british] for word, readings in _WORDS.items()}

"""Hindi readings that depend on the words around: halves, years, scores, comparisons, capitals.

It is long because it is a table of patterns.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..locale import Currency
from ..piece import Reading, any_of
from . import hindi_words as words

_SCALES = "सौ|हज़ार|हजार|लाख|करोड़|अरब|खरब|मिलियन|बिलियन"
_COUNTED = (
    "घंटे|घंटा|घंटों|घण्टे|साल|वर्ष|महीने|महीना|दिन|गुना|गुने|किलो|कप|चम्मच|मिनट|हफ़्ते|हफ्ते|मील|गज|गज़|एकड़|"
    "किमी|किलोमीटर|मीटर|फ़ीट|फीट|फ़ुट|फुट|इंच|लीटर|किग्रा|टन|बीघा"
)
_NUMBER = r"[0-9]+(?:,[0-9]{2,3})*(?:\.[0-9]+)?"
_OPERAND = rf"(?:-?{_NUMBER}%?|[A-Za-z\u03b1-\u03c9])"


def year(written: str) -> str:
    """Years from 1100 to 1999 are counted in hundreds: 1947 is nineteen hundred forty-seven."""
    if not re.fullmatch("1[1-9][0-9]{2}", written):
        return written
    century, rest = words.CENTURIES[int(written[:2]) - 11], int(written[2:])
    return f"{century} सौ {rest}" if rest else f"{century} सौ"


def half(whole: int, part: str) -> str | None:
    """ढाई for 2 and "5"; `part` is what is behind the decimal mark of a quarter, half or three
    quarters, else the answer is `None`."""
    if part in ("5", "50"):
        return {0: "आधा", 1: "डेढ़", 2: "ढाई"}.get(whole, f"साढ़े {whole}")
    if part == "25":
        return {0: "चौथाई", 1: "सवा"}.get(whole, f"सवा {whole}")
    if part == "75":
        return {0: "पौन", 1: "पौने दो"}.get(whole, f"पौने {whole + 1}")
    return None


def _half(match: re.Match[str]) -> str | None:
    return half(int(match["whole"]), match["part"])


_PARTS = {"½": "5", "¼": "25", "¾": "75", "1/2": "5", "1/4": "25", "3/4": "75"}


def _mixed(match: re.Match[str]) -> str | None:
    after = match.string[match.end("it") : match.end("it") + 1]
    return f"{half(int(match['whole']), _PARTS[match['part']])}{'' if not after.isalnum() else ' '}"


def _half_past(match: re.Match[str]) -> str | None:
    """9:30 बजे is half past nine; in the hours after noon of a 24-hour clock the figures stay."""
    hour, minute = int(match["hour"]), int(match["minute"])
    if not 1 <= hour <= 12 or minute not in (15, 30, 45):
        return f"{hour} {minute}" if minute >= 10 else None
    if minute == 15:
        return f"सवा {hour}"
    if minute == 45:
        return f"पौने {hour % 12 + 1}"
    return half(hour, "5") if hour < 3 else f"साढ़े {hour}"


def _side_by_side(match: re.Match[str]) -> str:
    return f"{match['one']} {match['other']}"


_COMPARED = {
    ">": "से बड़ा", "<": "से छोटा", "≥": "से बड़ा या बराबर", "≤": "से छोटा या बराबर",
    ">=": "से बड़ा या बराबर",
    "<=": "से छोटा या बराबर", "≠": "के बराबर नहीं", "!=": "के बराबर नहीं",
}  # fmt: skip
_AT_MOST = {">": "से ज़्यादा", "<": "से कम", "≥": "या ज़्यादा", "≤": "या कम"}


def _compared(match: re.Match[str]) -> str:
    return f"{match['one']} {match['other']} {_COMPARED[match['sign']]}"


def contexts(currencies: Mapping[str, Currency]) -> tuple[tuple[str, Reading], ...]:
    """Patterns with their readings."""
    return (
        *_times(),
        *_numbers(),
        *_amounts(currencies),
        *_years(),
        *_letters(),
        *_maths(),
        *_spelling(),
    )


def _times() -> tuple[tuple[str, Reading], ...]:
    clock = r"(?P<hour>[01]?[0-9]|2[0-3])[:.](?P<minute>[0-5][0-9])"
    return (
        (rf"(?<![0-9:.,])(?P<it>{clock})(?= ?बजे)", _half_past),
        (r"[0-9]:[0-9]{2}(?P<it> ?[-–] ?)(?=[0-9]{1,2}:[0-9]{2})", " से "),
        (r"[0-9]व(?:ीं|ें|ाँ|ां)(?P<it> ?[-–] ?)(?=[0-9])", " से "),
        # A time with ten minutes or more is said without "minutes".
        (
            r"(?<![0-9:])(?P<it>(?:[01]?[0-9]|2[0-3]):[1-5][0-9])(?![0-9:]| ?बजे)",
            lambda m: m["it"].replace(":", " ").replace(" 0", " "),
        ),
    )


def _numbers() -> tuple[tuple[str, Reading], ...]:
    free = "(?<![0-9A-Za-z.,:/₹$€£-])"
    score = r"(?P<it>(?P<one>[0-9]{1,2})[-–](?P<other>[0-9]{1,2}))"
    ratio = (
        r"(?<![0-9:.,/])(?P<it>(?P<one>[0-9]{1,4}) ?: ?(?P<other>[0-9]{1,4}))(?![0-9:]|[.,][0-9])"
    )
    return (
        (
            rf"{free}(?P<it>(?P<whole>[0-9]{{1,3}})\.(?P<part>5|25|50|75))"
            rf"(?= (?:{_SCALES}|{_COUNTED})(?![\u0900-\u0963]))",
            _half,
        ),
        (rf"{free}(?P<it>(?P<whole>[0-9]{{1,3}}) ?(?P<part>[½¼¾]))", _mixed),
        (rf"{free}(?P<it>(?P<whole>[0-9]{{1,3}}) (?P<part>[13]/4|1/2))(?![0-9/])", _mixed),
        (
            rf"(?<![0-9:.,/-]){score}(?= से (?:जीत|हरा|हार|मात|पराज|आगे|पीछे|बराबर|बढ़त|शिकस्त|विज)"
            rf"| की (?:जीत|हार|बढ़त|बराबरी))",
            _side_by_side,
        ),
        (rf"(?:स्कोर|नतीजा|परिणाम)(?: रहा| था)? {score}(?![0-9/-])", _side_by_side),
        (rf"(?:अनुपात|रेशियो):? {ratio}", _side_by_side),
        (rf"{ratio}(?= (?:का|के|की|में)? ?(?:अनुपात|रेशियो))", _side_by_side),
        (
            r"(?<![0-9:.,/])(?P<it>(?P<one>[0-9]{1,4}):(?P<other>[0-9]|[0-9]{3,4}|[6-9][0-9]))"
            r"(?![0-9:]|[.,][0-9])",
            _side_by_side,
        ),
        (
            r"(?:[Pp][Ii][Nn]|पिन|OTP|ओटीपी|PNR|पीएनआर)(?: ?(?:कोड|नंबर|[Cc]ode))?:? "
            r"(?P<it>[0-9]{4,10}|[0-9]{3} [0-9]{3})(?![0-9])",
            lambda m: " ".join(words.DIGITS[int(digit)] for digit in m["it"] if digit != " "),
        ),
        (r"(?<![0-9/.,])(?P<it>24/7)(?![0-9/])", "24 7"),
        (
            r"(?<![0-9/.,])(?P<it>(?P<one>[0-9]{2,4})/(?P<other>[0-9]{1,4}))(?![0-9/]|[.,][0-9])",
            lambda m: f"{m['one']} बटा {m['other']}",
        ),
        (
            r"(?:संस्करण|वर्ज़न|वर्जन|[Vv]ersion|\b[Vv]) ?(?P<it>[0-9]{1,3}\.[0-9]{1,3})(?![0-9.])",
            lambda m: f" {m['it'].replace('.', ' पॉइंट ')}",
        ),
        (r"[0-9](?P<it> ?%)", " प्रतिशत"),
        (r"[0-9](?P<it> ?[°º]C)(?![A-Za-z])", " डिग्री सेल्सियस"),
        (r"[0-9](?P<it> ?[°º]F)(?![A-Za-z])", " डिग्री फ़ारेनहाइट"),
        (r"[0-9](?P<it>[°º])(?![0-9A-Za-z])", " डिग्री"),
    )


def _amounts(currencies: Mapping[str, Currency]) -> tuple[tuple[str, Reading], ...]:
    """₹2.5 लाख, and the mark behind a whole sum on bills (₹500/-)."""

    def halves(match: re.Match[str]) -> str:
        unit = currencies[match["sign"]].many
        return f"{half(int(match['whole']), match['part'])} {match['scale']} {unit}"

    sign = f"(?P<sign>{any_of(currencies)})"
    return (
        (
            rf"(?<![A-Za-z])(?P<it>{sign} ?(?P<whole>[0-9]{{1,3}})\.(?P<part>5|25|50|75) "
            rf"(?P<scale>{_SCALES})(?![\u0900-\u0963])(?: (?:रुपये|रुपए|डॉलर|यूरो))?)",
            halves,
        ),
        (
            rf"(?<![\u0900-\u0963])(?P<it>र[ुू] ?(?P<amount>{_NUMBER}))(?![0-9])",
            lambda m: f"{m['amount']} रुपये",
        ),
        (r"[0-9](?P<it> ?र[ुू])(?![\u0900-\u0963.])", " रुपये"),
        (r"[0-9](?P<it>/[-=])(?![0-9])", ""),
    )


def _years() -> tuple[tuple[str, Reading], ...]:
    months = "|".join((*words.MONTHS, "फरवरी", "अक्तूबर", "सितम्बर", "नवम्बर", "दिसम्बर"))
    months += "|" + "|".join(
        rf"{short}\." for short in ("जन", "फ़र", "फर", "अग", "सित", "अक्टू", "नव", "दिस")
    )
    figures = "1[1-9][0-9]{2}"
    return (
        (
            rf"(?<![0-9.,:/₹$-])(?P<it>(?P<one>{figures})[-–](?P<other>[0-9]{{2}}|[12][0-9]{{3}}))"
            r"(?![0-9]|[.,:/-][0-9])",
            lambda m: f"{year(m['one'])} से {year(m['other'])}",
        ),
        (
            rf"(?:(?:{months}|सन्?|वर्ष|साल|ई\.?),? )(?P<it>{figures})(?![0-9]|[.,:/-][0-9])",
            lambda m: year(m["it"]),
        ),
        (
            rf"(?<![0-9.,:/₹$-])(?P<it>{figures})(?= (?:में|को|से|तक|की|का|के|ई))",
            lambda m: year(m["it"]),
        ),
        (rf"\((?P<it>{figures})\)", lambda m: year(m["it"])),
    )


# Words of two or three letters that are no initials when written in capitals.
_SHORT_WORDS = (
    "GO NO SO TO MY ME WE HE IS IN ON OF OR IF AT AS AN BE BY DO UP HI OH THE AND FOR YOU NOT ALL"
    " NEW ONE TWO OUT DAY GET HAS HIM HIS HOW MAN OLD SEE WAY WHO BOY DID ITS LET PUT SAY SHE TOO"
    " USE DAD MOM YES END BIG TOP HOT RED CAR FUN BUS WOW BAD GOD WAR ART APP WEB"
)
_ENGLISH = frozenset(_SHORT_WORDS.split())
_SPELLED = frozenset(("ICICI", "IELTS", "IAS", "IPS", "UIDAI", "EMI", "AIR", "UAE", "EVM"))
_UNPRONOUNCED = re.compile(
    "(?=.{4}$).?[^AEIOUY]{3}|[^AEIOUY]+$|(?:[BCDFGHJKLMNPQRTVWXZ][BCDFGJKMNPQSTVXZ])"
)
_NUMERAL_HEAD = re.compile(rf"(?:{words.CHAPTERS}|{words.RULERS}) $")


def _spelled(capitals: str) -> str:
    return " ".join(words.LETTERS[letter] for letter in capitals)


def _capitals(match: re.Match[str]) -> str | None:
    """Initials by the Hindi names of their letters; English words in capitals stay."""
    written = match["it"]
    if written in words.ACRONYMS:
        return words.ACRONYMS[written]
    if re.fullmatch("[IVX]+", written) and written != "IX":
        return None
    among_english = match["before"] or match["after"]
    if written in _SPELLED or not re.search("[AEIOUY]", written):
        return _spelled(written)
    if len(written) <= 3:
        return None if written in _ENGLISH or among_english else _spelled(written)
    return _spelled(written) if _UNPRONOUNCED.match(written) else None


def _single_letter(match: re.Match[str]) -> str | None:
    if (
        _NUMERAL_HEAD.search(match.string[max(0, match.start("it") - 20) : match.start("it")])
        and match["it"] in "IVX"
    ):
        return None
    return words.LETTERS[match["it"]]


def _english_number(figures: str) -> str:
    number = int(figures)
    return words.ENGLISH_NUMBERS[number] if number < len(words.ENGLISH_NUMBERS) else figures


# Abbreviations that are said in full; letters of others are said one by one.
_DOTTED = ("कि.मी.", "कि.ग्रा.", "मि.ली.", "से.मी.", "मि.मी.", *words.TITLES)


def _letters() -> tuple[tuple[str, Reading], ...]:
    names = any_of((*words.LETTERS.values(), "एफ", "जेड", "झेड"))
    return (
        (
            r"(?:(?P<before>[A-Za-z]) |(?<![A-Za-z0-9.@/_:-]))(?P<it>[A-Z]{2,6})"
            r"(?![A-Za-z0-9@/_$₀-₉]|-[A-Za-z0-9]|\.[A-Za-z0-9])(?P<after> [A-Za-z])?",
            _capitals,
        ),
        (
            r"(?<![A-Za-z0-9.&'@/_-])(?<![A-Za-z] )(?<![0-9] )(?P<it>[A-Z])"
            r"(?![A-Za-z0-9.&'@/_$#₀-₉]|\+\+| [A-Za-z]|-[A-Za-z])",
            _single_letter,
        ),
        # 5G, G20, MP3 are English as a whole; CO2 is a formula.
        (
            r"(?<![A-Za-z0-9.,])(?P<it>(?P<figures>[0-9]{1,2})(?P<letter>[GKD]))(?![A-Za-z0-9])",
            lambda m: f"{_english_number(m['figures'])} {words.LETTERS[m['letter']]}",
        ),
        (
            r"(?<![A-Za-z0-9.@/_-])(?!(?:CO|O|N|H|NO|SO|NH|CH|SF)[0-9])"
            r"(?P<it>(?P<letters>[A-Z]{1,4}|COVID)-?(?P<figures>[0-9]{1,2}))(?![A-Za-z0-9._/-])",
            lambda m: (
                f"{words.ACRONYMS.get(m['letters']) or _spelled(m['letters'])} "
                f"{_english_number(m['figures'])}"
            ),
        ),
        (r"(?<![A-Za-z])(?P<it>C#)", "सी शार्प"),
        (r"(?<![A-Za-z])(?P<it>C\+\+)", "सी प्लस प्लस"),
        (r"(?<![A-Za-z])(?:(?P<it>(?:COVID|Covid|covid|कोविड)[- ]?19)(?![0-9]))", "कोविड नाइंटीन"),
        # ए.पी.जे. अब्दुल कलाम, बी.ए.: initials, not sentences.
        (
            rf"(?<![\u0900-\u0963.])(?P<it>(?:{names}\. ?){{1,6}}{names}\.)(?= ?[\u0900-\u0963,;])",
            lambda m: re.sub(r"\. ?", " ", m["it"]).strip() + " ",
        ),
        (
            rf"(?<![\u0900-\u0963.])(?P<it>(?:{names}\.){{1,6}}{names})(?![\u0900-\u0963.])",
            lambda m: m["it"].replace(".", " "),
        ),
        (
            r"(?<![\u0900-\u0963.])(?:बी|एम|पी)(?P<it>\.)"
            r"(?=टेक|कॉम|फ़िल|फिल|एससी|एड|एच)",
            " ",
        ),
        (
            r"(?<![\u0900-\u0963.])(?:एस|एम|एन|आर|पी|वी|टी|डी|बी|एल)(?P<it>\. ?)"
            r"(?=[\u0904-\u0939][\u0900-\u0963]{2})",
            " ",
        ),
        (
            rf"(?<![\u0900-\u0963.])(?!{any_of(_DOTTED)})"
            r"(?P<it>(?:[अ-औक-ह](?:्[क-ह])?[ा-ौृ]?ं?\.){2,8})(?=[ ,;]|[\u0900-\u0963])",
            lambda m: m["it"].replace(".", " "),
        ),
        (r"[\u0900-\u0963] (?P<it>&)(?= [\u0900-\u0963])", "और"),
    )


def _maths() -> tuple[tuple[str, Reading], ...]:
    signs = any_of(_COMPARED)
    return (
        (
            rf"(?<![0-9A-Za-z.,:/-])(?P<it>(?P<one>{_OPERAND}) ?(?P<sign>{signs}) ?"
            rf"(?P<other>{_OPERAND}))(?![0-9A-Za-z]|[.,:/-][0-9])",
            _compared,
        ),
        (
            rf"(?<![0-9A-Za-z\u0900-\u0963)<>=-])(?<![0-9A-Za-z)] )(?!<3(?![0-9.,]))"
            rf"(?P<it>(?P<sign>[<>≤≥]) ?(?P<one>{_NUMBER}))(?![0-9])",
            lambda m: f"{m['one']} {_AT_MOST[m['sign']]}",
        ),
        (
            rf"(?P<it>[√∛] ?(?P<one>{_NUMBER}|[A-Za-z](?![A-Za-z])))",
            lambda m: f"{m['one']} का {'वर्गमूल' if m['it'][0] == '√' else 'घनमूल'}",
        ),
    )


# Two vowel signs, or a letter and a sign, typed for one; a sign typed twice.
_TYPED = {
    "अा": "आ", "अो": "ओ", "अौ": "औ", "एे": "ऐ", "आै": "औ", "आे": "ओ", "ाे": "ो", "ाै": "ौ",
    **{sign * 2: sign for sign in "ािीुूेैोौंँ"},
}  # fmt: skip
_CONSONANT = "[क-ह]़?"
_VOWEL_SIGN = "[ािीुूेैोौॉॅआइईउऊएऐओऔऑ]"
# Behind these first syllables the next one keeps its vowel: they are prefixes.
_PREFIXES = frozenset(("वि", "नि", "परि", "अभि", "प्रति", "महा", "सु", "औ"))


def _without_schwa(match: re.Match[str]) -> str | None:
    head = re.search(
        r"[\u0900-\u0963]*\Z", match.string[max(0, match.start("it") - 12) : match.start("it")]
    )
    before = head[0] if head else ""
    if before in _PREFIXES or (before == "अ" and match["it"] in "सह"):
        return None
    return match["it"] + "्"


def _spelling() -> tuple[tuple[str, Reading], ...]:
    """Spellings from which espeak takes the right vowels.

    It keeps the inherent vowel before a syllable with another one (बचपन, लोकतंत्र), where speakers
    drop it: V C(ə) C ə C is said V C C ə C. A virama tells it so. It reads chandrabindu before
    a consonant as "n", and loses the nasal vowel of ाओं and ईं.
    """
    behind = (
        rf"(?:(?<={_VOWEL_SIGN})|(?<=(?<![\u0900-\u0963])[क-हअ])|(?<=(?<![\u0900-\u0963])[कखगजफ]़))"
    )
    before = (
        rf"(?:{_CONSONANT}ं[क-ह]|(?!ह){_CONSONANT}{_CONSONANT}्"
        rf"|(?!ह){_CONSONANT}(?!ण){_CONSONANT}(?![\u0900-\u0963]))"
    )
    return (
        (rf"(?<![\u0900-\u0963])(?P<it>{any_of(words.STEMS)})", lambda m: words.STEMS[m["it"]]),
        (r"(?P<it>[ािीुूेैोौंँ]़)", lambda m: m["it"][::-1]),
        (f"(?P<it>{any_of(_TYPED)})", lambda m: _TYPED[m["it"]]),
        (r"[ािीुूेैोौआइईउऊएऐओऔ](?P<it>ँ)(?=[क-ह])(?![गघ])", "ं"),
        (r"[एऊओ](?P<it>ँ)", "ं"),
        (r"ा(?P<it>ओ[ंँ])(?![\u0900-\u0963])", "-ओं"),
        (r"[\u0900-\u0963](?P<it>ई[ंँ])(?![\u0900-\u0963])", "यीं"),
        (
            rf"(?<=[\u0900-\u0963])(?<!्)(?P<it>{_CONSONANT})(?=(?:कर|पन|वर)(?![\u0900-\u0963]))",
            lambda m: m["it"] + "्",
        ),
        (r"[क-ह](?P<it>सभा)", "्-सभा"),
        (rf"{behind}(?P<it>{_CONSONANT})(?={before})", _without_schwa),
        (r"[\u0900-\u0963] ?(?P<it>\|)(?!\S)", "."),
    )

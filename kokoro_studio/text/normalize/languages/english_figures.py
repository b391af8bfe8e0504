"""English figures that depend on their neighbours: codes, clocks, amounts, versions."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..piece import Reading, any_of
from .english_words import DIGITS
from .number_words import cardinal, ordinal

_KEYED = (
    r"(?i:\b(?:zip(?: ?code)?|postcode|postal code|area code|country code|dial(?:ling)? code"
    r"|pin(?: code)?|passcode|access code|security code|code|password|extension|ext\.)"
    r"(?: number)?(?: is| was|:| of)? ?#?)"
)
_ORDERS = (
    r"(?i:\b(?:order|invoice|account|acct\.|ticket|case|confirmation|tracking|reservation|booking"
    r"|serial|reference|ref\.|policy|member|customer|claim|badge|license|licence|part|item|model|id)"
    r"(?: number| no\.| num\.| id| code)?(?: is| was|:)? ?)"
)
_ROOMS = (
    r"\b(?:[Rr]oom|[Ff]light|[Ss]uite|[Gg]ate|[Hh]ighway|[Rr]oute|[Ii]nterstate|[Bb]us|[Cc]hannel"
    r"|[Aa]partment|Boeing|Airbus|[Ee]xit|[Ff]orm|Hwy\.?|Rte\.?|[Rr]m\.?) (?:number )?"
)
_COUNTED = (
    "(?:views|users|people|followers|subscribers|downloads|visitors|customers|copies|homes|jobs"
    "|workers|members|children|records|barrels|tons|tonnes|households|households|dollars|pounds"
    "|euros|streams|players|readers|viewers|fans|votes|cars|units|acres|students|patients|hits)"
)
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_PER = {
    "hr": "hour", "h": "hour", "hour": "hour", "mo": "month", "month": "month", "yr": "year",
    "year": "year", "wk": "week", "week": "week", "day": "day", "night": "night", "min": "minute",
    "sec": "second", "kg": "kilogram", "lb": "pound", "oz": "ounce", "g": "gram", "mi": "mile",
    "km": "kilometer", "gal": "gallon", "l": "liter", "L": "liter", "sq ft": "square foot",
    "ft": "foot", "m": "meter", "m²": "square meter", "GB": "gigabyte", "kWh": "kilowatt hour",
    "user": "user", "person": "person", "pp": "person", "piece": "piece", "unit": "unit",
}  # fmt: skip
_RELEASED = (
    "(?:[Vv]ersion|[Rr]elease|Python|iOS|iPadOS|macOS|Android|Ubuntu|Django|Java|Node|Ruby|PHP|Go|Rust"
    "|Kernel|[Ll]inux|Chrome|Firefox|Windows|Debian|Fedora|Kubernetes)"
)
_BIBLE = (
    "(?:Gen(?:esis)?|Ex(?:odus)?|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Job"
    "|Psalms?|Ps|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Ezekiel|Daniel|Matthew|Matt|Mark|Luke|John|Acts"
    "|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Timothy|Hebrews|James|Peter|Jude"
    "|Revelation|Surah|Quran)\\.?"
)
_COMPASS = {"N": "north", "S": "south", "E": "east", "W": "west"}
_HALF_DAY = r"[AaPp](?:[Mm]|\.[Mm]\.?)(?![A-Za-z])"


_PLACE = re.compile(
    r"\b(?:seat|room|apartment|apt\.?|unit|gate|section|suite|class|grade|size|row|flat|number|article"
    r"|exhibit|chapter|part|level|floor|block|no\.|figure|fig\.|table|division|group|type|plan"
    r"|at)s? \Z",
    re.I,
)


def contexts(british: bool, spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    """Patterns with a group `it`, and its reading; `spell` gives the phonemes of capitals."""
    return (*_codes(), *_clock(spell), *_amounts(), *_signs(british))


def _one_by_one(match: re.Match[str]) -> str:
    groups = re.findall("[0-9]+", match["it"])
    return ", ".join(" ".join(DIGITS[int(digit)] for digit in group) for group in groups)


def _in_pairs(match: re.Match[str]) -> str:
    """305 as "3 oh 5", 2490 as "24 90"."""
    figures = match["it"]
    head, tail = figures[:-2], figures[-2:]
    if tail == "00":
        return figures if head.endswith("0") else f"{head} hundred"
    return f"{head} oh {tail[1]}" if tail[0] == "0" else f"{head} {tail}"


def _codes() -> tuple[tuple[str, Reading], ...]:
    whole = r"(?![0-9A-Za-z]|[.,:/-][0-9])"
    return (
        (rf"{_KEYED}(?P<it>[0-9]{{3,8}}(?:-[0-9]{{4}})?){whole}", _one_by_one),
        (rf"{_ORDERS}(?P<it>[0-9]{{5,12}}){whole}", _one_by_one),
        (rf"(?<=[a-z,] )[A-Z]{{2}} (?P<it>[0-9]{{5}}(?:-[0-9]{{4}})?){whole}", _one_by_one),
        (rf"[Ff]lights? [A-Z][A-Z0-9] ?(?P<it>[1-9][0-9]{{2}}){whole}", _in_pairs),
        (r"\bISBN(?:-1[03])?:? (?P<it>[0-9][0-9-]{8,16}[0-9])", _one_by_one),
        (rf"{_ROOMS}(?P<it>[1-9][0-9]{{2}}){whole}", _in_pairs),
        (rf"(?<![0-9A-Za-z.,:/#-])(?P<it>007){whole}", "double oh seven"),
    )


def _clock(spell: Callable[[str], str]) -> tuple[tuple[str, Reading], ...]:
    def hour(match: re.Match[str]) -> str:
        minute = match["minute"] or "00"
        past = "" if minute == "00" else f" oh {minute[1]}" if minute[0] == "0" else f" {minute}"
        return f"{match['hour']}{past} "

    def to(match: re.Match[str]) -> str | None:
        before = match.string[max(0, match.start() - 6) : match.start()]
        return " to " if re.search(rf"[0-9](?: ?{_HALF_DAY})?\Z", before) else None

    return (
        (
            r"(?<![0-9A-Za-z.:,/$£€])(?P<it>(?P<hour>1[0-2]|0?[1-9])(?:[:.](?P<minute>[0-5][0-9]))?)"
            rf"(?={_HALF_DAY})",
            hour,
        ),
        (r"[0-9] ?(?P<it>[ap]m|[AP]M)(?![A-Za-z'])", lambda m: f"/{spell(m['it'].upper())}/"),
        (rf"(?P<it> ?[-–—] ?)(?=[0-9]{{1,2}}(?:[:.][0-5][0-9])? ?{_HALF_DAY})", to),
        (r"(?<![0-9A-Za-z])[0-9]{1,3} ?h(?:rs?)? ?[0-9]{1,2}(?P<it> ?m)(?!\w)", " minutes"),
        (
            r"(?<![0-9A-Za-z])(?P<it>(?P<hour>[0-9]{1,2})h(?P<minute>[0-5][0-9]))(?!\w)",
            lambda m: f"{m['hour']} hours {m['minute']}",
        ),
        (
            r"(?<![0-9A-Za-z])(?P<it>0[1-9]00)(?= ?(?:hours|hrs|h)(?!\w))",
            lambda m: f"oh {m['it'][1]} hundred",
        ),
        (r"(?<=[0-9]:[0-5][0-9])(?P<it> ?[-–—] ?)(?=[0-9]{1,2}:[0-5][0-9])", " to "),
    )


def _amounts() -> tuple[tuple[str, Reading], ...]:
    per = any_of(_PER)
    return (
        (
            rf"(?:[$£€¥₹][0-9][0-9.,]*[kKM]?|\b(?:USD|EUR|GBP)|¢|[0-9] [a-z]+) ?"
            rf"(?P<it>/ ?(?P<unit>{per}))(?![A-Za-z])",
            lambda m: " per " + _PER[m["unit"]],
        ),
        (
            rf"(?<![0-9A-Za-z$£€¥₹.,])(?P<it>(?P<size>[0-9]+(?:\.[0-9]+)?) ?(?P<scale>m|b))"
            rf"(?= {_COUNTED}\b)",
            lambda m: f"{m['size']} {_SCALES[m['scale']]}",
        ),
        (
            r"(?<![0-9A-Za-z$£€¥₹.,])(?P<it>(?P<size>[0-9]+(?:\.[0-9]+)?) ?"
            r"(?:(?P<scale>bn|mn|tn)(?![A-Za-z])|(?P<large>[MB])(?= (?:[a-z]+s|people|more)\b)))",
            lambda m: f"{m['size']} {_SCALES[m['scale'] or m['large'].lower()]}",
        ),
        (r"(?P<it>[$£€][0-9]+)(?=s\b)", lambda m: m["it"][1:]),
        (
            r"(?P<it>(?P<sign>[$£€])\.(?P<cents>[0-9]{2}))(?![0-9])",
            lambda m: f"{int(m['cents'])} {'pence' if m['sign'] == '£' else 'cents'}",
        ),
        (r"(?<![0-9A-Za-z])(?P<it>[0-9]Rs)(?!\w)", lambda m: f"{m['it'][0]} R's"),
        (
            r"[0-9](?P<it>ˢᵗ|ⁿᵈ|ʳᵈ|ᵗʰ)",
            lambda m: {"ˢ": "st", "ⁿ": "nd", "ʳ": "rd", "ᵗ": "th"}[m["it"][0]],
        ),
        (
            r"[$£€][0-9.,]+(?:k|m|bn)?(?P<it>-(?:an?|per)-)"
            r"(?=day|week|month|year|head|plate|night|hour|person|share|unit)",
            lambda m: f" {m['it'][1:-1]} ",
        ),
        (r"(?<![0-9./])[0-9]+(?P<it>/)(?=[0-9]+ (?:HP|MP|XP|hp|pts|points)\b)", " of "),
    )


def _signs(british: bool) -> tuple[tuple[str, Reading], ...]:
    def amps(match: re.Match[str]) -> str | None:
        """10A, unless it is the name of a seat or a flat."""
        before = match.string[max(0, match.start() - 16) : match.start()]
        return (
            None
            if _PLACE.search(before)
            else match["it"][:-1] + (" amp" if match["it"] == "1A" else " amps")
        )

    def verse(match: re.Match[str]) -> str:
        return re.sub("[-–]", " to ", match["it"].replace(":", " "))

    def part(match: re.Match[str]) -> str:
        one, count = ordinal(int(match["whole"]), "en"), int(match["part"])
        return f"{cardinal(count, 'en')} {one}{'' if count == 1 else 's'}"

    def scientific(match: re.Match[str]) -> str:
        power = int(match["power"])
        exponent = f"the {ordinal(power, 'en')}" if power > 0 else f"the power of {power}"
        return f"{match['size']} times 10 to {exponent}".replace("-", "minus ")

    return (
        (r"(?<![0-9A-Za-z.,:/-])(?P<it>[0-9]+(?:\.[0-9]+)?A)(?![\w'-])", amps),
        (r"(?<![0-9A-Za-z])(?P<it>[vV]\.? ?)(?=[0-9]+(?:\.[0-9]+)+)", "version "),
        (r"(?<![0-9A-Za-z])(?P<it>v)(?=[0-9]{1,2}(?![0-9A-Za-z.'/-]))", "version "),
        (r"[0-9](?:\"|″|''|°|'|′) ?(?P<it>[NSEW])(?![\w.'])", lambda m: _COMPASS[m["it"]]),
        (r"(?<![0-9A-Za-z])[0-9]{1,6}(?:['\"′″]|''| ft| in| cm| mm| m)?(?P<it> ?[x×] ?)"
         r"(?=[0-9]+(?:['\"′″]| ft| in| cm| mm| m\b))", " by "),
        (r"(?<![0-9A-Za-z.])[0-9]{1,4}(?P<it>x)(?=[0-9]{1,4}(?![0-9A-Za-z=]| ?=))", " by "),
        (r"(?<![0-9A-Za-z])[0-9]{1,9}(?:\.[0-9]{1,9})?(?P<it>x)(?![\w=])", " times"),
        (r"(?:\b(?:ft|feet|foot)|') ?[0-9]+(?P<it> ?in(?:\.(?= [a-z]|,))?)(?!\w)", " inches"),
        (r"[0-9](?P<it> ?st)(?= ?[0-9]{1,2} ?lbs?\b)", " stone"),
        (r"(?<![0-9A-Za-z.,])[0-9]+(?:\.[0-9]+)?(?P<it> ?in\.)(?= [a-z]|,)", " inches"),
        (r"(?<![0-9A-Za-z.,])[0-9]+(?:\.[0-9]+)?(?P<it> ?in\.?)(?= (?:tall|long|wide|deep|high"
         r"|thick|across|in diameter|x|×|by)\b)", " inches"),
        (r"(?:[0-9]\.[0-9]+ ?|[0-9] )(?P<it>s)(?![\w']|\.\w)", " seconds"),
        (r"[0-9](?P<it>ST|ND|RD|TH)(?!\w)", lambda m: m["it"].lower()),
        (r"\b(?:I|[Ww]e|[Tt]hey|[Yy]ou) (?P<it><3)(?= [A-Za-z])", "love"),
        (r"(?<=[a-z.,!?] )(?P<it><3)(?!\S| [a-z0-9])", ""),
        (rf"\b{_BIBLE} (?P<it>[0-9]{{1,3}}:[0-9]{{1,3}}(?:[-–][0-9]{{1,3}})?)(?![0-9:])", verse),
        (r"(?:[½⅓⅔¼¾⅕⅛⅜⅝⅞])(?P<it> ?in\.?)(?=[,;.)]|\s*\Z)", " inches"),
        (r"(?<![0-9/.,])(?P<it>(?P<part>[0-9]{1,2})/(?P<whole>16|32|64|100|1000))"
         r"(?=\"| ?″|[- ]?inch| in\b| of )", part),
        (r"(?<![\w.])(?P<it>(?P<size>[0-9]+(?:\.[0-9]+)?)[eE](?P<power>[-+]?[0-9]{1,3}))"
         r"(?!\w)", scientific),
        (r"(?<!\w)(?P<it>0x)(?=[0-9A-Fa-f]+(?!\w))", "zero X "),
        (r"[0-9]s(?P<it>[-–])(?='?[0-9]+s(?!\w))", " to "),
        (r"(?<![A-Za-z])[A-Z]{1,3}(?P<it>[0-9]{1,3}\.[0-9]+)(?![\w.])", lambda m: " " + m["it"]),
        (rf"\b{_RELEASED} (?P<it>[0-9]{{1,3}}\.[0-9]{{2}})(?![0-9A-Za-z%]|\.[0-9])", _version),
        (r"(?:\A|[.!?]\s+|\n)(?P<it>Use)(?= [0-9])", "/jˈuːz/" if british else "/jˈuz/"),
    )  # fmt: skip


def _version(match: re.Match[str]) -> str:
    """3.11 as "3 point 11", 22.04 as "22 point oh 4"."""
    whole, part = match["it"].split(".")
    return f"{whole} point oh {part[1]}" if part[0] == "0" else f"{whole} point {part}"

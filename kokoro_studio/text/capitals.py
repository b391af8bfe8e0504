"""English text in capitals, in small letters where it is a heading or shouted: GO HOME, not G O.

A lone word in capitals is left to the backend, which stresses it. Acronyms and Roman numerals stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

IsWord = Callable[[str], bool]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LETTERS = "A-ZÀ-ÖØ-Þ"
_CAPITALS = re.compile(
    rf"(?<![\w@])(?<!\w\.)[{_LETTERS}]+(?:['’][{_LETTERS}]+)*(?![\w@]|\.[A-Za-z0-9])"
)
_SMALL = re.compile("[a-zß-ɏ]")
# Two-letter words. All others are acronyms: PC, TV, AI, UK.
_TWO_LETTERS = _words(
    "AH AM AN AS AT AW AX AY BE BY DO EH EM ER EW GO HA HE HI HM HO IF IN IS IT LO MA ME MM MY "
    "NO OF OH ON OR OW OX PA SO TO UH UM UP US WE YE YO"
)
_PREFIXES = _words("CO RE EX UN BI DE")  # before a hyphen: RE-ENTRY
_ROMAN = re.compile("(?=[IVXLC]{2})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_TITLES = _words("DR MR MRS MS ST")
_ABBREVIATED = _TITLES | _words(
    "AVE RD BLVD LN JR SR NO VOL MT FT GEN COL CAPT LT SGT REV PROF GOV SEN REP INC LTD CORP CO "
    "BROS DEPT VS FIG CH EST"
)
_DAYS = _words("MON TUE TUES WED THU THUR THURS FRI")
_OTHER_DAY = re.compile(r"\b(?:MON|TUES?|WED|THU|THURS?|FRI)\b")
_STREETS = _words("ST AVE RD BLVD LN DR CT PL SQ HWY PKWY")
_MONTHS = _words(
    "JANUARY FEBRUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER JAN "
    "FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC"
)
# Words that are acronyms as well. A run of capitals is not shouted because of these alone.
_AMBIGUOUS = _words(
    "US IT SAT ACT LED WHO AIDS PIN RAM ROM ICE ADD SIM COD MOD ERA ARM AIM CAT PET MAC OR IN ME "
    "PA MA"
)
# Words of the dictionary that are acronyms in capitals.
_NEVER = _words("EST ETA SQL GSM SEC VAT SAP ASP PSI MOT ISO BCC CIS DAT")
# Those that are acronyms behind or before one of these.
_BEFORE_ACRONYM = {"US": _words("THE"), "IT": _words("THE AN OUR YOUR")}
_AFTER_ACRONYM = {
    "US": _words(
        "ARMY NAVY DOLLAR DOLLARS GOVERNMENT PRESIDENT SENATE CONGRESS TREASURY OPEN ECONOMY "
        "TROOPS FORCES STATES CITIZEN CITIZENS HISTORY ELECTION STOCKS MARKETS BORDER OFFICIALS"
    ),
    "IT": _words(
        "DEPARTMENT SUPPORT TEAM MANAGER STAFF SECTOR INDUSTRY SERVICES SYSTEMS SECURITY "
        "PROFESSIONAL PROFESSIONALS SPECIALIST DIRECTOR SOLUTIONS INFRASTRUCTURE PROJECTS"
    ),
    "LED": _words("LIGHT LIGHTS LIGHTING TV LAMP LAMPS SCREEN BULB BULBS DISPLAY STRIP"),
}
# Among acronyms, these tell that the rest is shouted as well.
_FUNCTIONAL = _words(
    "THE AND OF TO FROM WITH FOR BY AT ON WAS IS ARE WERE HAS HAVE HAD NOT THAT THIS HIS HER ITS"
)
_LETTERED = _words(
    "LETTER OPTION PLAN VITAMIN ROOM GATE SEAT CLASS GRADE TYPE GROUP SECTION PART TEAM UNIT "
    "HEPATITIS APPENDIX EXHIBIT"
)

_DRAWN = re.compile(r"([A-Z])\1{2}")  # AAAH, HMMM
# Acronyms of one letter three times: they are spelled, not drawn out.
_TRIPLE_ACRONYMS = _words("AAA WWW XXX CCC BBB FFF KKK")
_NAMED = re.compile("MC[A-Z]{3,}")

_VOWEL = "[aeiouy]"
_ONSET = (
    "(?:[bcdfghjklmnprstvwyz]|[bcfgkp][lr]|[dt]r|s[cklmnptw]|s[cpt]r|[cgpst]h|thr|shr|qu|wh|wr|kn"
    "|tw)"
)
_CODA = (
    "(?:[bcdfgklmnprstxz]|c[kt]|f[ft]|gh|l[dfklmpt]|mp|n[dgknt]|pt|r[bdgklmnprst]|s[hkpst]|[cgt]h"
    "|ts|ps|tz|zz)"
)
_FROM_VOWEL = re.compile(f"{_VOWEL}{{1,2}}(?:[^aeiou]{{1,3}}{_VOWEL}{{1,2}})*{_CODA}?")
_SYLLABLES = re.compile(f"{_ONSET}{_FROM_VOWEL.pattern}")


def plain_capitals(text: str, is_word: IsWord) -> str:
    """The same text, as long, with the words of headings and shouted sentences in plain spelling.

    `is_word` tells whether a word in small letters is in the dictionary.
    """
    plain = list(text)
    for run in _runs(text, is_word):
        for place, spelling in _plain_run(run):
            plain[place : place + len(spelling)] = spelling
    return "".join(plain)


def _runs(text: str, is_word: IsWord) -> Iterator[_Run]:
    found: list[re.Match[str]] = []
    for word in _CAPITALS.finditer(text):
        if found and _SMALL.search(text, found[-1].end(), word.start()):
            yield _Run(text, found, is_word)
            found = []
        found.append(word)
    yield _Run(text, found, is_word)


def is_plain(word: str, is_word: IsWord) -> bool:
    """Whether capitals are a word that is written large, and no acronym."""
    if len(word) < 3:
        return word in _TWO_LETTERS
    small = word.lower().replace("’", "'")
    return word not in _NEVER and re.search(_VOWEL, small) is not None and is_word(small)


class _Run:
    """Words in capitals without a small letter between them."""

    def __init__(self, text: str, found: list[re.Match[str]], is_word: IsWord) -> None:
        self.text, self.found, self.is_word = text, found, is_word
        self.words = [each[0] for each in found]

    def word(self, place: int) -> str:
        """A word of the run; '' outside of it."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def before(self, place: int) -> str:
        start = self.found[place].start()
        return self.text[max(0, start - 8) : start].rstrip(" \"'“‘(")

    def after(self, place: int) -> str:
        return self.text[self.found[place].end() : self.found[place].end() + 8]

    def opens(self, place: int) -> bool:
        """Whether the word opens a sentence."""
        if self.word(place - 1) in _ABBREVIATED:
            return False
        return self.before(place)[-1:] in ("", ".", "!", "?", ":", "\n")

    def is_dated(self, place: int) -> bool:
        """Whether the word is a month beside a number."""
        beside = re.match(r"\.? [0-9]", self.after(place)) or self.before(place)[-1:].isdigit()
        return self.words[place] in _MONTHS and bool(beside)

    def is_shortened(self, place: int) -> bool:
        word = self.words[place]
        return word in _TITLES or (word in _ABBREVIATED and self.after(place)[:1] == ".")


def _plain_run(run: _Run) -> Iterator[tuple[int, str]]:
    """Where a word begins, and its plain spelling."""
    plain = [_reads_as_word(run, place) for place in range(len(run.words))]
    long = [
        word
        for i, word in enumerate(run.words)
        if len(word) > 1 and not run.is_shortened(i) and not _ROMAN.fullmatch(word)
    ]
    clear = sum(
        (known and len(word) > 1 and word not in _AMBIGUOUS)
        or _NAMED.fullmatch(word) is not None
        or _is_made_of_syllables(word, run.is_word, alone=True)
        for known, word in zip(plain, run.words, strict=True)
    )
    shouted = len(long) > 1 and (clear * 2 >= len(long) or not _FUNCTIONAL.isdisjoint(long))
    for place, found in enumerate(run.found):
        word = found[0]
        weekend = word in ("SAT", "SUN") and _OTHER_DAY.search(run.text)
        if word in _DAYS or weekend or _NAMED.fullmatch(word):
            yield found.start(), word.capitalize()
        elif _DRAWN.search(word) and not _ROMAN.fullmatch(word) and word not in _TRIPLE_ACRONYMS:
            yield found.start(), word.lower()
        elif word[-2:] in ("'S", "’S") and not plain[place]:
            yield found.end() - 1, "s"
        elif not shouted:
            if _is_made_of_syllables(word, run.is_word, alone=True):
                yield found.start(), word.lower()
        elif plain[place]:
            yield found.start(), _spelling(run, place)
        elif run.is_shortened(place) or _is_made_of_syllables(word, run.is_word, alone=False):
            yield found.start(), word.capitalize()


def _reads_as_word(run: _Run, place: int) -> bool:
    word, previous, after = run.words[place], run.word(place - 1), run.after(place)
    if word == "A":
        beside = after[:1] == " " and after[1:2].isupper()
        return beside and bool(previous) and previous not in _LETTERED
    if word in ("AM", "PM") and run.before(place)[-1:].isdigit():
        return False
    if len(word) == 2 and re.match(" [0-9]{5}", after):
        return False  # MA 02134
    if word == "US" and run.opens(place):
        return False
    if previous in _BEFORE_ACRONYM.get(word, ()):
        return False
    if run.word(place + 1) in _AFTER_ACRONYM.get(word, ()):
        return False
    if word in _PREFIXES and after[:1] == "-":
        return True
    if run.is_shortened(place) or _ROMAN.fullmatch(word):
        return False
    return run.is_dated(place) or is_plain(word, run.is_word)


def _is_made_of_syllables(word: str, is_word: IsWord, alone: bool) -> bool:
    """Whether capitals that no dictionary has are made of syllables, as names are."""
    small = word.lower()
    if len(small) < 4 or is_word(word) or is_word(small):
        return False
    if _SYLLABLES.fullmatch(small):
        return True
    return not alone and len(small) > 4 and _FROM_VOWEL.fullmatch(small) is not None


def _spelling(run: _Run, place: int) -> str:
    """Small letters; a capital first where the sentence, a title or a numeral asks for it."""
    word = run.words[place]
    following = run.word(place + 1)
    named = (
        run.word(place - 1) in _TITLES
        or _ROMAN.fullmatch(following) is not None
        or following in _STREETS
        or following in ("V", "X")
    )
    if named or run.opens(place) or run.is_dated(place):
        return word.capitalize()
    if word.startswith(("I'", "I’")):
        return word[:2] + word[2:].lower()
    return word.lower()

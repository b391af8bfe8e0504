"""Numbers as they are written: signs, ranges, ordinals, codes and telephone numbers.

Whole and decimal numbers stay in figures: each backend reads them well when they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from .locale import Locale
from .piece import LEFT, RIGHT, Piece, Rule, any_of, say


def number(locale: Locale) -> str:
    """Pattern of an unsigned number with the language's separators."""
    groups = rf"[0-9]{{1,3}}(?:[{re.escape(locale.thousands)}][0-9]{{2,3}})*"
    groups += rf"[{re.escape(locale.thousands)}][0-9]{{3}}(?![0-9])"
    decimal = rf"(?:{re.escape(locale.decimal)}[0-9]+)?"
    return rf"(?:{groups}{decimal}|[0-9]+{decimal})"


def parts(written: str, locale: Locale) -> tuple[str, str]:
    """Digits before and after the decimal mark, without separators."""
    whole, _, decimals = written.partition(locale.decimal)
    return re.sub("[^0-9]", "", whole), decimals


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Telephone numbers before ranges: both may be parted by a hyphen."""
    return (
        *_phones(locale),
        *_codes(locale),
        *_ordinals(locale),
        *_signs(locale),
        *_counted(locale),
        *_figures(locale),
    )


def respelled(spoken: str, figures: Mapping[str, str]) -> str:
    """Numbers among words, in words where the backend misreads the figures."""
    for figure, word in figures.items():
        spoken = re.sub(rf"(?<![0-9.,]){figure}(?![0-9.,])", word, spoken)
    return spoken


def in_words(spoken: str, locale: Locale) -> str:
    """The same words with their numbers in words, for a language with `Locale.numeral`."""
    if locale.numeral is None:
        return spoken
    numeral = locale.numeral
    return re.sub(rf"(?<![0-9A-Za-z]){number(locale)}", lambda m: numeral(m[0]), spoken)


BEFORE, BEHIND = 24, 72  # characters that tell what is counted


@cache
def _count(thousands: str, decimal: str) -> re.Pattern[str]:
    """Whole and decimal numbers, with a percent sign."""
    point, mark = re.escape(thousands[0]), re.escape(decimal)
    spaced = "|[0-9]{1,2}(?: [0-9]{3})+(?! ?[0-9])|[0-9]{3}(?: [0-9]{3})* 000(?! ?[0-9])"
    return re.compile(
        rf"{LEFT}(?<![0-9][.,:/-])(?<!#)"
        rf"(?:[0-9]{{1,3}}(?:{point}[0-9]{{3}})+{spaced if ' ' in thousands else ''}"
        rf"|[0-9]{{1,9}})(?:{mark}[0-9]+)?{RIGHT}(?![.,:/][0-9])(?: ?%)?"
    )


def _counted(locale: Locale) -> tuple[Rule, ...]:
    """Numbers whose words depend on what they count: 2 casas is "duas casas"."""
    read = locale.counted
    if read is None:
        return ()
    pattern = _count(locale.thousands, locale.decimal)

    def speak(match: re.Match[str]) -> Piece | None:
        start, end = match.span()
        text = match.string
        said = read(match[0], text[max(0, start - BEFORE) : start], text[end : end + BEHIND])
        return None if said is None else say(match, said)

    return (Rule("counted", pattern, speak),)


def agreed(spoken: str, before: str, behind: str, locale: Locale) -> str:
    """Words that stand for a slice of a text, their figures as `behind` or they themselves ask."""
    read = locale.counted
    if read is None or not any(char.isdigit() for char in spoken):
        return spoken

    def said(match: re.Match[str]) -> str:
        head = (before + spoken[: match.start()])[-BEFORE:]
        tail = (spoken[match.end() :] + behind)[:BEHIND]
        return read(match[0], head, tail) or match[0]

    return _count(locale.thousands, locale.decimal).sub(said, spoken)


def one_by_one(written: str, locale: Locale) -> str:
    """Every digit by its name, with a pause between the groups."""
    groups = re.findall("[0-9]+", written)
    return locale.pause.join(
        locale.space.join(locale.digits[int(digit)] for digit in group) for group in groups
    )


_YEAR = re.compile("(?:1[0-9]|20)[0-9]{2}")


def _is_phone(written: str) -> bool:
    """Whether groups of digits are a telephone number and not numbers, years or a range."""
    groups = re.findall("[0-9]+", written)
    sizes = [len(group) for group in groups]
    if sum(sizes) < 7 or all(_YEAR.fullmatch(group) for group in groups):
        return False
    if written[0] in "+(0":
        return True
    if "-" not in written and sizes[0] <= 3 and set(sizes[1:]) == {3}:  # 12 500 000
        return False
    if len(groups) > 2 or any(group[0] == "0" for group in groups):
        return True
    if "-" in written:  # 555-1234 and 98765-4321; 1250-1500 is a range
        return sizes in ([3, 4], [5, 4]) or (sizes == [4, 4] and groups[0] > groups[1])
    return sizes == [5, 5] or sizes[1] >= 6


def _phones(locale: Locale) -> tuple[Rule, ...]:
    grouped = (
        rf"{LEFT}(?<![0-9][.,/-])(?:\+[0-9]{{1,3}}[ -]?|1-(?=[0-9]{{3}}-))?"
        r"(?:\([0-9]{1,5}\)[ -]?)?"
        rf"[0-9]{{2,10}}(?:[ -][0-9]{{2,10}}){{1,5}}{RIGHT}(?![.,/-][0-9])"
    )
    run = rf"{LEFT}(?<![0-9][.,/-])(?:0[0-9]{{4,}}|[1-9][0-9]{{8,}}){RIGHT}(?![.,/-][0-9])"

    def speak(match: re.Match[str]) -> Piece | None:
        return say(match, one_by_one(match[0], locale)) if _is_phone(match[0]) else None

    def speak_run(match: re.Match[str]) -> Piece | None:
        return None if match[0].endswith("0000") else say(match, one_by_one(match[0], locale))

    long_number = Rule("long number", re.compile(run), speak_run)
    if not locale.one_by_one:
        return (long_number,)
    return (Rule("telephone", re.compile(grouped), speak), long_number)


def _codes(locale: Locale) -> tuple[Rule, ...]:
    """Numbers that are names: 0042, #12345, №5, 2.0.1."""
    free = rf"{LEFT}(?<![0-9][.,:/-])"
    tail = rf"{RIGHT}(?![.,:/-][0-9])"
    found = [
        Rule(
            "leading zero",
            re.compile(rf"{free}(?<![0-9] )0[0-9]{{2,3}}{tail}"),  # not of 1 000
            lambda m: say(m, one_by_one(m[0], locale)),
        )
    ]
    if locale.number_sign:
        pattern = rf"{LEFT}(?<![#&/])[#№] ?(?P<code>[0-9]+){RIGHT}"
        found.append(Rule("number sign", re.compile(pattern), lambda m: say(m, _coded(m, locale))))
    if locale.point:
        grouped = r"(?![0-9]{1,3}(?:\.[0-9]{3})+(?!\.?[0-9]))" if "." in locale.thousands else ""
        pattern = rf"(?<![0-9.,/-]){grouped}[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{2,5}}{tail}"
        point = f"{locale.space}{locale.point}{locale.space}"
        found.append(
            Rule("version", re.compile(pattern), lambda m: say(m, m[0].replace(".", point)))
        )
    return tuple(found)


def _coded(match: re.Match[str], locale: Locale) -> str:
    code = match["code"]
    spelled = one_by_one(code, locale) if len(code) >= 5 or code[0] == "0" else code
    return f"{locale.number_sign}{locale.space}{spelled}"


def _ordinals(locale: Locale) -> tuple[Rule, ...]:
    ordinals = locale.ordinals
    if ordinals is None:
        return ()
    pattern = rf"{LEFT}([0-9]{{1,4}})({locale.ordinal_endings}){RIGHT}"
    return (Rule("ordinal", re.compile(pattern), lambda m: say(m, ordinals(int(m[1]), m[2]))),)


def _signs(locale: Locale) -> tuple[Rule, ...]:
    figure = number(locale)
    spread = rf"(?P<low>{figure})(?P<sign>[%°])? ?(?P<dash>[–—〜～~-]) ?(?P<high>{figure})"
    spread += "(?(sign)(?= ?(?P=sign)))"  # 5%–10%

    def speak_range(match: re.Match[str]) -> Piece | None:
        low, high = match["low"], match["high"]
        zero_led = re.search("(?<![0-9])0[0-9]", low + " " + high)
        loose = match["dash"] == "-" and (" " in match[0] or len(low) > 4 or len(high) > 4)
        if zero_led or loose:
            return None
        return say(match, locale.space.join((low, locale.to, high)))

    found = [
        Rule(
            "range",
            re.compile(rf"{LEFT}(?<![0-9][.,:/–—-]){spread}{RIGHT}(?![.,:/–—-][0-9]| ?=)"),
            speak_range,
        )
    ]
    if locale.minus:
        sign = r"(?:[A-Z]{1,2}\$ ?|[$£€¥￥₹₩])?"
        negative = (
            r"(?<![0-9A-Za-zÀ-ɏ\u0370-\u03ff\u0900-\u0963_.,:/)%°–-])"
            rf"-(?={sign}{figure}|∞)"
        )
        found.append(
            Rule(
                "minus",
                re.compile(negative),
                lambda m: say(m, locale.minus + locale.space),
            )
        )
    return tuple(found)


def _figures(locale: Locale) -> tuple[Rule, ...]:
    if locale.numeral is not None:
        # The rule for units says "1 km" and "5km" with their numbers.
        unit = any_of(locale.units) + RIGHT
        pattern = (
            rf"(?<![0-9A-Za-z])(?<![0-9][.,/]){number(locale)}(?![0-9A-Za-z])(?!{unit})"
            rf"(?!(?<=(?<![0-9.,])1) ?{unit})"
        )
        return (Rule("number", re.compile(pattern), lambda m: say(m, _apart(m))),)
    if not locale.figures:
        return ()
    pattern = rf"{LEFT}(?<![0-9][.,:/-]){any_of(locale.figures)}{RIGHT}(?! ?%|[.,:/-][0-9])"
    return (Rule("figure", re.compile(pattern), lambda m: say(m, locale.figures[m[0]])),)


def _apart(match: re.Match[str]) -> str:
    """The figures, which become words later, apart from letters that touch them."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    return f"{' ' * before.isalpha()}{match[0]}{' ' * after.isalpha()}"

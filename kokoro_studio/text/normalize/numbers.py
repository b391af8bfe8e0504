"""Numbers as they are written: signs, ranges, ordinals, codes and telephone numbers.

Whole and decimal numbers stay in figures: each backend reads them well when they stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

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
        *_figures(locale),
    )


def respelled(spoken: str, figures: Mapping[str, str]) -> str:
    """Numbers among words, in words where the backend misreads the figures."""
    for figure, word in figures.items():
        spoken = re.sub(rf"(?<![0-9.,]){figure}(?![0-9.,])", word, spoken)
    return spoken


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
            re.compile(rf"{free}0[0-9]{{2,3}}{tail}"),
            lambda m: say(m, one_by_one(m[0], locale)),
        )
    ]
    if locale.number_sign:
        pattern = rf"{LEFT}(?<![#&/])[#№] ?(?P<code>[0-9]+){RIGHT}"
        found.append(Rule("number sign", re.compile(pattern), lambda m: say(m, _coded(m, locale))))
    if locale.point:
        pattern = rf"(?<![0-9.,/-])[0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{2,5}}{tail}"
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
    pattern = rf"{LEFT}([0-9]{{1,3}})({locale.ordinal_endings}){RIGHT}"
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
        negative = (
            r"(?<![0-9A-Za-zÀ-ɏ\u0370-\u03ff\u0900-\u0963_.,:/)%°–-])"
            rf"-(?=[$£€¥₹₩]?{figure}|∞)"
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
    if not locale.figures:
        return ()
    pattern = rf"{LEFT}(?<![0-9][.,:/-]){any_of(locale.figures)}{RIGHT}(?! ?%|[.,:/-][0-9])"
    return (Rule("figure", re.compile(pattern), lambda m: say(m, locale.figures[m[0]])),)

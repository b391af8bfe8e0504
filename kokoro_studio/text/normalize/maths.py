"""Formulas: signs between operands and before numbers, powers, ratios, chemical formulas."""

from __future__ import annotations

import re
from itertools import pairwise

from .locale import Locale
from .numbers import number
from .piece import LEFT, RIGHT, Piece, Rule, any_of, say

_ALIASES = {"!=": "≠", "<=": "≤", ">=": "≥", "==": "=", "=<": "≤"}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "0123456789+-n")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-")
_LOW = "[₀-₉]"
_SPELLED = re.compile("[A-Za-z]|[0-9]+")
_VARIABLE = r"[A-Za-z\u0391-\u03c9]"
_LETTER = r"[A-Za-zÀ-ɏ\u0370-\u03ff]"
# Formulas that are typed without subscripts. Others, like B2 and C4, are names more often.
_FORMULAS = (
    "CO2", "H2O", "H2O2", "O2", "O3", "N2", "H2", "CH4", "NO2", "N2O", "SO2", "SO3", "NH3",
    "H2SO4", "HNO3", "C6H12O6", "CaCO3", "Fe2O3", "Al2O3", "SiO2", "TiO2", "SF6", "C2H5OH",
    "NaHCO3", "Na2CO3", "CaCl2", "MgCl2",
)  # fmt: skip


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Signs are words only where they have operands: a hyphen between words stays one."""
    return (
        *_formulas(locale),
        *_powers(locale),
        *_between(locale),
        *_before(locale),
        *_ratio(locale),
        *_symbols(locale),
    )


def _formulas(locale: Locale) -> tuple[Rule, ...]:
    element = f"[A-Z][a-z]?{_LOW}*"
    lowered = rf"{LEFT}(?=[A-Za-z()]{{0,30}}{_LOW})(?:\(?{element}\)?{_LOW}*)+"
    typed = rf"{LEFT}{any_of(_FORMULAS)}{RIGHT}"

    def speak(match: re.Match[str]) -> tuple[Piece, ...]:
        """A piece for each part, so that those of another script keep their place."""
        written = match[0].translate(_LOWERED)
        starts = [part.start() for part in _SPELLED.finditer(written)]
        pieces = []
        for start, stop in pairwise([*starts, len(written)]):
            said = locale.spelled(written[start:stop])
            between = locale.between_letters if stop < len(written) else ""
            pieces.append(Piece(match.start() + start, match.start() + stop, said + between))
        return tuple(pieces)

    def index(match: re.Match[str]) -> Piece:
        return say(match, _padded(match, match[0].translate(_LOWERED), locale))

    alone = rf"(?<={_VARIABLE}){_LOW}+"

    def charge(match: re.Match[str]) -> Piece:
        sign = locale.maths.between.get("+", "+") if match["sign"] == "⁺" else locale.minus
        count = match["count"].translate(_RAISED)
        return say(match, f" {count} {sign}" if count else f" {sign}")

    charged = r"(?<=[A-Za-z₀-₉])(?P<count>[¹²³⁴-⁹]?)(?P<sign>[⁺⁻])(?![⁰¹²³⁴-⁹])"
    return (
        Rule("charge", re.compile(charged), charge),
        Rule("formula", re.compile(lowered), speak),
        Rule("formula", re.compile(typed), speak),
        Rule("index", re.compile(alone), index),
    )


def _padded(match: re.Match[str], word: str, locale: Locale) -> str:
    """A word that replaces a sign, with space where letters or figures touch it."""
    before = match.string[max(0, match.start() - 1) : match.start()]
    after = match.string[match.end() : match.end() + 1]
    left = locale.space if before.isalnum() else ""
    return left + word + (locale.space if after.isalnum() else "")


def _powers(locale: Locale) -> tuple[Rule, ...]:
    maths = locale.maths
    if not maths.power:
        return ()
    one, two = (rf"(?<=(?<!{_LETTER}){_VARIABLE * letters})" for letters in (1, 2))
    base = rf"(?:(?<=[0-9)₀-₉])|{one}|{two})"
    raised = rf"{base}(?:\^(?P<typed>[-−]?[0-9]+|[a-z](?![A-Za-z]))|(?P<raised>[⁺⁻]?[⁰¹²³⁴-⁹]+|ⁿ))"

    def speak(match: re.Match[str]) -> Piece:
        exponent = match["typed"] or match["raised"].translate(_RAISED)
        said = {"2": maths.squared, "3": maths.cubed, **maths.powers}.get(exponent)
        if not said:
            shown = exponent.replace("-", f"{locale.minus} ", 1)
            said = maths.power.format(shown)
        after = match.string[match.end() : match.end() + 1]
        tail = locale.space if after.isalnum() else ""
        return say(match, f"{locale.space}{said}{tail}")

    power = Rule("power", re.compile(raised), speak)
    opened, _, closed = maths.power.partition("{}")
    if closed:
        return (power,)
    bracket = re.compile(rf"{base}(?P<it>\^)(?=\()")  # 2^(n+1)
    return (power, Rule("power", bracket, lambda m: say(m, locale.space + opened, "it")))


def _between(locale: Locale) -> tuple[Rule, ...]:
    words = locale.maths.between
    if not words:
        return ()
    left = rf"(?:(?<=[0-9)²³%])|(?<=(?<!{_LETTER})(?![IaA]){_VARIABLE}))"
    right = rf"(?=[-−√]?[0-9(∞]|[-−√]?{_VARIABLE}(?!{_LETTER}))"
    aliases = [alias for alias, sign in _ALIASES.items() if sign in words]
    spaced = any_of([*words, *aliases])
    tight = any_of([*(set(words) - set("x-*+·")), *aliases])
    figures = any_of(set(words) & set("x*+·")) if set(words) & set("x*+·") else None
    patterns = [rf"{left}(?: (?P<spaced>{spaced}) ?|(?P<tight>{tight})){right}"]
    if figures:
        patterns.append(rf"(?<=[0-9)])(?P<spaced>{figures})(?P<tight>)(?=[0-9(])")
    if "-" in words:  # 7-2=5; without the result it is a range
        patterns.append(r"(?<=[0-9)])(?P<spaced>-)(?P<tight>)(?=[0-9.,]{1,12} ?=)")

    # A hyphen or a slash between figures is a range or a fraction, unless a result follows.
    solved = {"-": words.get("-"), "/": words.get("÷")}
    patterns.append(r"(?<=[0-9)])(?P<spaced>)(?P<tight>[-/])(?=[0-9(][0-9.,)]{0,12} ?=)")

    def speak(match: re.Match[str]) -> Piece | None:
        written = match["spaced"] or match["tight"]
        if match["tight"] in solved:
            return say(match, f" {solved[written]} ") if solved[written] else None
        operands = match.string[match.start() - 1], match.string[match.end()]
        figures = [re.match("[0-9()]", each) is not None for each in operands]
        small = any(figures) and all(each.isdigit() or each.islower() for each in operands)
        if written in "x-·*" and not all(figures) and not (written == "-" and small):
            return None  # "plan a - b", "vitamin B x2"
        return say(match, f" {words[_ALIASES.get(written, written)]} ")

    return tuple(Rule("sign", re.compile(pattern), speak) for pattern in patterns)


def _before(locale: Locale) -> tuple[Rule, ...]:
    words = locale.maths.before
    if not words:
        return ()
    # Not "<3", a heart; not behind a word or number, where the sign stands between operands.
    pattern = (
        rf"(?<![0-9A-Za-zÀ-ɏ\u0900-\u0963)+-])(?<![0-9A-Za-z] )(?!<3(?![0-9.,]))"
        rf"(?P<it>{any_of(words)} ?)(?=[$£€]?{number(locale)})"
    )
    loose = rf"(?P<it>{any_of(set(words) - set('+<>'))} ?)(?=[$£€]?{number(locale)})"
    roots = set(words) & set("√∛∜")
    root = rf"(?P<it>{any_of(roots)} ?)(?=[(0-9]|{_VARIABLE}(?!{_LETTER}))"

    def speak(match: re.Match[str]) -> Piece:
        before = match.string[max(0, match.start("it") - 1) : match.start("it")]
        left = locale.space if before.isalnum() else ""
        if before.isdigit() and "×" in locale.maths.between:  # 2√3
            left += locale.maths.between["×"] + locale.space
        return say(match, left + words[match["it"].strip()] + locale.space, "it")

    found = (Rule("root", re.compile(root), speak),) if roots else ()
    return (
        *found,
        Rule("sign before", re.compile(pattern), speak),
        Rule("sign before", re.compile(rf"(?<![0-9A-Za-zÀ-ɏ)]){loose}"), speak),
    )


def _ratio(locale: Locale) -> tuple[Rule, ...]:
    if not locale.maths.ratio:
        return ()
    pattern = rf"{LEFT}(?<![0-9][:.,/-])([0-9]{{1,4}}):([0-9]{{1,4}}){RIGHT}(?![:.,/-][0-9])"
    between = f"{locale.space}{locale.maths.ratio}{locale.space}"
    return (Rule("ratio", re.compile(pattern), lambda m: say(m, between.join(m.groups()))),)


def _symbols(locale: Locale) -> tuple[Rule, ...]:
    """Greek letters only where they stand alone: a Greek word is not spelled."""
    found = []
    greek = {key for key in locale.symbols if "\u0370" <= key <= "\u03ff"}
    others = set(locale.symbols) - greek

    def speak(match: re.Match[str]) -> Piece:
        word = locale.symbols.get(match[0]) or locale.symbols[match[0].lower()]
        return say(match, _padded(match, word, locale))

    if greek:
        letters = "".join(greek | {letter.upper() for letter in greek if letter != "ς"})
        pattern = rf"(?<![\u0370-\u03ff])[{letters}](?![\u0370-\u03ff\u0300-\u036f])"
        found.append(Rule("Greek letter", re.compile(pattern), speak))
    if others:
        found.append(Rule("symbol", re.compile(any_of(others)), speak))
    return tuple(found)

"""Amounts of money, the sign before or behind: $5, 49,99 €, R$ 2,5 milhões, -$5, $5–$10."""

from __future__ import annotations

import re

from .attributive import bare, is_attributive
from .locale import Locale
from .numbers import number, parts
from .piece import LEFT, Piece, Rule, any_of, say


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Signs become words with their plural, decimals become cents, scale words stay."""
    currencies = locale.money.currencies
    if not currencies:
        return ()
    sign = f"(?P<sign>{any_of(currencies)})"
    border = r"(?![0-9A-Za-zÀ-ɏ])"
    scales = any_of([*locale.money.scales, *locale.money.short_scales])
    scale, low_scale = (
        rf"(?:[ -]?(?P<{name}>{scales}){border})?" if locale.money.scales else f"(?P<{name}>)"
        for name in ("scale", "low_scale")
    )
    figure = number(locale)
    amount = rf"(?P<minus>-)?(?P<amount>{figure})(?![0-9])"
    negative = r"(?:(?<![0-9A-Za-zÀ-ɏ_.,:/)–-])(?P<negative>-|(?<!\S)–))?"
    before = rf"{negative}(?<![A-Za-z]){sign} ?{amount}{scale}"
    behind = rf"{LEFT}(?<![0-9][.,])(?P<negative>){amount}{scale} ?{sign}{border}"
    spread = rf"(?P<low>{figure}){low_scale}(?P<dash> ?[-–—] ?)"
    high = rf"(?P<amount>{figure})(?![0-9]|[.,:/-][0-9])"
    range_before = rf"(?<![A-Za-z]){sign} ?{spread}(?P<again>(?P=sign) ?)?{high}{scale}"
    signed = rf"(?P<low>{figure}){low_scale}(?: ?{any_of(currencies)})?(?P<dash> ?[-–—] ?)"
    range_behind = rf"{LEFT}(?<![0-9][.,:/-]){signed}{high}{scale} ?{sign}(?P<again>){border}"

    def speak(match: re.Match[str]) -> Piece:
        negated = (match["minus"] or match["negative"]) and locale.minus
        minus = locale.minus + locale.space if negated else ""
        adjective = is_attributive(match, locale)
        return say(
            match, minus + worded(match["amount"], match["sign"], match["scale"], locale, adjective)
        )

    def speak_range(match: re.Match[str]) -> Piece | None:
        if match["dash"] == " - " and not match["again"]:
            return None  # "$20 - 5"
        low, scale, low_scale = match["low"], match["scale"] or "", match["low_scale"] or ""
        if (low_scale and low_scale != scale) or (not scale and locale.decimal in low):
            low = worded(low, match["sign"], low_scale, locale)
        adjective = is_attributive(match, locale)
        said = worded(match["amount"], match["sign"], scale, locale, adjective)
        return say(match, locale.space.join((low, locale.to, said)))

    return (
        Rule("money range", re.compile(range_before), speak_range),
        Rule("money range", re.compile(range_behind), speak_range),
        Rule("money", re.compile(before), speak),
        Rule("money", re.compile(behind), speak),
    )


def worded(
    amount: str, sign: str, scale: str | None, locale: Locale, attributive: bool = False
) -> str:
    """An amount in words; figures stay where the backend reads them well."""
    money, currency = locale.money, locale.money.currencies[sign]
    many = bare(currency.one) if attributive else currency.many
    if scale:
        scale = money.short_scales.get(scale, (scale, scale))[amount != "1"]
        wording = money.scaled if scale != money.thousand else "{amount} {scale} {unit}"
        return wording.format(amount=amount, scale=scale, unit=many)
    whole, decimals = parts(amount, locale)
    cents = int(decimals.ljust(2, "0")) if len(decimals) <= 2 else None
    cent_unit = (currency.one_cent if cents == 1 else "") or currency.cents
    if not cents or (currency.cents and not whole.strip("0")):
        plain = amount if cents is None else amount.partition(locale.decimal)[0]
        if cents and currency.cents:
            return f"{cents}{locale.space}{cent_unit}"
        if whole == "1" and cents is not None:
            return currency.one
        return money.plain.format(amount=plain, unit=many)
    if not currency.cents:
        return money.plain.format(amount=amount, unit=many)
    unit = f"{whole} {currency.many}" if whole != "1" else currency.one
    return money.with_cents.format(unit=unit, cents=cents, cent_unit=cent_unit).strip()

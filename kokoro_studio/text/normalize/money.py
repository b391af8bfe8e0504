"""Amounts of money, the sign before or behind: $5, 49,99 €, R$ 2,5 milhões."""

from __future__ import annotations

import re

from .locale import Currency, Locale
from .numbers import number, parts
from .piece import LEFT, Piece, Rule, any_of, say


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Signs become words with their plural, decimals become cents, scale words stay."""
    currencies = locale.money.currencies
    if not currencies:
        return ()
    sign = f"(?P<sign>{any_of(currencies)})"
    scale = f"(?: ?(?P<scale>{any_of(locale.money.scales)}))?" if locale.money.scales else ""
    border = r"(?![0-9A-Za-zÀ-ɏ])"
    amount = rf"(?P<minus>-)?(?P<amount>{number(locale)})(?![0-9])"
    before = rf"(?<![A-Za-z]){sign} ?{amount}(?:{scale}{border})?"
    behind = rf"{LEFT}(?<![0-9][.,]){amount}{scale} ?{sign}{border}"

    def speak(match: re.Match[str]) -> Piece:
        minus = locale.minus + locale.space if match["minus"] and locale.minus else ""
        written = match.groupdict().get("scale")
        return say(match, minus + worded(match["amount"], match["sign"], written or "", locale))

    def speak_range(match: re.Match[str]) -> Piece:
        written = match.groupdict().get("scale")
        high = worded(match["amount"], match["sign"], written or "", locale)
        return say(match, locale.space.join((match["low"], locale.to, high)))

    low = "(?P<low>[0-9]+(?:[.,][0-9]+)*)"
    high = rf"(?P<amount>{number(locale)})(?![0-9])"
    between = rf"(?<![A-Za-z]){sign} ?{low} ?[-–] ?(?:(?P=sign) ?)?{high}(?:{scale}{border})?"
    signed = any_of(currencies)
    closed = rf"{LEFT}(?<![0-9][.,-]){low}(?: ?{signed})? ?[-–] ?{high}{scale} ?{sign}{border}"
    return (
        Rule("money range", re.compile(between), speak_range),
        Rule("money range", re.compile(closed), speak_range),
        Rule("money", re.compile(before), speak),
        Rule("money", re.compile(behind), speak),
    )


def worded(amount: str, sign: str, scale: str, locale: Locale) -> str:
    """An amount in words; figures stay where the backend reads them well."""
    money, currency = locale.money, locale.money.currencies[sign]
    if scale:
        scale = money.short_scales.get(scale, (scale, scale))[amount != "1"]
        wording = money.scaled if scale != money.thousand else "{amount} {scale} {unit}"
        return wording.format(amount=amount, scale=scale, unit=currency.many)
    whole, decimals = parts(amount, locale)
    cents = int(decimals.ljust(2, "0")) if len(decimals) <= 2 else None
    if not cents or (currency.cents and not whole.strip("0")):
        bare = amount if cents is None else amount.partition(locale.decimal)[0]
        if cents and currency.cents:
            return f"{cents}{locale.space}{_cents(cents, currency)}"
        if whole == "1" and cents is not None:
            return currency.one
        return money.plain.format(amount=bare, unit=currency.many)
    if not currency.cents:
        return money.plain.format(amount=amount, unit=currency.many)
    unit = f"{whole} {currency.many}" if whole != "1" else currency.one
    return money.with_cents.format(
        unit=unit, cents=cents, cent_unit=_cents(cents, currency)
    ).strip()


def _cents(count: int, currency: Currency) -> str:
    return currency.cent if count == 1 and currency.cent else currency.cents

"""Dates in figures: 2024-07-15, 15/07/2024, 15.07.2024 and, where the month leads, 7/15/2024."""

from __future__ import annotations

import re

from .locale import Calendar, Locale
from .piece import LEFT, RIGHT, Piece, Rule, say

_ISO = rf"{LEFT}(?P<year>[12][0-9]{{3}})([-/.])(?P<b>[01]?[0-9])\2(?P<a>[0-3]?[0-9]){RIGHT}"
_DAY_AND_MONTH = r"(?P<a>[0-3]?[0-9])([/.-])(?P<b>[0-3]?[0-9])"
_WRITTEN = rf"{LEFT}{_DAY_AND_MONTH}\2(?P<year>[12][0-9]{{3}}|[0-9]{{2}}){RIGHT}"


def worded(calendar: Calendar, day: int, month: int, year: str) -> str:
    """A date in words; the year stays in figures where the backend reads them as a year."""
    return calendar.wording.format(
        day=calendar.days.get(day, day),
        month=calendar.months[month - 1],
        year=calendar.years(year),
    )


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Only real dates are read as such: 45/13/2024 is left alone."""
    calendar = locale.calendar

    def speak(match: re.Match[str], day_first: bool) -> Piece | None:
        day, month, year = int(match["a"]), int(match["b"]), match["year"]
        if not day_first and day <= 12:
            day, month = month, day
        if not (1 <= day <= 31 and 1 <= month <= 12):
            return None
        if len(year) == 2:  # 15/07/24; 2.0.1 and 12-34-56 are no dates
            if match[2] != "/":
                return None
            year = ("20" if year < "50" else "19") + year
        return say(match, worded(calendar, day, month, year))

    return (
        Rule("iso date", re.compile(_ISO), lambda match: speak(match, day_first=True)),
        Rule("date", re.compile(_WRITTEN), lambda match: speak(match, calendar.day_first)),
    )

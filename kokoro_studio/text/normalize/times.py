"""Times of day: 9:30, 16:05, 9h30, 10:42:15."""

from __future__ import annotations

import re

from .locale import Locale
from .piece import LEFT, RIGHT, Piece, Rule, say


def rules(locale: Locale) -> tuple[Rule, ...]:
    """A colon between hour and minute would be spoken as a pause."""
    clock = locale.clock
    hour, minute = r"(?P<hour>[01]?[0-9]|2[0-4])", r"(?P<minute>[0-5][0-9])"
    colon = rf"{hour}[:：]{minute}(?:[:：](?P<second>[0-5][0-9]))?(?![:：][0-9])"
    patterns = [rf"{LEFT}(?<![0-9][:：.,])" + colon + f"{clock.tail}{RIGHT}"]
    if clock.marks:
        marked = rf"{LEFT}(?<![0-9][:.,]){hour} ?[{clock.marks}] ?{minute}"
        patterns.append(rf"{marked}(?! ?min){RIGHT}")  # "2 h 30 min" are units
        patterns.append(rf"{LEFT}(?<![0-9][:.,]){hour}[{clock.marks}]{minute}min{RIGHT}")

    def speak(match: re.Match[str]) -> Piece:
        at, past = int(match["hour"]), int(match["minute"])
        if at == 1 and not past and clock.one:
            return say(match, clock.one)
        said = (clock.full if past else clock.sharp).format(
            hour=clock.hours.get(at, at), minute=clock.minutes.get(past, past)
        )
        second = match.groupdict().get("second")
        return say(match, said + (f", {int(second)}" if second and int(second) else ""))

    return tuple(Rule("time", re.compile(pattern), speak) for pattern in patterns)

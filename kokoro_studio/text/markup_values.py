"""Values of tags and of SSML's attributes, as numbers."""

from __future__ import annotations

import math
import re

from ..errors import TextError
from .passages import FASTEST, SLOWEST

_SECONDS = re.compile(r"\+?(\d{1,6}(?:\.\d{0,6})?|\.\d{1,6})\s*(ms|s)", re.IGNORECASE)
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:\.\d{0,6})?|\.\d{1,6})\s*(%|st|dB)?", re.IGNORECASE)
_OCTAVE = 12  # semitones

BREAK_SECONDS = {
    "none": 0.0, "x-weak": 0.0, "weak": 0.25, "medium": 0.5, "strong": 1.0, "x-strong": 1.5,
}  # fmt: skip
RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "fast": 1.25, "x-fast": 1.5, "default": 1.0}
PITCHES = {"x-low": 0.7, "low": 0.85, "medium": 1.0, "high": 1.15, "x-high": 1.3, "default": 1.0}
DECIBELS = {"x-soft": -12, "soft": -6, "medium": 0, "loud": 3, "x-loud": 6, "default": 0}
LOUDEST_GAIN, WIDEST_SHIFT = 10.0, 12.0


def read_seconds(value: str, tag: str) -> float:
    """`1s`, `+1S`, `300ms`. `TextError` names the tag."""
    found = _SECONDS.fullmatch(value.strip())
    if not found:
        raise TextError(f"{tag[:60]} is not a pause; write its length as 1.5s or 300ms.")
    return float(found[1]) / (1000 if found[2].lower() == "ms" else 1)


def read_break(attributes: dict[str, str]) -> float:
    """Seconds of a `break` element."""
    if "time" in attributes:
        return read_seconds(attributes["time"], f"<break time={attributes['time']!r}>")
    strength = attributes.get("strength", "medium").strip().lower()
    if strength not in BREAK_SECONDS:
        names = ", ".join(BREAK_SECONDS)
        raise TextError(f"There is no break {strength[:40]!r}; use one of {names}.")
    return BREAK_SECONDS[strength]


def read_rate(value: str) -> float | None:
    """`1.2`, `120%`, `+20%`, `-10%` as times the speed; None for anything else or out of range."""
    found = _NUMBER.fullmatch(value.strip())
    rate = _times(found) if found else None
    return rate if rate is not None and SLOWEST <= rate <= FASTEST else None


def read_prosody_rate(value: str) -> float:
    """A rate, or one of SSML's words for it."""
    rate = RATES.get(value.strip().lower()) or read_rate(value)
    if rate is None:
        raise TextError(
            f"There is no prosody rate {value[:40]!r}; use a number from {SLOWEST} to "
            f"{FASTEST:g}, per cent as in 120% or +20%, or one of {', '.join(RATES)}."
        )
    return rate


def read_pitch(value: str) -> float | None:
    """`+2st`, `-10%`, `high` in semitones; None for other units, such as `+20Hz`."""
    value = value.strip().lower()
    found = _NUMBER.fullmatch(value)
    if found and (found[3] or "").lower() == "st":
        shift = float(f"{found[1]}{found[2]}")
    else:
        percent = found and found[3] == "%"
        times = PITCHES.get(value) or (_times(found) if percent and found else None)
        if not times or times < 0:
            return None
        shift = _OCTAVE * math.log2(times)
    return min(max(shift, -WIDEST_SHIFT), WIDEST_SHIFT)


def read_volume(value: str) -> float | None:
    """`+6dB`, `50`, `-20%`, `soft` as times the amplitude; None for anything else."""
    value = value.strip().lower()
    if value == "silent":
        return 0.0
    found = _NUMBER.fullmatch(value)
    if value in DECIBELS:
        gain: float | None = 10 ** (DECIBELS[value] / 20)
    elif found and (found[3] or "").lower() == "db":
        gain = 10 ** (float(f"{found[1]}{found[2]}") / 20)
    elif found and not found[3]:  # SSML's plain numbers go from 0 to 100
        gain = float(found[2]) / 100
        gain = {"+": 1 + gain, "-": 1 - gain}.get(found[1], gain)
    else:
        gain = _times(found) if found else None
    return None if gain is None else min(max(gain, 0.0), LOUDEST_GAIN)


def _times(found: re.Match[str]) -> float | None:
    """A number or per cent as a factor; one with a sign says how much more or less than 1."""
    sign, digits, unit = found.groups()
    if unit not in (None, "%"):
        return None
    amount = float(digits) / (100 if unit else 1)
    return {"+": 1 + amount, "-": 1 - amount}.get(sign, amount)

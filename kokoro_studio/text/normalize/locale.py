"""The data of a language that the rules read. The rules themselves are in the topics."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .piece import Reading


@dataclass(frozen=True)
class Currency:
    """`one` holds the numeral ("un euro"), `many` does not ("euros"); '' cents: none exist.

    `one_cent` is said for a single cent where the plural will not do.
    """

    one: str
    many: str
    cents: str = ""
    one_cent: str = ""


@dataclass(frozen=True)
class Money:
    """How an amount is worded; in `with_cents`, `{unit}` is the whole part with its unit."""

    currencies: Mapping[str, Currency]
    with_cents: str = "{unit} {cents} {cent_unit}"
    plain: str = "{amount} {unit}"
    scaled: str = "{amount} {scale} {unit}"
    scales: tuple[str, ...] = ()
    thousand: str = ""  # the scale word that needs no preposition
    # "mi" and "k" with the words they stand for, behind 1 and behind more; also among `scales`
    short_scales: Mapping[str, tuple[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Clock:
    """How a time of day is worded, with the hours and minutes that are not plain numbers.

    `marks` are the letters written between hour and minute besides the colon (9h30), `tail` a
    pattern of words after the time that the wording already contains.
    """

    full: str
    sharp: str
    one: str = ""  # 1:00 where `sharp` has a plural
    hours: Mapping[int, str] = field(default_factory=dict)
    minutes: Mapping[int, str] = field(default_factory=dict)
    marks: str = ""
    tail: str = ""


@dataclass(frozen=True)
class Calendar:
    """Month names and the wording of a date; `days` are those that are not plain numbers.

    `years` words the year of a date where the backend reads its figures as a quantity."""

    months: tuple[str, ...]
    wording: str = "{day} {month} {year}"
    days: Mapping[int, str] = field(default_factory=dict)
    day_first: bool = True
    years: Callable[[str], str] = str


@dataclass(frozen=True)
class Web:
    """Names of the signs in an address, readings of labels ("com"), and of the endings of files
    that are no initials ("zip")."""

    signs: Mapping[str, str]
    labels: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Maths:
    """How formulas are worded.

    `before` are the signs of a single number (√2, ±5, ≈10), `between` those of two operands, given
    as plain words. `power` takes `{}`, the exponent; `squared` and `cubed` follow their base.
    """

    before: Mapping[str, str] = field(default_factory=dict)
    between: Mapping[str, str] = field(default_factory=dict)
    power: str = ""
    squared: str = ""
    cubed: str = ""
    powers: Mapping[str, str] = field(default_factory=dict)  # exponents that are ordinals
    ratio: str = ""  # between the numbers of 3:2


@dataclass(frozen=True)
class Lengths:
    """Feet and inches (5'10", 55") with `{feet}` and `{inches}`; angles (40°26'46")."""

    feet: str
    inches: str
    both: str
    one_foot: str
    one_inch: str
    angle: tuple[str, str, str]  # degrees, minutes, seconds


@dataclass(frozen=True)
class Attributive:
    """Where a measure is an adjective, and its unit in the singular: a 55" TV, $5 bills.

    Patterns: what stands `before` it and `after` it, and the `nouns` that need nothing before.
    """

    before: str
    after: str
    nouns: str


@dataclass(frozen=True)
class Roman:
    """The contexts in which a Roman numeral is a number, and its reading.

    `after` pairs a pattern of the words before it with a reading of its value, `suffixed` a
    pattern of the letters written behind it (XIVe); `guard` must match behind a numeral.
    """

    after: tuple[tuple[str, Callable[[int], str]], ...] = ()
    suffixed: tuple[tuple[str, Callable[[int], str]], ...] = ()
    guard: str = ""


@dataclass(frozen=True)
class Locale:
    """All the data of one language. Every field has a use in exactly one topic."""

    thousands: str  # characters that may part groups of digits
    decimal: str  # the decimal mark
    digits: tuple[str, ...]  # names of 0 to 9
    to: str  # between the ends of a range
    calendar: Calendar
    clock: Clock
    money: Money
    web: Web
    minus: str = ""  # '': the backend reads a leading minus itself
    one_by_one: bool = True  # telephone numbers digit by digit (else in groups, as written)
    pause: str = ", "  # between the groups of a telephone number
    space: str = " "  # between words
    units: Mapping[str, tuple[str, str]] = field(default_factory=dict)  # (one, many)
    fractions: Mapping[str, str] = field(default_factory=dict)  # "1/2"; ½ is looked up as 1/2
    mixed: str = ""  # 2½, with {whole} and {part}
    mixed_parts: Mapping[str, str] = field(default_factory=dict)  # fractions worded otherwise there
    figures: Mapping[str, str] = field(default_factory=dict)  # that the backend misreads
    numeral: Callable[[str], str] | None = None  # any number in words, if the backend misreads many
    letters: Mapping[str, str] = field(default_factory=dict)  # and numbers, by their names
    # digits, text before and behind them: words where what is counted changes the numeral
    counted: Callable[[str, str, str], str | None] | None = None
    symbols: Mapping[str, str] = field(default_factory=dict)  # said wherever they stand: "π", "∞"
    maths: Maths = field(default_factory=Maths)
    lengths: Lengths | None = None
    attributive: Attributive | None = None
    number_sign: str = ""  # "#5" and "№5"
    point: str = ""  # between the numbers of a version, 2.0.1
    titles: Mapping[str, str] = field(default_factory=dict)  # never end a sentence: "Dr."
    tails: Mapping[str, str] = field(default_factory=dict)  # may end one: "etc."
    words: Mapping[str, str] = field(default_factory=dict)  # whole words, case-sensitive
    contexts: tuple[tuple[str, Reading], ...] = ()  # pattern with a group `it`, and its reading
    figure_contexts: tuple[tuple[str, Reading], ...] = ()  # those that hold a figure
    ordinals: Callable[[int, str], str] | None = None  # number and written ending
    ordinal_endings: str = ""  # pattern of what is written after the digits
    roman: Roman = field(default_factory=Roman)

    @property
    def between_letters(self) -> str:
        return self.space if "A" in self.letters else " "  # capitals would be one word

    def spelled(self, written: str) -> str:
        """Letters and numbers one by one: H2O, pdf."""
        parts = re.findall("[A-Za-z]|[0-9]+", written.upper())
        return self.between_letters.join(self.letters.get(part, part) for part in parts)

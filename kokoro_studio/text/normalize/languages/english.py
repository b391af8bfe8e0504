"""American and British English. Misaki reads most figures and "$5" itself; these are the rest."""

from __future__ import annotations

from dataclasses import replace

from ..locale import Calendar, Clock, Currency, Lengths, Locale, Maths, Money, Roman, Web
from . import english_contexts, english_words
from .number_words import cardinal, ordinal

_RULERS = (
    "Louis|Henry|George|Charles|Edward|William|James|Richard|Elizabeth|Mary|Philip|Francis|Peter|"
    "Frederick|Napoleon|Nicholas|Alexander|Ivan|Catherine|Leopold|Ferdinand|Alfonso|Umberto|"
    "Edmund|Constantine|Ramesses|Ptolemy|Darius|Xerxes|Otto|Rudolf|Wilhelm|"
    "Joseph|Pius|Paul|John Paul|Benedict|Gregory|Leo|Clement|Innocent|Urban|Julius|Sixtus|Pope John"
)
_PARTS = (
    "(?i:chapters?|parts?|volumes?|vol\\.|books?|acts?|scenes?|sections?|articles?|appendix|phase|"
    "titles?|types?|class|stage|level|grade|world war|super bowl|apollo)"
)


_CLOCK = Clock(
    full="{hour} {minute}",
    sharp="{hour}",
    hours={0: "zero"},
    minutes={n: f"oh {n}" for n in range(1, 10)},
)


def _cardinal(number: int) -> str:
    return cardinal(number, "en")


_WEB = Web(
    signs={".": "dot", "@": "at", "/": "slash", "-": "dash", "_": "underscore",
           "?": "question mark",
           "=": "equals", "&": "and", "#": "hash", "+": "plus", "%": "percent", ":": "colon",
           "~": "tilde"},
    labels={"gmail": "G mail", "io": "I O", "ai": "A I", "tv": "T V"},
)  # fmt: skip

_UNITS = {
    "km/h": ("1 kilometer per hour", "kilometers per hour"),
    "kph": ("1 kilometer per hour", "kilometers per hour"),
    "mph": ("1 mile per hour", "miles per hour"),
    "m/s": ("1 meter per second", "meters per second"),
    "km²": ("1 square kilometer", "square kilometers"),
    "m²": ("1 square meter", "square meters"),
    "m³": ("1 cubic meter", "cubic meters"),
    "km": ("1 kilometer", "kilometers"),
    "m": ("1 meter", "meters"),
    "cm": ("1 centimeter", "centimeters"),
    "mm": ("1 millimeter", "millimeters"),
    "μm": ("1 micrometer", "micrometers"),
    "nm": ("1 nanometer", "nanometers"),
    "μg": ("1 microgram", "micrograms"),
    "μs": ("1 microsecond", "microseconds"),
    "kg": ("1 kilogram", "kilograms"),
    "g": ("1 gram", "grams"),
    "mg": ("1 milligram", "milligrams"),
    "lb": ("1 pound", "pounds"),
    "lbs": ("1 pound", "pounds"),
    "oz": ("1 ounce", "ounces"),
    "ft": ("1 foot", "feet"),
    "l": ("1 liter", "liters"),
    "L": ("1 liter", "liters"),
    "ml": ("1 milliliter", "milliliters"),
    "mL": ("1 milliliter", "milliliters"),
    "h": ("1 hour", "hours"),
    "hr": ("1 hour", "hours"),
    "hrs": ("1 hour", "hours"),
    "min": ("1 minute", "minutes"),
    "mins": ("1 minute", "minutes"),
    "sec": ("1 second", "seconds"),
    "ms": ("1 millisecond", "milliseconds"),
    "kW": ("1 kilowatt", "kilowatts"),
    "kWh": ("1 kilowatt hour", "kilowatt hours"),
    "MW": ("1 megawatt", "megawatts"),
    "Hz": ("1 hertz", "hertz"),
    "kHz": ("1 kilohertz", "kilohertz"),
    "MHz": ("1 megahertz", "megahertz"),
    "GHz": ("1 gigahertz", "gigahertz"),
    "kB": ("1 kilobyte", "kilobytes"),
    "KB": ("1 kilobyte", "kilobytes"),
    "MB": ("1 megabyte", "megabytes"),
    "GB": ("1 gigabyte", "gigabytes"),
    "TB": ("1 terabyte", "terabytes"),
    "Mbps": ("1 megabit per second", "megabits per second"),
    "ha": ("1 hectare", "hectares"),
}

# Misaki reads plain dollars, pounds and euros; it does not know scale words and other signs.
_MONEY = Money(
    currencies={
        "¥": Currency("1 yen", "yen"),
        "₹": Currency("1 rupee", "rupees", "paise"),
        "R$": Currency("1 real", "reais", "centavos"),
        "US$": Currency("1 U.S. dollar", "U.S. dollars", "cents"),
        "A$": Currency("1 Australian dollar", "Australian dollars", "cents"),
        "C$": Currency("1 Canadian dollar", "Canadian dollars", "cents"),
        "₩": Currency("1 won", "won"),
        "₽": Currency("1 ruble", "rubles", "kopecks"),
        "CHF": Currency("1 Swiss franc", "Swiss francs", "rappen"),
    },
    with_cents="{unit} and {cents} {cent_unit}",
    scales=("thousand", "million", "billion", "trillion", "hundred", "lakh", "crore"),
)


def _english(british: bool) -> Locale:
    """The data of both accents; `british` chooses the phonemes and the order of a date."""
    spell = english_words.speller(english_words.LETTERS["b" if british else "a"])
    spelled = {word: f"/{spell(word)}/" for word in english_words.SPELLED}
    return Locale(
        thousands=",",
        decimal=".",
        digits=english_words.DIGITS,
        to="to",
        calendar=Calendar(
            english_words.MONTHS,
            "the {day} of {month} {year}" if british else "{month} {day}, {year}",
            {day: ordinal(day, "en") for day in range(1, 32)},
            day_first=british,
        ),
        clock=_CLOCK,
        money=_MONEY,
        web=_WEB,
        minus="minus",
        units=_UNITS,
        fractions=english_words.FRACTIONS,
        mixed="{whole} and {part}",
        mixed_parts={"1/2": "a half"},
        symbols=english_words.SYMBOLS | english_words.GREEK,
        maths=Maths(
            before=english_words.BEFORE,
            between=english_words.BETWEEN,
            power="to the power of {}",
            squared="squared",
            cubed="cubed",
            ratio="to",
        ),
        lengths=Lengths(
            feet="{feet} feet",
            inches="{inches} inches",
            both="{feet} foot {inches}",
            one_foot="1 foot",
            one_inch="1 inch",
            angle=("degrees", "minutes", "seconds"),
        ),
        number_sign="number",
        point="point",
        titles=english_words.TITLES,
        tails=english_words.TAILS,
        words={**english_words.words(british), **spelled},
        contexts=english_contexts.contexts(british, spell),
        roman=Roman(
            after=(
                (_RULERS, lambda n: f"the {ordinal(n, 'en')}"),
                (_PARTS, _cardinal),
                (r"[A-Z][a-z]+(?= [IVX]{2,})", _cardinal),
            ),
            # "Louis I" may be a king and may be a clause's end.
            guard=r"(?:(?<! I)|(?=[.,;:!?)]| (?:of|was|and|had|is|ruled|died)\b|\s*\Z))",
        ),
    )


def american() -> Locale:
    """Language code a."""
    return _english(british=False)


def british() -> Locale:
    """Language code b."""
    locale = _english(british=True)
    units = {unit: (_respell(one), _respell(many)) for unit, (one, many) in locale.units.items()}
    return replace(locale, units=units)


def _respell(word: str) -> str:
    return word.replace("meter", "metre").replace("liter", "litre")

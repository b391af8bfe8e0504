"""Signs that every language reads by the same topics: each in a sentence, and what is left."""

from __future__ import annotations

import pytest

from kokoro_studio.text import LANGUAGES, phonemize
from kokoro_studio.text.normalize import normalize
from kokoro_studio.text.normalize.attributive import bare
from kokoro_studio.text.normalize.languages import locale_of
from kokoro_studio.text.normalize.money import worded

from .test_normalize_languages import spoken

MATHS = {
    "So 2+2=4, 7 - 2 = 5 and 5-3=2.": (
        "So 2 plus 2 equals 4, 7 minus 2 equals 5 and 5 minus 3 equals 2."
    ),
    "Rows 5-3 of A-B": "Rows 5 to 3 of A-B",
    "If x < 3, y >= 5 and a ≠ b": (
        "If x is less than 3, y is greater than or equal to 5 and a is not equal to b"
    ),
    "I <3 you, not <3 kg": "I love you, not <3 kilograms",
    "It is 5 != 7, 6/2=3": "It is 5 is not equal to 7, 6 divided by 2 equals 3",
    "Plan a - b and x - 1": "Plan a - b and x minus 1",
    "About ±5, ~10, ≈10, ≤ 3": (
        "About plus or minus 5, approximately 10, approximately 10, at most 3"
    ),
    "√2, √(x) and 2√3": (
        "the square root of 2, the square root of (x) and 2 times the square root of 3"
    ),
    "10^6, 10², x³, e^x, 10^-3": (
        "10 to the sixth, 10 squared, x cubed, e to the power of x, 10 to the power of minus 3"
    ),
    "2^(n+1) and a^b": "2 to the power of (n+1) and a to the power of b",
    "At 10:1 odds, at 7:30": "At 10 to 1 odds, at 7 30",
    "∞ is big, -∞ is not": "infinity is big, minus infinity is not",
    "α-rays, the Δ of λ, Ωmega": "alpha-rays, the delta of lambda, omega mega",
    "λόγος is Greek": "λόγος is Greek",
    "H₂O, CO2 and B2": "H 2 O, C O 2 and B2",
    "A footnote¹ and 10²": "A footnote and 10 squared",
    "So it is.[4] See [4].": "So it is. See.",
}
FIGURES = {
    "2½ miles, ⅓ cup, 1 1/2 cups, 24/7": (
        "2 and a half miles, one third cup, 1 and a half cups, 24/7"
    ),
    "½ tsp, 1½ oz, 3/4 mi": "one half teaspoon, 1 and a half ounces, three quarters mile",
    '⅞" and 2½" wide': "seven eighths inch and 2 and a half inches wide",
    '5\'10" by 6\' 2", 4" x 6"': "5 foot 10 by 6 foot 2, 4 by 6 inches",
    "It was -5, 5%-10%, 3–5": "It was minus 5, 5 to 10%, 3 to 5",
    "№5, #12345, #1 and #MeToo": "number 5, number one two three four five, number 1 and #MeToo",
    "See 2.0.1 and 0042": "See 2 point 0 point 1 and zero zero four two",
    "Read report.pdf at a.gov now": "Read report dot P D F at a dot gov now",
}


@pytest.mark.parametrize(("written", "expected"), (MATHS | FIGURES).items())
def test_what_is_said(written, expected):
    assert spoken(written, "a") == expected


SIGNS = (
    "-5", "2 + 2 = 4", "x < 3", "10^6", "10²", "√2", "±5", "½", "2½", "5'10\"", "55\"", "H₂O", "π",
    "10:1", "№5", "2.0.1", "report.pdf", "[13]", "∞", "5 μm", "20ºC", "-$5", "€5–€10", "①", "Ⅻ",
)  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("sign", SIGNS)
def test_no_text_is_lost_around_signs(language, sign, keeps_its_promises):
    keeps_its_promises(phonemize(f"a {sign} b", language))
    keeps_its_promises(phonemize(f"({sign}, {sign}).", language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_figures_needs_no_rule_for_them(language):
    assert not [piece for piece in normalize("a - b / c", language) if piece.spoken.isdigit()]


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code not in "ab"])
def test_only_english_has_measures_as_adjectives(language):
    assert locale_of(language).attributive is None


def test_amounts_in_words():
    locale = locale_of("a")
    assert worded("1", "$", "", locale) == "1 dollar"
    assert worded("0.01", "£", "", locale) == "1 penny"
    assert worded("2.5", "€", "bn", locale) == "2.5 billion euros"
    assert worded("5", "$", "", locale, attributive=True) == "5 dollar"
    assert bare("1 inch") == "inch"

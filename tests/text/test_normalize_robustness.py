"""Any text at all: pieces stay in order and in range, nothing raises, nothing takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kokoro_studio.text.normalize import normalize
from kokoro_studio.text.normalize.languages import locale_of
from kokoro_studio.text.symbols import SYMBOLS

LANGUAGES = "abefhijpz"
# Bits that rules are made of, so that random texts come near them.
BITS = (
    "1", "0", "15", "1947", "2024", ":", "/", "-", "–", ".", ",", " ", "%", "€", "$", "R$", "₹",
    "¥", "km", "h", "a.m.", "Dr.", "St.", "etc.", "XIV", "Louis", "I", "@", "www.", "https://",
    "e", "ª", "º", "½", "👍", "\u200d", "妈妈", "种", "辛い", "人気の", "年", "गाँव", "बजे", "\n",
    "\ud800", "(", ")", "+", "’", "“", "million", "plus", "et", "Reading", "lead pipe",
    "-$", "¢", "USD", "√", "±", "≠", "<", "=", "^", "²", "⁻³", "₂", "H", "CO2", "π", "Δ", "№", "#",
    "′", "″", "'", '"', "°", "x", "×", "ft", "in", "V", "[1]", "¹", "2.0.1", ".pdf",
    "mail.nasa.gov", "v", "C#", "U.S.", "Ph.D.", "Main", "Mon", "w/o", "No.", "p.", "(ii)",
    "xiv", "am", "PM",
    "'tis", "livin'", "'60s", "TH", "Room", "PIN", "It", "a", "bill", "∞",
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(BITS), max_size=25).map("".join))


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=120, deadline=None)
@given(text=TEXTS)
def test_pieces_are_ordered_apart_and_within_the_text(language, text):
    end = 0
    for piece in normalize(text, language):
        assert end <= piece.start < piece.end <= len(text)
        assert piece.phonemes is None or set(piece.phonemes) <= SYMBOLS
        end = piece.end


HOSTILE = (
    "9" * 3000, "$" + "9" * 5000 + ",5", "₹" + "9" * 5000 + ".5",
    "9:" * 1500, "，" * 3000, "1," * 1500, "1 " * 1500, "12 " * 1000, "-1" * 1500,
    "(1) " * 750, "a@" * 1500, "www.a" * 600, "👍" * 3000, "$1" * 1500, "Dr. " * 750, "I " * 1500,
    "Louis I " * 375, "Paris et " * 333, "12 Aa Aa Aa " * 250, "s' “" * 750, "\ud800" * 3000,
    "妈妈" * 1500, "カレーは" * 750, "1/2 " * 750, " " * 3000, "XIV" * 1000, "1.000" * 600,
    "5'" * 1500, "5'10\" " * 500, "x^2" * 1000, "√" * 3000, "2+" * 1500, "H₂" * 1500, "½" * 3000,
    "1½ " * 900, "a.b" * 1000, "[1]" * 1000, "#1" * 1500, "0.1." * 800, "IV. " * 800, "Mon. " * 700,
    "U.S. " * 700, "'n' " * 800, "in' " * 800, "A" * 3000, "5 V" * 1000, "$1-" * 1000, "9am-" * 700,
    "St. " * 800, "1/2 km " * 400, "5x" * 1500, "(i)" * 1000, "w/" * 1500, "5' x " * 600,
    "-" * 3000, "-$" * 1500, "1e5" * 1000, "A&B" * 1000, "10^" * 1000, "α" * 3000, "№" * 3000,
    "1h" * 1500,
    "1 Main Main Main " * 170, '"5' * 1500, "5%-" * 1000, "x=" * 1500, "5° " * 1000, "' " * 1500,
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_texts_take_no_time(language):
    normalize("warm 1 妈妈", language)
    for text in HOSTILE:
        started = time.process_time()
        normalize(text, language)
        assert time.process_time() - started < 0.5, text[:12]


@pytest.mark.parametrize("language", LANGUAGES)
def test_readings_in_phonemes_use_known_symbols(language):
    locale = locale_of(language)
    contexts = (*locale.contexts, *locale.figure_contexts)
    readings = [*locale.words.values(), *(r for _, r in contexts if isinstance(r, str))]
    for reading in readings:
        if reading.startswith("/"):
            assert set(reading[1:-1]) <= SYMBOLS, reading

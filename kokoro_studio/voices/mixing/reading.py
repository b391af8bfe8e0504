"""Formulas read with the voices of this studio: the released ones and the person's own."""

from __future__ import annotations

from ..library.finding import find_voice
from .blend import Blend
from .formula import FormulaError, parse
from .resolving import find_named, resolve


def parse_formula(formula: str) -> Blend:
    """Read a formula in any of the syntaxes; `VoiceError` says what is wrong and where."""
    try:
        mix = parse(formula)
    except FormulaError as error:
        # Mistakes are reported in reading order: first an unknown voice that stands before.
        for name in error.names:
            find_named(name, find_voice)
        raise
    return resolve(mix, find_voice)

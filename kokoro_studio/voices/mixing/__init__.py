"""Formulas of voices, and the styles that come of them."""

"""Measured traits of the mix beside those of its parents."""

from __future__ import annotations

from dataclasses import asdict
from functools import lru_cache
from typing import Any

import gradio as gr

from ...engine import Engine
from ...errors import VoiceError
from ...measures.traits import TRAITS, Traits, measure_traits, released_traits
from ...voices import Blend, find_voice, parse_formula
from ..shell.assets import component
from ..shell.failures import speaks_plainly

_MOST_PARENTS = 5
_MISSING = "not measured here: needs the package speechmos"
_TEMPLATE = """
<section class="ks-traits" aria-label="Measured traits">
  <div class="ks-traits-head">
    <h3>What it measures</h3>
    <button type="button" class="ks-quiet ks-measure">Measure this mix</button>
  </div>
  <div class="ks-traits-body"></div>
</section>
"""


def build_traits(formula: str) -> gr.HTML:
    """The chart; it sends 'measure'."""
    return component(
        "ks-traits", _TEMPLATE, "mix/traits.js", sends=["measure"], value=traits_value(formula)
    )


def traits_value(formula: str, measured: Traits | None = None) -> dict[str, Any]:
    """Rows of a trait, each with the parents' values and, once measured, the mix's."""
    if not formula.strip():
        return {"rows": [], "measured": False}
    try:
        blend = parse_formula(formula)
    except VoiceError:
        return {}
    known = released_traits()
    measured = measured or (known.get(formula) if formula in known else None)
    parents = [voice for voice in blend.voices if voice in known][:_MOST_PARENTS]
    rows = []
    for name, info in TRAITS.items():
        values = [getattr(traits, name) for traits in known.values()]
        values = [value for value in values if value is not None]
        mine = getattr(measured, name) if measured else None
        if not values:
            continue
        low, high = min(values), max(values)
        rows.append(
            {
                "label": info.label, "unit": info.unit, "digits": info.digits,
                "low": min(low, mine or low), "high": max(high, mine or high),
                "lowWord": info.low, "highWord": info.high, "mix": mine,
                "missing": _MISSING if measured and mine is None else "",
                "parents": [
                    {"voice": voice, "name": find_voice(voice).name,
                     "language": voice[0], "value": getattr(known[voice], name)}
                    for voice in parents
                ],
            }
        )  # fmt: skip
    return {"rows": rows, "measured": measured is not None}


@speaks_plainly
def measure(engine: Engine, formula: str) -> dict[str, Any]:
    """Measure the mix on a rendered sentence. Takes some seconds; results are cached."""
    blend = parse_formula(formula)
    hashes = tuple(find_voice(voice).sha256 for voice in blend.voices)
    return traits_value(str(blend), Traits(**_measured(engine, blend, hashes)))


@lru_cache(maxsize=256)
def _measured(engine: Engine, blend: Blend, _hashes: tuple[str, ...]) -> dict[str, Any]:
    return asdict(measure_traits(engine, blend))

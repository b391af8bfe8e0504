"""The options of a take: equal loudness, pauses, and the sample rate of downloads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import gradio as gr

from ...audio import AS_MADE, SAMPLE_RATE, SAMPLE_RATES, Output
from ...engine import Pauses
from ...engine.joins import AS_USUAL, PAUSE_NAMES
from ...errors import StudioError
from ...text import LONGEST_PAUSE_SECONDS
from ..shell.assets import component

SLOWEST, FASTEST = 0.5, 2.0  # times the usual speed, of the page's slider

Value = dict[str, Any]  # of the component

_LABELS = {
    "before": "Before",
    "after": "After",
    "between_sentences": "Between sentences",
    "between_paragraphs": "Between paragraphs",
    "at_line_ends": "At line ends",
}
_PAUSES = "".join(
    f"""<label><span>{_LABELS[name]}</span><input type="number" data-name="{name}" min="0"
      max="{LONGEST_PAUSE_SECONDS:g}" step="0.1" placeholder="as usual"></label>"""
    for name in PAUSE_NAMES
)
_RATES = "".join(f'<option value="{rate}">{rate / 1000:g} kHz</option>' for rate in SAMPLE_RATES)
_TEMPLATE = f"""
<section class="ks-more" aria-label="More settings">
  <label class="ks-equal"><input type="checkbox"> Equal loudness of voices</label>
  <details>
    <summary>Pauses and sample rate <span class="ks-more-set"></span></summary>
    <fieldset><legend>Pauses, in seconds</legend>{_PAUSES}</fieldset>
    <label class="ks-rate"><span>Sample rate of downloads</span><select>{_RATES}</select></label>
  </details>
  <div class="ks-restore">
    <button type="button" class="ks-quiet">Restore a take from its recipe</button>
    <input type="file" accept=".json,application/json" hidden>
    <p role="status" hidden></p>
  </div>
</section>
"""


@dataclass(frozen=True)
class Options:
    pauses: Pauses = AS_USUAL
    equal_loudness: bool = False
    output: Output = AS_MADE


AS_FIRST = Options()


def build_options() -> gr.HTML:
    """It sends 'restore', a `RecipeChosen`."""
    return component(
        "ks-options",
        _TEMPLATE,
        "speak/options.js",
        sends=["change", "restore"],
        value=options_value(),
        usual_rate=SAMPLE_RATE,
    )


def options_value(options: Options = AS_FIRST, note: str = "") -> Value:
    return {
        "equal_loudness": options.equal_loudness,
        "pauses": asdict(options.pauses),
        "sample_rate": options.output.sample_rate,
        "note": note,
    }


def options_from(value: Any) -> Options:
    """The options in the component's value; `RequestError` for a value out of its range."""
    given = value if isinstance(value, Mapping) else {}
    pauses = given.get("pauses")
    pauses = pauses if isinstance(pauses, Mapping) else {}
    return Options(
        Pauses(**{name: pauses.get(name) for name in PAUSE_NAMES}),
        given.get("equal_loudness") is True,
        Output(given.get("sample_rate", SAMPLE_RATE)),
    )


def loudness_alone(value: Any) -> Value:
    """The value with equal loudness only: for short sounds, which pauses would only delay."""
    return {"equal_loudness": options_from(value).equal_loudness}


def remembered_options(kept: Any) -> Value:
    """The value that a browser has kept; the usual one if it is malformed."""
    try:
        return options_value(options_from(kept))
    except StudioError:
        return options_value()

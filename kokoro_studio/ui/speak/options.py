"""What most takes leave as it is: equal loudness, pauses, the sample rate of downloads. And a take
that is brought back from its recipe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

import gradio as gr

from ...audio import AS_MADE, SAMPLE_RATE, SAMPLE_RATES, Output
from ...engine import Engine, Pauses, Recalled, Take, recall
from ...engine.joins import AS_USUAL, PAUSE_NAMES
from ...errors import StudioError
from ...text import LONGEST_PAUSE_SECONDS, read_markup
from ..shell.assets import component
from ..shell.failures import speaks_plainly

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
    """It sends 'restore' with `recipe`, the JSON of a manifest, or null for another file."""
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
    """What the component says; `RequestError` for a value out of its range."""
    given = value if isinstance(value, Mapping) else {}
    pauses = given.get("pauses")
    pauses = pauses if isinstance(pauses, Mapping) else {}
    return Options(
        Pauses(**{name: pauses.get(name) for name in PAUSE_NAMES}),
        given.get("equal_loudness") is True,
        Output(given.get("sample_rate", SAMPLE_RATE)),
    )


def loudness_alone(value: Any) -> Value:
    """For a word or a mix that is tried out: pauses would only delay it."""
    return {"equal_loudness": options_from(value).equal_loudness}


def remembered_options(kept: Any) -> Value:
    """What a browser kept of them; what does not fit is forgotten."""
    try:
        return options_value(options_from(kept))
    except StudioError:
        return options_value()


@speaks_plainly
def restore(engine: Engine, event: gr.EventData) -> tuple[Any, ...]:
    """Text, formula, language, speed, seed, phonemes, the phoneme switch and these options."""
    recalled = recall(event.recipe, engine)
    take = recalled.take
    differences = [*_beyond_the_page(recalled), *recalled.notes]
    note = "Restored: Speak makes the same sound, to the last bit."
    if differences:
        note = " ".join(["Restored, but not all of it is the same.", *differences])
    output = Output(recalled.output.sample_rate)
    return (
        take.text,
        take.voice,
        take.language or "",
        min(max(take.speed, SLOWEST), FASTEST),
        take.seed,
        take.phonemes or "",
        take.phonemes is not None,
        options_value(Options(take.pauses, take.equal_loudness, output), note),
    )


def _beyond_the_page(recalled: Recalled) -> Iterator[str]:
    """What a manifest can say and the page cannot."""
    take, beyond = recalled.take, []
    if not SLOWEST <= take.speed <= FASTEST:
        beyond.append(f"a speed of {take.speed:g}")
    if take.edits:
        beyond.append("edits of its prosody")
    if not _reads_alike(take):
        beyond.append("markup that a program has read")
    if recalled.output.volume != 1:
        beyond.append(f"a volume of {recalled.output.volume:g}")
    if beyond:
        yield f"It has {' and '.join(beyond)}: the command `say --manifest` makes it with that."


def _reads_alike(take: Take) -> bool:
    """Whether the page reads the text's markup as it was read."""
    return take.marked is None or take.marked == read_markup(take.text)

"""A take brought back from its recipe, which is the manifest that the page downloads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...audio import Output
from ...engine import Engine, Recalled, Take, recall
from ...text import read_markup
from ..shell.failures import speaks_plainly
from .messages import RecipeChosen
from .options import FASTEST, SLOWEST, Options, options_value


@speaks_plainly
def restore(engine: Engine, chosen: RecipeChosen) -> tuple[Any, ...]:
    """The values of `SpeakTab.request` for the take of a recipe."""
    recalled = recall(chosen.recipe, engine)
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
    """Sentences for what the manifest has and the page has no control for."""
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

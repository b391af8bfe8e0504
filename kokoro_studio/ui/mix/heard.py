"""Events that play a mix while it is being made."""

from __future__ import annotations

from functools import partial
from typing import Any

import gradio as gr

from ...engine import Engine
from ...errors import StudioError
from ..shell.answers import answer_formula
from ..shell.events import BEGIN_JS, EACH, MODEL
from ..shell.messages import FormulaChosen, fields_of, on_message
from ..shell.player import Player
from ..shell.takes import Takes
from ..speak.handlers import nothing_said
from .auditions import audition
from .desk import desk_formula, start_formula
from .layout import MixTab
from .messages import DeskMix

# As `BEGIN_JS`, but without a request where "Play at each change" is off.
_BEGIN_IF_JS = (
    "(wanted, ...values) => "
    "[wanted, ...values.slice(0, -1), wanted ? window.kokoroStudio.begin() : 0]"
)


def wire_auditions(
    engine: Engine, takes: Takes, options: gr.HTML, mixing: MixTab, player: Player
) -> list[Any]:
    """Play a mix: by the button, at each change if wanted, and from the list of own voices."""
    hear = partial(audition, engine, takes)
    always, own = gr.State(True), gr.State("")
    by_button = mixing.play.click(
        hear,
        [always, mixing.line, mixing.formula, options, *player.asked],
        player.told,
        js=BEGIN_JS,
        **MODEL,
    )

    # An event beside that of the formula, not after it, so that a fader is heard at once.
    def hear_desk(
        event: gr.EventData,
        wanted: bool,
        line: str,
        options: Any,
        previous: str | None,
        request_id: int,
    ) -> Any:
        try:
            formula = desk_formula(DeskMix.read(fields_of(event)))
        except (gr.Error, StudioError):  # the answer with the formula tells of it
            yield nothing_said(request_id), previous
        else:
            yield from hear(wanted, line, formula, options, previous, request_id)

    answer_formula(mixing.desk.mix, DeskMix.read, desk_formula, None, mixing.formula, "mix")
    by_change = mixing.desk.mix(
        hear_desk,
        [mixing.auto, mixing.line, options, *player.asked],
        player.told,
        js=_BEGIN_IF_JS,
        **MODEL,
    )
    from_own = mixing.library.hear(
        on_message(FormulaChosen.read, start_formula), None, own, **EACH
    ).success(
        hear, [always, mixing.line, own, options, *player.asked], player.told, js=BEGIN_JS, **MODEL
    )
    return [by_button, by_change, from_own]

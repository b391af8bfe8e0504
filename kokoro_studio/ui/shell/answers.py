"""Answers of the server to a person's changes, dropped if a later change was made meanwhile.

`edits.js` numbers the changes and drops the answers that come too late, so nothing a person
did is overwritten. An answer travels through a hidden component to the box that shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

from ...errors import StudioError
from .events import EACH, INSTANT, QUIET
from .failures import speaks_plainly
from .messages import Fields, fields_of


def numbered(
    read: Callable[[Fields], Any], handler: Callable[..., str]
) -> Callable[..., dict[str, Any]]:
    """The formula that `handler(*values, message)` returns, with the number of the change.

    A mistake of the person is told in the answer: Gradio shows no message of an event outside its
    queue.
    """

    def answer(event: gr.EventData, *values: Any) -> dict[str, Any]:
        fields = fields_of(event)
        edit = fields.get("edit")
        try:
            return {"edit": edit, "formula": handler(*values, read(fields))}
        except gr.Error as error:
            return {"edit": edit, "error": error.message}
        except StudioError as error:
            return {"edit": edit, "error": str(error)}

    return answer


def answer_formula(
    listener: Any,
    read: Callable[[Fields], Any],
    handler: Callable[..., str],
    inputs: Any,
    formula: gr.Textbox,
    panel: str,
) -> None:
    """On an event of a component of our own, write the handler's formula into a panel's box."""
    answer = gr.JSON(visible=False)
    listener(numbered(read, handler), inputs, answer, **EACH).then(
        None, [answer, formula], formula, js=_FORMULA_JS.format(panel=panel), **INSTANT
    )


def answer_text(
    listener: Any,
    handler: Callable[..., str],
    box: gr.Textbox,
    read: Callable[[Fields], Any] | None = None,
) -> None:
    """On an event, write what the handler makes of a box's text into it.

    The handler is given the text, and the message if there is a `read`. If the text has changed
    meanwhile, the answer is dropped.
    """
    answer = gr.JSON(visible=False)

    @speaks_plainly
    def answered(text: str, event: gr.EventData) -> dict[str, str]:
        message = [read(fields_of(event))] if read else []
        return {"asked": text, "next": handler(text, *message)}

    listener(answered, box, answer, trigger_mode="multiple", **QUIET).then(
        None, answer, None, js=_TEXT_JS.format(selector=f"#{box.elem_id} textarea"), **INSTANT
    )


_FORMULA_JS = "(answer, given) => window.kokoroEdits.answered('{panel}', answer, given)"
_TEXT_JS = "answer => window.kokoroEdits.write('{selector}', answer)"

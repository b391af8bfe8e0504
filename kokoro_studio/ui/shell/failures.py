"""Show a `StudioError` as one sentence on the page. Any other exception is a bug and stays one.

Gradio shows the message of an event in its queue. For the events outside it `refusals.js`
reads the sentence from the answer.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import gradio as gr

from ...errors import StudioError

Handler = TypeVar("Handler", bound=Callable[..., Any])


def speaks_plainly(handler: Handler) -> Handler:
    """Raise the sentence of a `StudioError` as the `gr.Error` that the page shows."""

    @functools.wraps(handler)
    def call(*values: Any, **named: Any) -> Any:
        try:
            return handler(*values, **named)
        except StudioError as error:
            raise _shown(error) from error

    @functools.wraps(handler)
    def iterate(*values: Any, **named: Any) -> Iterator[Any]:
        try:
            yield from handler(*values, **named)
        except StudioError as error:
            raise _shown(error) from error

    return iterate if inspect.isgeneratorfunction(handler) else call  # type: ignore[return-value]


def tell_mistakes(demo: gr.Blocks) -> None:
    """Let every handler of the page tell a `StudioError` by its sentence."""
    for event in demo.fns.values():
        if event.fn is not None:
            event.fn = speaks_plainly(event.fn)


def _shown(error: StudioError) -> gr.Error:
    return gr.Error(str(error), title="That does not work", print_exception=False)

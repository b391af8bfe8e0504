"""The page's own styles, and the components made of a template and a module."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gradio as gr

_UI = Path(__file__).parents[1]


def styles(*names: str) -> str:
    """The named files, such as `mix/mix.css`, joined in that order."""
    return "\n".join((_UI / name).read_text(encoding="utf-8") for name in names)


def component(
    elem_id: str,
    template: str,
    module: str = "",
    *,
    sends: Sequence[str] = (),
    value: Any = None,
    **facts: Any,
) -> gr.HTML:
    """A component of our own: fixed markup, data in `value`, and a module that brings it to life.

    `module`: its path, such as `speak/cards.js`; its `mount` is called with `element`, `props`,
    `trigger`, `watch` and `facts`. `sends`: the events that it triggers. Gradio lets Python listen
    to those alone that stand in quotes in `js_on_load`.

    `facts` stay as they are: Gradio copies whatever else a component holds at every event. What
    people typed may stand in `value` only: template and `js_on_load` are evaluated in the browser.
    """
    given = f"element, props, trigger, watch, facts: {json.dumps(facts)}"
    mount = f"kokoroMount('{module}', {{ sends: {json.dumps(list(sends))}, {given} }});"
    return gr.HTML(
        value,
        html_template=template,
        js_on_load=mount if module else None,
        apply_default_css=False,
        elem_id=elem_id,
    )

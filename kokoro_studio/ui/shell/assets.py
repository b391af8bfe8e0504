"""The page's own scripts and styles, and the components made of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import gradio as gr

_UI = Path(__file__).parents[1]


def static(*names: str) -> str:
    """The named files, such as `speak/cards.js`, joined in that order."""
    return "\n".join((_UI / name).read_text(encoding="utf-8") for name in names)


def component(
    elem_id: str, template: str, *scripts: str, value: Any = None, **facts: Any
) -> gr.HTML:
    """A component of our own: fixed markup, scripts by their names, data in `value`.

    `facts` stay as they are and reach the scripts under that name: Gradio copies whatever else a
    component holds at every event. What people typed may stand in `value` only: template and
    scripts are evaluated in the browser.
    """
    known = f"const facts = {json.dumps(facts)};\n" if facts else ""
    return gr.HTML(
        value,
        html_template=template,
        js_on_load=known + static(*scripts) or None,
        apply_default_css=False,
        elem_id=elem_id,
    )

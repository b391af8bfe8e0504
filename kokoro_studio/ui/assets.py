"""The page's own scripts and styles, and the components made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

_STATIC = Path(__file__).parent / "static"


def static(*names: str) -> str:
    """The named files of `static/`, joined in that order."""
    return "\n".join((_STATIC / name).read_text(encoding="utf-8") for name in names)


def component(
    elem_id: str, template: str, *scripts: str, value: Any = None, **props: Any
) -> gr.HTML:
    """A component of our own: fixed markup, scripts from `static/`, data in `value` and `props`.

    What people typed may stand in `value` and `props` only: the template is evaluated in the
    browser, so it must hold nothing but markup written here.
    """
    return gr.HTML(
        value,
        html_template=template,
        js_on_load=static(*scripts) or None,
        apply_default_css=False,
        elem_id=elem_id,
        **props,
    )

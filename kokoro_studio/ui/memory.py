"""What a visitor finds again after a reload; it stays in the browser."""

from __future__ import annotations

from typing import Any

import gradio as gr

from ..audio import FORMATS
from ..text import LANGUAGES, MAX_CHARACTERS
from ..voices import parse_formula
from .examples import EXAMPLES
from .voices import reads

FIELDS = ("text", "voice", "language", "speed", "seed", "format")
SLOWEST, FASTEST = 0.5, 2.0
FIRST = EXAMPLES["a"]

# Runs in the browser: keystrokes need no trip to the server to be remembered.
SAVE_JS = f"(...values) => Object.fromEntries({list(FIELDS)}.map((name, i) => [name, values[i]]))"


def build_memory() -> gr.BrowserState:
    # The secret only keeps Gradio from making a new one at each start, which would forget all.
    return gr.BrowserState(None, storage_key="kokoro-studio", secret="kokoro-studio")


def recall(memory: Any) -> tuple[str, str, str, float, int, str, dict[str, bool]]:
    """The controls as they were left, and whether the cards may be small.

    What the browser hands back is checked like any other input; what does not fit is forgotten.
    """
    kept = memory if isinstance(memory, dict) else {}
    text = kept.get("text")
    return (
        text if isinstance(text, str) and len(text) <= MAX_CHARACTERS else FIRST.text,
        _formula(kept.get("voice")),
        kept["language"] if kept.get("language") in LANGUAGES else "",
        float(_number(kept.get("speed"), SLOWEST, FASTEST, 1.0)),
        int(_number(kept.get("seed"), 0, 2**32 - 1, 0)),
        kept["format"] if kept.get("format") in FORMATS else "wav",
        {"small": bool(kept)},
    )


def _formula(kept: Any) -> str:
    return str(parse_formula(kept)) if reads(kept) else FIRST.voice


def _number(kept: Any, low: float, high: float, default: float) -> float:
    fits = isinstance(kept, (int, float)) and not isinstance(kept, bool) and low <= kept <= high
    return kept if fits else default

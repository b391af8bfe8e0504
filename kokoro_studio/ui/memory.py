"""What a visitor finds again after a reload; it stays in the browser."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import gradio as gr

from ..audio import FORMATS
from ..errors import VoiceError
from ..text import LANGUAGES, MAX_CHARACTERS
from ..voices import parse_formula
from .examples import EXAMPLES
from .options import FASTEST, SLOWEST, remembered_options
from .voices import reads

FIELDS = ("text", "voice", "language", "speed", "seed", "format", "mix", "line", "options")
MOST_SHARED = 500  # characters of a line that a link may bring
FIRST = EXAMPLES["a"]

# Runs in the browser: keystrokes need no trip to the server to be remembered.
SAVE_JS = f"(...values) => Object.fromEntries({list(FIELDS)}.map((name, i) => [name, values[i]]))"


def build_memory() -> gr.BrowserState:
    # The secret only keeps Gradio from making a new one at each start, which would forget all.
    return gr.BrowserState(None, storage_key="kokoro-studio", secret="kokoro-studio")


def recall(memory: Any, query: str = "") -> tuple[Any, ...]:
    """The controls as they were left, and whether the cards may be small.

    What the browser hands back is checked like any other input; what does not fit is forgotten. A
    link, whose `query` has `mix=` and perhaps `say=`, brings its mix to the desk.
    """
    kept = memory if isinstance(memory, dict) else {}
    text = kept.get("text")
    mix, line = _shared(query, kept)
    return (
        text if isinstance(text, str) and len(text) <= MAX_CHARACTERS else FIRST.text,
        _formula(kept.get("voice")),
        kept["language"] if kept.get("language") in LANGUAGES else "",
        float(_number(kept.get("speed"), SLOWEST, FASTEST, 1.0)),
        int(_number(kept.get("seed"), 0, 2**32 - 1, 0)),
        kept["format"] if kept.get("format") in FORMATS else "wav",
        mix,
        line,
        remembered_options(kept.get("options")),
        {"small": bool(kept)},
    )


def _shared(query: str, kept: dict[str, Any]) -> tuple[str, str]:
    """The mix and the line to hear it with: from the link, else from the memory."""
    line = kept.get("line")
    mine = line if isinstance(line, str) and len(line) <= MAX_CHARACTERS else ""
    link = dict(parse_qsl(str(query or "").lstrip("?"), max_num_fields=20))
    given = link.get("mix")
    if given is None:
        return _formula(kept.get("mix")), mine
    try:
        mix = str(parse_formula(given))
    except VoiceError as error:
        gr.Warning(f"The link's mix cannot be read. {error}", title="Your own mix was kept")
        return _formula(kept.get("mix")), mine
    return mix, link.get("say", mine)[:MOST_SHARED]


def _formula(kept: Any) -> str:
    return str(parse_formula(kept)) if reads(kept) else FIRST.voice


def _number(kept: Any, low: float, high: float, default: float) -> float:
    fits = isinstance(kept, (int, float)) and not isinstance(kept, bool) and low <= kept <= high
    return kept if fits else default

"""The controls' values after a reload: the browser keeps them."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import gradio as gr

from ...audio import FORMATS
from ...errors import VoiceError
from ...text import LANGUAGES, MAX_CHARACTERS
from ...voices import parse_formula
from ...voices.mixing.formula import MAX_FORMULA
from ..speak.examples import EXAMPLES
from ..speak.options import FASTEST, SLOWEST, remembered_options
from ..speak.picker import reads

FIELDS = ("text", "voice", "language", "speed", "seed", "format", "mix", "line", "options")
MOST_KEPT = 200_000  # characters of a text: a browser keeps 5 MB for a site
MOST_SHARED = 500  # characters of a line that a link may bring
FIRST = EXAMPLES["a"]

# Runs in the browser, so that remembering a keystroke needs no call of the server.
SAVE_JS = f"""(text, ...others) => Object.fromEntries({list(FIELDS)}.map(
  (name, i) => [name, [(text ?? '').length > {MOST_KEPT} ? null : text, ...others][i]]))"""


def build_memory() -> gr.BrowserState:
    # A fixed secret: Gradio would make a new one at each start and forget all values.
    return gr.BrowserState(None, storage_key="kokoro-studio", secret="kokoro-studio")


def recall(memory: Any, query: str = "") -> tuple[Any, ...]:
    """The controls as they were left, and a mix to go back to.

    Values from the browser are checked like any other input; wrong ones are replaced. A
    link, whose `query` has `mix=` and perhaps `say=`, brings its mix to the desk; the mix that was
    there is the last value, '' if there was none or if it is the same.
    """
    kept = memory if isinstance(memory, dict) else {}
    text = kept.get("text")
    mine = _mix(kept.get("mix"))
    mix, line = _shared(query, kept, mine)
    return (
        text if isinstance(text, str) and len(text) <= MOST_KEPT else FIRST.text,
        _typed(kept.get("voice")),
        kept["language"] if kept.get("language") in LANGUAGES else "",
        float(_number(kept.get("speed"), SLOWEST, FASTEST, 1.0)),
        int(_number(kept.get("seed"), 0, 2**32 - 1, 0)),
        kept["format"] if kept.get("format") in FORMATS else "wav",
        mix,
        line,
        remembered_options(kept.get("options")),
        mine if "mix" in kept and mix != mine else "",
    )


def _shared(query: str, kept: dict[str, Any], mine: str) -> tuple[str, str]:
    """The mix and the line to hear it with: from the link, else from the memory."""
    line = kept.get("line")
    line = line if isinstance(line, str) and len(line) <= MAX_CHARACTERS else ""
    link = dict(parse_qsl(str(query or "").lstrip("?"), max_num_fields=20))
    given = link.get("mix")
    if given is None:
        return mine, line
    try:
        mix = str(parse_formula(given))
    except VoiceError as error:
        gr.Warning(f"The link's mix cannot be read. {error}", title="Your own mix was kept")
        return mine, line
    return mix, link.get("say", line)[:MOST_SHARED]


def _mix(kept: Any) -> str:
    """The desk's formula as it was left: '' where nothing is heard, and mistakes as they stand."""
    left = isinstance(kept, str) and len(kept) <= MAX_FORMULA and not reads(kept)
    return kept if left else _formula(kept)


def _typed(kept: Any) -> str:
    """A formula as it was left, also one with a mistake: the page says what is wrong with it."""
    left = isinstance(kept, str) and kept.strip() and len(kept) <= MAX_FORMULA
    return kept if left and not reads(kept) else _formula(kept)


def _formula(kept: Any) -> str:
    return str(parse_formula(kept)) if reads(kept) else FIRST.voice


def _number(kept: Any, low: float, high: float, default: float) -> float:
    fits = isinstance(kept, (int, float)) and not isinstance(kept, bool) and low <= kept <= high
    return kept if fits else default

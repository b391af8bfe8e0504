"""Settings of Gradio events: the queue they wait in, and whether they are queued at all."""

from __future__ import annotations

from typing import Any

MODEL_SLOTS = 2  # takes rendered at the same time; they alternate by utterance
QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
INSTANT: dict[str, Any] = {**QUIET, "queue": False}
# Every press counts: Gradio's "once" drops presses made before the last one is answered.
EACH: dict[str, Any] = {**INSTANT, "trigger_mode": "multiple"}
MODEL: dict[str, Any] = {
    **QUIET,
    "concurrency_id": "model",
    "concurrency_limit": MODEL_SLOTS,
    # Gradio's "once" takes a cancelled event for unfinished and drops every later click.
    "trigger_mode": "multiple",
}
# Beginnings of listening tests. They render, and take turns with others in the engine.
LISTENING: dict[str, Any] = {
    **QUIET,
    "concurrency_id": "listening",
    "concurrency_limit": 8,
    "trigger_mode": "multiple",
}
# Votes and the trials after them do not wait for the beginnings of other tests.
VOTING: dict[str, Any] = {**LISTENING, "concurrency_id": "voting", "concurrency_limit": 16}

# The page reacts to a click before the server does, and gives the request its number.
BEGIN_JS = "(...values) => [...values.slice(0, -1), window.kokoroStudio.begin()]"

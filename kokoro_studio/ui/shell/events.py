"""How events run: which wait for the model, and which must not wait at all."""

from __future__ import annotations

from typing import Any

MODEL_SLOTS = 2  # takes in the making at once; they share the model by utterance
QUIET: dict[str, Any] = {"api_visibility": "private", "show_progress": "hidden"}
INSTANT: dict[str, Any] = {**QUIET, "queue": False}
# Presses that all count: Gradio's "once" drops those made while one before is being answered.
EACH: dict[str, Any] = {**INSTANT, "trigger_mode": "multiple"}
MODEL: dict[str, Any] = {
    **QUIET,
    "concurrency_id": "model",
    "concurrency_limit": MODEL_SLOTS,
    # Gradio's "once" holds a cancelled event for unfinished and drops every later click.
    "trigger_mode": "multiple",
}
# Beginnings of listening tests, which render; what they render takes its turn in the engine.
LISTENING: dict[str, Any] = {
    **QUIET,
    "concurrency_id": "listening",
    "concurrency_limit": 8,
    "trigger_mode": "multiple",
}
# Votes and the trials after them, which wait for no beginning of others.
VOTING: dict[str, Any] = {**LISTENING, "concurrency_id": "voting", "concurrency_limit": 16}

# The page answers a click before the server does, and numbers its request_id.
BEGIN_JS = "(...values) => [...values.slice(0, -1), window.kokoroStudio.begin()]"

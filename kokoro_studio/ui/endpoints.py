"""What programs may call by name: /speak, /phonemes and /voices."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Any

import gradio as gr

from ..audio import FORMATS, find_format
from ..engine import Engine, Take
from ..text import LANGUAGES
from ..voices import VOICES
from .failures import speaks_plainly
from .shelf import Shelf
from .speaking import write_files


@speaks_plainly
def api_speak(
    engine: Engine,
    shelf: Shelf,
    text: str,
    voice: str = "af_heart",
    language: str = "",
    speed: float = 1.0,
    seed: int = 0,
    format: str = "wav",
) -> tuple[str, str]:
    """Speak a text; the sound file and its manifest."""
    find_format(format)
    take = Take(text, voice, language or None, speed, seed)
    token, spoken = shelf.add(take)
    spoken.segments.extend(engine.speak(take))
    return write_files(engine, shelf, token, spoken, format)


@speaks_plainly
def api_phonemes(engine: Engine, text: str, language: str = "a", voice: str = "") -> dict[str, Any]:
    """How a text is read: phonemes, tokens with offsets, and what will not be spoken."""
    reading = engine.read(Take(text, voice or "af_heart", language or None))
    return {
        "language": reading.language,
        "phonemes": reading.phonemes,
        "tokens": [asdict(token) for token in reading.tokens],
        "skipped": [asdict(skip) | {"reason": str(skip.reason)} for skip in reading.skipped],
    }


def api_voices() -> list[dict[str, Any]]:
    """Every voice with its language, gender, traits and grade."""
    return [
        asdict(voice) | {"language_name": LANGUAGES[voice.language].name}
        for voice in VOICES.values()
    ]


def build_endpoints(engine: Engine, shelf: Shelf) -> None:
    """Hidden controls that carry the three public calls."""
    with gr.Column(visible=False):
        text = gr.Textbox("Hello there.", label="Text")
        voice = gr.Textbox("af_heart", label="Voice or formula")
        language = gr.Dropdown(["", *LANGUAGES], value="", label="Language code")
        speed = gr.Number(1.0, label="Speed, 0.25 to 4")
        seed = gr.Number(0, label="Seed", precision=0)
        format = gr.Dropdown(list(FORMATS), value="wav", label="Format")
        sound = gr.File(label="Sound")
        recipe = gr.File(label="Manifest")
        reply = gr.JSON(label="Reply")
        call = gr.Button("Call")
    call.click(
        partial(api_speak, engine, shelf),
        [text, voice, language, speed, seed, format],
        [sound, recipe],
        api_name="speak",
        api_description="Speak a text; returns the sound file and its manifest.",
        concurrency_id="model",
    )
    call.click(
        partial(api_phonemes, engine),
        [text, language, voice],
        reply,
        api_name="phonemes",
        api_description="How a text is read: phonemes, tokens, what will not be spoken.",
    )
    call.click(api_voices, None, reply, api_name="voices", api_description="Every voice there is.")

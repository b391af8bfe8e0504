"""Short sounds beside the take, which stays where it is: one word, or a voice of the list."""

from __future__ import annotations

import base64
from typing import Any

import gradio as gr
import numpy as np

from ...audio import encode
from ...engine import Engine
from ..mix.auditions import phrase_for
from ..shell.events import INSTANT, MODEL
from ..shell.failures import speaks_plainly
from .handlers import make_take
from .layout import SpeakTab
from .options import loudness_alone

_PLAY_JS = "sound => window.kokoroStudio.aside(sound?.wav)"


@speaks_plainly
def hear_aside(
    engine: Engine,
    text: str,
    voice: str,
    language: str = "",
    speed: float = 1.0,
    seed: float = 0,
    phonemes: str = "",
    options: Any = None,
) -> str:
    """A WAV file in base64 of a text, or of phonemes; of the options, loudness alone counts."""
    alone = loudness_alone(options)
    take = make_take(text, voice, language, speed, seed, phonemes, bool(phonemes), alone)
    audio = np.concatenate([segment.audio for segment in engine.speak(take)])
    return base64.b64encode(encode(audio, "wav")).decode("ascii")


def wire_asides(engine: Engine, tab: SpeakTab) -> None:
    def hear_word(
        language: str, speed: float, seed: float, formula: str, options: Any, event: gr.EventData
    ) -> dict[str, str]:
        said = str(event.phonemes)
        return {"wav": hear_aside(engine, "", formula, language, speed, seed, said, options)}

    def hear_voice(options: Any, event: gr.EventData) -> dict[str, str]:
        voice = str(event.voice)
        return {"wav": hear_aside(engine, phrase_for(voice), voice, options=options)}

    how = [tab.language, tab.speed, tab.seed, tab.formula, tab.options]
    for listener, hear, inputs in (
        (tab.preview.hear, hear_word, how),
        (tab.picker.hear, hear_voice, [tab.options]),
    ):
        sound = gr.JSON(visible=False)
        listener(hear, inputs, sound, **MODEL).then(None, sound, None, js=_PLAY_JS, **INSTANT)

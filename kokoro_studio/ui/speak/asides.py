"""Short sounds beside the take in the player: one word, or a voice of the list."""

from __future__ import annotations

import base64
from dataclasses import replace
from typing import Any

import gradio as gr
import numpy as np

from ...audio import encode
from ...engine import Engine
from ..mix.auditions import phrase_for
from ..shell.events import INSTANT, MODEL
from ..shell.failures import speaks_plainly
from ..shell.messages import VoiceChosen, on_message
from .layout import SpeakTab
from .messages import PhonemesHeard, SpeakRequest
from .options import loudness_alone

_PLAY_JS = "sound => window.kokoroStudio.aside(sound?.wav)"


@speaks_plainly
def hear_aside(engine: Engine, request: SpeakRequest) -> str:
    """The sound as a WAV file in base64. Of the options, only equal loudness is used."""
    alone = replace(request, options=loudness_alone(request.options))
    audio = np.concatenate([segment.audio for segment in engine.speak(alone.take())])
    return base64.b64encode(encode(audio, "wav")).decode("ascii")


def wire_asides(engine: Engine, tab: SpeakTab) -> None:
    def hear_word(
        formula: str, language: str, speed: float, seed: float, options: Any, word: PhonemesHeard
    ) -> dict[str, str]:
        editing = bool(word.phonemes)
        request = SpeakRequest("", formula, language, speed, seed, word.phonemes, editing, options)
        return {"wav": hear_aside(engine, request)}

    def hear_voice(options: Any, chosen: VoiceChosen) -> dict[str, str]:
        request = SpeakRequest(phrase_for(chosen.voice), chosen.voice, options=options)
        return {"wav": hear_aside(engine, request)}

    how = [tab.formula, tab.language, tab.speed, tab.seed, tab.options]
    for listener, hear, inputs in (
        (tab.preview.hear, on_message(PhonemesHeard.read, hear_word), how),
        (tab.picker.hear, on_message(VoiceChosen.read, hear_voice), [tab.options]),
    ):
        sound = gr.JSON(visible=False)
        listener(hear, inputs, sound, **MODEL).then(None, sound, None, js=_PLAY_JS, **INSTANT)

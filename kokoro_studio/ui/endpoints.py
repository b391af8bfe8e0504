"""Gradio's named calls, for programs: /speak, /phonemes, /voices and /mix."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

import gradio as gr

from ..audio import FORMATS, SAMPLE_RATE, Output, find_format
from ..engine import Engine, Pauses, Take
from ..engine.joins import PAUSE_NAMES
from ..errors import RequestError
from ..text import LANGUAGES
from ..voices import (
    VOICE_FORMATS,
    VOICES,
    all_voices,
    card_of,
    judge,
    parse_formula,
    portable_formula,
    write_voice_file,
)
from .shell.failures import speaks_plainly
from .shell.takes import Takes
from .speak.handlers import write_recipe, write_sound
from .speak.options import Options, options_value


@speaks_plainly
def api_speak(
    engine: Engine,
    takes: Takes,
    text: str,
    voice: str = "af_heart",
    language: str = "",
    speed: float = 1.0,
    seed: int = 0,
    format: str = "wav",
    equal_loudness: bool = False,
    sample_rate: int = SAMPLE_RATE,
    pause_before: float | None = None,
    pause_after: float | None = None,
    pause_between_sentences: float | None = None,
    pause_between_paragraphs: float | None = None,
    pause_at_line_ends: float | None = None,
) -> tuple[str | None, str | None]:
    """Speak a text; the sound file and its manifest. A pause of null is as usual."""
    format = str(format or "wav")  # programs send null for what they leave out
    find_format(format)
    speed = 1.0 if speed is None else speed
    output = Output(sample_rate or SAMPLE_RATE)
    output.check_format(format)
    take = Take(
        text or "",
        voice or "af_heart",
        language or None,
        speed,
        seed or 0,
        pauses=Pauses(
            pause_before,
            pause_after,
            pause_between_sentences,
            pause_between_paragraphs,
            pause_at_line_ends,
        ),
        equal_loudness=bool(equal_loudness),
    )
    token, spoken = takes.add(engine.read(take))
    spoken.segments.extend(engine.record(spoken.reading))
    options = options_value(Options(output=output))
    return (
        write_sound(engine, takes, token, format, options),
        write_recipe(engine, takes, token, format, options),
    )


@speaks_plainly
def api_phonemes(engine: Engine, text: str, language: str = "a", voice: str = "") -> dict[str, Any]:
    """How a text is read: phonemes, tokens with offsets, and what will not be spoken."""
    reading = engine.read(Take(text or "", voice or "af_heart", language or None))
    return {
        "language": reading.language,
        "phonemes": reading.phonemes,
        "tokens": [asdict(token) for token in reading.tokens],
        "skipped": [asdict(skip) | {"reason": str(skip.reason)} for skip in reading.skipped],
    }


def api_voices() -> list[dict[str, Any]]:
    """Every voice with its language, gender, traits and grade; `own` for those kept here."""
    return [
        asdict(voice)
        | {"language_name": LANGUAGES[voice.language].name, "own": voice.id not in VOICES}
        for voice in all_voices().values()
    ]


@speaks_plainly
def api_mix(takes: Takes, formula: str, format: str = "pt") -> tuple[dict[str, Any], str]:
    """The canonical formula, its language and safety, and the mix as a voice file."""
    blend = parse_formula(formula or "")
    kind = VOICE_FORMATS.get(str(format or "pt").strip().lower().lstrip("."))
    if kind is None:
        raise RequestError(f"There is no voice format {format!r}; use {', '.join(VOICE_FORMATS)}.")
    card = card_of(blend)
    path = takes.place(secrets.token_urlsafe(12), f"{card.id}.{kind.extension}")
    write_voice_file(path, [card])
    return {
        "formula": str(blend),
        "portable": portable_formula(blend),
        "language": blend.language,
        "safety": asdict(judge(blend)),
    }, str(path)


def _tool(name: str, function: Callable[..., Any], *given: Any) -> Callable[..., Any]:
    """`function` with its first arguments bound, and the name that MCP clients show."""
    tool = partial(function, *given)
    tool.__name__ = name  # type: ignore[attr-defined]
    tool.__doc__ = function.__doc__
    return tool


def _number(value: float | None, label: str, **more: Any) -> gr.Number:
    """A number that a program sends; `gr.Error` with a sentence for anything else.

    Not a class: Gradio writes a file beside each module that extends a component.
    """
    number = gr.Number(value, label=label, **more)
    usual = number.preprocess

    def preprocess(payload: Any) -> float | int | None:
        try:
            return usual(None if payload is None else float(payload))
        except (TypeError, ValueError, OverflowError) as error:
            sentence = f"{label}: {str(payload)[:40]!r} is not a number; send one such as 1."
            raise gr.Error(sentence, print_exception=False) from error

    setattr(number, "preprocess", preprocess)  # noqa: B010
    return number


def build_endpoints(engine: Engine, takes: Takes) -> None:
    """Hidden controls that Gradio needs for the named calls."""
    # Lists take any value: a name in another case or form is understood, and an unknown one is
    # refused by the call itself, in a sentence.
    with gr.Column(visible=False):
        text = gr.Textbox("Hello there.", label="Text")
        voice = gr.Textbox("af_heart", label="Voice or formula")
        language = gr.Dropdown(
            ["", *LANGUAGES], value="", allow_custom_value=True, label="Language code or tag"
        )
        speed = _number(1.0, "Speed, 0.25 to 4")
        seed = _number(0, "Seed", precision=0)
        format = gr.Dropdown(list(FORMATS), value="wav", allow_custom_value=True, label="Format")
        equal = gr.Checkbox(False, label="Equal loudness of voices")
        rate = _number(SAMPLE_RATE, "Sample rate in Hz", precision=0)
        pauses = [_number(None, f"Pause {name.replace('_', ' ')}, seconds") for name in PAUSE_NAMES]
        sound = gr.File(label="Sound")
        recipe = gr.File(label="Manifest")
        reply = gr.JSON(label="Reply")
        kind = gr.Dropdown(
            list(VOICE_FORMATS), value="pt", allow_custom_value=True, label="Voice format"
        )
        file = gr.File(label="Voice file")
        call = gr.Button("Call")
    call.click(
        _tool("speak", api_speak, engine, takes),
        [text, voice, language, speed, seed, format, equal, rate, *pauses],
        [sound, recipe],
        api_name="speak",
        api_description="Speak a text; returns the sound file and its manifest.",
        concurrency_id="model",
    )
    call.click(
        _tool("phonemes", api_phonemes, engine),
        [text, language, voice],
        reply,
        api_name="phonemes",
        api_description="How a text is read: phonemes, tokens, what will not be spoken.",
    )
    call.click(
        _tool("voices", api_voices),
        None,
        reply,
        api_name="voices",
        api_description="Every voice there is.",
    )
    call.click(
        _tool("mix", api_mix, takes),
        [voice, kind],
        [reply, file],
        api_name="mix",
        api_description="A formula's canonical form, its safety, and the mix as a voice file.",
    )

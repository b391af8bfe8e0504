"""The reading as shown: words with phonemes, skips, and changing a word's pronunciation."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import gradio as gr

from ...engine import Engine, Reading, Take
from ...engine.take import check_length
from ...errors import StudioError, TextError
from ...text import LANGUAGES, Skip, Token
from ...text.grammar import is_ssml
from ...text.lines import unwrapped
from ..shell.assets import component
from ..shell.failures import speaks_plainly
from .examples import FIRST_VOICE
from .handlers import describe_skips, reading_key
from .messages import SpeakRequest, WordRespelled
from .picker import reads

MOST_CHARACTERS = 3_000  # of text, read while it is typed
_VOICE_LIKE = re.compile(rf"\b([{''.join(LANGUAGES)}])[fm]_")
_OVERRIDE_END = re.compile(r"\]\(/[^\r\n]*?/\)")

_TEMPLATE = """
<section class="ks-reading" aria-label="Phonemes">
  <div class="ks-ruby" role="group" aria-label="Words with their phonemes"></div>
  <p class="ks-silent" role="status"></p>
  <form class="ks-word-editor" hidden>
    <label><span class="ks-word-name"></span>
      <input type="text" aria-label="Phonemes of this word" autocomplete="off" spellcheck="false"
        autocapitalize="off"></label>
    <button type="button" class="ks-quiet ks-hear">Hear it</button>
    <button type="submit" class="ks-quiet ks-use">Use these phonemes</button>
    <button type="button" class="ks-quiet ks-reset">As usual</button>
    <button type="button" class="ks-quiet ks-close" aria-label="Close">✕</button>
  </form>
</section>
"""


def build_preview() -> gr.HTML:
    """The reading; it sends 'hear' (`PhonemesHeard`) and 'respell' (`WordRespelled`)."""
    return component(
        "ks-preview",
        _TEMPLATE,
        "speak/preview.js",
        sends=["hear", "respell"],
        value={"words": [], "silent": ""},
    )


def show_reading(
    engine: Engine, text: str, voice: str, language: str, phonemes: str, editing: bool
) -> dict[str, Any]:
    """The preview of what the controls describe, also while the formula has a mistake."""
    whole = text or ""
    text, rest = _opening(whole)
    if not reads(voice):
        voice, language = FIRST_VOICE, language or _likely_language(voice)
    try:
        phonemes = (phonemes or "")[:MOST_CHARACTERS]
        request = SpeakRequest(text, voice, language, phonemes=phonemes, editing=editing)
        take = request.take()
        reading = engine.read(take)
    except StudioError as error:  # a tag may name an unknown voice or a malformed pause
        return {"words": [], "silent": str(error)}
    engine.expect(reading)
    return reading_value(reading, take, whole, rest)


def _likely_language(formula: str) -> str:
    """The language of what looks like the first voice of a formula with a mistake."""
    found = _VOICE_LIKE.search(formula or "")
    return found[1] if found else FIRST_VOICE[0]


def _opening(text: str) -> tuple[str, int]:
    """As much of the text as is read while typing, and how many characters were left out."""
    if len(text) <= MOST_CHARACTERS:
        return text, 0
    cut = max(text.rfind(mark, 0, MOST_CHARACTERS) for mark in " \n。、，") + 1
    return text[: cut or MOST_CHARACTERS], len(text) - (cut or MOST_CHARACTERS)


def reading_value(reading: Reading, take: Take, whole: str = "", rest: int = 0) -> dict[str, Any]:
    """A reading as the page draws it; of a longer text it is the beginning."""
    skipped = describe_skips(reading.skipped)
    return {
        "key": reading_key(replace(take, text=whole) if rest else take),
        "language": LANGUAGES[reading.language].tag,
        "phonemic": take.phonemes is not None,
        "words": _words(reading),
        "silent": ". ".join(filter(None, (skipped, _rest_words(whole, rest)))),
    }


def _rest_words(whole: str, rest: int) -> str:
    """The sentence about the text after the part that is shown."""
    if not rest:
        return ""
    try:
        check_length(len(whole))
    except TextError as error:
        return str(error)
    return f"Only the beginning is shown here; the other {rest:,} characters are spoken too."


def _words(reading: Reading) -> list[dict[str, Any]]:
    skips = list(reading.skipped)
    words = []
    for token in reading.tokens:
        while skips and skips[0].end <= token.start:
            skips.pop(0)
        words.append(_word(token, skips[0] if skips else None))
    return words


def _word(token: Token, skip: Skip | None) -> dict[str, Any]:
    silent = skip is not None and skip.start < token.end and token.start < skip.end
    return {
        "text": token.text,
        "after": token.whitespace,
        "phonemes": token.phonemes,
        "start": token.start,
        "end": token.end,
        "guessed": token.guessed,
        "silent": str(skip.reason) if silent and skip else "",
    }


def start_editing(
    engine: Engine, text: str, voice: str, language: str, editing: bool, phonemes: str = ""
) -> dict[str, Any]:
    """Open the phoneme box, filled with the text's phonemes if it is empty; or close it."""
    if not editing:
        return gr.update(visible=False, value="")
    if phonemes:
        return gr.update(visible=True)
    try:
        phonemes = engine.read(SpeakRequest(text, voice, language).take()).phonemes
    except StudioError:
        phonemes = ""
    return gr.update(visible=True, value=phonemes)


@speaks_plainly
def respell_word(text: str, word: WordRespelled) -> str:
    """The text with one word's pronunciation written into it."""
    if is_ssml(text):
        raise TextError("This text is SSML; write the pronunciation as a phoneme element.")
    return respell(text, word.start, word.end, word.phonemes)


def respell(text: str, start: int, end: int, phonemes: str) -> str:
    """Write `[word](/phonemes/)` for `text[start:end]`; '' takes the markup away again."""
    if not 0 <= start < end <= len(text):
        return text
    word, phonemes = unwrapped(text[start:end]), phonemes.strip()
    marked = text[:start].endswith("[") and _OVERRIDE_END.match(text, end)
    before = text[: start - 1] if marked else text[:start]
    after = text[marked.end() :] if marked else text[end:]
    if not phonemes:
        return before + text[start:end] + after
    if "/" in phonemes or "\n" in phonemes:
        raise TextError("Phonemes for a word cannot hold / or a line break; leave them out.")
    return f"{before}[{word}](/{phonemes}/){after}"

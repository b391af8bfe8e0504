"""The panel "Keep and share": saving the mix, and the list of own voices."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import gradio as gr

from ...engine.describing import describe_voice
from ...errors import StudioError, VoiceError
from ...text import LANGUAGES
from ...voices import (
    VOICE_FORMATS,
    annotate_voice,
    card_of,
    check_free,
    delete_voice,
    duplicate_voice,
    keep_blend,
    keep_card,
    new_voice,
    own_voices_or_problem,
    parse_formula,
    read_voice_file,
    rename_voice,
    restore_voice,
    voice_file_name,
)
from ...voices.library.own_voices import MAX_NAME
from ..shell.assets import component
from ..shell.messages import malformed
from ..speak.picker import language_rows, reads
from .messages import LibraryAction

MOST_FILES = 20
_FORMATS = "".join(
    f'<option value="{name}">.{kind.extension} · {kind.words}</option>'
    for name, kind in VOICE_FORMATS.items()
)
_TEMPLATE = f"""
<section class="ks-library" aria-labelledby="ks-library-title">
  <h2 id="ks-library-title">Keep and share</h2>
  <form class="ks-keep">
    <label>Save this mix as
      <input class="ks-keep-name" maxlength="{MAX_NAME}" placeholder="Night narrator"
        autocomplete="off" aria-describedby="ks-keep-words"></label>
    <label>Notes
      <input class="ks-keep-notes" maxlength="2000" placeholder="What it is good for"></label>
    <button type="submit" class="ks-primary">Save</button>
    <span class="ks-keep-words" id="ks-keep-words" role="status"></span>
  </form>
  <div class="ks-export">
    <label>Or take it along as
      <select class="ks-export-format">{_FORMATS}</select></label>
    <button type="button" class="ks-quiet ks-export-mix">Download voice</button>
  </div>
  <div class="ks-told" role="status" hidden></div>
  <p class="ks-library-empty">Voices you save or import stand here, and wherever a voice can be
    chosen. Nothing is kept yet.</p>
  <ul class="ks-own" aria-label="Your voices"></ul>
</section>
"""


def build_library() -> gr.HTML:
    """The panel; it sends 'act' (`LibraryAction`), and 'hear' and 'edit' (`FormulaChosen`)."""
    return component(
        "ks-library",
        _TEMPLATE,
        "mix/library.js",
        sends=["act", "hear", "edit"],
        value=library_value(),
        most=MAX_NAME,
        languages=language_rows(),
    )


def library_value(**told: Any) -> dict[str, Any]:
    """The list of own voices, or the sentence that says why it cannot be read.

    `told`: words, undo (a voice id), error, check, file, renamed (ids from and to).
    """
    voices, problem = own_voices_or_problem()
    return {"voices": [_listed(own) for own in voices], "problem": problem, **told}


def _listed(own: Any) -> dict[str, Any]:
    known = bool(own.formula) and reads(own.formula)
    return {
        "id": own.id,
        "name": own.voice.name,
        "language": own.voice.language,
        "gender": own.voice.gender,
        "imported": own.source == "import",
        "languageName": LANGUAGES[own.voice.language].name,
        "words": describe_voice(own.formula) if known else own.voice.traits,
        "formula": own.formula if known else "",
        "notes": own.notes,
        "created": own.created.strftime("%Y-%m-%d"),
    }


def _keep(formula: str, action: LibraryAction) -> dict[str, Any]:
    own = keep_blend(action.name, _heard(formula), action.notes)
    return {"words": f"{own.voice.name} is saved as {own.id}.", "saved": own.id}


def _check(formula: str, action: LibraryAction) -> dict[str, Any]:
    """Whether the mix could be saved under the name being typed."""
    try:
        voice = new_voice(action.name, parse_formula(_heard(formula)))
        check_free(voice.id, voice.name)
    except VoiceError as error:
        return {"check": {"fits": False, "words": str(error)}}
    return {"check": {"fits": True, "words": f"Free; its id will be {voice.id}."}}


def _rename(_: str, action: LibraryAction) -> dict[str, Any]:
    own = rename_voice(action.voice, action.name or " ")
    return {
        "words": f"It is {own.voice.name} now, {own.id} in formulas.",
        "renamed": {"from": action.voice, "to": own.id},
    }


def _classify(_: str, action: LibraryAction) -> dict[str, Any]:
    """Set language and gender: files of other tools often have neither."""
    own = rename_voice(action.voice, language=action.language, gender=action.gender)
    language = LANGUAGES[own.voice.language].name
    return {
        "words": f"{own.voice.name} speaks {language} now, {own.voice.gender}: {own.id}.",
        "renamed": {"from": action.voice, "to": own.id},
    }


def _duplicate(_: str, action: LibraryAction) -> dict[str, Any]:
    return {"words": f"{duplicate_voice(action.voice).voice.name} is a copy."}


def _annotate(_: str, action: LibraryAction) -> dict[str, Any]:
    return {"words": f"Notes of {annotate_voice(action.voice, action.notes).voice.name} kept."}


def _delete(formula: str, action: LibraryAction) -> dict[str, Any]:
    used = reads(formula) and action.voice in parse_formula(formula).voices
    own = delete_voice(action.voice)
    words = f"{own.voice.name} is deleted."
    if used:
        words += " The mix on the desk needs it: bring it back, or take it out of the mix."
    return {"words": words, "undo": own.id}


def _restore(_: str, action: LibraryAction) -> dict[str, Any]:
    own = restore_voice(action.voice)
    return {
        "words": f"{own.voice.name} is back.",
        "renamed": {"from": action.voice, "to": own.id},
    }


def _export(formula: str, action: LibraryAction) -> dict[str, Any]:
    """A voice file inside the answer: at most 0.7 MB."""
    kind = VOICE_FORMATS.get(action.format) or VOICE_FORMATS["pt"]
    card = card_of(action.voice if action.voice else _heard(formula))
    data = base64.b64encode(kind.encode([card])).decode("ascii")
    name = voice_file_name(card, kind.extension)
    return {"words": f"{name} is downloaded.", "file": {"name": name, "data": data}}


def _heard(formula: str) -> str:
    """The formula; `VoiceError` if it is empty."""
    if not formula.strip():
        raise VoiceError(
            "Nothing is heard in this mix: add a voice, unmute one or raise a fader first."
        )
    return formula


ACTIONS: Mapping[str, Callable[[str, LibraryAction], dict[str, Any]]] = {
    "keep": _keep,
    "check": _check,
    "rename": _rename,
    "classify": _classify,
    "duplicate": _duplicate,
    "annotate": _annotate,
    "delete": _delete,
    "restore": _restore,
    "export": _export,
}


def act(formula: str, action: LibraryAction) -> dict[str, Any]:
    """Do what the panel asks; returns its next value, with a sentence about the result."""
    try:
        if action.what not in ACTIONS:
            raise malformed()
        told = ACTIONS[action.what](formula, action)
    except StudioError as error:
        told = {"error": str(error)}
    return library_value(**told)


def bring_in(paths: list[str] | None) -> dict[str, Any]:
    """Import voice files: those that can be read are kept, the others get a sentence each."""
    kept, problems = [], []
    for path in (paths or [])[:MOST_FILES]:
        try:
            for card in read_voice_file(Path(path)):
                kept.append(keep_card(card).voice.name)
                problems += [f"{kept[-1]}: {warning}" for warning in card.warnings]
        except StudioError as error:
            problems.append(str(error))
    if len(paths or []) > MOST_FILES:
        problems.append(f"Only the first {MOST_FILES} files were read; bring the others after.")
    words = f"{', '.join(kept[:5])}{' and more' * (len(kept) > 5)} imported." if kept else ""
    return library_value(words=words, error=" ".join(problems))

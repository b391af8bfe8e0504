"""Own voices are kept, renamed, noted, deleted and brought back."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from typing import Any

import sqlalchemy as sa
from torch import Tensor

from ...errors import RequestError, VoiceError
from ...storage.database import utc_now, writing
from ..shape import pack_sha256
from .catalogue import Voice
from .ids import check_kind, voice_id_for
from .names import check_free, check_name, check_notes, free_name, name_taken
from .own_voices import (
    OwnVoice,
    check_open,
    get_own,
    last_deleted,
    read_own_pack,
    voice_table,
)

_KEPT_AFTER_DELETION = timedelta(days=30)


def add_own(voice: Voice, pack: Tensor, **recipe: Any) -> OwnVoice:
    """Keep a pack under a voice's id and name. `recipe`: formula, parents, source, notes.

    `VoiceError` if the name is taken or the notes are too long.
    """
    check_notes(recipe.get("notes", ""))
    now = utc_now()
    row = {
        "id": voice.id, "live_id": voice.id, "name": voice.name, "language": voice.language,
        "gender": voice.gender, "traits": voice.traits, "licence": voice.licence,
        "formula": "", "parents": [], "source": "mix", "notes": "",
        "sha256": pack_sha256(pack), "pack": pack.numpy().astype("<f4").tobytes(),
        "created": now, "changed": now,
    } | recipe  # fmt: skip
    _write(voice_table.insert().values(**row), voice.name)
    with suppress(RequestError):  # the voice is kept; the next one that is kept purges again
        purge()
    return get_own(voice.id)


def rename_voice(voice_id: str, name: str = "", language: str = "", gender: str = "") -> OwnVoice:
    """Give an own voice another name, language or gender, and with it another id."""
    voice = get_own(voice_id).voice
    name = check_name(name or voice.name)
    language, gender = language or voice.language, gender or voice.gender
    check_kind(language, gender)
    new_id = voice_id_for(name, language, gender)
    check_free(new_id, name, but=voice_id)
    change = {"id": new_id, "live_id": new_id, "name": name, "language": language}
    _write(_live(voice_id).values(**change, gender=gender, changed=utc_now()), name)
    return get_own(new_id)


def annotate_voice(voice_id: str, notes: str) -> OwnVoice:
    get_own(voice_id)
    check_notes(notes)
    _write(_live(voice_id).values(notes=notes, changed=utc_now()))
    return get_own(voice_id)


def delete_voice(voice_id: str) -> OwnVoice:
    """Take an own voice out of every list; `restore_voice` undoes it."""
    gone = get_own(voice_id)
    _write(_live(voice_id).values(live_id=None, deleted=utc_now()))
    return gone


def restore_voice(voice_id: str) -> OwnVoice:
    """The last deleted voice of that id, back under its name or, if that is taken, a free one."""
    row = last_deleted(voice_id)
    if row is None:
        raise VoiceError(f"There is no deleted voice {voice_id[:60]!r} to bring back.")
    name = free_name(row.name, row.language, row.gender)
    new_id = voice_id_for(name, row.language, row.gender)
    change = voice_table.update().where(voice_table.c.key == row.key)
    _write(change.values(id=new_id, live_id=new_id, name=name, deleted=None), name)
    return get_own(new_id)


def duplicate_voice(voice_id: str, name: str | None = None) -> OwnVoice:
    """The same pack and recipe once more, as `Name 2` unless a name is given."""
    own = get_own(voice_id)
    voice = own.voice
    name = check_name(name or free_name(voice.name, voice.language, voice.gender))
    new_id = voice_id_for(name, voice.language, voice.gender)
    check_free(new_id, name)
    copy = Voice(**{**vars(voice), "id": new_id, "name": name})
    return add_own(
        copy,
        read_own_pack(voice_id, voice.sha256),
        formula=own.formula,
        parents=[list(parent) for parent in own.parents],
        source=own.source,
        notes=own.notes,
    )


def purge() -> None:
    """Forget for good what was deleted more than 30 days ago."""
    _write(voice_table.delete().where(voice_table.c.deleted < utc_now() - _KEPT_AFTER_DELETION))


def _live(voice_id: str) -> sa.Update:
    return voice_table.update().where(voice_table.c.live_id == voice_id)


def _write(statement: sa.Executable, name: str = "") -> None:
    check_open()
    try:
        with writing() as connection:
            connection.execute(statement)
    except sa.exc.IntegrityError as error:  # another process took the name first
        raise name_taken(name) from error

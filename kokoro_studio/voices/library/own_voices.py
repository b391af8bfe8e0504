"""Own voices: saved mixes and imported packs, kept in the studio's database.

Each is kept with its whole pack, so it never depends on other voices still being there. A deleted
voice gives its name free at once and can be brought back for 30 days.
"""

from __future__ import annotations

import os
import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import sqlalchemy as sa
import torch
from torch import Tensor

from ...environment import on_space
from ...errors import RequestError, VoiceError
from ...storage.database import metadata, reading, store_exists, utc_now, writing
from ..shape import ROWS, STYLE, pack_sha256
from .catalogue import VOICES, Voice
from .ids import check_kind, slug, voice_id_for

MAX_NAME = 40  # characters
MAX_NOTES = 2_000
_KEPT_AFTER_DELETION = timedelta(days=30)
_JOINERS = "\u200c\u200d"  # unseen, and part of how Persian and Hindi are spelt

_table = sa.Table(
    "voices",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(64), nullable=False),
    sa.Column("live_id", sa.String(64), unique=True),  # the id, until the voice is deleted
    sa.Column("name", sa.String(MAX_NAME), nullable=False),
    sa.Column("language", sa.String(1), nullable=False),
    sa.Column("gender", sa.String(8), nullable=False),
    sa.Column("traits", sa.String(200), nullable=False),
    sa.Column("licence", sa.String(200), nullable=False),
    sa.Column("formula", sa.Text, nullable=False),
    sa.Column("parents", sa.JSON, nullable=False),
    sa.Column("source", sa.String(8), nullable=False),
    sa.Column("notes", sa.Text, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("pack", sa.LargeBinary, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
    sa.Column("changed", sa.DateTime, nullable=False),
    sa.Column("deleted", sa.DateTime),
)
_LISTED = [column for column in _table.c if column.name != "pack"]


@dataclass(frozen=True)
class OwnVoice:
    voice: Voice
    formula: str  # the recipe; '' for an import that came without one
    parents: tuple[tuple[str, str], ...]  # (voice id, sha256) of what the recipe names
    source: str  # mix | import
    notes: str
    created: datetime  # UTC
    changed: datetime

    @property
    def id(self) -> str:
        return self.voice.id


def own_voices() -> list[OwnVoice]:
    """All that are kept, newest first."""
    if not store_exists():
        return []
    query = sa.select(*_LISTED).where(_table.c.live_id.is_not(None)).order_by(_table.c.key.desc())
    with reading() as connection:
        return [_own(row) for row in connection.execute(query)]


def own_voices_or_problem() -> tuple[list[OwnVoice], str]:
    """All that are kept, and '' ; or none, and the sentence that says why they cannot be read.

    The released voices speak without the database, so a damaged one must not stop them.
    """
    try:
        return own_voices(), ""
    except RequestError as error:
        return [], str(error)


def find_own(voice_id: str) -> OwnVoice | None:
    if not store_exists():
        return None
    query = sa.select(*_LISTED).where(_table.c.live_id == voice_id)
    with reading() as connection:
        row = connection.execute(query).first()
    return _own(row) if row else None


def deleted_name(voice_id: str) -> str:
    """The name of the last deleted voice of that id; '' if there is none."""
    if not store_exists():
        return ""
    query = (
        sa.select(_table.c.name)
        .where(_table.c.id == voice_id, _table.c.live_id.is_(None))
        .order_by(_table.c.deleted.desc())
    )
    with reading() as connection:
        return connection.scalar(query.limit(1)) or ""


def read_own_pack(voice_id: str, sha256: str) -> Tensor:
    """(510, 256) of an own voice, as it was when it had that hash."""
    query = sa.select(_table.c.pack).where(_table.c.id == voice_id, _table.c.sha256 == sha256)
    with reading() as connection:
        raw = connection.scalar(query.limit(1))
    pack = torch.from_numpy(np.frombuffer(raw or b"", dtype="<f4").copy())
    if pack.numel() != ROWS * STYLE or pack_sha256(pack) != sha256:
        raise VoiceError(f"The voice {voice_id} is damaged in the database; import it again.")
    return pack.view(ROWS, STYLE)


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
    _write(_table.insert().values(**row), voice.name)
    with suppress(RequestError):  # the voice is kept; the next one that is kept purges again
        purge()
    return _found(voice.id)


def rename_voice(voice_id: str, name: str = "", language: str = "", gender: str = "") -> OwnVoice:
    """Give an own voice another name, language or gender, and with it another id."""
    voice = _found(voice_id).voice
    name = check_name(name or voice.name)
    language, gender = language or voice.language, gender or voice.gender
    check_kind(language, gender)
    new_id = voice_id_for(name, language, gender)
    check_free(new_id, name, but=voice_id)
    change = {"id": new_id, "live_id": new_id, "name": name, "language": language}
    _write(_live(voice_id).values(**change, gender=gender, changed=utc_now()), name)
    return _found(new_id)


def annotate_voice(voice_id: str, notes: str) -> OwnVoice:
    _found(voice_id)
    check_notes(notes)
    _write(_live(voice_id).values(notes=notes, changed=utc_now()))
    return _found(voice_id)


def delete_voice(voice_id: str) -> OwnVoice:
    """Take an own voice out of every list; `restore_voice` undoes it."""
    gone = _found(voice_id)
    _write(_live(voice_id).values(live_id=None, deleted=utc_now()))
    return gone


def restore_voice(voice_id: str) -> OwnVoice:
    """The last deleted voice of that id, back under its name or, if that is taken, a free one."""
    query = (
        sa.select(*_LISTED)
        .where(_table.c.id == voice_id, _table.c.live_id.is_(None))
        .order_by(_table.c.deleted.desc())
    )
    row = None
    if store_exists():
        with reading() as connection:
            row = connection.execute(query).first()
    if row is None:
        raise VoiceError(f"There is no deleted voice {voice_id[:60]!r} to bring back.")
    name = free_name(row.name, row.language, row.gender)
    new_id = voice_id_for(name, row.language, row.gender)
    change = _table.update().where(_table.c.key == row.key)
    _write(change.values(id=new_id, live_id=new_id, name=name, deleted=None), name)
    return _found(new_id)


def duplicate_voice(voice_id: str, name: str | None = None) -> OwnVoice:
    """The same pack and recipe once more, as `Name 2` unless a name is given."""
    own = _found(voice_id)
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
    _write(_table.delete().where(_table.c.deleted < utc_now() - _KEPT_AFTER_DELETION))


def check_name(name: str) -> str:
    """The name as it will be shown; `VoiceError` if it cannot be one."""
    tidy = unicodedata.normalize("NFC", " ".join(str(name).split()))
    if not tidy:
        raise VoiceError("A voice needs a name; type one such as Night narrator.")
    if len(tidy) > MAX_NAME:
        raise VoiceError(f"The name has {len(tidy)} characters; use at most {MAX_NAME}.")
    if any(unicodedata.category(c)[0] == "C" and c not in _JOINERS for c in tidy):
        raise VoiceError("The name holds characters that cannot be seen; type it again.")
    if not slug(tidy):
        raise VoiceError(f"The name {tidy!r} has neither a letter nor a digit; add one.")
    return tidy


def check_notes(notes: str) -> None:
    if len(notes) > MAX_NOTES:
        raise VoiceError(f"The notes have {len(notes):,} characters; use at most {MAX_NOTES:,}.")


def check_free(voice_id: str, name: str, but: str = "") -> None:
    """`VoiceError` if a released or own voice, other than `but`, has that name or that id."""
    names, ids = _used(but)
    if name.casefold() in names:
        raise _taken(name)
    if voice_id in ids:
        raise VoiceError(
            f"The name {name!r} makes the id {voice_id}, which a voice has already; choose another."
        )


def free_name(name: str, language: str, gender: str) -> str:
    """The name itself, or the name with the lowest number that is free."""
    names, ids = _used()
    stem = re.sub(r" [0-9]+$", "", name)[: MAX_NAME - 5]
    number, candidate = 1, name
    while candidate.casefold() in names or voice_id_for(candidate, language, gender) in ids:
        number += 1
        candidate = f"{stem} {number}"
    return candidate


def _used(but: str = "") -> tuple[set[str], set[str]]:
    """Names, without regard to case, and ids of all voices other than `but`."""
    voices = [*VOICES.values(), *(own.voice for own in own_voices())]
    others = [voice for voice in voices if voice.id != but]
    return {voice.name.casefold() for voice in others}, {voice.id for voice in others}


def _taken(name: str) -> VoiceError:
    return VoiceError(f"There is a voice named {name!r} already; choose another name.")


def _found(voice_id: str) -> OwnVoice:
    own = find_own(voice_id)
    if own is None:
        raise VoiceError(f"There is no own voice {voice_id[:60]!r}; it may have been deleted.")
    return own


def _live(voice_id: str) -> sa.Update:
    return _table.update().where(_table.c.live_id == voice_id)


def check_open() -> None:
    """`VoiceError` where visitors may not keep voices: on a Space, unless KOKORO_OWN_VOICES=open.

    Own voices belong to the studio, not to whoever made them: among strangers, anyone could rename
    or delete another's.
    """
    if os.environ.get("KOKORO_OWN_VOICES", "closed" if on_space() else "open") != "open":
        raise VoiceError(
            "This studio is shared with everyone and keeps no voices; download the mix as a voice "
            "card instead."
        )


def _write(statement: sa.Executable, name: str = "") -> None:
    check_open()
    try:
        with writing() as connection:
            connection.execute(statement)
    except sa.exc.IntegrityError as error:  # another process took the name first
        raise _taken(name) from error


def _own(row: Any) -> OwnVoice:
    voice = Voice(
        row.live_id or row.id, row.name, row.language, row.gender,
        row.traits, "", row.licence, row.sha256,
    )  # fmt: skip
    parents = tuple((voice_id, sha256) for voice_id, sha256 in row.parents)
    return OwnVoice(voice, row.formula, parents, row.source, row.notes, row.created, row.changed)

"""Own voices: saved mixes and imported packs, as the studio's database holds them.

Each is kept with its whole pack, so it never depends on other voices still being there. A deleted
voice gives its name free at once and can be brought back for 30 days. `editing.py` changes them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import sqlalchemy as sa
import torch
from torch import Tensor

from ...errors import RequestError, VoiceError
from ...settings import Settings
from ...storage.database import metadata, reading, store_exists
from ..shape import ROWS, STYLE, pack_sha256
from .catalogue import Voice

MAX_NAME = 40  # characters

voice_table = sa.Table(
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
_LISTED = [column for column in voice_table.c if column.name != "pack"]


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
    query = (
        sa.select(*_LISTED)
        .where(voice_table.c.live_id.is_not(None))
        .order_by(voice_table.c.key.desc())
    )
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
    query = sa.select(*_LISTED).where(voice_table.c.live_id == voice_id)
    with reading() as connection:
        row = connection.execute(query).first()
    return _own(row) if row else None


def get_own(voice_id: str) -> OwnVoice:
    """`VoiceError` if there is none of that id."""
    own = find_own(voice_id)
    if own is None:
        raise VoiceError(f"There is no own voice {voice_id[:60]!r}; it may have been deleted.")
    return own


def last_deleted(voice_id: str) -> Any:
    """The row of the last deleted voice of that id, without its pack; None if there is none."""
    if not store_exists():
        return None
    query = (
        sa.select(*_LISTED)
        .where(voice_table.c.id == voice_id, voice_table.c.live_id.is_(None))
        .order_by(voice_table.c.deleted.desc())
    )
    with reading() as connection:
        return connection.execute(query.limit(1)).first()


def read_own_pack(voice_id: str, sha256: str) -> Tensor:
    """(510, 256) of an own voice, as it was when it had that hash."""
    query = sa.select(voice_table.c.pack).where(
        voice_table.c.id == voice_id, voice_table.c.sha256 == sha256
    )
    with reading() as connection:
        raw = connection.scalar(query.limit(1))
    pack = torch.from_numpy(np.frombuffer(raw or b"", dtype="<f4").copy())
    if pack.numel() != ROWS * STYLE or pack_sha256(pack) != sha256:
        raise VoiceError(f"The voice {voice_id} is damaged in the database; import it again.")
    return pack.view(ROWS, STYLE)


def check_open() -> None:
    """`VoiceError` where visitors may not keep voices: on a Space, unless KOKORO_OWN_VOICES=open.

    Own voices belong to the studio, not to whoever made them: among strangers, anyone could rename
    or delete another's.
    """
    if not Settings.from_environment().keeps_voices:
        raise VoiceError(
            "This studio is shared with everyone and keeps no voices; download the mix as a voice "
            "card instead."
        )


def _own(row: Any) -> OwnVoice:
    voice = Voice(
        row.live_id or row.id, row.name, row.language, row.gender,
        row.traits, "", row.licence, row.sha256,
    )  # fmt: skip
    parents = tuple((voice_id, sha256) for voice_id, sha256 in row.parents)
    return OwnVoice(voice, row.formula, parents, row.source, row.notes, row.created, row.changed)

"""A stimulus: what listeners hear, kept without loss with all that made it.

The sound is a file in the data folder, what it is stands in the database. Neither is ever changed:
a performance that sounds otherwise has another hash, and so another file and another row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from ...audio.clip import Clip, clip_sha256, from_flac, to_flac
from ...audio.loudness import Level
from ...errors import RequestError
from ...storage.database import metadata, reading, store_exists, utc_now, writing
from ...storage.files import data_folder, make_folder, write_whole

_table = sa.Table(
    "stimuli",
    metadata,
    sa.Column("key", sa.Integer, primary_key=True),
    sa.Column("id", sa.String(16), nullable=False, index=True),
    sa.Column("contestant", sa.String(16), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("language", sa.String(1), nullable=False),
    sa.Column("seed", sa.BigInteger, nullable=False),
    sa.Column("rate", sa.Integer, nullable=False),
    sa.Column("seconds", sa.Float, nullable=False),
    sa.Column("lufs", sa.Float, nullable=False),
    sa.Column("method", sa.String(40), nullable=False),
    sa.Column("true_peak_dbtp", sa.Float, nullable=False),
    sa.Column("ungated_lufs", sa.Float, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("manifest", sa.JSON, nullable=False),
    sa.Column("created", sa.DateTime, nullable=False),
    sa.UniqueConstraint("id", "sha256"),
)
_LEVEL = ("lufs", "method", "true_peak_dbtp", "ungated_lufs")


@dataclass(frozen=True)
class Stimulus:
    """A contestant's performance of a text, trimmed, at its own loudness."""

    id: str  # the same for the same contestant, text, language, seed and rule of trimming
    contestant: str  # id
    text: str
    language: str
    seed: int
    rate: int  # Hz
    seconds: float
    level: Level
    sha256: str  # of the sound
    manifest: Mapping[str, Any]

    @property
    def audible_seconds(self) -> float:
        """From the first to the last that can be heard."""
        return float(self.manifest["trim"]["audible_seconds"])

    @property
    def path(self) -> Path:
        return _folder() / f"{self.id}-{self.sha256[:16]}.flac"


def read_sound(stimulus: Stimulus) -> Clip:
    """The kept sound of a stimulus; `RequestError` if it is lost or damaged."""
    if sound := _sound_of(stimulus):
        return sound
    raise RequestError("The sound of this trial is lost; skip it, and it is rendered again.")


def _sound_of(stimulus: Stimulus) -> Clip | None:
    try:
        sound = from_flac(stimulus.path.read_bytes())
    except OSError:
        return None
    return sound if sound and clip_sha256(sound) == stimulus.sha256 else None


def keep_stimulus(stimulus: Stimulus, sound: Clip) -> None:
    """The file first: a row always has had its sound."""
    make_folder(_folder())
    write_whole(stimulus.path, to_flac(sound))
    values = {column.name: getattr(stimulus, column.name, None) for column in _table.c}
    values |= {name: getattr(stimulus.level, name) for name in _LEVEL}
    values["created"] = utc_now()
    del values["key"]
    known = sa.select(_table.c.key).where(
        _table.c.id == stimulus.id, _table.c.sha256 == stimulus.sha256
    )
    with writing() as connection:
        if connection.scalar(known) is None:
            connection.execute(_table.insert().values(**values))


def find_stimulus(stimulus_id: str, sha256: str | None = None) -> Stimulus | None:
    """The newest performance of that id whose file is whole; with `sha256`, that one alone."""
    if not store_exists():
        return None
    query = sa.select(_table).where(_table.c.id == stimulus_id).order_by(_table.c.key.desc())
    if sha256 is not None:
        query = query.where(_table.c.sha256 == sha256)
    with reading() as connection:
        rows = connection.execute(query).all()
    found = (_stimulus(row) for row in rows)
    return next((stimulus for stimulus in found if _sound_of(stimulus)), None)


def manifests(ids: Iterable[str]) -> dict[str, dict[str, Any]]:
    """The settings that made each of these stimuli, by id; of several performances, the newest."""
    wanted = list(set(ids))
    if not wanted or not store_exists():
        return {}
    query = sa.select(_table.c.id, _table.c.sha256, _table.c.manifest).order_by(_table.c.key)
    with reading() as connection:
        rows = connection.execute(query.where(_table.c.id.in_(wanted))).all()
    return {row.id: {**row.manifest, "sha256": row.sha256} for row in rows}


def _stimulus(row: Any) -> Stimulus:
    return Stimulus(
        row.id, row.contestant, row.text, row.language, row.seed, row.rate, row.seconds,
        Level(*(getattr(row, name) for name in _LEVEL)), row.sha256, row.manifest,
    )  # fmt: skip


def _folder() -> Path:
    return data_folder() / "listening" / "stimuli"

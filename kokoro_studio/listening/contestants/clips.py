"""Uploaded recordings as contestants: of a person, or of a system that cannot be called.

A recording says one text. It is identified by the hash of its sound: two files of the same sound
are one clip. Nothing else of a file is kept.
"""

from __future__ import annotations

import re
from pathlib import Path

from ...audio.clip import Clip, clip_sha256, decode, from_flac, keepable, to_flac
from ...engine import Engine
from ...errors import RequestError
from ...storage.files import data_folder, make_folder, write_whole
from ...text import language_of
from .contestant import MOST_CHARACTERS, Contestant, ContestantError

MAX_BYTES = 10 * 2**20  # of an upload
LONGEST_SECONDS = 30.0
MOST_KEPT_BYTES = 2 * 2**30  # of all clips together
_SHA256 = re.compile(r"[0-9a-f]{64}")


def clip_contestant(
    recording: bytes | Path, name: str, text: str, language: str = "a"
) -> Contestant:
    """A recording of `text`, kept in the data folder. `RequestError` for one that cannot be used.

    WAV, FLAC, MP3, Ogg or Opus; at most 10 MB, 0.2 to 30 s, one or two channels. `language`: any
    name that `language_of` knows.
    """
    language = language_of(language).code
    if not text.strip() or len(text) > MOST_CHARACTERS:
        raise RequestError(f"Say what the recording says, in 1 to {MOST_CHARACTERS:,} characters.")
    sound = keepable(decode(_bounded(recording), "The recording", LONGEST_SECONDS))
    recipe = {"sha256": clip_sha256(sound), "text": text, "language": language}
    contestant = Contestant("clip", " ".join(name.split()), recipe)
    path = _path(contestant)
    if not path.exists():
        data = to_flac(sound)
        make_folder(path.parent)
        if (
            len(data) + sum(kept.stat().st_size for kept in path.parent.glob("*.flac"))
            > MOST_KEPT_BYTES
        ):
            raise RequestError("This studio has no room for more recordings; tell its host.")
        write_whole(path, data)
    return contestant


def perform_clip(
    contestant: Contestant, text: str, language: str, seed: int, engine: Engine
) -> Clip:
    if text != contestant.text:
        raise ContestantError(f"{contestant.name} is a recording of another text.")
    try:
        sound = from_flac(_path(contestant).read_bytes())
    except OSError:
        sound = None
    if sound is None or clip_sha256(sound) != contestant.recipe["sha256"]:
        raise ContestantError(f"{contestant.name} is a recording that is lost; upload it again.")
    return sound


def _bounded(recording: bytes | Path) -> bytes:
    too_large = RequestError(f"The recording is larger than {MAX_BYTES >> 20} MB; make it shorter.")
    if isinstance(recording, Path):
        try:
            if recording.stat().st_size > MAX_BYTES:
                raise too_large
            recording = recording.read_bytes()
        except OSError as error:
            raise RequestError(f"The recording cannot be read ({error.strerror}).") from error
    if len(recording) > MAX_BYTES:
        raise too_large
    return recording


def _path(contestant: Contestant) -> Path:
    sha256 = str(contestant.recipe["sha256"])
    if not _SHA256.fullmatch(sha256):
        raise ContestantError(f"{contestant.name} names no recording.")
    return data_folder() / "listening" / "clips" / f"{sha256}.flac"

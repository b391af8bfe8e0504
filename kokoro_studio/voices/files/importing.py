"""Voice files of any Kokoro tool, read without running code in them.

    .pt            [510, 1, 256], upstream; also a dictionary of several
    .bin           raw float32, kokoro.js; several in a row, sherpa-onnx; or a NumPy archive,
                   kokoro-onnx
    .json          nested lists by name, kokoro-onnx before 0.3
    .npz, .npy     NumPy
    .safetensors   a voice card, or any tensors

The kind of a file is told by its first bytes, not its name. Sizes are bounded before anything is
unpacked.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ...errors import VoiceError
from ..library.catalogue import VOICES
from ..shape import HALVES, ROWS, STYLE
from .card import Card
from .signatures import name_stranger

MAX_BYTES = 64 * 2**20  # the 54 released voices take 28 MB
MAX_VOICES = 100
_MAX_HEADER = 2**20
_MAX_ARRAY = 4 * 2**20  # bytes of one voice: float64, 512 rows, and a header
# Lengths of rows in the released voices, (shortest, longest); a test measures them again.
RELEASED_LENGTHS = {"timbre": (1.47, 3.66), "delivery": (1.54, 11.8)}
_ODD = 1.4  # times as short or long as any of them: a warning; averages are shorter by nature
_FAR = 4.0  # times as short or long: no voice


def read_voice_file(path: Path, filename: str | None = None) -> list[Card]:
    """The voices in a file, at least one. `VoiceError` in one sentence for anything else.

    `filename`: the name for messages and for the voice, if it is not that of `path`.
    """
    shown = PurePosixPath((filename or path.name).replace("\\", "/")).name[:80] or "The file"
    try:
        if path.stat().st_size > MAX_BYTES:
            raise VoiceError(f"{shown} is larger than {MAX_BYTES >> 20} MB; a voice is half an MB.")
        data = path.read_bytes()
    except OSError as error:
        raise VoiceError(f"{shown} cannot be read ({error.strerror}); get it again.") from error
    if stranger := name_stranger(data):
        kind, remedy = stranger
        raise VoiceError(f"{shown} is {kind}, not a voice file; {remedy or _KINDS}.")
    try:
        cards = list(_sniff(data)(data, shown))
    except VoiceError:
        raise
    except Exception as error:  # parsers of damaged files raise a dozen types
        raise VoiceError(f"{shown} is damaged or not a voice file: {_KINDS}.") from error
    if not cards:
        raise VoiceError(f"{shown} holds no voice: {_KINDS}.")
    if len(cards) > MAX_VOICES:
        raise VoiceError(f"{shown} holds {len(cards)} voices; at most {MAX_VOICES} are read.")
    return cards


_KINDS = "a .pt, .bin, .npz, .npy, .json or .safetensors of Kokoro was expected"
_Reader = Callable[[bytes, str], Iterator[Card]]


def _sniff(data: bytes) -> _Reader:
    if data.startswith(b"PK"):
        names = _entries(data)
        return _read_torch if any(name.endswith("data.pkl") for name in names) else _read_archive
    if data.startswith(b"\x93NUMPY"):
        return _read_array_file
    if _rows_of_each(data):
        return _read_raw
    if data.lstrip()[:1] == b"{" and 0 not in data[:8]:
        return _read_json
    if data[8:9] == b"{":
        return _read_safetensors
    return _read_torch


def _stem(name: str) -> str:
    return PurePosixPath(name).stem


def _read_torch(data: bytes, file: str) -> Iterator[Card]:
    try:
        found = torch.load(io.BytesIO(data), map_location="cpu", weights_only=True)
    except Exception as error:
        raise VoiceError(
            f"{file} is not a voice file: {_KINDS}, with nothing in it but numbers."
        ) from error
    if isinstance(found, Mapping):
        for name, value in found.items():
            yield _card(value, str(name), file)
    else:
        yield _card(found, _stem(file), file)


def _rows_of_each(data: bytes) -> int:
    """Of raw voices in a row: 510, 511 or 512, whichever divides it evenly; 0 for none."""
    fits = (rows for rows in _ROWS_READ if data and len(data) % (rows * STYLE * 4) == 0)
    return next(fits, 0)


def _read_raw(data: bytes, file: str) -> Iterator[Card]:
    """One voice after another, without names: those of sherpa-onnx's files are known by number."""
    packs = np.frombuffer(data, dtype="<f4").reshape(-1, _rows_of_each(data), STYLE)
    if len(packs) > MAX_VOICES:
        raise VoiceError(f"{file} holds {len(packs)} voices; at most {MAX_VOICES} are read.")
    numbered = [f"{_stem(file)} {number}" for number in range(1, len(packs) + 1)]
    names = [_stem(file)] if len(packs) == 1 else _sherpa_names(len(packs)) or numbered
    for name, pack in zip(names, packs, strict=True):
        yield _card(torch.from_numpy(pack.copy()), name, file)


def _sherpa_names(count: int) -> Sequence[str]:
    """The names in sherpa-onnx's `voices.bin` of v1.0 and v0.19; none for another number of voices.

    Their order is that of its scripts/kokoro/*/generate_voices_bin.py.
    """
    known = (sorted(set(VOICES) - {"em_santa"}), _OLD_NAMES)
    return next((names for names in known if len(names) == count), ())


def _read_json(data: bytes, file: str) -> Iterator[Card]:
    """`{name: [[[256 numbers]], …]}`, counted before anything is parsed."""
    if data.count(b",") > _MAX_NUMBERS or data.count(b"[") > _MAX_LISTS or data.count(b"{") > 1:
        raise VoiceError(f"{file} holds more than voices, or more than {_MAX_JSON_VOICES}.")
    for name, lists in json.loads(data).items():
        if not isinstance(lists, list):
            raise VoiceError(f"{file} holds a {type(lists).__name__}; {_EXPECTED}.")
        yield _card(torch.from_numpy(np.array(lists, dtype="f4")), str(name), file)


def _read_array_file(data: bytes, file: str) -> Iterator[Card]:
    yield _card(_array(data, file), _stem(file), file)


def _entries(data: bytes) -> list[str]:
    """The names in a zip, once its sizes are known to be sane."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = archive.infolist()
        if len(found) > 10 * MAX_VOICES or sum(entry.file_size for entry in found) > MAX_BYTES:
            raise VoiceError(f"This archive would unpack to more than {MAX_BYTES >> 20} MB.")
        return [entry.filename for entry in found]


def _read_archive(data: bytes, file: str) -> Iterator[Card]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".npy"):
                with archive.open(name) as entry:
                    content = entry.read(_MAX_ARRAY + 1)  # the size in the directory may be false
                yield _card(_array(content, file), _stem(name), file)


def _array(data: bytes, file: str) -> Tensor:
    """A NumPy array, its header checked before anything is allocated; never unpickled."""
    stream = io.BytesIO(data)
    read_header = {
        (1, 0): np.lib.format.read_array_header_1_0,
        (2, 0): np.lib.format.read_array_header_2_0,
    }[np.lib.format.read_magic(stream)]
    shape, _, dtype = read_header(stream)
    if len(data) > _MAX_ARRAY or not _fits(shape) or dtype.kind != "f":
        raise VoiceError(f"{file} holds {list(shape)[:5]} {dtype}; {_EXPECTED}.")
    stream.seek(0)
    return torch.from_numpy(np.lib.format.read_array(stream, allow_pickle=False).astype("f4"))


def _read_safetensors(data: bytes, file: str) -> Iterator[Card]:
    from safetensors.torch import load

    length = int.from_bytes(data[:8], "little")
    if length > min(_MAX_HEADER, len(data)):
        raise VoiceError(f"{file} has a header of {length:,} bytes; it is damaged.")
    header: dict[str, Any] = json.loads(data[8 : 8 + length])
    card = header.get("__metadata__", {}).get("card")
    for name, tensor in load(data).items():
        found = _card(tensor, _stem(file) if len(header) <= 2 else name, file)
        yield Card.from_json(card, found.pack, file) if card and name == "pack" else found


_MAX_JSON_VOICES = 25  # more do not fit into the bytes that are read
_MAX_NUMBERS = _MAX_JSON_VOICES * 512 * STYLE
_MAX_LISTS = _MAX_JSON_VOICES * (1 + 2 * 512)
_OLD_NAMES = (
    "af", "af_bella", "af_nicole", "af_sarah", "af_sky", "am_adam", "am_michael",
    "bf_emma", "bf_isabella", "bm_george", "bm_lewis",
)  # fmt: skip
_ROWS_READ = (510, 511, 512)
_EXPECTED = f"a voice is floating-point [{ROWS}, 1, {STYLE}]"


def _fits(shape: tuple[int, ...]) -> bool:
    """[n, 1, 256] or [n, 256]"""
    return len(shape) in (2, 3) and (shape[0], *shape[1:]) in {
        *((rows, STYLE) for rows in _ROWS_READ),
        *((rows, 1, STYLE) for rows in _ROWS_READ),
    }


def _card(value: Any, name: str, file: str) -> Card:
    """A tensor as 510 rows of float32, checked."""
    if not isinstance(value, Tensor):
        raise VoiceError(f"{file} holds a {type(value).__name__}; {_EXPECTED}.")
    if not value.is_floating_point() or not _fits(tuple(value.shape)):
        kind = str(value.dtype).removeprefix("torch.")
        raise VoiceError(f"{file} holds {kind} {list(value.shape)[:5]}; {_EXPECTED}.")
    rows = value.to(torch.float32).reshape(-1, STYLE)
    if not rows.isfinite().all():
        raise VoiceError(f"{file} holds values that are not finite numbers; export it again.")
    # Packs of version 0.19 have a row for 0 phonemes first; longer ones are padded at the end.
    pack = (rows[1:] if len(rows) == ROWS + 1 else rows[:ROWS]).contiguous().clone()
    return Card(pack, name, warnings=tuple(_odd_lengths(pack, file)))


def _odd_lengths(pack: Tensor, file: str) -> Iterator[str]:
    """A sentence for each half unlike any released voice; `VoiceError` if it is no voice at all."""
    for half, part in HALVES.items():
        shortest, longest = RELEASED_LENGTHS[half]
        lengths = pack[:, part].norm(dim=1)
        low, high = float(lengths.min()), float(lengths.max())
        if low < shortest / _FAR or high > longest * _FAR:
            raise VoiceError(
                f"{file} is no voice of this model: rows of its {half} are {low:.3g} to {high:.3g} "
                f"long, where voices have {shortest:g} to {longest:g}."
            )
        if low < shortest / _ODD or high > longest * _ODD:
            yield (
                f"Its {half} is {low:.2f} to {high:.2f} long, outside the released voices' "
                f"{shortest:g} to {longest:g}: it may sound strained."
            )

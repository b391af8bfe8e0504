"""Recognise files that are no voice files by their first bytes."""

from __future__ import annotations

_DOWNLOAD = "download the file itself: the link that says download or raw"
# First bytes, in lower case -> what such a file is, and what to do about it where that is known.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"version https://git-lfs", "a Git LFS pointer", "fetch the file itself with `git lfs pull`"),
    (b"<!doctype html", "a web page", _DOWNLOAD),
    (b"<html", "a web page", _DOWNLOAD),
    (b"<?xml", "an XML document", ""),
    (b"\x89png", "a PNG picture", ""),
    (b"\xff\xd8\xff", "a JPEG picture", ""),
    (b"gif8", "a GIF picture", ""),
    (b"%pdf", "a PDF document", ""),
    (b"riff", "a RIFF file of sound or pictures", ""),
    (b"oggs", "a sound file (Ogg)", ""),
    (b"flac", "a sound file (FLAC)", ""),
    (b"id3", "a sound file (MP3)", ""),
    (b"\x1f\x8b\x08", "a gzip archive", "unpack it"),
    (b"7z\xbc\xaf\x27", "a 7z archive", "unpack it"),
    (b"rar!", "a RAR archive", "unpack it"),
    (b"gguf", "a GGUF model", ""),
)


def name_stranger(data: bytes) -> tuple[str, str] | None:
    """The kind of a file, such as 'a web page', and what to do; None if it may be a voice."""
    beginning = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n").lower()
    for signature, kind, remedy in _SIGNATURES:
        if beginning.startswith(signature):
            return kind, remedy
    return None

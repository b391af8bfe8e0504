"""Addresses: the scheme and "www." are dropped, the signs get their names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .locale import Locale
from .piece import Piece, Rule

_LABEL = r"[A-Za-z0-9][A-Za-z0-9-]{0,62}"
_HOST = rf"{_LABEL}(?:\.{_LABEL}){{0,8}}\.[A-Za-z]{{2,24}}"
_START = r"(?<![A-Za-z0-9._%+@/-])"
_EMAIL = rf"{_START}[A-Za-z0-9][A-Za-z0-9._%+-]{{0,63}}@{_HOST}(?![A-Za-z0-9-])"
_PATH = r"(?:/[A-Za-z0-9._~%/=&?#+-]{0,200}[A-Za-z0-9/])?/?"
_URL = rf"{_START}(?:(?:https?|ftp)://(?:www\.)?|www\.){_HOST}(?::[0-9]{{1,5}})?{_PATH}"
_OPENING = re.compile(r"(?:[a-z]+://)?(?:www\.)?")
_PART = re.compile(r"/+\Z|[A-Za-z]+|[0-9]+|[^A-Za-z0-9]")


def rules(locale: Locale) -> tuple[Rule, ...]:
    """E-mail addresses and web addresses that open with a scheme or "www.".

    Labels and signs are pieces of their own, so that each word of an address keeps its place.
    """

    def pieces(match: re.Match[str]) -> Iterator[Piece]:
        opening = _OPENING.match(match[0])
        names = match.start() + (opening.end() if opening else 0)
        if names > match.start():
            yield Piece(match.start(), names, "")
        for part in _PART.finditer(match.string, names, match.end()):
            said = _name(part[0], locale)
            if said is not None:
                yield Piece(*part.span(), said)

    def speak(match: re.Match[str]) -> tuple[Piece, ...]:
        return tuple(pieces(match))

    return (Rule("e-mail", re.compile(_EMAIL), speak), Rule("address", re.compile(_URL), speak))


def _name(part: str, locale: Locale) -> str | None:
    """The name of a part of an address; `None` for a word that is read as written."""
    if part[0].isalnum():
        return locale.web.labels.get(part.lower())
    return locale.space + locale.web.signs.get(part, "") + locale.space

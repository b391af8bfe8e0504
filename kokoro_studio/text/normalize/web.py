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
# Without a scheme only names that end in one of these, which are no words, are addresses.
_TLD = r"(?:co|gov|ac|org|nic|net)\.in|com|org|net|edu|gov|info|io|dev|app|eu|uk|fr|br|jp|cn|tv|es"
_BARE = (
    rf"{_START}(?![A-Za-z]\.es\b){_LABEL}(?:\.{_LABEL}){{0,6}}\.(?:{_TLD})"  # p.es. is Italian
    rf"(?![A-Za-z0-9-]|\.[A-Za-z0-9]){_PATH}"
)
_ENDINGS = (
    "pdf|docx?|xlsx?|pptx?|txt|md|csv|tsv|json|ya?ml|xml|html?|css|[jt]sx?|mjs|py|ipynb|rs|go|rb|sh"
    "|bat|exe|dll|cpp|hpp|java|php|sql|jpe?g|png|gif|svg|webp|bmp|ico|mp[34]|wav|flac|ogg|opus|avi"
    "|mkv|mov|zip|tar|gz|rar|7z|iso|apk|epub|log|ini|cfg|toml|lock|bak|tmp|srt|vtt"
)
_FILE = (
    rf"{_START}(?![Ll]\.go\b)"  # L.go is a square in Italy
    rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,63}}(?:\.(?:{_ENDINGS})){{1,2}}(?![A-Za-z0-9_-])"
)
_OPENING = re.compile(r"(?:[a-z]+://)?(?:www\.)?")
_NO_VOWEL = re.compile("[b-df-hj-np-tv-xz]{2,5}", re.I)  # nasa.gov, but bbc.com by its letters
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

    def speak_file(match: re.Match[str]) -> tuple[Piece, ...]:
        return tuple(_file(match, locale))

    return (
        Rule("e-mail", re.compile(_EMAIL), speak),
        Rule("address", re.compile(_URL), speak),
        Rule("file", re.compile(_FILE), speak_file),
        Rule("bare address", re.compile(_BARE), speak),
    )


def _file(match: re.Match[str], locale: Locale) -> Iterator[Piece]:
    """report.pdf: the name as written, the ending by its letters."""
    name, *endings = match[0].split(".")
    place = match.start()
    for part in _PART.finditer(match.string, place, place + len(name)):
        if not part[0].isalnum():
            sign = locale.web.signs.get(part[0], "")
            yield Piece(*part.span(), locale.space + sign + locale.space)
        elif part[0].isupper() and len(part[0]) > 3:
            yield Piece(*part.span(), part[0].lower())  # README
    place += len(name)
    for ending in endings:
        yield Piece(place, place + 1, f" {locale.web.signs['.']} ")
        said = locale.web.endings.get(ending) or locale.spelled(ending)
        yield Piece(place + 1, place + 1 + len(ending), said)
        place += 1 + len(ending)


def _name(part: str, locale: Locale) -> str | None:
    """The name of a part of an address; `None` for a word that is read as written."""
    if part[0].isalnum():
        said = locale.web.labels.get(part.lower())
        if said is None and locale.space and _NO_VOWEL.fullmatch(part):
            return " ".join(part.upper())
        return said
    return locale.space + locale.web.signs.get(part, "") + locale.space

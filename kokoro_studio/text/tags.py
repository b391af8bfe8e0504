"""Tags within a text: `[pause:1.5s]`, `[voice:am_adam]`, `[rate:1.2]`, `<break time="1s"/>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..errors import TextError
from .markup_values import read_break, read_rate, read_seconds
from .passages import FASTEST, SLOWEST, MarkedText, Passage, Pause, Piece, Style
from .tokens import Reason, Skip

_TAG = re.compile(
    r"\[ {0,9}(?P<kind>pause|voice|rate) {0,9}:(?P<value>[^\[\]\r\n]{0,4000})\]"
    r"|<break(?=[\s/>])(?P<attributes>[^<>]{0,200})>(?:\s{0,9}</break\s{0,9}>)?",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([a-z]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)


def read_tags(text: str, voice_tags: bool = True) -> MarkedText:
    """A text with its tags taken out. `TextError` for a tag with a wrong value.

    A voice tag resets the rate. Without `voice_tags`, those of voice and rate have no effect; they
    are listed in `skipped`.
    """
    text, skipped = (text, ()) if voice_tags else _without_voice_tags(text)
    return MarkedText(tuple(_pieces(text)), skipped)


def _without_voice_tags(text: str) -> tuple[str, tuple[Skip, ...]]:
    """Spaces take the place of the tags, so that offsets and sentences stay as they are."""
    skipped: list[Skip] = []

    def blank(found: re.Match[str]) -> str:
        if _kind(found) == "pause":
            return found[0]
        skipped.append(Skip(found.start(), found.end(), found[0], Reason.TAG))
        return " " * len(found[0])

    return _TAG.sub(blank, text), tuple(skipped)


def _pieces(text: str) -> Iterator[Piece]:
    style, done = Style(), 0
    for found in _TAG.finditer(text):
        yield from _passage(text, done, found.start(), style)
        done = found.end()
        if _kind(found) == "pause":
            if seconds := _pause_seconds(found):
                yield Pause(seconds)
        else:
            style = _changed(style, found)
    yield from _passage(text, done, len(text), style)


def _passage(text: str, start: int, end: int, style: Style) -> Iterator[Passage]:
    if text[start:end].strip():
        yield Passage(text[start:end], start, style)


def _kind(found: re.Match[str]) -> str:
    return (found["kind"] or "pause").lower()


def _pause_seconds(found: re.Match[str]) -> float:
    if found["kind"]:
        return read_seconds(found["value"], found[0])
    attributes = {
        name.lower(): double or single
        for name, double, single in _ATTRIBUTE.findall(found["attributes"])
    }
    return read_break(attributes)


def _changed(style: Style, found: re.Match[str]) -> Style:
    value = found["value"].strip()
    if _kind(found) == "voice":
        if not value:
            raise TextError("A voice tag needs a voice, as in [voice:am_adam].")
        return replace(style, voice=value, rate=1.0)
    rate = read_rate(value)
    if rate is None:
        raise TextError(
            f"{found[0][:60]} is not a rate; use {SLOWEST} to {FASTEST:g}, as in [rate:1.2]."
        )
    return replace(style, rate=rate)

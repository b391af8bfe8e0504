"""Texts with pauses and changes of voice: tags in brackets, or SSML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..engine import Take
from ..engine.script import Pause
from ..engine.take import FASTEST, SLOWEST
from ..errors import TextError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SILENCE_SECONDS = 600.0  # of all pauses of a request
DEEPEST = 10  # elements of SSML inside one another
_TAG = re.compile(r"\[(pause|voice|rate):\s*([^\[\]\r\n]{1,4000}?)\s*\]")
_SECONDS = re.compile(r"(\d{1,6}(?:\.\d{1,6})?|\.\d{1,6})\s*(ms|s)")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,6})?")
_BREAKS = {"none": 0.0, "x-weak": 0.0, "weak": 0.25, "medium": 0.5, "strong": 1.0, "x-strong": 1.5}
_RATES = {"x-slow": 0.5, "slow": 0.75, "medium": 1.0, "fast": 1.25, "x-fast": 1.5, "default": 1.0}
_LINES = {"p", "s", "paragraph", "sentence"}
_UNSPOKEN = {"desc", "metadata", "meta", "mark"}

Named = Callable[[str], tuple[str, float]]  # a voice's name -> its formula and rate


@dataclass(frozen=True)
class Said:
    """A stretch of text in one voice at one rate."""

    text: str
    voice: str
    rate: float


Piece = Said | Pause


def read_tags(text: str, voice: str, rate: float, named: Named, voice_tags: bool) -> list[Piece]:
    """`[pause:1.5s]`, and with `voice_tags` also `[voice:…]` and `[rate:…]`, taken out of a text.

    A voice tag resets the rate to that of its voice. `TextError` for a tag with a wrong value.
    """
    pieces: list[Piece] = []
    own_rate, done = rate, 0
    for found in _TAG.finditer(text):
        kind, value = found.groups()
        if kind != "pause" and not voice_tags:
            continue
        pieces.append(Said(text[done : found.start()], voice, rate))
        done = found.end()
        if kind == "pause":
            pieces.append(Pause(_seconds(value, found[0])))
        elif kind == "voice":
            voice, rate = named(value)
            own_rate = rate
        else:
            rate = own_rate * _rate(value, found[0])
    return [*pieces, Said(text[done:], voice, rate)]


def read_ssml(source: str, voice: str, rate: float, named: Named) -> list[Piece]:
    """SSML's speak, p, s, break, prosody rate, voice, phoneme (IPA) and sub.

    Other elements lose their markup and keep their text. `TextError` for what is malformed, too
    deep, or brings a document type.
    """
    import defusedxml.ElementTree as xml
    from defusedxml.common import DefusedXmlException

    try:
        root = xml.fromstring(source, forbid_dtd=True)
    except DefusedXmlException as error:
        raise TextError(
            "SSML with a document type or entities is not read; leave them out."
        ) from error
    except (xml.ParseError, ValueError, LookupError) as error:
        raise TextError(f"This is not well-formed SSML: {str(error)[:100]}.") from error
    return list(_walk(root, Said("", voice, rate), named, 1))


def _walk(element: Element, style: Said, named: Named, depth: int) -> Iterator[Piece]:
    if depth > DEEPEST:
        raise TextError(f"SSML is nested more than {DEEPEST} deep; make it flatter.")
    tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "desc"
    attributes = {name.rpartition("}")[2].lower(): v for name, v in element.attrib.items()}
    outer = style
    if tag == "break":
        yield Pause(_break(attributes))
    elif tag == "prosody" and "rate" in attributes:
        style = replace(style, rate=style.rate * _prosody_rate(attributes["rate"]))
    elif tag == "voice" and "name" in attributes:
        formula, rate = named(attributes["name"])
        style = replace(style, voice=formula, rate=rate)
    if tag in _LINES:
        yield replace(outer, text="\n")
    if tag == "phoneme":
        yield replace(style, text=_phoneme("".join(element.itertext()), attributes))
    elif tag == "sub" and "alias" in attributes:
        yield replace(style, text=attributes["alias"])
    elif tag not in _UNSPOKEN:
        yield replace(style, text=element.text or "")
        for child in element:
            yield from _walk(child, style, named, depth + 1)
            yield replace(style, text=child.tail or "")
    if tag in _LINES:
        yield replace(outer, text="\n")


def to_script(pieces: list[Piece], take: Take) -> list[Take | Pause]:
    """Takes like `take` for what is said, and the pauses between; what has no word is left out."""
    script: list[Take | Pause] = []
    for piece in _joined(pieces):
        if isinstance(piece, Pause):
            script.append(piece)
        elif any(char.isalnum() for char in piece.text):
            speed = min(max(take.speed * piece.rate, SLOWEST), FASTEST)
            script.append(replace(take, text=piece.text, voice=piece.voice, speed=speed))
    if not any(isinstance(piece, Take) for piece in script):
        return [take]  # which says why there is nothing to speak
    silent = sum(piece.seconds for piece in script if isinstance(piece, Pause))
    if silent > SILENCE_SECONDS:
        raise TextError(
            f"The pauses add up to {silent:g} s; use at most {SILENCE_SECONDS:g} in one request."
        )
    return script


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours in the same voice at the same rate are one text."""
    kept: Said | None = None
    for piece in pieces:
        if (
            kept
            and isinstance(piece, Said)
            and (piece.voice, piece.rate) == (kept.voice, kept.rate)
        ):
            kept = replace(kept, text=kept.text + piece.text)
        elif isinstance(piece, Said) and not piece.text.strip():
            continue
        else:
            if kept:
                yield kept
            kept = piece if isinstance(piece, Said) else None
            if isinstance(piece, Pause):
                yield piece
    if kept:
        yield kept


def _seconds(value: str, tag: str) -> float:
    found = _SECONDS.fullmatch(value)
    if not found:
        raise TextError(f"{tag[:60]} is not a pause; write it as [pause:1.5s] or [pause:300ms].")
    return float(found[1]) / (1000 if found[2] == "ms" else 1)


def _rate(value: str, tag: str) -> float:
    if not _NUMBER.fullmatch(value) or not SLOWEST <= float(value) <= FASTEST:
        raise TextError(
            f"{tag[:60]} is not a rate; use {SLOWEST} to {FASTEST:g}, as in [rate:1.2]."
        )
    return float(value)


def _break(attributes: dict[str, str]) -> float:
    if "time" in attributes:
        return _seconds(attributes["time"].strip(), f"<break time={attributes['time']!r}>")
    strength = attributes.get("strength", "medium")
    if strength not in _BREAKS:
        raise TextError(f"There is no break {strength[:40]!r}; use one of {', '.join(_BREAKS)}.")
    return _BREAKS[strength]


def _prosody_rate(value: str) -> float:
    value = value.strip()
    if value in _RATES:
        return _RATES[value]
    percent = value.endswith("%")
    number = value.rstrip("%")
    if _NUMBER.fullmatch(number):
        rate = float(number) / (100 if percent else 1)
        if SLOWEST <= rate <= FASTEST:
            return rate
    raise TextError(
        f"There is no prosody rate {value[:40]!r}; use a number or per cent from {SLOWEST} to "
        f"{FASTEST:g}, or one of {', '.join(_RATES)}."
    )


def _phoneme(text: str, attributes: dict[str, str]) -> str:
    phonemes = attributes.get("ph", "").strip()
    if attributes.get("alphabet", "ipa") != "ipa" or not phonemes:
        raise TextError("A phoneme element needs ph, in alphabet ipa.")
    if set("[]()/\r\n") & set(text + phonemes):
        raise TextError("A phoneme element may hold no brackets, slashes or line breaks.")
    return f"[{text.strip()}](/{phonemes}/)"

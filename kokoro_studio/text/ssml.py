"""SSML: speak, p, s, break, prosody, voice, lang, phoneme, sub and say-as."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import TextError
from .languages import LANGUAGES
from .lines import LINE_SEPARATOR
from .markup_values import read_break, read_pitch, read_prosody_rate, read_volume
from .passages import MarkedText, Passage, Pause, Piece, Style
from .tags import read_tags
from .tokens import Skip

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

DEEPEST = 10  # elements inside one another
_LINES = {"p", "s", "paragraph", "sentence"}
_UNSPOKEN = {"desc", "metadata", "meta"}
_OTHER_PREFIXES = ("amazon", "google", "mstts")  # vendors' samples use them without declaring them
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,39}")

Attributes = dict[str, str]


def read_ssml(source: str, voices: bool = True, voice_tags: bool = True) -> MarkedText:
    """SSML as passages and pauses. Elements that have no effect are named in `unused`.

    Their text is spoken. Without `voices`, `voice` elements have none. Tags in brackets are read
    too, as in `read_tags`. `TextError` for what is malformed, too deep, or brings a document type.
    """
    import defusedxml.ElementTree as xml
    from defusedxml.common import DefusedXmlException

    try:
        root = xml.fromstring(_with_prefixes(source.strip()), forbid_dtd=True)
    except DefusedXmlException as error:
        raise TextError(
            "SSML with a document type or entities is not read; leave them out."
        ) from error
    except (xml.ParseError, ValueError, LookupError) as error:
        raise TextError(f"This is not well-formed SSML: {str(error)[:100]}.") from error
    walker = _Walker(voices)
    walker.walk(root, Style(), 1)
    return walker.marked(voice_tags)


def _with_prefixes(source: str) -> str:
    """The root with a declaration of each vendor's prefix that is used without one."""
    missing = [
        f' xmlns:{prefix}="{prefix}"'
        for prefix in _OTHER_PREFIXES
        if f"<{prefix}:" in source and f"xmlns:{prefix}" not in source
    ]
    return re.sub(r"<speak(?=[\s>])", f"<speak{''.join(missing)}", source, count=1)


class _Walker:
    """Collects pieces from elements in document order."""

    def __init__(self, voices: bool) -> None:
        self._voices = voices
        self._pieces: list[Piece] = []
        self._unused: dict[str, None] = {}
        self._length = 0

    def marked(self, voice_tags: bool) -> MarkedText:
        pieces: list[Piece] = []
        skipped: list[Skip] = []
        for piece in self._pieces:
            if isinstance(piece, Pause):
                pieces.append(piece)
                continue
            tagged = read_tags(piece.text, voice_tags)
            pieces += (_within(piece, inner) for inner in tagged.pieces)
            skipped += tagged.skipped
        return MarkedText(tuple(pieces), tuple(skipped), tuple(self._unused))

    def walk(self, element: Element, style: Style, depth: int) -> None:
        if depth > DEEPEST:
            raise TextError(f"SSML is nested more than {DEEPEST} deep; make it flatter.")
        tag = element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else "desc"
        attributes = {name.rpartition("}")[2].lower(): v for name, v in element.attrib.items()}
        outer, style = style, self._style(tag, attributes, style)
        if tag in _UNSPOKEN:
            return
        if tag == "break":
            self._pause(read_break(attributes))
        if tag in _LINES:
            self._say(LINE_SEPARATOR, outer)
        if tag in _TEXTS:
            written = _TEXTS[tag](element, attributes)
            if written is None:
                self._name(tag)
            self._say("".join(element.itertext()) if written is None else written, style)
        else:
            self._say(element.text or "", style)
            for child in element:
                self.walk(child, style, depth + 1)
                self._say(child.tail or "", style)
        if tag in _LINES:
            self._say(LINE_SEPARATOR, outer)

    def _style(self, tag: str, attributes: Attributes, style: Style) -> Style:
        if tag == "prosody":
            return self._prosody(attributes, style)
        if tag == "voice":
            style = self._voice(attributes, style)
        elif tag not in _KNOWN:
            self._name(tag)
        return self._language(tag, attributes, style)

    def _prosody(self, attributes: Attributes, style: Style) -> Style:
        if "rate" in attributes:
            style = replace(style, rate=style.rate * read_prosody_rate(attributes["rate"]))
        shift = read_pitch(attributes.get("pitch", "default"))
        gain = read_volume(attributes.get("volume", "default"))
        for name in sorted(attributes):
            effect = {"rate": 1.0, "pitch": shift, "volume": gain}.get(name)
            if effect is None:
                self._name("prosody", name)
        return replace(
            style,
            pitch_semitones=style.pitch_semitones + (shift or 0.0),
            gain=style.gain * (1.0 if gain is None else gain),
        )

    def _voice(self, attributes: Attributes, style: Style) -> Style:
        """A voice speaks its own language, at its own rate."""
        for name in sorted(attributes.keys() - {"name", "lang"}):
            self._name("voice", name)
        name = attributes.get("name", "").strip()
        if name and self._voices:
            return replace(style, voice=name, rate=1.0, language="")
        if name:
            self._name("voice")
        return style

    def _language(self, tag: str, attributes: Attributes, style: Style) -> Style:
        if "lang" not in attributes:
            return style
        language = _language_code(attributes["lang"], exact=tag == "lang")
        if not language:
            self._name("lang" if tag == "lang" else f"{tag} lang")
            return style
        return replace(style, language=language)

    def _say(self, text: str, style: Style) -> None:
        """Neighbours in one style are one passage, so that a sentence stays whole."""
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, Passage) and (last.style == style or not text.strip()):
            self._pieces[-1] = replace(last, text=last.text + text)
        elif isinstance(last, Passage) and not last.text.strip():
            self._pieces[-1] = Passage(text, self._length, style)
        else:
            self._pieces.append(Passage(text, self._length, style))
        self._length += len(text)

    def _pause(self, seconds: float) -> None:
        if seconds:
            self._pieces.append(Pause(seconds))

    def _name(self, *names: str) -> None:
        shown = " ".join(name if _NAME.fullmatch(name) else "other" for name in names)
        self._unused[shown] = None


def _within(outer: Passage, inner: Piece) -> Piece:
    """A piece of an element's text, in the style of the element."""
    if isinstance(inner, Pause):
        return inner
    voice, rate = inner.style.voice or outer.style.voice, inner.style.rate * outer.style.rate
    style = replace(outer.style, voice=voice, rate=rate)
    return Passage(inner.text, outer.start + inner.start, style)


def _language_code(tag: str, exact: bool) -> str:
    """A code of `LANGUAGES` for a BCP 47 tag; '' for other languages.

    Unless `exact`, English of any country is 'en': the accent stays that of the voice. Documents
    say en-US as a matter of form.
    """
    wanted = tag.strip().lower().replace("_", "-")
    primary = "zh" if wanted.startswith("cmn") else wanted.partition("-")[0]
    if primary == "en" and not exact:
        return "en"
    tags = {code: language.tag.lower() for code, language in LANGUAGES.items()}
    same = [code for code, known in tags.items() if known == wanted]
    close = [code for code, known in tags.items() if known.partition("-")[0] == primary]
    return (same or close or [""])[0]


def _phoneme(element: Element, attributes: Attributes) -> str:
    text, phonemes = "".join(element.itertext()), attributes.get("ph", "").strip()
    if attributes.get("alphabet", "ipa").lower() != "ipa" or not phonemes:
        raise TextError("A phoneme element needs ph, in alphabet ipa.")
    if set("[]()/\r\n") & set(text + phonemes):
        raise TextError("A phoneme element may hold no brackets, slashes or line breaks.")
    return f"[{text.strip()}](/{phonemes}/)"


def _say_as(element: Element, attributes: Attributes) -> str | None:
    """Single characters, where they are asked for. The normaliser reads numbers by their form."""
    text = "".join(element.itertext())
    kind = attributes.get("interpret-as", "").strip().lower()
    if kind in ("characters", "spell-out", "verbatim", "digits"):
        return " ".join(char.upper() for char in text if not char.isspace())
    return text if kind in ("cardinal", "number") else None


_TEXTS: dict[str, Callable[[Element, Attributes], str | None]] = {
    "phoneme": _phoneme,
    "say-as": _say_as,
    "sub": lambda _, attributes: attributes.get("alias"),
}
_KNOWN = {"speak", "break", "prosody", "voice", "lang", *_LINES, *_UNSPOKEN, *_TEXTS}

"""The nine languages, in one registry: to add one, add its row and its backend."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass

from ..errors import TextError
from .g2p import G2PBackend


def _english(british: bool) -> G2PBackend:
    from .g2p.english import English

    return English(british)


def _espeak(voice: str) -> G2PBackend:
    from .g2p.espeak import Espeak

    return Espeak(voice)


def _japanese() -> G2PBackend:
    from .g2p.japanese import Japanese

    return Japanese()


def _mandarin() -> G2PBackend:
    from .g2p.mandarin import Mandarin

    return Mandarin()


@dataclass(frozen=True)
class Language:
    """A language of the model."""

    code: str  # the first letter of its voices' ids
    name: str  # in English
    endonym: str
    tag: str  # BCP 47
    build: Callable[[], G2PBackend]

    def __str__(self) -> str:
        return self.name


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("a", "American English", "American English", "en-US", lambda: _english(False)),
        Language("b", "British English", "British English", "en-GB", lambda: _english(True)),
        Language("e", "Spanish", "Español", "es", lambda: _espeak("es")),
        Language("f", "French", "Français", "fr", lambda: _espeak("fr-fr")),
        Language("h", "Hindi", "हिन्दी", "hi", lambda: _espeak("hi")),
        Language("i", "Italian", "Italiano", "it", lambda: _espeak("it")),
        Language("j", "Japanese", "日本語", "ja", _japanese),
        Language("p", "Brazilian Portuguese", "Português", "pt-BR", lambda: _espeak("pt-br")),
        Language("z", "Mandarin Chinese", "普通话", "zh", _mandarin),
    )
}

# Names beside the code, the tag and the tag without its region: those of the official package,
# ISO 639-3, and English as it is spelt outside the United States.
_OTHER_NAMES = {
    "en": "a", "eng": "a",
    "en-uk": "b", "en-au": "b", "en-ie": "b", "en-in": "b", "en-nz": "b", "en-za": "b",
    "spa": "e", "fra": "f", "fre": "f", "hin": "h", "ita": "i", "jpn": "j", "jp": "j",
    "por": "p", "pt": "p", "cmn": "z", "zho": "z", "chi": "z", "zh-cmn": "z",
}  # fmt: skip
_CODES = {code: code for code in LANGUAGES}
_CODES |= {language.tag.lower(): code for code, language in LANGUAGES.items()}
_CODES |= _OTHER_NAMES
# BCP 47: a language, perhaps a script, perhaps a region. https://www.rfc-editor.org/rfc/rfc5646
_TAG = re.compile(r"([a-z]{2,3})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?")
_SHOWN = 40  # characters of a name that is unknown

_backends: dict[str, G2PBackend] = {}
_building = threading.Lock()


def language_of(name: str) -> Language:
    """The language of a code, a BCP 47 tag or an alias of the official package, in any case.

    A region or script that is not listed is ignored: `es-MX` is Spanish. `TextError` for any other
    name.
    """
    key = name.strip().lower().replace("_", "-") if isinstance(name, str) else ""
    tag = _TAG.fullmatch(key)
    code = _CODES.get(key) or (_CODES.get(tag[1]) if tag else None)
    if code:
        return LANGUAGES[code]
    known = ", ".join(
        f"{language.code} or {language.tag} ({language.name})" for language in LANGUAGES.values()
    )
    shown = name[:_SHOWN] if isinstance(name, str) else name
    raise TextError(f"There is no language {shown!r}; use one of {known}.")


def backend_of(code: str) -> G2PBackend:
    """The backend of a known code, built on first use and kept."""
    if code not in _backends:
        with _building:
            if code not in _backends:
                _backends[code] = LANGUAGES[code].build()
    return _backends[code]


def lists_word(code: str, word: str) -> bool | None:
    """Whether the dictionary of a language has a word; None: its words are read by rules."""
    is_word = backend_of(code).is_word
    return is_word(word) if is_word else None


def tags_of(code: str, text: str) -> dict[int, str]:
    """The tags of the Penn Treebank for words of an English text, by where they start."""
    from .g2p.english import English

    backend = backend_of(code)
    return backend.tags(text) if isinstance(backend, English) else {}

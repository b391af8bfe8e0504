"""The nine languages, in one registry: to add one, add its row and its engine."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass

from ..errors import TextError
from .engines import Engine


def _english(british: bool) -> Engine:
    from .engines.english import English

    return English(british)


def _espeak(voice: str) -> Engine:
    from .engines.espeak import Espeak

    return Espeak(voice)


def _japanese() -> Engine:
    from .engines.japanese import Japanese

    return Japanese()


def _mandarin() -> Engine:
    from .engines.mandarin import Mandarin

    return Mandarin()


@dataclass(frozen=True)
class Language:
    """A language of the model."""

    code: str  # the first letter of its voices' ids
    name: str  # in English
    endonym: str
    tag: str  # BCP 47
    build: Callable[[], Engine]

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

_engines: dict[str, Engine] = {}
_building = threading.Lock()


def language_of(code: str) -> Language:
    """The language of a code; `TextError` for any other."""
    if isinstance(code, str) and code in LANGUAGES:
        return LANGUAGES[code]
    known = ", ".join(f"{language.code} ({language.name})" for language in LANGUAGES.values())
    raise TextError(f"There is no language {code!r}; choose one of {known}.")


def engine_of(code: str) -> Engine:
    """The engine of a known code, built on first use and kept."""
    if code not in _engines:
        with _building:
            if code not in _engines:
                _engines[code] = LANGUAGES[code].build()
    return _engines[code]

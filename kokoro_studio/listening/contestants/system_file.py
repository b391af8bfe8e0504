"""The host's file of other systems to compare with: read and checked.

docs/contestants.md describes it. An error names the place of the mistake, and never repeats a value
that could be a key.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from ...errors import RequestError, TextError
from ...settings import secret
from ...text import LANGUAGES, language_of
from .contestant import Contestant, ContestantError

_MOST_BYTES = 2**20  # of the file
_MOST_SYSTEMS = 200
_MOST_INPUT_BYTES = 10 * 2**20  # of a recording that a system is given
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SPACE = re.compile(r"[\w.-]{1,96}/[\w.-]{1,96}")


@dataclass(frozen=True)
class InputFile:
    """A file of the host's that a system is given."""

    path: Path
    sha256: str


@dataclass(frozen=True)
class System:
    """One entry of the file, checked."""

    name: str
    kind: str  # a key of `calling.CALLS`
    languages: Mapping[str, str]  # code of ours -> the system's own word for it
    url: str = ""
    space: str = ""  # OWNER/NAME on Hugging Face
    model: str = ""
    voice: str = ""
    version: str = ""  # the host's: another one is another contestant
    licence: str = ""
    key_variable: str = ""  # name of the environment variable that holds the key
    timeout_seconds: float = 60.0
    format: str = "wav"
    extra: Mapping[str, Any] = field(default_factory=dict)  # beside OpenAI's own values
    api_name: str = ""
    inputs: Any = ()  # a list or a mapping, with {text}, {voice}, {language}, {seed} where they go
    output: int = 0  # which of the outputs is the sound

    @property
    def recipe(self) -> dict[str, Any]:
        """All that determines the sound, without a key or the name of one."""
        aside = ("name", "languages", "licence", "key_variable", "timeout_seconds")
        return {
            name: _without_paths(value)
            for name in self.__dataclass_fields__
            if name not in aside and (value := getattr(self, name))
        }

    @property
    def contestant(self) -> Contestant:
        return Contestant("system", self.name, self.recipe)

    def key(self) -> str:
        """From the environment, at the moment it is needed; '' where none is."""
        key = secret(self.key_variable) if self.key_variable else ""
        if self.key_variable and not key:
            raise ContestantError(
                f"{self.name} needs a key; its host has to set {self.key_variable}."
            )
        return key


def _without_paths(value: Any) -> Any:
    if isinstance(value, InputFile):
        return {"sha256": value.sha256}
    if isinstance(value, Mapping):
        return {name: _without_paths(one) for name, one in value.items()}
    return [_without_paths(one) for one in value] if isinstance(value, list) else value


def read_systems(path: Path) -> tuple[System, ...]:
    """Every system in the file; `RequestError` for the first mistake in it."""
    import yaml

    try:
        if path.stat().st_size > _MOST_BYTES:
            raise RequestError(f"{path.name} is larger than {_MOST_BYTES >> 20} MB.")
        given = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise RequestError(f"{path.name} cannot be read ({error.strerror}).") from error
    except (UnicodeDecodeError, RecursionError, yaml.YAMLError) as error:
        # Not the parser's own words: they repeat the line.
        mark = getattr(error, "problem_mark", None)
        where = f"line {mark.line + 1}" if mark else "its encoding"
        raise RequestError(f"{path.name} is neither YAML nor JSON: see {where}.") from error
    if not isinstance(given, Mapping) or set(given) != {"contestants"}:
        raise RequestError(f"{path.name} needs one entry, `contestants`, with a list of systems.")
    entries = given["contestants"]
    if not isinstance(entries, list) or len(entries) > _MOST_SYSTEMS:
        raise RequestError(
            f"`contestants` in {path.name} is a list of at most {_MOST_SYSTEMS} systems."
        )
    found = tuple(
        _parse(entry, f"{path.name}, system {number}", path.parent)
        for number, entry in enumerate(entries, 1)
    )
    for what in ([one.name for one in found], [one.contestant.id for one in found]):
        for number, one in enumerate(what, 1):
            if (before := what.index(one) + 1) < number:
                raise RequestError(
                    f"{path.name}: systems {before} and {number} are the same; "
                    "give them names, and voices or versions, of their own."
                )
    return found


def _parse(entry: Any, where: str, folder: Path) -> System:
    if not isinstance(entry, Mapping):
        raise RequestError(f"{where} is not a set of names and values.")
    if isinstance(entry.get("name"), str):
        where += f" ({entry['name'][:40]})"
    kind = entry.get("kind")
    if not isinstance(kind, str) or kind not in _ALLOWED:
        raise RequestError(f"{where}: `kind` is one of {', '.join(_ALLOWED)}.")
    allowed = {*_ALLOWED[kind], *_ALWAYS}
    if unknown := [str(name)[:40] for name in entry if name not in allowed]:
        raise RequestError(
            f"{where}: there is no setting {', '.join(unknown)}; use {', '.join(sorted(allowed))}."
        )
    for name, (fits, wanted) in _CHECKS.items():
        if name in entry and not fits(entry[name]):
            raise RequestError(f"{where}: `{name}` is {wanted}.")
    if missing := [name for name in ("name", "languages") if name not in entry]:
        raise RequestError(f"{where}: `{missing[0]}` is missing; it is {_CHECKS[missing[0]][1]}.")
    if kind == "openai" and not {"url", "model", "voice"} <= set(entry):
        raise RequestError(f"{where}: a system of kind openai needs `url`, `model` and `voice`.")
    if kind == "gradio" and ("url" in entry) == ("space" in entry):
        raise RequestError(f"{where}: a system of kind gradio needs `url` or `space`, one of them.")
    if kind == "gradio" and not {"api_name", "inputs"} <= set(entry):
        raise RequestError(f"{where}: a system of kind gradio needs `api_name` and `inputs`.")
    inputs = _with_files(entry.get("inputs", ()), where, folder)
    languages = _languages(entry["languages"], where)
    return System(**{**entry, "languages": languages, "inputs": inputs})


def _languages(given: Any, where: str) -> dict[str, str]:
    """The system's own word for each of our codes: where it has none, the BCP 47 tag."""
    words: dict[str, str] = {}
    for name in given:
        language = language_of(name)
        if language.code in words:
            raise RequestError(f"{where}: `languages` names {language} twice.")
        words[language.code] = given[name] if isinstance(given, Mapping) else language.tag
    return words


def _with_files(inputs: Any, where: str, folder: Path) -> Any:
    """The inputs with each `{file: NAME}` replaced by the file, such as a voice to imitate."""
    if isinstance(inputs, list):
        return [_with_files(one, where, folder) for one in inputs]
    if not isinstance(inputs, Mapping):
        return inputs
    if set(inputs) != {"file"}:
        return {name: _with_files(one, where, folder) for name, one in inputs.items()}
    path = folder / str(inputs["file"])
    if not path.is_file() or path.stat().st_size > _MOST_INPUT_BYTES:
        raise RequestError(
            f"{where}: there is no file {path.name[:80]!r} of at most 10 MB beside it."
        )
    return InputFile(path.resolve(), hashlib.sha256(path.read_bytes()).hexdigest())


_ALWAYS = ("name", "kind", "languages", "voice", "version", "licence", "key_variable")
_ALLOWED = {
    "openai": ("url", "model", "format", "extra", "timeout_seconds"),
    "gradio": ("url", "space", "api_name", "inputs", "output", "timeout_seconds"),
}


def _words(most: int) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, str) and 1 <= len(value) <= most and value.isprintable()


def _is_language(name: Any) -> bool:
    try:
        return bool(language_of(name))
    except TextError:
        return False


def _is_languages(value: Any) -> bool:
    return (
        isinstance(value, (list, Mapping))
        and len(value) > 0
        and all(map(_is_language, value))
        and (not isinstance(value, Mapping) or all(map(_words(40), value.values())))
    )


def _is_url(value: Any) -> bool:
    """With nothing in it that could be a secret."""
    if not _words(500)(value):
        return False
    parts = urlsplit(value)
    plain = not (parts.username or parts.password or parts.query or parts.fragment)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and plain


def _is_plain(value: Any, depth: int = 4) -> bool:
    """JSON, not deep and not large."""
    if isinstance(value, (list, dict)):
        inner = list(value.values()) if isinstance(value, dict) else value
        named = not isinstance(value, dict) or all(isinstance(name, str) for name in value)
        return (
            depth > 0
            and len(inner) <= 50
            and named
            and all(_is_plain(one, depth - 1) for one in inner)
        )
    finite = not isinstance(value, float) or math.isfinite(value)
    return value is None or (isinstance(value, (str, int, float)) and finite)


_NAMES = ", ".join(f"{code} or {language.tag}" for code, language in LANGUAGES.items())
_CHECKS: dict[str, tuple[Callable[[Any], bool], str]] = {
    "name": (_words(80), "1 to 80 letters"),
    "languages": (
        _is_languages,
        f"a list of languages ({_NAMES}), or a language and the system's own word for each",
    ),
    "url": (_is_url, "an http or https address without a password, ? or #"),
    "space": (lambda value: bool(_SPACE.fullmatch(str(value))), "OWNER/NAME of a Space"),
    "model": (_words(200), "a name"),
    "voice": (_words(200), "a name"),
    "version": (_words(80), "words in quotation marks"),
    "licence": (_words(200), "words"),
    "key_variable": (
        lambda value: bool(_VARIABLE.fullmatch(str(value))),
        "the name of an environment variable, never the key",
    ),
    "timeout_seconds": (
        lambda value: type(value) in (int, float) and 1 <= value <= 600,
        "a number of seconds from 1 to 600",
    ),
    "format": (
        lambda value: value in ("wav", "flac", "mp3", "opus", "aac"),
        "wav, flac, mp3, opus or aac",
    ),
    "extra": (lambda value: isinstance(value, dict) and _is_plain(value), "names and plain values"),
    "api_name": (_words(100), "the name of an endpoint, such as /predict"),
    "inputs": (
        lambda value: isinstance(value, (list, dict)) and _is_plain(value),
        "a list of values, or names and values",
    ),
    "output": (lambda value: type(value) is int and 0 <= value < 50, "a number from 0"),
}

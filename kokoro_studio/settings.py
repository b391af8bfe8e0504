"""The settings: each variable of the environment, declared once. Nothing else reads it.

The attributes of `Settings` are the settings; README's table is written from them by
`scripts/write_settings.py`. A value is checked when it is asked for, so a command that has no use
for a setting does not stumble over a mistake in it.

The file is long because it is a list: half of it is the settings themselves.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from .errors import RequestError

T = TypeVar("T")


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One variable: an attribute of `Settings` whose value is what the variable holds."""

    variable: str
    # (variable, the text that it holds, default) -> value, or `RequestError`
    read: Callable[[str, str, T], T]
    default: T  # where the variable is not set
    meaning: str  # Markdown, for README's table
    on_space: T | None = None  # the default on a Hugging Face Space; None: the same
    default_words: str = ""  # what README's table shows as default; '': the value
    internal: bool = False  # set by a platform or by Gradio, not by a host: not in README's table

    @overload
    def __get__(self, settings: None, owner: type[Settings]) -> Setting[T]: ...

    @overload
    def __get__(self, settings: Settings, owner: type[Settings]) -> T: ...

    def __get__(self, settings: Settings | None, owner: type[Settings]) -> Setting[T] | T:
        return self if settings is None else self.value(settings.variables)

    def value(self, variables: Mapping[str, str]) -> T:
        """`RequestError` says what the variable holds and what it may."""
        default = self.default
        if self.on_space is not None and "SPACE_ID" in variables:
            default = self.on_space
        given = variables.get(self.variable)
        return default if given is None else self.read(self.variable, given, default)


def _words(variable: str, given: str, default: str) -> str:
    return given or default


def _path(variable: str, given: str, default: Path | None) -> Path | None:
    return Path(given).expanduser() if given else default


def _names(variable: str, given: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """With commas between."""
    return tuple(part.strip() for part in given.split(",") if part.strip())


def _origins(variable: str, given: str, default: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_origin, _names(variable, given, default)))


def _origin(given: str) -> str:
    """As browsers send it: in lower case, without a slash at the end."""
    return given.lower().rstrip("/")


def _is_set(variable: str, given: str, default: bool) -> bool:
    return True


def _is_true(variable: str, given: str, default: bool) -> bool:
    """As the package `spaces` reads it."""
    return given.lower() in {"1", "t", "true"}


def _is_open(variable: str, given: str, default: bool) -> bool:
    """Whatever is not `open` closes: a word that is misspelt opens nothing to strangers."""
    return given == "open"


def _closed_or_open(variable: str, given: str, default: bool) -> bool:
    """True: open."""
    word = given.strip().lower() or "closed"
    if word not in ("closed", "open"):
        raise RequestError(f"{variable} is {word!r}; use closed or open.")
    return word == "open"


def _number(lowest: int = 0, highest: int | None = None) -> Callable[[str, str, int], int]:
    """A reader of whole numbers within bounds."""

    def read(variable: str, given: str, default: int) -> int:
        if not (given.isascii() and given.isdecimal()) or int(given) < lowest:
            raise RequestError(
                f"{variable} is {given!r}; give a whole number from {lowest}, such as {default}."
            )
        if highest is not None and int(given) > highest:
            raise RequestError(
                f"{variable} is {int(given)}; give a number from {lowest} to {highest}."
            )
        return int(given)

    return read


_NONE: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settings:
    """The settings of one studio. `Settings()` has the defaults, whatever the environment says."""

    variables: Mapping[str, str] = field(default_factory=dict, repr=False)  # repr: keys are in it

    # The model
    weights = Setting(
        "KOKORO_WEIGHTS",
        _words,
        "auto",
        "`auto` (fp32 if it is on this machine, else bundled), `hub`, `bundled` or a path",
    )
    device = Setting(
        "KOKORO_DEVICE",
        _words,
        "",
        "where the model computes: `cpu`, `cuda`, …",
        default_words="CUDA where there is one",
    )
    precision = Setting(
        "KOKORO_PRECISION",
        _words,
        "auto",
        "`auto` (`bfloat16` where that is faster: graphics cards, processors with AMX, AMD "
        "processors with AVX-512 for it), `float32` or `bfloat16`",
    )
    sound_cache = Setting(
        "KOKORO_SOUND_CACHE",
        _number(),
        16,  # 3 minutes of sound
        "megabytes of sound to keep, so that what stays the same is not rendered again; 0 for none",
    )

    # Where things are kept
    data = Setting(
        "KOKORO_DATA",
        _path,
        None,
        "where your own voices, votes and what was heard are kept",
        default_words="the user's data folder, on a Space `/data`",
    )
    database = Setting(
        "KOKORO_DATABASE",
        _words,
        "",
        "another database for them, as a SQLAlchemy URL",
        default_words="`studio.db` in that folder",
    )
    cache = Setting(
        "KOKORO_CACHE",
        _path,
        None,
        "where converted weights are kept",
        default_words="the user's cache folder",
    )

    # Who may call, how often and how much. 0 is no limit where requests of one client are counted.
    keys = Setting(
        "KOKORO_API_KEYS",
        _names,
        _NONE,
        "keys, with commas between, of which a program must send one",
        default_words="none is needed",
    )
    open_lists = Setting(
        "KOKORO_LISTS",
        _closed_or_open,
        False,
        "`closed` or `open`: models and voices are listed without a key, for clients such as Open "
        "WebUI that send none there",
        default_words="`closed`",
    )
    aliases = Setting(
        "KOKORO_ALIASES",
        _words,
        "",
        "what names stand for in the API, such as "
        "`alloy=af_heart*0.5+am_puck*0.5,narrator=bf_emma`; goes before OpenAI's names",
    )
    rate = Setting(
        "KOKORO_RATE",
        _number(),
        0,
        "requests for speech of one client in a minute; 0 is no limit",
        on_space=30,
    )
    at_once_each = Setting(
        "KOKORO_AT_ONCE_EACH",
        _number(),
        0,
        "requests for speech of one client at once; 0 is no limit",
        on_space=2,
    )
    at_once = Setting("KOKORO_AT_ONCE", _number(1), 32, "requests for speech at once, of all")
    write_seconds = Setting(
        "KOKORO_WRITE_SECONDS",
        _number(1),
        60,
        "seconds in which a client may take nothing of its stream before the stream ends",
    )
    max_characters = Setting(
        "KOKORO_MAX_CHARACTERS",
        _number(1),
        50_000,
        "characters of one request; the default is the most",
    )
    origins = Setting(
        "KOKORO_ORIGINS",
        _origins,
        _NONE,
        "other sites, with commas between, whose pages may call and read replies, such as "
        "`https://example.org`",
    )
    proxies = Setting(
        "KOKORO_PROXIES",
        _number(),
        0,
        "how many proxies stand in front, whose `X-Forwarded-For` and `X-Forwarded-Host` are "
        "believed",
        on_space=1,
    )
    keeps_voices = Setting(
        "KOKORO_OWN_VOICES",
        _is_open,
        True,
        "`open` or `closed`: whether visitors may keep voices",
        on_space=False,
        default_words="`open`, on a Space `closed`",
    )

    # Other systems and services, and the address of the page
    contestants = Setting(
        "KOKORO_CONTESTANTS",
        _path,
        None,
        "a file of other speech systems to compare with: "
        "[docs/contestants.md](docs/contestants.md)",
    )
    backup = Setting(
        "KOKORO_BACKUP",
        _words,
        "",
        "a private dataset, such as `you/studio-data`, to which what is kept is copied every five "
        "minutes, and from which it comes back; until the dataset answers, a new Space keeps "
        "nothing",
    )
    host = Setting(
        "GRADIO_SERVER_NAME",
        _words,
        "127.0.0.1",
        "the address at which the page listens",
        on_space="0.0.0.0",
    )
    port = Setting(
        "GRADIO_SERVER_PORT", _number(1, 65_535), 7860, "the port at which the page listens"
    )

    # Set by platforms and by Gradio
    on_space = Setting(
        "SPACE_ID", _is_set, False, "this is a Hugging Face Space, open to everyone", internal=True
    )
    on_zero = Setting(
        "SPACES_ZERO_GPU",
        _is_true,
        False,
        "a Space whose GPU is lent for one call at a time",
        internal=True,
    )
    has_login = Setting(
        "OAUTH_CLIENT_ID",
        _is_set,
        False,
        "visitors of the Space can sign in with a Hugging Face account",
        internal=True,
    )
    gradio_copies = Setting(
        "GRADIO_TEMP_DIR",
        _words,
        "",
        "the folder in which Gradio keeps its copies of files",
        internal=True,
    )
    data_home = Setting(
        "XDG_DATA_HOME", _words, "", "the user's data folder, by XDG's rules", internal=True
    )
    cache_home = Setting(
        "XDG_CACHE_HOME", _words, "", "the user's cache folder, by XDG's rules", internal=True
    )

    def __post_init__(self) -> None:
        assert set(self.variables) <= _VARIABLES, "there is a variable that is not declared"

    @classmethod
    def from_environment(cls, given: Mapping[str, str] | None = None) -> Settings:
        """The settings at this moment. `given`: variables that go before the environment's."""
        found = {name: os.environ[name] for name in _VARIABLES if name in os.environ}
        return cls({**found, **(given or {})})

    def check(self) -> None:
        """`RequestError` for the first mistake: for a start, so that no visitor meets it."""
        for setting in declared():
            setting.value(self.variables)

    def lists(self, origin: str) -> bool:
        """Whether the host lets pages of `origin` call."""
        return _origin(origin) in self.origins


def declared() -> Iterator[Setting[Any]]:
    """Every setting, in the order of README's table."""
    return (one for one in vars(Settings).values() if isinstance(one, Setting))


_VARIABLES = frozenset(one.variable for one in declared())


def secret(name: str) -> str:
    """The value of a variable that a file of the host's names, such as a key; '' for none."""
    return os.environ.get(name, "")


def settings_table() -> str:
    """README's table, in Markdown."""
    rows = [
        f"| `{one.variable}` | {_default_of(one)} | {one.meaning} |"
        for one in declared()
        if not one.internal
    ]
    return "\n".join(["| setting | default | what it is |", "|---|---|---|", *rows])


def _default_of(setting: Setting[Any]) -> str:
    if setting.default_words:
        return setting.default_words
    public = f", on a Space {_shown(setting.on_space)}" if setting.on_space is not None else ""
    return _shown(setting.default) + public


def _shown(value: Any) -> str:
    if isinstance(value, int):
        return str(value)
    return f"`{value}`" if value else "none"

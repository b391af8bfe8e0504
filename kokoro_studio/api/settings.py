"""What the host allows: keys, rates, sizes. All from the environment, all with a default."""

from __future__ import annotations

from dataclasses import dataclass

from ..environment import choice, names, on_space, whole_number
from .aliases import host_aliases


@dataclass(frozen=True)
class Settings:
    """The limits of one studio. 0 is no limit where a number counts requests of one client."""

    keys: tuple[str, ...] = ()  # KOKORO_API_KEYS, with commas; none: everyone may call
    open_lists: bool = False  # KOKORO_LISTS=open: models and voices are listed without a key
    origins: tuple[str, ...] = ()  # KOKORO_ORIGINS: other pages that may call, such as https://a.b
    proxies: int = 0  # KOKORO_PROXIES: how many stand in front and add to X-Forwarded-For
    rate: int = 0  # KOKORO_RATE: speech requests of one client in a minute
    at_once_each: int = 0  # KOKORO_AT_ONCE_EACH: speech requests of one client at the same time
    at_once: int = 32  # KOKORO_AT_ONCE: of all clients
    write_seconds: int = 60  # KOKORO_WRITE_SECONDS: how long a client may take none of its sound
    max_body: int = 2 * 2**20  # bytes of a request
    max_upload: int = 64 * 2**20  # bytes of a voice file

    @classmethod
    def from_environment(cls) -> Settings:
        """What is set there; a Space is stricter unless told. `RequestError` for no number."""
        public = on_space()
        host_aliases()  # a mistake there is told at the start, not to the first client
        return cls(
            keys=names("KOKORO_API_KEYS"),
            open_lists=choice("KOKORO_LISTS", ("closed", "open")) == "open",
            origins=tuple(map(_origin, names("KOKORO_ORIGINS"))),
            proxies=whole_number("KOKORO_PROXIES", 1 if public else 0),
            rate=whole_number("KOKORO_RATE", 30 if public else 0),
            at_once_each=whole_number("KOKORO_AT_ONCE_EACH", 2 if public else 0),
            at_once=whole_number("KOKORO_AT_ONCE", 32, lowest=1),
            write_seconds=whole_number("KOKORO_WRITE_SECONDS", 60, lowest=1),
        )

    def lists(self, origin: str) -> bool:
        """Whether the host lets pages of `origin` call."""
        return _origin(origin) in self.origins


def _origin(given: str) -> str:
    """As browsers send it: in lower case, without a slash at the end."""
    return given.lower().rstrip("/")

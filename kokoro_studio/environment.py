"""Settings from the environment."""

from __future__ import annotations

import os

from .errors import RequestError


def whole_number(name: str, default: int, lowest: int = 0) -> int:
    """The number that variable `name` holds; `RequestError` if it holds none from `lowest` up."""
    given = os.environ.get(name, str(default))
    if not (given.isascii() and given.isdecimal()) or int(given) < lowest:
        raise RequestError(
            f"{name} is {given!r}; give a whole number from {lowest}, such as {default}."
        )
    return int(given)


def text(name: str) -> str:
    """What variable `name` holds, without spaces around; "" where it is not set."""
    return os.environ.get(name, "").strip()


def choice(name: str, choices: tuple[str, ...]) -> str:
    """Which of `choices` variable `name` holds; the first where it is not set."""
    given = text(name).lower() or choices[0]
    if given not in choices:
        raise RequestError(f"{name} is {given!r}; use {' or '.join(choices)}.")
    return given


def names(name: str) -> tuple[str, ...]:
    """What variable `name` lists, with commas between."""
    return tuple(part.strip() for part in os.environ.get(name, "").split(",") if part.strip())


def on_space() -> bool:
    """Whether this is a Hugging Face Space, open to everyone."""
    return "SPACE_ID" in os.environ

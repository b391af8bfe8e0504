"""A sequence that is computed as it is read."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from threading import Lock
from typing import TypeVar, overload

_ALL = sys.maxsize

T_co = TypeVar("T_co", covariant=True)


class LazySequence(Sequence[T_co]):
    """The items of an iterable, each computed when it is first asked for, and kept.

    Reads like a tuple and equals a tuple or list of the same items; `len` and comparing compute
    all items. Threads may share it: each item is computed once. An exception of the iterable is
    raised again by every later read of the items that it prevented.
    """

    def __init__(self, items: Iterable[T_co]) -> None:
        self._items: list[T_co] = []
        self._source = iter(items)
        self._ended = False
        self._error: BaseException | None = None
        self._lock = Lock()

    def __iter__(self) -> Iterator[T_co]:
        place = 0
        while place < len(self._items) or self._has(place + 1):
            yield self._items[place]
            place += 1

    def __len__(self) -> int:
        return len(self._all())

    def __bool__(self) -> bool:
        return self._has(1)

    @overload
    def __getitem__(self, index: int) -> T_co: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T_co, ...]: ...
    def __getitem__(self, index: int | slice) -> T_co | tuple[T_co, ...]:
        self._has(_needed(index))
        return tuple(self._items[index]) if isinstance(index, slice) else self._items[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | list | LazySequence):
            return NotImplemented
        return self._all() == list(other)

    def __hash__(self) -> int:
        return hash(tuple(self._all()))

    def __repr__(self) -> str:
        items = [*map(repr, self._items), *([] if self._ended else ["..."])]
        return f"LazySequence([{', '.join(items)}])"

    def _all(self) -> list[T_co]:
        self._has(_ALL)
        return self._items

    def _has(self, count: int) -> bool:
        """Compute up to `count` items; whether there are as many."""
        with self._lock:
            while not self._ended and len(self._items) < count:
                self._compute_next()
        return len(self._items) >= count

    def _compute_next(self) -> None:
        if self._error:
            raise self._error  # a generator that has raised would now say that it has ended
        try:
            self._items.append(next(self._source))
        except StopIteration:
            self._ended = True
        except BaseException as error:
            self._error = error
            raise


def _needed(index: int | slice) -> int:
    """How many items must be known to answer for `index`."""
    if not isinstance(index, slice):
        return index + 1 if index >= 0 else _ALL
    counted_from_end = min(index.start or 0, index.stop or 0, index.step or 1) < 0
    return _ALL if index.stop is None or counted_from_end else index.stop

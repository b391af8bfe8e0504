from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from threading import Barrier
from time import sleep

import pytest

from kokoro_studio.text.lazy import LazySequence


class Counted:
    """The numbers below `stop`, and how many of them were computed."""

    def __init__(self, stop: int, seconds: float = 0) -> None:
        self.stop, self.seconds, self.computed = stop, seconds, 0

    def __iter__(self) -> Iterator[int]:
        for number in range(self.stop):
            sleep(self.seconds)
            self.computed += 1
            yield number


@pytest.mark.parametrize(
    ("read", "computed"),
    [
        (lambda lazy: bool(lazy), 1),
        (lambda lazy: next(iter(lazy)), 1),
        (lambda lazy: lazy[2], 3),
        (lambda lazy: lazy[1:4], 4),
        (lambda lazy: list(islice(lazy, 5)), 5),
        (lambda lazy: 3 in lazy, 4),
        (lambda lazy: lazy[-1], 9),
        (lambda lazy: lazy[3:], 9),
        (lambda lazy: lazy[4:1:-1], 9),
        (lambda lazy: lazy[:-2], 9),
        (len, 9),
    ],
)
def test_reads_no_further_than_asked_and_gives_what_a_tuple_gives(read, computed):
    source = Counted(9)
    lazy = LazySequence(source)
    assert source.computed == 0
    assert read(lazy) == read(tuple(range(9)))
    assert read(lazy) == read(tuple(range(9)))
    assert source.computed == computed


def test_an_index_beyond_the_end_is_an_index_error():
    for index in (2, -3):
        with pytest.raises(IndexError):
            LazySequence(iter("ab"))[index]


def test_equals_sequences_of_the_same_items():
    lazy = LazySequence(iter("ab"))
    pair = ("a", "b")
    assert lazy == pair and pair == lazy and lazy == ["a", "b"]
    assert lazy == LazySequence("ab") and hash(lazy) == hash(("a", "b"))
    assert lazy != ("a",) and lazy != "ab"
    assert LazySequence([]) == [] and not LazySequence([])


def test_repr_tells_what_is_read_and_whether_more_may_come():
    lazy = LazySequence(iter("ab"))
    assert lazy[0] and repr(lazy) == "LazySequence(['a', ...])"
    assert len(lazy) == 2 and repr(lazy) == "LazySequence(['a', 'b'])"


def test_an_exception_is_raised_again_and_what_came_before_is_kept():
    lazy = LazySequence(10 // (2 - number) for number in range(9))
    for _ in range(2):
        assert lazy[:2] == (5, 10)
        with pytest.raises(ZeroDivisionError):
            list(lazy)


def test_threads_share_the_items_and_each_is_computed_once():
    source = Counted(200, seconds=1e-5)
    lazy = LazySequence(source)
    together = Barrier(8)

    def read(_: int) -> list[int]:
        together.wait()
        return list(iter(lazy))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(read, range(8))) == [list(range(200))] * 8
    assert source.computed == 200

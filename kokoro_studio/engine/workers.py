"""Which threads have OpenMP workers: the model's alone.

GNU's OpenMP lets idle workers spin for the next piece of work only while a process has no more of
them than processors. Once a second thread has workers of its own, all of them fall asleep after
10 µs. The model hands out thousands of pieces of a tenth of a millisecond, and takes half as long
again when each of them has to wake somebody.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import torch

_reserved = 0  # workers kept for the models of this process; 0: none


def workers() -> int:
    """How many threads a model computes with."""
    return _reserved or torch.get_num_threads()


def take_workers(count: int) -> None:
    """Let the calling thread compute with `count` threads."""
    torch.get_num_threads()  # or torch would set its default at the first use, later
    torch.set_num_threads(count)


def reserve_workers() -> None:
    """Let threads that are new, and this one, compute alone. For a process that is the studio's."""
    global _reserved
    _reserved = workers()
    take_workers(1)


@contextmanager
def alone() -> Iterator[None]:
    """Within it, the calling thread computes alone: for the little that is computed elsewhere."""
    count = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(count)

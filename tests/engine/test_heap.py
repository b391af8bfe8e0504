"""Memory that was freed leaves the process."""

import platform
from pathlib import Path

import pytest

from kokoro_studio.engine.heap import Heap

BLOCK = 64 * 1024  # small enough that the C library keeps what is freed


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have no such call")
@pytest.mark.parametrize(("count", "goes"), [(2000, True), (200, False)], ids=["much", "little"])
def test_freed_blocks_below_one_in_use_go_back_to_the_system_unless_they_are_few(count, goes):
    heap = Heap()
    heap.give_back()
    blocks = [bytearray(b"x" * BLOCK) for _ in range(count)]
    last = blocks.pop()
    full = resident_bytes()
    del blocks
    heap.give_back()
    assert (full - resident_bytes() > BLOCK * count * 0.9) is goes
    assert last


def resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096

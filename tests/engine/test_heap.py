"""Memory that was freed leaves the process."""

import platform
from pathlib import Path

import pytest

from kokoro_studio.engine.heap import give_back

BLOCK, COUNT = 64 * 1024, 2000  # small enough that the C library keeps what is freed


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have no such call")
def test_freed_blocks_below_one_in_use_go_back_to_the_system():
    blocks = [bytearray(b"x" * BLOCK) for _ in range(COUNT)]
    last = blocks.pop()
    full = resident_bytes()
    del blocks
    give_back()
    assert full - resident_bytes() > BLOCK * COUNT * 0.9
    assert last


def resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096

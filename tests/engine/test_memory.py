"""Memory that was freed leaves the process."""

import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from kokoro_studio.engine.memory import MemoryTrimmer

BLOCK = 64 * 1024  # small enough that the C library keeps what is freed


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have no such call")
@pytest.mark.parametrize(("count", "goes"), [(2000, True), (200, False)], ids=["much", "little"])
def test_freed_blocks_below_one_in_use_go_back_to_the_system_unless_they_are_few(count, goes):
    trimmer = MemoryTrimmer()
    trimmer.trim()
    blocks = [bytearray(b"x" * BLOCK) for _ in range(count)]
    last = blocks.pop()
    full = resident_bytes()
    del blocks
    trimmer.trim()
    assert (full - resident_bytes() > BLOCK * count * 0.9) is goes
    assert last


MANY_LENGTHS = """
from kokoro_studio.runtime import prepare
prepare()
import ctypes
import torch
from pathlib import Path
from kokoro_studio.model.packing import Linear, pack
layer = Linear(768, 2048)
pack(layer)
for lengths in (range(100, 300), range(300, 700)):
    with torch.inference_mode():
        for length in lengths:
            layer(torch.zeros(length, 768))
    ctypes.CDLL(None).malloc_trim(0)
    print(Path("/proc/self/statm").read_text().split()[1])
"""


@pytest.mark.slow
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other C libraries have no such call")
def test_what_was_made_for_one_length_goes_when_many_others_come():
    """Unbounded, the code for 400 more lengths would take another 100 MB."""
    clean = {name: value for name, value in os.environ.items() if "CACHE_CAPACITY" not in name}
    run = subprocess.run(
        [sys.executable, "-c", MANY_LENGTHS], env=clean, capture_output=True, check=True
    )
    before, after = map(int, run.stdout.split())
    assert (after - before) * 4096 < 20 * 2**20


def resident_bytes() -> int:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4096

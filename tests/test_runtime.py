"""The variables that `runtime` writes are there in time: each test has its own process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
OURS = [
    "OMP_WAIT_POLICY",
    "GOMP_SPINCOUNT",
    "ONEDNN_PRIMITIVE_CACHE_CAPACITY",
    "LRU_CACHE_CAPACITY",
]
# Says what is set at the moment when torch is asked for, and ends there.
AT_TORCH = f"""
import os, sys
class Watch:
    def find_spec(name, path=None, target=None):
        if name == "torch":
            print([os.environ.get(name) for name in {OURS}])
            os._exit(sys.stdout.flush() or 0)
sys.meta_path.insert(0, Watch)
"""


def run(code: str, **settings: str) -> str:
    clean = {name: value for name, value in os.environ.items() if name not in OURS}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env={**clean, **settings},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere OpenMP is not GNU's")
@pytest.mark.parametrize(
    "code",
    [
        "from kokoro_studio import Engine, load_engine",
        "from kokoro_studio.cli import main; main(['say', 'Hello.'])",
        "import app",
    ],
)
def test_openmp_is_set_up_before_torch_loads_it(code):
    assert run(AT_TORCH + code) == "['active', '20000', '128', '128']"


def test_what_is_set_stays():
    code = "from kokoro_studio.runtime import prepare; prepare(); import os; print(os.environ"
    assert run(f"{code}['LRU_CACHE_CAPACITY'])", LRU_CACHE_CAPACITY="9") == "9"


def test_an_import_writes_nothing():
    code = "import os; before = dict(os.environ); import kokoro_studio.cli, kokoro_studio.settings"
    assert run(f"{code}; print(dict(os.environ) == before)") == "True"

"""The container file: it cannot be built here, but what it copies and asks for can be checked."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_what_it_copies_is_there_and_let_in():
    lines = (ROOT / "Dockerfile").read_text("utf-8").splitlines()
    let_in = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    copied = [
        source
        for line in lines
        if line.startswith("COPY")
        for source in re.sub(r"--\S+ ", "", line).split()[1:-1]
    ]
    assert {"app.py", "kokoro_studio", "voices", "requirements.lock"} <= set(copied)
    for source in copied:
        assert (ROOT / source).exists() and f"!{source}" in let_in, source


def test_it_does_not_run_as_root_and_keeps_what_is_kept():
    text = (ROOT / "Dockerfile").read_text("utf-8")
    assert text.index("USER studio") < text.index("CMD [")
    assert "KOKORO_DATA=/data" in text and "VOLUME /data" in text and "/health" in text

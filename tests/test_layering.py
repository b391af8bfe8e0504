"""The order of the house: a module imports only from its left."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kokoro_studio

PACKAGE = Path(kokoro_studio.__file__).parent
# Siblings share a rank and never import each other.
RANKS = {
    "errors": 0,
    "environment": 1,
    "disk": 2,
    "audio": 2,
    "store": 3,
    "backup": 4,
    "model": 4,
    "text": 4,
    "voices": 4,
    "engine": 5,
    "listening": 6,
    "ui": 7,
    "api": 7,
    "deploying": 7,
    "saying": 7,
    "serving": 8,
    "cli": 9,
    "__init__": 10,
    "__main__": 10,
}
ONLY_IN = {"gradio": "ui", "plotly": "ui", "fastapi": "api"}
MODULES = sorted(PACKAGE.rglob("*.py"))


def place(path: Path) -> str:
    """The room a file stands in: `model`, `cli`, …"""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports(path: Path):
    """(room or foreign package, at module top?) of each import, whatever its form."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            if not node.level:
                yield (node.module or "").split(".")
                continue
            base = path.relative_to(PACKAGE).parts[: -node.level]
            parts = ["kokoro_studio", *base, *(node.module or "").split(".")]
            parts = [part for part in parts if part]
            if len(parts) == 1:
                yield from ([*parts, alias.name] for alias in node.names)
            else:
                yield parts


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_left(path):
    here = place(path)
    for parts in imports(path):
        if parts[0] == "kokoro_studio" and len(parts) > 1:
            there = parts[1]
            if there in RANKS and there != here:
                assert RANKS[there] < RANKS[here], f"{here} imports {there}"
        elif parts[0] in ONLY_IN:
            assert here == ONLY_IN[parts[0]], f"{parts[0]} outside {ONLY_IN[parts[0]]}"


def test_text_knows_no_torch_and_voices_no_text():
    for path in MODULES:
        if place(path) == "text":
            assert not any(parts[0] == "torch" for parts in imports(path)), path


def test_public_surface():
    assert kokoro_studio.__all__ == ["Engine", "Segment", "StudioError", "Take", "load_engine"]
    for name in kokoro_studio.__all__:
        assert getattr(kokoro_studio, name).__doc__


def test_nothing_heavy_is_imported_before_it_is_needed():
    import subprocess
    import sys

    code = "import sys, kokoro_studio; print(sorted({'torch','gradio','spacy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

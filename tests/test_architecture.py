"""docs/architecture.md names the packages, the order of imports and the files as they are."""

from __future__ import annotations

import re
from pathlib import Path

import kokoro_studio

from .test_layering import ORDER

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = Path(kokoro_studio.__file__).parent
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PRESENT, _ = PAGE.split("\n## Was, is\n")


def part(title: str) -> str:
    """The text under a heading."""
    return PRESENT.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_every_package_is_in_the_table():
    listed = set(re.findall(r"^\| `(\w+)/`", part("Packages"), re.M))
    assert listed == {path.parent.name for path in PACKAGE.glob("*/__init__.py")}


def test_the_order_of_imports_is_that_of_the_layering_test():
    (line,) = re.findall(r"```\n(.*?)```", part("Order of imports"), re.S)
    shown = [set(re.findall(r"\w+", rooms)) for rooms in line.split("→")]
    assert [*shown, {"__init__", "__main__"}] == ORDER


def test_every_file_that_is_named_exists():
    named = set(re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?)`", PRESENT))
    assert len(named) > 30
    missing = [name for name in named if not ((PACKAGE / name).exists() or (ROOT / name).exists())]
    assert missing == []


def test_the_glossary_has_each_word_once_in_order():
    words = re.findall(r"^\| ([\w ]+) \|", part("Glossary"), re.M)[1:]
    assert len(words) >= 40 and words == sorted(set(words), key=str.lower)

"""The order of the house: a module imports only from its left, and never in a circle."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import kokoro_studio

PACKAGE = Path(kokoro_studio.__file__).parent
# From left to right; siblings, in one set, never import each other.
ORDER = [
    {"errors", "version"},
    {"settings", "runtime"},
    {"audio", "storage"},
    {"model", "text", "voices"},
    {"engine"},
    {"measures", "narration"},
    {"listening"},
    {"api", "ui"},
    {"deploy", "saying"},
    {"cli"},
    {"__init__", "__main__"},
]
RANKS = {room: rank for rank, rooms in enumerate(ORDER) for room in rooms}
ENVIRONMENT = {"reads": "settings", "writes": "runtime"}  # no other module does
_WRITING = {"setdefault", "update", "pop", "popitem", "clear"}
ONLY_IN = {"gradio": "ui", "plotly": "ui", "fastapi": "api", "torch": "audio model voices engine"}


def complaints(package: Path) -> Iterator[str]:
    """A sentence for each import that is out of order."""
    modules = {_name(path, package): path for path in sorted(package.rglob("*.py"))}
    graph: dict[str, set[str]] = {name: set() for name in modules}
    for name, path in modules.items():
        here = _room(name)
        for does in sorted(_environment(path)):
            if name != ENVIRONMENT[does]:
                yield f"{name} {does} the environment"
        if here not in RANKS:
            yield f"{here} has no rank"
            continue
        for imported in _imports(path, package, modules):
            if imported in modules:
                graph[name].add(imported)
                there = _room(imported)
                if there != here and RANKS.get(there, -1) >= RANKS[here]:
                    yield f"{name} imports {imported}"
            elif here not in ONLY_IN.get(imported.split(".")[0], here).split():
                yield f"{name} imports {imported}"
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        yield " → ".join(error.args[1])


def _name(path: Path, package: Path) -> str:
    """`engine.take`; a package by its own name, the whole one as `__init__`"""
    parts = path.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def _room(name: str) -> str:
    return name.split(".")[0]


def _imports(path: Path, package: Path, modules: dict[str, Path]) -> Iterator[str]:
    """Names of modules here, or of foreign ones; what only types need does not count."""
    for node in _run(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            targets = [(alias.name, "") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = path.relative_to(package).parts[: -node.level] if node.level else ()
            start = ".".join([package.name, *base]) if node.level else ""
            module = ".".join(part for part in (start, node.module) if part)
            targets = [(module, alias.name) for alias in node.names]
        else:
            continue
        for module, what in targets:
            inside = module.removeprefix(package.name).removeprefix(".")
            if module.split(".")[0] != package.name:
                yield module
            elif (deeper := f"{inside}.{what}".strip(".")) in modules:
                yield deeper
            else:
                yield inside or "__init__"


def _environment(path: Path) -> set[str]:
    """Whether a module reads or writes the environment: keys of `ENVIRONMENT`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    around = {inner: node for node in ast.walk(tree) for inner in ast.iter_child_nodes(node)}
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
        else:
            names = {node.attr} if isinstance(node, ast.Attribute) else set()
        if names & {"putenv", "unsetenv"}:
            found.add("writes")
        elif names & {"environ", "environb", "getenv", "getenvb"}:
            stored = isinstance(getattr(around[node], "ctx", None), (ast.Store, ast.Del))
            called = getattr(around[node], "attr", "") in _WRITING
            found.add("writes" if stored or called else "reads")
    return found


def _run(tree: ast.AST) -> Iterator[ast.AST]:
    """All nodes but those in `if TYPE_CHECKING:`."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from _run(node)


def test_imports_are_in_order():
    assert list(complaints(PACKAGE)) == []
    assert not _environment(PACKAGE.parent / "app.py")


@pytest.mark.parametrize(
    ("planted", "complaint"),
    [
        ({"text/a.py": "from ..engine import take"}, "text.a imports engine.take"),
        (
            {"text/a.py": "def f():\n    from kokoro.engine import take"},
            "text.a imports engine.take",
        ),
        ({"text/a.py": "from ..voices import own"}, "text.a imports voices"),
        (
            {"text/a.py": "from . import b", "text/b.py": "from .a import x"},
            "text.a → text.b → text.a",
        ),
        ({"cellar/a.py": ""}, "cellar has no rank"),
        ({"text/a.py": "import torch.nn"}, "text.a imports torch.nn"),
        ({"text/a.py": "import os\nx = os.environ.get('X')"}, "text.a reads the environment"),
        ({"cli.py": "from os import getenv"}, "cli reads the environment"),
        ({"cli.py": "import os\nos.environ['X'] = '1'"}, "cli writes the environment"),
        ({"settings.py": "import os\nos.environ.pop('X')"}, "settings writes the environment"),
        ({"runtime.py": "import os\nx = os.environ['X']"}, "runtime reads the environment"),
    ],
)
def test_imports_out_of_order_are_found(tmp_path, planted, complaint):
    there = {"text/__init__.py": "", "voices/__init__.py": "", "engine/take.py": ""}
    for name, code in (there | planted).items():
        path = tmp_path / "kokoro" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code)
    assert list(complaints(tmp_path / "kokoro")) == [complaint]


def test_public_surface():
    assert kokoro_studio.__all__ == ["Engine", "Segment", "StudioError", "Take", "load_engine"]
    for name in kokoro_studio.__all__:
        assert getattr(kokoro_studio, name).__doc__


def test_nothing_heavy_is_imported_before_it_is_needed():
    code = "import sys, kokoro_studio; print(sorted({'torch','gradio','spacy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

"""docs/python-api.md runs as it stands, and names all that is public."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest

import kokoro_studio
from kokoro_studio import errors
from kokoro_studio.engine import Edit, Reading
from kokoro_studio.engine.edits import EDITS
from kokoro_studio.model import Prosody

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "python-api.md").read_text("utf-8")
PUBLIC = [getattr(kokoro_studio, name) for name in kokoro_studio.__all__]
BELONGING = [Reading, Edit, Prosody]


@pytest.mark.slow
def test_the_examples_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    examples = re.findall(r"```python\n(.*?)```", PAGE, re.S)
    assert len(examples) > 5
    for number, code in enumerate(examples, 1):
        exec(compile(code, f"python-api.md, example {number}", "exec"), names)


def members(public: type) -> dict[str, object]:
    """The public methods and properties that a class defines itself."""
    found = {name: value for name, value in vars(public).items() if not name.startswith("_")}
    defined = (property, staticmethod, classmethod)
    return {
        name: value
        for name, value in found.items()
        if inspect.isfunction(value) or isinstance(value, defined) or hasattr(value, "func")
    }


@pytest.mark.parametrize("public", [*PUBLIC, *BELONGING], ids=lambda one: one.__name__)
def test_what_is_public_has_a_docstring_and_is_on_the_page(public):
    explained = inspect.getdoc(public) or ""
    assert explained and not explained.startswith(f"{public.__name__}(")  # a dataclass's own
    assert f"`{public.__name__}" in PAGE
    if not inspect.isclass(public):
        return
    named = [*members(public), *getattr(public, "__dataclass_fields__", ())]
    assert [name for name in named if not re.search(rf"`(\w+\.)?{name}\b", PAGE)] == []
    undocumented = [name for name, one in members(public).items() if not inspect.getdoc(one)]
    assert public in BELONGING or undocumented == []


def test_attributes_of_an_engine_are_on_the_page(engine):
    public = {name for name in vars(engine) if not name.startswith("_")}
    assert {name for name in public if f"`{name}`" not in PAGE} == set()


def test_every_error_and_every_kind_of_edit_is_on_the_page():
    kinds = [one.__name__ for one in errors.StudioError.__subclasses__()]
    assert len(kinds) > 3
    for name in [*kinds, *EDITS]:
        assert f"`{name}`" in PAGE, name

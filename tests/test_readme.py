"""Commands, examples and links of the README work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
import soundfile

from kokoro_studio.cli import main
from scripts.write_settings import with_settings

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = ("kokoro_studio/cli.py", "kokoro_studio/saying.py")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_python_example_runs(tmp_path, monkeypatch, capsys):
    (code,) = re.findall(r"```python\n(.*?)```", README, re.S)
    assert len([line for line in code.splitlines() if line.strip()]) <= 10
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "README.md", "exec"), {})
    assert soundfile.info("hello.wav").duration > 1
    assert "welcome" in capsys.readouterr().out


def test_the_examples_of_the_architecture_page_run():
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    names: dict = {}
    for code in re.findall(r"```python\n(.*?)```", page, re.S):
        exec(compile(code, "architecture.md", "exec"), names)
    assert len(names["audio"]) > 24_000 and names["take"].edits


@pytest.mark.slow
def test_the_commands_run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    lines = re.findall(r"^python -m kokoro_studio (.*)$", README, re.M)
    shown = [shlex.split(line) for line in lines]
    code = "".join((ROOT / file).read_text("utf-8") for file in COMMANDS)
    commands = set(re.findall(r"add_parser\(\s*\"(\w+)\"", code))
    assert {arguments[0] for arguments in shown} == commands
    monkeypatch.setenv("KOKORO_DATA", str(tmp_path / "data"))
    # One needs the network, one never ends, one writes this project's README.
    for arguments in shown:
        if arguments[0] not in {"weights", "serve", "card"}:
            assert main(arguments) == 0, arguments


def test_the_card_command_writes_the_card_of_the_readme(tmp_path, monkeypatch):
    monkeypatch.setattr("kokoro_studio.deploy.spaces.ROOT", tmp_path)
    path = tmp_path / "README.md"
    without_card = re.sub(r"\A---\n.*?\n---\n+", "", README, flags=re.S)
    path.write_text(without_card, encoding="utf-8")
    assert main(["card"]) == 0
    assert without_card != README == path.read_text(encoding="utf-8")


def test_every_linked_file_exists():
    for target in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / target).is_file(), target


def test_every_setting_is_documented():
    used = set()
    for path in [ROOT / "app.py", *(ROOT / "kokoro_studio").rglob("*.py")]:
        used |= set(re.findall(r"\bKOKORO_[A-Z_]+\b", path.read_text(encoding="utf-8")))
    assert used and used <= set(re.findall(r"^\| `(KOKORO_\w+)` \|", README, re.M))


def test_the_table_of_settings_is_current():
    assert with_settings(README) == README, "run `python -m scripts.write_settings`"
    assert with_settings(README.replace("KOKORO_RATE", "KOKORO_SPEED")) == README

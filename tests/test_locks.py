"""A fresh machine gets what was tested: the lock files hold every requirement, with its hashes."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kokoro_studio.voices import VOICES

ROOT = Path(__file__).resolve().parents[1]
RUN, TEST, ORACLE = "requirements.txt", "requirements-test.txt", "requirements-oracle.txt"
LOCKS = {"requirements.lock": (RUN,), "requirements-test.lock": (RUN, TEST, ORACLE)}
ENTRY = re.compile(r"^([\w.-]+)(?:\[[^]]+\])?==(\S+)(?: ; (.+?))?((?: \\\n +--hash=\S+)+)$", re.M)
MACHINES = [
    {
        "python_version": f"3.{minor}",
        "python_full_version": f"3.{minor}.5",
        "sys_platform": system,
        "platform_machine": processor,
        "extra": "",
    }
    for minor in (10, 11, 12)
    for system, processor in (("linux", "x86_64"), ("darwin", "arm64"), ("win32", "AMD64"))
]


def locked(lock: str, machine: dict[str, str]) -> dict[str, str]:
    """{package: version} that this machine is given."""
    text = (ROOT / lock).read_text("utf-8")
    entries = ENTRY.findall(text)
    assert len(entries) == len(re.findall(r"^[^#\s]", text, re.M)), "an entry without a hash"
    chosen = [
        (canonicalize_name(name), version)
        for name, version, marker, _ in entries
        if not marker or Marker(marker).evaluate(machine)
    ]
    assert len(chosen) == len(dict(chosen)), "two versions of one package"
    return dict(chosen)


def asked(files: tuple[str, ...]) -> list[Requirement]:
    lines = [line for name in files for line in (ROOT / name).read_text("utf-8").splitlines()]
    stripped = [line.split("#")[0].strip() for line in lines]
    return [Requirement(line) for line in stripped if line and not line.startswith("-")]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_locked_for_every_machine(lock):
    for machine in MACHINES:
        versions = locked(lock, machine)
        for requirement in asked(LOCKS[lock]):
            if requirement.name != "torch":
                assert versions[canonicalize_name(requirement.name)] in requirement.specifier
    (torch,) = asked(("constraints.txt",))
    assert {each.operator for each in torch.specifier} == {"=="}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_is_of_these_requirements(lock):
    """Else run `make lock`."""
    text = b"".join((ROOT / name).read_bytes() for name in LOCKS[lock])
    assert hashlib.sha256(text).hexdigest()[:16] in (ROOT / lock).read_text("utf-8").split("\n")[0]


def test_the_test_lock_has_every_version_of_the_run_lock():
    for machine in MACHINES:
        run, test = (locked(lock, machine) for lock in LOCKS)
        assert run.items() <= test.items()


@pytest.mark.slow
def test_the_wheel_holds_all_that_the_studio_needs(tmp_path):
    build = [sys.executable, "-m", "pip", "wheel", str(ROOT), "--no-deps", "--quiet"]
    subprocess.run([*build, "--no-build-isolation", "-w", str(tmp_path)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as files:
        files.extractall(installed)
        names = set(files.namelist())
        metadata = next(name for name in names if name.endswith("METADATA"))
        needed = re.findall(r"^Requires-Dist: ([\w.-]+)", files.read(metadata).decode(), re.M)
        scripts = files.read(metadata.replace("METADATA", "entry_points.txt")).decode()
    assert {canonicalize_name(r.name) for r in asked((RUN,))} == set(map(canonicalize_name, needed))
    assert "kokoro-studio = kokoro_studio.cli:main" in scripts
    assert {f"kokoro_studio/packs/{voice}.pt" for voice in VOICES} <= names
    kept = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "kokoro_studio").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert kept <= names
    spoken = subprocess.run(
        [sys.executable, "-m", "kokoro_studio", "say", "Good morning.", "-o", "morning.wav"],
        cwd=tmp_path, env={"PYTHONPATH": str(installed)}, capture_output=True, text=True,
    )  # fmt: skip
    assert spoken.returncode == 0, spoken.stderr
    assert (tmp_path / "morning.wav").stat().st_size > 24_000

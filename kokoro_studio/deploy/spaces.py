"""Hugging Face Spaces: `spaces.yaml` is the one source of what they are and what they hold."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import RequestError
from ..settings import secret

if TYPE_CHECKING:
    from huggingface_hub import SpaceHardware

ROOT = Path(__file__).resolve().parents[2]
_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n+", re.DOTALL)
_REPOSITORY = re.compile(r"[\w.-]{1,96}/[\w.-]{1,96}")
_REQUIREMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Target:
    """One Space: its address, its hardware, its files."""

    name: str
    repo: str
    hardware: SpaceHardware
    variables: Mapping[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
    sleep_time: int | None = None
    add: tuple[str, ...] = ()  # lines of requirements.txt
    remove: tuple[str, ...] = ()  # names of packages


def read_settings(root: Path = ROOT) -> dict[str, Any]:
    """The contents of spaces.yaml; `RequestError` if it cannot be read."""
    import yaml

    try:
        settings = yaml.safe_load((root / "spaces.yaml").read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise RequestError(f"spaces.yaml cannot be read: {str(error)[:200]}") from error
    if not isinstance(settings, dict) or settings.get("version") != 1:
        raise RequestError("spaces.yaml is not of version 1; this studio reads no other.")
    return settings


def find_target(settings: Mapping[str, Any], name: str, repo: str = "") -> Target:
    """The target of that name. `RequestError` names the known ones, or a missing field."""
    from huggingface_hub import SpaceHardware

    targets = settings["targets"]
    if name not in targets:
        raise RequestError(f"There is no target {name!r}; use one of {', '.join(targets)}.")
    given = targets[name]
    repo = repo or given.get("repo", "")
    if not _REPOSITORY.fullmatch(repo):
        raise RequestError(
            f"{repo!r} is not a Space's name; give --repo OWNER/NAME, or `repo` in spaces.yaml."
        )
    try:
        hardware = SpaceHardware(given["hardware"])
    except ValueError:
        raise RequestError(
            f"There is no hardware {given['hardware']!r}; use one of "
            f"{', '.join(one.value for one in SpaceHardware)}."
        ) from None
    changes = given.get("requirements", {})
    return Target(
        name=name,
        repo=repo,
        hardware=hardware,
        variables={key: str(value) for key, value in given.get("variables", {}).items()},
        secrets=tuple(given.get("secrets", ())),
        sleep_time=given.get("sleep_time"),
        add=tuple(changes.get("add", ())),
        remove=(*settings["provided"], *changes.get("remove", ())),
    )


def with_card(readme: str, card: Mapping[str, Any]) -> str:
    """A README under the front matter that Spaces read; the rest of it stays as it is."""
    import yaml

    front = yaml.safe_dump(dict(card), sort_keys=False, allow_unicode=True, width=100)
    return f"---\n{front}---\n\n{_FRONT_MATTER.sub('', readme)}"


def requirements_for(target: Target, requirements: str) -> str:
    """requirements.txt without the platform's own packages, and with those that the target adds."""
    gone = {_canonical(name) for name in target.remove}
    kept = []
    for line in requirements.splitlines():
        found = _REQUIREMENT.match(line)
        if not found or _canonical(found[0]) not in gone:
            kept.append(line)
    return "\n".join([*target.add, *kept]) + "\n"


def stage(
    target: Target, settings: Mapping[str, Any], folder: Path, root: Path = ROOT
) -> list[str]:
    """Copy exactly the files of the Space into `folder`; returns their names, sorted."""
    from huggingface_hub.utils import filter_repo_objects  # type: ignore[attr-defined]

    everything = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    upload = settings["upload"]
    chosen = sorted(
        filter_repo_objects(
            everything, allow_patterns=upload["allow"], ignore_patterns=upload["ignore"]
        )
    )
    for name in chosen:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / name, folder / name)
    readme, requirements = folder / "README.md", folder / "requirements.txt"
    readme.write_text(with_card(readme.read_text("utf-8"), settings["card"]), "utf-8")
    requirements.write_text(requirements_for(target, requirements.read_text("utf-8")), "utf-8")
    return chosen


def deploy(target: Target, settings: Mapping[str, Any], root: Path = ROOT) -> str:
    """Make or renew the Space; its address. `RequestError` if the hub refuses, or for a secret
    that is not in the environment."""
    from huggingface_hub import HfApi
    from huggingface_hub.errors import HfHubHTTPError, LocalTokenNotFoundError

    absent = [name for name in target.secrets if not secret(name)]
    if absent:
        raise RequestError(f"Set {', '.join(absent)} in the environment: the Space needs it.")
    api = HfApi()
    try:
        with tempfile.TemporaryDirectory() as name:
            stage(target, settings, Path(name), root)
            address = api.create_repo(
                target.repo,
                repo_type="space",
                space_sdk=settings["card"]["sdk"],
                space_hardware=target.hardware,
                exist_ok=True,
            )
            for key, value in target.variables.items():
                api.add_space_variable(target.repo, key, value)
            for key in target.secrets:
                api.add_space_secret(target.repo, key, secret(key))
            api.upload_folder(
                repo_id=target.repo,
                repo_type="space",
                folder_path=name,
                commit_message=f"Kokoro Studio for {target.name}",
                delete_patterns=["*"],  # what the project no longer has
            )
        api.request_space_hardware(target.repo, target.hardware)
        if target.sleep_time is not None:
            api.set_space_sleep_time(target.repo, target.sleep_time)
    except LocalTokenNotFoundError as error:
        raise RequestError("The hub does not know you; run `hf auth login` first.") from error
    except HfHubHTTPError as error:
        raise RequestError(f"The hub refused: {str(error).splitlines()[0][:200]}") from error
    return str(address)


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

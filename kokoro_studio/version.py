"""The release, as manifests, results of tests and the API state it."""

from __future__ import annotations

from collections.abc import Iterable

__version__ = "0.1.0"


def versions(packages: Iterable[str]) -> dict[str, str]:
    """Of the studio, and of those of the packages that are installed."""
    # Imported here: every start imports this module, and few ask for versions.
    from importlib.metadata import PackageNotFoundError, version

    found = {"kokoro-studio": __version__}
    for package in packages:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found

"""A real studio on a free port, and its API alone with other limits."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from kokoro_studio.settings import Settings

os.environ.setdefault("HF_HUB_OFFLINE", "1")


@pytest.fixture(scope="session")
def address(url) -> str:
    return url.rstrip("/")


@pytest.fixture(scope="session")
def serve(engine) -> Callable[..., TestClient]:
    """An API with settings of its own, by their variables, behind its guard, without a socket."""
    from kokoro_studio.api import Cors, Guard, build_api

    def build(longest: dict[str, int] | None = None, **variables: str) -> TestClient:
        settings = Settings(variables)
        guarded = Guard(build_api(engine, settings), settings, **(longest or {}))
        app = Cors(guarded, settings)
        return TestClient(app, base_url="http://studio", raise_server_exceptions=False)

    return build


@pytest.fixture(scope="session")
def api(serve) -> TestClient:
    return serve()

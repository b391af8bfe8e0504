"""The API keeps what its own OpenAPI page says, for requests that schemathesis thinks up.

SCHEMA_CASES sets how many it thinks up for each route.
"""

from __future__ import annotations

import os

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

CASES = int(os.environ.get("SCHEMA_CASES", "20"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
ROUTES = [
    "GET /health",
    "GET /metrics",
    "GET /v1/audio/models",
    "GET /v1/audio/voices",
    "GET /v1/download/{name}",
    "GET /v1/models",
    "GET /v1/models/{name}",
    "POST /dev/captioned_speech",
    "POST /dev/dialogue",
    "POST /dev/generate_from_phonemes",
    "POST /dev/phonemize",
    "POST /v1/audio/speech",
    "POST /v1/audio/voices/combine",
]


@pytest.fixture(scope="module")
def operations(engine):
    from kokoro_studio.api import build_api
    from kokoro_studio.settings import Settings

    schema = schemathesis.openapi.from_asgi("/v1/openapi.json", build_api(engine, Settings()))
    found = [result.ok() for result in schema.get_all_operations()]
    return {f"{one.method.upper()} {one.path}": one for one in found}


def test_every_route_is_described(operations):
    assert sorted(operations) == ROUTES


@pytest.mark.slow
@pytest.mark.parametrize("route", ROUTES)
def test_a_route_keeps_its_word(operations, route):
    @settings(max_examples=CASES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=operations[route].as_strategy())
    def check(case):
        case.call_and_validate(checks=CHECKS)

    check()

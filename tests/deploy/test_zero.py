"""ZeroGPU, against a device API that is a double: what a Space's platform answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from fastapi import FastAPI, Request, Response

from kokoro_studio import Take
from kokoro_studio.engine.renderers import LocalRenderer
from kokoro_studio.engine.renderers.zerogpu import LONGEST_SECONDS, SHORTEST_SECONDS, loan_seconds

from ..served import Served

ROOT = Path(__file__).resolve().parents[2]


class DeviceDouble(Served):
    """Stands for ZeroGPU's device API; notes what it is asked."""

    def __init__(self, left: int | None = None):
        self.asked: list[tuple[str, dict[str, str]]] = []
        app = FastAPI()

        @app.post("/{what}")
        async def answer(what: str, request: Request, response: Response):
            self.asked.append((what, dict(request.query_params)))
            if what != "schedule":
                return {}
            if left is not None:
                response.status_code = 429
                response.headers["X-Approve-Result"] = "quota-exceeded"
                return {"left": left, "wait": 3600}
            loans = sum(name == "schedule" for name, _ in self.asked)
            return {"idle": loans > 1, "nvidiaIndex": 0, "nvidiaUUID": "x", "allowToken": "t"}

        super().__init__(app)

    def run_space(self) -> dict:
        done = subprocess.run(
            [sys.executable, "-m", "tests.deploy.zero_space"],
            cwd=ROOT,
            env={
                **os.environ,
                "SPACES_ZERO_GPU": "true",
                "SPACES_ZERO_DEVICE_API_URL": self.address,
                "OMP_NUM_THREADS": "1",
            },
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1])


@pytest.mark.slow
def test_speech_is_made_where_the_card_is(engine):
    with DeviceDouble() as device:
        told = device.run_space()
    engine.forget()
    for text, sums in zip(
        ("Hello there.", "Goodbye. It was a long day."), told["audio"][::2], strict=True
    ):
        expected = [float(s.audio.astype(float).sum()) for s in engine.speak(Take(text))]
        assert np.allclose(sums, expected, atol=1e-2)
    assert told["reused"][1] == [True]
    assert np.allclose(sum(told["audio"][0]), sum(told["audio"][1]), atol=1e-2)
    assert told["rendered here"] == 0, "the model ran in the process that has no card"
    assert told["frames"] > 20
    names = [name for name, _ in device.asked]
    # Two takes to make (the third is known), one stopped, one plan: a loan each, all given back.
    assert names.count("schedule") == names.count("release") == 4
    assert names.count("allow") >= 1
    assert all(
        int(q["durationSeconds"]) >= SHORTEST_SECONDS for n, q in device.asked if n == "schedule"
    )


@pytest.mark.slow
def test_no_card_is_one_clear_sentence():
    with DeviceDouble(left=3) as device:
        told = device.run_space()
    assert told["refused"].startswith("There is no GPU for this just now:")
    assert "limit" in told["refused"] and "Traceback" not in told["refused"]


@pytest.mark.parametrize(("count", "seconds"), [(0, SHORTEST_SECONDS), (10_000, LONGEST_SECONDS)])
def test_loans_are_as_short_as_the_take_allows(count, seconds):
    assert loan_seconds(LocalRenderer.plan, [None] * count) == seconds

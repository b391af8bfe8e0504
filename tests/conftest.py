"""Heavy things, made once a session: the engine, the real weights, a speech recogniser.

`pytest` runs everything with the real model. `pytest --quick` leaves out what is marked `slow`, and
runs the rest with the model of `tests/tiny.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings as test_settings

from kokoro_studio import runtime

runtime.prepare()
runtime.prepare_page()

# No deadlines: others may be using this machine.
test_settings.register_profile("whole", deadline=None)
test_settings.register_profile("quick", deadline=None, max_examples=20)

# Whatever uses one of these is slow: a browser, a speech recogniser, the weights of the real model.
SLOW_FIXTURES = {"browser", "transcribe", "upstream"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--quick",
        action="store_true",
        help="leave out the tests marked slow, run the others with a tiny random model",
    )


def pytest_configure(config: pytest.Config) -> None:
    test_settings.load_profile("quick" if config.getoption("quick") else "whole")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if SLOW_FIXTURES & {*getattr(item, "fixturenames", ())}:
            item.add_marker(pytest.mark.slow)
    if config.getoption("quick"):
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture(scope="session", autouse=True)
def tiny_model(request) -> Iterator[None]:
    """With --quick, every engine of this process has the tiny model instead of the real one."""
    if not request.config.getoption("quick"):
        yield
        return
    from .tiny import load_tiny_model

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("kokoro_studio.engine.renderers.local.load_model", load_tiny_model)
        yield


@pytest.fixture(scope="session", autouse=True)
def data_folder(tmp_path_factory):
    """No test touches a person's own voices; those of one session share a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KOKORO_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="session")
def engine():
    from kokoro_studio import load_engine

    return load_engine("cpu", "bundled", "float32")


@pytest.fixture(scope="session")
def url(engine, tmp_path_factory) -> Iterator[str]:
    """Page and API on a free port, as `app.py` serves them, with copies of files of its own."""
    os.environ["GRADIO_TEMP_DIR"] = str(tmp_path_factory.mktemp("gradio"))
    from kokoro_studio.deploy.serving import build_studio

    demo, settings = build_studio(engine)
    _, address, _ = demo.launch(server_name="127.0.0.1", prevent_thread_lock=True, **settings)
    engine.warm_up()
    yield address
    demo.close()


@pytest.fixture(scope="session")
def upstream():
    """The real weights under upstream's names, weight-norm folded."""
    from kokoro_studio.model.bundled import read_bundled

    return read_bundled()


@pytest.fixture(scope="session")
def transcribe() -> Callable[..., str]:
    """(float32 at 24 kHz, language code of the recogniser) -> lower-case words."""
    from bench.quality import recogniser

    recognise = recogniser()
    return lambda audio, language="en": " ".join(recognise(audio, language))

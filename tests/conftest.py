"""Heavy things, made once a session: the real weights, the real engine, a speech recogniser."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from hypothesis import settings as test_settings

from kokoro_studio import runtime

runtime.prepare()
runtime.prepare_page()
test_settings.register_profile("shared", deadline=None)  # others may be using this machine
test_settings.load_profile("shared")


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

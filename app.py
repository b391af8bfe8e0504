"""Kokoro Studio in a browser: `python app.py`, or a Hugging Face Space."""

from __future__ import annotations

import gc

gc.disable()  # what is loaded now stays: to look for garbage in it takes a seventh of the start

from kokoro_studio import runtime
from kokoro_studio.settings import Settings

runtime.prepare()
runtime.prepare_page()

if Settings.from_environment().on_zero:
    import spaces  # noqa: F401  before torch, which it teaches to wait for its GPU

from kokoro_studio import load_engine
from kokoro_studio.deploy.serving import build_studio, exits_plainly, serve

with exits_plainly():
    engine = load_engine()
    demo, options = build_studio(engine)
gc.freeze()
gc.enable()

if __name__ == "__main__":
    with exits_plainly():
        serve(engine, demo, options)

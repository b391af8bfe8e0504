"""Kokoro Studio in a browser: `python app.py`, or a Hugging Face Space."""

from __future__ import annotations

import gc
import os

gc.disable()  # what is loaded now stays: to look for garbage in it takes a seventh of the start
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

if "SPACES_ZERO_GPU" in os.environ:
    import spaces  # noqa: F401  before torch, which it teaches to wait for its GPU

from kokoro_studio import load_engine
from kokoro_studio.deploy.serving import build_studio, exits_plainly, serve

with exits_plainly():
    engine = load_engine()
    demo, settings = build_studio(engine)
gc.freeze()
gc.enable()

if __name__ == "__main__":
    with exits_plainly():
        serve(engine, demo, settings)

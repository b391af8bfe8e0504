"""Kokoro Studio in a browser: `python app.py`, or a Hugging Face Space."""

from __future__ import annotations

import gc
import os

gc.disable()  # what is loaded now stays: to look for garbage in it takes a seventh of the start
os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

if "SPACES_ZERO_GPU" in os.environ:
    import spaces  # noqa: F401  before torch, which it teaches to wait for its GPU

from kokoro_studio import load_engine
from kokoro_studio.environment import on_space
from kokoro_studio.serving import SPACE_PORT, build_studio, prepare, warm_up

engine = load_engine()
demo, settings = build_studio(engine)
gc.freeze()
gc.enable()

if __name__ == "__main__":
    prepare(engine)
    demo.launch(
        server_name=os.environ.get("GRADIO_SERVER_NAME", "0.0.0.0" if on_space() else "127.0.0.1"),
        server_port=int(os.environ.get("GRADIO_SERVER_PORT", SPACE_PORT)),
        prevent_thread_lock=True,
        **settings,
    )
    warm_up(engine)
    demo.block_thread()

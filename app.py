"""Kokoro Studio in a browser: `python app.py`, or a Hugging Face Space."""

from __future__ import annotations

import os
import threading

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")

from kokoro_studio import load_engine
from kokoro_studio.ui import build_app, launch_settings
from kokoro_studio.voices import judge, parse_formula

demo = build_app(engine := load_engine())


def warm_up() -> None:
    """What the first take and the first mix would wait for."""
    engine.warm_up()
    judge(parse_formula("af_heart"))


if __name__ == "__main__":
    threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    home = "0.0.0.0" if "SPACE_ID" in os.environ else "127.0.0.1"
    demo.launch(
        server_name=os.environ.get("GRADIO_SERVER_NAME", home),
        server_port=int(os.environ.get("GRADIO_SERVER_PORT", "7860")),
        **launch_settings(),
    )

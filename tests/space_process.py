"""A studio as a Space with sign-in runs it, in a process of its own: the port is its argument."""

from __future__ import annotations

import sys

from kokoro_studio import load_engine
from kokoro_studio.deploy.serving import build_studio

demo, settings = build_studio(load_engine("cpu", "bundled", "float32"))
demo.launch(server_name="127.0.0.1", server_port=int(sys.argv[1]), **settings)

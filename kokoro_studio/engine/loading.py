"""Which engine a process uses: one for each device, checkpoint and precision, made once."""

from __future__ import annotations

import os
import threading

from ..model import find_weights, pick_precision
from ..runtime import prepare
from .devices import pick_device
from .engine import Engine
from .renderers import pick_renderer

_engines: dict[tuple[int, str, str, str], Engine] = {}
_engines_lock = threading.Lock()


def load_engine(
    device: str | None = None, weights: str | None = None, precision: str | None = None
) -> Engine:
    """The engine of this process for these choices; made once, then shared.

    `device`: `cpu`, `cuda`, …, default KOKORO_DEVICE or the best there is. `weights`: as
    KOKORO_WEIGHTS, which is the default. `precision`: `float32`, `bfloat16` or `auto`, default
    KOKORO_PRECISION or what suits the device. The model itself is loaded at first use.
    `RequestError` for a choice that is unknown or not to be had here.
    """
    prepare()
    place = pick_device(device)
    found = find_weights(weights)
    exact = pick_precision(place, precision)
    key = (os.getpid(), str(place), found.id, exact)
    with _engines_lock:
        if key not in _engines:
            _engines[key] = Engine(pick_renderer(place, found, exact))
        return _engines[key]

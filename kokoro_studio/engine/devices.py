"""Which device the model runs on."""

from __future__ import annotations

import torch

from ..errors import RequestError
from ..settings import Settings


def pick_device(choice: str | None = None) -> torch.device:
    """`choice`, else KOKORO_DEVICE, else CUDA where there is one, else the CPU.

    `RequestError` for a name that torch does not know, or a device that is not there.
    """
    choice = choice or Settings.from_environment().device
    if not choice:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        device = torch.device(choice)
    except RuntimeError as error:
        raise _unusable(choice) from error
    if device.type != "cpu" and (device.index or 0) >= _count(device.type):
        raise _unusable(choice)
    return device


def _count(kind: str) -> int:
    """How many devices of a kind there are."""
    backend = getattr(torch, kind, None)
    available = getattr(backend, "is_available", None)
    return backend.device_count() if backend is not None and available and available() else 0


def _unusable(choice: str) -> RequestError:
    there = [kind for kind in ("cuda", "mps", "xpu") if _count(kind)]
    return RequestError(
        f"There is no device {choice!r} here; use {' or '.join(['cpu', *there])} (KOKORO_DEVICE)."
    )

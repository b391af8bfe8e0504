"""In which number format the vocoder convolves: float32, or bfloat16 where that is faster.

A processor that multiplies tiles of bfloat16 (AMX) renders twice as fast in it. One that has only
the AVX-512 instructions for it takes half as long again as in float32.
What decides timing and pitch stays float32 always: the source sums the pitch's rounding errors
into the phase of every later sample.
"""

from __future__ import annotations

import torch

from ..errors import RequestError
from ..settings import Settings

PRECISIONS = {"float32": torch.float32, "bfloat16": torch.bfloat16}


def pick_precision(device: torch.device, choice: str | None = None) -> str:
    """A name of `PRECISIONS`: `choice`, else KOKORO_PRECISION, else what suits the device.

    `RequestError` for a name that is none.
    """
    choice = choice or Settings.from_environment().precision
    if choice == "auto":
        return "bfloat16" if _fast_in_bfloat16(device) else "float32"
    if choice not in PRECISIONS:
        raise RequestError(
            f"There is no precision {choice!r}; use auto, {' or '.join(PRECISIONS)} "
            "(KOKORO_PRECISION)."
        )
    return choice


def _fast_in_bfloat16(device: torch.device) -> bool:
    if device.type == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    # Absent in some releases of torch, and on other processors than x86.
    probe = getattr(torch.cpu, "_is_amx_tile_supported", None)
    return device.type == "cpu" and probe is not None and bool(probe())

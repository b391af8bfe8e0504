"""In which number format the vocoder convolves: float32, or bfloat16 where that is faster.

A processor that multiplies tiles of bfloat16 (AMX) renders twice as fast in it, and so does an AMD
processor with the AVX-512 instructions for it. An Intel processor that has only those takes half
as long again as in float32.
What decides timing and pitch stays float32 always: the source sums the pitch's rounding errors
into the phase of every later sample.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
    if device.type != "cpu":
        return False
    # Absent in torch before 2.11; without it nothing is known of the processor.
    capabilities: Mapping[str, Any] = getattr(torch.cpu, "get_capabilities", dict)()
    amd = str(capabilities.get("cpu_name", "")).startswith("AMD")
    return bool(capabilities.get("amx_tile") or (amd and capabilities.get("avx512_bf16")))

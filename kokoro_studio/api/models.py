"""Names that clients give to the one model."""

from __future__ import annotations

import re

from .errors import Refused

MODELS = ("kokoro", "tts-1", "tts-1-hd", "gpt-4o-mini-tts")
_OWNER = r"(?:[\w.-]+/)?"  # hexgrad/Kokoro-82M, openai/tts-1
_OPENAI = r"(?:tts-1|tts-1-hd|gpt-4o-mini-tts)(?:-\d{4}(?:-\d\d-\d\d)?)?"  # with a date or without
# Version 1.0 in any precision. Other versions have other voices, so their names stay unknown.
_KOKORO = r"kokoro(?:[-_]?82m)?(?:[-_]v?1(?:[._]0)?)?(?:[-_](?:onnx|bf16|fp16|fp32|int8|[468]bit))*"
_KNOWN = re.compile(f"{_OWNER}(?:{_OPENAI}|{_KOKORO})", re.I)


def check_model(name: str, status: int = 400, code: str = "invalid_model") -> None:
    """`Refused` for an unknown model."""
    if not _KNOWN.fullmatch(name.strip()):
        message = f"There is no model {name[:60]!r}; use one of {', '.join(MODELS)}."
        raise Refused(status, message, code, "model")

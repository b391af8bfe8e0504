"""Every error a person can cause.

    StudioError
    ├── TextError       the text, its language or its markup
    ├── VoiceError      a voice name, formula or voice file
    ├── WeightsError    a checkpoint: missing, corrupt or foreign
    ├── RequestError    speed, seed, format, limits, where a file should go
    └── DeviceError     a lent device that is not to be had just now

A message is one sentence (two at most) that says what was given, what is allowed and what to do.
Whatever is not a `StudioError` is a bug of ours.
"""

from __future__ import annotations


class StudioError(Exception):
    """Base of every error that is the input's fault, not ours; its text is fit to show."""


class TextError(StudioError):
    """Text, language or inline markup that cannot be spoken as given."""


class VoiceError(StudioError):
    """A voice id, formula or voice file that cannot be used.

    `position` is the offset in the formula where reading stopped, when there is one.
    """

    def __init__(self, message: str, position: int | None = None):
        super().__init__(message)
        self.position = position


class WeightsError(StudioError):
    """A checkpoint that is missing, truncated, corrupt or of another model."""


class DeviceError(StudioError):
    """A device that is lent, and not to us just now."""


class RequestError(StudioError):
    """A setting outside its range, or a place that cannot be written."""

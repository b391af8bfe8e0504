"""The process that espeak-ng runs in: text comes in, 16-bit mono at 22,050 Hz goes out.

    python -I -S anchor_process.py LIBRARY DATA VOICE MOST_SAMPLES < text > sound

Needs nothing but the standard library: it starts at once, and shares no state with the studio.
"""

from __future__ import annotations

import ctypes
import sys

# From espeak-ng's speak_lib.h.
_SYNCHRONOUS = 2
_BY_CHARACTER = 1
_UTF8 = 1
_RATE = 22_050


def main(library: str, data: str, voice: str, most_samples: str) -> int:
    espeak = ctypes.CDLL(library)
    sound, most_bytes = bytearray(), int(most_samples) * 2

    @ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)  # type: ignore[untyped-decorator]
    def take(samples: int | None, count: int, _events: object) -> int:
        if samples and count > 0:
            sound.extend(ctypes.string_at(samples, count * 2))
        return int(len(sound) > most_bytes)  # 1 stops it

    if espeak.espeak_Initialize(_SYNCHRONOUS, 0, data.encode(), 1) != _RATE:
        return 1
    espeak.espeak_SetSynthCallback(take)
    if espeak.espeak_SetVoiceByName(voice.encode()):
        return 2
    text = sys.stdin.buffer.read() + b"\0"
    size = ctypes.c_size_t(len(text))
    if espeak.espeak_Synth(text, size, 0, _BY_CHARACTER, 0, _UTF8, None, None):
        return 3
    espeak.espeak_Synchronize()
    sys.stdout.buffer.write(sound)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

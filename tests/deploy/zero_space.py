"""A ZeroGPU Space in a process of its own: the real `spaces` package, a double for the card.

What only a card could do (moving tensors there) is left out; schedule, fork, pickle, generator and
release are the package's own. Prints what happened as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from types import ModuleType

card_double = ModuleType("spaces.zero.torch")  # the real one needs a build of torch for CUDA
for step in ("enter_mode", "patch", "unpatch", "init", "move"):
    setattr(card_double, step, lambda *args, **named: None)
card_double.pack = card_double.size = lambda: 0
card_double.is_in_bad_fork = lambda: False
sys.modules["spaces.zero.torch"] = card_double

import spaces  # noqa: E402
import spaces.zero.decorator  # noqa: E402

from kokoro_studio import StudioError, Take, load_engine  # noqa: E402


def main() -> None:
    engine = load_engine("cpu", "bundled", "float32")
    engine.model  # noqa: B018  in place before the first loan
    decorated = len(spaces.zero.decorator.decorated_cache)
    try:
        takes = [Take("Hello there."), Take("Hello there."), Take("Goodbye. It was a long day.")]
        spoken = [list(engine.speak(take)) for take in takes]
    except StudioError as error:
        print(json.dumps({"refused": str(error)}))
        return
    stopped = engine.speak(Take("One sentence that is heard. " * 40, seed=3))
    next(stopped)
    stopped.close()
    plan = engine.plan(engine.read(takes[0]).utterances[0], takes[0].blend)
    print(
        json.dumps(
            {
                "decorated": decorated,
                "pid": os.getpid(),
                "audio": [[s.audio.astype(float).sum() for s in segments] for segments in spoken],
                "reused": [[s.reused for s in segments] for segments in spoken],
                "frames": plan.frames,
                "rendered here": engine.renderer._encode.cache_info().currsize,
            }
        )
    )


if __name__ == "__main__":
    sys.exit(main())

"""How fast Kokoro speaks here, there and elsewhere on this machine: writes docs/benchmarks.md.

    python -m bench.speed

The same phonemes, voice and int8 weights for all, in turns (A B C A B C …) within one run. Absolute
times belong to the machine and its other users; the ratios are what counts.
"""

from __future__ import annotations

import json
import os
import platform
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any

from kokoro_studio import runtime

from .first_sound import ROUNDS as ROUNDS_FIRST
from .first_sound import TEXTS as FIRST_TEXTS
from .first_sound import VOICE
from .systems import SPEAKERS, Speaker

PAGE = Path(__file__).resolve().parents[1] / "docs" / "benchmarks.md"
TEXTS = {name: FIRST_TEXTS[name] for name in ("a word", "a sentence", "a paragraph")}
COLD_TEXTS = ("a sentence", "a paragraph")
ROUNDS = 5


def main() -> None:
    if len(sys.argv) > 1:
        print(json.dumps(_cold(sys.argv[1])))
        return
    runtime.prepare()  # every system computes under the same settings of OpenMP
    # In processes of their own, and with the studio's own weights: its server keeps the OpenMP
    # workers for one thread, and windows need statistics that were fitted to the weights.
    first, start = json.loads(_run("bench.first_sound")), _start_page()
    with tempfile.TemporaryDirectory() as folder:
        _unpack(Path(folder))
        cold = {name: _run_cold(name) for name in SPEAKERS}
        rows = _rounds({name: make() for name, make in SPEAKERS.items()})
        PAGE.write_text(_page(rows, cold, first, start), encoding="utf-8")


def _phonemes(text: str) -> str:
    """A text as one utterance, which is how the others take it."""
    from kokoro_studio import Take, load_engine

    reading = load_engine().read(Take(text, VOICE))
    return " ".join(utterance.phonemes for utterance in reading.utterances)


def _unpack(folder: Path) -> None:
    """The same int8 weights for all: as upstream's checkpoint, and as they are for ONNX Runtime."""
    from importlib.resources import files

    import numpy as np

    from kokoro_studio.model.bundled import BUNDLED_PACKAGES, read_bundled
    from kokoro_studio.model.weights import save_checkpoint
    from kokoro_studio.voices import load_pack
    from tests.model.oracle import build_reference

    checkpoint = folder / "kokoro-v1_0.pth"
    state = build_reference(read_bundled()).state_dict()
    save_checkpoint({k: v for k, v in state.items() if ".norm." not in k}, checkpoint)
    network = folder / "kokoro.onnx"
    network.write_bytes(
        b"".join((files(name) / "part.bin").read_bytes() for name in BUNDLED_PACKAGES)
    )
    voices = folder / "voices.npz"
    np.savez(voices, **{VOICE: load_pack(VOICE)[:, None].numpy()})
    os.environ |= {
        "KOKORO_WEIGHTS": str(checkpoint),
        "BENCH_ONNX": str(network),
        "BENCH_VOICES": str(voices),
    }


def _rounds(speakers: dict[str, Speaker]) -> dict[str, dict[str, tuple[float, float]]]:
    """{length of text: {system: (median seconds, seconds of sound)}}"""
    rows: dict[str, dict[str, tuple[float, float]]] = {}
    for name, text in TEXTS.items():
        phonemes = _phonemes(text)
        for speak in speakers.values():
            speak(phonemes)
        times: dict[str, list[float]] = {system: [] for system in speakers}
        samples = {}
        for _ in range(ROUNDS):
            for system, speak in speakers.items():
                began = time.perf_counter()
                samples[system] = speak(phonemes)
                times[system].append(time.perf_counter() - began)
        rows[name] = {s: (statistics.median(times[s]), samples[s] / 24_000) for s in speakers}
        print(name, rows[name], flush=True)
    return rows


def _run_cold(name: str) -> dict[str, float]:
    """A process of its own, from its start to a sentence's sound, then a paragraph for its peak."""
    environment = {
        **os.environ,
        "BENCH_PHONEMES": json.dumps([_phonemes(TEXTS[key]) for key in COLD_TEXTS]),
        "BENCH_BEGAN": str(time.time()),
    }
    found = _run("bench.speed", name, env=environment)
    print(name, found, flush=True)
    return json.loads(found)


def _run(module: str, *arguments: str, **options: Any) -> str:
    """The last line that a module prints."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        stdout=subprocess.PIPE, text=True, check=True, **options,
    )  # fmt: skip
    return done.stdout.splitlines()[-1]


def _cold(name: str) -> dict[str, float]:
    speak = SPEAKERS[name]()
    sentence, paragraph = json.loads(os.environ["BENCH_PHONEMES"])
    speak(sentence)
    seconds = time.time() - float(os.environ["BENCH_BEGAN"])
    speak(paragraph)
    return {"seconds": seconds, "peak_mb": _peak_megabytes()}


def _peak_megabytes() -> float:
    """Of this process image: `ru_maxrss` would count the parent's before it became this one."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024


@contextmanager
def serve_studio(**settings: str) -> Iterator[str]:
    """`python app.py` on a free port, from the moment its first page is there."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "GRADIO_SERVER_PORT": str(port), **settings}
    with subprocess.Popen([sys.executable, "app.py"], env=environment) as app:
        try:
            while True:
                try:
                    urllib.request.urlopen(address, timeout=5).read()
                    break
                except OSError:
                    time.sleep(0.02)
            yield address
        finally:
            app.terminate()


def _start_page() -> dict[str, float]:
    """`python app.py`: seconds to its first page, and to a first take that is asked for then."""
    from gradio_client import Client

    began = time.perf_counter()
    with serve_studio() as address:
        page = time.perf_counter() - began
        Client(address, verbose=False).predict("Hello there.", api_name="/speak")
        return {"page": page, "take": time.perf_counter() - began}


def _page(
    rows: dict[str, dict[str, tuple[float, float]]],
    cold: dict[str, dict[str, float]],
    first: dict[str, dict[str, float]],
    start: dict[str, float],
) -> str:
    import torch

    from kokoro_studio import load_engine

    engine = load_engine()
    packages = ", ".join(f"{n} {version(n)}" for n in ("torch", "kokoro", "onnxruntime"))
    lines = "\n".join(_row(name, row) for name, row in rows.items())
    processes = "\n".join(
        f"| {name} | {c['seconds']:.1f} | {c['peak_mb']:.0f} |" for name, c in cold.items()
    )
    doors = list(next(iter(first.values())))
    waits = "\n".join(
        f"| {name} | {' | '.join(f'{each[door]:.2f}' for door in doors)} |"
        for name, each in first.items()
    )
    official_seconds, sound_seconds = rows["a paragraph"]["kokoro"]
    return f"""# How fast

Written by `make bench`; every number is measured. Absolute times belong to the machine and its
other users that day, the ratios are what counts. How memory stays flat: [memory.md](memory.md).

{processor()}, {torch.get_num_threads()} threads, device {engine.device}; Kokoro Studio computes in
{engine.precision} there unless it says otherwise. Python {platform.python_version()}, {packages}.

## From phonemes to sound

Median seconds of {ROUNDS} rounds, the systems in turn, warm, all with the same weights; in brackets
how many times as long as Kokoro Studio that is.

| | sound | {" | ".join(SPEAKERS)} |
| --- | --- |{" --- |" * len(SPEAKERS)}
{lines}

## Until the first sound

Median seconds of {ROUNDS_FIRST} from the text to the first piece of sound, warm, nothing cached:
the first segment in Python, the first samples in the page's player (Chromium, on the same
processor), the first bytes of `POST /v1/audio/speech`.
The others render such a text whole: their first sound comes with the last, in the table above. How
fast the machine was in this run: the official package took
{official_seconds / sound_seconds:.2f} s for each second of the paragraph.

| | {" | ".join(doors)} |
| --- |{" --- |" * len(doors)}
{waits}

## A process of its own

From its start to the sound of a sentence, and its largest memory after a paragraph. The official
package is given its phonemes here, and so is spared the language models that it loads for English.

| | seconds | MB |
| --- | --- | --- |
{processes}

`python app.py` answers its first page after {start["page"]:.1f} s; a take that is asked for then is
there {start["take"]:.1f} s after the start.
"""


def _row(name: str, row: dict[str, tuple[float, float]]) -> str:
    (mine, sound), *others = row.values()
    cells = [f"{mine:.2f}", *(f"{seconds:.2f} ({seconds / mine:.2f}×)" for seconds, _ in others)]
    return f"| {name} | {sound:.1f} s | " + " | ".join(cells) + " |"


def processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()

"""Compare the sound of a take from one processor to another: writes docs/processors.md.

    python -m bench.processors

Processes of their own render the same takes, each with at most the instructions it is told. The
variables that tell them so are read when torch is loaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from .first_sound import TEXTS
from .speed import processor

PAGE = Path(__file__).resolve().parents[1] / "docs" / "processors.md"
TAKES = [
    (text, voice)
    for text in TEXTS.values()
    for voice in ("af_heart", "bm_george")
    if len(text) < 500
]
SETTINGS = {
    "as it is, float32": {},
    "one thread": {"OMP_NUM_THREADS": "1"},
    "AVX-512 without AMX": {
        "ONEDNN_MAX_CPU_ISA": "AVX512_CORE",
        "MKL_ENABLE_INSTRUCTIONS": "AVX512",
        "ATEN_CPU_CAPABILITY": "avx512",
    },
    "AVX2": {
        "ONEDNN_MAX_CPU_ISA": "AVX2",
        "MKL_ENABLE_INSTRUCTIONS": "AVX2",
        "ATEN_CPU_CAPABILITY": "avx2",
    },
    "bfloat16": {"KOKORO_PRECISION": "bfloat16"},
}


def main() -> None:
    if len(sys.argv) > 1:
        _render(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        rendered = {name: _in_process(Path(folder), name) for name in SETTINGS}
    first, *others = rendered
    rows = [_row(name, rendered[first], rendered[name]) for name in others]
    PAGE.write_text(_page(rows), encoding="utf-8")


def _in_process(folder: Path, name: str) -> list[dict[str, np.ndarray]]:
    path = folder / f"{name}.npz"
    environment = {**os.environ, "KOKORO_PRECISION": "float32", **SETTINGS[name]}
    subprocess.run(
        [sys.executable, "-m", "bench.processors", str(path)], env=environment, check=True
    )
    with np.load(path) as stored:
        return [
            {key: stored[f"{key}{place}"] for key in ("durations", "pitch", "audio")}
            for place in range(len(TAKES))
        ]


def _render(path: Path) -> None:
    from kokoro_studio import Take, load_engine

    engine = load_engine()
    arrays = {}
    for place, (text, voice) in enumerate(TAKES):
        reading = engine.read(Take(text, voice))
        plans = [engine.plan(utterance, reading.take.blend) for utterance in reading.utterances]
        arrays[f"durations{place}"] = np.concatenate([plan.durations for plan in plans])
        arrays[f"pitch{place}"] = np.concatenate([plan.pitch_hz for plan in plans])
        arrays[f"audio{place}"] = np.concatenate([s.audio for s in engine.record(reading)])
    np.savez(path, **arrays)


def _row(name: str, ours: list[dict[str, np.ndarray]], theirs: list[dict[str, np.ndarray]]) -> str:
    pairs = list(zip(ours, theirs, strict=True))
    equal = sum(np.array_equal(a["durations"], b["durations"]) for a, b in pairs)
    pairs = [pair for pair in pairs if len(pair[0]["audio"]) == len(pair[1]["audio"])]
    hertz = max(np.abs(a["pitch"] - b["pitch"]).max() for a, b in pairs)
    apart = [np.abs(a["audio"] - b["audio"]).max() for a, b in pairs]
    ratios = [_ratio(a["audio"], b["audio"]) for a, b in pairs]
    same = sum(np.array_equal(a["audio"], b["audio"]) for a, b in pairs)
    least = f"{min(ratios):.0f} dB" if np.isfinite(min(ratios)) else "none"
    return (
        f"| {name} | {equal} of {len(ours)} | {hertz:.1g} Hz | {max(apart):.1g} | {least} | "
        f"{same} of {len(ours)} |"
    )


def _ratio(signal: np.ndarray, other: np.ndarray) -> float:
    """Signal to difference, in dB."""
    difference = np.square(signal - other, dtype=float).sum()
    return (
        10 * np.log10(np.square(signal, dtype=float).sum() / difference) if difference else np.inf
    )


def _page(rows: list[str]) -> str:
    import torch

    lines = "\n".join(rows)
    return f"""# Equal on every machine

Written by `python -m bench.processors`; every number is measured.

The same take on the same machine, with the same number of threads and the same precision, is the
same to the last bit: today, tomorrow, alone or beside others, in the page, from the shell and over
the API. Another processor, or another number of threads, adds the same numbers in another order.
The pitch then differs by thousandths of a hertz. The source sums it into the phase of every later
sample, so samples differ, about 40 dB below the sound, while words, timing, pitch and timbre are
the same. Durations are rounded to frames of 25 ms and so stay equal, unless a sum falls on the edge
between two. A card of another kind (CUDA) has not been measured.

{len(TAKES)} takes, {processor()}, torch {torch.__version__}; each row beside float32 on this
processor with all it has and {torch.get_num_threads()} threads. A process can be told to use fewer
instructions than there are: that is how the rows were made, and how the tests of the model and the
engine are run for each of them (`scripts/test-processors.sh`).

| | equal durations | pitch differs by | sound differs by | signal to difference | equal sound |
| --- | --: | --: | --: | --: | --: |
{lines}

*Differs by* is the largest difference; full scale of the sound is 1. *Signal to difference* is that
of the take that differs most. *Equal* is to the last bit.
"""


if __name__ == "__main__":
    main()

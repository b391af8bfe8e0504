"""The systems that `bench.speed` compares: each speaks phonemes with the same voice and weights.

`bench.speed` writes the files of the weights, named by `KOKORO_WEIGHTS`, `BENCH_ONNX` and
`BENCH_VOICES`.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from .first_sound import VOICE

Speaker = Callable[[str], int]  # phonemes -> samples made


def ours(precision: str | None = None) -> Speaker:
    import torch

    from kokoro_studio import load_engine
    from kokoro_studio.model import draw_excitation
    from kokoro_studio.text.symbols import ids
    from kokoro_studio.voices import parse_formula, style_for, style_path

    engine = load_engine(precision=precision)
    styles = style_path(parse_formula(VOICE))

    def speak(phonemes: str) -> int:
        style = style_for(styles, len(phonemes))
        symbols = torch.tensor([0, *ids(phonemes), 0], device=engine.device)
        encoded = engine.model.encode(symbols)
        plan = engine.model.plan(encoded, style.delivery.to(engine.device))
        noise = draw_excitation(2 * plan.frames, 0).to(engine.device)
        timbre = style.timbre.to(engine.device)
        return len(engine.model.render(encoded, plan, timbre, noise).cpu())

    return speak


def ours_in_float32() -> Speaker:
    return ours("float32")


def official() -> Speaker:
    import torch

    from kokoro_studio.voices import load_pack
    from tests.model.oracle import CONFIG, import_kmodel

    model = import_kmodel()(repo_id="none", config=CONFIG, model=os.environ["KOKORO_WEIGHTS"])
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = model.to(device).eval()
    pack = load_pack(VOICE)

    def speak(phonemes: str) -> int:
        with torch.inference_mode():
            return len(model(phonemes, pack[len(phonemes) - 1][None].to(device)))

    return speak


def onnx() -> Speaker:
    import numpy as np
    import onnxruntime

    from kokoro_studio.text.symbols import ids
    from kokoro_studio.voices import load_pack

    session = onnxruntime.InferenceSession(
        os.environ["BENCH_ONNX"], providers=onnxruntime.get_available_providers()
    )
    pack = load_pack(VOICE).numpy()

    def speak(phonemes: str) -> int:
        given = {
            "tokens": np.array([[0, *ids(phonemes), 0]], dtype=np.int64),
            "style": pack[len(phonemes) - 1][None],
            "speed": np.ones(1, dtype=np.float32),
        }
        return session.run(None, given)[0].size

    return speak


def kokoro_onnx() -> Speaker:
    from kokoro_onnx import Kokoro

    model = Kokoro(os.environ["BENCH_ONNX"], os.environ["BENCH_VOICES"])

    def speak(phonemes: str) -> int:
        return len(model.create(phonemes, VOICE, is_phonemes=True)[0])

    return speak


SPEAKERS = {
    "Kokoro Studio": ours,
    "Kokoro Studio in float32": ours_in_float32,
    "kokoro": official,
    "ONNX Runtime, int8": onnx,
    "kokoro-onnx, int8": kokoro_onnx,
}

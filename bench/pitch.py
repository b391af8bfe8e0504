"""Measure how the height of a voice stands in its delivery: writes voices/pitch.json.

    python -m bench.pitch

`kokoro_studio.voices.mixing.pitch` says what the two directions in that file are for. Both are had
from the model itself, on a few sentences:

    moves    the mean gradient g of the mean pitch of the voiced frames with respect to the
             delivery, over all voices and sentences, the durations held still
    reads    r nearest to g that tells the 54 voices' median pitch: ridge regression of what g
             leaves

A sentence takes the rows of its own length, and only differences between voices count.
"""

from __future__ import annotations

import json

import numpy as np
import torch
from torch import Tensor

from kokoro_studio import Engine, Take, load_engine
from kokoro_studio.model.predictor import ProsodyPredictor
from kokoro_studio.text import segment
from kokoro_studio.text.symbols import ids
from kokoro_studio.voices import VOICES, load_pack
from kokoro_studio.voices.mixing.pitch import PITCH_FILE
from kokoro_studio.voices.shape import STYLE, TIMBRE

SENTENCES = (
    "Here I am.",
    "Thank you, that is very kind.",
    "Will you be there when the music begins?",
    "I have never seen anything like it, she said, and closed the door.",
    "The old lighthouse stood at the end of the road, and every evening its light came on.",
)
RIDGE = 3.0  # square of a style's length: half of it and ten times as much tell a voice alike
_VOICED_HZ = 60
_PADDING = 0
_DIGITS = 5


def encoded(engine: Engine, phonemes: str) -> Tensor:
    """(1, T, hidden)"""
    symbols = torch.tensor([_PADDING, *ids(phonemes), _PADDING], device=engine.device)
    return engine.model.encode(symbols).context.clone().unsqueeze(0)


def look(predictor: ProsodyPredictor, context: Tensor, delivery: Tensor) -> tuple[float, Tensor]:
    """Median pitch of a delivery (128,) in Hz, and the gradient (128,) of its mean."""
    delivery = delivery.float().view(1, 1, -1).to(context.device).requires_grad_()
    prosody = predictor.encoder(context, delivery)
    durations = predictor.durations(prosody)[0].detach().round().clamp(min=1).long()
    pitch_hz, _ = predictor.contours(prosody.repeat_interleave(durations, dim=1), delivery)
    voiced = pitch_hz[pitch_hz > _VOICED_HZ]
    (gradient,) = torch.autograd.grad(voiced.mean(), delivery)
    return float(voiced.detach().median()), gradient.flatten().double().cpu()


def ridge(deliveries: Tensor, pitch_hz: Tensor, near: Tensor) -> Tensor:
    """(voices, sentences, 128), (voices, sentences) -> (128,)"""
    apart = (deliveries - deliveries.mean(dim=0)).flatten(0, 1)
    hertz = (pitch_hz - pitch_hz.mean(dim=0)).flatten()
    covariance = apart.T @ apart + RIDGE * torch.eye(STYLE - TIMBRE, dtype=apart.dtype)
    return near + torch.linalg.solve(covariance, apart.T @ (hertz - apart @ near))


def left_out(deliveries: Tensor, pitch_hz: Tensor, near: Tensor) -> np.ndarray:
    """How wrong the pitch of each voice is read that was not measured itself, as a share."""
    errors = []
    for voice in range(len(deliveries)):
        others = [other for other in range(len(deliveries)) if other != voice]
        reads = ridge(deliveries[others], pitch_hz[others], near)
        told = (deliveries[voice] - deliveries[others].mean(dim=0)) @ reads
        told += pitch_hz[others].mean(dim=0)
        errors.append(float((told / pitch_hz[voice] - 1).mean()))
    return np.abs(errors)


def main() -> None:
    engine = load_engine()
    spoken = [
        segment(engine.read(Take(text, "af_heart", language="a")).phonemized)[0].phonemes
        for text in SENTENCES
    ]
    rows = [len(phonemes) - 1 for phonemes in spoken]
    deliveries = torch.stack([load_pack(voice)[rows, TIMBRE:].double() for voice in VOICES])
    contexts = [encoded(engine, phonemes) for phonemes in spoken]
    predictor = engine.model.predictor
    looks = [
        [look(predictor, context, row) for context, row in zip(contexts, rows, strict=True)]
        for rows in deliveries
    ]
    pitch_hz = torch.tensor([[hertz for hertz, _ in row] for row in looks], dtype=torch.float64)
    gradients = torch.stack([torch.stack([gradient for _, gradient in row]) for row in looks])
    moves = gradients.mean(dim=(0, 1))
    alike = torch.cosine_similarity(gradients.mean(dim=1), moves[None], dim=1)
    errors = left_out(deliveries, pitch_hz, moves)
    print(f"gradients of a voice to their mean: cosine {alike.min():.2f} to {alike.max():.2f}")
    print(f"a voice left out is read wrong by {errors.mean():.1%}, at most {errors.max():.1%}")
    found = {"reads": ridge(deliveries, pitch_hz, moves), "moves": moves / moves.norm()}
    lines = ",\n".join(
        f'  "{name}": {json.dumps([round(float(x), _DIGITS) for x in vector])}'
        for name, vector in found.items()
    )
    PITCH_FILE.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()

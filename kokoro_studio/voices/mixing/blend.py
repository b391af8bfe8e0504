"""A mix of voices: weights for timbre, delivery and pitch, a method, and the blend that it changes
into over an utterance, if it is a morph.

`methods.py` has the maths. Positive weights add up to 1 (but for `raw`), and a voice with weight
-k is subtracted, which keeps the length of the style vector.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import torch
from torch import Tensor

from ...errors import VoiceError
from ..library.finding import find_voice
from ..library.packs import load_pack
from ..shape import HALVES, ROWS, TIMBRE
from .methods import METHODS, Method
from .pitch import at_pitch

_DECIMALS = 4
_ROUNDING = 0.005
_ARC_STEPS = 8  # straight pieces that approximate an arc of a morph

Weights = tuple[tuple[str, float], ...]  # (voice id, weight)


class Style(NamedTuple):
    """The style vectors for one utterance: K points along it, 1 unless it is a morph."""

    timbre: Tensor  # (K, 128) for the decoder
    delivery: Tensor  # (K, 128) for the predictor


@dataclass(frozen=True)
class Blend:
    """Voices with their weights. Made by `parse_formula`; `str()` is the canonical formula."""

    timbre: Weights
    delivery: Weights
    method: str = "lerp"  # a name of `METHODS`, the same at every stage
    towards: Blend | None = None  # the next stage of a morph, reached evenly over each utterance
    pitch: Weights = ()  # voices whose pitch the delivery gets; () for its own pitch

    @classmethod
    def of(
        cls,
        timbre: Weights,
        delivery: Weights | None = None,
        method: str = "lerp",
        towards: Blend | None = None,
        pitch: Weights = (),
    ) -> Blend:
        """Weights of any scale: merged by voice, the positive ones normalised to 1."""
        timbre = _tidied(timbre, METHODS[method])
        delivery = timbre if delivery is None else _tidied(delivery, METHODS[method])
        pitch = _tidied(pitch, METHODS[method]) if pitch else ()
        if dict(pitch) == dict(delivery):
            pitch = ()
        if towards is not None:
            return cls(timbre, delivery, method, towards._by(method), pitch)
        if timbre == delivery and not pitch and len(timbre) == 1 and timbre[0][1] == 1:
            method = "lerp"  # one voice needs no method
        return cls(timbre, delivery, method, pitch=pitch)

    def _by(self, method: str) -> Blend:
        """A copy with `method` replaced at every stage."""
        towards = self.towards._by(method) if self.towards else None
        return replace(self, method=method, towards=towards)

    @property
    def stages(self) -> tuple[Blend, ...]:
        """The steady blends that a morph passes through; one for any other blend."""
        rest = self.towards.stages if self.towards else ()
        return (replace(self, towards=None), *rest)

    @property
    def voices(self) -> tuple[str, ...]:
        """Every voice once, timbre's first."""
        named = (
            voice
            for stage in self.stages
            for voice, _ in (*stage.timbre, *stage.delivery, *stage.pitch)
        )
        return tuple(dict.fromkeys(named))

    @property
    def keeps_pitch(self) -> bool:
        """Whether the delivery has the pitch of the timbre's own voices."""
        return self.pitch == self.timbre

    @property
    def language(self) -> str:
        """The first voice's language letter."""
        return self.timbre[0][0][0]

    def __str__(self) -> str:
        return format_blend(self)


def mix(blend: Blend) -> Tensor:
    """The blend as a pack of its own, (510, 256). One voice alone is that voice, bit for bit.

    Shared between callers: do not write into it. `VoiceError` for a morph, which is many styles.
    """
    if blend.towards is not None:
        raise VoiceError(
            "A morph is a way between voices, not one voice; "
            f"take one of its ends, such as {blend.stages[0]}."
        )
    return style_path(blend)[0]


def style_path(blend: Blend) -> Tensor:
    """(K, 510, 256): K points, evenly along an utterance, with straight lines between them."""
    return _path(blend, tuple(find_voice(voice).sha256 for voice in blend.voices))


@lru_cache(maxsize=32)
def _path(blend: Blend, _hashes: tuple[str, ...]) -> Tensor:
    """`_hashes` is part of the cache key: the voice of an id may change."""
    method = METHODS[blend.method]
    packs = [_steady(stage, method) for stage in blend.stages]
    points = packs[:1]
    for start, end in pairwise(packs):
        pieces = 1 if method.straight else _ARC_STEPS
        points += [_between(start, end, step / pieces, method) for step in range(1, pieces)]
        points.append(end)
    return torch.stack(points)


def style_for(path: Tensor, phoneme_count: int) -> Style:
    """The rows of a style path for an utterance of that many phonemes, 1 to 510."""
    rows = path[:, min(max(phoneme_count, 1), ROWS) - 1]
    return Style(rows[:, :TIMBRE], rows[:, TIMBRE:])


def _steady(stage: Blend, method: Method) -> Tensor:
    timbre = _combined(stage.timbre, HALVES["timbre"], method)
    delivery = _combined(stage.delivery, HALVES["delivery"], method)
    if stage.pitch:
        delivery = at_pitch(delivery, _combined(stage.pitch, HALVES["delivery"], method))
    return torch.cat((timbre, delivery), dim=1)


def _combined(weights: Weights, half: slice, method: Method) -> Tensor:
    if len(weights) == 1 and weights[0][1] == 1:
        return load_pack(weights[0][0])[:, half]
    # Sorted, in float64: the same voices in another order make the same bits.
    voices, amounts = zip(*sorted(weights), strict=True)
    styles = torch.stack([load_pack(voice)[:, half].double() for voice in voices])
    return method.combine(styles, torch.tensor(amounts, dtype=torch.float64)).float()


def _between(start: Tensor, end: Tensor, share: float, method: Method) -> Tensor:
    weights = torch.tensor([1 - share, share], dtype=torch.float64)
    pairs = [torch.stack((start[:, half], end[:, half])).double() for half in HALVES.values()]
    return torch.cat([method.combine(pair, weights) for pair in pairs], dim=1).float()


def _tidied(weights: Weights, method: Method) -> Weights:
    merged: dict[str, float] = {}
    for voice, weight in weights:
        merged[voice] = merged.get(voice, 0.0) + weight
    scale = _scale(list(merged.values())) if method.normalised else 1.0
    rounded = ((voice, round(weight * scale, _DECIMALS)) for voice, weight in merged.items())
    return tuple((voice, weight) for voice, weight in rounded if weight)


def _scale(weights: list[float]) -> float:
    """The factor that makes the positive weights sum to 1."""
    positive = math.fsum(weight for weight in weights if weight > 0)
    # A canonical formula's four decimals need not add up to 1 exactly; they are left as they are.
    written_so = len(weights) > 1 and abs(positive - 1) < _ROUNDING
    return 1.0 if written_so else 1 / positive


def format_blend(blend: Blend) -> str:
    """The canonical formula; `parse_formula` of it gives the blend again."""
    way = " -> ".join(_format_stage(stage) for stage in blend.stages)
    return way if blend.method == "lerp" else f"{way} @{blend.method}"


def _format_stage(stage: Blend) -> str:
    if stage.timbre == stage.delivery and not stage.pitch:
        return _format_sum(stage.timbre)
    parts = {"timbre": stage.timbre, "delivery": stage.delivery, "pitch": stage.pitch}
    return " ".join(f"{name}({_format_sum(part)})" for name, part in parts.items() if part)


def _format_sum(weights: Weights) -> str:
    if len(weights) == 1 and weights[0][1] == 1:
        return weights[0][0]
    out = ""
    for voice, weight in weights:
        joint = (" + " if weight > 0 else " - ") if out else ("" if weight > 0 else "-")
        out += f"{joint}{voice}*{_format_weight(abs(weight))}"
    return out


def _format_weight(weight: float) -> str:
    return f"{weight:.4f}".rstrip("0").rstrip(".")

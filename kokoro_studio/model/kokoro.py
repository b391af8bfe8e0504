"""The whole network, in steps that can be looked into between: encode, plan, render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from .config import SAMPLES_PER_FRAME, KokoroConfig
from .encoders import Albert, TextEncoder
from .outline import Spans
from .predictor import ProsodyPredictor
from .source import Excitation
from .vocoder import Decoder


@dataclass(frozen=True)
class EncodedText:
    """What the network makes of T symbols before it knows who speaks them."""

    context: Tensor  # (T, hidden) for the prosody
    text: Tensor  # (T, hidden) for the sound


@dataclass(frozen=True)
class Plan:
    """What will be said and how, before it is given a voice.

    T symbols with the padding at both ends, F frames of 25 ms.
    """

    durations: Tensor  # (T,) frames, integers of at least 1 (0 where cut away), summing to F
    pitch_hz: Tensor  # (2F,) Hz; below 10 the frame is unvoiced
    energy: Tensor  # (2F,)
    aligned_text: Tensor  # (hidden, F) text features, each held for its symbol's duration

    @property
    def frames(self) -> int:
        return self.aligned_text.shape[-1]

    def to(self, device: torch.device) -> Plan:
        parts = self.durations, self.pitch_hz, self.energy, self.aligned_text
        return Plan(*(part.to(device) for part in parts))


class Kokoro(nn.Module):
    """Kokoro-82M: StyleTTS 2's encoders and an iSTFTNet vocoder, 81.8 M parameters."""

    def __init__(self, config: KokoroConfig | None = None):
        super().__init__()
        self.config = config = config or KokoroConfig()
        self.albert = Albert(config.plbert, config.n_token)
        self.narrow = nn.Linear(config.plbert.hidden_size, config.hidden_dim)
        self.text_encoder = TextEncoder(config)
        self.predictor = ProsodyPredictor(config)
        self.decoder = Decoder(config)

    @property
    def device(self) -> torch.device:
        return self.narrow.weight.device

    @torch.inference_mode()
    def encode(self, symbol_ids: Tensor) -> EncodedText:
        """What is the same in every voice. `symbol_ids` (T,) integers, id 0 at both ends."""
        ids = symbol_ids.unsqueeze(0)
        return EncodedText(self.narrow(self.albert(ids))[0], self.text_encoder(ids)[0])

    @torch.inference_mode()
    def plan(self, encoded: EncodedText, delivery: Tensor, speed: float = 1.0) -> Plan:
        """Durations, pitch and energy of an utterance.

        `delivery` (S,), or (K, S) for one that moves through K points; `speed` 1 is normal, 2 twice
        as fast. Speed scales what is spoken and leaves the silence of the padding alone: stretched,
        it turns into a murmur.
        """
        delivery = torch.atleast_2d(delivery).unsqueeze(0)
        prosody = self.predictor.encoder(encoded.context.unsqueeze(0), delivery)
        exact = self.predictor.durations(prosody)[0]
        exact = torch.cat((exact[:1], exact[1:-1] / speed, exact[-1:]))
        durations = exact.round().clamp(min=1).long()
        aligned = prosody.repeat_interleave(durations, dim=1)  # (1, F, hidden+S)
        pitch_hz, energy = self.predictor.contours(aligned, delivery)
        aligned_text = encoded.text.repeat_interleave(durations, dim=0).mT
        return Plan(durations, pitch_hz[0], energy[0], aligned_text)

    @torch.inference_mode()
    def render(
        self, plan: Plan, timbre: Tensor, excitation: Excitation, silent: Spans = ()
    ) -> Tensor:
        """The waveform of a plan: (F * 600,) at 24 kHz, in the range the model gives it.

        `timbre` (S,) or (K, S); `excitation` for 2F pitch frames. All on the model's device.
        `silent` spans of frames are not rendered: zeros stand there, and the rest is as if they
        had been, nearly.
        """
        return self.render_together([plan], [timbre], [excitation], silent)[0]

    @torch.inference_mode()
    def render_together(
        self,
        plans: Sequence[Plan],
        timbres: Sequence[Tensor],
        excitations: Sequence[Excitation],
        silent: Spans = (),
    ) -> list[Tensor]:
        """What `render` makes of each, in one pass: padded to the longest, each as if alone.

        Of several, each timbre is (S,) or (1, S), and nothing is `silent`.
        """
        ends = tuple(plan.frames for plan in plans)
        waveforms = self.decoder(
            _padded([plan.aligned_text.mT for plan in plans]).mT,
            _padded([plan.pitch_hz for plan in plans]),
            _padded([plan.energy for plan in plans]),
            torch.stack([torch.atleast_2d(timbre) for timbre in timbres]),
            Excitation(_padded([excitation.noise for excitation in excitations])),
            ends=ends if len(set(ends)) > 1 else None,
            silent=silent,
        )
        return [
            waveform[: plan.frames * SAMPLES_PER_FRAME]
            for waveform, plan in zip(waveforms, plans, strict=True)
        ]


def _padded(items: list[Tensor]) -> Tensor:
    """(T, …) each -> (B, longest T, …)"""
    return pad_sequence(items, batch_first=True)

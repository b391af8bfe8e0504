"""The whole network, in steps that can be looked into and edited between: encode, plan, render."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.utils.rnn import pad_sequence

from .config import SAMPLES_PER_FRAME, KokoroConfig
from .encoders import Albert, TextEncoder
from .layers import Moments, NormStatistics
from .predictor import ProsodyPredictor
from .prosody import Contour, Durations, Prosody
from .source import Excitation
from .statistics import StatisticsPredictor
from .vocoder import Decoder, Window


@dataclass(frozen=True)
class EncodedText:
    """Features of T symbols, the same for every voice."""

    context: Tensor  # (T, hidden) for the prosody
    text: Tensor  # (T, hidden) for the sound


@dataclass(frozen=True)
class SentenceStatistics:
    """Norm statistics of a sentence, to render a single word with."""

    blocks: tuple[Moments, ...]  # measured
    generator: tuple[Moments, ...]  # predicted


class Kokoro(nn.Module):
    """Kokoro-82M: StyleTTS 2's encoders and an iSTFTNet vocoder, 81.8 M parameters.

    A style vector has two halves: `delivery` steers the prosody, `timbre` the sound. Each is (S,),
    or (K, S) for a style that moves through K points, evenly along the utterance.
    """

    def __init__(self, config: KokoroConfig | None = None):
        super().__init__()
        self.config = config = config or KokoroConfig()
        self.albert = Albert(config.plbert, config.n_token)
        self.narrow = nn.Linear(config.plbert.hidden_size, config.hidden_dim)
        self.text_encoder = TextEncoder(config)
        self.predictor = ProsodyPredictor(config)
        self.decoder = Decoder(config)
        self.statistics: StatisticsPredictor | None = None  # None: this model cannot `stream`

    @property
    def device(self) -> torch.device:
        return self.narrow.weight.device

    @torch.inference_mode()
    def encode(self, symbol_ids: Tensor) -> EncodedText:
        """`symbol_ids` (T,) integers, id 0 at both ends."""
        ids = symbol_ids.unsqueeze(0)
        return EncodedText(self.narrow(self.albert(ids))[0], self.text_encoder(ids)[0])

    @torch.inference_mode()
    def durations(self, encoded: EncodedText, delivery: Tensor, speed: float = 1.0) -> Durations:
        """(T,) frames of 25 ms; `speed` 2 is twice as fast."""
        delivered, _ = self._deliver(encoded, delivery)
        return self._durations(delivered, speed)

    @torch.inference_mode()
    def contours(
        self, encoded: EncodedText, durations: Durations, delivery: Tensor
    ) -> tuple[Contour, Contour]:
        """Pitch in Hz and energy, (2F,) each, for symbols that last that long."""
        delivered, delivery = self._deliver(encoded, delivery)
        return self._contours(delivered, durations, delivery)

    @torch.inference_mode()
    def plan(self, encoded: EncodedText, delivery: Tensor, speed: float = 1.0) -> Prosody:
        """`durations`, then `contours`: how the model itself would say it."""
        delivered, delivery = self._deliver(encoded, delivery)
        durations = self._durations(delivered, speed)
        return Prosody(durations, *self._contours(delivered, durations, delivery))

    @torch.inference_mode()
    def render(
        self, encoded: EncodedText, prosody: Prosody, timbre: Tensor, excitation: Excitation
    ) -> Tensor:
        """The waveform: (F * 600,) at 24 kHz, in the range that the model gives it.

        `excitation` for 2F pitch frames.
        """
        return self.render_together([encoded], [prosody], [timbre], [excitation])[0]

    @torch.inference_mode()
    def render_together(
        self,
        encoded: Sequence[EncodedText],
        prosodies: Sequence[Prosody],
        timbres: Sequence[Tensor],
        excitations: Sequence[Excitation],
    ) -> list[Tensor]:
        """What `render` makes of each, in one pass: padded to the longest, each as if alone.

        Of several, each timbre is (S,) or (1, S).
        """
        ends = tuple(prosody.frames for prosody in prosodies)
        waveforms = self.decoder(
            _padded([self._align(*pair).mT for pair in zip(encoded, prosodies, strict=True)]).mT,
            _padded([self._tensor(prosody.pitch_hz) for prosody in prosodies]),
            _padded([self._tensor(prosody.energy) for prosody in prosodies]),
            torch.stack([torch.atleast_2d(timbre) for timbre in timbres]),
            Excitation(_padded([excitation.noise for excitation in excitations])),
            ends=ends if len(set(ends)) > 1 else None,
        )
        return [
            waveform[: frames * SAMPLES_PER_FRAME]
            for waveform, frames in zip(waveforms, ends, strict=True)
        ]

    def stream(
        self,
        encoded: EncodedText,
        prosody: Prosody,
        timbre: Tensor,
        excitation: Excitation,
        windows: Sequence[Window],
        sentence: SentenceStatistics | None = None,
    ) -> Iterator[Tensor]:
        """`render` in windows, the first of which is there soon: (n * 300,) samples of each.

        Everything but the generator runs over the whole utterance. The generator's norms need the
        statistics of the whole utterance too, before it is rendered: `self.statistics` predicts
        them. So all windows are parts of one sound, whatever their sizes, and that sound is not
        quite that of `render` (docs/prosody.md). With `sentence`, all norms use its statistics
        instead. `timbre` is (S,) or (1, S).
        """
        with torch.inference_mode():
            given = NormStatistics(sentence.blocks) if sentence else None
            features = self._features(encoded, prosody, timbre, given)
            style = torch.atleast_2d(timbre).unsqueeze(0)
            if sentence:
                statistics = sentence.generator
            else:
                statistics = self._predict(features, prosody, timbre)
            pitch_hz = self._tensor(prosody.pitch_hz)[None]
            signal = self.decoder.generator.source(pitch_hz, excitation)
        for window in windows:
            with torch.inference_mode():
                waveform = self.decoder.generator.window(
                    features, style, signal, window, statistics
                )[0]
            yield waveform

    @torch.inference_mode()
    def sentence_statistics(
        self, encoded: EncodedText, prosody: Prosody, timbre: Tensor
    ) -> SentenceStatistics:
        """Those of a sentence said so. `timbre` is (S,) or (1, S)."""
        measured = NormStatistics()
        features = self._features(encoded, prosody, timbre, measured)
        return SentenceStatistics(tuple(measured.used), self._predict(features, prosody, timbre))

    def _features(
        self,
        encoded: EncodedText,
        prosody: Prosody,
        timbre: Tensor,
        statistics: NormStatistics | None,
    ) -> Tensor:
        """(1, C, 2F): what the decoder's blocks give the generator."""
        pitch_hz, energy = (self._tensor(c)[None] for c in (prosody.pitch_hz, prosody.energy))
        style = torch.atleast_2d(timbre).unsqueeze(0)
        aligned = self._align(encoded, prosody)[None]
        return self.decoder.features(aligned, pitch_hz, energy, style, statistics=statistics)

    def _predict(self, features: Tensor, prosody: Prosody, timbre: Tensor) -> tuple[Moments, ...]:
        """Of the generator's norms, over the whole utterance."""
        assert self.statistics is not None, "this checkpoint has no statistics predictor"
        pitch_hz, energy = (self._tensor(c)[None] for c in (prosody.pitch_hz, prosody.energy))
        return tuple(self.statistics(features, pitch_hz, energy, torch.atleast_2d(timbre)))

    def _deliver(self, encoded: EncodedText, delivery: Tensor) -> tuple[Tensor, Tensor]:
        """The context as this delivery would say it (1, T, hidden + S); the delivery, (1, K, S)"""
        delivery = torch.atleast_2d(delivery).unsqueeze(0)
        return self.predictor.encoder(encoded.context.unsqueeze(0), delivery), delivery

    def _durations(self, delivered: Tensor, speed: float) -> Durations:
        # Speed leaves the silence of the padding alone: stretched, it turns into a murmur.
        exact = self.predictor.durations(delivered)[0]
        exact = torch.cat((exact[:1], exact[1:-1] / speed, exact[-1:]))
        durations: Durations = exact.round().clamp(min=1).long().cpu().numpy()
        return durations

    def _contours(
        self, delivered: Tensor, durations: Durations, delivery: Tensor
    ) -> tuple[Contour, Contour]:
        aligned = self._hold(delivered[0], durations)[None]  # (1, F, hidden + S)
        pitch_hz, energy = self.predictor.contours(aligned, delivery)
        return pitch_hz[0].cpu().numpy(), energy[0].cpu().numpy()

    def _align(self, encoded: EncodedText, prosody: Prosody) -> Tensor:
        """(hidden, F): the features of each symbol, held for as long as it lasts."""
        return self._hold(encoded.text, prosody.durations).mT

    def _hold(self, symbols: Tensor, durations: Durations) -> Tensor:
        """(T, C) -> (F, C). Told its size, a graphics card is not waited for."""
        repeats = torch.from_numpy(durations).to(symbols.device)
        frames = int(durations.sum())
        return symbols.repeat_interleave(repeats, dim=0, output_size=frames)

    def _tensor(self, contour: Contour) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(contour, np.float32)).to(self.device)


def _padded(items: list[Tensor]) -> Tensor:
    """(T, …) each -> (B, longest T, …)"""
    return pad_sequence(items, batch_first=True)

"""The network's sizes, under the names of the checkpoint's own `config.json`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import prod
from typing import Any

from ..errors import WeightsError


@dataclass(frozen=True)
class AlbertConfig:
    hidden_size: int = 768
    num_attention_heads: int = 12
    intermediate_size: int = 2048
    max_position_embeddings: int = 512
    num_hidden_layers: int = 12
    embedding_size: int = 128


@dataclass(frozen=True)
class VocoderConfig:
    upsample_rates: tuple[int, ...] = (10, 6)
    upsample_kernel_sizes: tuple[int, ...] = (20, 12)
    upsample_initial_channel: int = 512
    resblock_kernel_sizes: tuple[int, ...] = (3, 7, 11)
    resblock_dilation_sizes: tuple[tuple[int, ...], ...] = ((1, 3, 5),) * 3
    gen_istft_n_fft: int = 20
    gen_istft_hop_size: int = 5


@dataclass(frozen=True)
class KokoroConfig:
    """Sizes of the released model by default; a tiny one, for tests, by choice."""

    n_token: int = 178
    hidden_dim: int = 512
    style_dim: int = 128
    max_dur: int = 50
    n_layer: int = 3
    text_encoder_kernel_size: int = 5
    decoder_dim: int = 1024
    plbert: AlbertConfig = AlbertConfig()
    istftnet: VocoderConfig = VocoderConfig()

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> KokoroConfig:
        """The checkpoint's `config.json`; an unknown key is refused, unused ones are named here."""
        unused = {"vocab", "dim_in", "dropout", "max_conv_dim", "multispeaker", "n_mels"}
        given = {key: value for key, value in raw.items() if key not in unused}
        given["plbert"] = _build(AlbertConfig, given.get("plbert", {}), {"dropout"})
        given["istftnet"] = _build(VocoderConfig, given.get("istftnet", {}), set())
        return _build(cls, given, set())


def _build(kind: type, raw: dict[str, Any], unused: set[str]) -> Any:
    given = {key: _frozen(value) for key, value in raw.items() if key not in unused}
    unknown = sorted(set(given) - {field.name for field in fields(kind)})
    if unknown:
        raise WeightsError(
            f"This model's config has settings that Kokoro-82M lacks: {', '.join(unknown)}; "
            "use the config.json of hexgrad/Kokoro-82M."
        )
    return kind(**given)


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


SAMPLE_RATE = 24_000  # Hz
_VOCODER = VocoderConfig()
SAMPLES_PER_PITCH_FRAME = prod(_VOCODER.upsample_rates) * _VOCODER.gen_istft_hop_size  # 300
PITCH_FRAMES = 2  # of each frame that durations count
SAMPLES_PER_FRAME = PITCH_FRAMES * SAMPLES_PER_PITCH_FRAME  # 600
FRAME_SECONDS = SAMPLES_PER_FRAME / SAMPLE_RATE  # 25 ms

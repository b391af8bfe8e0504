"""Layers whose weights lie in the order in which a processor's kernel multiplies them.

oneDNN rearranges an ordinary weight at every call: work that a short utterance feels, and threads
to be waited for twice more, each time until the system lets them run. The operators are those that
torch's own compiler emits for x86; elsewhere nothing is packed.
"""

from __future__ import annotations

import platform
from functools import cache

import torch
import torch.nn.functional as F
from torch import Tensor, nn

_DIRECTIONS = ("", _BACKWARD := "_reverse")
_KINDS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
_LSTM_MODE = 2
_MANY = 256  # steps along the time to pack for; any number can be multiplied


@cache
@torch.inference_mode()
def can_pack() -> bool:
    """Whether packed layers give here what ordinary ones give.

    It is tried: the operators are private to torch, another release may change what they take.
    """
    if platform.machine() not in ("x86_64", "AMD64") or not torch.backends.mkldnn.is_available():
        return False
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(0)
        samples: tuple[tuple[Packable, tuple[int, ...]], ...] = (
            (Linear(8, 8), (1, 5, 8)),
            (Convolution(8, 8, 3, padding=1), (1, 8, 1, 5)),
            (BidirectionalLSTM(8, 8), (1, 5, 8)),
        )
        return all(_packs_truly(layer, torch.randn(shape)) for layer, shape in samples)


def _packs_truly(layer: Packable, x: Tensor) -> bool:
    expected = layer(x)
    try:
        layer.pack()
        return torch.allclose(layer(x), expected, atol=1e-5)
    except (AttributeError, RuntimeError, TypeError):
        return False


def pack(module: nn.Module, only: type[nn.Module] = nn.Module) -> None:
    """Pack the layers of this file within a module, for good: it stays on the CPU from then on."""
    if can_pack():
        for part in module.modules():
            if isinstance(part, (Linear, Convolution, BidirectionalLSTM)) and isinstance(
                part, only
            ):
                part.pack()


class Linear(nn.Linear):
    """Over the last dimension of (…, C_in)."""

    def pack(self) -> None:
        packed = torch.ops.mkldnn._reorder_linear_weight(self.weight.detach())
        self.weight = nn.Parameter(packed, requires_grad=False)

    def forward(self, x: Tensor) -> Tensor:
        """(…, C_in) -> (…, C_out)"""
        if not self.weight.is_mkldnn:
            return super().forward(x)
        result: Tensor = torch.ops.mkldnn._linear_pointwise(
            x, self.weight, self.bias, "none", [], ""
        )
        return result


class Convolution(nn.Conv1d):
    """Over the last dimension of (B, C, T) or (B, C, 1, T)."""

    def pack(self) -> None:
        if self.kernel_size == (1,):  # for which the packed kernel is the slow one
            return
        if self.weight.dtype == torch.bfloat16 and not torch.ops.mkldnn._is_mkldnn_bf16_supported():
            return
        weight = self.weight.detach().unsqueeze(2)
        padding, stride, dilation = self._around
        example = [1, self.in_channels, 1, _MANY]
        packed = torch.ops.mkldnn._reorder_convolution_weight(
            weight, padding, stride, dilation, self.groups, example
        )
        self.weight = nn.Parameter(packed, requires_grad=False)

    @property
    def _around(self) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
        return (0, int(self.padding[0])), (1, self.stride[0]), (1, self.dilation[0])

    def forward(self, x: Tensor) -> Tensor:
        """(B, C_in, T) -> (B, C_out, T'), or with a dimension of 1 before the last"""
        if self.weight.is_mkldnn:
            return self._multiply(x) if x.dim() == 4 else self._multiply(x.unsqueeze(2)).squeeze(2)
        if x.dim() == 3:
            return super().forward(x)
        weight, (padding, stride, dilation) = self.weight.unsqueeze(2), self._around
        return F.conv2d(x, weight, self.bias, stride, padding, dilation, self.groups)

    def _multiply(self, x: Tensor) -> Tensor:
        result: Tensor = torch.ops.mkldnn._convolution_pointwise(
            x, self.weight, self.bias, *self._around, self.groups, "none", [], ""
        )
        return result


class BidirectionalLSTM(nn.LSTM):
    """Half of what comes out is from each direction."""

    def __init__(self, channels_in: int, channels_out: int):
        super().__init__(channels_in, channels_out // 2, batch_first=True, bidirectional=True)

    def pack(self) -> None:
        """For the same sums in the same order."""
        for direction in _DIRECTIONS:
            names = [f"{kind}_l0{direction}" for kind in _KINDS[:2]]
            weights = torch.ops.mkldnn._reorder_mkldnn_rnn_layer_weight(
                *(getattr(self, name).detach() for name in names),
                hidden_size=self.hidden_size,
                reverse=direction == _BACKWARD,
                has_biases=True,
                batch_first=False,
            )
            for name, weight in zip(names, weights, strict=True):
                setattr(self, name, nn.Parameter(weight, requires_grad=False))

    def forward(self, x: Tensor) -> Tensor:  # type: ignore[override]
        """(B, T, C_in) -> (B, T, C_out)"""
        if not self.weight_hh_l0.is_mkldnn:
            whole: Tensor = super().forward(x)[0]
            return whole
        x = x.transpose(0, 1).contiguous()  # this operator takes any other order for that one
        start = x.new_zeros(1, x.shape[1], self.hidden_size)
        each = [
            torch.ops.aten.mkldnn_rnn_layer(
                x,
                *(getattr(self, f"{kind}_l0{direction}") for kind in _KINDS),
                hx_=start,
                cx_=start,
                reverse=direction == _BACKWARD,
                batch_sizes=[],
                mode=_LSTM_MODE,
                hidden_size=self.hidden_size,
                num_layers=1,
                has_biases=True,
                bidirectional=False,
                batch_first=False,
                train=False,
            )[0]
            for direction in _DIRECTIONS
        ]
        return torch.cat(each, dim=-1).transpose(0, 1)


Packable = Linear | Convolution | BidirectionalLSTM

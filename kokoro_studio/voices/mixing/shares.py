"""Weights as whole parts of a round number, for people to read."""

from __future__ import annotations

from collections.abc import Mapping


def whole_shares(weights: Mapping[str, float], steps: int) -> dict[str, int]:
    """Positive weights as whole numbers, each at least 1, that add up to `steps`.

    Shares are rounded down, the rest goes to the largest remainders, and the largest share pays for
    those that were raised to 1.
    """
    total = sum(weights.values())
    exact = {name: weight / total * steps for name, weight in weights.items()}
    shares = {name: max(int(part), 1) for name, part in exact.items()}
    by_remainder = sorted(exact, key=lambda name: exact[name] - shares[name], reverse=True)
    for index in range(steps - sum(shares.values())):
        shares[by_remainder[index % len(by_remainder)]] += 1
    shares[max(shares, key=shares.__getitem__)] -= max(sum(shares.values()) - steps, 0)
    return shares

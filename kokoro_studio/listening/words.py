"""Numbers as people write them."""

from __future__ import annotations


def count_of(number: int, noun: str, nouns: str = "") -> str:
    """`1 vote`, `2 votes`, `1,200 votes`; `nouns` where the plural has no plain s."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"


def times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def once_in(p: float) -> str:
    tests = 1 / max(p, 1e-12)
    return f"once in {tests:,.0f} tests" if tests < 1e6 else "less than once in a million tests"


def percent(p: float) -> str:
    return f"{p:.0%}"

"""Text that remembers which slice of the original each of its characters stands for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Edit:
    """`text[start:end]` becomes `spoken`."""

    start: int
    end: int
    spoken: str


@dataclass(frozen=True)
class OffsetText:
    """`text[i]` stands for `original[starts[i]:ends[i]]`; both lists never decrease."""

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> OffsetText:
        return cls(text, list(range(len(text))), list(range(1, len(text) + 1)))

    def __getitem__(self, where: slice) -> OffsetText:
        return OffsetText(self.text[where], self.starts[where], self.ends[where])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The slice of the original behind `text[start:end]` (not empty)."""
        return self.starts[start], self.ends[end - 1]

    def edit(self, edits: Iterable[Edit]) -> OffsetText:
        """Apply ordered, disjoint edits; a new character stands for the whole slice it replaced."""
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for edit in edits:
            parts += self.text[done : edit.start], edit.spoken
            starts += self.starts[done : edit.start]
            ends += self.ends[done : edit.start]
            if edit.spoken:
                begin, end = self.span(edit.start, edit.end)
                starts += [begin] * len(edit.spoken)
                ends += [end] * len(edit.spoken)
            done = edit.end
        if not done:
            return self
        parts.append(self.text[done:])
        return OffsetText("".join(parts), starts + self.starts[done:], ends + self.ends[done:])

    def inside(self, start: int, end: int) -> tuple[int, int]:
        """The range of characters that stand for nothing outside of `original[start:end]`."""
        first = bisect_left(self.starts, start)
        return first, max(first, bisect_right(self.ends, end))

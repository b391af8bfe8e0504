"""English homographs: which sound each has in its sentence, ours and the official pipeline's.

    python -m bench.homographs    the wrong rows of `dev`, and the figures

`tests/data/reading/homographs.tsv` was written before the rules: the sentences of the part `dev`
were looked at while the rules were written, those of `once` were not. A row is right if its
`phonemes` (American, `|` between variants) are a whole word of what is said.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from .reading import FOLDER, Read, official, ours

_WORDS = re.compile(r"[^\s.,;:!?—…\"()“”]+")


@dataclass(frozen=True)
class Homograph:
    """A sentence with a homograph, and the sound of the sense it has there."""

    word: str
    sense: str
    text: str
    phonemes: str
    part: str  # "dev" or "once"

    def is_right(self, read: Read) -> bool:
        said = set(_WORDS.findall(read(self.text, "a")))
        return not said.isdisjoint(self.phonemes.split("|"))


def homographs() -> list[Homograph]:
    with (FOLDER / "homographs.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Homograph(**row) for row in rows]


def homograph_table() -> Iterator[str]:
    """Right of tried in each part, ours and the official pipeline's."""
    yield "| part | homographs | ours | official |"
    yield "|---|--:|--:|--:|"
    for part in ("dev", "once"):
        rows = [row for row in homographs() if row.part == part]
        words = len({row.word for row in rows})
        right, theirs = (sum(row.is_right(read) for row in rows) for read in (ours, official))
        yield f"| {part} | {words} | {_share(right, rows)} | {_share(theirs, rows)} |"


def _share(right: int, rows: list[Homograph]) -> str:
    return f"{right}/{len(rows)} ({right / len(rows):.1%})"


def main() -> None:
    for row in homographs():
        if row.part == "dev" and not row.is_right(ours):
            print(f"WRONG {row.word} ({row.sense}) · {row.text!r} · {ours(row.text, 'a')}")
    print("\n".join(homograph_table()))


if __name__ == "__main__":
    main()

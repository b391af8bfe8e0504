"""Mandarin characters of several readings, ours and the official pipeline's.

    python -m bench.polyphones    the wrong rows of `dev`, and the figures

`tests/data/reading/polyphones.tsv` has the reading of one character in each sentence: every second
row to develop with (`dev`), the others (`once`) looked at once, after the rules.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .reading import FOLDER, Read, official, ours


@dataclass(frozen=True)
class Polyphone:
    """A Mandarin sentence, and the pinyin of the first occurrence of one of its characters."""

    char: str
    text: str
    pinyin: str
    part: str  # "dev" or "once"

    def is_right(self, read: Read) -> bool:
        """Whether `read` gives that character the phonemes of its pinyin."""
        before, _, after = self.text.partition(self.char)
        any_one = f"(?:{'|'.join(sorted(_syllables(), key=len, reverse=True))})ɚ?"
        between = r"[ ,.;:!?—…\"()“”]*"
        pattern = (
            between
            + f"{any_one}{between}" * _han(before)
            + re.escape(_ipa(self.pinyin))
            + f"ɚ?{between}"
            + f"{any_one}{between}" * _han(after)
        )
        return re.fullmatch(pattern, read(self.text, "z")) is not None


def polyphones(part: str) -> list[Polyphone]:
    """The sentences of one part."""
    with (FOLDER / "polyphones.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Polyphone(**row) for row in rows if row["part"] == part]


def _han(text: str) -> int:
    return len(re.findall("[\u4e00-\u9fff]", text))


@cache
def _ipa(pinyin: str) -> str:
    from misaki.zh import ZHG2P

    from kokoro_studio.text.characters import only_symbols

    return only_symbols(ZHG2P.py2ipa(pinyin.replace("ü", "v")).replace("\u032f", ""))


@cache
def _syllables() -> frozenset[str]:
    """The phonemes of all syllables, with each tone."""
    from pypinyin import Style, pinyin, pinyin_dict

    found = set()
    for code in pinyin_dict.pinyin_dict:
        if 0x4E00 <= code <= 0x9FFF:
            style = Style.TONE3
            for each in pinyin(chr(code), style=style, heteronym=True, errors="ignore")[0]:
                found.add(each.rstrip("12345"))
    ipa = set()
    for plain in found:
        for tone in "12345":
            try:
                ipa.add(_ipa(plain + tone))
            except (ValueError, AssertionError, KeyError):
                continue  # a syllable of dialects without IPA
    return frozenset(ipa)


def polyphone_table() -> Iterator[str]:
    """By part: right of tried, ours and the official pipeline's."""
    yield "| polyphones | ours | official |"
    yield "|---|--:|--:|"
    for part in ("dev", "once"):
        rows = polyphones(part)
        figures = (
            f"{sum(row.is_right(read) for row in rows)}/{len(rows)}" for read in (ours, official)
        )
        yield f"| {part} | {' | '.join(figures)} |"


def main() -> None:
    for row in polyphones("dev"):
        if not row.is_right(ours):
            print(f"WRONG {row.char} {row.pinyin} · {row.text} · {ours(row.text, 'z')}")
    print("\n".join(polyphone_table()))


if __name__ == "__main__":
    main()

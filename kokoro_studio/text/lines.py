"""Which line ends of a text count, and which only wrap a paragraph to a width.

E-mails and e-books wrap their paragraphs at 60 to 80 columns: such a line end is a space, in
Chinese and Japanese nothing, and a hyphen before it may only divide a word. Verse, lists, scripts,
headings, addresses, tables and code keep their lines. Whoever looks at lines asks `line_ends`;
`unwrap` takes the other line ends out of what is read.

It is long because every kind of text that keeps its lines is known by marks of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from .offsets import Edit, OffsetText
from .tokens import Boundary

LINE_SEPARATOR = "\u2028"  # a line end that is never a wrap
LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
LONG = 40  # columns: in shorter lines nothing is wrapped
_WRAPPING = "\n\r\x85"  # line breaks that programs wrap with; the others always count
_ALWAYS_COUNTS = re.compile("[\v\f\u2028\u2029]")
_INDENTING = " \t\u3000"
_HYPHENS = ("-", "‐", "\u00ad")
_HYPHENATED = re.compile(r"([^\W\d_]+)[-‐\u00ad]\Z")
_DIVIDED = re.compile(rf"\w[-‐\u00ad]\s*[{_WRAPPING}]\s*\Z")
_MOST_SPACE = 20  # characters of white space, looked at around a line end
_SUSPENDED = re.compile(r"(?:and|or|to|y|e|o|u|et|ou)\b")  # pre- and post-war
_LETTERS = re.compile(r"[^\W\d_]*")
_LAST_LETTERS = re.compile(r"[^\W\d_]*\Z")

_LINE_END = re.compile(rf"[{LINE_BREAKS}]\s*")
_BLANK_LINE = re.compile(rf"[\f\u2029]|(?:\r\n|(?!\r\n)[{LINE_BREAKS}])\s*?[{LINE_BREAKS}]")
_LAST_BREAK = re.compile(rf".*[{LINE_BREAKS}]", re.DOTALL)
_WRAP = re.compile(rf"[{_WRAPPING}]\s*(?:>[> ]*)?")

_WIDE = (  # of two columns
    "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    "\uff00-\uff60\uffe0-\uffe6"
)
_WIDE_CHAR = re.compile(f"[{_WIDE}]")
_HANGING = "、。，．」』）”’！？"  # may stand behind the last column
# What may not be parted from the first word of a line by a program that wraps.
_FIRST_WORD = re.compile(rf"[「『（“‘《【]*(?:[{_WIDE}][{_HANGING}]*|[^\s{_WIDE}]+)")
_NEVER_FIRST = tuple("、。，．」』）】》！？：；")  # on a line, but by a program that wraps
_ENDS_SPEECH = tuple("」』。！？")
_FIRST_LETTER = re.compile(r"[\s\"'“”‘’«»„¿¡(\[*_…-]*(\w)")
_ENDED = re.compile(r"[.!?…:;。！？：；।॥][\"'”’»)\]」』）]*\Z")
_QUOTED = re.compile(r">[> ]*")

_NAME = r"[^\W\d_][\w.'’-]{0,24}"
_MARKED = re.compile(
    r"[-*+•◦▪‣·●○■□◆◇▶►✓✔✗✘☐☑→]\s"  # an item of a list
    r"|[–—―](?!\s*[a-zà-ÿ])"  # of a list, or a speech
    r"|\d{1,3}[.)](?=\s)|\d{1,3}[、．]|[(（][\da-zA-Z一-十]{1,3}[)）]|[a-zA-Z]\)\s|[a-h]\.\s"
    r"|[ivxIVX]{1,5}[.)]\s|[①-⑳]|[一二三四五六七八九十]{1,3}、|第[\d一二三四五六七八九十百]{1,4}[章回節节話话]"
    r"|#{1,6}\s|[|=~`<]|\[\d"
    r"|\d{1,2}:\d\d(?::\d\d)?[,.\d]*(?:\s+(?:-->|[-A-ZÀ-Þ])|\Z)"  # a time before what is said
    rf"|(?![a-zà-ÿ]){_NAME}(?: \(?{_NAME}\)?){{0,2}} ?:(?=\s|\Z)|\w{{1,10}}：",  # who says it
)
# A line in columns, a line of code or one without letters; its neighbours stay apart from it.
_APART = re.compile(
    r"\t|\S {4}|(?:\. ?){4}|-->| \| |[{}]\s*\Z|[)\]'\"]\s*;\s*\Z|\w\(\)|\w [-+*/]?= |[=!<>]=|=>|->"
    r"|\A[^\w\"“”'‘’]*\Z|\A\d+\Z|\A\s*(?://|/\*|@)"
)
# Words that no line of verse, no heading and no item ends with; a title has its full stop.
_GOES_ON = re.compile(
    r"(?:^|\s)(?:[Tt]he|[Aa]n|a|of|and|or|his|my|your|our|their|its|[Ll]e|[Ll]a|[Ll]es|[Uu]n|[Uu]ne|de|des|du|et|ou|au|aux"
    r"|[Ee]l|[Ll]os|[Ll]as|una|del|al|y|en|por|para|con|il|lo|gli|di|da|dei|della|nel|nella|e|o|os|um|uma|em"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Sra|Mme|M)\.?)\Z"
)
_LONGEST_OF_THEM = 12  # characters, with the space before it


class LineEnd(NamedTuple):
    """The white space `text[start:end]` after a line; at the end of the text it may be empty."""

    start: int
    end: int
    boundary: Boundary  # PARAGRAPH or LINE


@dataclass(frozen=True)
class _Line:
    text: str
    indent: str
    end: LineEnd
    may_wrap: bool = False

    @cached_property
    def words(self) -> str:
        """The text without the marks of a quoted e-mail."""
        return _QUOTED.sub("", self.text, count=1)

    @cached_property
    def width(self) -> int:
        """Columns, with the indentation."""
        return _columns(self.indent) + _columns(self.text)

    @cached_property
    def is_apart(self) -> bool:
        return _APART.search(self.text) is not None

    @cached_property
    def has_cases(self) -> bool:
        """Whether capitals mean something: not in Chinese or Hindi, nor where all are capitals."""
        lower = sum(map(str.islower, self.text))
        letters = sum(map(str.isalpha, self.text))
        return lower > 0 and 2 * (lower + sum(map(str.isupper, self.text))) > letters

    @cached_property
    def case(self) -> str:
        """Of the first letter: 'lower', 'upper', or '' for neither."""
        found = _FIRST_LETTER.match(self.words) if self.has_cases else None
        if not found:
            return ""
        return "lower" if found[1].islower() else "upper" if found[1].isupper() else ""

    @property
    def is_ended(self) -> bool:
        return _ENDED.search(self.text) is not None

    @property
    def goes_on(self) -> bool:
        return _GOES_ON.search(self.text[-_LONGEST_OF_THEM:]) is not None

    def begins_after(self, before: _Line) -> bool:
        """Whether it is the beginning of something: it has a mark, or is indented, or quoted."""
        if self.text.startswith(_NEVER_FIRST):
            return False
        quoted = bool(_QUOTED.match(self.text)), bool(_QUOTED.match(before.text))
        if quoted[0] != quoted[1] or self.is_apart or before.is_apart:
            return True
        if _MARKED.match(self.words):
            return True
        speech = self.text.startswith(("「", "『")) and before.text.endswith(_ENDS_SPEECH)
        if speech or "\u3000" in self.indent:
            return True
        deeper = len(self.indent) >= len(before.indent) + 2
        return deeper and self.case != "lower" and not _MARKED.match(before.words)

    def fits(self, after: _Line, longest: int) -> bool:
        """Whether the first word of the next line would have had a place in this one."""
        found = _FIRST_WORD.match(after.words)
        word = found[0] if found else ""
        space = not (_WIDE_CHAR.match(word[:1]) or _WIDE_CHAR.match(self.text[-1:]))
        return self.width + space + _columns(word) <= longest


def line_boundary(space: str) -> Boundary | None:
    """Which boundary white space is: PARAGRAPH for a blank line; None within a line."""
    if _BLANK_LINE.search(space):
        return Boundary.PARAGRAPH
    return Boundary.LINE if _LINE_END.search(space) else None


@lru_cache(16)
def line_ends(text: str, phonemic: bool = False) -> tuple[LineEnd, ...]:
    """The line ends that count, the last being the end of the text; () for ''.

    Where a paragraph is wrapped its line ends are left out. Typed phonemes are never wrapped.
    """
    lines = list(_lines(text))
    if phonemic:
        return tuple(line.end for line in lines)
    wrapped = _wrapped(lines)
    return tuple(line.end for place, line in enumerate(lines) if place not in wrapped)


def _lines(text: str) -> Iterator[_Line]:
    start = len(text) - len(text.lstrip(_INDENTING))
    indent = text[:start]
    for space in _LINE_END.finditer(text):
        if space.end() < len(text):
            boundary = line_boundary(space[0]) or Boundary.LINE
            may_wrap = boundary is Boundary.LINE and not _ALWAYS_COUNTS.search(space[0])
            end = LineEnd(*space.span(), boundary)
            yield _Line(text[start : space.start()].rstrip(), indent, end, may_wrap)
            start, indent = space.end(), _LAST_BREAK.sub("", space[0])
    if text:
        end = LineEnd(max(start, len(text.rstrip())), len(text), Boundary.PARAGRAPH)
        yield _Line(text[start:].rstrip(), indent, end)


def _wrapped(lines: Sequence[_Line]) -> set[int]:
    """The lines, by number, whose end is a wrap."""
    found: set[int] = set()
    blocks = list(_blocks(lines))
    widths = []
    for start, stop in blocks:
        wraps, sure = _wraps(lines[start:stop])
        found |= {start + place for place in wraps}
        widths += [_longest(lines[start:stop])] if sure else []
    if widths:  # a text that is wrapped to a width somewhere is wrapped to it everywhere
        width = max(widths)
        found |= {
            place
            for start, stop in blocks
            for place in range(start, stop - 1)
            if lines[place].width >= LONG and not lines[place].fits(lines[place + 1], width)
        }
    return found


def _blocks(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank line, a mark or a deeper indentation between them."""
    start = 0
    for place, (line, after) in enumerate(pairwise(lines), 1):
        if not line.may_wrap or after.begins_after(line):
            yield start, place
            start = place
    if lines:
        yield start, len(lines)


def _wraps(block: Sequence[_Line]) -> tuple[set[int], bool]:
    """The lines of a block whose end is a wrap, and whether the block is surely wrapped text.

    Wrapped text is a run of lines each too full for the first word of the next, of which some go
    on in lower case: verse that fills its lines by chance begins them with capitals. Besides, a
    long line goes on if its last word cannot end it, or if the next begins in lower case.
    """
    wraps = {
        place
        for place, (line, after) in enumerate(pairwise(block))
        if _divides_word(line, after) or after.text.startswith(_NEVER_FIRST)
    }
    longest = _longest(block)
    if longest < LONG:
        return wraps, False
    full = [not line.fits(after, longest) for line, after in pairwise(block)]
    sure = False
    start = 0
    while start < len(full):
        stop = start + 1
        while stop < len(full) and full[stop] == full[start]:
            stop += 1
        if full[start] and _is_prose(block[start : stop + 1]):
            wraps |= set(range(start, stop))
            sure = sure or stop - start > 1
        start = stop
    # A list or a verse in lower case throughout has no other mark of a new line.
    capital = block[0].case != "lower" or _MARKED.match(block[0].words)
    for place, (line, after) in enumerate(pairwise(block)):
        if line.width < LONG or (line.is_ended and not line.goes_on):
            continue
        if line.goes_on or (after.case == "lower" and capital):
            wraps.add(place)
    return wraps, sure


def _longest(block: Sequence[_Line]) -> int:
    """Columns that the lines were wrapped to."""
    return max(_columns(line.indent + line.text.rstrip(_HANGING)) for line in block)


def _is_prose(full: Sequence[_Line]) -> bool:
    """Whether full lines, and the one after them, are one running text."""
    cases = [line.case for line in full[1:]]
    if "lower" in cases:
        return len(cases) > 1 and cases.count("lower") >= cases.count("upper")
    if any(line.has_cases for line in full) or all(line.is_ended for line in full[:-1]):
        return False
    # A script without capitals, or all in capitals. Headlines are of like length and never end.
    ends = full[-1].is_ended and not full[0].is_ended
    return len(cases) > 1 or ends or full[1].width < 0.85 * full[0].width


def _divides_word(line: _Line, after: _Line) -> bool:
    divided, first = _HYPHENATED.search(line.text), after.words[:1]
    if not divided or not first.isalpha():
        return False
    return first.islower() or (line.width >= LONG and not divided[1].islower())  # Anglo-Saxon


Lists = Callable[[str], bool | None]  # whether a dictionary has a word; None: there is none


def unwrap(line: OffsetText, lists: Lists = lambda word: None) -> OffsetText:
    """The line without the line ends in it, all of which are wraps.

    A hyphen that divides a word goes too, unless the dictionary has its parts and not the whole:
    it stays in "well-known".
    """
    if not any(char in line.text for char in _WRAPPING):
        return line
    return line.edit(_unwrapped(line.text, lists))


def unwrapped(text: str) -> str:
    """A word or phrase of the text without the line ends in it."""
    return unwrap(OffsetText.of(text)).text


def _unwrapped(text: str, lists: Lists) -> Iterator[Edit]:
    done = 0
    for found in _WRAP.finditer(text):
        start, end = max(done, len(text[: found.start()].rstrip())), found.end()
        done = end
        before, after = text[start - 1 : start], text[end : end + 1]
        divides = before in _HYPHENS and text[start - 2 : start - 1].isalnum() and after.isalnum()
        if divides and not _SUSPENDED.match(text, end):
            whole = before == "\u00ad" or _is_one_word(text, start - 1, end, lists)
            yield Edit(start - whole, end, "")
        else:
            together = _WIDE_CHAR.match(before) and _WIDE_CHAR.match(after)
            yield Edit(start, end, "" if together else " ")


def _is_one_word(text: str, hyphen: int, end: int, lists: Lists) -> bool:
    """Whether the hyphen only divides a word."""
    if not (text[hyphen - 1].islower() and text[end].islower()):
        return False
    first, second = _LAST_LETTERS.search(text, 0, hyphen), _LETTERS.match(text, end)
    parts = [found[0] for found in (first, second) if found]
    return lists("".join(parts)) is not False or not all(map(lists, parts))


def in_divided_word(text: str, place: int) -> bool:
    """Whether a word that a hyphen divides at a line end goes on at `text[place]`."""
    return _DIVIDED.search(text[max(0, place - _MOST_SPACE) : place]) is not None


def _columns(text: str) -> int:
    return len(text) if text.isascii() else len(text) + len(_WIDE_CHAR.findall(text))

"""Plain spelling of a line before it is read: composed accents, ordinary digits and letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from .characters import fold
from .offsets import Edit, OffsetText

# A letter with its combining accents; half-width katakana, whose voicing marks stand apart.
_COMBINED = re.compile(r"[^\W\d_][\u0300-\u036f\u3099\u309a]+|[\uff66-\uff9f]+")
_HALF_WIDTH = "\uff66"
# Marks that people type for an apostrophe: always, and between letters.
_APOSTROPHES = re.compile(r"[ʼ＇‛՚]|(?<=[A-Za-zÀ-ɏ])[´`′ʹ‘](?=[A-Za-zÀ-ɏ])")
# Numbers in circles stand apart from each other and from what follows them: ①② is "1, 2".
_CIRCLED = re.compile("[①-⑳⑴-⒇❶-❿➀-➓⓵-⓾㉑-㉟㊱-㊿]")
# Signs of transcriptions (Qurʾān) that no language reads.
_MUTE = re.compile("(?<=[A-Za-zÀ-ỿ])[ʾʿˈ]|[ʾʿ](?=[A-Za-zÀ-ỿ])")
_FOREIGN_LETTER = re.compile("[À-ÖØ-öø-ɏḀ-ỿ]")

# The accented letters of a language, which its backend reads. Others are folded to plain ones.
_OWN_LETTERS = {
    "a": "àáâäåæçèéêëíïîñóôöøúüœßšžčć",
    "b": "àáâäåæçèéêëíïîñóôöøúüœßšžčć",
    "e": "áéíóúüñçà",
    "f": "àâæçéèêëîïôœùûüÿ",
    "h": "",
    "i": "àèéìíîòóùú",
    "j": "",
    "p": "áâãàçéêíóôõúü",
    "z": "",
}
# Indian words in scholars' letters, which English writes otherwise: Kṛṣṇa is Krishna, Śiva Shiva.
# The Arabic ṣ (Manṣūr) and the Polish ś (Kościuszko) are a plain s.
_SCHOLARLY = re.compile(r"[^\W\d_]*[ṛṝṣśṚṢŚ][^\W\d_]*")
_INDIAN = re.compile("[ṛṝṅṃṇ]|ś[aāiīuūeoryv]|ṣ[ṭṇyvk]|(?:ani|uru)ṣ", re.I)
_POLISH = re.compile("[łąężźćńó]", re.I)
_INDIAN_LETTERS = {"ṛ": "ri", "ṝ": "ri", "ṣ": "sh", "ś": "sh"}
# Letters that Unicode does not take apart, and the nearest plain ones.
_NEAREST = {
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ħ": "h", "ı": "i", "ŧ": "t", "þ": "th", "ß": "ss",
    "æ": "ae", "œ": "oe", "ŋ": "ng", "ĸ": "k", "ƒ": "f", "ə": "e", "ɓ": "b", "ɗ": "d", "ơ": "o",
    "ư": "u", "ɖ": "d", "ǝ": "e", "ſ": "s",
}  # fmt: skip


def fold_line(line: OffsetText, borders: set[int], language: str) -> OffsetText:
    """The same line in plain spelling. No change reaches across one of the `borders`, which are
    places in the original where an override begins or ends."""
    if line.text.isascii() and "`" not in line.text:
        return line
    composed = []
    for found in _COMBINED.finditer(line.text):
        start, end = line.span(*found.span())
        half_width = found[0] >= _HALF_WIDTH
        text = unicodedata.normalize("NFKC" if half_width else "NFC", found[0])
        if text != found[0] and not any(start < border < end for border in borders):
            composed.append(Edit(*found.span(), text))
    line = line.edit(composed)
    line = line.edit(Edit(*found.span(), "'") for found in _APOSTROPHES.finditer(line.text))
    line = line.edit(
        Edit(*found.span(), _uncircled(line.text, found)) for found in _CIRCLED.finditer(line.text)
    )
    line = line.edit(
        Edit(place, place + 1, fold(char))
        for place, char in enumerate(line.text)
        if fold(char) != char
    )
    line = line.edit(Edit(*found.span(), "") for found in _MUTE.finditer(line.text))
    if language in "ab":
        line = line.edit(_indian_letters(line.text))
    return line.edit(
        Edit(*found.span(), plain)
        for found in _FOREIGN_LETTER.finditer(line.text)
        if (plain := plain_letter(found[0], language)) != found[0]
    )


def _indian_letters(text: str) -> Iterator[Edit]:
    for word in _SCHOLARLY.finditer(text):
        if not _INDIAN.search(word[0]) or _POLISH.search(word[0]):
            continue
        for place, char in enumerate(word[0], word.start()):
            plain = _INDIAN_LETTERS.get(char.lower())
            if plain:
                yield Edit(place, place + 1, plain if char.islower() else plain.capitalize())


def _uncircled(text: str, found: re.Match[str]) -> str:
    number = str(int(unicodedata.numeric(found[0])))
    after = text[found.end() : found.end() + 1]
    if _CIRCLED.match(after):
        return f"{number}, "
    return f"{number} " if after.isalnum() else number


@cache
def plain_letter(char: str, language: str) -> str:
    """The letter itself if the language has it, else the nearest ones that it has."""
    lower = char.lower()
    if lower in _OWN_LETTERS[language]:
        return char
    plain = _NEAREST.get(lower)
    if plain is None:
        base = unicodedata.normalize("NFD", char)
        if len(base) == 1:
            return char
        marks = (2, 1) if len(base) == 2 else (1,)  # ễ is nearer to e than to ê
        for marked in (unicodedata.normalize("NFC", base[:count]) for count in marks):
            if marked.lower() in _OWN_LETTERS[language] or marked.isascii():
                return marked
        return plain_letter(base[0], language)
    return plain.capitalize() if char != lower else plain

"""Ids for voices: ASCII that formulas, files and addresses take, made from a name in any script.

`Night narrator` becomes `night_narrator`, `Голос` becomes `gheoeloes` and `月の声` becomes
`6708no58f0`: a letter that has no ASCII form goes by its name in Unicode, an ideograph by its
number. The same name makes the same id in every studio, so formulas can be shared.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from ...errors import VoiceError

LANGUAGES = "abefhijpz"  # the letters that voice ids begin with
GENDERS = {"f": "female", "m": "male"}
_MOST = 48  # characters of the part after the prefix; the database keeps 64 in all
_UNFIT = re.compile(r"[^a-z0-9]+")
# `CYRILLIC SMALL LETTER A`, `DEVANAGARI VOWEL SIGN AA`, `CJK UNIFIED IDEOGRAPH-6708`
_SPOKEN = re.compile(r"\b(?:LETTER|CHARACTER|SYLLABLE|VOWEL SIGN|IDEOGRAPH)[ -](.+)")


def check_kind(language: str, gender: str) -> None:
    """`VoiceError` unless voices are of that language and gender."""
    if len(language) != 1 or language not in LANGUAGES or gender not in GENDERS.values():
        raise VoiceError(
            f"A voice cannot be of language {language[:20]!r} and gender {gender[:20]!r}; take one "
            f"of {', '.join(LANGUAGES)}, and {' or '.join(GENDERS.values())}."
        )


def voice_id_for(name: str, language: str, gender: str) -> str:
    """Upstream's convention: `af_night_narrator` for an American woman's Night narrator."""
    return f"{language}{gender[0]}_{slug(name)}"


def slug(name: str) -> str:
    """The name in a to z, 0 to 9 and underscores; '' if it has neither a letter nor a digit."""
    spelt = "".join(map(_spell, unicodedata.normalize("NFKC", name)))
    plain = _UNFIT.sub("_", spelt.lower()).strip("_")
    if len(plain) <= _MOST:
        return plain
    # A hash, so that long names that begin alike stay apart.
    mark = hashlib.sha256(plain.encode()).hexdigest()[:8]
    return f"{plain[: _MOST - len(mark) - 1]}_{mark}"


def _spell(character: str) -> str:
    """ASCII for one character: `é` is e, `の` is no, `!` stands for a gap."""
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    if plain:
        return plain
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    kind = unicodedata.category(character)[0]
    named = _SPOKEN.search(unicodedata.name(character, ""))
    if named and kind in "LM":
        # `LETTER SHORT I` is i, and `LETTER ALEF WITH HAMZA ABOVE` is alef.
        return named[1].partition(" WITH ")[0].split()[-1]
    if kind in "LN":
        return f"{ord(character):x}"
    return "" if kind in "MC" else " "

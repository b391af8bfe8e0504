"""Spanish numerals and ordinals in words: veintiuna, doscientas mil, vigesimoprimer."""

from __future__ import annotations

from .word_lists import words

_SMALL = words(
    "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
    "dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro "
    "veinticinco veintiséis veintisiete veintiocho veintinueve"
)
_TENS = words("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = words(
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos "
    "novecientos"
)


def cardinal(number: int, one: str = "uno") -> str:
    """A number in words. `one` is the form of its last word: "uno" alone, "un" before a
    masculine noun, "una" before a feminine one, which changes the hundreds too."""
    millions, rest = divmod(number, 1_000_000)
    thousands, units = divmod(rest, 1000)
    words = []
    if millions:
        words.append(
            "un millón" if millions == 1 else f"{_below_1000(millions, 'un', False)} millones"
        )
    if thousands:
        head = "" if thousands == 1 else _below_1000(thousands, "un", one == "una") + " "
        words.append(f"{head}mil")
    if units or not words:
        words.append(_below_1000(units, one, one == "una"))
    return " ".join(words)


def _below_1000(number: int, one: str, feminine: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        word = "cien" if number == 100 else _HUNDREDS[hundreds - 1]
        words.append(word[:-2] + "as" if feminine and hundreds > 1 else word)
    if rest or not words:
        words.append(_below_100(rest, one))
    return " ".join(words)


def _below_100(number: int, one: str) -> str:
    if number == 1:
        return one
    if number == 21:
        return {"un": "veintiún", "una": "veintiuna"}.get(one, "veintiuno")
    if number < 30:
        return _SMALL[number]
    tens, unit = divmod(number, 10)
    word = _TENS[tens - 3]
    return f"{word} y {_below_100(unit, one)}" if unit else word


_ORDINALS = words(
    "primero segundo tercero cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo "
    "decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno"
)
_ORDINAL_TENS = words(
    "vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo"
)
_ORDINAL_HUNDREDS = words(
    "centésimo ducentésimo tricentésimo cuadringentésimo quingentésimo sexcentésimo "
    "septingentésimo octingentésimo noningentésimo"
)
ORDINAL_ENDINGS = (
    r"(?:\.?(?:er|ᵉʳ)|\.?[ºª°]s?|\.[oa]s?|[oa]s?|\.?(?:er|r|d|t|m|v|n|av|im)[oa]s?)"
    r"(?:\.(?= [a-zà-ÿ]))?"
)


def ordinal(number: int, ending: str = "") -> str:
    """Primero for 1; primera before "ª", primer before "er", cuartos before "tos"."""
    if not 1 <= number <= 999:
        return str(number)
    ending = ending.rstrip(".")
    plural = ending.endswith("s")
    feminine = ending.rstrip("s").endswith(("ª", "a"))
    word = _masculine(number)
    if feminine:
        word = " ".join(part[:-1] + "a" for part in word.split())
    elif not plural and ending.endswith(("er", "ᵉʳ", "º", "°")):
        word = shortened(word)
    return " ".join(part + "s" for part in word.split()) if plural else word


def shortened(word: str) -> str:
    """The form before a masculine noun: primer piso, tercer día, vigesimoprimer lugar."""
    return word[:-1] if word.endswith(("primero", "tercero")) else word


def _masculine(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [_ORDINAL_HUNDREDS[hundreds - 1]] if hundreds else []
    if 0 < rest < 20:
        words.append(_ORDINALS[rest - 1])
    elif rest:
        tens, unit = divmod(rest, 10)
        head = _ORDINAL_TENS[tens - 2]
        if unit and tens == 2:
            words.append(_joined("vigesimo", _ORDINALS[unit - 1]))
        else:
            words += [head, _ORDINALS[unit - 1]] if unit else [head]
    return " ".join(words)


def _joined(head: str, unit: str) -> str:
    return head[:-1] + unit if unit.startswith("o") else head + unit

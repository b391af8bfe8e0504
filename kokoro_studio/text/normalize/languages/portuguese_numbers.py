"""Portuguese numerals and ordinals in words: mil e trezentos, duas mil, vigésima primeira."""

from __future__ import annotations

from .word_lists import words

_SMALL = words(
    "zero um dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze "
    "dezesseis dezessete dezoito dezenove"
)
_TENS = words("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa")
_HUNDREDS = words(
    "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos"
)


def cardinal(number: int, feminine: bool = False) -> str:
    """A number below a thousand millions in words; "uma", "duas" and "duzentas" if feminine."""
    millions, rest = divmod(number, 1_000_000)
    thousands, units = divmod(rest, 1000)
    words = ""
    if millions:
        words = "um milhão" if millions == 1 else f"{_below_1000(millions, False)} milhões"
    if thousands:
        head = "" if thousands == 1 else _below_1000(thousands, feminine) + " "
        words += _joint(words, thousands, final=not units) + f"{head}mil"
    if units or not words:
        words += _joint(words, units, final=True) + _below_1000(units, feminine)
    return words


def _joint(words: str, group: int, final: bool) -> str:
    """Mil e trezentos, mil e vinte; mil trezentos e vinte."""
    if not words:
        return ""
    return " e " if final and (group <= 100 or group % 100 == 0) else " "


def _below_1000(number: int, feminine: bool) -> str:
    hundreds, rest = divmod(number, 100)
    words = []
    if hundreds:
        word = "cem" if number == 100 else _HUNDREDS[hundreds - 1]
        words.append(word[:-2] + "as" if feminine and hundreds > 1 else word)
    if rest or not words:
        words.append(_below_100(rest, feminine))
    return " e ".join(words)


def _below_100(number: int, feminine: bool) -> str:
    if feminine and number in (1, 2):
        return ("uma", "duas")[number - 1]
    if number < 20:
        return _SMALL[number]
    tens, unit = divmod(number, 10)
    word = _TENS[tens - 2]
    return f"{word} e {_below_100(unit, feminine)}" if unit else word


_ORDINALS = words("primeiro segundo terceiro quarto quinto sexto sétimo oitavo nono")
_ORDINAL_TENS = words(
    "décimo vigésimo trigésimo quadragésimo quinquagésimo sexagésimo septuagésimo octogésimo "
    "nonagésimo"
)
_ORDINAL_HUNDREDS = words(
    "centésimo ducentésimo trecentésimo quadringentésimo quingentésimo sexcentésimo "
    "septingentésimo octingentésimo noningentésimo"
)
ORDINAL_ENDINGS = r"\.?[ºª°oa]s?(?:\.(?= [a-zà-ÿ]))?"


def ordinal(number: int, ending: str = "") -> str:
    """Primeiro for 1; primeira before "ª", primeiros before "os"."""
    if not 1 <= number <= 999:
        return str(number)
    ending = ending.rstrip(".")
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    words = [_ORDINAL_HUNDREDS[hundreds - 1]] if hundreds else []
    if tens:
        words.append(_ORDINAL_TENS[tens - 1])
    if unit:
        words.append(_ORDINALS[unit - 1])
    feminine = ending.rstrip("s").endswith(("ª", "a"))
    plural = "s" if ending.endswith("s") else ""
    return " ".join(word[:-1] + ("a" if feminine else "o") + plural for word in words)

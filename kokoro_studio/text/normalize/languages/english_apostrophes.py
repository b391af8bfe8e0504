"""English words with an apostrophe that misaki takes for a quotation mark: 'Tis, livin', '60s."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..piece import Reading, any_of

# Without their beginning: American, British. These never open a quotation.
_CUT = {
    "tis": ("/tˈɪz/", "/tˈɪz/"), "twas": ("/twˈʌz/", "/twˈɒz/"), "twere": ("/twˈɜɹ/", "/twˈɜː/"),
    "twill": ("/twˈɪl/", "/twˈɪl/"), "twould": ("/twˈʊd/", "/twˈʊd/"),
    "twixt": ("/twˈɪkst/", "/twˈɪkst/"), "tween": ("/twˈin/", "/twˈiːn/"),
    "em": ("/əm/", "/əm/"), "til": ("till", "till"), "n": ("/ən/", "/ən/"),
    "cept": ("/sˈɛpt/", "/sˈɛpt/"), "gainst": ("/ɡˈɛnst/", "/ɡˈɛnst/"),
    "neath": ("/nˈiθ/", "/nˈiːθ/"), "nuff": ("/nˈʌf/", "/nˈʌf/"),
    "nother": ("/nˈʌðəɹ/", "/nˈʌðə/"), "ello": ("/əlˈO/", "/əlˈQ/"), "allo": ("/əlˈO/", "/əlˈQ/"),
}  # fmt: skip
# These may: only where nothing closes one.
_MAYBE_CUT = {
    "im": ("/ɪm/", "/ɪm/"), "er": ("/əɹ/", "/ə/"), "is": ("/ɪz/", "/ɪz/"), "e": ("/i/", "/iː/"),
    "cause": ("/kˈʌz/", "/kəz/"), "cos": ("/kəz/", "/kəz/"), "coz": ("/kəz/", "/kəz/"),
    "bout": ("bout", "bout"), "round": ("round", "round"), "till": ("till", "till"),
    "kay": ("kay", "kay"), "sup": ("sup", "sup"), "fraid": ("/fɹˈAd/", "/fɹˈAd/"),
    "ave": ("/æv/", "/av/"), "ad": ("/æd/", "/ad/"), "as": ("/æz/", "/az/"),
    "ere": ("/ˈɪɹ/", "/ˈɪə/"), "ouse": ("/ˈWs/", "/ˈWs/"), "ome": ("/ˈOm/", "/ˈQm/"),
    "ow": ("/ˈW/", "/ˈW/"), "appen": ("/ˈæpᵊn/", "/ˈapᵊn/"), "ard": ("/ˈɑɹd/", "/ˈɑːd/"),
    "ope": ("/ˈOp/", "/ˈQp/"), "alf": ("/ˈæf/", "/ˈɑːf/"), "appy": ("/ˈæpi/", "/ˈapi/"),
    "orse": ("/ˈɔɹs/", "/ˈɔːs/"), "old": ("old", "old"), "and": ("/ˈænd/", "/ˈand/"),
    "ead": ("/ˈɛd/", "/ˈɛd/"), "ell": ("/ˈɛl/", "/ˈɛl/"), "nt": ("/ənt/", "/ənt/"),
}  # fmt: skip
_MARK = "['‘]"
_OPENING = re.compile(rf"(?<!\w)['‘](?!(?i:{any_of([*_CUT, *_MAYBE_CUT])})\b)(?=\w)")
_CLOSED_LATER = r"(?![^\n.!?]{0,200}[\w.,!?]'(?!\w))"
# Without their end, besides "-in'".
_CUT_SHORT = {
    "o'": "/ə/",
    "ol'": "old",
    "an'": "and",
    "th'": "the",
    "lil'": "little",
    "wi'": "with",
}


def contexts(british: bool) -> tuple[tuple[str, Reading], ...]:
    """Patterns with a group `it`, and its reading."""

    def cut(words: dict[str, tuple[str, str]]) -> Callable[[re.Match[str]], str]:
        return lambda match: words[match["word"].lower()][british]

    return (
        # Between two words, with or without the second mark: fish 'n' chips.
        (r"(?<=\w )(?P<it>['‘][nN]'?|[nN]')(?= \w)", "/ən/"),
        (rf"(?<![\w'])(?P<it>{_MARK}(?P<word>(?i:{any_of(_CUT)})))(?![\w'])", cut(_CUT)),
        (
            rf"(?<![\w'])(?P<it>{_MARK}(?P<word>(?i:{any_of(_MAYBE_CUT)})))(?![\w']){_CLOSED_LATER}",
            cut(_MAYBE_CUT),
        ),
        (rf"(?<![\w'])(?P<it>{_MARK}[2-9]0)(?='?s(?!\w))", lambda m: m["it"][1:]),
        (rf"(?<![\w'])(?P<it>{_MARK}[0-9]{{2}})(?![\w'])", _year),
        (r"(?<![\w'])(?P<it>[A-Za-z]{2,}in')(?![\w'])", _without_g),
        (
            rf"(?<![\w'])(?P<it>(?P<word>(?i:{any_of(_CUT_SHORT)})))(?= \w)",
            lambda m: None if _is_quoted(m) else _CUT_SHORT[m["word"].lower()],
        ),
    )


def _year(match: re.Match[str]) -> str | None:
    """'98 and '05, unless a quotation of a number: '98'."""
    figures = match["it"][1:]
    if figures == "00":
        return None
    return f"oh {figures[1]}" if figures[0] == "0" else figures


def _without_g(match: re.Match[str]) -> str | None:
    """Livin' as "livin", which the backend looks up as "living", unless the mark closes."""
    return None if _is_quoted(match) else match["it"][:-1].lower()


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether a quotation in single marks is open where the match begins or opens with it."""
    before = match.string[max(0, match.start() - 200) : match.start()]
    opened = len(_OPENING.findall(before + match["it"][0]))
    return opened > len(re.findall(r"(?<=[\w.,!?])'(?!\w)", before))

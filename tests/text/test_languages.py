from __future__ import annotations

import pytest

from kokoro_studio import Take
from kokoro_studio.errors import TextError
from kokoro_studio.text import LANGUAGES, language_of, phonemize

# What the official package calls `ALIASES`.
OFFICIAL = {
    "en-us": "a", "en-gb": "b", "es": "e", "fr-fr": "f", "hi": "h", "it": "i", "pt-br": "p",
    "ja": "j", "zh": "z",
}  # fmt: skip
TAGS = {
    "en": "a", "EN_US": "a", "en-AU": "b", "en-uk": "b", "es-419": "e", "es-MX": "e", "fr-CA": "f",
    "hi-IN": "h", "hi-Deva-IN": "h", "it-IT": "i", "ja-JP": "j", "pt": "p", "cmn": "z",
    "zh-CN": "z", "zh-Hans-CN": "z", "cmn-Hans": "z", " zh ": "z", "eng": "a", "jpn": "j",
}  # fmt: skip


@pytest.mark.parametrize(("name", "code"), [*OFFICIAL.items(), *TAGS.items()])
def test_a_language_has_many_names(name, code):
    assert language_of(name).code == code
    assert language_of(name.upper()).code == code
    assert Take("Hi.", language=name) == Take("Hi.", language=code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_codes_and_own_tags_are_known(code):
    assert language_of(code.upper()).code == language_of(LANGUAGES[code].tag).code == code


@pytest.mark.parametrize("name", ["", "x", "de", "zh-yue", "yue", "en-", "en-us-x-nyc", "é", None])
def test_other_languages_are_refused_with_what_there_is(name):
    with pytest.raises(TextError, match=r"no language .* use one of a or en-US .* z or zh"):
        language_of(name)


def test_a_text_remembers_the_code():
    assert phonemize("Bonjour", "fr-FR").language == "f"

"""The grammar of texts, the same for page, API, command and library: tags, or SSML."""

from __future__ import annotations

import re

from .passages import MarkedText
from .ssml import read_ssml
from .tags import read_tags

_SPEAK = re.compile(r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?<speak[\s/>]")


def read_markup(text: str, ssml: bool = False, voice_tags: bool = True) -> MarkedText:
    """Passages and pauses of a text; `TextError` for markup with a mistake.

    A text that is one `speak` element is SSML, asked for or not. `voice_tags`: whether other texts
    may change the voice and the rate.
    """
    if ssml:
        return read_ssml(text, voice_tags=voice_tags)
    if is_ssml(text):
        return read_ssml(text, voice_tags, voice_tags)
    return read_tags(text, voice_tags)


def is_ssml(text: str) -> bool:
    return bool(_SPEAK.match(text)) and text.rstrip().endswith(("</speak>", "/>"))

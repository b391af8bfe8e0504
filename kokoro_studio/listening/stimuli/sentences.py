"""The studio's sentences for listening tests: nine languages, thirteen kinds of speech.

Written for this project. Each is spoken whole, in about two to ten seconds. Ids never
change, because votes name them: a changed sentence gets a new id.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ...errors import RequestError
from ...text.languages import language_of

_FILE = Path(__file__).with_name("sentences.json")  # language -> category -> key -> text
CATEGORIES = {
    "statement": "plain statements",
    "question": "questions",
    "exclamation": "exclamations",
    "dialogue": "dialogue",
    "number": "numbers, dates and times",
    "name": "names of people and places",
    "twister": "hard to pronounce",
    "short": "short",
    "long": "long",
    "narration": "narration with feeling",
    "news": "news",
    "technical": "technical",
    "story": "stories",
}


@dataclass(frozen=True)
class Sentence:
    id: str  # `a-ferry`
    language: str  # a code of `LANGUAGES`
    category: str  # a key of `CATEGORIES`
    text: str


@cache
def _all() -> dict[str, Sentence]:
    given = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        f"{language}-{key}": Sentence(f"{language}-{key}", language, category, text)
        for language, categories in given.items()
        for category, texts in categories.items()
        for key, text in texts.items()
    }


def sentences(language: str) -> list[Sentence]:
    """The sentences of a language; `TextError` for an unknown code."""
    code = language_of(language).code
    return [sentence for sentence in _all().values() if sentence.language == code]


def find_sentence(sentence_id: str) -> Sentence:
    """The sentence of an id; `RequestError` for an unknown one."""
    if sentence_id not in _all():
        raise RequestError(f"There is no sentence {sentence_id[:60]!r} here.")
    return _all()[sentence_id]

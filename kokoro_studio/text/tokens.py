"""The values that this package returns: tokens, skips and utterances."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum

from . import markup


class Reason(str, Enum):
    """Why a stretch of text will not be spoken, in words for people."""

    EMOJI = "an emoji"
    SYMBOL = "a symbol without a spoken form"
    SCRIPT = "a script this language cannot read"
    CONTROL = "a control or broken character"
    READING = "left unread"
    PHONEME = "not a phoneme symbol"
    SILENCED = "silenced by its markup"
    TAG = "a tag that is not allowed here"
    WORDLESS = "no word to speak"

    def __str__(self) -> str:
        return self.value


class Origin(str, Enum):
    """Where the phonemes of a word come from."""

    DICTIONARY = "dictionary"
    RULES = "rules"  # of its spelling; Spanish, French, Hindi, Italian and Portuguese have no other
    LETTERS = "letters"  # spelled out, each letter by its name
    GIVEN = "given"  # by a person: in the text or in a lexicon

    def __str__(self) -> str:
        return self.value


class Boundary(str, Enum):
    """The end of an utterance, from the one with the longest pause to the one with none."""

    END = "end"
    PASSAGE = "passage"  # a tag of markup
    PARAGRAPH = "paragraph"
    LINE = "line"
    SENTENCE = "sentence"
    CLAUSE = "clause"
    WORD = "word"
    CHARACTER = "character"

    def __str__(self) -> str:
        return self.value


@dataclass(frozen=True)
class Token:
    """A word or mark of the text with its phonemes."""

    text: str  # source[start:end], exactly
    whitespace: str  # of the source, after it
    phonemes: str  # Kokoro symbols only; may hold inner spaces ("2021"); '' when silent
    gap: str  # '' or ' ': what follows on the phoneme side, where Chinese has spaces too
    start: int  # offsets in the source, markup included
    end: int
    guessed: bool = False  # by rules, in a language that has a dictionary
    origin: Origin = Origin.DICTIONARY  # of the phonemes, if there are any


@dataclass(frozen=True)
class Skip:
    """A stretch of the source that will not be spoken."""

    start: int
    end: int
    text: str
    reason: str


@dataclass(frozen=True)
class Phonemized:
    """A text with the phonemes of every token, and the parts that will not be spoken.

    `''.join(t.text + t.whitespace for t in tokens)` is `plain`; text that opens with whitespace
    has a first token whose `text` is ''. After `phonemize`, `tokens` are read as they are asked
    for; `skipped` and `phonemes` read the whole text.
    """

    language: str
    source: str
    tokens: Sequence[Token]
    skipped: Sequence[Skip] = ()
    phonemic: bool = field(default=False)  # the source itself was phonemes, not words

    @property
    def plain(self) -> str:
        """The source without its markup."""
        return self.source if self.phonemic else markup.strip(self.source).text

    @property
    def phonemes(self) -> str:
        return join_phonemes(self.tokens)


@dataclass(frozen=True)
class Utterance:
    """Tokens that the model speaks in one pass: 1 to 510 phonemes."""

    index: int
    tokens: tuple[Token, ...]
    phonemes: str
    boundary: str  # a `Boundary`: what ended it


def join_phonemes(tokens: Sequence[Token]) -> str:
    """The model's input for these tokens."""
    return "".join(token.phonemes + token.gap for token in tokens).strip()

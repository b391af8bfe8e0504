"""How a take was understood: passages with their phonemes and utterances, and pauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise

from ..errors import TextError
from ..text import (
    FASTEST,
    LANGUAGES,
    SLOWEST,
    Boundary,
    MarkedText,
    Passage,
    Pause,
    Phonemized,
    Reason,
    Skip,
    Style,
    Token,
    Utterance,
    check_silence,
    count_boundaries,
    line_boundary,
    phonemize,
    read_markup,
    read_phonemes,
    segment,
)
from ..text.lazy import LazySequence
from ..text.markup import strip
from ..voices import Blend, parse_formula
from .take import Take, check_length

# Sentences are packed up to here: those of one utterance share their melody. 10 seconds.
UTTERANCE_PHONEMES = 150
# The first utterance is kept to this where sentences allow: its plan is what a listener waits for.
FIRST_UTTERANCE_PHONEMES = 60
WORDLESS_SECONDS = 0.2  # of silence, where a text has no word: programs wait for some sound


@dataclass(frozen=True)
class PassageReading:
    """A passage with all that its utterances need to be spoken."""

    passage: Passage
    blend: Blend
    language: str
    speed: float
    phonemized: Phonemized
    utterances: Sequence[Utterance]  # offsets are those of the passage

    @property
    def style(self) -> Style:
        return self.passage.style

    def token(self, token: Token) -> Token:
        """A token of the passage with its offsets in the source."""
        start = self.passage.start
        return replace(token, start=token.start + start, end=token.end + start) if start else token

    def skip(self, skip: Skip) -> Skip:
        start = self.passage.start
        return replace(skip, start=skip.start + start, end=skip.end + start)

    def utterance(self, utterance: Utterance, index: int) -> Utterance:
        """An utterance of the passage as the `index`-th step of the whole reading."""
        if not self.passage.start and utterance.index == index:
            return utterance
        return replace(utterance, index=index, tokens=tuple(map(self.token, utterance.tokens)))


Step = tuple[PassageReading, Utterance] | Pause


@dataclass(frozen=True)
class Reading:
    """A take as it will be spoken, read as far as somebody has asked.

    `utterances` and `tokens` are read on as they are iterated; `skipped` and `phonemes` need all
    of the text. Whoever speaks a reading and then looks at it reads the text once.
    """

    take: Take
    language: str  # where a passage says nothing else
    marked: MarkedText
    pieces: tuple[PassageReading | Pause, ...]

    @cached_property
    def steps(self) -> Sequence[Step]:
        """Utterances and pauses in order; a short silence where there are none."""
        return LazySequence(self._steps())

    def _steps(self) -> Iterator[Step]:
        before, after = self.take.pauses.before, self.take.pauses.after
        first = index = 1 if before else 0
        if before:
            yield Pause(before)
        for place, piece in enumerate(self.pieces):
            if isinstance(piece, Pause):
                yield piece
                index += 1
                continue
            for utterance in piece.utterances:
                if utterance.boundary == Boundary.END:
                    utterance = replace(utterance, boundary=self._end_of(place))
                yield piece, piece.utterance(utterance, index)
                index += 1
        if index == first:
            yield Pause(WORDLESS_SECONDS)
        if after:
            yield Pause(after)

    def _end_of(self, place: int) -> Boundary:
        """What ends the last utterance of the passage there."""
        passage, after = self.pieces[place], self.pieces[place + 1 : place + 2]
        if not after or isinstance(passage, Pause):
            return Boundary.END
        if isinstance(after[0], Pause):
            return Boundary.PASSAGE
        boundary = _between(passage.passage, after[0].passage)
        # Unless a person has set that pause, a tag makes its own.
        return boundary if self.take.pauses.set_after(boundary) is not None else Boundary.PASSAGE

    @cached_property
    def utterances(self) -> Sequence[Utterance]:
        return LazySequence(step[1] for step in self.steps if not isinstance(step, Pause))

    @cached_property
    def tokens(self) -> Sequence[Token]:
        return LazySequence(
            piece.token(token) for piece in self._passages for token in piece.phonemized.tokens
        )

    @property
    def skipped(self) -> Sequence[Skip]:
        """Parts of the text that will not be spoken, with their offsets."""
        within = (piece.skip(skip) for piece in self._passages for skip in piece.phonemized.skipped)
        skips = sorted(chain(self.marked.skipped, within), key=lambda skip: skip.start)
        if not skips and not self.utterances and not self.pauses:
            text = self.take.text if self.take.phonemes is None else self.take.phonemes
            return (Skip(0, len(text), text, Reason.WORDLESS),)
        return tuple(skips)

    @property
    def phonemes(self) -> str:
        return " ".join(filter(None, (piece.phonemized.phonemes for piece in self._passages)))

    @property
    def phonemized(self) -> Phonemized:
        """Of the first passage: of all, where the text has no markup."""
        return self._passages[0].phonemized

    @property
    def pauses(self) -> list[Pause]:
        return [piece for piece in self.pieces if isinstance(piece, Pause)]

    @property
    def _passages(self) -> list[PassageReading]:
        return [piece for piece in self.pieces if isinstance(piece, PassageReading)]


def read_take(take: Take) -> Reading:
    """The reading of a take. `TextError` or `VoiceError` at once, as they apply."""
    check_length(max(len(take.text), len(take.phonemes or "")))
    language = take.language or take.blend.language
    marked = _marked(take)
    check_silence(marked.pieces, set_silence(take))
    pieces: list[PassageReading | Pause] = []
    for piece in marked.pieces:
        if isinstance(piece, Passage):
            pieces.append(_read_passage(take, piece, first=not pieces))
        else:
            pieces.append(piece)
    return Reading(take, language, marked, tuple(pieces))


def _marked(take: Take) -> MarkedText:
    if take.phonemes is not None:
        return MarkedText((Passage(take.phonemes),))
    return take.marked or read_markup(take.text)


def set_silence(take: Take) -> float:
    """Seconds of silence that the pauses of a take add up to, those of its markup aside."""
    pauses = take.pauses
    seconds = (pauses.before or 0.0) + (pauses.after or 0.0)
    if not (pauses.between_sentences or pauses.between_paragraphs or pauses.at_line_ends):
        return seconds
    counted: Counter[Boundary] = Counter()
    passages = [piece for piece in _marked(take).pieces if isinstance(piece, Passage)]
    for passage in passages:
        text = passage.text if take.phonemes is not None else strip(passage.text).text
        _, language = _blend_and_language(take, passage)
        counted += count_boundaries(text, language, take.phonemes is not None)
    counted.update(_between(*pair) for pair in pairwise(passages))
    return seconds + sum(n * (pauses.set_after(each) or 0.0) for each, n in counted.items())


def _between(first: Passage, second: Passage) -> Boundary:
    """PARAGRAPH, LINE or SENTENCE: a tag ends a sentence."""
    space = first.text[len(first.text.rstrip()) :]
    space += second.text[: len(second.text) - len(second.text.lstrip())]
    return line_boundary(space) or Boundary.SENTENCE


def _read_passage(take: Take, passage: Passage, first: bool) -> PassageReading:
    style = passage.style
    blend, language = _blend_and_language(take, passage)
    if take.phonemes is None:
        phonemized = phonemize(passage.text, language, take.lexicon)
    else:
        phonemized = read_phonemes(passage.text, language)
    limit = FIRST_UTTERANCE_PHONEMES if first else UTTERANCE_PHONEMES
    return PassageReading(
        passage,
        blend,
        language,
        min(max(take.speed * style.rate, SLOWEST), FASTEST),
        phonemized,
        segment(
            phonemized,
            UTTERANCE_PHONEMES,
            first_limit=limit,
            sentences_apart=take.pauses.between_sentences is not None,
        ),
    )


def _blend_and_language(take: Take, passage: Passage) -> tuple[Blend, str]:
    """Who speaks a passage, and the code of the language that it is read in."""
    style = passage.style
    blend = parse_formula(style.voice) if style.voice else take.blend
    usual = take.language or blend.language
    if style.language == "en":
        return blend, usual if usual in ("a", "b") else "a"
    return blend, style.language or usual


def check_speakable(reading: Reading) -> None:
    """`TextError` for a blank take, and for words that the language cannot read, if nothing else
    is there to speak. Reads one utterance."""
    if reading.utterances:
        return
    take, name = reading.take, LANGUAGES[reading.language].name
    said = take.text if take.phonemes is None else take.phonemes
    if take.marked is None and not said.strip():
        raise TextError(f"There is nothing to speak; give some text in {name}.")
    for skip in reading.skipped:
        if skip.reason in (Reason.SCRIPT, Reason.READING):
            raise TextError(
                f"Nothing in this text can be spoken in {name}: {skip.text[:20]!r} is "
                f"{skip.reason}; give some words, or choose another language."
            )

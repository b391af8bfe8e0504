"""Edits of prosody: what a person changes between the model's plan and the sound.

An edit names the tokens it is about by their offsets in the take's text, so that it belongs to
words and not to seconds. Edits of durations come first, whatever their order: the model is then
asked for the pitch and energy of the new durations, and edits of pitch change those.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ..errors import RequestError
from ..model import FRAME_SECONDS, PITCH_FRAMES, Contour, Durations, Prosody
from ..text import Token, Utterance, has_voice
from ..text.symbols import MAX_PHONEMES

VOICED_ABOVE_HZ = 10.0  # the model's own border
SILENT_ENERGY = -6.0  # of the model's scale: silence within speech
_DECAY_FRAMES = 2  # of a pause keep the model's own energy, so that the sound before it dies away
_ONSET_FRAMES = 1
MOST_EDITS = 10_000

Contours = Callable[[Durations], tuple[Contour, Contour]]


@dataclass(frozen=True)
class Edit:
    """One change. `RequestError` for a kind that is none, or an amount out of its range."""

    kind: str  # a key of `EDITS`
    amount: float  # in the unit of the kind
    start: int | None = None  # offsets in the text: every token that this range touches
    end: int | None = None  # None, None: the whole take
    phonemes: tuple[int, int] | None = None  # of the only token there, those from .. up to ..

    def __post_init__(self) -> None:
        if self.kind not in EDITS:
            raise RequestError(f"There is no edit {self.kind!r}; use one of {', '.join(EDITS)}.")
        kind = EDITS[self.kind]
        number = isinstance(self.amount, (int, float)) and not isinstance(self.amount, bool)
        if not number or not kind.lowest <= self.amount <= kind.highest:
            raise RequestError(
                f"{self.kind} of {self.amount!r} is out of range; use {kind.lowest:g} to "
                f"{kind.highest:g} {kind.unit}."
            )
        if (self.start is None) != (self.end is None):
            raise RequestError("An edit has both a start and an end in the text, or neither.")
        if self.start is not None and self.end is not None and not 0 <= self.start < self.end:
            raise RequestError(
                f"An edit from {self.start} to {self.end} touches nothing; let it end after it "
                "starts."
            )
        if self.kind == "pause" and self.start is None:
            raise RequestError("A pause needs the start and end of the word it comes after.")
        if self.phonemes is not None and (
            self.start is None or not 0 <= self.phonemes[0] < self.phonemes[1]
        ):
            raise RequestError("Phonemes of an edit are counted within a word that it names.")

    def touches(self, token: Token) -> bool:
        if self.start is None or self.end is None:
            return True
        return token.start < self.end and self.start < token.end


class Symbols(NamedTuple):
    """A range of an utterance's symbols, counted with the padding before the first."""

    first: int
    last: int  # behind it


@dataclass(frozen=True)
class EditKind:
    """Name, unit and range of a kind of edit; `apply_edits` carries it out."""

    label: str
    unit: str
    lowest: float
    highest: float


EDITS: Mapping[str, EditKind] = {
    "scale_durations": EditKind("Longer or shorter", "times as long", 0.25, 4.0),
    "pause": EditKind("Pause after", "seconds", 0.0, 10.0),
    "shift_pitch": EditKind("Higher or lower", "semitones", -12.0, 12.0),
    "scale_pitch": EditKind("Livelier or flatter", "times the range", 0.0, 3.0),
}
_OF_PITCH = ("shift_pitch", "scale_pitch")


def edits_from(data: Any) -> tuple[Edit, ...]:
    """Edits from plain JSON values; `RequestError` for anything else."""
    if not isinstance(data, Sequence) or isinstance(data, str) or len(data) > MOST_EDITS:
        raise RequestError(f"Edits are a list of at most {MOST_EDITS:,}.")
    try:
        return tuple(
            Edit(**{**row, "phonemes": tuple(row["phonemes"]) if row.get("phonemes") else None})
            for row in data
        )
    except (TypeError, AttributeError) as error:
        raise RequestError(f"This is not an edit of prosody: {error}.") from error


def edits_to_json(edits: Sequence[Edit]) -> list[dict[str, Any]]:
    return [
        {name: value for name, value in asdict(edit).items() if value is not None} for edit in edits
    ]


def edits_of(edits: Sequence[Edit], utterance: Utterance) -> tuple[Edit, ...]:
    """Those that touch a token of the utterance; a pause, only its last word."""
    end = utterance.tokens[-1].end
    return tuple(
        edit
        for edit in edits
        if any(map(edit.touches, utterance.tokens))
        and (edit.kind != "pause" or (edit.end is not None and edit.end <= end))
    )


def pause_after(edits: Sequence[Edit], utterance: Utterance) -> float | None:
    """Seconds between this utterance and the next, if an edit of `edits_of` sets them."""
    pauses = [
        edit.amount
        for edit in edits
        if edit.kind == "pause" and _gap_after(edit, utterance.tokens) is None
    ]
    return pauses[-1] if pauses else None


def apply_edits(
    edits: Sequence[Edit], tokens: Sequence[Token], plan: Prosody, contours: Contours
) -> Prosody:
    """The plan of an utterance with the edits applied.

    `tokens`: all of the utterance's. `contours` gives pitch and energy of other durations.
    `RequestError` for a pause between words that follow each other without a space.
    """
    durations, silences = _edit_durations(edits, tokens, plan.durations)
    if not np.array_equal(durations, plan.durations):
        plan = Prosody(durations, *contours(durations))
    borders = np.array([0, *accumulate(durations)]) * PITCH_FRAMES
    pitch_hz, energy = plan.pitch_hz.copy(), plan.energy.copy()
    for gap in silences:
        first, last = borders[gap.first], borders[gap.last]
        within = slice(first + _DECAY_FRAMES * PITCH_FRAMES, last - _ONSET_FRAMES * PITCH_FRAMES)
        energy[within] = np.minimum(energy[within], SILENT_ENERGY)
        pitch_hz[within] = 0
    for edit in edits:
        if edit.kind in _OF_PITCH:
            _edit_pitch(edit, tokens, pitch_hz, borders)
    return replace(plan, pitch_hz=pitch_hz, energy=energy)


def _edit_durations(
    edits: Sequence[Edit], tokens: Sequence[Token], durations: Durations
) -> tuple[Durations, list[Symbols]]:
    """(frames of each symbol, where pauses were set)"""
    exact = durations.astype(float)
    silences = []
    for edit in edits:
        if edit.kind == "scale_durations":
            for part in _covered(edit, tokens):
                exact[max(part.first, 1) : min(part.last, len(exact) - 1)] *= edit.amount
        elif edit.kind == "pause" and (gap := _gap_after(edit, tokens)):
            frames = max(round(edit.amount / FRAME_SECONDS), gap.last - gap.first)
            exact[gap.first : gap.last] = 1
            exact[gap.last - 1] += frames - (gap.last - gap.first)
            silences.append(gap)
    return np.maximum(np.round(exact), 1).astype(np.int64), silences


def _edit_pitch(
    edit: Edit, tokens: Sequence[Token], pitch_hz: Contour, borders: npt.NDArray[Any]
) -> None:
    """In place, where there is voice. The range is scaled around the utterance's median."""
    voiced = pitch_hz > VOICED_ABOVE_HZ
    if not voiced.any():
        return
    median = float(np.median(np.log(pitch_hz[voiced])))
    for part in _covered(edit, tokens):
        within = np.zeros(len(pitch_hz), dtype=bool)
        last = min(part.last, len(borders) - 1)
        within[borders[part.first] : borders[last]] = True
        within &= voiced
        if edit.kind == "shift_pitch":
            pitch_hz[within] *= 2 ** (edit.amount / 12)
        else:
            apart = np.log(pitch_hz[within]) - median
            pitch_hz[within] = np.exp(median + edit.amount * apart)


def _covered(edit: Edit, tokens: Sequence[Token]) -> list[Symbols]:
    """The symbols of an edit, those between its tokens included; all with the padding, if none."""
    if edit.start is None:
        return [Symbols(0, MAX_PHONEMES + 2)]
    parts = [
        part for token, part in _places(tokens) if part.first < part.last and edit.touches(token)
    ]
    if not parts:
        return []
    if edit.phonemes is not None:
        first, last = (min(parts[0].first + place, parts[0].last) for place in edit.phonemes)
        return [Symbols(first, last)] if first < last else []
    return [Symbols(parts[0].first, parts[-1].last)]


def _gap_after(edit: Edit, tokens: Sequence[Token]) -> Symbols | None:
    """Marks and spaces between the edit's last word and the next word; None if none comes after."""
    places = _places(tokens)
    touched = [i for i, (token, _) in enumerate(places) if edit.touches(token)]
    words = [i for i, (token, _) in enumerate(places) if has_voice(token.phonemes)]
    before = [i for i in words if touched and i <= touched[-1]]
    after = [i for i in words if touched and i > touched[-1]]
    if not before or not after:
        return None
    (word, symbols), end = places[before[-1]], places[after[0]][1].first
    first = symbols.first + len(word.phonemes.rstrip(".,!?;:…—”) "))
    if first >= end:
        raise RequestError(
            f"There is no room for a pause after {word.text!r}: the next word "
            "follows without a space."
        )
    return Symbols(first, end)


def _places(tokens: Sequence[Token]) -> list[tuple[Token, Symbols]]:
    """Where each token's symbols stand; the padding is symbol 0."""
    places, at = [], 1
    for token in tokens:
        places.append((token, Symbols(at, at + len(token.phonemes))))
        at += len(token.phonemes) + len(token.gap)
    return places

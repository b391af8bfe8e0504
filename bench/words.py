"""Single words: what a recogniser hears of ours and of the official package's.

    python -m bench.words

Each word is a line of its own, as people type it into games and lessons: without a full stop. The
first thirty count of which the recogniser understands the official package in at least one voice. A
word that is spelt otherwise and sounds the same is right. `bench.prosody` puts the result on its
page.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np
import torch

from bench.quality import recogniser
from kokoro_studio import Take, load_engine
from kokoro_studio.engine.joins import trim
from kokoro_studio.text import segment
from kokoro_studio.voices import load_pack

VOICES = ("af_heart", "am_michael", "bm_george")
_LIST = """
    Monday Tuesday Morning Evening Kitchen Flower Mountain Ocean Silver Golden Happy Sorry Maybe
    Never Always Welcome Goodbye Continue Begin Finish Danger Listen Careful Quickly Eleven Twenty
    Hundred Teacher Student Question Answer Pencil Butter Chicken Dinner Spider Tiger Rabbit Market
    Village
"""
WORDS = _LIST.split()
COUNTED = 30
QUIET = np.zeros(7_200, dtype=np.float32)  # 0.3 s: the recogniser expects some around speech
_UNHEARD = re.compile(r"[ˈˌː;:,.!?—…\"()“”\s]")

Heard = dict[tuple[str, str], str]  # (word, voice) -> what was heard


def main() -> None:
    print(section())


def section() -> str:
    """A part of docs/prosody.md."""
    recognise = recogniser()
    official = _hear(_official(), recognise)
    words = [
        word for word in WORDS if any(_is_right(word, official[word, voice]) for voice in VOICES)
    ][:COUNTED]
    ours = _hear(_ours(), recognise, words)
    rows = {"Kokoro Studio": ours, "kokoro": official}
    lines = "\n".join(
        f"| {name} | {' | '.join(str(_count(heard, words, [v])) for v in VOICES)} "
        f"| **{_count(heard, words, VOICES)}** | {_named(heard, words)} |"
        for name, heard in rows.items()
    )
    return f"""
## Single words

{len(words)} words in {len(VOICES)} voices, each a line of its own without a full stop; of how many
the recogniser of [quality.md](quality.md) writes down another word. An utterance of fewer than 12
phonemes is rendered with the norm statistics of a sentence in the same voice: those of a single
word distort it.

| | {" | ".join(VOICES)} | of {len(words) * len(VOICES)} | heard instead |
|---|--:|--:|--:|--:|---|
{lines}

Words: {", ".join(words)}.
"""


def _hear(
    speak: Callable[[str, str], np.ndarray],
    recognise: Callable[..., list[str]],
    words: list[str] = WORDS,
) -> Heard:
    heard = {}
    for word in words:
        for voice in VOICES:
            audio = speak(word, voice)
            first, last = trim(audio)
            padded = np.concatenate((QUIET, audio[first:last], QUIET))
            heard[word, voice] = " ".join(recognise(padded, "en"))
            print(word, voice, heard[word, voice], flush=True)
    return heard


def _ours() -> Callable[[str, str], np.ndarray]:
    engine = load_engine()

    def speak(word: str, voice: str) -> np.ndarray:
        return np.concatenate([part.audio for part in engine.record(Take(word, voice))])

    return speak


def _official() -> Callable[[str, str], np.ndarray]:
    from kokoro_studio.model.bundled import read_bundled
    from tests.model.oracle import build_reference

    model = build_reference(read_bundled())

    def speak(word: str, voice: str) -> np.ndarray:
        phonemes = _phonemes(word, voice)
        torch.manual_seed(0)
        with torch.inference_mode():
            return model(phonemes, load_pack(voice)[len(phonemes) - 1][None]).numpy()

    return speak


def _phonemes(text: str, voice: str = VOICES[0]) -> str:
    reading = load_engine().read(Take(text, voice))
    return " ".join(utterance.phonemes for utterance in segment(reading.phonemized))


def _is_right(word: str, heard: str) -> bool:
    return heard == word.lower() or (
        bool(heard) and _bare(_phonemes(heard)) == _bare(_phonemes(word))
    )


def _bare(phonemes: str) -> str:
    return _UNHEARD.sub("", phonemes)


def _count(heard: Heard, words: list[str], voices: tuple[str, ...] | list[str]) -> int:
    return sum(not _is_right(word, heard[word, voice]) for word in words for voice in voices)


def _named(heard: Heard, words: list[str]) -> str:
    wrong = [
        f"{word} → {heard[word, voice] or 'nothing'}"
        for word in words
        for voice in VOICES
        if not _is_right(word, heard[word, voice])
    ]
    return "; ".join(wrong)


if __name__ == "__main__":
    main()

"""What mixing does to a voice, measured: writes docs/mixing.md.

    python -m bench.mixing                      everything: an hour of one core
    python -m bench.mixing "The halves apart"   these sections; the others stay as they are

Needs requirements-bench.txt: resemblyzer for who speaks, speechmos (DNSMOS) for how clean it is,
librosa for the pitch of the sound, and the recogniser of `bench.quality` for the words.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path

import librosa
import numpy as np
import torch
from resemblyzer import VoiceEncoder
from speechmos import dnsmos

from bench.quality import recogniser, word_errors
from kokoro_studio import Engine, Take, load_engine
from kokoro_studio.engine.joins import trim
from kokoro_studio.text import segment
from kokoro_studio.voices import LEVELS, Blend, judge, mix, parse_formula
from kokoro_studio.voices.shape import HALVES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "mixing.md"
PAIRS = (
    ("af_heart", "bf_emma"), ("af_heart", "am_adam"), ("am_michael", "bm_george"),
    ("bf_isabella", "am_puck"), ("ef_dora", "af_bella"), ("ff_siwis", "bm_fable"),
    ("hm_omega", "af_sarah"), ("if_sara", "im_nicola"), ("jf_alpha", "am_onyx"),
    ("zf_xiaoyi", "pm_alex"),
)  # fmt: skip
SHARES = (0.0, 0.25, 0.5, 0.75, 1.0)
KNOWN = (  # a voice is known by these
    "The baker opened her shop before sunrise, and the whole street smelled of warm bread.",
    "Seven small boats left the harbour in the morning, and only one came back that night.",
)
SAID = (  # and looked for in these
    "We walked along the river until the rain stopped, then we found a quiet place for tea.",
    "My grandfather kept a box of old letters under the stairs and never spoke about them.",
)
PUSHES = (0.25, 0.5, 1.0, 1.5, 2.0, 3.0)


class Listener:
    """Renders formulas and measures them; everything is read as American English."""

    def __init__(self, engine: Engine):
        self.engine = engine
        self.encoder = VoiceEncoder("cpu", verbose=False)
        self.render = cache(self._render)
        self.track = cache(self._track)
        self.known = cache(lambda voice: self._embed(voice, KNOWN))
        self.print = cache(lambda formula: self._embed(formula, SAID))

    def _render(self, formula: str, text: str) -> np.ndarray:
        """24 kHz sound of a sentence, in one piece, with the silence around it."""
        take = Take(text, formula, language="a")
        (utterance,) = segment(self.engine.read(take).phonemized)
        return self.engine.render(utterance, self.engine.plan(utterance, take.blend), take.blend)

    def say(self, formula: str, text: str) -> np.ndarray:
        """24 kHz"""
        audio = self.render(formula, text)
        return audio[slice(*trim(audio))]

    def hear(self, formula: str, text: str) -> np.ndarray:
        """16 kHz"""
        return librosa.resample(self.say(formula, text), orig_sr=24_000, target_sr=16_000)

    def _embed(self, formula: str, texts: tuple[str, ...]) -> np.ndarray:
        prints = [self.encoder.embed_utterance(self.hear(formula, text)) for text in texts]
        mean = np.mean(prints, axis=0)
        return mean / np.linalg.norm(mean)

    def similarity(self, formula: str, voice: str) -> float:
        return float(self.print(formula) @ self.known(voice))

    def pitch_moved(self, formula: str, other: str) -> float:
        """How far the median pitch of two formulas with the same delivery lies apart.

        By pYIN, over the frames that are voiced in both: their timing is the same.
        """
        tracks = [np.concatenate([self.track(f, text) for text in SAID]) for f in (formula, other)]
        voiced = np.isfinite(tracks[0]) & np.isfinite(tracks[1])
        one, two = (np.median(track[voiced]) for track in tracks)
        return float(abs(one / two - 1))

    def pitch_missed(self, formula: str, other: str) -> float:
        """How many semitones the median pitch of a formula is above that of another."""
        one, two = (
            np.nanmedian(np.concatenate([self.track(f, text) for text in SAID]))
            for f in (formula, other)
        )
        return float(12 * np.log2(one / two))

    def _track(self, formula: str, text: str) -> np.ndarray:
        """Hz by frame; not a number where it is unvoiced."""
        slower = librosa.resample(self.render(formula, text), orig_sr=24_000, target_sr=16_000)
        return librosa.pyin(slower, fmin=60, fmax=500, sr=16_000)[0]

    def quality(self, formula: str) -> float:
        sounds = [self.hear(formula, text) for text in SAID]
        return float(
            np.mean(
                [dnsmos.run(s / max(1, np.abs(s).max()), sr=16_000)["ovrl_mos"] for s in sounds]
            )
        )


def between(a: str, b: str, share: float, method: str) -> str:
    if share in (0.0, 1.0):
        return b if share else a
    return str(parse_formula(f"{a}*{1 - share:.2f} + {b}*{share:.2f} @{method}"))


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def falls(values: list[float]) -> bool:
    return all(later < earlier for earlier, later in pairwise(values))


def along_the_way(listener: Listener, method: str) -> str:
    rows, held = [], 0
    for a, b in PAIRS:
        formulas = [between(a, b, share, method) for share in SHARES]
        to_a = [listener.similarity(formula, a) for formula in formulas]
        to_b = [listener.similarity(formula, b) for formula in formulas]
        quality = [listener.quality(formula) for formula in formulas]
        steady = falls(to_a) and falls([-value for value in to_b])
        held += steady
        rows.append(
            (
                f"{a} → {b}",
                " ".join(f"{value:.2f}" for value in to_a),
                " ".join(f"{value:.2f}" for value in to_b),
                " ".join(f"{value:.1f}" for value in quality),
                "yes" if steady else "**no**",
            )
        )
        print(method, rows[-1], flush=True)
    head = ("0, 25, 50, 75, 100 %", "similarity to the first", "to the second", "DNSMOS", "steady")
    return f"{table(head, rows)}\n\nSteady in {held} of {len(PAIRS)} pairs."


def halves(listener: Listener) -> str:
    rows = []
    pitch_moved, with_manner, with_pitch, pitch_missed, hurt = [], [], [], [], []
    for a, b in PAIRS:
        sound, manner = f"timbre({b}) delivery({a})", f"timbre({a}) delivery({b})"
        kept = f"{manner} pitch({a})"
        pitch_moved.append(listener.pitch_moved(sound, a))
        with_manner.append(listener.similarity(manner, a))
        with_pitch.append(listener.similarity(kept, a))
        pitch_missed.append(listener.pitch_missed(kept, a))
        qualities = [listener.quality(formula) for formula in (a, b, manner, kept)]
        hurt.append(qualities[3] - qualities[2])
        rows.append(
            (f"{a}, {b}", f"{pitch_moved[-1]:.1%}", f"{listener.similarity(sound, b):.2f}",
             f"{with_manner[-1]:.2f}", f"{with_pitch[-1]:.2f}", f"{pitch_missed[-1]:+.1f}",
             f"{listener.similarity(a, b):.2f}", " ".join(f"{q:.1f}" for q in qualities))
        )  # fmt: skip
        print("halves", rows[-1], flush=True)
    head = (
        "first, second", "pitch moved by the second's timbre", "then similar to the second",
        "similar to the first with the second's delivery", "at the first's pitch too",
        "that pitch, semitones off", "the two voices themselves",
        "DNSMOS: first, second, delivery, at pitch",
    )  # fmt: skip
    count = len(PAIRS)
    return (
        f"{table(head, rows)}\n\nThe timbre alone moved the median pitch by at most 2 % in "
        f"{sum(moved <= 0.02 for moved in pitch_moved)} of {count} pairs. With the other's "
        f"delivery at the voice's own pitch the voice stayed at or above .88 in "
        f"{sum(alike >= 0.88 for alike in with_pitch)} of {count}, at least at "
        f"{min(with_pitch):.2f}, its pitch within {max(map(abs, pitch_missed)):.1f} semitones and "
        f"DNSMOS {np.mean(hurt):+.2f} on average; with the delivery's own pitch in "
        f"{sum(alike >= 0.88 for alike in with_manner)}: between a man and a woman that is "
        "another person's."
    )


def lengths() -> str:
    rows = []
    for method in ("lerp", "nlerp", "slerp"):
        ratios = torch.cat([_length_ratios(a, b, method) for a, b in PAIRS])
        rows.append((f"@{method}", f"{ratios.min():.3f}", f"{ratios.max():.3f}"))
    return table(("`first - second*0.5`", "least", "most"), rows)


def _length_ratios(a: str, b: str, method: str) -> torch.Tensor:
    """Of each row and half, after and before subtracting."""
    after, before = (
        torch.stack([mix(parse_formula(formula))[:, half].norm(dim=1) for half in HALVES.values()])
        for formula in (f"{a} - {b}*0.5 @{method}", a)
    )
    return (after / before).flatten()


def pushed(listener: Listener) -> str:
    recognise = recogniser()
    found: dict[str, list[tuple[float, float]]] = {level: [] for level in LEVELS}
    for a, b in PAIRS[:6]:
        for push in (0.0, *PUSHES):
            formula = f"{a} - {b}*{push}" if push else a
            blend: Blend = parse_formula(formula)
            safety = judge(blend)
            errors = words = 0
            for text in SAID:
                wrong, count = word_errors(text, recognise(listener.say(formula, text), "en"))
                errors, words = errors + wrong, words + count
            quality = listener.quality(formula)
            found[safety.level].append((errors / words, quality))
            distance = max(safety.timbre.hull_distance, safety.delivery.hull_distance)
            print(
                f"{formula}: {distance:.2f} {safety.level} {errors}/{words} {quality:.2f}",
                flush=True,
            )
    rows = [
        (level, str(len(values)), f"{np.mean([v[0] for v in values]):.0%}",
         f"{np.max([v[0] for v in values]):.0%}", f"{np.mean([v[1] for v in values]):.2f}")
        for level, values in found.items()
        if values
    ]  # fmt: skip
    return table(("meter says", "blends", "words wrong, mean", "most", "DNSMOS, mean"), rows)


SECTIONS: dict[str, tuple[str, Callable[[Listener], str]]] = {
    "Along a straight line": (
        "Similarity of the speaker's voice print to each parent, along `a -> b` in five steps.",
        lambda listener: along_the_way(listener, "lerp"),
    ),
    "Along the arc": ("The same with `@slerp`.", lambda listener: along_the_way(listener, "slerp")),
    "The halves apart": (
        "The timbre half decides who speaks, the delivery half how: each swapped alone. The "
        "delivery holds the pitch too, unless it is told to keep another's: "
        "`timbre(first) delivery(second) pitch(first)`.",
        halves,
    ),
    "Subtraction keeps its strength": (
        "Length of each row and half after subtracting, to that of the first voice.",
        lambda _: lengths(),
    ),
    "What the safety meter means": (
        "Six voices with another one subtracted by 0 to 3, grouped by what the meter said before.",
        pushed,
    ),
}


def main(wanted: list[str]) -> None:
    torch.manual_seed(0)
    listener = Listener(load_engine())
    sections = standing()
    for title, (words, make) in SECTIONS.items():
        if not wanted or title in wanted or title not in sections:
            sections[title] = f"{words}\n\n{make(listener)}"
            write(listener, sections)


def write(listener: Listener, sections: dict[str, str]) -> None:
    versions = ", ".join(
        f"{name} {version(name)}" for name in ("resemblyzer", "speechmos", "librosa")
    )
    parts = [f"## {title}\n\n{sections[title]}" for title in SECTIONS if title in sections]
    PAGE.write_text(
        "# Mixing, measured\n\nWritten by `python -m bench.mixing`; every number is its own.\n\n"
        f"Two sentences of about five seconds a formula, each in one piece, in American English, "
        f"{listener.engine.weights.label} weights. A voice is known by two other sentences. "
        f"Similarity is the cosine of mean voice prints (1 is the same). {versions}.\n\n"
        + "\n\n".join(parts)
        + "\n",
        encoding="utf-8",
    )


def standing() -> dict[str, str]:
    """The sections of the page as it is."""
    _, *sections = PAGE.read_text(encoding="utf-8").split("\n## ") if PAGE.exists() else [""]
    return {
        title: body.strip() for title, _, body in (section.partition("\n") for section in sections)
    }


if __name__ == "__main__":
    main(sys.argv[1:])

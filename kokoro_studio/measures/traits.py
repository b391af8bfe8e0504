"""Pitch, range, pace, brightness and clarity of a voice, measured on a sentence of its language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from typing import Any

import numpy as np

from ..audio import SAMPLE_RATE, Samples
from ..engine.engine import Engine
from ..engine.joins import trim
from ..engine.sentences import SENTENCES
from ..engine.take import Take
from ..text import segment
from ..voices import VOICES, Blend
from ..voices.library.catalogue import VOICES_FOLDER

_VOICED_HZ = 60
_BAND_HZ = (50, 8_000)
_VOWELS = frozenset("aeiouyæɑɐɒɔəɘɚɛɜɝɞɤɨɪɯɵøœɶʉʊʌᵊᵻAIOQWY")  # the capitals are diphthongs
_LENGTH = frozenset("ːˑ̃")


@dataclass(frozen=True)
class Traits:
    pitch_hz: float  # median over the voiced frames
    range_semitones: float  # standard deviation of the voiced pitch
    syllables_per_second: float  # vowels over the time from the first word to the last
    brightness_hz: float  # centroid of the power spectrum, 50 to 8,000 Hz
    dnsmos: float | None = None  # overall quality by DNSMOS, 1 to 5, where `speechmos` is installed


@dataclass(frozen=True)
class TraitInfo:
    label: str
    unit: str
    low: str  # the word for a low value
    high: str
    digits: int = 0


TRAITS: Mapping[str, TraitInfo] = {
    "pitch_hz": TraitInfo("Pitch", "Hz", "low", "high"),
    "range_semitones": TraitInfo("Melody", "semitones", "even", "lively", 1),
    "syllables_per_second": TraitInfo("Pace", "syllables a second", "unhurried", "brisk", 1),
    "brightness_hz": TraitInfo("Brightness", "Hz", "warm", "bright"),
    "dnsmos": TraitInfo("Clarity (estimated)", "of 5", "rough", "clean", 2),
}


def measure_traits(engine: Engine, blend: Blend) -> Traits:
    """Render one sentence in the blend's language and measure it."""
    take = Take(SENTENCES[blend.language], str(blend))
    (utterance,) = segment(engine.read(take).phonemized)
    prosody = engine.plan(utterance, blend)
    voiced = prosody.pitch_hz[prosody.pitch_hz > _VOICED_HZ]
    audio = engine.render(utterance, prosody, blend)
    audio = audio[slice(*trim(audio))]
    return Traits(
        pitch_hz=round(float(np.median(voiced)), 1),
        range_semitones=round(float((12 * np.log2(voiced)).std()), 2),
        syllables_per_second=round(_syllables(utterance.phonemes) * SAMPLE_RATE / len(audio), 2),
        brightness_hz=round(_centroid(audio), 0),
        dnsmos=measure_dnsmos(audio),
    )


@cache
def released_traits() -> Mapping[str, Traits]:
    """The 54 voices, as `python -m bench.traits` measured them."""
    rows: dict[str, Any] = json.loads((VOICES_FOLDER / "traits.json").read_text(encoding="utf-8"))
    return {voice: Traits(**rows[voice]) for voice in VOICES}


def traits_json(measured: Mapping[str, Traits]) -> str:
    rows = ",\n".join(f'  "{voice}": {json.dumps(asdict(t))}' for voice, t in measured.items())
    return f"{{\n{rows}\n}}\n"


def _syllables(phonemes: str) -> int:
    """Groups of vowels: a diphthong spelt with two letters is one syllable."""
    vowels = [symbol in _VOWELS for symbol in phonemes if symbol not in _LENGTH]
    return sum(now and not before for before, now in zip([False, *vowels], vowels, strict=False))


def _centroid(audio: Samples) -> float:
    power = np.abs(np.fft.rfft(audio)) ** 2
    hertz = np.fft.rfftfreq(len(audio), 1 / SAMPLE_RATE)
    band = (hertz > _BAND_HZ[0]) & (hertz < _BAND_HZ[1])
    return float((hertz * power)[band].sum() / power[band].sum())


def measure_dnsmos(audio: Samples) -> float | None:
    """Clarity from 1 to 5 (DNSMOS P.835, Reddy et al. 2022); None without `speechmos`."""
    try:
        from speechmos import dnsmos
    except ImportError:
        return None
    import librosa  # comes with speechmos

    slower = librosa.resample(audio, orig_sr=SAMPLE_RATE, target_sr=16_000)
    slower = slower / max(1.0, float(np.abs(slower).max()))
    return round(float(dnsmos.run(slower, sr=16_000)["ovrl_mos"]), 2)

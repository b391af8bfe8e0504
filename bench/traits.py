"""Measure every voice and write what was found into voices/catalogue.json as a few words.

    python -m bench.traits

Each voice says one sentence of its language. Pitch comes from the model's own prosody, brightness
from the spectrum of the sound, pace from its words. A word is given to the outer thirds of the
voices of the same gender, so that it tells a voice apart from its peers; the middle gets none.
"""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np

from kokoro_studio import Take, load_engine
from kokoro_studio.voices import VOICES
from kokoro_studio.voices.catalogue import VOICES_FOLDER

SENTENCES = {
    "a": "The old lighthouse stood at the end of the road, and every evening its light came on.",
    "b": "The old lighthouse stood at the end of the road, and every evening its light came on.",
    "e": "El viejo faro estaba al final del camino, y cada tarde se encendía su luz.",
    "f": "Le vieux phare se dressait au bout du chemin, et chaque soir sa lumière s'allumait.",
    "h": "पुराना प्रकाशस्तंभ सड़क के अंत में खड़ा था, और हर शाम उसकी रोशनी जल उठती थी।",
    "i": "Il vecchio faro stava in fondo alla strada, e ogni sera si accendeva la sua luce.",
    "j": "古い灯台は道の終わりに立っていて、毎晩その明かりがともりました。",
    "p": "O velho farol ficava no fim da estrada, e toda noite a sua luz se acendia.",
    "z": "老灯塔站在路的尽头，每天晚上它的灯都会亮起来。",
}
# measure: (what a low value is called, what a high one is)
WORDS = {
    "pitch_hz": ("low", "high"),
    "brightness_hz": ("warm", "bright"),
    "range_semitones": ("even", "lively"),
    "phonemes_per_second": ("unhurried", "brisk"),
}


def measure(engine, take: Take) -> dict[str, float]:
    reading = engine.read(take)
    blend = take.blend
    plan = engine.plan(reading.utterances[0], blend)
    pitch = plan.pitch_hz[plan.pitch_hz > 60].numpy()
    (segment,) = engine.speak(take)
    spectrum = np.abs(np.fft.rfft(segment.audio)) ** 2
    hertz = np.fft.rfftfreq(len(segment.audio), 1 / 24_000)
    band = (hertz > 50) & (hertz < 8_000)
    symbols = sum(symbol.isalpha() for symbol in segment.phonemes)
    return {
        "pitch_hz": float(np.median(pitch)),
        "brightness_hz": float((hertz * spectrum)[band].sum() / spectrum[band].sum()),
        "range_semitones": float((12 * np.log2(pitch)).std()),
        # Symbols differ between languages: compared only with voices of the same one.
        "phonemes_per_second": symbols / segment.tokens[-1].end_seconds,
    }


def describe(voice, measured: dict[str, dict[str, float]]) -> str:
    words = []
    for name, (low, high) in WORDS.items():
        peers = [
            measured[other.id][name]
            for other in VOICES.values()
            if other.gender == voice.gender
            and (name != "phonemes_per_second" or other.language == voice.language)
        ]
        if len(peers) < 4:
            continue
        below, above = np.quantile(peers, (1 / 3, 2 / 3))
        value = measured[voice.id][name]
        words += [low] if value <= below else [high] if value >= above else []
    return ", ".join(words[:3]) or "balanced"


def main() -> None:
    engine = load_engine()
    measured = {}
    for voice in VOICES.values():
        measured[voice.id] = measure(engine, Take(SENTENCES[voice.language], voice.id))
        print(voice.id, {name: round(value, 1) for name, value in measured[voice.id].items()})
    rows = [
        json.dumps(asdict(voice) | {"traits": describe(voice, measured)}, ensure_ascii=False)
        for voice in VOICES.values()
    ]
    text = "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]\n"
    (VOICES_FOLDER / "catalogue.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

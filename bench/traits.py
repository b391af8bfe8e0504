"""Measure every voice: numbers into voices/traits.json, a few words into voices/catalogue.json.

    python -m bench.traits

Each voice says one sentence of its language (`engine.traits`). A word is given to the outer thirds
of the voices of the same gender, so that it tells a voice apart from its peers; the middle gets
none.
"""

from __future__ import annotations

import json
from dataclasses import asdict

import numpy as np

from kokoro_studio import load_engine
from kokoro_studio.measures.traits import TRAITS, Traits, measure_traits, traits_json
from kokoro_studio.voices import VOICES, Voice, parse_formula
from kokoro_studio.voices.library.catalogue import VOICES_FOLDER

ORDER = ("pitch_hz", "brightness_hz", "range_semitones", "syllables_per_second")


def describe(voice: Voice, measured: dict[str, Traits]) -> str:
    words = []
    for name in ORDER:
        peers = [
            getattr(measured[other.id], name)
            for other in VOICES.values()
            if other.gender == voice.gender
            # Syllables differ between languages: compared only with voices of the same one.
            and (name != "syllables_per_second" or other.language == voice.language)
        ]
        if len(peers) < 4:
            continue
        below, above = np.quantile(peers, (1 / 3, 2 / 3))
        value = getattr(measured[voice.id], name)
        info = TRAITS[name]
        words += [info.low] if value <= below else [info.high] if value >= above else []
    return ", ".join(words[:3]) or "balanced"


def main() -> None:
    engine = load_engine()
    measured = {}
    for voice_id in VOICES:
        measured[voice_id] = measure_traits(engine, parse_formula(voice_id))
        print(voice_id, measured[voice_id], flush=True)
    (VOICES_FOLDER / "traits.json").write_text(traits_json(measured), encoding="utf-8")
    rows = [
        json.dumps(asdict(voice) | {"traits": describe(voice, measured)}, ensure_ascii=False)
        for voice in VOICES.values()
    ]
    text = "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]\n"
    (VOICES_FOLDER / "catalogue.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

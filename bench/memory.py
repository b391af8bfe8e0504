"""Does the process grow? An hour of speech streamed to a file, then 500 requests of all kinds.

    python -m bench.memory

Writes docs/memory.md and its plot.
"""

from __future__ import annotations

import random
import tempfile
import time
from pathlib import Path

import psutil
import soundfile

from kokoro_studio import Take, load_engine
from kokoro_studio.voices import VOICES

DOCS = Path(__file__).resolve().parents[1] / "docs"
HOUR_SECONDS = 3600
REQUESTS = 500
STORY = (
    "The ferry left at six, as it had every morning for forty years. Nobody waved. On the deck a "
    "woman counted her bags, lost count, and began again. The engine found its rhythm, the gulls "
    "gave up, and the town behind them became a line. Number {n} was painted on the wheelhouse."
)
PIECES = ("a cold morning", "the second letter", "her brother's boat", "seven lamps", "no answer")


def main() -> None:
    engine = load_engine()
    list(engine.speak(Take(STORY.format(n=0))))
    streamed = _stream(engine)
    asked = _ask(engine)
    _plot(streamed, asked)
    after_a_minute = next(mb for seconds, mb in streamed if seconds >= 60)
    later = [mb for seconds, mb in streamed if seconds >= 60]
    last_minutes = [mb for seconds, mb in streamed if seconds >= HOUR_SECONDS - 300]
    growth = sum(last_minutes) / len(last_minutes) - after_a_minute
    fifth = REQUESTS // 5
    fifths = [asked[start : start + fifth] for start in range(0, REQUESTS, fifth)]
    means = ", ".join(f"{sum(mb for _, mb in part) / fifth:.0f}" for part in fifths)
    (DOCS / "memory.md").write_text(
        f"""# How much memory

Written by `make bench`. Resident memory of one process, with the weights and the cache of
{engine.cache.limit_bytes / 2**20:.0f} MB for sound that is never rendered twice.

![Memory over an hour of speech and over {REQUESTS} requests](images/memory.svg)

- An hour of speech streamed to a file: {after_a_minute:.0f} MB after the first minute,
  {growth:+.0f} MB in the mean of the last five, of which the cache's share is
  {engine.cache.limit_bytes / 2**20:.0f} MB; never more than {max(later) - after_a_minute:+.0f} MB.
- {REQUESTS} requests of all lengths, voices, mixes and speeds: {means} MB in the mean of each
  fifth. The first fills what is kept: sound, packs and mixes of voices, lines read, oneDNN's code.
""",
        encoding="utf-8",
    )


def _stream(engine) -> list[tuple[float, float]]:
    """[(seconds of sound written, MB)]"""
    rows, written, n = [(0.0, _megabytes())], 0.0, 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "hour.wav"
        with soundfile.SoundFile(path, "w", 24_000, 1, "PCM_16") as file:
            while written < HOUR_SECONDS:
                n += 1
                for segment in engine.speak(Take(STORY.format(n=n), seed=n)):
                    file.write(segment.audio)
                    written += segment.seconds
                rows.append((written, _megabytes()))
                if n % 20 == 0 or written < 90:
                    print(f"{written:.0f} s, {rows[-1][1]:.0f} MB", flush=True)
    return rows


def _ask(engine) -> list[tuple[int, float]]:
    """[(requests answered, MB)]"""
    chance, voices, rows = random.Random(0), list(VOICES), []
    for count in range(1, REQUESTS + 1):
        one, other = chance.sample([v for v in voices if v[0] in "ab"], 2)
        voice = chance.choice(
            (one, f"{one}*0.{chance.randint(1, 9)} + {other}", f"{one} -> {other}")
        )
        words = ", ".join(chance.choices(PIECES, k=chance.choice((1, 1, 1, 2, 4))))
        take = Take(f"{words}.", voice, speed=chance.choice((0.8, 1.0, 1.3)), seed=count)
        for _ in engine.speak(take):
            pass
        rows.append((count, _megabytes()))
        if count % 50 == 0:
            print(f"{count} requests, {rows[-1][1]:.0f} MB", flush=True)
    return rows


def _megabytes() -> float:
    """At rest: what the last utterance left behind is given back while nobody waits for it."""
    time.sleep(0.1)
    return psutil.Process().memory_info().rss / 2**20


def _plot(streamed, asked) -> None:
    import matplotlib

    matplotlib.use("svg")
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(9, 3), sharey=True)
    left.plot([seconds / 60 for seconds, _ in streamed], [mb for _, mb in streamed])
    left.set(xlabel="minutes of speech written", ylabel="resident MB", ylim=0)
    right.plot(*zip(*asked, strict=True))
    right.set(xlabel="requests answered")
    for axes in (left, right):
        axes.grid(alpha=0.3)
        axes.spines[["top", "right"]].set_visible(False)
    figure.tight_layout()
    figure.savefig(DOCS / "images" / "memory.svg", metadata={"Date": None})


if __name__ == "__main__":
    main()

"""Sixteen programs speak at once: does anybody fail, and how long does each wait?

    python -m bench.load

Starts the studio as `python app.py` does and writes its section of docs/benchmarks.md.
"""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx

from .speed import PAGE, serve_studio

CROWDS = (1, 4, 16)
HEADING = "## Many at once"
TOPICS = ("harbour", "library", "station", "orchard", "workshop", "bakery", "theatre", "garden")


@dataclass(frozen=True)
class Heard:
    status: int
    first_seconds: float
    sound: bytes

    @property
    def seconds(self) -> float:
        return len(self.sound) / 48_000


def main() -> None:
    with serve_studio(KOKORO_SOUND_CACHE="0") as address:
        speak(address, "Hello there.", 0)
        rows = [_row(address, count) for count in CROWDS]
        book, others = _beside_a_book(address)
    section = f"""{HEADING}

Programs that stream `POST /v1/audio/speech` at the same time, each a text of its own of three
sentences, from one studio on this machine. The model takes their utterances in turn.

| programs | failed | median first sound | longest | speech per second | same as alone |
| --- | --- | --- | --- | --- | --- |
{chr(10).join(rows)}

Beside one that asks for a book of {book.seconds / 60:.0f} minutes, four others have their first
sound after {statistics.median(one.first_seconds for one in others):.1f} s (median) and
{max(one.first_seconds for one in others):.1f} s at most: nobody waits for the book.
"""
    page = PAGE.read_text(encoding="utf-8").partition(HEADING)[0]
    PAGE.write_text(f"{page.rstrip()}\n\n{section}", encoding="utf-8")


def text(n: int) -> str:
    topic = TOPICS[n % len(TOPICS)]
    return (
        f"The {topic} opened at {n + 1} o'clock. Nobody had slept, and nobody said so. "
        f"By noon the {topic} was full, and somebody had begun to sing."
    )


def speak(address: str, text: str, seed: int) -> Heard:
    began, first, sound = time.perf_counter(), 0.0, bytearray()
    wanted = {"input": text, "response_format": "pcm", "seed": seed}
    with httpx.stream("POST", f"{address}/v1/audio/speech", json=wanted, timeout=900) as reply:
        for piece in reply.iter_bytes():
            first = first or time.perf_counter() - began
            sound += piece
        return Heard(reply.status_code, first, bytes(sound))


def _row(address: str, count: int) -> str:
    """A crowd, then each of it alone; nothing is kept in between."""
    began = time.perf_counter()
    with ThreadPoolExecutor(count) as crowd:
        heard = list(crowd.map(lambda n: speak(address, text(n), 1000 * count + n), range(count)))
    elapsed = time.perf_counter() - began
    alone = [speak(address, text(n), 1000 * count + n) for n in range(count)]
    same = all(one.sound == other.sound for one, other in zip(heard, alone, strict=True))
    failed = sum(one.status != 200 or not one.sound for one in heard)
    waits = [one.first_seconds for one in heard]
    rate = sum(one.seconds for one in heard) / elapsed
    row = f"| {count} | {failed} | {statistics.median(waits):.1f} s | {max(waits):.1f} s "
    row += f"| {rate:.1f} s | {'yes' if same else 'NO'} |"
    print(row, flush=True)
    return row


def _beside_a_book(address: str) -> tuple[Heard, list[Heard]]:
    book = " ".join(text(n) for n in range(12))
    with ThreadPoolExecutor(5) as crowd:
        reading = crowd.submit(speak, address, book, 5)
        time.sleep(3)
        others = list(crowd.map(lambda n: speak(address, text(n), 7000 + n), range(4)))
        return reading.result(), others


if __name__ == "__main__":
    main()

"""How long a listener waits for the first sound: in Python, on the page, in the API.

    python -m bench.first_sound     prints it; bench.speed puts it on its page

Each wait begins with the text and ends with the first piece of sound: with `Engine.speak`'s first
segment, with the first samples that reach the page's player in Chromium, with the first bytes of
`POST /v1/audio/speech`. Warm, and nothing of the text is cached; the page has shown its reading,
as it does once somebody has typed it.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kokoro_studio import runtime

VOICE = "af_heart"
ROUNDS = 15
CHROMIUM = "/usr/bin/chromium"
PARAGRAPH = (
    "On Monday morning the market square was empty. A single cart stood by the fountain, and a "
    "grey cat slept under it. Nobody had seen the driver since the storm. The baker thought he "
    "had taken the early train, the tailor was sure he had not, and the children had already "
    "decided that he was a ghost who only came when it rained."
)
TEXTS = {
    "a word": "Hello.",
    "three words": "See you tomorrow.",
    "a sentence": "The old lighthouse stood at the end of the road, and its light shone for ships.",
    "a paragraph": PARAGRAPH,
    "a text of 50,000 characters": " ".join([PARAGRAPH] * 200)[:50_000],
}

Door = Callable[[str, int], float]  # (text, seed) -> seconds


def main() -> None:
    print(json.dumps(first_sounds()))


def first_sounds() -> dict[str, dict[str, float]]:
    """{text: {door: median seconds}}"""
    runtime.prepare_page()
    from kokoro_studio import load_engine
    from kokoro_studio.deploy.serving import build_studio
    from kokoro_studio.text.reading import read_line

    engine = load_engine()
    engine.warm_up()
    demo, settings = build_studio(engine)
    _, address, _ = demo.launch(server_name="127.0.0.1", prevent_thread_lock=True, **settings)
    waits: dict[str, dict[str, float]] = {text: {} for text in TEXTS}
    try:
        with _page(address) as page:
            doors = {"`Engine.speak`": _engine(engine), "page": page, "API": _api(address)}
            for name, text in TEXTS.items():
                for door, wait in doors.items():
                    tries = []
                    for seed in range(ROUNDS + 1):
                        engine.forget()
                        read_line.cache_clear()
                        tries.append(wait(text, seed))
                    waits[name][door] = statistics.median(tries[1:])
                print(name, waits[name], file=sys.stderr, flush=True)
    finally:
        demo.close()
    return waits


def _engine(engine) -> Door:
    from kokoro_studio import Take

    def wait(text: str, seed: int) -> float:
        began = time.perf_counter()
        segments = engine.speak(Take(text, VOICE, seed=seed))
        next(segments)
        seconds = time.perf_counter() - began
        segments.close()
        return seconds

    return wait


def _api(address: str) -> Door:
    import httpx

    program = httpx.Client(base_url=address, timeout=60)  # its connection is there

    def wait(text: str, seed: int) -> float:
        asked = {"input": text, "voice": VOICE, "seed": seed, "response_format": "pcm"}
        began = time.perf_counter()
        with program.stream("POST", "v1/audio/speech", json=asked) as reply:
            reply.raise_for_status()
            next(reply.iter_bytes())
            seconds = time.perf_counter() - began
        time.sleep(1)  # until the studio knows that nobody listens any more
        return seconds

    return wait


@contextmanager
def _page(address: str) -> Iterator[Door]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = {"executable_path": CHROMIUM} if Path(CHROMIUM).exists() else {}
        arguments = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
        browser = playwright.chromium.launch(args=arguments, **options)
        page = browser.new_page()
        page.goto(address)
        page.wait_for_selector("body[data-ks-ready=yes]")

        def wait(text: str, _: int) -> float:
            page.fill("#ks-text textarea", "")
            page.fill("#ks-text textarea", text)
            time.sleep(1.5)  # until its reading is shown
            page.click("#ks-speak")
            page.wait_for_selector(".ks-player[data-wait]", state="attached")
            seconds = float(page.get_attribute(".ks-player", "data-wait"))
            page.keyboard.press("Escape")  # a word may have ended before: no Stop button then
            page.wait_for_selector("body[data-ks-making=no]", state="attached")
            time.sleep(1)  # until the studio has finished the window it was rendering
            return seconds

        yield wait
        browser.close()


if __name__ == "__main__":
    main()

"""OpenMP workers belong to the model's thread."""

from __future__ import annotations

import subprocess
import sys
import threading

import numpy as np
import pytest
import torch

from kokoro_studio import Take
from kokoro_studio.engine.workers import alone

# In a process of its own: threads keep their number of workers for life.
RESERVED = """
import threading
from kokoro_studio import load_engine
import torch

engine = load_engine()
before = torch.get_num_threads()
engine.reserve_processors()
new = []
thread = threading.Thread(target=lambda: new.append(torch.get_num_threads()))
thread.start()
thread.join()
models = engine.renderer._turns.submit(torch.get_num_threads).result()
second = load_engine(precision="bfloat16" if engine.precision == "float32" else "float32")
print(models == before, torch.get_num_threads(), *new,
      second.renderer._turns.submit(torch.get_num_threads).result() == before)
"""


@pytest.mark.slow
def test_reserved_workers_are_those_of_every_model_and_of_no_other_thread():
    done = subprocess.run([sys.executable, "-c", RESERVED], capture_output=True, text=True)
    assert done.stdout.split() == ["True", "1", "1", "True"], done.stderr


def test_alone_gives_the_workers_back():
    def numbers() -> None:
        torch.set_num_threads(2)
        with alone():
            seen.append(torch.get_num_threads())
        seen.append(torch.get_num_threads())

    before, seen = torch.get_num_threads(), []
    thread = threading.Thread(target=numbers)
    thread.start()
    thread.join()
    torch.set_num_threads(before)
    assert seen == [1, 2]


def test_preparing_a_reading_does_not_change_its_sound(engine):
    take = Take("Tomorrow.", "bf_emma", seed=3)
    engine.forget()
    plain = [segment.audio for segment in engine.speak(take)]
    engine.forget()
    reading = engine.read(take)
    engine.expect(reading)
    expected = [segment.audio for segment in engine.speak(reading)]
    assert np.array_equal(np.concatenate(plain), np.concatenate(expected))


def test_an_empty_text_may_be_expected(engine):
    engine.expect(engine.read(Take("…")))

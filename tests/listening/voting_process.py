"""Votes as fast as it can in a child that is killed, again and again: run by `test_kills.py`.

Forked from one process, so that what takes long is imported once.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time

from kokoro_studio.listening.responses import AlreadyAnswered, Response, cast
from kokoro_studio.listening.trials import Side, Trial, issue
from kokoro_studio.storage.database import open_store

KILLS = int(sys.argv[1])
SIDES = tuple(Side(label, label.lower() * 16, "0" * 16, "", 0.0, 0, 1.0) for label in "AB")


def vote_for_ever() -> None:
    open_store()
    while True:
        trial = issue(Trial("s", "anon:x", "arena", "rated", 1, SIDES, "A text.", "a"))
        response = Response(trial.token, random.choice("AB"))
        cast(response)
        os.write(1, f"{trial.token}\n".encode())  # told only after it was kept
        try:
            cast(response)
        except AlreadyAnswered:
            continue
        os._exit(3)  # counted twice


open_store().dispose()
for _ in range(KILLS):
    child = os.fork()
    if child == 0:
        vote_for_ever()
    time.sleep(random.uniform(0.05, 0.4))  # how long it lives: any moment will do
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        sys.exit(f"a child ended by itself: {status}")

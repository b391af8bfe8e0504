from __future__ import annotations

import numpy as np

from kokoro_studio.engine.joins import PAUSE_SECONDS, trim
from kokoro_studio.engine.segment import time_tokens
from kokoro_studio.text import Boundary, Token


def test_only_what_cannot_be_heard_is_cut():
    audio = np.zeros(24_000, dtype=np.float32)
    audio[6_000:12_000] = 0.002  # -54 dBFS: a soft onset
    audio[12_000:18_000] = 0.5
    audio[18_000:] = 0.0005  # -66 dBFS: the vocoder's hiss
    assert trim(audio) == (6_000 - 1_200, 18_000 + 1_200)
    assert trim(np.zeros(100, dtype=np.float32)) == (0, 100)


def test_every_boundary_has_a_pause_and_larger_ones_longer():
    assert set(PAUSE_SECONDS) == set(Boundary)
    order = (Boundary.CHARACTER, Boundary.WORD, Boundary.CLAUSE, Boundary.SENTENCE)
    pauses = [PAUSE_SECONDS[boundary] for boundary in (*order, Boundary.PARAGRAPH)]
    assert pauses == sorted(pauses)


def test_times_follow_durations_and_silent_tokens_have_no_length():
    tokens = [
        Token("Hi", "", "hI", "", 0, 2),
        Token(",", " ", ",", " ", 2, 3),
        Token("🎉", " ", "", "", 4, 5),
        Token("you", "", "ju", "", 6, 9),
    ]
    frames = [4, 2, 3, 1, 2, 4, 4, 5]  # padding, h, I, comma, space, j, u, padding
    timed = time_tokens(tokens, frames, offset=1.0, limit=10.0)
    spans = [(token.start_seconds, token.end_seconds) for token in timed]
    assert spans == [(1.1, 1.225), (1.225, 1.25), (1.3, 1.3), (1.3, 1.5)]
    clipped = time_tokens(tokens, frames, offset=-0.2, limit=0.25)
    assert [token.end_seconds for token in clipped] == sorted(t.end_seconds for t in clipped)
    assert clipped[0].start_seconds == 0 and clipped[-1].end_seconds == 0.25

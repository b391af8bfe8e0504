from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from kokoro_studio import Take
from kokoro_studio.voices import (
    VOICES,
    card_of,
    load_pack,
    mix,
    parse_formula,
    write_voice_file,
)
from kokoro_studio.voices.mixing.pitch import at_pitch

LINE = "My grandfather kept a box of old letters under the stairs and never spoke about them."
voices = st.sampled_from(sorted(VOICES))


def delivery(voice: str) -> torch.Tensor:
    return load_pack(voice)[:, 128:]


@settings(max_examples=20)
@given(voices, voices, voices)
def test_only_the_height_of_the_other_counts(one, other, third):
    moved = at_pitch(delivery(one), delivery(other))
    assert torch.allclose(at_pitch(moved, delivery(one)), delivery(one), atol=1e-4)
    assert torch.allclose(
        at_pitch(delivery(third), moved), at_pitch(delivery(third), delivery(other)), atol=1e-4
    )
    way = moved - delivery(one)
    assert torch.linalg.matrix_rank(way, rtol=1e-3) <= 1


def test_the_timbre_is_left_alone():
    plain, kept = (
        mix(parse_formula(f"timbre(bf_isabella) delivery(am_puck){pitch}"))
        for pitch in ("", " pitch(bf_isabella)")
    )
    assert torch.equal(plain[:, :128], kept[:, :128])
    assert torch.equal(kept[:, 128:], at_pitch(delivery("am_puck"), delivery("bf_isabella")))


@settings(max_examples=20)
@given(st.floats(0.05, 0.95).map(lambda share: round(share, 4)))
def test_pitches_mix_in_a_straight_line(share):
    rest = round(1 - share, 4)
    formula = "timbre(af_sky) delivery(am_puck) pitch({})"
    low, high, between = (
        mix(parse_formula(formula.format(pitch))).double()
        for pitch in ("am_onyx", "jf_alpha", f"am_onyx*{rest} + jf_alpha*{share}")
    )
    assert torch.allclose(between, rest * low + share * high, atol=1e-4)


def test_it_leaves_as_plain_rows(tmp_path):
    formula = "timbre(bf_isabella) delivery(am_puck) pitch(bf_isabella)"
    path = tmp_path / "kept.pt"
    write_voice_file(path, [card_of(formula)])
    rows = torch.load(path, weights_only=True)
    assert rows.shape == (510, 1, 256) and torch.equal(rows[:, 0], mix(parse_formula(formula)))


def spoken(engine, formula: str) -> tuple[float, float]:
    """Median pitch in Hz and its spread in semitones."""
    take = Take(LINE, formula, language="a")
    pitch = np.concatenate(
        [engine.plan(utterance, take.blend).pitch_hz for utterance in engine.read(take).utterances]
    )
    voiced = pitch[pitch > 60]
    return float(np.median(voiced)), float((12 * np.log2(voiced)).std())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sound", "manner"),
    [("bf_isabella", "am_puck"), ("am_puck", "bf_isabella"), ("jf_alpha", "am_onyx"),
     ("hm_omega", "af_sarah"), ("ff_siwis", "bm_fable")],
)  # fmt: skip
def test_the_model_speaks_at_the_pitch_that_was_kept(engine, sound, manner):
    own, _ = spoken(engine, sound)
    other, melody = spoken(engine, manner)
    kept, melody_kept = spoken(engine, f"timbre({sound}) delivery({manner}) pitch({sound})")
    assert abs(np.log2(kept / own)) < 2 / 12 < abs(np.log2(other / own))
    assert melody_kept == pytest.approx(melody, abs=2)

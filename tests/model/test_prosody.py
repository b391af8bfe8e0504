"""Prosody is values: what is changed in them is changed in the sound."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from kokoro_studio import Take
from kokoro_studio.errors import RequestError
from kokoro_studio.model import SAMPLES_PER_FRAME, Prosody
from kokoro_studio.text.symbols import ids
from kokoro_studio.voices import parse_formula, style_for, style_path

from ..pitch import semitones_apart

TEXT = "We were away for a year, and nobody knew where we were."


@pytest.fixture(scope="module")
def spoken(engine):
    utterance = engine.read(Take(TEXT)).utterances[0]
    blend = parse_formula("af_heart")
    return utterance, engine.plan(utterance, blend), blend


def test_durations_change_the_sound_to_the_frame(engine, spoken):
    utterance, plan, blend = spoken
    durations = plan.durations.copy()
    durations[5] += 7
    place = 2 * int(durations[:6].sum()) - 14
    longer = Prosody(
        durations,
        np.insert(plan.pitch_hz, place, [plan.pitch_hz[place]] * 14),
        np.insert(plan.energy, place, [plan.energy[place]] * 14),
    )
    before, after = (engine.render(utterance, each, blend) for each in (plan, longer))
    assert len(after) - len(before) == 7 * SAMPLES_PER_FRAME


def test_the_model_gives_contours_for_other_durations(engine, spoken):
    utterance, plan, blend = spoken
    model = engine.model
    symbol_ids = torch.tensor([0, *ids(utterance.phonemes), 0])
    delivery = style_for(style_path(blend), len(utterance.phonemes)).delivery
    # In the model's thread: other threads may compute with fewer workers, and round otherwise.
    turns = engine.renderer._turns
    encoded = turns.submit(model.encode, symbol_ids).result()
    contours = turns.submit(model.contours, encoded, plan.durations, delivery)
    pitch_hz, energy = contours.result()
    assert np.array_equal(model.durations(encoded, delivery), plan.durations)
    assert np.array_equal(pitch_hz, plan.pitch_hz) and np.array_equal(energy, plan.energy)
    doubled = model.contours(encoded, 2 * plan.durations, delivery)
    assert all(len(contour) == 4 * plan.frames for contour in doubled)


@pytest.mark.slow
@pytest.mark.parametrize("semitones", [-4, -2, 2, 4])
def test_pitch_moves_the_sound_as_far_as_it_was_moved(engine, spoken, semitones):
    utterance, plan, blend = spoken
    moved = replace(plan, pitch_hz=plan.pitch_hz * np.float32(2 ** (semitones / 12)))
    before, after = (engine.render(utterance, each, blend) for each in (plan, moved))
    assert abs(semitones_apart(before, after, plan.pitch_hz) - semitones) < 0.2


@pytest.mark.slow
def test_less_energy_is_softer_than_what_is_beside_it(engine, spoken):
    """The norms take away most of what is the same everywhere: energy tells words apart."""
    utterance, plan, blend = spoken
    energy, half = plan.energy.copy(), len(plan.energy) // 2
    energy[:half] -= 3
    sounds = [
        engine.render(utterance, each, blend) for each in (plan, replace(plan, energy=energy))
    ]
    first, second = (
        [10 * np.log10(np.square(sound[part]).sum()) for sound in sounds]
        for part in (slice(0, half * 300), slice(half * 300, None))
    )
    assert -6 < first[1] - first[0] < -2 < second[1] - second[0] < 3


@pytest.mark.parametrize(
    ("durations", "values", "says"),
    [([2, 3], 9, "10 values of pitch_hz"), ([2, 0], 4, "at least 1 frame")],
)
def test_shapes_that_do_not_fit_are_refused(durations, values, says):
    contour = np.zeros(values, dtype=np.float32)
    with pytest.raises(RequestError, match=says):
        Prosody(np.array(durations), contour, contour)


def test_a_prosody_of_another_text_is_refused(engine, spoken):
    _, plan, blend = spoken
    other = engine.read(Take("Something else entirely.")).utterances[0]
    with pytest.raises(RequestError, match="one for each phoneme"):
        engine.render(other, plan, blend)

"""Our network beside the reference implementation: same weights, same noise."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from kokoro_studio.model import draw_excitation, load_model
from kokoro_studio.model.weights import Weights, save_checkpoint
from kokoro_studio.text.symbols import ids
from kokoro_studio.voices import (
    card_of,
    load_pack,
    parse_formula,
    style_for,
    style_path,
    write_voice_file,
)

from .oracle import build_reference, capture, given_noise

pytestmark = pytest.mark.slow

SENTENCE = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ, ænd ðə dˈɔɡ sˈiz ˈɔl ʌv ɪt. "
UTTERANCES = {
    "one symbol": ("af_heart", "ə"),
    "a word": ("bm_george", "həlˈQ"),
    "a question": ("am_adam", "ˌɑɹ ju ʃˈʊɹ?"),
    "tones": ("zf_xiaobei", "ʨi→ntʰjɛ→ntʰjɛ→nʨʰi↘ xə↓n xau↓, wo↓mən ʨʰy↘ kʊ→ŋɥɛ↗n pa."),
    "nasals": ("ff_siwis", "bɔ̃ʒˈuʁ, kɔmˈɑ̃ ale vˈu?"),
    "a sentence": ("af_bella", SENTENCE.strip()),
    "a paragraph": ("af_heart", (SENTENCE * 3).strip()),
    "all there is room for": ("am_puck", (SENTENCE * 7)[:510]),
}


@pytest.fixture(scope="module")
def pair(upstream, tmp_path_factory):
    """The reference, and ours loaded from a checkpoint in the hub's layout, weight-norm and all."""
    reference = build_reference(upstream)
    path = tmp_path_factory.mktemp("hub") / "kokoro-v1_0.pth"
    state = {key: value for key, value in reference.state_dict().items() if ".norm." not in key}
    save_checkpoint(state, path)
    return reference, load_model(Weights("file", "test", "test", path))


@pytest.mark.parametrize("name", UTTERANCES)
def test_equals_the_reference(pair, name):
    reference, ours = pair
    voice, phonemes = UTTERANCES[name]
    row = load_pack(voice)[len(phonemes) - 1]
    encoded = ours.encode(torch.tensor([0, *ids(phonemes), 0]))
    plan = ours.plan(encoded, row[128:])
    excitation = draw_excitation(2 * plan.frames, seed=7)
    audio = ours.render(encoded, plan, row[:128], excitation)

    given, hook = capture(reference.decoder)
    with given_noise(excitation.noise):
        expected = reference(phonemes, row[None], return_output=True)
    hook.remove()
    _, pitch_hz, energy, _ = given

    assert plan.durations.tolist() == expected.pred_dur.flatten().tolist()
    assert np.abs(plan.pitch_hz - pitch_hz[0].numpy()).max() <= 1e-4
    assert np.abs(plan.energy - energy[0].numpy()).max() <= 1e-4
    assert audio.shape == expected.audio.shape
    assert (audio - expected.audio).abs().max() <= 1e-4


def test_an_exported_mix_is_the_same_voice_to_the_reference(pair, tmp_path):
    """A mix with its halves apart, through the `.pt` that leaves the studio."""
    reference, ours = pair
    formula = "timbre(af_heart*0.6 + bf_emma*0.4) delivery(am_puck*0.7 + af_heart*0.3)"
    write_voice_file(tmp_path / "mine.pt", [card_of(formula)])
    pack = torch.load(tmp_path / "mine.pt", weights_only=True)
    phonemes = UTTERANCES["a sentence"][1]
    style = style_for(style_path(parse_formula(formula)), len(phonemes))
    encoded = ours.encode(torch.tensor([0, *ids(phonemes), 0]))
    plan = ours.plan(encoded, style.delivery)
    excitation = draw_excitation(2 * plan.frames, seed=7)
    audio = ours.render(encoded, plan, style.timbre, excitation)
    with given_noise(excitation.noise):
        expected = reference(phonemes, pack[len(phonemes) - 1], return_output=True)
    assert plan.durations.tolist() == expected.pred_dur.flatten().tolist()
    assert (audio - expected.audio).abs().max() <= 1e-4

"""Windows of an utterance beside the whole of it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from bench.fit_statistics import compare
from kokoro_studio.model import draw_excitation, vocoder
from kokoro_studio.model.snake import moments
from kokoro_studio.text.symbols import ids
from kokoro_studio.voices import load_pack

pytestmark = pytest.mark.slow

PHONEMES = "ðə kwˈɪk bɹˈWn fˈɑks ʤˈʌmps ˈOvəɹ ðə lˈAzi dˈɔɡ, ænd ðə dˈɔɡ sˈiz ˈɔl ʌv ɪt."
ROUNDING = 1e-5  # of float32 sums in another order


@pytest.fixture(scope="module")
def asked(engine):
    """Arguments of `render` and `stream` for one sentence."""
    row = load_pack("af_heart")[len(PHONEMES) - 1]
    encoded = engine.model.encode(torch.tensor([0, *ids(PHONEMES), 0]))
    prosody = engine.model.plan(encoded, row[128:])
    return encoded, prosody, row[:128], draw_excitation(2 * prosody.frames, seed=3)


def windows(asked, size: int) -> list[tuple[int, int]]:
    end = 2 * asked[1].frames
    return [(start, min(start + size, end)) for start in range(0, end, size)]


def stream(model, asked, size: int) -> torch.Tensor:
    return torch.cat(list(model.stream(*asked, windows(asked, size))))


@pytest.mark.parametrize("size", [10, 32, 150])
def test_with_the_true_statistics_a_window_is_a_part_of_the_whole(engine, asked, monkeypatch, size):
    model, seen = engine.model, {}
    hooks = [
        snake.register_forward_pre_hook(lambda s, given: seen.update({s.place: moments(given[0])}))
        for snake in model.decoder.generator.snakes
    ]
    whole = model.render(*asked)
    for hook in hooks:
        hook.remove()
    true = [seen[place] for place in sorted(seen)]
    monkeypatch.setattr(model.statistics, "forward", lambda *_: true)
    assert (stream(model, asked, size) - whole).abs().max() <= ROUNDING


def test_windows_of_any_size_join_to_the_same_sound(engine, asked):
    one, other = (stream(engine.model, asked, size) for size in (32, 110))
    assert (one - other).abs().max() <= ROUNDING


@pytest.mark.parametrize("context", ["CONTEXT", "LAST_CONTEXT"])
def test_less_context_would_be_heard_at_the_joins(engine, asked, monkeypatch, context):
    """So the contexts are not larger than they have to be by much."""
    expected = stream(engine.model, asked, 40)
    monkeypatch.setattr(vocoder, context, getattr(vocoder, context) // 2)
    assert (stream(engine.model, asked, 40) - expected).abs().max() > 10 * ROUNDING


@pytest.mark.parametrize("voice", ["af_heart", "bm_george", "ff_siwis", "jf_alpha", "zm_yunxi"])
def test_predicted_statistics_are_near_the_true_ones(engine, asked, voice):
    """The measure over all voices and languages is bench/prosody.py; this is a coarse net."""
    encoded = asked[0]
    row = load_pack(voice)[len(PHONEMES) - 1]
    prosody = engine.model.plan(encoded, row[128:])
    given = encoded, prosody, row[:128], draw_excitation(2 * prosody.frames, seed=0)
    distance, level = compare(
        engine.model.render(*given).numpy(), stream(engine.model, given, 64).numpy()
    )
    assert distance < 2 and abs(level) < 1


def test_a_checkpoint_of_ones_own_is_not_streamed(tmp_path, upstream):
    from kokoro_studio.model import find_weights, load_model
    from kokoro_studio.model.weights import save_checkpoint

    save_checkpoint(upstream, tmp_path / "tuned.pth")
    found = find_weights(str(tmp_path / "tuned.pth"))
    assert not found.known and load_model(found).statistics is None


def test_statistics_are_a_function_of_the_utterance_alone(engine, asked):
    first = stream(engine.model, asked, 64)
    engine.model.render(*asked)
    assert torch.equal(stream(engine.model, asked, 64), first)
    assert np.isfinite(first.numpy()).all()

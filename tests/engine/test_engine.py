from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest

from kokoro_studio import Take, load_engine
from kokoro_studio.engine import join_windows, manifest, take_from_manifest
from kokoro_studio.errors import RequestError, StudioError, TextError, VoiceError
from kokoro_studio.text import phonemizing
from kokoro_studio.text.reading import read_line
from kokoro_studio.voices import parse_formula

TWO = "The first sentence is here.\n\nThe second one follows."


def speak(engine, take):
    segments = list(engine.speak(take))
    return np.concatenate([segment.audio for segment in segments]), segments


@pytest.mark.parametrize(
    ("voice", "text", "recogniser", "expected"),
    [
        ("af_heart", "The weather is nice today.", "en", "the weather is nice today"),
        ("af_heart*0.6 + bf_emma*0.4", "We walk to the park.", "en", "we walk to the park"),
        ("timbre(bm_george) delivery(af_bella)", "It is cold.", "en", "it is cold"),
    ],
)
def test_says_what_it_is_given(engine, transcribe, voice, text, recogniser, expected):
    audio, _ = speak(engine, Take(text, voice))
    assert transcribe(audio, recogniser) == expected


@pytest.mark.parametrize(
    ("voice", "text"),
    [
        ("bf_emma", "Good morning to you."),
        ("ef_dora", "Buenos días a todos."),
        ("ff_siwis", "Bonjour à tous."),
        ("hf_alpha", "नमस्ते दोस्तों।"),
        ("if_sara", "Buongiorno a tutti."),
        ("jf_alpha", "おはようございます。"),
        ("pf_dora", "Bom dia a todos."),
        ("zf_xiaobei", "大家早上好。"),
    ],
)
def test_speaks_each_language_with_words_in_time(engine, voice, text):
    audio, segments = speak(engine, Take(text, voice))
    assert 0.7 < len(audio) / 24_000 < 4
    assert 0.05 < np.abs(audio).max() <= 1
    tokens = [token for segment in segments for token in segment.tokens]
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    times = [time for token in tokens for time in (token.start_seconds, token.end_seconds)]
    assert times == sorted(times)
    assert times[0] >= 0 and times[-1] <= len(audio) / 24_000
    assert all(token.end_seconds > token.start_seconds for token in tokens if token.text.isalpha())


def test_the_same_take_is_the_same_sound_alone_and_in_a_crowd(engine):
    takes = [Take(f"Number {n} speaks.", seed=n % 3) for n in range(4)] * 2
    alone = {take: speak(engine, take)[0] for take in set(takes)}
    with ThreadPoolExecutor(8) as pool:
        crowd = list(pool.map(lambda take: speak(engine, take)[0], takes))
    for take, audio in zip(takes, crowd, strict=True):
        assert np.array_equal(audio, alone[take])


def test_the_seed_changes_the_grain_and_not_the_timing(engine):
    one, first = speak(engine, Take("A short line.", seed=1))
    two, second = speak(engine, Take("A short line.", seed=2))
    assert not np.array_equal(one, two)
    assert [t.start_seconds for t in first[0].tokens] == [t.start_seconds for t in second[0].tokens]


def test_editing_one_sentence_leaves_the_other_alone(engine):
    before = list(engine.record(Take(TWO)))
    after = list(engine.record(Take(TWO.replace("first", "fifth"))))
    assert len(before) == len(after) == 2
    assert not np.array_equal(before[0].audio, after[0].audio)
    assert np.array_equal(before[1].audio, after[1].audio)


@pytest.mark.slow
def test_joins_do_not_click(engine):
    audio, segments = speak(engine, Take(TWO))
    segments = join_windows(segments)
    for segment in segments:
        assert abs(segment.audio[0]) < 1e-3 and abs(segment.audio[-1]) < 1e-3
    seam = round(segments[1].start_seconds * 24_000)
    assert np.abs(np.diff(audio[seam - 240 : seam + 240])).max() < 0.01
    assert np.abs(audio[seam - 2400 : seam]).max() < 1e-3  # the pause


def pitch_by_quarters(engine, voice: str) -> list[float]:
    """Median Hz of the voiced frames in each quarter of an utterance."""
    text = "The old lighthouse stood at the end of the road, and its light came on."
    take = Take(text, voice)
    (utterance,) = engine.read(replace(take, voice="af_heart -> am_adam")).utterances
    pitch = engine.plan(utterance, take.blend).pitch_hz
    return [float(np.median(part[part > 60])) for part in np.array_split(pitch, 4)]


@pytest.mark.slow
def test_a_morph_moves_from_one_voice_to_the_other_within_the_utterance(engine):
    heart, adam = (pitch_by_quarters(engine, voice) for voice in ("af_heart", "am_adam"))
    morph = pitch_by_quarters(engine, "af_heart -> am_adam")
    share = [
        (high - between) / (high - low)
        for high, low, between in zip(heart, adam, morph, strict=True)
    ]
    assert share[0] < 0.5 < share[3]
    assert share[3] - share[0] > 0.3


def test_a_morph_between_equals_is_the_voice_itself(engine):
    take = Take("Nothing moves here.")
    (utterance,) = engine.read(take).utterances
    still, steady = parse_formula("af_heart -> af_heart"), parse_formula("af_heart")
    plan, expected = (engine.plan(utterance, blend) for blend in (still, steady))
    assert np.array_equal(plan.durations, expected.durations)
    assert np.abs(plan.pitch_hz - expected.pitch_hz).max() < 0.01
    one, other = (engine.render(utterance, expected, blend) for blend in (still, steady))
    assert np.abs(one - other).max() < 1e-3


def test_a_morph_has_no_seams(engine, transcribe):
    take = Take("I begin as one person and end as another.", "af_heart -> am_adam")
    audio, (segment,) = speak(engine, take)
    assert transcribe(audio) == "i begin as one person and end as another"
    recipe = manifest(engine.read(take), engine, [segment])
    assert recipe["voice"]["formula"] == "af_heart -> am_adam"


def test_a_long_text_is_spoken_while_it_is_read(engine, monkeypatch):
    read = []
    monkeypatch.setattr(
        phonemizing, "read_line", lambda line, *rest: read.append(line) or read_line(line, *rest)
    )
    reading = engine.read(Take("It was late, and nobody came. " * 400))
    assert next(engine.speak(reading)).index == 0
    assert sum(map(len, read)) < 1_500
    assert next(engine.speak(Take("🎉 " * 100))).seconds == pytest.approx(0.2)


def test_a_text_is_read_once_however_it_is_used(engine, monkeypatch):
    read = []
    monkeypatch.setattr(
        phonemizing, "read_line", lambda line, *rest: read.append(line) or read_line(line, *rest)
    )
    reading = engine.read(Take("One line.\nAnd another 🎉."))
    segments = list(engine.speak(reading))
    manifest(reading, engine, list(engine.exact(reading, segments)))
    assert [skip.text for skip in reading.skipped] == ["🎉"]
    assert read == ["One line.", "And another 🎉."]


def test_speed_is_in_the_result(engine):
    text = "This line is spoken at three speeds."
    seconds = {speed: len(speak(engine, Take(text, speed=speed))[0]) for speed in (0.7, 1, 1.6)}
    assert seconds[0.7] > 1.2 * seconds[1] and seconds[1] > 1.2 * seconds[1.6]


def test_phonemes_are_spoken_as_such(engine, transcribe):
    take = Take("ignored", phonemes="ɡˈʊd mˈɔɹnɪŋ, maɪ fɹˈɛnd. 🎉")
    assert [skip.text for skip in engine.read(take).skipped] == ["🎉"]
    assert transcribe(speak(engine, take)[0]).startswith("good morning")


def test_stops_when_told(engine):
    engine.forget()
    heard = []
    for segment in engine.speak(Take(TWO), cancelled=lambda: bool(heard)):
        heard.append(segment)
    assert len(heard) == 1 and not heard[0].ends  # within the first sentence


def test_a_take_comes_back_from_its_manifest(engine):
    take = Take("Keep this one.", "af_heart*0.6 + bf_emma*0.4", speed=1.1, seed=9)
    audio, segments = speak(engine, take)
    recipe = manifest(engine.read(take), engine, segments)
    assert recipe["voice"]["formula"] == take.voice and len(recipe["voice"]["sha256"]) == 64
    assert recipe["weights"] == engine.weights.id
    again = take_from_manifest(recipe)
    assert again == take
    assert np.array_equal(speak(engine, again)[0], audio)
    for broken in ({}, [], {"format": "kokoro-studio-take/1"}, recipe | {"take": {"txt": 1}}):
        with pytest.raises(RequestError):
            take_from_manifest(broken)


def test_one_engine_for_all():
    with ThreadPoolExecutor(8) as pool:
        engines = set(pool.map(lambda _: id(load_engine("cpu", "bundled")), range(16)))
    assert len(engines) == 1


@pytest.mark.parametrize(
    ("change", "kind", "says"),
    [
        ({"text": ""}, TextError, "nothing to speak"),
        ({"text": "  \n "}, TextError, "nothing to speak"),
        ({"text": "a" * 100_000}, TextError, "at most 50,000"),
        ({"text": "ошибка"}, TextError, "cannot read"),
        ({"voice": "af_nobody"}, VoiceError, "no voice"),
        ({"voice": "af_heart*"}, VoiceError, "character 10"),
        ({"language": "x"}, TextError, "Brazilian Portuguese"),
        ({"speed": float("nan")}, RequestError, "0.25 to 4"),
        ({"speed": 9}, RequestError, "0.25 to 4"),
        ({"seed": -1}, RequestError, "0 to"),
        ({"seed": 1.5}, RequestError, "0 to"),
        ({"phonemes": " "}, TextError, "nothing to speak"),
    ],
)
def test_bad_input_gets_one_sentence(engine, change, kind, says):
    with pytest.raises(kind, match=says) as caught:
        next(engine.speak(replace(Take("Good."), **change)))
    assert isinstance(caught.value, StudioError) and "\n" not in str(caught.value)


def test_mixed_scripts_are_spoken_or_listed(engine):
    reading = engine.read(Take("Hello мир and 🎉 goodbye"))
    assert [(skip.text, skip.start) for skip in reading.skipped] == [("мир", 6), ("🎉", 14)]
    assert reading.utterances

"""The page's handlers as plain functions: no browser, no server."""

from __future__ import annotations

import base64
import io
import json
from dataclasses import fields
from pathlib import Path

import gradio as gr
import numpy as np
import pytest
import soundfile

from kokoro_studio.engine import Pauses, Take
from kokoro_studio.engine.describing import describe_voice
from kokoro_studio.errors import RequestError, TextError, VoiceError
from kokoro_studio.listening.room import ListeningRoom
from kokoro_studio.text import LANGUAGES, MAX_CHARACTERS
from kokoro_studio.ui.endpoints import api_phonemes, api_speak, api_voices
from kokoro_studio.ui.page import build_app
from kokoro_studio.ui.shell.answers import numbered
from kokoro_studio.ui.shell.failures import tell_mistakes
from kokoro_studio.ui.shell.memory import MOST_KEPT, recall
from kokoro_studio.ui.shell.messages import VoiceChosen, on_message
from kokoro_studio.ui.shell.takes import Takes
from kokoro_studio.ui.shell.theme import LANGUAGE_COLOURS
from kokoro_studio.ui.speak.asides import hear_aside
from kokoro_studio.ui.speak.examples import EXAMPLES, is_example
from kokoro_studio.ui.speak.handlers import (
    describe_skips,
    reading_key,
    speak,
    write_recipe,
    write_sound,
)
from kokoro_studio.ui.speak.layout import SpeakTab, build_speak_tab
from kokoro_studio.ui.speak.messages import MixRows, SpeakRequest, WordRespelled
from kokoro_studio.ui.speak.mixer import (
    blend_of_rows,
    mix_rows,
    mixed,
    read_formula,
    tidy_formula,
)
from kokoro_studio.ui.speak.options import Options, options_value
from kokoro_studio.ui.speak.picker import (
    add_voice,
    language_rows,
    pick_voice,
    released_rows,
    text_for,
)
from kokoro_studio.ui.speak.preview import respell, respell_word, show_reading, start_editing
from kokoro_studio.voices import VOICES, format_blend, parse_formula, whole_shares


def test_every_language_has_an_example_a_colour_and_voices():
    assert set(EXAMPLES) == set(LANGUAGES) == set(LANGUAGE_COLOURS)
    assert {row["language"] for row in released_rows()} == {row["code"] for row in language_rows()}
    assert len(released_rows()) == len(VOICES)
    for example in EXAMPLES.values():
        assert example.voice in VOICES


@pytest.mark.parametrize("code", LANGUAGES)
def test_examples_are_spoken_whole(engine, code):
    reading = engine.read(Take(EXAMPLES[code].text, EXAMPLES[code].voice))
    assert reading.utterances and not reading.skipped


def test_choosing_a_voice_takes_its_example_along_but_never_a_persons_text():
    assert pick_voice(VoiceChosen("ff_siwis")) == "ff_siwis"
    assert text_for(EXAMPLES["a"].text, VoiceChosen("ff_siwis")) == EXAMPLES["f"].text
    assert text_for("My own words.", VoiceChosen("ff_siwis")) == "My own words."
    assert is_example("  ") and not is_example("Hello.")
    with pytest.raises(VoiceError):
        pick_voice(VoiceChosen("../../etc/passwd"))


def test_adding_voices_gives_equal_shares():
    two = add_voice("af_heart", VoiceChosen("bf_emma"))
    assert two == "af_heart*0.5 + bf_emma*0.5"
    three = parse_formula(add_voice(two, VoiceChosen("am_puck")))
    assert [voice for voice, _ in three.timbre] == ["af_heart", "bf_emma", "am_puck"]
    assert all(abs(weight - 1 / 3) < 0.002 for _, weight in three.timbre)
    assert add_voice(two, VoiceChosen("bf_emma")) == two
    assert add_voice("nonsense(", VoiceChosen("bf_emma")) == "bf_emma"


@pytest.mark.parametrize(
    ("rows", "formula"),
    [
        ([["af_heart", 0.6], ["bf_emma", 0.4]], "af_heart*0.6 + bf_emma*0.4"),
        ([["af_heart", 1], ["bf_emma", 1], ["am_puck", 1]],
         "af_heart*0.334 + bf_emma*0.333 + am_puck*0.333"),
        ([["af_heart", 1], ["bf_emma", 0]], "af_heart"),
        ([["af_heart", 0.5], ["af_heart", 0.5]], "af_heart"),
    ],
)  # fmt: skip
def test_sliders_write_readable_formulas(rows, formula):
    assert format_blend(blend_of_rows(rows)) == formula
    assert mix_rows(MixRows.read({"rows": rows, "edit": 1})) == formula


def test_sliders_at_zero_are_a_sentence_not_a_crash():
    with pytest.raises(gr.Error, match="raise at least one"):
        mix_rows(MixRows((("af_heart", 0.0),)))
    for rows in ("not rows", [["af_heart"]], [["af_heart", "1"]], None):
        with pytest.raises(RequestError, match="reload the page"):
            MixRows.read({"rows": rows})


def test_the_answer_to_a_change_has_its_number_also_when_it_is_refused():
    answer = numbered(VoiceChosen.read, add_voice)
    sent = {"voice": "bf_emma", "edit": 7}
    assert answer(gr.EventData(None, sent), "af_heart") == {
        "edit": 7, "formula": "af_heart*0.5 + bf_emma*0.5",
    }  # fmt: skip
    assert "no_body" in answer(gr.EventData(None, sent | {"voice": "no_body"}), "af_heart")["error"]
    malformed = answer(gr.EventData(None, {"edit": 8}), "af_heart")
    assert malformed["edit"] == 8 and "reload the page" in malformed["error"]
    assert "error" in answer(gr.EventData(None, None), "af_heart")


def test_a_word_s_new_phonemes_are_read_from_the_page():
    sent = {"start": 4, "end": 10, "phonemes": "kˈOkəɹO"}
    respelled = on_message(WordRespelled.read, respell_word)
    told = respelled(gr.EventData(None, sent), "Say Kokoro now.")
    assert told == "Say [Kokoro](/kˈOkəɹO/) now."
    for wrong in ({"start": "four"}, {"end": None}, {"phonemes": 1}):
        with pytest.raises(RequestError):
            WordRespelled.read(sent | wrong)


def test_formulas_fill_the_rows_or_say_what_is_wrong_and_where():
    picker, mix = read_formula("bf_emma:40,af_heart:60")
    assert picker["selected"] == ["bf_emma", "af_heart"]
    assert mix["rows"] == [["bf_emma", 0.4], ["af_heart", 0.6]] and not mix["locked"]
    _, wrong = read_formula("af_heart*0.6 + bf_ema*0.4")
    assert wrong["problem"]["position"] == 15 and "bf_emma" in wrong["problem"]["sentence"]
    assert mixed("timbre(af_heart) delivery(am_puck)")["locked"]
    assert mixed("af_heart - am_adam*0.3")["locked"]
    assert tidy_formula("af_heart:60,bf_emma:40") == "af_heart*0.6 + bf_emma*0.4"
    for settled in ("af_hea", "af_heart"):  # nothing is sent back, for sliders may have moved on
        assert tidy_formula(settled) == settled


def test_shares_add_up():
    for weights in (
        {"a": 1.0},
        {"a": 0.998, "b": 0.001, "c": 0.001},
        dict.fromkeys("abcdefg", 1.0),
    ):
        shares = whole_shares(weights, 100)
        assert sum(shares.values()) == 100 and min(shares.values()) >= 1


def test_voices_in_words():
    assert describe_voice("af_heart") == "Heart · American English"
    assert describe_voice("af_heart*0.6 + bf_emma*0.4") == "60% Heart + 40% Emma"
    assert describe_voice("af_heart*0.545 + bf_emma*0.455") == "55% Heart + 45% Emma"
    assert describe_voice("af_heart - am_adam*0.3") == "100% Heart − 30% Adam"
    assert "delivery Puck" in describe_voice("timbre(af_heart) delivery(am_puck)")
    assert describe_voice("af_heart*0.5 + bf_emma*0.5 -> am_puck @slerp") == (
        "50% Heart + 50% Emma → Puck · American English"
    )


def test_the_preview_marks_what_is_silent_and_what_is_guessed(engine):
    text = "Hello 🎉 blorfing friend."
    shown = show_reading(engine, text, "af_heart", "", "", False)
    words = {word["text"]: word for word in shown["words"]}
    assert words["🎉"]["silent"] == "an emoji" and not words["Hello"]["silent"]
    assert words["blorfing"]["guessed"] and not words["friend"]["guessed"]
    assert shown["silent"] == "1 thing will not be spoken: 🎉 (an emoji)"
    assert all(text[w["start"] : w["end"]] == w["text"] for w in shown["words"])
    assert "".join(w["text"] + w["after"] for w in shown["words"]) == text
    assert shown["key"] == reading_key(Take(text))
    json.dumps(shown)


def test_the_preview_handles_empty_malformed_and_long_texts(engine):
    assert show_reading(engine, "", "af_heart", "", "", False)["words"] == []
    assert show_reading(engine, "Bonjour", "ff_siwi", "", "", False)["language"] == "fr"
    book = "A short sentence. " * 1000
    shown = show_reading(engine, book, "af_heart", "", "", False)
    assert sum(len(word["text"]) for word in shown["words"]) < 3000
    assert "characters are spoken too" in shown["silent"]
    assert show_reading(engine, "x", "af_heart", "", "həlˈO wˈɜɹld", True)["phonemic"]


def test_editing_opens_with_the_phonemes_of_the_text(engine):
    box = start_editing(engine, "Hello.", "af_heart", "", True)
    assert box["visible"] and box["value"] == engine.read(Take("Hello.")).phonemes
    assert start_editing(engine, "Hello.", "af_heart", "", False)["visible"] is False
    restored = start_editing(engine, "Hello.", "af_heart", "", True, "həlˈO")
    assert restored["visible"] and "value" not in restored


def test_respelling_a_word_writes_and_removes_the_markup():
    once = respell("Say Kokoro now.", 4, 10, "kˈOkəɹO")
    assert once == "Say [Kokoro](/kˈOkəɹO/) now."
    assert respell(once, 5, 11, "kOkˈOɹO") == "Say [Kokoro](/kOkˈOɹO/) now."
    assert respell(once, 5, 11, "") == "Say Kokoro now."
    assert respell("Say Kokoro now.", 40, 50, "x") == "Say Kokoro now."
    assert respell("Say Koko-\nro now.", 4, 12, "x") == "Say [Kokoro](/x/) now."
    with pytest.raises(TextError):
        respell("Say Kokoro now.", 4, 10, "a/)b")


def test_memory_is_checked_like_any_other_input():
    good = {"text": "Hi", "voice": "bf_emma", "language": "b", "speed": 1.5, "seed": 7,
            "format": "mp3", "mix": "bf_lily", "line": "So.",
            "options": {"equal_loudness": True, "pauses": {"before": 2}}}  # fmt: skip
    options = options_value(Options(Pauses(before=2), equal_loudness=True))
    told = ("Hi", "bf_emma", "b", 1.5, 7, "mp3", "bf_lily", "So.", options, "")
    assert recall(good) == told
    bad = {"text": 3, "voice": 5, "language": "xx", "speed": True, "seed": -1, "format": "exe",
           "mix": ["x"], "line": 5, "options": {"sample_rate": 1}}  # fmt: skip
    first = ("af_heart", "", 1.0, 0, "wav", "af_heart", "", options_value(), "")
    assert recall(bad)[1:] == recall(None)[1:] == first
    assert recall({"text": "x" * (MOST_KEPT + 1)})[0] == EXAMPLES["a"].text


def test_text_and_formula_with_mistakes_are_remembered():
    long = "x" * (MAX_CHARACTERS + 1)
    assert recall({"text": long, "voice": "af_heart*"})[:2] == (long, "af_heart*")


def test_every_handler_tells_a_mistake_by_its_sentence():
    def stumble() -> None:
        raise VoiceError("There is no such voice.")

    with gr.Blocks() as demo:
        gr.Button().click(stumble, queue=False)
    tell_mistakes(demo)
    (handler,) = [each.fn for each in demo.fns.values()]
    with pytest.raises(gr.Error, match="no such voice"):
        handler()


def test_the_studio_tells_the_mistakes_of_all_its_handlers(engine):
    with pytest.raises(gr.Error, match="no_body"):
        [call] = [
            each.fn
            for each in build_app(engine, ListeningRoom(engine)).fns.values()
            if each.fn and each.fn.__name__ == "another_sentence"
        ]
        call("no_body", "")


def test_a_word_is_heard_aside(engine):
    word = SpeakRequest("", "af_heart", phonemes="bˈɪɡ", editing=True)
    samples, rate = soundfile.read(io.BytesIO(base64.b64decode(hear_aside(engine, word))))
    assert rate == 24_000 and 0.2 < len(samples) / rate < 2 and np.abs(samples).max() > 0.05
    with pytest.raises(gr.Error, match="no_body"):
        hear_aside(engine, SpeakRequest("Hi.", "no_body"))


def collect(engine, takes, request):
    return [message for message, _ in speak(engine, takes, request)]


def token_of_first_chunk(stream):
    return next(token for message, token in stream if message["kind"] == "chunk")


def test_speaking_streams_the_same_sound_as_the_engine(engine):
    takes = Takes()
    engine.warm_up()
    messages = collect(engine, takes, SpeakRequest("Hello there.", "af_heart", seed=3))
    *chunks, end = messages
    assert chunks[0]["opens"]["voice"] == "Heart · American English"
    assert not any("opens" in chunk for chunk in chunks[1:])
    assert end["last"] == chunks[-1]
    assert [chunk["seq"] for chunk in chunks] == list(range(end["sent"])) and end["whole"]
    heard = np.concatenate(
        [np.frombuffer(base64.b64decode(chunk["pcm"]), np.int16) for chunk in chunks]
    )
    made = np.concatenate([s.audio for s in engine.speak(Take("Hello there.", seed=3))])
    assert len(heard) == len(made) and np.abs(heard / 32767 - made).max() < 1e-3
    words = [word for chunk in chunks for word in chunk["words"]]
    assert [word["text"] for word in words][:2] == ["Hello", "there"]
    assert words[0]["from"] < words[0]["to"] <= words[1]["to"] <= len(made) / 24_000


@pytest.mark.parametrize("format", ["wav", "flac", "mp3", "ogg", "opus"])
def test_a_take_can_be_had_in_every_format_with_its_manifest(engine, spoken, format):
    takes, token = spoken
    sound, recipe = write_sound(engine, takes, token, format), write_recipe(engine, takes, token)
    samples, rate = soundfile.read(sound)
    manifest = json.loads(Path(recipe).read_text(encoding="utf-8"))
    assert abs(len(samples) / rate - manifest["seconds"]) < 0.2
    assert manifest["take"]["text"] == "Good day." and manifest["voice"]["sha256"]


@pytest.fixture(scope="module")
def spoken(engine):
    takes = Takes()
    *_, (_, token) = speak(engine, takes, SpeakRequest("Good day.", "af_heart"))
    return takes, token


def test_nobody_elses_take_can_be_had(engine, spoken):
    takes, _ = spoken
    for write in (write_sound, write_recipe):
        assert write(engine, takes, "guess", "wav") is None
        assert write(engine, takes, None, "wav") is None


def test_stopping_ends_the_rendering_and_keeps_what_was_made(engine):
    takes = Takes()
    text = "One.\n\nTwo.\n\nThree.\n\nFour."
    stream = speak(engine, takes, SpeakRequest(text, "af_heart"))
    token = token_of_first_chunk(stream)
    takes.cancel(token)
    rest = [message["kind"] for message, _ in stream]
    assert rest[-1] == "end" and len(takes.get(token).segments) == 1
    assert write_sound(engine, takes, token, "wav")


def test_leaving_ends_the_rendering(engine):
    takes = Takes()
    stream = speak(engine, takes, SpeakRequest("One.\n\nTwo.", "af_heart"))
    token = token_of_first_chunk(stream)
    stream.close()
    assert takes.get(token).cancelled and len(takes.get(token).segments) == 1


def test_a_cold_model_is_told_of_before_the_first_sound(engine):
    cold = Failing(engine)
    cold.warm = False
    messages = speak(cold, Takes(), SpeakRequest("One.", "af_heart"), request_id=5)
    assert next(messages) == ({"kind": "loading", "request_id": 5}, None)
    assert next(messages)[0]["opens"]["seed"] == 0


class Failing:
    """An engine that speaks once and then finds the text at fault."""

    def __init__(self, engine):
        self.engine, self.warm, self.read = engine, True, engine.read

    def speak(self, reading, cancelled):
        yield next(self.engine.speak(reading))
        raise TextError("The second half cannot be spoken.")


def test_an_error_midway_keeps_what_was_made(engine):
    messages = []
    with pytest.raises(gr.Error, match="second half"):
        for message, _ in speak(Failing(engine), Takes(), SpeakRequest("One.", "af_heart")):
            messages.append(message)
    assert messages[-1]["kind"] == "end" and not messages[-1]["whole"] and messages[-1]["sent"]


@pytest.mark.parametrize(
    ("text", "voice", "says"),
    [
        ("", "af_heart", "nothing to speak"),
        ("мир", "af_heart", "script"),
        ("[pause:soon] Hello", "af_heart", "1.5s"),
        ("x" * (MAX_CHARACTERS + 1), "af_heart", "at most"),
        ("Hello", "af_hart", "af_heart"),
    ],
)
def test_mistakes_are_one_sentence(engine, text, voice, says):
    with pytest.raises(gr.Error, match=says):
        collect(engine, Takes(), SpeakRequest(text, voice))


def test_the_page_speaks_marked_text_with_its_pauses(engine):
    text = "Hello [PAUSE:1s] there. [voice:am_adam] Good night."
    messages = collect(engine, Takes(), SpeakRequest(text, "af_heart"))
    words = [word for message in messages for word in message.get("words", ())]
    words = [word for word in words if word["text"].isalnum()]
    assert [word["text"] for word in words] == ["Hello", "there", "Good", "night"]
    assert [text[word["start"] : word["end"]] for word in words] == [w["text"] for w in words]
    assert words[1]["from"] > words[0]["to"] + 1
    assert messages[-1]["whole"] and messages[-1]["skipped"] == ""


def test_the_page_answers_a_wordless_text_with_silence_and_its_reason(engine):
    messages = collect(engine, Takes(), SpeakRequest("🎉", "af_heart"))
    sound = b"".join(base64.b64decode(m["pcm"]) for m in messages if m["kind"] == "chunk")
    assert len(sound) == 2 * 4_800 and not any(sound)
    assert "an emoji" in messages[-1]["skipped"]


def test_the_reading_shows_words_and_no_tags(engine):
    text = "Hello [pause:1s] there."
    words = show_reading(engine, text, "af_heart", "", "", False)["words"]
    words = [word for word in words if word["text"]]
    assert [word["text"] for word in words] == ["Hello", "there", "."]
    assert [text[word["start"] : word["end"]] for word in words] == ["Hello", "there", "."]


def test_phonemes_are_spoken_instead_of_the_text():
    asked = SpeakRequest("Hello", "af_heart", "", 1.2, 5.0, "həlˈO", True)
    assert asked.take() == Take("Hello", "af_heart", None, 1.2, 5, "həlˈO")
    assert SpeakRequest("Hello", "af_heart", "b", 1, 0, "həlˈO").take().phonemes is None


def test_the_controls_of_the_tab_are_those_of_a_request_in_the_same_order():
    with gr.Blocks():
        tab = build_speak_tab()
    names = {id(getattr(tab, each.name)): each.name for each in fields(SpeakTab)}
    shown = [names[id(control)] for control in tab.request]
    asked = ["formula" if each.name == "voice" else each.name for each in fields(SpeakRequest)]
    assert shown == asked


def test_the_studio_lets_old_takes_go(engine):
    takes = Takes()
    first, _ = takes.add(engine.read(Take("1")))
    for _ in range(300):
        last, _ = takes.add(engine.read(Take("2")))
    assert takes.get(first) is None and takes.get(last) is not None


def test_file_names_are_plain(engine):
    take = Take("../../Étude: no. 1\n", "af_heart*0.6 + bf_emma*0.4")
    _, spoken = Takes().add(engine.read(take))
    assert set(spoken.file_stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_the_named_calls(engine):
    assert len(api_voices()) == len(VOICES)
    reply = api_phonemes(engine, "Hello 🎉", "a")
    assert reply["phonemes"].startswith("həlˈO") and reply["skipped"][0]["reason"] == "an emoji"
    json.dumps(reply)
    sound, recipe = api_speak(engine, Takes(), "Hi.", format="flac")
    assert sound.endswith(".flac") and recipe.endswith(".json")
    takes = Takes()
    _, recipe = api_speak(engine, takes, "Hi. [pause:2s] [voice:am_adam] You.")
    you, _ = json.loads(Path(recipe).read_text("utf-8"))["segments"][-1]["tokens"]
    assert you["text"] == "You" and you["start_seconds"] > 2
    assert api_phonemes(engine, "Hello [pause:1s] there", "a")["phonemes"] == "həlˈO ðˈɛɹ"
    with pytest.raises(gr.Error, match="format"):
        api_speak(engine, Takes(), "Hi.", format="exe")


def test_skips_are_counted_and_named(engine):
    reading = engine.read(Take("a🎉b🎈c🎂d🎁e🎀 well"))
    assert describe_skips(reading.skipped).startswith("5 things will not be spoken: 🎉")
    assert describe_skips(reading.skipped).endswith("…")
    assert describe_skips(()) == ""

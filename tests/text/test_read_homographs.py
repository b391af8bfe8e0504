"""English homographs in sentences: the sound of a word is that of its sense there."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from kokoro_studio.text import phonemize
from kokoro_studio.text.g2p.homographs import Word
from kokoro_studio.text.g2p.homographs.choosing import TABLE, best, by_part_of_speech
from kokoro_studio.text.g2p.homographs.context import Context
from kokoro_studio.text.g2p.homographs.senses import Sense, read_table, weights
from kokoro_studio.text.symbols import SYMBOLS

_ROWS = Path(__file__).parents[1] / "data" / "reading" / "homographs.tsv"
_WORDS = re.compile(r"[^\s.,;:!?—…\"()“”]+")

# In a sentence, and the counter-example of the same word in its other sense.
AMERICAN = {
    "A lead pipe burst.": "lˈɛd",
    "A lead actor fell ill.": "lˈid",
    "They found lead in the soil.": "lˈɛd",
    "They found a lead in the case.": "lˈid",
    "We had a blazing row with the neighbors.": "ɹˈW",
    "We sat in the back row.": "ɹˈO",
    "Turn up the bass guitar.": "bˈAs",
    "He hooked a striped bass.": "bˈæs",
    "I live in Reading.": "ɹˈɛdɪŋ",
    "I like reading in bed.": "ɹˈidɪŋ",
    "Reading is my favorite hobby.": "ɹˈidɪŋ",
    "She read it yesterday.": "ɹˈɛd",
    "She can read it today.": "ɹˈid",
    "This read-only file is old.": "ɹˈidˌOnli",
    "Well-read men.": "wˌɛlɹˈɛd",
    "A tool used to cut wood is here.": "jˈuzd",
    "He used to cut wood.": "jˈust",
    "Muscles contract.": "kəntɹˈækt",
    "The contract ended.": "kˈɑntɹˌækt",
    "Insert your card.": "ɪnsˈɜɹt",
    "Record profits were made.": "ɹˈɛkəɹd",
    "The actor took a deep bow.": "bˈW",
    "The archer bent his bow.": "bˈO",
    "In minute detail.": "mInˈut",
    "In a minute.": "mˈɪnət",
    "We fly to Nice tomorrow.": "nˈis",
    "It was nice of you.": "nˈIs",
    "She is Polish.": "pˈOlɪʃ",
    "Polish the car.": "pˈɑlɪʃ",
    "POLISH ARMY": "pˈOlɪʃ",
    "An august body.": "ɔɡˈʌst",
    "In August.": "ˈɔɡəst",
    "He got his just deserts.": "dəzˈɜɹts",
    "The deserts of Arabia.": "dˈɛzəɹts",
    "Her resumes were all the same.": "ɹˈɛzəmˌAz",
}
BRITISH = {
    "A lead pipe burst.": "lˈɛd",
    "He bowed to the queen.": "bˈWd",
    "Attach your resume.": "ɹˈɛzjʊmA",
    "The train to Slough is late.": "slˈW",
    "They export tea.": "ɪkspˈɔːt",
    "There is a tear in my shirt.": "tˈɛː",
}

# Both senses in one sentence.
BOTH = {
    "The house was built to house a family.": "hˈWs hˈWz",
    "No time like the present to present the present.": "pɹˈɛzᵊnt pɹizˈɛnt",
    "The farm was used to produce produce.": "pɹədˈus pɹˈOdˌus",
    "It was so full that it had to refuse more refuse.": "ɹəfjˈuz ɹˈɛfjˌus",
    "The soldier decided to desert in the desert.": "dəzˈɜɹt dˈɛzəɹt",
    "When shot at, the dove dove into the bushes.": "dˈʌv dˈOv",
    "I did not object to the object.": "əbʤˈɛkt ˈɑbʤəkt",
    "The insurance was invalid for the invalid.": "ɪnvˈælɪd ˈɪnvəlɪd",
    "There was a row among the oarsmen about how to row.": "ɹˈW ɹˈO",
    "They were too close to the door to close it.": "klˈOs klˈOz",
    "The buck does funny things when the does are present.": "dˈʌz dˈOz",
    "The farmer taught his sow to sow.": "sˈW sˈO",
    "The wind was too strong to wind the sail.": "wˈɪnd wˈInd",
    "After a number of injections my jaw got number.": "nˈʌmbəɹ nˈʌməɹ",
    "Upon seeing the tear in the painting I shed a tear.": "tˈɛɹ tˈɪɹ",
    "I had to subject the subject to a series of tests.": "səbʤˈɛkt sˈʌbʤɛkt",
    "How can I intimate this to my most intimate friend?": "ˈɪntəmˌAt ˈɪntəmət",
    "The bandage was wound around the wound.": "wˈWnd wˈund",
    "We must polish the Polish furniture.": "pˈɑlɪʃ pˈOlɪʃ",
    "Let's resume work on my resume.": "ɹəzˈum ɹˈɛzəmˌA",
    "Permit me to show my permit.": "pəɹmˈɪt pˈɜɹmɪt",
    "The rebel will rebel.": "ɹˈɛbᵊl ɹəbˈɛl",
    "He lives nine lives.": "lˈɪvz lˈIvz",
    "The lead story was about lead in the water.": "lˈid lˈɛd",
}


def _said(text: str, language: str) -> list[str]:
    return _WORDS.findall(phonemize(text, language).phonemes)


def _rows(part: str) -> list[dict[str, str]]:
    with _ROWS.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row for row in rows if row["part"] == part]


@pytest.mark.parametrize(("text", "sound"), AMERICAN.items())
def test_american(text, sound):
    assert sound in _said(text, "a")


@pytest.mark.parametrize(("text", "sound"), BRITISH.items())
def test_british(text, sound):
    assert sound in _said(text, "b")


@pytest.mark.parametrize(("text", "sounds"), BOTH.items())
def test_both_in_one_sentence(text, sounds):
    wanted = sounds.split()
    assert [sound for sound in _said(text, "a") if sound in wanted][: len(wanted)] == wanted


def test_the_sentences_of_the_rules_are_read_right():
    rows = _rows("dev")
    right = [row for row in rows if set(_said(row["text"], "a")) & set(row["phonemes"].split("|"))]
    assert len(right) >= 0.97 * len(rows)


def test_sentences_have_many_homographs_in_every_sense():
    rows = [*_rows("dev"), *_rows("once")]
    assert len(rows) > 420
    assert len({row["word"] for row in rows}) > 65
    assert len({row["text"] for row in rows}) == len(rows)


def test_a_number_is_the_weight_of_the_cues_behind_it():
    assert weights("gas +6 made_of of -2 DT -_free") == {
        "gas": 0, "made_of": 6, "of": 6, "DT": -2, "-_free": -2,
    }  # fmt: skip


def test_a_table_has_words_senses_and_cues():
    general = {"NOUN": Sense("NOUN", before={"DT": 2.0})}
    table = """
lead leads
  DEFAULT like NOUN
    tags NN -2 VB
    before +3 take
        took
  metal -1.5
    said lˈɛd lˈɛd
"""
    guide, metal = read_table(table, general)["lead leads"]
    assert guide == Sense(
        "DEFAULT", tags={"NN": 0, "VB": -2}, before={"DT": 2, "take": 3, "took": 3}
    )
    assert metal == Sense("metal", -1.5, ("lˈɛd", "lˈɛd"))


def test_an_unknown_kind_of_cue_is_an_error():
    with pytest.raises(ValueError, match="beside of DEFAULT is none of tags, own, before"):
        read_table("lead\n  DEFAULT\n    beside +1 pipe")


def test_most_points_win():
    metal = Sense("metal", -1, tags={"NN": 0}, after={"pipe": 3})
    guide = Sense("guide", tags={"NN": 0, "VB": 0})
    scores = {"NN": -0.1, "VB": -2.4}
    pipe = [Word("a", "DT"), Word("lead", "NN"), Word("pipe", "NN")]
    assert best((guide, metal), pipe, 1, scores) is metal
    assert best((guide, metal), pipe[:2], 1, scores) is guide


def test_the_longest_beginning_of_a_tag_counts():
    present, past = Sense("present", tags={"VB": 0, "VBD": -9}), Sense("past", tags={"VBD": 0})
    assert best((present, past), [Word("read", "VBD")], 0, {"VBD": 0.0}) is past
    assert best((present, past), [Word("read", "VBP")], 0, {"VBP": 0.0}) is present


def test_the_tagger_decides_where_no_cue_does():
    senses = by_part_of_speech("use", {"DEFAULT": "a", "VERB": "b"})
    assert senses is not None
    for tag, key in (("NN", "DEFAULT"), ("VB", "VERB")):
        assert best(senses, [Word("use", tag)], 0, {tag: 0.0}).key == key


def test_context_names_words_phrases_tags_and_ends():
    tagged = ("Made/VBN", "of/IN", "lead/NN", "paint/NN", "./.")
    words = [Word(*pair.split("/")) for pair in tagged]
    context = Context(words, 2)
    assert context.own == {"lower", "verbless"}
    assert {"of", "IN", "made_of", "VBN_of", "VBN_IN", "^_made_of"} <= context.before
    assert "made" not in context.before
    assert {"paint", "paint_.", "."} - context.after == {"."}
    assert {"made", "paint", "."} <= context.near


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("nice", "lower"),
        ("NICE", "UPPER"),
        ("We saw Nice again", "Name"),
        ("Nice day", "First"),
        ("“ Nice day", "First"),
        ("How Nice Things Grow", "Title"),
    ],
)
def test_shape_of_a_word(text, shape):
    words = [Word(each, "NN") for each in text.split()]
    place = next(i for i, word in enumerate(words) if word.text.lower() == "nice")
    assert shape in Context(words, place).own


def test_an_entry_of_one_sound_is_no_homograph():
    assert by_part_of_speech("use", {"DEFAULT": "a", "VERB": "a"}) is None
    assert by_part_of_speech("use", {"DEFAULT": "a", "None": "b"}) is None
    assert by_part_of_speech("use", {"DEFAULT": "a", "NOUN": None}) is None


def test_cues_of_another_sentence_do_not_count():
    said = _said("The pipes are old. Take the lead.", "a")
    assert "lˈid" in said


def test_sounds_are_symbols_of_the_model():
    for senses in TABLE.values():
        for each in senses:
            assert set("".join(each.said or ())) - {"ɾ"} <= SYMBOLS
